#!/usr/bin/env python3
"""Make the table of speeds in README.md, and the sentence on speed in the top README, from the last line of results/race.jsonl.

    benchmarks/report.py             write both
    benchmarks/report.py --check     exit 1 where one differs from the results, or results/race.svg shows another record;
                                     77 without results
"""
import json
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "README.md"
SENTENCE = HERE.parent / "README.md"
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


def sentence(result):
    """The speed of the command on one thread, by processor time, compared with plain fastText."""
    command, fasttext = (result["entrants"][name] for name in ("calque score", "fasttext predict-prob"))
    return (
        f"On one thread `calque score` reads {figure(rate(command, processor))} MB of text a second: "
        f"{figure(times_as_fast(command, fasttext))} times the speed of\n`fasttext predict-prob`, "
        "which applies one model and finds no places (`benchmarks/README.md`).\n"
    )


def with_part(path, part):
    """The file's text with `part` between the markers."""
    before, rest = path.read_text(encoding="utf-8").split(BEGIN)
    return before + BEGIN + part + END + rest.split(END, 1)[1]


def is_drawn(result):
    """Whether the plot shows this record."""
    return PLOT.exists() and f"{result['date'][:10]}, commit {result['commit']}" in PLOT.read_text(encoding="utf-8")


def main():
    if not RESULTS.exists():
        sys.exit(77)
    result = json.loads(RESULTS.read_text(encoding="utf-8").splitlines()[-1])
    is_check = "--check" in sys.argv[1:]
    for path, part in ((TABLE, table(result)), (SENTENCE, sentence(result))):
        made = with_part(path, part)
        if not is_check:
            path.write_text(made, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != made:
            sys.exit(f"{path} is not what benchmarks/report.py makes of the results")
    if is_check and not is_drawn(result):
        sys.exit(f"{PLOT} shows another record: tools/lab/plot {RESULTS} -o {PLOT.parent}")


if __name__ == "__main__":
    main()
