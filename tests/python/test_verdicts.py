"""Verdicts in Python are those of the command."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import calque
import pytest


def command_records(*arguments: str) -> list[dict[str, object]]:
    command = [sys.executable, "-m", "calque", "score", "--quiet", *arguments]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def without_names(record: dict[str, object]) -> list[tuple[str, object]]:
    return [(key, value) for key, value in record.items() if key not in ("id", "url", "host", "date", "title")]


def test_every_record_is_that_of_the_command_in_the_same_order_of_keys(sample: Path, texts: list[str]) -> None:
    expected = [without_names(record) for record in command_records("--findings", str(sample))]
    assert [list(verdict.to_dict().items()) for verdict in calque.score_many(texts, findings=True)] == expected
    assert [list(calque.score(text, findings=True).to_dict().items()) for text in texts] == expected


def test_the_sample_feed_has_all_labels_and_the_common_bases(texts: list[str]) -> None:
    verdicts = calque.score_many(texts)
    assert {verdict.label for verdict in verdicts} == {"machine", "human", "undecided"}
    assert {verdict.basis for verdict in verdicts} >= {"scored", "too_short", "other_language"}


def test_attributes_have_the_values_of_the_record(texts: list[str]) -> None:
    for verdict in calque.score_many(texts):
        record = verdict.to_dict()
        assert (record["label"], record["basis"], record["words"]) == (verdict.label, verdict.basis, verdict.words)
        assert record["artifacts"] == verdict.artifacts
        assert record["model"] == verdict.model == calque.load().model
        assert verdict.findings is None
        if verdict.probability is None:
            assert verdict.basis != "scored" and verdict.posterior is None and verdict.quality_interval is None
        else:
            assert verdict.posterior is not None
            parts = (verdict.posterior.original, verdict.posterior.translation, verdict.posterior.machine)
            assert sum(parts) == pytest.approx(1)
            assert verdict.posterior.machine == pytest.approx(verdict.probability)


@pytest.mark.parametrize("threads", [1, 2, 7, None])
def test_order_and_verdicts_do_not_depend_on_threads(texts: list[str], threads: int | None) -> None:
    many = texts * 40
    expected = [calque.score(text).to_dict() for text in texts] * 40
    assert [verdict.to_dict() for verdict in calque.score_many(many, threads=threads)] == expected


def test_any_iterable_is_accepted(texts: list[str]) -> None:
    expected = [verdict.to_dict() for verdict in calque.score_many(texts)]
    assert [verdict.to_dict() for verdict in calque.score_many(text for text in texts)] == expected
    assert calque.score_many([]) == []


def test_loading_takes_the_options_of_the_command(sample: Path, texts: list[str]) -> None:
    strict = calque.load(max_fpr=0.0001, prior=0.05)
    assert strict.threshold > calque.load().threshold
    expected = [without_names(record) for record in command_records("--max-fpr=0.0001", "--prior=0.05", str(sample))]
    assert [list(verdict.to_dict().items()) for verdict in strict.score_many(texts)] == expected


def test_an_analyzer_is_pickled_as_the_options_that_it_was_loaded_with(texts: list[str]) -> None:
    strict = calque.load(prior=0.05)
    copy = pickle.loads(pickle.dumps(strict))
    assert copy.score(texts[0]).to_dict() == strict.score(texts[0]).to_dict()
    assert len(pickle.dumps(strict)) < 1000


def test_wrong_arguments_raise_errors(tmp_path: Path) -> None:
    with pytest.raises(calque.ModelError, match="nowhere.calque"):
        calque.load(str(tmp_path / "nowhere.calque"))
    with pytest.raises(ValueError, match="max_fpr"):
        calque.load(max_fpr=2)
    with pytest.raises(ValueError, match="prior"):
        calque.load(prior=float("nan"))
    with pytest.raises(ValueError, match="threads"):
        calque.score_many(["text"], threads=0)
    with pytest.raises(TypeError):
        calque.score(b"bytes")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="str"):
        calque.score_many(["text", None])  # type: ignore[list-item]
