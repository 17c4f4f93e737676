"""Dask: python with_dask.py news.parquet scored.parquet

Each partition is scored on its worker; `threads=1` leaves the other cores to Dask.
"""

import sys

import calque
import dask.dataframe as dd
import pandas as pd


def score(news: pd.DataFrame) -> pd.DataFrame:
    verdicts = calque.score_many(news["body"], threads=1)
    return news.assign(
        label=pd.array([verdict.label for verdict in verdicts], "string"),
        probability=pd.array([verdict.probability for verdict in verdicts], "float64"),
        quality=pd.array([verdict.quality for verdict in verdicts], "float64"),
    )


if __name__ == "__main__":
    source, target = sys.argv[1:]
    news = dd.read_parquet(source)
    news.map_partitions(score, meta=score(news._meta)).to_parquet(target)
