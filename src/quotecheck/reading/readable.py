"""What formats can be read here: each with its usual endings, and the extras it needs or gains by. Data, mostly."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

import attrs

from quotecheck.reading.formats import formats


@attrs.frozen(kw_only=True)
class Extra:
    """What may be installed besides, for a format.

    Attributes:
        name: Of the extra.
        library: The module that it installs.
        adds: What it adds, in a few words.
        is_needed: True if nothing is read without it.
    """

    name: str
    library: str
    adds: str
    is_needed: bool = False

    @property
    def install(self) -> str:
        """The command that installs it."""
        return f"pip install 'quotecheck-editorial[{self.name}]'"


@attrs.frozen(kw_only=True)
class Readable:
    """A format of drafts and sources.

    Attributes:
        name: What a person calls it.
        endings: Of its files' names.
        extras: What it needs or gains by, the needed first.
        missing: Those of them that are not installed.
    """

    name: str
    endings: tuple[str, ...]
    extras: tuple[Extra, ...] = ()
    missing: tuple[Extra, ...] = ()

    @property
    def is_readable(self) -> bool:
        """True if such files can be read here."""
        return not any(one.is_needed for one in self.missing)


_EXTRAS: Final = {
    "PDF": (
        Extra(name="pdf", library="pypdfium2", adds="reading it at all", is_needed=True),
        Extra(name="pdf-second", library="pypdf", adds="a second reading before a fault is told"),
    ),
    "web page (HTML)": (Extra(name="html", library="trafilatura", adds="a surer choice of the article"),),
}


def readable() -> tuple[Readable, ...]:
    """All formats that have a reader, in alphabetical order."""
    return tuple(
        _readable(name, endings) for name, endings in sorted(formats().items(), key=lambda one: one[0].lower())
    )


def _readable(name: str, endings: tuple[str, ...]) -> Readable:
    extras = _EXTRAS.get(name, ())
    missing = tuple(one for one in extras if find_spec(one.library) is None)
    return Readable(name=name, endings=endings, extras=extras, missing=missing)
