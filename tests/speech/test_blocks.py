"""Blocks of a text: what is prose, what is a block quotation, and what nobody says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span, Text
from quotecheck.speech.blocks import MASK, Block, BlockKind, read_blocks


def markdown(content: str) -> Text:
    return Text(content=content, id="draft.md")


MASKED = {
    "inline code": ("She typed `“yes”` there.", "“yes”"),
    "double backticks": ("She typed ``“yes”`` there.", "“yes”"),
    "fenced code": ("Before.\n\n```\n“yes”\n```\n\nAfter.", "“yes”"),
    "fence never closed": ("Before.\n\n~~~\n“yes”", "“yes”"),
    "indented code": ("Before.\n\n    x = “yes”\n\nAfter.", "“yes”"),
    "link target": ('[She](http://a.example/"yes") left.', '"yes"'),
    "link title": ('[She](http://a.example "yes") left.', '"yes"'),
    "reference": ('[She][1] left.\n\n[1]: http://a.example "yes"\n', '"yes"'),
    "image": ('![“yes”](a.png "b") left.', "“yes”"),
    "comment": ("Here <!-- “yes” --> there.", "“yes”"),
    "tag": ('Here <a title="yes">there</a>.', '"yes"'),
    "front matter": ('---\ntitle: "yes"\n---\n\nText.', '"yes"'),
}


@pytest.mark.parametrize(("content", "hidden"), MASKED.values(), ids=MASKED)
def test_markdown_that_is_no_prose_is_not_seen(content: str, hidden: str) -> None:
    read = read_blocks(markdown(content))
    seen = "".join(read.shadow[block.span.start : block.span.end] for block in read.blocks)
    assert hidden not in seen and len(read.shadow) == len(content)


SEEN = {
    "link text": ("[“yes”](http://a.example) she said.", "“yes”"),
    "emphasis": ("*“yes”* she said.", "“yes”"),
    "list item": ("- “yes” she said.\n", "“yes”"),
    "less-than sign": ("if a < b “yes” c > d", "“yes”"),
    "a lone backtick": ("it`s “yes” she said.", "“yes”"),
    "rule, not front matter": ("Text.\n\n---\n\n“yes”\n\n---\n", "“yes”"),
    "heading": ("# She said “yes”\n\nText.", "“yes”"),
}


@pytest.mark.parametrize(("content", "shown"), SEEN.values(), ids=SEEN)
def test_markdown_prose_stays(content: str, shown: str) -> None:
    assert shown in read_blocks(markdown(content)).shadow


def test_plain_text_is_taken_as_it_stands() -> None:
    content = "She typed `“yes”` in <b>.\n\n```\n"
    assert read_blocks(Text(content=content, id="a.txt")).shadow == content


def quoted(text: Text) -> list[list[str]]:
    return [
        [line.of(text.content) for line in block.lines]
        for block in read_blocks(text).blocks
        if block.kind is BlockKind.QUOTE
    ]


QUOTED = {
    "one line": (markdown("She said:\n\n> We will.\n"), [["We will."]]),
    "two lines": (markdown("> We will\n> stay.\n"), [["We will", "stay."]]),
    "lazy continuation": (markdown("> We will\nstay.\n\nNo."), [["We will", "stay."]]),
    "right under a paragraph": (markdown("She said:\n> We will.\n"), [["We will."]]),
    "nested": (markdown("> > We will.\n"), [["We will."]]),
    "in plain text": (Text(content="She said:\n\n> We will.\n"), [["We will."]]),
    "indented in plain text": (Text(content="She said:\n\n    We will\n    stay.\n\nNo."), [["We will", "stay."]]),
    "indented without a colon": (Text(content="She left.\n\n    We will\n    stay.\n"), []),
    "first lines indented": (Text(content="She said:\n\n    We will\nstay.\n"), []),
    "captions' chevrons": (Text(content=">> ANNA: We will.\n>> BEN: No.\n"), []),
    "marked by the format": (Text(content="She said:\n\nWe will.\n\nStay.\n\nNo.", blocks=(Span(11, 26),)), None),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_block_quotations(text: Text, expected: list[list[str]] | None) -> None:
    assert quoted(text) == ([["We will.", "Stay."]] if expected is None else expected)


@given(st.text(alphabet='ab“`~>#<![]() \n-"\t*', max_size=120), st.booleans())
def test_blocks_stand_in_order_and_apart(content: str, as_markdown: bool) -> None:
    read = read_blocks(Text(content=content, id="a.md" if as_markdown else "a.txt"))
    assert len(read.shadow) == len(content)
    assert all(seen in (was, MASK) for seen, was in zip(read.shadow, content, strict=True))
    at = 0
    block: Block
    for block in read.blocks:
        assert at <= block.span.start < block.span.end <= len(content)
        assert all(block.span.contains(line) for line in block.lines)
        at = block.span.end


@pytest.mark.parametrize("unit", ["`", "```\n", "[", "](", "<!--", "<a ", "> ", "![", "--- \n", "    a\n\n", "#\n"])
def test_hostile_markdown_costs_no_more_than_its_length(unit: str) -> None:
    read_blocks(markdown(unit * (200_000 // len(unit))))
