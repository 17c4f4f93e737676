"""Texts for the tests of the installed package: the sample feed, and texts whose offsets are easily wrong."""

import json
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "tools" / "sample" / "feed.jsonl"


@pytest.fixture(scope="session")
def sample() -> Path:
    return SAMPLE


@pytest.fixture(scope="session")
def articles() -> list[dict[str, str]]:
    return [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def texts(articles: list[dict[str, str]]) -> list[str]:
    return [article["text"] for article in articles]
