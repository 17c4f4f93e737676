"""datatrove and dolma, each run as its own documentation shows."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import calque
import pytest


def read_lines(folder: Path) -> list[dict[str, Any]]:
    """The records of all gzipped JSONL files."""
    lines = []
    for path in sorted(folder.rglob("*.gz")):
        lines += gzip.decompress(path.read_bytes()).splitlines()
    return [json.loads(line) for line in lines]


def run_datatrove(sample: Path, target: Path, **options: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The documents that the filter keeps, and those that it drops."""
    from calque.datatrove import CalqueFilter
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    dropped = JsonlWriter(str(target / "dropped"))
    pipeline = [
        JsonlReader(str(sample.parent), glob_pattern=sample.name),
        CalqueFilter(exclusion_writer=dropped, batch_size=3, **options),
        JsonlWriter(str(target / "kept")),
    ]
    LocalPipelineExecutor(pipeline=pipeline, logging_dir=str(target / "logs")).run()
    return read_lines(target / "kept"), read_lines(target / "dropped")


def test_datatrove_drops_what_the_command_drops_and_annotates_everything(
    sample: Path, articles: list[dict[str, str]], tmp_path: Path
) -> None:
    pytest.importorskip("datatrove")
    cases: list[tuple[dict[str, Any], list[str]]] = [
        ({}, []),
        ({"max_probability": 0.1}, ["--max-probability=0.1"]),
        ({"min_quality": 85, "keep_undecided": False}, ["--min-quality=85", "--undecided=reject"]),
    ]
    for number, (options, arguments) in enumerate(cases):
        command = [sys.executable, "-m", "calque", "filter", "--quiet", *arguments, str(sample)]
        passed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        kept, dropped = run_datatrove(sample, tmp_path / str(number), **options)
        assert [doc["id"] for doc in kept] == [json.loads(line)["id"] for line in passed]
        assert len(kept) + len(dropped) == len(articles)
        assert dropped and all(doc["metadata"]["filter_reason"] for doc in dropped)
        for doc in kept + dropped:
            verdict = calque.score(doc["text"])
            assert doc["metadata"]["calque_label"] == verdict.label
            assert doc["metadata"]["calque_basis"] == verdict.basis
            assert doc["metadata"]["calque_probability"] == verdict.probability
            assert doc["metadata"]["calque_quality"] == verdict.quality


def test_datatrove_can_annotate_and_drop_nothing(sample: Path, articles: list[dict[str, str]], tmp_path: Path) -> None:
    pytest.importorskip("datatrove")
    kept, dropped = run_datatrove(sample, tmp_path, drop=False, max_probability=0.0)
    assert [doc["id"] for doc in kept] == [article["id"] for article in articles]
    assert dropped == []
    assert any(doc["metadata"]["calque_label"] == "machine" for doc in kept)


def test_dolma_writes_attributes_with_spans(articles: list[dict[str, str]], tmp_path: Path) -> None:
    dolma = Path(sys.prefix) / "dolma" / "bin" / "dolma"  # needs another NumPy, so it has its own environment
    if not dolma.exists():
        pytest.skip("dolma is not installed")
    (tmp_path / "packages").mkdir()
    (tmp_path / "packages" / "calque").symlink_to(Path(calque.__file__).parent)
    documents = tmp_path / "documents"
    documents.mkdir()
    lines = [json.dumps({"id": a["id"], "text": a["text"], "source": "sample"}) + "\n" for a in articles]
    (documents / "feed.jsonl.gz").write_bytes(gzip.compress("".join(lines).encode()))
    command = [str(dolma), "tag", "--documents", f"{documents}/*.gz", "--processes", "1"]
    run = subprocess.run(
        [*command, "--taggers", "calque", "--tagger_modules", "calque.dolma"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "packages")},
    )
    assert run.returncode == 0, run.stderr
    records = read_lines(tmp_path / "attributes")
    assert [record["id"] for record in records] == [article["id"] for article in articles]
    for record, article in zip(records, articles, strict=True):
        check_attributes(record["attributes"], article["text"])


def check_attributes(attributes: dict[str, list[list[float]]], text: str) -> None:
    verdict = calque.score(text, findings=True)
    assert verdict.findings is not None
    probability = [] if verdict.probability is None else [[0, len(text), round(verdict.probability, 5)]]
    assert attributes["calque__calque__probability"] == probability
    found = sorted((f"calque__calque__finding_{f.type}", f.start, f.end) for f in verdict.findings)
    spans = [(name, span[0], span[1]) for name, spans in attributes.items() if "finding_" in name for span in spans]
    assert sorted(spans) == found
