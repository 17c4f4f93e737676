#!/usr/bin/env python3
"""Translate English originals to another language and back with Apertium.

The heads for weak engines and the confusion sets need rule-based output whose source is known word by word. The script
reads articles in the training format (JSONL, gzip or zstd), translates each shard along one route, and writes the same
articles with their translated sentences beside the originals:

    {"id", "year", "pair", "system": "apertium-spa", "kind": "machine", "engine": "rbmt", "doc", "doc_known",
     "sentences": [...], "original": [...]}     two lists of equal length: sentence i translates original i

A run can be restarted: each finished shard is a file, and existing files are kept. The output is a few hundred megabytes
for ten million words and belongs in a folder that git ignores.

    tools/lab/round_trip.py --articles ../shared/data/articles --output build/round-trips --words 2000000
"""
import argparse
import concurrent.futures
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

# Routes by the languages between English and English. Galician, Esperanto and Serbo-Croatian are for testing only.
ROUTES = {
    "spa": ["eng-spa", "spa-eng"],
    "cat": ["eng-cat", "cat-eng"],
    "spa-ita": ["eng-spa", "spa-ita", "ita-spa", "spa-eng"],
    "cat-ita": ["eng-cat", "cat-ita", "ita-cat", "cat-eng"],
    "spa-ita-cat": ["eng-spa", "spa-ita", "ita-cat", "cat-eng"],
}
SHARD_ARTICLES = 50


def read_articles(path):
    """Yield the articles of one JSONL file, compressed with zstd (.zst) or gzip."""
    if path.suffix == ".zst":
        with subprocess.Popen(["zstd", "-dc", "--long=27", path], stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                yield json.loads(line)
    else:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                yield json.loads(line)


def choose(paths, words, overlap):
    """Pick about `words` words of originals, an equal share of each file, always the same by a hash of the id."""
    share = words // len(paths)
    for path in paths:
        taken = 0
        for article in read_articles(path):
            if article["kind"] != "original" or article["id"] in overlap:
                continue
            if int.from_bytes(hashlib.sha256(article["id"].encode()).digest()[:2], "big") % 4:
                continue
            taken += sum(len(sentence.split()) for sentence in article["sentences"])
            yield article
            if taken >= share:
                break


def translate(lines, direction):
    """Translate lines, one sentence each, in one Apertium direction. Keeps their number."""
    done = subprocess.run(
        ["apertium", "-f", "line", "-u", direction], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True
    )
    out = done.stdout.removesuffix("\n").split("\n")
    if len(out) == len(lines):
        return out
    if len(lines) == 1:
        return [" ".join(out)]
    # A stray control character joined or split lines. Halve the lines until it affects only its own.
    middle = len(lines) // 2
    return translate(lines[:middle], direction) + translate(lines[middle:], direction)


def close(line):
    """End the line with a full stop if it has no end mark: without one, Apertium moves words to the next line."""
    return line if line[-1:] in ".!?" else line + "."


def close_like(original, translated):
    """End the translation with the original's last mark: Apertium's line format drops the closing full stop."""
    translated = translated.strip().rstrip(".")
    last = original.rstrip()[-1:]
    return translated + last if last in ".!?" and not translated.endswith(last) else translated


def make_shard(task):
    articles, route, path = task
    if path.exists():
        return path
    originals = [" ".join(sentence.split()) for article in articles for sentence in article["sentences"]]
    lines = originals
    for direction in ROUTES[route]:
        lines = translate([close(line.strip()) for line in lines], direction)
    translated = iter([close_like(before, after) for before, after in zip(originals, lines)])
    partial = path.with_suffix(".partial")
    with open(partial, "w", encoding="utf-8") as stream:
        for article in articles:
            record = {key: article[key] for key in ("id", "year", "pair", "doc", "doc_known")}
            record.update(system=f"apertium-{route}", kind="machine", engine="rbmt")
            record["sentences"] = [next(translated) for _ in article["sentences"]]
            record["original"] = article["sentences"]
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    os.replace(partial, path)
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=pathlib.Path, required=True, help="folder of originals-*.jsonl.zst and train-bbc.jsonl.gz")
    parser.add_argument("--output", type=pathlib.Path, required=True, help="folder for the shards, created if missing")
    parser.add_argument("--words", type=int, default=2_000_000, help="total of English words to translate (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="shards at a time (default: the number of cores)")
    arguments = parser.parse_args()
    if not shutil.which("apertium"):
        sys.exit("round_trip: apertium is missing; apt-get install apertium apertium-eng-spa apertium-eng-cat apertium-spa-ita apertium-cat-ita")
    paths = sorted(arguments.articles.glob("originals-*.jsonl.zst")) + sorted(arguments.articles.glob("train-bbc.jsonl.gz"))
    if not paths:
        sys.exit(f"round_trip: no originals-*.jsonl.zst in {arguments.articles}")
    overlap_file = arguments.articles / "overlap.txt"
    overlap = set(overlap_file.read_text().split()) if overlap_file.exists() else set()
    arguments.output.mkdir(parents=True, exist_ok=True)

    chosen = list(choose(paths, arguments.words, overlap))
    routes = list(ROUTES)
    tasks = []
    for start in range(0, len(chosen), SHARD_ARTICLES):
        number = start // SHARD_ARTICLES
        route = routes[number % len(routes)]
        tasks.append((chosen[start : start + SHARD_ARTICLES], route, arguments.output / f"{number:05d}-{route}.jsonl"))
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for count, path in enumerate(pool.map(make_shard, tasks), 1):
            print(f"round_trip: {count} of {len(tasks)} shards, {path.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
