"""DuckDB: python with_duckdb.py news.parquet scored.parquet

A function for SQL. DuckDB calls it with one vector of texts at a time.
"""

import sys

import calque
import duckdb
import pyarrow as pa


def verdict(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    return pa.chunked_array(calque.score_arrow(texts))


source, target = sys.argv[1:]
with duckdb.connect() as database:
    verdict_type = duckdb.struct_type({"label": "VARCHAR", "probability": "DOUBLE", "quality": "DOUBLE"})
    database.create_function("calque", verdict, ["VARCHAR"], verdict_type, type="arrow", null_handling="special")
    database.sql(f"SELECT *, unnest(calque(body)) FROM '{source}'").write_parquet(target)
