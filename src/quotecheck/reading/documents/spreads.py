"""The order in which the stories of an IDML layout stand on its pages. What they say is not read here.

Follows the IDML File Format Specification 8.0: spreads in the order of the package's list, in each the pages and text
frames, with a matrix that places a thing in what holds it and the anchors of its path. A story stands where its first
frame does: page by page, from the top, then from the left.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.reading.docx.package import NoPart, Package

_MOST_SPREADS: Final = 5_000
_FRAMES: Final = frozenset({"TextFrame", "Group", "Page", "Spread"})
_NONE: Final = ("", "n")  # no frame before

Matrix = tuple[float, float, float, float, float, float]
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@attrs.define
class _Box:
    """A page or a frame.

    Attributes:
        story: Id of the story in it; None for a page.
        left: Of its sides, in points in its spread.
    """

    story: str | None
    left: float = math.inf
    top: float = math.inf
    right: float = -math.inf
    bottom: float = -math.inf

    def grows(self, x: float, y: float) -> None:
        """A corner more."""
        self.left, self.right = min(self.left, x), max(self.right, x)
        self.top, self.bottom = min(self.top, y), max(self.bottom, y)


def stories_in_order(package: Package, spreads: Iterable[str]) -> list[str]:
    """Ids of the stories that stand on the pages of some spreads, in the order in which they do.

    Args:
        package: The layout.
        spreads: The spreads' parts, in order. One that is missing has no stories.

    Raises:
        ReadingError: if a part cannot be read.
    """
    found: dict[str, None] = {}
    for part in list(spreads)[:_MOST_SPREADS]:
        reader = _Spread()
        with contextlib.suppress(NoPart):
            package.parse(part, reader.start, reader.end, None)
        found.update(dict.fromkeys(reader.stories()))
    return list(found)


class _Spread:
    """Takes the events of one spread."""

    def __init__(self) -> None:
        self._pages: list[_Box] = []
        self._frames: list[_Box] = []
        self._matrices: list[Matrix] = [_SAME]
        self._open: list[tuple[str, _Box | None]] = []

    def start(self, _space: str, local: str, given: Mapping[str, str]) -> None:
        """An element begins."""
        box: _Box | None = None
        if local in _FRAMES:
            own = _SAME if local == "Spread" else _numbers(given.get("ItemTransform", ""), 6) or _SAME
            matrix = _times(self._matrices[-1], own)  # type: ignore[arg-type]
            self._matrices.append(matrix)
            box = self._box(local, given, matrix)
        elif local == "PathPointType" and self._open:
            inside = next((one for _, one in reversed(self._open) if one is not None), None)
            anchor = _numbers(given.get("Anchor", ""), 2)
            if inside is not None and inside.story is not None and anchor:
                inside.grows(*_moved(self._matrices[-1], anchor[0], anchor[1]))
        self._open.append((local, box))

    def end(self, _space: str, local: str) -> None:
        """An element ends."""
        self._open.pop()
        if local in _FRAMES:
            self._matrices.pop()

    def _box(self, local: str, given: Mapping[str, str], matrix: Matrix) -> _Box | None:
        if local == "Page":
            page = _Box(None)
            bounds = _numbers(given.get("GeometricBounds", ""), 4)
            if bounds:
                top, left, bottom, right = bounds
                page.grows(*_moved(matrix, left, top))
                page.grows(*_moved(matrix, right, bottom))
                self._pages.append(page)
            return page
        if local != "TextFrame" or not given.get("ParentStory"):
            return None
        frame = _Box(given["ParentStory"])
        if given.get("PreviousTextFrame", "") in _NONE:
            self._frames.append(frame)
        return frame

    def stories(self) -> list[str]:
        """The stories whose first frames stand here."""
        pages = sorted(self._pages, key=lambda one: (one.left, one.top))
        keyed = [(_key(frame, pages), frame.story or "") for frame in self._frames]
        return [story for _, story in sorted(keyed, key=lambda one: one[0])]


def _key(frame: _Box, pages: Sequence[_Box]) -> tuple[int, float, float]:
    """Number of the page, then the top, then the left; frames beside all pages, and without a place, come last."""
    if math.inf in (frame.left, frame.top):
        return len(pages), math.inf, math.inf
    x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    on = (n for n, one in enumerate(pages) if one.left <= x <= one.right and one.top <= y <= one.bottom)
    return next(on, len(pages)), round(frame.top, 3), round(frame.left, 3)


def _numbers(words: str, count: int) -> tuple[float, ...] | None:
    parts = words.split()
    if len(parts) != count:
        return None
    try:
        found = tuple(float(one) for one in parts)
    except ValueError:
        return None
    return found if all(math.isfinite(one) for one in found) else None


def _times(outer: Matrix, inner: Matrix) -> Matrix:
    """What places a thing in the spread, from what places it in its holder and that one in the spread."""
    a, b, c, d, e, f = inner
    x, y = _moved(outer, e, f)
    p, q, r, s, _, _ = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y


def _moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
