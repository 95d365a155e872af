"""Lists and results in Parquet: the same candidates, the same results as of JSON Lines."""

from __future__ import annotations

import datetime
import decimal
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.test_batch import write

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

LIST = [
    {"id": "a", "text": "rebuild", "speaker": "Ada Brook", "desk": 4},
    {"id": "b", "text": "destroy"},
    {"id": "c", "text": "late", "kind": "indirect", "tags": ["x", "y"], "more": {"deep": {"n": 1.5}}},
    {"id": "d", "text": "near", "sources": ["near.txt", {"path": "speech.txt", "speaker": "Ada Brook"}][:1]},
    {"id": "e", "text": "“words”", "source_text": "my “words”"},
]  # fmt: skip


def table(name: str, rows: list[dict[str, Any]], **options: Any) -> None:
    pq.write_table(pa.Table.from_pylist(rows, schema=options.pop("schema", None)), name, **options)


def written(name: str) -> list[dict[str, Any]]:
    return list(pq.read_table(name).to_pylist())


@pytest.fixture
def lists(room: Path) -> Path:
    """The same list twice."""
    (room / "near.txt").write_text("near words", encoding="utf-8")
    write("list.jsonl", *LIST)
    keys = {key: None for one in LIST for key in one}
    table("list.parquet", [{**keys, **one} for one in LIST])
    return room


def test_rows_are_the_lines_of_json(run: Run, lists: Path) -> None:
    """An empty cell is a key that is not there."""
    lines, rows = (run("batch", f"list.{kind}", "-s", "speech.txt") for kind in ("jsonl", "parquet"))
    assert (rows.code, rows.out, rows.err) == (lines.code, lines.out, lines.err)
    assert lines.out.count("\n") == len(LIST)


def test_results_are_written_whole(run: Run, lists: Path) -> None:
    """As lines they are what is printed otherwise; in Parquet the columns are the keys."""
    printed = run("batch", "list.jsonl", "-s", "speech.txt")
    for name in ("out.jsonl", "out.parquet"):
        ran = run("batch", "list.parquet", "-s", "speech.txt", "-o", name)
        assert (ran.code, ran.out) == (printed.code, "") and "5 statements" in ran.err
    assert Path("out.jsonl").read_text("utf-8") == printed.out
    of_lines = [json.loads(line) for line in printed.out.splitlines()]
    rows = written("out.parquet")
    for key in ("id", "verdict", "outcome", "confidence"):
        assert [row[key] for row in rows] == [line[key] for line in of_lines]
    assert rows[0]["findings"][0]["code"] == of_lines[0]["findings"][0]["code"]
    assert rows[0]["evidence"]["passages"][0]["exact"] == "rebuild"
    assert [json.loads(row["extra"]) for row in rows] == [line.get("extra", {}) for line in of_lines]
    assert sorted(path.name for path in lists.iterdir() if "out" in path.name or path.name.startswith(".")) == [
        "out.jsonl", "out.parquet",
    ]  # fmt: skip


def test_an_interrupted_run_leaves_no_half_file(run: Run, room: Path) -> None:
    """The old one stays."""
    Path("out.parquet").write_bytes(b"old")
    write("list.jsonl", {"text": "rebuild"}, {"text": "stop"})
    assert run("batch", "list.jsonl", "-s", "speech.txt", "-o", "out.parquet").code == 130
    assert Path("out.parquet").read_bytes() == b"old"
    assert sorted(path.name for path in room.iterdir()) == ["list.jsonl", "out.parquet", "speech.txt"]


VALUES: list[tuple[Any, Any]] = [
    (datetime.date(2024, 3, 17), "2024-03-17"),
    (datetime.datetime(2024, 3, 17, 8, 30), "2024-03-17T08:30:00"),
    (decimal.Decimal("1.10"), "1.10"),
    (b"words", "words"),
    (float("nan"), None),
    (True, True),
]


@pytest.mark.parametrize(("value", "read"), VALUES)
def test_what_json_has_no_type_for(run: Run, room: Path, value: Any, read: Any) -> None:
    """Dates and exact numbers come back as they are written; no number is nothing."""
    table("list.parquet", [{"text": "rebuild", "own": value}])
    ran = run("batch", "list.parquet", "-s", "speech.txt")
    assert json.loads(ran.out).get("extra", {}).get("own") == read


def test_times_finer_than_python_s(run: Run, room: Path) -> None:
    """As pandas and Spark write them."""
    stamps = pa.array([1_710_664_200_123_456_789], pa.timestamp("ns"))
    pq.write_table(pa.table({"text": ["rebuild"], "at": stamps}), "list.parquet")
    ran = run("batch", "list.parquet", "-s", "speech.txt")
    assert json.loads(ran.out)["extra"] == {"at": "2024-03-17T08:30:00.123456"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"text": [None]}, '"text" is missing'),
        ({"text": [4]}, '"text" must be a string, not a number'),
        ({"text": ["late"], "kind": ["quoted"]}, '"kind" must be "direct" or "indirect", not "quoted"'),
        ({"text": ["late"], "own": [float("inf")]}, '"own" is infinite'),
        ({"text": ["late"], "own": [b"\xff"]}, '"own" holds bytes that are no text'),
        ({"text": ["late"], "sources": [4]}, '"sources" must be an array'),
    ],
)
def test_a_row_that_cannot_be_read_keeps_its_place(run: Run, room: Path, rows: dict[str, list[Any]], said: str) -> None:
    """The problem names file and row, and the others are checked."""
    good = {**dict.fromkeys(rows), "text": "rebuild" if isinstance(rows["text"][0], str | None) else 5}
    pq.write_table(pa.table({key: [good[key], *values, good[key]] for key, values in rows.items()}), "list.parquet")
    ran = run("batch", "list.parquet", "-s", "speech.txt")
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 3 and len(read) == 3
    assert f"quotecheck: list.parquet:2: {said}" in ran.err
    assert read[1]["verdict"] is None and read[1]["problems"][0]["line"] == 2


def test_a_long_cell_is_refused() -> None:
    """A million times the same long word is a short file, and stays so until a row is made of it."""
    import io

    from quotecheck.reading import read_candidates

    stream = io.BytesIO()
    pq.write_table(pa.table({"text": ["x" * 1000] * 3 + ["y"]}), stream)
    stream.seek(0)
    found = list(read_candidates(stream, "list.parquet", limit=999))
    assert [getattr(one, "error", None) is None for one in found] == [False, False, False, True]


def test_what_is_no_such_file(run: Run, room: Path) -> None:
    """One sentence, exit code 3."""
    Path("broken.parquet").write_bytes(b"PAR1 and nothing behind it")
    table("other.parquet", [{"words": "late"}])
    for name, said in (("broken.parquet", "damaged, or no Parquet"), ("other.parquet", 'no column is called "text"')):
        ran = run("batch", name, "-s", "speech.txt")
        assert ran.code == 3 and f"quotecheck: {name}: {said}" in ran.err and ran.err.count("\n") == 1


@pytest.mark.parametrize("at", [10, 200, 0.3, 0.6, 0.9])
def test_a_damaged_file_never_ends_the_run_otherwise(run: Run, room: Path, at: float) -> None:
    """Whatever bytes are wrong: a clear error, or results and a problem with its row."""
    rows = [{"id": str(n), "text": f"rebuild {n} " * 20} for n in range(3000)]
    table("list.parquet", rows, row_group_size=500, compression="snappy")
    data = bytearray(Path("list.parquet").read_bytes())
    start = int(at * len(data)) if at < 1 else int(at)
    data[start : start + 40] = b"\xff" * 40
    Path("list.parquet").write_bytes(data)
    ran = run("batch", "list.parquet", "-s", "speech.txt", "-f", "jsonl")
    assert ran.code in (1, 3) and "Traceback" not in ran.err


def test_standard_input_is_refused(run: Run, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has no end to begin at."""
    import subprocess

    table("list.parquet", [{"text": "late"}])
    code = "import sys; from quotecheck.cli import main; sys.exit(main())"
    ran = subprocess.run(
        [sys.executable, "-c", code, "batch", "-", "-s", "speech.txt"], input=Path("list.parquet").read_bytes(),
        capture_output=True,
    )  # fmt: skip
    assert ran.returncode == 3 and b"not from a stream" in ran.stderr


def test_without_the_library(run: Run, lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for arguments in (("list.parquet",), ("list.jsonl", "-o", "out.parquet")):
        ran = run("batch", *arguments, "-s", "speech.txt")
        assert ran.code == 2 and "quotecheck-editorial[parquet]" in ran.err
    assert not Path("out.parquet").exists()


def test_one_file_of_results_in_one_way(run: Run, lists: Path) -> None:
    """Usage errors."""
    assert run("batch", "list.jsonl", "-s", "speech.txt", "-o", "a", "--resume", "b").code == 2
    assert run("batch", "list.jsonl", "-s", "speech.txt", "-o", "a", "--format", "csv").code == 2


def test_documents_for_an_archive(run: Run, room: Path) -> None:
    """``archive add --lines`` takes both."""
    pytest.importorskip("numpy")
    rows: list[dict[str, Any]] = [
        {"id": "one", "text": "The bridge was opened in May.", "date": "2024-05-01", "labels": {"A": "Ada"}},
        {"id": "two", "text": "The mill is closed.", "date": None, "labels": None},
        {"id": None, "text": "No name.", "date": None, "labels": None},
    ]
    table("docs.parquet", rows)
    run("archive", "create", "press")
    ran = run("archive", "add", "press", "--lines", "docs.parquet")
    assert ran.code == 3 and "2 documents: 2 added" in ran.out
    assert 'docs.parquet:3: a document needs a name: "id"' in ran.err
