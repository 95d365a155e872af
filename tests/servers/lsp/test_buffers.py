"""What an editor has open, kept up with its changes, and read as a draft."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span
from quotecheck.servers.lsp.buffers import Buffer, Draft
from quotecheck.servers.lsp.positions import Lines, Unit


def buffer(content: str, unit: Unit = Unit.UTF16, path: str | None = "/desk/draft.md") -> Buffer:
    return Buffer(uri="file:///desk/draft.md", version=1, content=content, unit=unit, path=path)


CHANGES = {
    "words put in": ("one three", ((0, 4), (0, 4)), "two ", "one two three"),
    "words taken out": ("one two three", ((0, 4), (0, 8)), "", "one three"),
    "over lines": ("one\ntwo\nthree", ((0, 1), (2, 2)), "-", "o-ree"),
    "behind an astral sign": ("a😀b", ((0, 3), (0, 4)), "c", "a😀c"),
    "behind a line separator of Unicode": ("a\u2028b\nc", ((1, 0), (1, 1)), "d", "a\u2028b\nd"),
    "at the end": ("one", ((0, 3), (0, 3)), "\ntwo", "one\ntwo"),
    "the whole": ("one", None, "two", "two"),
    "the wrong way round": ("one", ((0, 3), (0, 1)), "", "o"),
}


@pytest.mark.parametrize(("old", "place", "new", "whole"), CHANGES.values(), ids=CHANGES)
def test_a_change(old: str, place: tuple[tuple[int, int], tuple[int, int]] | None, new: str, whole: str) -> None:
    changed = buffer(old).changed([(place, new)], 2)
    assert (changed.content, changed.version) == (whole, 2)


@given(st.text(), st.text(max_size=5), st.sampled_from(Unit), st.data())
def test_a_change_is_what_it_would_be_in_memory(content: str, new: str, unit: Unit, data: st.DataObject) -> None:
    lines = Lines(content, unit)
    start, end = sorted(data.draw(st.integers(0, len(content))) for _ in range(2))
    place = lines.position(start), lines.position(end)
    start, end = lines.offset(place[0]), lines.offset(place[1])
    assert buffer(content, unit).changed([(place, new)], 2).content == content[:start] + new + content[end:]


ODD = {
    "a byte-order mark": ("\ufeff“One,” he said.", 1),
    "half a surrogate": ("\ud83d “One,” he said.", 0),
    "zeros": ("“\0O\0n\0e\0,” he said.", 0),
    "looks like a PDF": ("%PDF-“One,” he said.", 0),
}


@pytest.mark.parametrize(("content", "shift"), ODD.values(), ids=ODD)
def test_a_draft_keeps_its_places(content: str, shift: int) -> None:
    try:
        draft = Draft(buffer(content))
    except ValueError:  # no words to read: then nothing is shown
        return
    at = draft.text.content.index("said")
    (line, column), _ = draft.range(Span(at, at + 4))
    assert content[column : column + 4] == "said" and line == 0
    assert len(content) - len(draft.text.content) == shift


def test_a_web_page_has_its_places_in_its_markup() -> None:
    page = "<html><body>\n<p>“One &amp; two,” he said.</p></body></html>\n"
    draft = Draft(buffer(page, path="/desk/page.html"))
    at = draft.text.content.index("two")
    assert draft.range(Span(at, at + 3)) == ((1, 14), (1, 17))


def test_a_draft_that_was_never_saved_has_a_name_and_no_file() -> None:
    text = Draft(Buffer(uri="untitled:Untitled-1", version=1, content="One.", unit=Unit.UTF16)).text
    assert text.path == "<Untitled-1>"
