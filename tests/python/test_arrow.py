"""Arrow columns in every layout, from and to packages with the PyCapsule interface."""

import random
from collections.abc import Iterator
from typing import Any

import calque
import pytest

pa = pytest.importorskip("pyarrow")

LAYOUTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.dictionary(pa.int8(), pa.string()),
    pa.dictionary(pa.uint32(), pa.large_string()),
]


def expected_rows(texts: list[str | None]) -> list[dict[str, Any]]:
    rows = []
    for text in texts:
        verdict = None if text is None else calque.score(text, findings=True)
        posterior = verdict and verdict.posterior
        low, high = (verdict and verdict.quality_interval) or (None, None)
        rows.append(
            {
                "label": verdict and verdict.label,
                "basis": verdict and verdict.basis,
                "probability": verdict and verdict.probability,
                "original": posterior and posterior.original,
                "translation": posterior and posterior.translation,
                "quality": verdict and verdict.quality,
                "quality_low": low,
                "quality_high": high,
                "source_language": verdict and verdict.source_language,
                "source_language_share": verdict and verdict.source_language_share,
                "words": verdict and verdict.words,
                "sentences": verdict and verdict.sentences,
                "findings": verdict and len(verdict.findings or []),
            }
        )
    return rows


@pytest.fixture
def column(texts: list[str]) -> list[str | None]:
    return [None, *texts, "", "short", None, "exactly 12 b", "thirteen byte"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_every_layout_gives_the_verdicts_of_its_texts_and_keeps_nulls(column: list[str | None], layout: Any) -> None:
    array = pa.array(column, pa.string()).cast(layout)
    scored = pa.table(calque.score_arrow(array)).combine_chunks()
    scored.validate(full=True)
    assert scored.to_pylist() == expected_rows(column)


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_slices_of_columns_and_of_batches_are_seen_as_slices(column: list[str | None], layout: Any) -> None:
    array = pa.array(column, pa.string()).cast(layout)
    assert pa.table(calque.score_arrow(array[3:9])).to_pylist() == expected_rows(column[3:9])
    batch = pa.record_batch({"id": list(range(len(column))), "body": array})
    sliced = calque.score_arrow(batch.slice(2, 7), text="body", threads=2)
    assert pa.table(sliced).to_pylist() == expected_rows(column[2:9])


def test_structs_that_are_null_hold_no_text() -> None:
    array = pa.StructArray.from_arrays([pa.array(["a", "b"])], ["text"], mask=pa.array([True, False]))
    assert pa.table(calque.score_arrow(array))["basis"].to_pylist() == [None, "too_short"]


def test_a_column_of_nulls_and_an_empty_column() -> None:
    assert pa.table(calque.score_arrow(pa.nulls(3))).to_pylist() == expected_rows([None] * 3)
    empty = pa.table(calque.score_arrow(pa.array([], pa.string())))
    assert empty.num_rows == 0
    assert empty.schema.types == [
        *[pa.string()] * 2, *[pa.float64()] * 6, pa.string(), pa.float64(), *[pa.int32()] * 3
    ]  # fmt: skip


def test_a_stream_is_read_batch_by_batch_on_demand(texts: list[str]) -> None:
    made = []

    def batches() -> Iterator[Any]:
        for text in texts:
            made.append(text)
            yield pa.record_batch({"text": [text]})

    schema = pa.schema({"text": pa.string()})
    scored = pa.RecordBatchReader.from_stream(calque.score_arrow(pa.RecordBatchReader.from_batches(schema, batches())))
    assert scored.read_next_batch().num_rows == 1
    assert len(made) < len(texts)
    assert scored.read_all().num_rows == len(texts) - 1


def test_errors_of_the_input_stream_are_raised() -> None:
    def batches() -> Iterator[Any]:
        yield pa.record_batch({"text": ["one"]})
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"text": pa.string()}), batches())
    with pytest.raises(OSError, match="the disk is gone"):
        pa.table(calque.score_arrow(reader))


def test_data_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no column body among id, text"):
        calque.score_arrow(pa.record_batch({"id": [1], "text": ["a"]}), text="body")
    with pytest.raises(ValueError, match="holds no text"):
        calque.score_arrow(pa.array([1, 2]))
    with pytest.raises(TypeError, match="__arrow_c_stream__"):
        calque.score_arrow(["a"])
    stream = calque.score_arrow(pa.array(["a"]))
    pa.table(stream)
    with pytest.raises(ValueError, match="has been read"):
        pa.table(stream)


def test_a_stream_that_nobody_reads_is_released(texts: list[str]) -> None:
    for _ in range(100):
        calque.score_arrow(pa.table({"text": texts}))
        calque.score_arrow(pa.table({"text": texts})).__arrow_c_stream__()
    assert pa.total_allocated_bytes() < 10_000_000


def test_polars_hands_columns_over_and_takes_verdicts_back(column: list[str | None]) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({"body": column})
    scored = polars.DataFrame(calque.score_arrow(frame, text="body"))
    assert scored.to_dicts() == expected_rows(column)


def test_nanoarrow_hands_arrays_over_and_takes_verdicts_back(column: list[str | None]) -> None:
    nanoarrow = pytest.importorskip("nanoarrow")
    scored = nanoarrow.ArrayStream(calque.score_arrow(nanoarrow.Array(column, nanoarrow.string()))).read_all()
    assert scored.to_pylist() == expected_rows(column)


def test_duckdb_hands_over_the_result_of_a_query(column: list[str | None]) -> None:
    duckdb = pytest.importorskip("duckdb")
    news = pa.table({"id": range(len(column)), "body": column})
    query = duckdb.from_arrow(news).filter("id > 0").order("id")
    assert pa.table(calque.score_arrow(query, text="body")).to_pylist() == expected_rows(column[1:])


def test_duckdb_reads_verdicts_as_a_table(column: list[str | None]) -> None:
    duckdb = pytest.importorskip("duckdb")
    scored = pa.table(calque.score_arrow(pa.table({"text": column})))
    labels = duckdb.sql("SELECT label, count(*) FROM scored WHERE label IS NOT NULL GROUP BY ALL ORDER BY ALL").fetchall()
    assert sum(count for _, count in labels) == len([text for text in column if text is not None])


def test_verdicts_are_columns_or_one_struct_as_the_reader_chooses(column: list[str | None]) -> None:
    array = pa.array(column)
    flat = pa.table(calque.score_arrow(array))
    struct = pa.chunked_array(calque.score_arrow(array)).combine_chunks()
    assert struct.type == pa.struct(list(flat.schema))
    assert struct.to_pylist() == flat.to_pylist()


def test_verdicts_are_appended_to_a_table_and_to_a_batch(column: list[str | None]) -> None:
    from calque.arrow import append_verdicts, verdict_type

    table = pa.table({"id": range(len(column)), "body": column})
    scored = append_verdicts(table, text="body")
    assert scored.schema.names == ["id", "body", "calque"]
    assert scored.schema.field("calque").type == verdict_type()
    assert scored["calque"].to_pylist() == expected_rows(column)
    batch = append_verdicts(table.to_batches()[0], text="body", column="verdict", analyzer=calque.load(prior=0.1))
    assert isinstance(batch, pa.RecordBatch)
    assert batch.select(["id", "body"]).equals(table.to_batches()[0])
    with pytest.raises(ValueError, match="already a column id"):
        append_verdicts(table, text="body", column="id")


def test_any_layout_slice_and_nulls_give_the_same_verdicts() -> None:
    mix = random.Random(2)
    words = ["He left the the town.", "", "the main slap", "exactly 12 b", "a\u0301 \U0001f600", "x" * 40]
    known = {word: calque.score(word).words for word in words}
    for _ in range(1000):
        texts = [mix.choice([None, *words]) for _ in range(mix.randrange(20))]
        array = pa.array(texts, pa.string()).cast(mix.choice(LAYOUTS))
        begin = mix.randrange(len(texts) + 1)
        size = mix.randrange(len(texts) + 1 - begin)
        scored = pa.table(calque.score_arrow(array[begin : begin + size], threads=1 + mix.randrange(2)))
        expected = [None if text is None else known[text] for text in texts[begin : begin + size]]
        assert scored["words"].to_pylist() == expected
