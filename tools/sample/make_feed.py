#!/usr/bin/env python3
"""Make the sample feed, feed.jsonl, from the articles beside it.

    tools/sample/make_feed.py            needs Apertium with its English-Spanish, English-Catalan, Spanish-Italian and
                                         Catalan-Italian pairs: apt-get install apertium apertium-eng-spa
                                         apertium-eng-cat apertium-spa-ita apertium-cat-ita

An article is articles/NAME.txt or articles/NAME.ROUTE.txt. NAME.txt goes into the feed unchanged. If ROUTE is one of
ROUTES, the feed has the article's translation there and back. If it is one of KEPT, the article goes in unchanged, and
ROUTE says what it is. README.md has the details.
"""
import hashlib
import json
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROUTES = {
    "spa": ["eng-spa", "spa-eng"],
    "cat": ["eng-cat", "cat-eng"],
    "spa-ita": ["eng-spa", "spa-ita", "ita-spa", "spa-eng"],
    "cat-ita": ["eng-cat", "cat-ita", "ita-cat", "cat-eng"],
}
# The origin of articles with other routes, which go in unchanged.
KEPT = {
    "arabic": "by hand, as a poor engine renders Arabic",
    "italian": "by hand, as a poor engine renders Italian",
    "spanish": "by hand, in Spanish",
}
# Articles that the feed has twice, as written and translated, for comparison.
PAIRS = {"harbour-ferry": "spa", "fraud-trial": "cat"}
SENTENCE_END = re.compile(r"(?<=[.!?])([”\"]?)\s+(?=[“\"A-Z0-9])")


def sentences(paragraph):
    """Split between an end mark and a capital or digit: enough for these articles, which were written to suit it."""
    return SENTENCE_END.sub(r"\1\n", paragraph).split("\n")


def tidy(original, translated):
    """Undo what Apertium's line format and formatter changed, so that only the translation differs."""
    closing = re.search(r"[.!?]?[”\"]?$", original)[0]
    body = re.sub(r"\s+", " ", translated).strip().rstrip(closing + " ") + closing
    body = re.sub(r"(^|\s)“ ", r"\1“", body)
    return re.sub(r" +([.,!?”])", r"\1", body)


def closed(line):
    """End the line with a full stop if it has no end mark: without one, Apertium moves words to the next line."""
    return line if re.search(r"[.!?][”\"]?$", line) else line + "."


def translate(lines, route):
    """Translate lines along a route; each line is a sentence."""
    for direction in ROUTES[route]:
        source = "".join(closed(line) + "\n" for line in lines)
        done = subprocess.run(
            ["apertium", "-f", "line", "-u", direction], input=source, capture_output=True, text=True, check=True
        )
        translated = done.stdout.split("\n")[: len(lines)]
        if len(translated) != len(lines):
            raise RuntimeError(f"{direction}: {len(lines)} lines went in, {len(translated)} came back")
        lines = [tidy(before, after) for before, after in zip(lines, translated)]
    return lines


def round_trip(text, route):
    paragraphs = [sentences(paragraph) for paragraph in text.split("\n\n")]
    translated = iter(translate([sentence for paragraph in paragraphs for sentence in paragraph], route))
    return "\n\n".join(" ".join(next(translated) for _ in paragraph) for paragraph in paragraphs)


def record(name, text, made):
    title = text.split("\n", 1)[0]
    return {"id": name, "url": f"https://news.example/{name}", "title": title, "made": made, "text": text}


def garbage():
    """What a scraper makes of a photograph: its bytes read as UTF-8."""
    data = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(24))
    return data.decode("utf-8", errors="replace")


def records():
    for path in sorted((HERE / "articles").glob("*.txt")):
        name, _, route = path.stem.partition(".")
        text = path.read_text(encoding="utf-8").strip()
        if route in ROUTES:
            yield record(f"{name}-{route}", round_trip(text, route), f"apertium {' '.join(ROUTES[route])}")
        elif route:
            yield record(f"{name}-{route}", text, KEPT[route])
        else:
            yield record(name, text, "by hand")
            if name in PAIRS:
                yield record(f"{name}-{PAIRS[name]}", round_trip(text, PAIRS[name]), f"apertium {' '.join(ROUTES[PAIRS[name]])}")
    yield record("photo-bytes", garbage(), "24 SHA-256 digests read as UTF-8") | {"title": "photo-bytes"}


def main():
    with open(HERE / "feed.jsonl", "w", encoding="utf-8") as stream:
        for entry in records():
            stream.write(json.dumps(entry, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
