#!/usr/bin/env python3
"""Measure verdicts on labelled articles.

Reads articles in the training format (one JSON object a line: id, kind, pair, engine, sentences), scores them with
`calque score`, and prints how each kind was labelled and how well the probability ranks machine output above people's
writing (the area under the ROC curve), against English originals and against people's translations of the same pair.

    benchmarks/accuracy/measure.py ../shared/data/articles/dev-wmt22.jsonl.gz
"""
import argparse
import bisect
import collections
import gzip
import json
import pathlib
import subprocess

CALQUE = pathlib.Path(__file__).resolve().parents[2] / "build/release/bin/calque"


def read_articles(paths):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                yield json.loads(line)


def score(articles, command):
    """Run the command over the articles and return its records, one per article, in order."""
    lines = "".join(json.dumps({"id": a["id"], "text": "\n\n".join(a["sentences"])}) + "\n" for a in articles)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def area_under_roc(positives, negatives):
    """The chance that a positive scores above a negative, ties counting half."""
    ordered = sorted(negatives)
    wins = sum(bisect.bisect_left(ordered, p) + bisect.bisect_right(ordered, p) for p in positives)
    return wins / (2 * len(positives) * len(negatives))


def print_labels(kinds):
    print(f"{'kind':<24}{'articles':>9}{'machine':>9}{'undecided':>11}{'human':>7}{'no verdict':>12}")
    for kind, records in sorted(kinds.items()):
        scored = [r for r in records if r["basis"] == "scored"]
        labels = collections.Counter(r["label"] for r in scored)
        share = {label: count / max(1, len(scored)) for label, count in labels.items()}
        print(
            f"{kind:<24}{len(records):>9}{share.get('machine', 0):>9.1%}{share.get('undecided', 0):>11.1%}"
            f"{share.get('human', 0):>7.1%}{len(records) - len(scored):>12}"
        )


def print_areas(groups):
    originals = groups.get(("en-en", "original"), [])
    print(f"\n{'machine output, by pair':<26}{'against originals':>19}{'against translations':>22}")
    for pair in sorted({pair for pair, kind in groups if kind == "machine"}):
        machine = groups[pair, "machine"]
        cells = []
        for negatives in (originals, groups.get((pair, "translation"), [])):
            cells.append(f"{area_under_roc(machine, negatives):.3f}" if machine and negatives else "-")
        print(f"{pair:<26}{cells[0]:>19}{cells[1]:>22}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="JSONL, gzip")
    parser.add_argument("--calque", default=str(CALQUE), help="the command (default: %(default)s)")
    parser.add_argument("--model", help="a pack other than the command's own")
    parser.add_argument("--max-fpr", default="0.01", help="as for calque score")
    arguments = parser.parse_args()

    command = [arguments.calque, "score", "--quiet", "--max-fpr", arguments.max_fpr]
    if arguments.model:
        command += ["--model", arguments.model]
    articles = list(read_articles(arguments.files))
    kinds, groups = collections.defaultdict(list), collections.defaultdict(list)
    for article, record in zip(articles, score(articles, command), strict=True):
        kinds[f"{article['kind']} {article['engine']}".strip()].append(record)
        if record["probability"] is not None:
            groups[article["pair"], article["kind"]].append(record["probability"])
    print_labels(kinds)
    print_areas(groups)


if __name__ == "__main__":
    main()
