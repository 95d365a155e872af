"""What formats can be read here: each with its usual endings, and the extra that it needs or gains by. Data, mostly."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

import attrs

from quotecheck.reading.formats import formats


@attrs.frozen(kw_only=True)
class Readable:
    """A format of drafts and sources.

    Attributes:
        name: What a person calls it.
        endings: Of its files' names.
        extra: The extra that it needs or gains by; None if none.
        adds: What the extra adds, in a few words; "" if there is none.
        is_needed: True if nothing is read without the extra.
        is_installed: True if the extra's library is there, or none is asked for.
    """

    name: str
    endings: tuple[str, ...]
    extra: str | None = None
    adds: str = ""
    is_needed: bool = False
    is_installed: bool = True

    @property
    def is_readable(self) -> bool:
        """True if such files can be read here."""
        return self.is_installed or not self.is_needed

    @property
    def install(self) -> str:
        """The command that installs the extra; "" if there is none."""
        return f"pip install 'quotecheck-editorial[{self.extra}]'" if self.extra else ""


_EXTRAS: Final = {  # format → (extra, its library, what it adds, whether it is needed)
    "PDF": ("pdf", "pypdfium2", "reading it at all", True),
    "web page (HTML)": ("html", "trafilatura", "a surer choice of the article", False),
}


def readable() -> tuple[Readable, ...]:
    """All formats that have a reader, in alphabetical order."""
    return tuple(
        _readable(name, endings) for name, endings in sorted(formats().items(), key=lambda one: one[0].lower())
    )


def _readable(name: str, endings: tuple[str, ...]) -> Readable:
    extra, library, adds, needed = _EXTRAS.get(name, (None, "", "", False))
    there = extra is None or find_spec(library) is not None
    return Readable(name=name, endings=endings, extra=extra, adds=adds, is_needed=needed, is_installed=there)
