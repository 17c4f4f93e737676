"""Verdicts on a Spark DataFrame: `calque.spark.score(df, text="body")`.

Needs Spark 3.5 or newer, and this package and pyarrow wherever an executor runs. Rows stay in their partitions and in
their order. A verdict depends on nothing but the row, so what is lost with an executor is computed again, the same.
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


@cache  # Python workers are used again, so each maps a model once; workers of a machine share its pages
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
    """The rows of df with a column more, a struct of what `score_arrow` says of the column `text`.

    A pack of your own is sent to each executor once; the English one is in the package.
    """
    if column in df.columns:
        raise ValueError(f"there is a column {column} already")
    if df.schema[text].dataType.typeName() != "string":
        raise ValueError(f"column {text} holds no text")
    load(pack, max_fpr=max_fpr, prior=prior)  # what is wrong with these is said here, not by a job
    if pack:
        df.sparkSession.sparkContext.addFile(pack)
    shipped = os.path.basename(pack) if pack else None

    def verdicts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        analyzer = _analyzer(shipped, max_fpr, prior)
        for batch in batches:  # Spark gives each core a task, so one thread each
            yield append_verdicts(batch, text=text, column=column, analyzer=analyzer, threads=1)

    schema = StructType([*df.schema.fields, StructField(column, from_arrow_type(verdict_type()))])
    return df.mapInArrow(verdicts, schema)
