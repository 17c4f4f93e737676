"""Plots of `calque bench --format json`."""
from matplotlib.ticker import StrMethodFormatter

from plots.style import MUTED, SERIES, SMALL, figure


def medians(report, group):
    """{detail: median} of the measures "group/detail"."""
    named = (measure["name"].split("/", 1) + [measure["median"]] for measure in report["measures"])
    return {detail: median for found, detail, median in named if found == group}


def shown(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}"


def stages(report):
    times = medians(report, "stage")
    if not times:
        return None
    whole = sum(times.values())
    made, axes = figure(6.8, 1.2 + 0.36 * len(times), "Time by stage", f"one thread, {shown(whole)} \u00b5s per article")
    axis = axes[0][0]
    bars = axis.barh(list(times), list(times.values()), height=0.62, color=SERIES[0])
    labels = [f"{shown(time)} \u00b5s, {100 * time / whole if whole else 0:.0f} %" for time in times.values()]
    axis.bar_label(bars, labels, padding=6, color=MUTED, size=SMALL)
    axis.invert_yaxis()
    axis.set_xlabel("median time per article, \u00b5s")
    axis.margins(x=0.2)
    axis.grid(visible=False)
    return made


def scaling(report):
    speeds = {int(detail.split()[0]): median for detail, median in medians(report, "throughput").items()}
    if len(speeds) < 2:
        return None
    threads, one = list(speeds), next(iter(speeds.values())) / next(iter(speeds))
    made, axes = figure(6.4, 4.4, "Throughput by threads", "JSONL in, JSONL out; dotted: if no thread slowed another")
    axis = axes[0][0]
    axis.plot(threads, [one * count for count in threads], color=MUTED, linestyle=":", linewidth=1.2)
    axis.plot(threads, list(speeds.values()), color=SERIES[0], linewidth=2.2, marker="o")
    for count, speed in speeds.items():
        axis.annotate(shown(speed), (count, speed), (0, -8), textcoords="offset points", ha="center", va="top",
                      size=SMALL, color=SERIES[0])
    axis.set_xscale("log", base=2)
    axis.set_yscale("log", base=2)
    axis.set_xticks(threads, [str(count) for count in threads])
    axis.set(ylim=(min(speeds.values()) / 1.6, None), xlabel="threads", ylabel="MB of text per second")
    axis.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    return made


def size_name(bytes):
    """The name of a bin's upper end, which is one less than a power of two."""
    for unit, name in ((1 << 20, "MiB"), (1 << 10, "KiB")):
        if bytes + 1 >= unit:
            return f"{(bytes + 1) // unit} {name}"
    return f"{bytes + 1} B"


def lengths(report):
    bins = report["lengths"]
    if len(bins) < 2:
        return None
    made, axes = figure(max(6.4, 1 + 0.75 * len(bins)), 4.4, "Throughput by length",
                        "one thread; below each length, how many articles it stands for")
    axis = axes[0][0]
    axis.plot(range(len(bins)), [one["megabytes_per_second"] for one in bins], color=SERIES[0], linewidth=2.2, marker="o")
    axis.set_xticks(range(len(bins)), [f"{size_name(one['bytes'])}\n({one['articles']:,})" for one in bins])
    axis.set(ylim=(0, None), xlabel="text of an article, up to", ylabel="MB of text per second")
    axis.grid(axis="x", visible=False)
    return made


def figures(report):
    plots = [("stages", stages(report)), ("scaling", scaling(report)), ("lengths", lengths(report))]
    return [(name, made) for name, made in plots if made is not None]
