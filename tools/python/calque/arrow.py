"""Adds a column of verdicts to an Arrow table. Needs pyarrow (`pip install calque[arrow]`)."""

from functools import cache
from typing import TypeVar

import pyarrow as pa

from . import Analyzer, load

Columns = TypeVar("Columns", pa.RecordBatch, pa.Table)


@cache
def verdict_type() -> pa.DataType:
    """The type of a column of verdicts: a struct of the columns of `score_arrow`."""
    return pa.chunked_array(load().score_arrow(pa.array([], pa.string()))).type


def append_verdicts(
    data: Columns,
    *,
    text: str = "text",
    column: str = "calque",
    analyzer: Analyzer | None = None,
    threads: int | None = None,
) -> Columns:
    """The table or batch with one more column, the verdicts on the column `text`."""
    if column in data.schema.names:
        raise ValueError(f"there is already a column {column}")
    verdicts = pa.chunked_array((analyzer or load()).score_arrow(data, text=text, threads=threads))
    if isinstance(data, pa.RecordBatch):
        verdicts = verdicts.combine_chunks()
    return data.append_column(column, verdicts)
