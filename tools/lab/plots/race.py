"""The plot of a record of benchmarks/race.py."""
import statistics

from plots.style import AXIS, MUTED, SERIES, SMALL, figure

OURS = ("calque", "one head, fused")


def speed(entrant):
    """Megabytes of text per second of processor time, median of the rounds."""
    return entrant["text_bytes"] / 1e6 / statistics.median(run["user"] + run["system"] for run in entrant["runs"])


def race(record):
    speeds = {name: speed(entrant) for name, entrant in record["entrants"].items()}
    made, axes = figure(7.4, 1.3 + 0.36 * len(speeds), "Speed on the same text",
                        f"{record['processor']}; {record['date'][:10]}, commit {record['commit']}")
    axis = axes[0][0]
    colours = [SERIES[0] if name.startswith(OURS) else AXIS for name in speeds]
    bars = axis.barh(list(speeds), list(speeds.values()), height=0.62, color=colours)
    labels = [f"{one:.0f}" if one >= 100 else f"{one:.1f}" if one >= 1 else f"{one:.2g}" for one in speeds.values()]
    axis.bar_label(bars, labels, padding=6, color=MUTED, size=SMALL)
    axis.invert_yaxis()
    axis.set_xlabel("MB of text per second of processor time; Calque's in blue")
    axis.margins(x=0.1)
    axis.grid(visible=False)
    return made


def figures(record):
    return [("race", race(record))]
