"""Changes put in and shown as a diff: what ``git apply`` makes of the diff is what putting them in makes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.model import Span
from quotecheck.reports.patches import Change, Patch, changed


def applied(room: Path, old: str, changes: list[Change]) -> str:
    """What git makes of the diff."""
    (room / "a b.md").write_text(old, encoding="utf-8", newline="")
    patch = "".join(f"{line}\n" for line in Patch(old, changes).lines("a b.md"))
    command = ["git", "apply", "--unidiff-zero", "--whitespace=nowarn", "-"]
    done = subprocess.run(command, cwd=room, input=patch.encode("utf-8"), capture_output=True)
    assert done.returncode == 0, f"{done.stderr.decode()}\n{patch}"
    return (room / "a b.md").read_bytes().decode("utf-8")


LINES = "".join(f"line {number}\n" for number in range(1, 31))
CASES: dict[str, tuple[str, list[Change]]] = {
    "one word": ("a b c\n", [(Span(2, 3), "B")]),
    "no line end at the end": ("x\na b c", [(Span(4, 5), "B")]),
    "far from the end that is missing": (LINES + "end", [(Span(0, 4), "row")]),
    "near the end that is missing": (LINES + "end", [(Span(len(LINES) - 3, len(LINES) - 1), "thirty")]),
    "carriage returns": ("a\r\nb c\r\nd\r\n", [(Span(3, 4), "B")]),
    "two in one line": ("a b c\n", [(Span(0, 1), "A"), (Span(4, 5), "C")]),
    "near each other": (LINES, [(Span(5, 6), "one"), (Span(33, 34), "five")]),
    "far apart": (LINES, [(Span(5, 6), "one"), (Span(len(LINES) - 3, len(LINES) - 1), "thirty")]),
    "a line's end goes": ("a b\nc d\ne\n", [(Span(2, 4), "")]),
    "over a line's end": ("a b\nc d\ne\n", [(Span(2, 5), "X")]),
    "put in at the start": ("a\n", [(Span(0, 0), "b ")]),
    "put in at the end": ("a", [(Span(1, 1), " b")]),
    "lines joined, then another change": (LINES, [(Span(6, 12), " "), (Span(len(LINES) - 3, len(LINES) - 1), "x")]),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_git_makes_the_same_of_it(case: str, tmp_path: Path) -> None:
    old, changes = CASES[case]
    assert applied(tmp_path, old, changes) == changed(old, changes) != old


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, list[Change]]:
    """A text of a few lines and changes of it, in order and apart."""
    old = draw(st.text("ab \n\r🏭", min_size=1, max_size=80))
    marks = sorted(draw(st.sets(st.integers(0, len(old)), max_size=8)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    return old, [(Span(start, end), draw(st.text("xy🏭", max_size=3))) for start, end in pairs]


@given(changes())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_git_makes_the_same_of_any(tmp_path: Path, case: tuple[str, list[Change]]) -> None:
    old, made = case
    after = changed(old, made)
    if made and after and after != old:  # git calls a text without a line another thing: no file
        assert applied(tmp_path, old, made) == after


def test_no_change_is_no_diff() -> None:
    assert list(Patch("a\n", []).lines("a.md")) == []


def test_the_head_names_the_file() -> None:
    for path, old, new in (("a.md", "a/a.md", "b/a.md"), ("./a.md", "a/a.md", "b/a.md"), ("/x/a.md",) * 3):
        head = list(Patch("a\n", [(Span(0, 1), "b")]).lines(path))[:2]
        assert head == [f"--- {old}", f"+++ {new}"]


def test_a_large_text_costs_what_its_changes_cost() -> None:
    old = "word word word\n" * 300_000
    made = list(Patch(old, [(Span(0, 4), "x"), (Span(len(old) - 5, len(old) - 1), "y")]).lines("a.md"))
    assert len(made) == 2 + 2 * (1 + 3 + 2)
