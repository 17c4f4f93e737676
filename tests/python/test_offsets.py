"""Places are offsets into the input str, whatever its characters."""

import random

import calque

SENTENCE = "He left the the town, and the main slap came the past Sunday. "
# Characters of 1 to 4 bytes of UTF-8, characters that normalisation splits or joins, marks, and lone surrogates.
ODDITIES = ["é", "“", "\U0001f600", "Jose\u0301", "\u212b", "ﬁ", "\ufeff", "\u0000", "\r\n", "\ud800", "\udfff\ud800", "\ufffd"]


def check_places(text: str) -> int:
    findings = calque.score(text, findings=True).findings
    assert findings is not None
    for finding in findings:
        assert text[finding.start : finding.end].translate(SURROGATES) == finding.text
        assert finding.to_dict()["text"] == finding.text
    return len(findings)


SURROGATES = {code: "\ufffd" for code in range(0xD800, 0xE000)}


def test_places_of_the_sample_feed_have_the_text_of_the_findings(texts: list[str]) -> None:
    assert sum(check_places(text) for text in texts) > 20


def test_odd_characters_before_a_place_count_as_in_python() -> None:
    for oddity in ODDITIES:
        assert check_places(oddity + SENTENCE * 3 + oddity + SENTENCE) >= 4


def test_places_hold_in_any_mixture() -> None:
    mix = random.Random(1)
    pieces = [*ODDITIES, *SENTENCE.split(" "), SENTENCE, " ", "\n\n"]
    for _ in range(2000):
        check_places("".join(mix.choice(pieces) for _ in range(mix.randrange(60))))


def test_odd_texts_get_a_verdict_and_no_error() -> None:
    for text in ["", " ", "\ud800", "\u0000" * 1000, "\ufeff", "a" * 1_000_000, "word " * 100_000, "\U0010ffff" * 5000]:
        assert calque.score(text).basis != "scored"
