"""pandas: python with_pandas.py news.parquet scored.parquet"""

import sys

import calque
import pandas as pd

source, target = sys.argv[1:]
news = pd.read_parquet(source)
verdicts = calque.score_many(news["body"])
for name in ("label", "probability", "quality"):
    news[name] = [getattr(verdict, name) for verdict in verdicts]
news.to_parquet(target)
