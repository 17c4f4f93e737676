#!/usr/bin/env python3
"""Train plain fastText, as a baseline for `calque evaluate --baseline`.

It is the first thing that one would try: sentences of machine output and as many by people, through `fasttext supervised`
with pairs of words and otherwise default options. It reads the test sets that calque-lab train reads.

    tools/lab/plain_fasttext.py --articles ../shared/data/articles --output build/plain
    build/release/bin/calque evaluate dev.jsonl.gz --baseline build/plain/plain.bin:machine
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess

# The years of test sets that are kept for evaluation, as in tools/lab/train/corpus.cc.
KEPT_FOR_TESTS = {2016, 2018, 2019}
SENTENCES = 1_000_000  # of each class


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            article = json.loads(line)
            if not (article["id"].startswith("wmt") and article["year"] in KEPT_FOR_TESTS):
                yield article


def sentences(folder):
    """All sentences by class: machine, human."""
    found = {"machine": [], "human": []}
    for path in sorted(folder.glob("train-*.jsonl.gz")):
        for article in read(path):
            found["machine" if article["kind"] == "machine" else "human"] += article["sentences"]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=pathlib.Path, required=True, help="folder of train-*.jsonl.gz")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="folder for plain.txt and plain.bin")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    random.seed(1)
    lines = []
    for label, found in sentences(arguments.articles).items():
        # Makes the classes equally large: people's sentences are fewer, so some are used again.
        chosen = random.sample(found, SENTENCES) if len(found) > SENTENCES else random.choices(found, k=SENTENCES)
        lines += [f"__label__{label} {sentence}" for sentence in chosen]
    random.shuffle(lines)
    text = arguments.output / "plain.txt"
    text.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = ["fasttext", "supervised", "-input", text, "-output", arguments.output / "plain", "-wordNgrams", "2", "-thread", "1"]
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
