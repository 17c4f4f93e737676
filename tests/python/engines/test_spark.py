"""Spark on a local cluster: a master, and two workers with an executor each, in separate processes."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import calque
import pyarrow as pa
import pytest
from records import check, read_by_id

pytest.importorskip("pyspark")
import calque.spark  # noqa: E402
from pyspark import TaskContext  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    builder: SparkSession.Builder = SparkSession.builder
    session = (
        builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.files.maxPartitionBytes", "64k")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_a_cluster_writes_the_verdicts_of_the_command(
    spark: SparkSession, news_files: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    news = spark.read.parquet(str(news_files))
    assert news.rdd.getNumPartitions() >= 8
    scored = calque.spark.score(news, text="body")
    assert scored.columns == ["id", "body", "calque"]
    scored.write.parquet(str(tmp_path / "scored"))
    check(read_by_id(tmp_path / "scored"), expected)


def test_every_field_is_that_of_score_arrow(spark: SparkSession, texts: list[str]) -> None:
    rows = calque.spark.score(spark.createDataFrame([(text,) for text in texts], "text string")).collect()
    local = pa.table(calque.score_arrow(pa.array(texts))).to_pylist()
    assert [row.calque.asDict() for row in rows] == local


def executor_dies_once(partition: int, marker: Path) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Kills the executor of a partition after its first rows, but only once."""

    def kill(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch
            context = TaskContext.get()
            assert context is not None
            if context.partitionId() == partition and not marker.exists():
                marker.touch()
                daemon = Path(f"/proc/{os.getppid()}/stat").read_text()
                executor = int(daemon.rpartition(")")[2].split()[1])
                os.kill(executor, signal.SIGKILL)

    return kill


def test_an_executor_that_is_killed_loses_nothing(
    spark: SparkSession, news_files: Path, expected: list[dict[str, Any]], tmp_path: Path
) -> None:
    news = spark.read.parquet(str(news_files))
    marker = tmp_path / "killed"
    middle = news.rdd.getNumPartitions() // 2
    doomed = news.mapInArrow(executor_dies_once(middle, marker), news.schema)
    calque.spark.score(doomed, text="body").write.parquet(str(tmp_path / "scored"))
    assert marker.exists()
    check(read_by_id(tmp_path / "scored"), expected)


def test_a_pack_is_sent_to_the_executors(spark: SparkSession, texts: list[str], tmp_path: Path) -> None:
    pack = tmp_path / "my.calque"
    pack.write_bytes((Path(calque.__file__).parent / "share" / "calque" / "en.calque").read_bytes())
    news = spark.createDataFrame([(text,) for text in texts], "text string")
    rows = calque.spark.score(news, pack=str(pack), prior=0.05).collect()
    expected = [verdict.probability for verdict in calque.load(str(pack), prior=0.05).score_many(texts)]
    assert [row.calque.probability for row in rows] == expected


def test_wrong_arguments_raise_errors_before_a_job_starts(spark: SparkSession) -> None:
    news = spark.createDataFrame([(1, "one")], "id int, text string")
    with pytest.raises(ValueError, match="no text"):
        calque.spark.score(news, text="id")
    with pytest.raises(ValueError, match="already"):
        calque.spark.score(news, column="text")
    with pytest.raises(ValueError, match="prior"):
        calque.spark.score(news, prior=2)
