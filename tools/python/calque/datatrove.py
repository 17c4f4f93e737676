"""A filter for datatrove: `CalqueFilter(max_probability=0.5, min_quality=60)` as a step of a pipeline.

Every document, also a dropped one, gets `calque_label`, `calque_basis`, `calque_probability` and `calque_quality` in its
metadata.
"""

from collections.abc import Sequence

from datatrove.data import Document
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.writers.disk_base import DiskWriter

from . import Analyzer, Verdict, load


class CalqueFilter(BaseFilter):
    """Drops documents as `calque filter` does, and annotates all of them.

    drop: if False, only annotates.
    max_probability, min_quality: limits for a document; without both, documents labelled "machine" are dropped. The
        reasons are "probability", "quality" and "machine".
    keep_undecided: if False, also drops documents without a verdict, with the reason "undecided" or the verdict's
        basis: "too_short", ...
    threads: 1 by default, since datatrove runs a task on each core.
    """

    name = "Calque"
    _requires_dependencies = ["calque"]

    def __init__(
        self,
        *,
        drop: bool = True,
        max_probability: float | None = None,
        min_quality: float | None = None,
        keep_undecided: bool = True,
        analyzer: Analyzer | None = None,
        threads: int = 1,
        exclusion_writer: DiskWriter | None = None,
        batch_size: int = 256,
    ) -> None:
        super().__init__(exclusion_writer, batch_size)
        self.drop = drop
        self.max_probability = max_probability
        self.min_quality = min_quality
        self.keep_undecided = keep_undecided
        self.analyzer = analyzer or load()
        self.threads = threads

    def _fault(self, verdict: Verdict) -> str | None:
        if verdict.probability is None:
            return None if self.keep_undecided else verdict.basis
        if self.max_probability is not None and verdict.probability > self.max_probability:
            return "probability"
        if self.min_quality is not None and verdict.quality is not None and verdict.quality < self.min_quality:
            return "quality"
        if self.max_probability is not None or self.min_quality is not None or verdict.label == "human":
            return None
        return "machine" if verdict.label == "machine" else None if self.keep_undecided else "undecided"

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether the document stays, or why not."""
        return self.filter_batch([doc])[0]

    def filter_batch(self, batch: Sequence[Document]) -> list[bool | tuple[bool, str]]:
        """For each document, whether it stays, or why not."""
        verdicts = self.analyzer.score_many((doc.text for doc in batch), threads=self.threads)
        results: list[bool | tuple[bool, str]] = []
        for doc, verdict in zip(batch, verdicts, strict=True):
            for name in ("label", "basis", "probability", "quality"):
                doc.metadata[f"calque_{name}"] = getattr(verdict, name)
            fault = self._fault(verdict) if self.drop else None
            results.append((False, fault) if fault else True)
        return results
