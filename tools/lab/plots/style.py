"""One style for all plots: colours that the colour-blind can distinguish, and text beside lines, not on them."""
import math

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

INK, MUTED, AXIS, GRID = "#1f2328", "#59636e", "#8c959f", "#e2e6ea"
# After Okabe and Ito. Each has a contrast of at least 3 to 1 with white. Series also differ in shape.
SERIES = ("#0b62c4", "#c24e00", "#0a7d57")
MARKS = ("o", "s", "D")
# Baselines: (colour, line style).
BESIDES = (("#6e7781", (0, (6, 2))), ("#6e7781", (0, (1.5, 1.5))), ("#8250df", "-"), ("#6e7781", "-"))
SMALL, USUAL, HEAD = 9, 10.5, 13.5

plt.rcParams.update({
    "axes.axisbelow": True,
    "axes.edgecolor": AXIS,
    "axes.grid": True,
    "axes.labelcolor": MUTED,
    "axes.labelpad": 7,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlepad": 9,
    "axes.titlesize": USUAL,
    "axes.titleweight": "bold",
    "figure.constrained_layout.use": True,
    "figure.dpi": 100,
    "font.size": USUAL,
    "grid.color": GRID,
    "legend.fontsize": USUAL,
    "legend.frameon": False,
    "lines.linewidth": 1.3,
    "savefig.dpi": 160,
    "svg.fonttype": "none",  # text that can be searched and read aloud
    "svg.hashsalt": "calque",  # the same report, the same bytes
    "text.color": INK,
    "xtick.color": AXIS,
    "xtick.labelcolor": MUTED,
    "xtick.labelsize": SMALL,
    "ytick.color": AXIS,
    "ytick.labelcolor": MUTED,
    "ytick.labelsize": SMALL,
})


def value(estimate):
    """The value of {"value", "interval"}; NaN if it could not be computed."""
    return math.nan if estimate["value"] is None else estimate["value"]


def interval(estimate):
    return tuple(math.nan if end is None else end for end in estimate["interval"])


def ratio(number):
    return "-" if math.isnan(number) else f"{number:.3f}"


def figure(width, height, title, note, rows=1, columns=1, **options):
    """A figure (sizes in inches) with `title` in its first line and `note` in the second, and its axes."""
    made, axes = plt.subplots(rows, columns, figsize=(width, height), squeeze=False, **options)
    made.get_layout_engine().set(w_pad=0.1, h_pad=0.1, hspace=0.06, wspace=0.06, rect=(0, 0, 1, 1 - 0.62 / height))
    made.text(0.14 / width, 1 - 0.14 / height, title, size=HEAD, weight="bold", va="top")
    made.text(0.14 / width, 1 - 0.42 / height, note, color=MUTED, va="top")
    return made, axes


def save(made, path):
    title = {"Title": made.texts[0].get_text(), "Date": None}
    made.savefig(path, bbox_inches="tight", pad_inches=0.16, metadata=title if path.suffix == ".svg" else None)
    plt.close(made)
