"""News in Parquet, and the command's records of it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

os.environ["PYSPARK_PYTHON"] = sys.executable  # the Python of Spark's driver and executors

COPIES = 8
FILES = 8


@pytest.fixture(scope="session")
def news(texts: list[str]) -> list[dict[str, Any]]:
    return [{"id": number, "body": text} for number, text in enumerate(texts * COPIES)]


@pytest.fixture(scope="session")
def news_files(news: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    table = pa.Table.from_pylist(news)
    rows = len(news) // FILES + 1
    for part in range(FILES):
        pq.write_table(table.slice(part * rows, rows), folder / f"part-{part}.parquet")
    return folder


@pytest.fixture(scope="session")
def expected(news: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The records of `calque score`, in the order of their ids."""
    feed = tmp_path_factory.mktemp("feed") / "news.jsonl"
    feed.write_text("".join(json.dumps(row) + "\n" for row in news), encoding="utf-8")
    command = [sys.executable, "-m", "calque", "score", "--quiet", "--text-field=body", str(feed)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]
