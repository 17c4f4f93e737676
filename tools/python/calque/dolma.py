"""A tagger for dolma: `dolma tag --tagger_modules calque.dolma --taggers calque ...`.

A document with a verdict gets the attributes `probability` (that a machine translated it) and `quality` (0 to 100), each a
span over the whole text. Each finding is a span `finding_TYPE` with score 1 over its place.
"""

from dolma.core.data_types import DocResult, Document, Span
from dolma.core.registry import TaggerRegistry
from dolma.core.taggers import BaseTagger

from . import score


@TaggerRegistry.add("calque")
class CalqueTagger(BaseTagger):
    """Probability, quality and findings."""

    @property
    def defaults(self) -> list[str]:
        """The attributes that every document has, even if they are empty."""
        return ["probability", "quality"]

    def predict(self, doc: Document) -> DocResult:
        """The spans of one document."""
        verdict = score(doc.text, findings=True)
        spans = [Span(found.start, found.end, f"finding_{found.type}") for found in verdict.findings or ()]
        if verdict.probability is not None and verdict.quality is not None:
            spans.append(Span(0, len(doc.text), "probability", verdict.probability))
            spans.append(Span(0, len(doc.text), "quality", verdict.quality))
        return DocResult(doc, spans)
