"""Results in Parquet lose nothing that the lines of JSON say."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Outcome, Result, Statement
from quotecheck.reports import wire
from quotecheck.reports.results_files import COLUMNS, results_to, schema, spark_schema
from tests.reports.strategies import results

pq = pytest.importorskip("pyarrow.parquet")


def written(found: list[Result]) -> bytes:
    stream = io.BytesIO()
    with results_to(stream, "out.parquet") as file:
        for one in found:
            file.add(one)
    return stream.getvalue()


def read(data: bytes) -> list[dict[str, Any]]:
    rows = pq.read_table(io.BytesIO(data)).to_pylist()
    for row in rows:
        row["extra"] = json.loads(row["extra"])
        row["statement"]["children"] = json.loads(row["statement"]["children"])
    return list(rows)


def given_only(value: Any) -> Any:
    """Without what is None: JSON leaves out, or writes null, what an empty cell says."""
    if isinstance(value, dict):
        return {key: given_only(one) for key, one in value.items() if one is not None}
    return [given_only(one) for one in value] if isinstance(value, list) else value


def encodable(value: Any) -> Any:
    """Half of a surrogate pair written out, as UTF-8 wants it."""
    if isinstance(value, dict):
        return {key: encodable(one) for key, one in value.items()}
    if isinstance(value, list):
        return [encodable(one) for one in value]
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value


@given(st.lists(results, max_size=3))
def test_there_and_back(found: list[Result]) -> None:
    """Every key and value; ``extra`` and ``children`` are JSON text."""
    expected = []
    for one in found:
        values = {"extra": {}, **wire.to_dict(one)}
        own, children = values.pop("extra"), values["statement"].pop("children")
        expected.append({**given_only(encodable(values)), "extra": own, "children": children})
    rows = read(written(found))
    for row in rows:
        row["children"] = row["statement"].pop("children")
    kept = [{**given_only(row), "extra": row["extra"], "children": row["children"]} for row in rows]
    assert kept == expected


def test_no_key_of_a_result_has_no_column() -> None:
    """What the wire format gains, the schema must gain."""

    @given(results)
    def look(result: Result) -> None:
        _covered(wire.to_dict(result), COLUMNS)

    look()


def _covered(value: Any, kind: Any) -> None:
    if isinstance(value, dict) and kind != "json":
        assert set(value) <= set(kind)
        for key, one in value.items():
            _covered(one, kind[key])
    elif isinstance(value, list) and kind != "json":
        for one in value:
            _covered(one, kind[0])


def test_many_results_are_several_row_groups_and_the_same_bytes() -> None:
    """Memory follows the row group; what is written does not depend on the moment."""
    result = Result(statement=Statement("the mill is closed"), verdict=None, outcome=Outcome.UNCHECKED)
    data = written([result] * 2500)
    assert pq.ParquetFile(io.BytesIO(data)).num_row_groups == 3
    assert data == written([result] * 2500)


def test_the_schema_of_spark_has_the_same_columns() -> None:
    """In the same order; a struct in a struct is written with its fields."""
    written_so = spark_schema()
    assert [name for name in schema().names if f"`{name}` " in written_so] == list(COLUMNS)
    assert "`claim` struct<`number`: bigint, `of`: bigint>" in written_so
    assert "`extra` string" in written_so
