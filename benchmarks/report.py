#!/usr/bin/env python3
"""Make the README's speed table from the last line of results/race.jsonl.

    benchmarks/report.py             write it
    benchmarks/report.py --check     exit 1 where it is not what the results say, or results/race.svg shows another record;
                                     77 before there are any
"""
import json
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
README = HERE.parent / "README.md"
RESULTS = HERE / "results" / "race.jsonl"
PLOT = HERE / "results" / "race.svg"
BEGIN, END = "<!-- benchmarks/report.py -->\n", "<!-- end -->\n"


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


def is_drawn(result):
    """Whether the plot names this record."""
    return PLOT.exists() and f"{result['date'][:10]}, commit {result['commit']}" in PLOT.read_text(encoding="utf-8")


def main():
    if not RESULTS.exists():
        sys.exit(77)
    result = json.loads(RESULTS.read_text(encoding="utf-8").splitlines()[-1])
    readme = README.read_text(encoding="utf-8")
    before, rest = readme.split(BEGIN)
    made = before + BEGIN + table(result) + END + rest.split(END, 1)[1]
    if "--check" not in sys.argv[1:]:
        README.write_text(made, encoding="utf-8")
    elif readme != made:
        sys.exit(f"{README} is not what benchmarks/report.py makes of the results")
    elif not is_drawn(result):
        sys.exit(f"{PLOT} shows another record: tools/lab/plot {RESULTS} -o {PLOT.parent}")


if __name__ == "__main__":
    main()
