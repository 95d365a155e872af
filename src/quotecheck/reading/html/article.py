"""Which blocks of a page are its article. How a page becomes blocks, and what the article says, is not asked here.

A part wrongly kept does little harm; a part wrongly dropped makes true quotations absent. So a part is dropped only
if it says itself that it stands round the article, and never if little is left without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from quotecheck.reading.html.blocks import Block, Page
from quotecheck.reading.html.elements import Box

_SENTENCE: Final = 60  # code points from which on a block is taken for prose
_LEFT: Final = 0.25  # of the page's prose: if less is left without what stands round the article,
_SHARE: Final = 0.34  # parts that hold more than this of it do not
_ARTICLE: Final = 0.4  # of the prose: an article that holds less of it is one among others (a page of teasers)
_BESIDE: Final = 0.25  # of the greatest article's prose: others that hold more of it are articles too (a live page)
_LINKED: Final = 0.6  # of a block's characters: more of them in links makes it a list of links
_END: Final = re.compile(r"[.!?…。！？][\"”’»)\]]{0,3}\s*\Z")
_SOFT: Final = frozenset((Box.HEADER, Box.FOOTER, Box.ASIDE, Box.FORM))


@attrs.frozen
class _Weights:
    """How much prose each part of the page holds."""

    block: tuple[int, ...]
    box: dict[int, int]
    total: int


def article_of(page: Page) -> tuple[Block, ...]:
    """The blocks of a page's article, in order; all blocks that hold prose where no article stands out.

    Args:
        page: A page in blocks.
    """
    weights = _weighed(page)
    inside = [block for block in page.blocks if not _is_around(block, page)]
    if sum(weights.block[block.number] for block in inside) < weights.total * _LEFT:
        large = frozenset(index for index, weight in weights.box.items() if weight > weights.total * _SHARE)
        inside = [block for block in page.blocks if not _is_around(block, page, but=large)]
    region = _region(inside, page, weights)
    kept = [block for block in region if not _is_links(block)]
    if sum(weights.block[block.number] for block in kept) < weights.total * 0.2 or not kept:
        kept = inside or list(page.blocks)
    return tuple(_with_heading(kept, inside))


def _weighed(page: Page) -> _Weights:
    by_block = tuple(_weight(block) for block in page.blocks)
    by_box: dict[int, int] = {}
    for block, weight in zip(page.blocks, by_block, strict=True):
        for box in block.boxes:
            by_box[box] = by_box.get(box, 0) + weight
    return _Weights(by_block, by_box, sum(by_block))


def _weight(block: Block) -> int:
    """The code points of a block's prose: none for a short one, those in links not counted."""
    length = sum(len(piece.text) for piece in block.pieces)
    if length < _SENTENCE or _is_links(block):
        return 0
    return sum(len(piece.text) for piece in block.pieces if not piece.link)


def _is_links(block: Block) -> bool:
    """True for a list of links; a heading, a quotation and a sentence that is a link are none."""
    length = sum(len(piece.text.strip()) for piece in block.pieces)
    linked = sum(len(piece.text.strip()) for piece in block.pieces if piece.link)
    if linked <= length * _LINKED or block.heading or block.quote is not None or block.caption:
        return False
    return not (length >= _SENTENCE and _END.search(block.pieces[-1].text))


def _is_around(block: Block, page: Page, but: frozenset[int] = frozenset()) -> bool:
    """True if a block stands in a part round the article; ``but`` are parts that are taken for none."""
    in_article = False
    for index in block.boxes:
        box = page.boxes[index]
        if box in (Box.ARTICLE, Box.MAIN, Box.BODY):
            in_article = True
        elif index in but or (box is Box.HEADER and block.heading == 1):
            continue
        elif box not in _SOFT or not in_article:
            return True
        elif box is Box.FORM or (box is not Box.HEADER and not _weight(block)):
            return True  # in an article: a heading's part is kept whole, of the others the prose
    return False


def _region(blocks: Sequence[Block], page: Page, weights: _Weights) -> list[Block]:
    """The blocks in the article element, in ``main``, or all of them."""
    total = sum(weights.block[block.number] for block in blocks)
    for kinds in ((Box.ARTICLE,), (Box.MAIN,), (Box.BODY,)):
        held: dict[int, int] = {}
        for block in blocks:
            for index in _outermost(block, page, kinds):
                held[index] = held.get(index, 0) + weights.block[block.number]
        greatest = max(held.values(), default=0)
        chosen = {index for index, weight in held.items() if weight >= greatest * _BESIDE and weight}
        if chosen and sum(held[index] for index in chosen) >= total * _ARTICLE:
            return [block for block in blocks if not chosen.isdisjoint(block.boxes)]
    return list(blocks)


def _outermost(block: Block, page: Page, kinds: tuple[Box, ...]) -> Iterator[int]:
    found = next((index for index in block.boxes if page.boxes[index] in kinds), None)
    if found is not None:
        yield found


def _with_heading(kept: Sequence[Block], inside: Sequence[Block]) -> Iterator[Block]:
    """The article with its headline, which often stands before it."""
    if not any(block.heading == 1 for block in kept):
        headline = next((block for block in inside if block.heading == 1), None)
        if headline is not None and kept and headline.number < kept[0].number:
            yield headline
    yield from kept
