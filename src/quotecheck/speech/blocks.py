"""The blocks of a text (paragraphs, headings, block quotations) and what in it is not prose. No speech is read here."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model import Span, Text

MASK: Final = "\ue000"
"""Stands for every masked character: code, link targets, tags, front matter."""

_MARKDOWN_ENDINGS: Final = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".qmd", ".rmd")
_GAP: Final = re.compile(r"\n[ \t\r]*\n[ \t\r\n]*?(?=[^\r\n]|\Z)")
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_FENCE: Final = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ \t]")
_LIST: Final = re.compile(r"[ ]{0,3}(?:[-+*]|\d{1,3}[.)])[ \t]")
_QUOTE_LINE: Final = re.compile(r"[ ]{0,3}>(?!>\s?\w)[ \t]?(?:>[ \t]?)*")
_MASKED: Final = (
    re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]{1,500}(?<!`)\1(?!`)"),
    re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,1000}\))?"),
    re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)"),
    re.compile(r"(?<=\])\[[^\[\]\n]{0,200}\]"),
    re.compile(r"\[\^[^\[\]\n]{1,60}\]:?"),
    re.compile(r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]+[^\n]{1,1000}$", re.MULTILINE),
    re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,1000})?/?>"),
    re.compile(r"<(?:https?|mailto):[^<>\s]{1,1000}>"),
)


class BlockKind(enum.Enum):
    """What a block is."""

    PROSE = "prose"
    HEADING = "heading"
    QUOTE = "quote"
    CODE = "code"


@attrs.frozen
class Block:
    """A paragraph or its like.

    Attributes:
        kind: What it is.
        span: From its first to its last character, white space at the ends left out.
        lines: For a block quotation, its lines without their signs and indentation; else empty.
    """

    kind: BlockKind
    span: Span
    lines: tuple[Span, ...] = ()


@attrs.frozen
class Blocks:
    """A text in blocks.

    Attributes:
        shadow: The content with everything that is not prose masked; all offsets stay the same.
        blocks: In order; code blocks and front matter are left out.
        markdown: True if the text was read as Markdown.
    """

    shadow: str = attrs.field(repr=False)
    blocks: tuple[Block, ...]
    markdown: bool


def read_blocks(text: Text) -> Blocks:
    """Part a text into blocks and mask what nobody says.

    Args:
        text: Any text; it is Markdown if its path or id ends like one.

    Returns:
        The blocks. Offsets are code points of ``text.content``.
    """
    markdown = (text.path or text.id).lower().endswith(_MARKDOWN_ENDINGS)
    shadow = _masked(text.content) if markdown else text.content
    blocks = _with_marked(tuple(_blocks(shadow, markdown=markdown)), text.blocks)
    return Blocks(shadow, blocks, markdown)


def _with_marked(blocks: Sequence[Block], marked: Sequence[Span]) -> tuple[Block, ...]:
    """Make block quotations of what the file's format marks as such, each one block."""
    found: list[Block] = []
    at = 0
    for block in blocks:
        while at < len(marked) and marked[at].end <= block.span.start:
            at += 1
        if at == len(marked) or not marked[at].contains(block.span):
            found.append(block)
            continue
        last = found[-1] if found else None
        if last is not None and last.kind is BlockKind.QUOTE and marked[at].contains(last.span):
            found[-1] = Block(BlockKind.QUOTE, Span(last.span.start, block.span.end), (*last.lines, block.span))
        else:
            found.append(Block(BlockKind.QUOTE, block.span, block.lines or (block.span,)))
    return tuple(found)


def _masked(content: str) -> str:
    spans = [*_code_blocks(content), *_comments(content)]
    front = _FRONT.match(content)
    if front:
        spans.append(front.span())
    shadow = _filled(content, spans)
    for pattern in _MASKED:
        shadow = pattern.sub(lambda found: _fill(found.group()), shadow)
    return shadow


def _filled(content: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start < at:
            continue
        pieces += [content[at:start], _fill(content[start:end])]
        at = end
    return "".join([*pieces, content[at:]])


def _fill(words: str) -> str:
    return MASK * len(words) if "\n" not in words else "".join(ch if ch in "\r\n" else MASK for ch in words)


def _code_blocks(content: str) -> Iterator[tuple[int, int]]:
    """Fenced blocks; one that is never closed runs to the end, as in CommonMark."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(content):
        if opened is None:
            opened = fence
        elif fence.group(1).startswith(opened.group(1)) and not fence.group().strip().strip("`~"):
            yield opened.start(), fence.end()
            opened = None
    if opened is not None:
        yield opened.start(), len(content)


def _comments(content: str) -> Iterator[tuple[int, int]]:
    at = content.find("<!--")
    while at >= 0:
        end = content.find("-->", at + 4)
        if end < 0:
            return
        yield at, end + 3
        at = content.find("<!--", end + 3)


def _paragraphs(shadow: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(shadow):
        yield start, gap.start()
        start = gap.end()
    yield start, len(shadow)


def _blocks(shadow: str, *, markdown: bool) -> Iterator[Block]:
    before: Block | None = None
    in_list = False
    for start, end in _paragraphs(shadow):
        if not shadow[start:end].strip(" \t\r\n" + MASK):
            continue
        if markdown and _is_indented(shadow, start, end, 4) and not in_list:
            continue
        for block in _pieces(shadow, start, end, before, markdown=markdown):
            if block.span.start < block.span.end:
                yield block
                before = block
        in_list = markdown and (
            _LIST.match(shadow, start) is not None or (in_list and shadow[start : start + 1] in " \t")
        )


def _pieces(shadow: str, start: int, end: int, before: Block | None, *, markdown: bool) -> Iterator[Block]:
    """The blocks of one stretch without empty lines: signs at the line's start part them further."""
    if not markdown and _is_indented(shadow, start, end, 3) and before is not None and _announces(shadow, before):
        yield Block(BlockKind.QUOTE, _trimmed(shadow, start, end), tuple(_lines_of(shadow, start, end)))
        return
    kind: BlockKind | None = None
    lines: list[tuple[int, int]] = []
    for line_start, line_end in _line_spans(shadow, start, end):
        now, lazy = _kind_of(shadow, line_start, markdown=markdown)
        if kind is BlockKind.QUOTE and lazy and markdown:
            now = BlockKind.QUOTE
        if lines and (now is not kind or now is BlockKind.HEADING):
            yield _block(shadow, kind, lines)
            lines = []
        kind = now
        lines.append((line_start, line_end))
    if lines:
        yield _block(shadow, kind, lines)


def _kind_of(shadow: str, at: int, *, markdown: bool) -> tuple[BlockKind, bool]:
    if _QUOTE_LINE.match(shadow, at):
        return BlockKind.QUOTE, False
    if markdown and _HEADING.match(shadow, at):
        return BlockKind.HEADING, False
    return BlockKind.PROSE, True


def _block(shadow: str, kind: BlockKind | None, lines: list[tuple[int, int]]) -> Block:
    span = _trimmed(shadow, lines[0][0], lines[-1][1])
    if kind is not BlockKind.QUOTE:
        return Block(kind or BlockKind.PROSE, span)
    inner = []
    for start, end in lines:
        sign = _QUOTE_LINE.match(shadow, start)
        trimmed = _trimmed(shadow, sign.end() if sign else start, end)
        if trimmed.start < trimmed.end:
            inner.append(trimmed)
    return Block(BlockKind.QUOTE, span, tuple(inner))


def _line_spans(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = shadow.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _lines_of(shadow: str, start: int, end: int) -> Iterator[Span]:
    for line_start, line_end in _line_spans(shadow, start, end):
        yield _trimmed(shadow, line_start, line_end)


def _is_indented(shadow: str, start: int, end: int, by: int) -> bool:
    margin = " " * by
    return all(
        shadow.startswith((margin, "\t"), line_start) for line_start, line_end in _line_spans(shadow, start, end)
    )


def _announces(shadow: str, before: Block) -> bool:
    """True if a block ends as one that brings in the words of somebody."""
    return before.kind in (BlockKind.PROSE, BlockKind.QUOTE) and shadow[before.span.end - 1] in ":—–"


def _trimmed(shadow: str, start: int, end: int) -> Span:
    while start < end and (shadow[start].isspace() or shadow[start] == "\ufeff"):
        start += 1
    while end > start and shadow[end - 1].isspace():
        end -= 1
    return Span(start, end)
