"""Explanations in a terminal and in a notebook."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import calque
import pytest


class Page(HTMLParser):
    """Checks that elements nest, and collects the marked places."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open[-1] == "mark":
            self.marked.append(data)


def test_a_terminal_sees_what_the_command_shows(sample: Path, articles: list[dict[str, str]]) -> None:
    article = next(article for article in articles if article["id"] == "reform-speech-arabic")
    command = [sys.executable, "-m", "calque", "explain", "--id", article["id"], str(sample)]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert str(calque.explain(article["text"], id=article["id"])) == shown


def test_a_notebook_sees_every_finding_marked_with_its_reason(texts: list[str]) -> None:
    for text in texts:
        explanation = calque.explain(text)
        page = Page(explanation._repr_html_())
        findings = explanation.verdict.findings
        assert findings is not None
        assert bool(page.marked) == bool(findings)
        for finding in findings:
            assert finding.why in page.text


def test_html_in_an_article_is_text() -> None:
    text = 'He left the the <script>alert("1 & 2")</script> town for the <b> the </b>. ' * 3
    html = calque.explain(text)._repr_html_()
    assert "<script" not in html and "<b> the" not in html
    assert '<script>alert("1 & 2")</script>' in Page(html).text


def test_the_shares_of_words_are_those_of_each_head(texts: list[str]) -> None:
    explanation = calque.explain(texts[0])
    assert len(explanation.heads) >= 2
    for ngrams in explanation.heads.values():
        shares = [abs(ngram.share) for ngram in ngrams]
        assert shares == sorted(shares, reverse=True) and shares[0] > 0
        assert all(ngram.count >= 1 for ngram in ngrams)
        assert [ngram.count for ngram in ngrams if not ngram.text] == [explanation.verdict.sentences]


def test_reprs_show_the_main_fields(texts: list[str]) -> None:
    verdict = calque.score("He left the the town.", findings=True)
    assert repr(verdict) == "Verdict(label='undecided', basis='too_short', probability=None, quality=None)"
    assert verdict.findings is not None
    assert repr(verdict.findings[0]) == "Finding('repetition', start=8, end=15, text='the the', suggestion='the')"


def test_only_text_can_be_explained() -> None:
    with pytest.raises(TypeError):
        calque.explain(None)  # type: ignore[arg-type]
