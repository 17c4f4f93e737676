"""Verdicts on a Spark DataFrame: `calque.spark.score(df, text="body")`.

Needs Spark 3.5 or newer, and this package and pyarrow on each machine with an executor. Rows stay in their partitions and
keep their order. A verdict depends only on its row, so Spark can compute the rows of a lost executor again, with equal
results.
"""

import os
from collections.abc import Iterator
from functools import cache

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_type
from pyspark.sql.types import StructField, StructType

from . import Analyzer, load
from .arrow import append_verdicts, verdict_type


@cache  # Spark reuses Python workers, so each maps a model once; workers of one machine share its pages
def _analyzer(pack: str | None, max_fpr: float, prior: float) -> Analyzer:
    return load(SparkFiles.get(pack) if pack else None, max_fpr=max_fpr, prior=prior)


def score(
    df: DataFrame,
    *,
    text: str = "text",
    column: str = "calque",
    pack: str | None = None,
    max_fpr: float = 0.01,
    prior: float = 0.5,
) -> DataFrame:
    """The rows of df with one more column, a struct of the columns of `score_arrow` for the column `text`.

    Your own pack is sent to each executor once. The English pack is part of the package.
    """
    if column in df.columns:
        raise ValueError(f"there is already a column {column}")
    if df.schema[text].dataType.typeName() != "string":
        raise ValueError(f"column {text} holds no text")
    load(pack, max_fpr=max_fpr, prior=prior)  # wrong arguments raise an error here, not in a job
    if pack:
        df.sparkSession.sparkContext.addFile(pack)
    shipped = os.path.basename(pack) if pack else None

    def verdicts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        analyzer = _analyzer(shipped, max_fpr, prior)
        for batch in batches:  # Spark runs one task on each core, so one thread is enough
            yield append_verdicts(batch, text=text, column=column, analyzer=analyzer, threads=1)

    schema = StructType([*df.schema.fields, StructField(column, from_arrow_type(verdict_type()))])
    return df.mapInArrow(verdicts, schema)
