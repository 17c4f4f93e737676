#!/usr/bin/env python3
"""How much editing changes a verdict?

Takes machine-translated articles that Calque calls `machine`, edits them more and more, and writes how many get each label,
as figures only:

    tools/lab/robustness.py --calque build/release/bin/calque --articles DEV.jsonl.gz ... > models/en/results/robustness.json

The articles are in the training format. Sentences by people come from the English originals among them. The same articles
and model give the same output.
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess
import sys

SEED = 1
LOOK_ALIKES = str.maketrans("aeopcxyi", "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456")
STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"})


def read(paths):
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def score(calque, texts):
    """The record of each text, in the order of the texts."""
    feed = "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    command = [calque, "score", "--quiet", "--findings", "--offsets", "codepoints"]
    out = subprocess.run(command, input=feed, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def swap_quotes(text):
    if '"' not in text:
        return text.translate(STRAIGHT)
    pieces = text.split('"')
    return "".join(piece + ("" if i + 1 == len(pieces) else "\u201c\u201d"[i % 2]) for i, piece in enumerate(pieces))


def strip_marks(text):
    return "".join(c for c in text if c.isalnum() or c.isspace())


def fix(text, findings, most):
    """Corrects the worst `most` findings: puts in the suggestion, or deletes the place."""
    worst = sorted(findings, key=lambda finding: (finding["severity"] != "major", finding["start"]))[:most]
    end = len(text)
    for finding in sorted(worst, key=lambda finding: -finding["start"]):
        if finding["end"] > end:
            continue  # it overlaps a place that is already corrected
        text = text[:finding["start"]] + (finding["suggestion"] or "") + text[finding["end"]:]
        end = finding["start"]
    return text


def insert(sentences, share, human, chance):
    """Mixes in sentences by people until they are `share` of all."""
    mixed = list(sentences)
    for _ in range(round(len(sentences) * share / (1 - share))):
        mixed.insert(chance.randrange(len(mixed) + 1), chance.choice(human))
    return mixed


def in_words(text, share, change, chance):
    words = text.split(" ")
    return " ".join(change(word) if len(word) > 1 and chance.random() < share else word for word in words)


def edits(article, record, human, chance):
    """{name of the edit: edited text}"""
    sentences = article["sentences"]
    text = " ".join(sentences)
    edited = {"other quotes": swap_quotes(text), "upper case": text.upper(), "no marks at all": strip_marks(text)}
    for most, words in ((1, "finding"), (3, "three findings"), (10, "ten findings")):
        edited[f"the worst {words} put right"] = fix(text, record["findings"], most)
    for share in (10, 25, 50):
        edited[f"{share} % of the sentences by people"] = " ".join(insert(sentences, share / 100, human, chance))
    edited["look-alikes in half of the words"] = in_words(text, 0.5, lambda word: word.translate(LOOK_ALIKES), chance)
    edited["zero-width spaces in half of the words"] = in_words(text, 0.5, lambda word: word[0] + "\u200b" + word[1:], chance)
    return edited


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--calque", required=True)
    parser.add_argument("--articles", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--most", type=int, default=400, help="number of articles to edit (default: 400)")
    options = parser.parse_args()
    chance = random.Random(SEED)
    articles = list(read(options.articles))
    human = [sentence for article in articles if article["kind"] == "original" for sentence in article["sentences"]]
    machine = [article for article in articles if article["kind"] == "machine"]
    chance.shuffle(machine)
    records = score(options.calque, [" ".join(article["sentences"]) for article in machine])
    chosen = [pair for pair in zip(machine, records) if pair[1]["label"] == "machine"][:options.most]
    by_edit = {}
    for article, record in chosen:
        for name, text in edits(article, record, human, chance).items():
            by_edit.setdefault(name, []).append(text)
    result = {"model": records[0]["model"], "articles": len(chosen), "edits": []}
    for name, texts in by_edit.items():
        labels = [record["label"] for record in score(options.calque, texts)]
        counts = {label: labels.count(label) for label in ("machine", "undecided", "human")}
        result["edits"].append({"edit": name, **counts})
    json.dump(result, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
