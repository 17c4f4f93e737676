"""Reads Parquet and writes Parquet: keeps every column and adds `calque`, the verdict.

Needs pyarrow (`pip install calque[arrow]`). Files are read and written batch by batch, so memory does not grow with them,
and rows keep their order. In a shell: `python -m calque score news.parquet -o scored.parquet`.
"""

import argparse
import os
import sys
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from . import Analyzer, ModelError, load
from .arrow import append_verdicts, verdict_type

COLUMN = "calque"
# Some 3 MB of news: enough to keep many threads busy, and little memory.
ROWS = 1024


def _check(file: pq.ParquetFile, text: str) -> None:
    names = file.schema_arrow.names
    if text not in names:
        raise ValueError(f"there is no column {text} among {', '.join(names)}")
    if COLUMN in names:
        raise ValueError(f"there is already a column {COLUMN}")


def score_parquet(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    text: str = "text",
    threads: int | None = None,
    analyzer: Analyzer | None = None,
) -> int:
    """Scores the column `text` of one file into another. Returns the number of rows."""
    if os.path.exists(target) and os.path.samefile(source, target):
        raise ValueError(f"{source} is both read and written")
    chosen = analyzer or load()
    with pq.ParquetFile(source) as file:
        _check(file, text)
        with pq.ParquetWriter(target, file.schema_arrow.append(pa.field(COLUMN, verdict_type()))) as writer:
            for batch in file.iter_batches(batch_size=ROWS):
                writer.write_batch(append_verdicts(batch, text=text, column=COLUMN, analyzer=chosen, threads=threads))
        return int(file.metadata.num_rows)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="calque score", description="Scores a Parquet file into another, which gets one more column, `calque`, with the verdict."
    )
    parser.add_argument("source", metavar="FILE.parquet")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the Parquet file to write")
    parser.add_argument("--text-field", default="text", help="the column with the article (default: text)")
    parser.add_argument("--threads", type=int, help="threads that score (default: one for each core)")
    parser.add_argument("--max-fpr", type=float, default=0.01, help="this option and those below work as for other files")
    parser.add_argument("--max-translation-fpr", type=float)
    parser.add_argument("--prior", type=float, default=0.5)
    parser.add_argument("--model", metavar="PATH")
    parser.add_argument("--classifier", metavar="PATH")
    parser.add_argument("--classifier-label", metavar="LABEL")
    parser.add_argument("--quiet", action="store_true", help="no summary on standard error")
    return parser


def _analyzer(given: argparse.Namespace) -> Analyzer:
    return load(
        given.model,
        max_fpr=given.max_fpr,
        max_translation_fpr=given.max_translation_fpr,
        prior=given.prior,
        classifier=given.classifier,
        classifier_label=given.classifier_label,
    )


def main(arguments: Sequence[str]) -> int:
    """`calque score` on a Parquet file, with the exit codes of the command."""
    given = _options().parse_args(arguments)
    try:
        analyzer = _analyzer(given)
        rows = score_parquet(given.source, given.output, text=given.text_field, threads=given.threads, analyzer=analyzer)
    except (ModelError, OSError, pa.ArrowException, ValueError) as error:
        print(f"calque: {given.source}: {error}", file=sys.stderr)
        if isinstance(error, ModelError):
            return 4
        return 3 if isinstance(error, (OSError, pa.ArrowException)) else 2
    if not given.quiet:
        print(f"calque: {rows} rows", file=sys.stderr)
    return 0
