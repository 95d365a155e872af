"""The header of a table: which column is which of ours, and what was guessed. Rows are read by ``tables``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs

from quotecheck.model.errors import nearest
from quotecheck.reading.candidates import KEYS

# Names that people give to what we call so, and to nothing else: "citation" may be words or their source, a "claim"
# is seldom in anybody's own words, a "name" may be the reporter's, and "words" their number.
GUESSES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "text": ("quote", "quotes", "quotation", "quoted text", "quoted words", "statement", "zitat", "cita"),
        "speaker": (
            "said by",
            "attributed to",
            "quoted person",
            "speaker name",
            "who said it",
            "sprecher",
            "sprecherin",
        ),
    }
)
"""What a column may be called that is taken for one of ours where that is not there."""


@attrs.frozen
class Columns:
    """The columns of a table, in order.

    Attributes:
        names: Our own names for those that are ours, the user's for others; "" for one without a name.
        guesses: What was taken for what, one sentence each.
    """

    names: tuple[str, ...]
    guesses: tuple[str, ...] = ()


class NoColumns(Exception):
    """A header that cannot be used; the message says why."""


def columns_of(cells: Sequence[str]) -> Columns:
    """The columns that a header names.

    Args:
        cells: The header's cells.

    Raises:
        NoColumns: if there is none for the text, or one of ours is there twice.
    """
    names = [_ours(cell) or cell.strip() for cell in cells]
    guesses: list[str] = []
    for key, forms in GUESSES.items():
        found = [at for at, name in enumerate(names) if _folded(name) in forms] if key not in names else []
        if len(found) == 1:
            guesses.append(f'no column is named "{key}": "{names[found[0]]}" is taken for it')
            names[found[0]] = key
        elif found and key == "text":
            may_be = " or ".join(f'"{names[at]}"' for at in found)
            raise NoColumns(f'no column is named "text"; is it {may_be}? Name it "text"')
    if "text" not in names:
        near = nearest("text", [name for name in names if name])
        raise NoColumns('no column is named "text"' + (f'; is it "{near}"? Name it "text"' if near else ""))
    twice = next((name for at, name in enumerate(names) if name and name in names[:at]), None)
    if twice:
        raise NoColumns(f'two columns are named "{twice}"')
    return Columns(tuple(names), tuple(guesses))


def names_text(cells: Sequence[str]) -> bool:
    """True if one of some cells names the text, by our name or by one that is taken for it."""
    return any(_folded(cell) == "text" or _folded(cell) in GUESSES["text"] for cell in cells)


def _ours(cell: str) -> str | None:
    """Our own name of a column, in any case and with spaces or hyphens for "_"."""
    name = _folded(cell).replace(" ", "_")
    return name if name in KEYS else None


def _folded(cell: str) -> str:
    return " ".join(cell.strip(' "\t\r\n').lower().replace("_", " ").replace("-", " ").split())
