"""Parquet files are scored into Parquet files, from Python and from a shell."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import calque
import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from calque.parquet import score_parquet  # noqa: E402


def shell(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "calque", "score", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def news(tmp_path: Path, texts: list[str]) -> Path:
    many = [*texts[:4], None, *["Too short."] * 45] * 30  # more than one batch; batches end within row groups
    pq.write_table(pa.table({"id": range(len(many)), "body": many}), tmp_path / "news.parquet", row_group_size=700)
    return tmp_path / "news.parquet"


def verdicts_of(texts: list[str | None]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pa.table(calque.score_arrow(pa.array(texts))).to_pylist()
    return rows


def test_rows_and_columns_and_their_order_are_kept(news: Path) -> None:
    source, target = pq.read_table(news), news.with_name("scored.parquet")
    assert source.num_rows > 1024
    assert score_parquet(news, target, text="body", threads=2) == source.num_rows
    scored = pq.read_table(target)
    assert scored.select(["id", "body"]).equals(source)
    # Parquet stores a null struct as a struct whose fields are all null.
    assert scored["calque"].to_pylist() == verdicts_of(source["body"].to_pylist())


def test_the_command_scores_parquet_with_its_options(news: Path) -> None:
    target = news.with_name("scored.parquet")
    run = shell(news, "-o", target, "--text-field=body", "--prior=0.05", "--max-fpr=0.001", "--threads=1")
    assert run.returncode == 0, run.stderr
    strict = calque.load(prior=0.05, max_fpr=0.001)
    texts = pq.read_table(news)["body"]
    expected = pa.table(strict.score_arrow(texts))
    assert pq.read_table(target)["calque"].to_pylist() == expected.to_pylist()
    assert run.stderr == f"calque: {len(texts)} rows\n"


def test_errors_have_the_exit_codes_of_the_command(news: Path, tmp_path: Path) -> None:
    target = tmp_path / "scored.parquet"
    assert shell(news, "-o", target, "--no-such-option").returncode == 2
    wrong_column = shell(news, "-o", target)
    assert wrong_column.returncode == 2 and "no column text among id, body" in wrong_column.stderr
    assert shell(news, "-o", news, "--text-field=body").returncode == 2
    assert shell(tmp_path / "nowhere.parquet", "-o", target).returncode == 3
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 this is not Parquet")
    broken = shell(tmp_path / "broken.parquet", "-o", target)
    assert broken.returncode == 3 and "broken.parquet" in broken.stderr
    assert shell(news, "-o", target, "--text-field=body", "--model=nowhere.calque").returncode == 4
    assert shell(news, "-o", target, "--text-field=body", "--quiet").stderr == ""
    twice = shell(target, "-o", tmp_path / "again.parquet", "--text-field=body")
    assert twice.returncode == 2 and "already" in twice.stderr


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(row_groups: int) -> int:
        source = tmp_path / "news.parquet"
        with pq.ParquetWriter(source, pa.schema({"text": pa.string(), "page": pa.string()})) as writer:
            for group in range(row_groups):  # of 2 MB; each page is different, so that no dictionary makes them small
                pages = [f"{group} {row} {'page ' * 4000}" for row in range(100)]
                writer.write(pa.table({"text": ["Too short."] * 100, "page": pages}))
        pool = pa.system_memory_pool()
        before = pa.default_memory_pool()
        pa.set_memory_pool(pool)
        try:
            score_parquet(source, tmp_path / "scored.parquet")
        finally:
            pa.set_memory_pool(before)
        return int(pool.max_memory())

    small = peak(20)  # first, since the pool reports the highest peak so far
    assert peak(100) < 2 * small
