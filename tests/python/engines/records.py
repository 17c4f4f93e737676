"""Compares the output of an engine with the records of the command."""

from pathlib import Path
from typing import Any

import pyarrow.dataset as dataset


def rounded(value: float | None, decimals: int) -> float | None:
    return None if value is None else round(value, decimals)


def check(rows: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Checks that the rows have these verdicts, in columns of their own or in a struct `calque`."""
    assert [row["id"] for row in rows] == [record["id"] for record in expected]
    for row, record in zip(rows, expected, strict=True):
        verdict = row.get("calque") or row
        assert verdict["label"] == record["label"]
        assert rounded(verdict["probability"], 4) == record["probability"]
        assert rounded(verdict["quality"], 1) == record["quality"]


def read_by_id(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = dataset.dataset(folder, format="parquet").to_table().to_pylist()
    return sorted(rows, key=lambda row: int(row["id"]))
