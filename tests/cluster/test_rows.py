"""Rows in, rows out: what ``batch`` says of the same lines, in any process."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cli import main
from quotecheck.cluster import RowChecker
from quotecheck.model.errors import UsageError
from quotecheck.reports.results_files import COLUMNS

TALK = "“We will rebuild the bridge before winter,” Ada Brook said.\n"
ROWS: list[dict[str, Any]] = [
    {"id": "a", "text": "We will rebuild the bridge", "speaker": "Ada Brook", "desk": "world"},
    {"id": "b", "text": "We will never rebuild the bridge", "speaker": None},
    {"id": "c", "text": "The mill is closed", "source_text": "“The mill is closed,” Dora Lind said."},
    {"id": "d", "text": "near", "sources": ["near.txt"]},
    {"id": "e"},
]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RowChecker:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "near.txt").write_text("near words", encoding="utf-8")
    return RowChecker.over(["talk.txt"])


def expected(capfd: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    lines = [json.dumps({key: value for key, value in one.items() if value is not None}) for one in ROWS]
    Path("list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    capfd.readouterr()
    main(["batch", "list.jsonl", "--source", "talk.txt", "--format", "jsonl"])
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


@pytest.mark.parametrize("pickled", [False, True])
def test_rows_are_checked_as_lines_are(check: RowChecker, pickled: bool, capfd: pytest.CaptureFixture[str]) -> None:
    """And so they are by a copy that was sent to another process."""
    found = list((pickle.loads(pickle.dumps(check)) if pickled else check)(iter(ROWS)))
    wanted = expected(capfd)
    for key in ("id", "verdict", "outcome", "confidence", "findings", "alternatives"):
        assert [one[key] for one in found] == [one[key] for one in wanted]
    assert [json.loads(one["extra"]) for one in found] == [one.get("extra", {}) for one in wanted]
    assert found[4]["problems"][0]["message"] == '"text" is missing: the words to be checked'
    assert all(tuple(one) == check.columns == tuple(COLUMNS) for one in found)


def test_an_archive_is_opened_by_each_process(check: RowChecker, tmp_path: Path) -> None:
    """It is its state that is agreed on: one that changed is refused."""
    pytest.importorskip("numpy")
    from quotecheck.archive import Writer, create
    from quotecheck.model import Text

    create(tmp_path / "press")
    with Writer(tmp_path / "press") as writer:
        writer.add([Text(content=TALK, id="talk")])
    over = RowChecker.over(archive=tmp_path / "press")
    assert [one["verdict"] for one in over(ROWS[:2])] == ["exact", "absent"]
    assert next(check(ROWS[:1]))["verdict"] == "exact"  # another ground takes its place in this process
    with Writer(tmp_path / "press") as writer:
        writer.add([Text(content="More.", id="more")])
    with pytest.raises(UsageError, match="changed since the run began"):
        list(over(ROWS[:1]))


def test_frames_of_pandas(check: RowChecker) -> None:
    """A frame a frame, with the same columns, whatever pandas writes for nothing."""
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(ROWS)
    wanted = list(check(ROWS))
    assert check.frame(frame).to_dict("records") == wanted
    halves = list(check.frames(iter([frame[:2], frame[2:], frame[:0]])))
    assert [len(one) for one in halves] == [2, 3, 0]
    assert all(tuple(one.columns) == check.columns for one in halves)
    assert [one for half in halves for one in half.to_dict("records")] == wanted
