"""Offsets and positions: UTF-8, UTF-16 and UTF-32 columns, and what ends a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.servers.lsp.positions import Lines, Unit

TEXTS = st.text(st.sampled_from("ab é“”€😀𝒳\n\r\t\u2028\x0c\u0085"), max_size=40)
EMOJI = "a😀b\né€\r\nlast"

PLACES = {
    "the start": (0, (0, 0), (0, 0), (0, 0)),
    "behind an astral sign": (2, (0, 5), (0, 3), (0, 2)),
    "at a line's end": (3, (0, 6), (0, 4), (0, 3)),
    "the second line": (4, (1, 0), (1, 0), (1, 0)),
    "behind letters of several bytes": (6, (1, 5), (1, 2), (1, 2)),
    "the last line": (8, (2, 0), (2, 0), (2, 0)),
    "the end": (12, (2, 4), (2, 4), (2, 4)),
}


@pytest.mark.parametrize(("offset", "utf8", "utf16", "utf32"), PLACES.values(), ids=PLACES)
def test_places(offset: int, utf8: tuple[int, int], utf16: tuple[int, int], utf32: tuple[int, int]) -> None:
    for unit, position in ((Unit.UTF8, utf8), (Unit.UTF16, utf16), (Unit.UTF32, utf32)):
        lines = Lines(EMOJI, unit)
        assert lines.position(offset) == position
        assert lines.offset(position) == offset


CLAMPED = {
    "a column beyond the line": ("ab\ncd", (0, 9), 2),
    "a line beyond the text": ("ab\ncd", (7, 0), 5),
    "inside an astral sign": ("a😀b", (0, 2), 1),
    "a line separator of Unicode ends no line": ("a\u2028b\nc", (1, 0), 4),
    "a form feed ends no line": ("a\x0cb\nc", (1, 0), 4),
    "a lone carriage return does": ("a\rb", (1, 0), 2),
}


@pytest.mark.parametrize(("content", "position", "offset"), CLAMPED.values(), ids=CLAMPED)
def test_positions_that_need_care(content: str, position: tuple[int, int], offset: int) -> None:
    assert Lines(content, Unit.UTF16).offset(position) == offset


@given(TEXTS, st.sampled_from(Unit), st.data())
def test_there_and_back(content: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(content)))
    inside_an_end = content[max(0, offset - 1) : offset + 1] == "\r\n"
    lines = Lines(content, unit)
    assert lines.offset(lines.position(offset)) == (offset - 1 if inside_an_end else offset)


@given(TEXTS, st.sampled_from(Unit), st.data())
def test_columns_are_those_of_the_encoding(content: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(content)))
    line, column = Lines(content, unit).position(offset)
    before = content[:offset].replace("\r\n", "\n").replace("\r", "\n")
    width = {Unit.UTF8: 1, Unit.UTF16: 2, Unit.UTF32: 4}[unit]
    if content[max(0, offset - 1) : offset + 1] != "\r\n":
        assert line == before.count("\n")
        assert column == len(before.rpartition("\n")[2].encode(f"{unit.value}-le" if width > 1 else "utf-8")) // width
