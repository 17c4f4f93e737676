"""Finds machine-translated English news and marks the places that show it.

>>> import calque
>>> verdict = calque.score(text)
>>> verdict.label, verdict.probability
('machine', 0.98)
>>> for finding in calque.explain(text).verdict.findings:
...     print(text[finding.start:finding.end], finding.why)

`score`, `score_many`, `score_arrow` and `explain` use the English model of the package. For another threshold, model or
classifier, call `load`; the analyzer that it returns has the same functions.
"""

from collections.abc import Iterable
from functools import cache

from ._calque import (
    Analyzer,
    Explanation,
    Finding,
    ModelError,
    Ngram,
    Posterior,
    Verdict,
    VerdictStream,
    version,
)

__all__ = [
    "Analyzer",
    "Explanation",
    "Finding",
    "ModelError",
    "Ngram",
    "Posterior",
    "Verdict",
    "VerdictStream",
    "__version__",
    "explain",
    "load",
    "score",
    "score_arrow",
    "score_many",
]


__version__ = version()


def load(
    pack: str | None = None,
    *,
    max_fpr: float = 0.01,
    max_translation_fpr: float | None = None,
    prior: float = 0.5,
    classifier: str | None = None,
    classifier_label: str | None = None,
) -> Analyzer:
    """Loads a model: `pack`, or by default the package's English pack.

    max_fpr: the share of English originals that may be called machine.
    max_translation_fpr: the same for translations by people; by default four times max_fpr.
    prior: the share of machine translation among your texts, if you know it.
    classifier: a supervised fastText model with two labels, used in place of the pack's heads.
    classifier_label: its label for machine translation, if that is not machine, mt or 1.

    Raises ModelError if a model cannot be loaded, and ValueError if a rate or prior is out of range.
    """
    return Analyzer(
        pack,
        max_fpr=max_fpr,
        max_translation_fpr=max_translation_fpr,
        prior=prior,
        classifier=classifier,
        classifier_label=classifier_label,
    )


@cache
def _english() -> Analyzer:
    return load()


def score(text: str, *, findings: bool = False) -> Verdict:
    """The verdict on one article."""
    return _english().score(text, findings=findings)


def score_many(texts: Iterable[str], *, threads: int | None = None, findings: bool = False) -> list[Verdict]:
    """The verdicts on many articles, in the order of texts. threads: how many; by default one for each core."""
    return _english().score_many(texts, threads=threads, findings=findings)


def score_arrow(data: object, *, text: str = "text", threads: int | None = None) -> VerdictStream:
    """The verdicts on a column of an Arrow table, batch or stream, or on an Arrow array, one row for each row."""
    return _english().score_arrow(data, text=text, threads=threads)


def explain(text: str, *, id: str = "article") -> Explanation:
    """One article with its findings, their reasons, and the n-grams that moved the classifier. id names the article."""
    return _english().explain(text, id=id)
