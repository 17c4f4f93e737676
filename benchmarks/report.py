#!/usr/bin/env python3
"""Make the README's speed table, and results/race.svg, from the last line of results/race.jsonl.

    benchmarks/report.py             write both
    benchmarks/report.py --check     exit 1 where they are not what the results say; 77 before there are any
"""
import html
import json
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parent / "README.md"
RESULTS = HERE / "results" / "race.jsonl"
PLOT = HERE / "results" / "race.svg"
BEGIN, END = "<!-- benchmarks/report.py -->\n", "<!-- end -->\n"
STYLE = """<style>
text{font-family:system-ui,-apple-system,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif;font-size:13px}
.ground{fill:#fff}.ink{fill:#1f2328}.muted{fill:#59636e}.ours{fill:#0b62c4}.other{fill:#8c959f}
@media (prefers-color-scheme:dark){
.ground{fill:#0d1117}.ink{fill:#e6edf3}.muted{fill:#9ea7b1}.ours{fill:#62aeff}.other{fill:#6e7681}}
</style>
"""
OURS = ("calque", "one head, fused")


def processor(run):
    return run["user"] + run["system"]


def rate(entrant, clock):
    return entrant["text_bytes"] / 1e6 / statistics.median(clock(run) for run in entrant["runs"])


def times_as_fast(entrant, other):
    """The median over the rounds, by processor time."""
    scale = entrant["text_bytes"] / other["text_bytes"]
    return statistics.median(
        scale * processor(b) / processor(a) for a, b in zip(entrant["runs"], other["runs"])
    )


def figure(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2g}"


def table(result):
    entrants = result["entrants"]
    against = entrants.get("fasttext predict-prob")
    lines = [
        "| on the same text, in turns | MB/s, wall | MB/s, processor | times fastText, processor |",
        "|---|---:|---:|---:|",
    ]
    for name, entrant in entrants.items():
        ratio = figure(times_as_fast(entrant, against)) if against else "-"
        wall, busy = rate(entrant, lambda run: run["wall"]), rate(entrant, processor)
        lines.append(f"| {name} | {figure(wall)} | {figure(busy)} | {ratio} |")
    shared = f", shared with other work (load {result['load']:.0f})" if result["load"] > result["cores"] / 2 else ""
    lines += [
        "",
        f"{result['processor']}, {result['cores']} cores{shared}; {result['date'][:10]}, commit {result['commit']}, model "
        f"{result['model']}; {result['articles']:,} articles made from {', '.join(result['sources'])}; medians of "
        f"{result['rounds']} rounds; MB are 10^6 bytes of the articles' text.",
    ]
    if result["skipped"]:
        lines.append("Not raced, as they were not installed: " + ", ".join(result["skipped"]) + ".")
    return "\n".join(lines) + "\n"


def plot(result):
    """Bars of MB per second of processor time."""
    rates = {name: rate(entrant, processor) for name, entrant in result["entrants"].items()}
    left, row, width, top = 250, 30, 760, 64
    height, scale = top + row * len(rates) + 14, (width - left - 90) / max(rates.values())
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"<title>Speed on the same text</title>\n{STYLE}" '<rect class="ground" width="100%" height="100%"/>',
        '<text x="16" y="26" class="ink" font-weight="600">Speed on the same text</text>',
        '<text x="16" y="46" class="muted">MB of text per second of processor time; more is better</text>',
    ]
    for number, (name, value) in enumerate(rates.items()):
        y, style = top + row * number, "ours" if name.startswith(OURS) else "other"
        out.append(f'<text x="{left - 10}" y="{y + 14}" text-anchor="end" class="ink">{html.escape(name)}</text>')
        out.append(f'<rect x="{left}" y="{y}" width="{max(1, value * scale):.1f}" height="18" class="{style}"/>')
        out.append(f'<text x="{left + 8 + value * scale:.1f}" y="{y + 14}" class="muted">{figure(value)}</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    if not RESULTS.exists():
        sys.exit(77)
    result = json.loads(RESULTS.read_text(encoding="utf-8").splitlines()[-1])
    readme = README.read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN)
    made = {README: before + BEGIN + table(result) + END + rest.split(END, 1)[1], PLOT: plot(result)}
    if "--check" not in sys.argv[1:]:
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
        return
    for path, text in made.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path} is not what benchmarks/report.py makes of the results")


if __name__ == "__main__":
    main()
