"""Compares a Spark cluster with one process on the same number of cores: its speed, and that both give the same verdicts.

    python cluster.py articles.jsonl [--rounds 1] >> ../results/python.jsonl

The one process is the command with two threads, from JSONL to JSONL. The cluster is two executors on this machine with one
core each, from Parquet to Parquet, with verdicts by `calque.spark.score`. They take turns, and every verdict of one is
compared with that of the other. The script reports seconds of the clock and, for machines that also do other work, processor
seconds of all processes involved. The start of Spark is reported apart, since a job on a running cluster does not wait for it.
"""

import argparse
import itertools
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as dataset
import pyarrow.parquet as pq
from calque.spark import score
from pyspark.sql import SparkSession
from speed import command_seconds, record

ARTICLES_PER_FILE = 20_000


def write_parquet(feed: Path, folder: Path) -> tuple[int, int]:
    """Writes the feed as files that executors take one by one, with each article's number. Returns articles and bytes."""
    folder.mkdir()
    articles = size = 0
    with open(feed, encoding="utf-8") as lines:
        while texts := [json.loads(line)["text"] for line in itertools.islice(lines, ARTICLES_PER_FILE)]:
            table = pa.table({"number": range(articles, articles + len(texts)), "text": texts})
            pq.write_table(table, folder / f"{articles:09}.parquet")
            articles += len(texts)
            size += sum(len(text.encode()) for text in texts)
    return articles, size


def cluster_of_two(parquet: Path) -> SparkSession:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder: SparkSession.Builder = SparkSession.builder
    session = (
        builder.master("local-cluster[2,1,2048]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        # One file per task, so that the last executor has little left to do when the other has finished.
        .config("spark.sql.files.maxPartitionBytes", max(file.stat().st_size for file in parquet.iterdir()))
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def clock_seconds(work: Callable[[], object]) -> float:
    before = time.monotonic()
    work()
    return time.monotonic() - before


def processor_seconds(root: int) -> float:
    """Processor seconds of a process and all its descendants so far, including those that have ended."""
    parents, ticks = {}, {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # the process has just ended
            continue
        process = int(stat.parent.name)
        parents[process] = int(fields[1])
        ticks[process] = sum(map(int, fields[11:15]))  # utime, stime, cutime, cstime
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(ticks[process] for process in family) / os.sysconf("SC_CLK_TCK")


def check_answers(jsonl: Path, parquet: Path) -> None:
    columns = {name: dataset.field("calque", name) for name in ("label", "probability", "quality", "words", "findings")}
    table = dataset.dataset(parquet, format="parquet").to_table(columns | {"number": dataset.field("number")})
    rows = (row for batch in table.sort_by("number").to_batches(max_chunksize=10_000) for row in batch.to_pylist())
    with open(jsonl, encoding="utf-8") as lines:
        for number, (line, row) in enumerate(itertools.zip_longest(lines, rows)):
            said = json.loads(line)
            expected = {name: said[name] for name in ("label", "probability", "quality", "words")}
            expected |= {"findings": sum(said["artifacts"].values()), "number": number}
            for name, decimals in (("probability", 4), ("quality", 1)):
                row[name] = None if row[name] is None else round(row[name], decimals)
            assert row == expected


def race(feed: Path, rounds: int, folder: Path) -> dict[str, Any]:
    articles, size = write_parquet(feed, folder / "news")
    started = time.monotonic()
    spark = cluster_of_two(folder / "news")
    start = time.monotonic() - started
    java = spark.sparkContext._gateway.proc.pid  # the parent of executors and their Python workers
    seconds: dict[str, list[float]] = {name: [] for name in ("process", "cluster")}
    processor: dict[str, list[float]] = {name: [] for name in seconds}

    def process() -> None:
        processor["process"].append(command_seconds(feed, folder / "verdicts.jsonl", threads=2))

    def cluster() -> None:
        before = processor_seconds(java)
        score(spark.read.parquet(str(folder / "news"))).write.mode("overwrite").parquet(str(folder / "verdicts"))
        processor["cluster"].append(processor_seconds(java) - before)

    for _ in range(rounds):
        seconds["process"].append(clock_seconds(process))
        seconds["cluster"].append(clock_seconds(cluster))
    spark.stop()
    check_answers(folder / "verdicts.jsonl", folder / "verdicts")
    return record(articles, size) | {
        "seconds": {name: round(statistics.median(of), 1) for name, of in seconds.items()} | {"cluster_start": round(start, 1)},
        "processor_seconds": {name: round(statistics.median(of), 1) for name, of in processor.items()},
        "ratios": {"spark": ratio(seconds), "spark_processor": ratio(processor)},
    }


def ratio(seconds: dict[str, list[float]]) -> float:
    rounds = zip(seconds["process"], seconds["cluster"], strict=True)
    return round(statistics.median(process / cluster for process, cluster in rounds), 3)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("feed", type=Path, help="JSONL with the field text")
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--folder", type=Path, help="for temporary files, some three times the feed's size (default: the system's)")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as name:
        print(json.dumps(race(given.feed, given.rounds, Path(name))))


if __name__ == "__main__":
    main()
