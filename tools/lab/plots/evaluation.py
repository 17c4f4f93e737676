"""Plots of `calque evaluate --format json`."""
import math

from matplotlib.ticker import MultipleLocator, PercentFormatter, StrMethodFormatter

from plots.style import (AXIS, BESIDES, GRID, INK, MARKS, MUTED, SERIES, SMALL, figure, interval, ratio, value)

CONTRASTS = {
    "machine_originals": "machine / originals",
    "machine_translations": "machine / translations",
    "translations_originals": "translations / originals",
}
KINDS = {
    "original": ("English originals", SERIES[2]),
    "translation": ("people's translations", SERIES[1]),
    "machine": ("machine output", SERIES[0]),
}
LONGEST_NAME = 26
CHANCE = 0.5  # the area under the curve of a random score


def shortened(name):
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "\u2026"


def roc(report):
    """One panel for each contrast that has both sides. Calque's curve is thick."""
    shown = [(number, name) for number, name in enumerate(CONTRASTS) if report["contrasts"].get(name)]
    if not shown:
        return None
    rows = max(len(report["contrasts"][name]) for _, name in shown)
    made, axes = figure(3.4 * len(shown) + 0.6, 4.6 + 0.22 * rows, "ROC curves",
                        "with the area under each; the dotted diagonal is chance", 1, len(shown), sharey=True)
    for axis, (number, name) in zip(axes[0], shown):
        axis.plot([0, 1], [0, 1], color=AXIS, linestyle=":", linewidth=1)
        for place, score in enumerate(report["contrasts"][name]):
            colour, line = (SERIES[number], "-") if place == 0 else BESIDES[min(place - 1, len(BESIDES) - 1)]
            axis.plot(*zip(*score["roc"]), color=colour, linestyle=line, linewidth=2.6 if place == 0 else 1.3,
                      zorder=3 if place == 0 else 2, label=f"{ratio(value(score['auc']))}  {shortened(score['name'])}")
        axis.set(xlim=(0, 1), ylim=(0, 1), xlabel="false positives", aspect="equal")
        axis.set_title(CONTRASTS[name], color=SERIES[number])
        axis.xaxis.set_major_locator(MultipleLocator(0.25))
        axis.yaxis.set_major_locator(MultipleLocator(0.25))
        axis.legend(loc="upper left", bbox_to_anchor=(-0.02, -0.2), borderaxespad=0, handlelength=2.4)
    axes[0][0].set_ylabel("recall")
    return made


def draw_reliability(axis, bins):
    axis.plot([0, 1], [0, 1], color=AXIS, linestyle=":", linewidth=1)
    axis.plot([one["mean_probability"] for one in bins], [one["share_machine"] for one in bins], color=SERIES[0],
              linewidth=2.2, marker="o")
    axis.set(xlim=(0, 1), ylim=(0, 1), xlabel="mean probability of the bin", ylabel="share of machine output")


def calibration(report):
    bins = report["calibration"]["bins"]
    if not bins:
        return None
    error = report["calibration"]["expected_calibration_error"]
    made, axes = figure(5.6, 7.4, "Calibration", f"expected calibration error {error:.3f}; on the diagonal there is none",
                        2, 1, height_ratios=(3, 1))
    draw_reliability(axes[0][0], bins)
    below = axes[1][0]
    bars = below.bar(range(len(bins)), [one["articles"] for one in bins], width=0.72, color=SERIES[0])
    below.bar_label(bars, [f"{one['articles']:,}" for one in bins], size=SMALL - 1, color=MUTED, padding=2)
    below.set_xticks(range(len(bins)), [f"{one['mean_probability']:.2f}" for one in bins])
    below.set(xlabel="mean probability of the bin", ylabel="articles")
    below.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    below.margins(y=0.18)
    below.grid(axis="x", visible=False)
    return made


def histogram(report):
    """The probabilities of each kind, below each other, with the threshold."""
    shown = [(kind, report["histograms"][kind]) for kind in KINDS if report["histograms"].get(kind)]
    if not shown:
        return None
    threshold = report["threshold"]
    note = f"share of the articles of each kind; labelled machine from {threshold:.3f} on (dashed)"
    made, axes = figure(6.6, 1.3 + 1.6 * len(shown), "Probabilities by kind", note, len(shown), 1, sharex=True)
    for axis, (kind, counts) in zip(axes[:, 0], shown):
        name, colour = KINDS[kind]
        width, articles = 1 / len(counts), sum(counts)
        axis.bar([(place + 0.5) * width for place in range(len(counts))], [count / articles for count in counts],
                 width=0.92 * width, color=colour)
        axis.axvline(threshold, color=INK, linestyle="--", linewidth=1)
        axis.set_title(f"{name}, {articles:,} articles", color=colour)
        axis.set_xlim(0, 1)
        axis.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
        axis.locator_params(axis="y", nbins=3)
        axis.grid(axis="x", visible=False)
    axes[-1][0].set_xlabel("probability of machine translation")
    return made


def area_rows(report, name):
    """(name, note, areas by contrast) of each group with an area. For pairs, their mean is the last row."""
    rows = []
    for group in report["breakdowns"][name]:
        machine = max((group[one]["positives"] for one in list(CONTRASTS)[:2] if one in group), default=0)
        areas = {one: group[one]["auc"] for one in CONTRASTS if one in group}
        areas = {one: area for one, area in areas.items() if not math.isnan(value(area))}
        if areas:
            rows.append((group["name"], f"{machine:,} machine" if machine else "", areas))
    if name == "pair" and len(rows) > 1:
        scores = {one: report["contrasts"][one][0] for one in CONTRASTS if report["contrasts"].get(one)}
        rows.append(("mean", "over pairs", {one: score["mean_auc_over_pairs"] for one, score in scores.items()}))
    return rows


def draw_area(axis, height, number, estimate):
    axis.plot(interval(estimate), (height, height), color=SERIES[number], linewidth=2.4, solid_capstyle="butt")
    axis.plot(value(estimate), height, color=SERIES[number], marker=MARKS[number], markersize=6.5, linestyle="none")
    axis.annotate(ratio(value(estimate)), (1, height), (8, 0), xycoords=("axes fraction", "data"),
                  textcoords="offset points", va="center", size=SMALL, color=SERIES[number])


def areas(report, name):
    """Areas with intervals by group: rows of dots."""
    rows = area_rows(report, name)
    lanes = [one for one in CONTRASTS if any(one in found for _, _, found in rows)]
    if len(rows) < 2:
        return None
    row = max(0.22 * len(lanes) + 0.2, 0.44)  # inches
    made, axes = figure(7, 1.9 + row * len(rows), f"AUC by {name}",
                        "how well the score ranks the first side above the second; 95 % intervals; dotted: chance")
    axis = axes[0][0]
    for place, (_, _, found) in enumerate(rows):
        for lane, one in enumerate(lanes):
            if one in found:
                offset = (lane - (len(lanes) - 1) / 2) * 0.22 / row
                draw_area(axis, place + offset, list(CONTRASTS).index(one), found[one])
        if place > 0:
            axis.axhline(place - 0.5, color=GRID, linewidth=0.8)
    axis.axvline(CHANCE, color=AXIS, linestyle=":", linewidth=1.2)
    axis.set_yticks(range(len(rows)), [f"{group}\n{note}" if note else group for group, note, _ in rows])
    axis.set(ylim=(len(rows) - 0.5, -0.5), xlabel="area under the ROC curve")
    axis.xaxis.set_major_locator(MultipleLocator(0.1))
    low, high = axis.get_xlim()
    axis.set_xlim(min(math.floor(low * 10) / 10, CHANCE - 0.02), min(1, max(math.ceil(high * 10) / 10, CHANCE + 0.1)))
    axis.grid(axis="y", visible=False)
    for one in lanes:
        number = list(CONTRASTS).index(one)
        axis.plot([], color=SERIES[number], marker=MARKS[number], linewidth=2.4, label=CONTRASTS[one])
    axis.legend(loc="lower left", bbox_to_anchor=(-0.01, 1.01), ncol=len(lanes), borderaxespad=0, columnspacing=1.6,
                fontsize=SMALL)
    return made


def figures(report):
    plots = [("roc", roc(report)), ("calibration", calibration(report)), ("histogram", histogram(report))]
    plots += [(f"by_{name}", areas(report, name)) for name in report["breakdowns"]]
    return [(name, made) for name, made in plots if made is not None]
