"""Ray Data: python with_ray.py news.parquet scored.parquet

Each worker process maps the model once; `threads=1` leaves the other cores to Ray.
"""

import sys

import calque.arrow
import pyarrow as pa
import ray


def score(news: pa.Table) -> pa.Table:
    return calque.arrow.append_verdicts(news, text="body", threads=1)


source, target = sys.argv[1:]
ray.data.read_parquet(source).map_batches(score, batch_format="pyarrow").write_parquet(target)
