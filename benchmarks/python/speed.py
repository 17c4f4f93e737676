"""Compares the speed of the Python and Arrow interfaces with that of the command and of fastText.

    python speed.py articles.jsonl [--head head.bin] [--rounds 7] >> ../results/python.jsonl

The programs take turns in one run, so that other work of the machine slows them alike. The script measures processor time
of all threads and child processes, after it has compared the answers. It reports the median over rounds of the ratio within
a round.

  score_many    the command's time divided by that of score_many, both with one thread, on the same texts
  score_arrow   the same for score_arrow on one Arrow column
  fasttext      the time of the `fasttext` package, one head line by line, divided by that of score_many on whole articles
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import calque
import pyarrow as pa

COMMAND = Path(calque.__file__).parent / "bin" / "calque"


def command_seconds(feed: Path, output: str | Path = os.devnull, threads: int = 1) -> float:
    """Processor time of the command."""
    arguments = [str(COMMAND), "score", "--quiet", f"--threads={threads}", f"--output={output}", str(feed)]
    _, status, usage = os.wait4(os.posix_spawn(COMMAND, arguments, os.environ), 0)
    assert status == 0
    return usage.ru_utime + usage.ru_stime


def own_seconds(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commit() -> str:
    git = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty"]
    return subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip() or "unknown"


def check_answers(feed: Path, texts: list[str], column: pa.Array, folder: Path) -> None:
    command_seconds(feed, folder / "verdicts.jsonl")
    with open(folder / "verdicts.jsonl", encoding="utf-8") as lines:
        said = [(record["label"], record["probability"]) for record in map(json.loads, lines)]
    many = [(v.label, v.to_dict()["probability"]) for v in calque.score_many(texts, threads=1)]
    arrow = pa.table(calque.score_arrow(column, threads=1)).select(["label", "probability"]).to_pylist()
    assert said == many
    assert [label for label, _ in said] == [row["label"] for row in arrow]


def fasttext_work(head: str, texts: list[str]) -> Callable[[], None]:
    """Predicts line by line as users of the package do, but saves the numpy array that they make for each answer."""
    import fasttext

    model = fasttext.load_model(head).f
    lines = [line for text in texts for line in text.split("\n") if line]

    def work() -> None:
        for line in lines:
            model.predict(line + "\n", 1, 0.0, "strict")

    return work


def record(articles: int, size: int) -> dict[str, Any]:
    """The size of the feed, and the machine."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    measured = {"date": now, "commit": commit(), "load": os.getloadavg()[0], "articles": articles, "megabytes": round(size / 1e6, 1)}
    machine = {"python": platform.python_version(), "machine": platform.platform(), "cores": os.cpu_count()}
    return measured | {"model": calque.load().model} | machine


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("feed", type=Path, help="JSONL with the field text")
    options.add_argument("--head", help="a supervised fastText model")
    options.add_argument("--rounds", type=int, default=7)
    given = options.parse_args()

    with open(given.feed, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    column = pa.array(texts, pa.large_string())
    bytes_read = sum(len(text.encode()) for text in texts)
    result = record(len(texts), bytes_read)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "none.jsonl").touch()
        check_answers(given.feed, texts, column, folder)
        ratios: dict[str, list[float]] = {"score_many": [], "score_arrow": [], "fasttext": []}
        fasttext = fasttext_work(given.head, texts) if given.head else None
        for _ in range(given.rounds):
            command = command_seconds(given.feed) - command_seconds(folder / "none.jsonl")
            many = own_seconds(lambda: calque.score_many(texts, threads=1))
            arrow = own_seconds(lambda: pa.table(calque.score_arrow(column, threads=1)))
            ratios["score_many"].append(command / many)
            ratios["score_arrow"].append(command / arrow)
            if fasttext:
                ratios["fasttext"].append(own_seconds(fasttext) / many)
        result["score_many_megabytes_per_second"] = round(bytes_read / 1e6 / many, 1)
    result["ratios"] = {name: round(statistics.median(of), 3) for name, of in ratios.items() if of}
    json.dump(result, sys.stdout)
    print()


if __name__ == "__main__":
    main()
