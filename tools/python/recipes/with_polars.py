"""polars: python with_polars.py news.parquet scored.parquet"""

import sys

import calque
import polars as pl

source, target = sys.argv[1:]
news = pl.read_parquet(source)
verdicts = pl.DataFrame(calque.score_arrow(news, text="body"))
news.hstack(verdicts.select("label", "probability", "quality")).write_parquet(target)
