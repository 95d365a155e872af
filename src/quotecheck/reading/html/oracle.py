"""Which blocks an installed trafilatura takes for the article (extra ``[html]``). Its words are never read as ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from quotecheck.reading.html.blocks import Block, Page

_LARGEST: Final = 2_000_000  # code points
_MOST_TAGS: Final = 30_000  # the extractor takes seconds for more
_DEEPEST: Final = 150  # open elements; its parser's tree is walked recursively
_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 4  # words
_KNOWN: Final = 0.6  # of a block's shingles
_PROSE: Final = 60  # code points


def chosen_by_oracle(source: str, page: Page, own: Sequence[Block]) -> tuple[Block, ...] | None:
    """The article's blocks by trafilatura's choice; None if it is not installed, fails or finds nothing.

    It loses captions, tables and short paragraphs: what our own rules keep between its first block and its last
    stays, and so do the blocks beside them in the same part of the page.

    Args:
        source: The page.
        page: The same in blocks.
        own: What our rules chose.
    """
    fit = len(source) <= _LARGEST and page.deepest <= _DEEPEST and source.count("<") <= _MOST_TAGS
    extracted = _extracted(source) if fit else None
    words = _WORD.findall(extracted) if extracted else []
    if len(words) < _SHINGLE:
        return None
    known = {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    chosen = {block.number for block in page.blocks if _is_known(block, known)}
    if not chosen:
        return None
    first, last = min(chosen), max(chosen)
    parts = {block.boxes for block in page.blocks if block.number in chosen}
    chosen |= {
        block.number
        for block in own
        if first < block.number < last or block.heading == 1 or (block.boxes in parts and (block.boxes or _long(block)))
    }
    return tuple(block for block in page.blocks if block.number in chosen)


def _long(block: Block) -> bool:
    return len(block.text) >= _PROSE


def _extracted(source: str) -> str | None:
    try:
        import trafilatura
    except ImportError:
        return None
    extract: Any = trafilatura.extract
    try:
        found = extract(source, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever a hostile page does to it, our own choice stands
        return None
    return found if isinstance(found, str) else None


def _is_known(block: Block, known: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(block.text)
    if len(words) < _SHINGLE:
        return False
    shingles = [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
    return sum(one in known for one in shingles) >= len(shingles) * _KNOWN
