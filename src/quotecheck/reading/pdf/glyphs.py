"""A page's letters and their boxes as the library gives them. Nothing is put in order here."""

from __future__ import annotations

from array import array

import attrs


@attrs.frozen
class Glyphs:
    """The letters of one page, in the order in which the file draws them.

    Attributes:
        page: Page number, from 1.
        text: One code point each; line breaks and some spaces are the library's guesses.
        boxes: Left, top, right and bottom of each, in points, one after the other; y grows upwards.
        frame: Left, bottom, right and top of what the page shows; letters outside it are not seen.
        unmapped: Share of the letters looked at whose code means no character, from 0 to 1.
        pictured: True if pictures cover a good part of the page.
        fault: Why the page could not be read; None if it could.
    """

    page: int
    text: str
    boxes: array[float]
    frame: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    unmapped: float = 0.0
    pictured: bool = False
    fault: str | None = None


@attrs.frozen
class Opened:
    """What the library gives of a file.

    Attributes:
        pages: In order.
        title: The file's own title; None if it has none.
        count: How many pages it says it has; those beyond the limit are not among ``pages``.
    """

    pages: tuple[Glyphs, ...]
    title: str | None
    count: int
