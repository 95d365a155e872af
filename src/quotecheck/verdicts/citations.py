"""What a draft cites: a source, and perhaps a place in it ("speech.txt, p. 12"). QC306 is about the place."""

from __future__ import annotations

from typing import Final

import attrs
import regex

from quotecheck.model import Place, Text

_LOCATOR: Final = regex.compile(
    r"""(?:^|[,;]?\s*+(?<![\w]))
    (?: (?P<kind>pp?\.?|page|pages|lines?|l\.|para(?:graph)?\.?|par\.|¶|at|S\.|Seite|Zeile|línea|página|ligne)
        \s*+ (?P<value>\d{1,6}(?::\d\d){0,2}) )
    \s*$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_LINE_SUFFIX: Final = regex.compile(r":(\d{1,7})$")
_KINDS: Final = {
    "p": "page", "pp": "page", "page": "page", "pages": "page", "s": "page", "seite": "page", "página": "page",
    "line": "line", "lines": "line", "l": "line", "zeile": "line", "línea": "line", "ligne": "line",
    "para": "paragraph", "paragraph": "paragraph", "par": "paragraph", "¶": "paragraph", "at": "time",
}  # fmt: skip
NEAR_SECONDS: Final = 15
"""Seconds by which a time that is cited may miss the words."""


@attrs.frozen(kw_only=True)
class Citation:
    """A source that is cited, and a place in it.

    Attributes:
        source: As the draft names it; empty if it names a place alone.
        kind: "page", "line", "paragraph" or "time"; None if no place is named.
        value: The number of the page, line or paragraph, or seconds.
    """

    source: str
    kind: str | None = None
    value: float = 0


def read_citation(cited: str) -> Citation:
    """A citation in its parts: ``speech.txt, p. 12`` is page 12 of ``speech.txt``; ``speech.txt:26`` is its line 26.

    Args:
        cited: What stands under ``source`` in a statement.
    """
    line = _LINE_SUFFIX.search(cited)
    if line and line.start():
        return Citation(source=cited[: line.start()], kind="line", value=int(line[1]))
    found = _LOCATOR.search(cited)
    if not found:
        return Citation(source=cited.strip())
    kind = _KINDS[found["kind"].lower().rstrip(".")]
    value = _seconds(found["value"]) if kind == "time" else int(found["value"].partition(":")[0])
    return Citation(source=cited[: found.start()].strip(" ,;"), kind=kind, value=value)


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def names_source(citation: Citation, text: Text) -> bool:
    """True if a citation names this source: its id, path, title, or the end of its path."""
    if not citation.source:
        return True
    path = (text.path or text.id).replace("\\", "/")
    known = {text.id, text.path, text.title}
    return citation.source in known or path.endswith("/" + citation.source.replace("\\", "/").removeprefix("./"))


def is_place(citation: Citation, first: Place, last: Place) -> bool | None:
    """True if words that run from one place to another stand where they are cited; None if it cannot be told.

    Args:
        citation: With or without a place.
        first: Place of the first word.
        last: Place of the last word.
    """
    if citation.kind is None:
        return None
    begin, end = getattr(first, citation.kind), getattr(last, citation.kind)
    if begin is None or end is None:
        return None
    slack = NEAR_SECONDS if citation.kind == "time" else 0
    return bool(begin - slack <= citation.value <= end + slack)


def place_words(kind: str, place: Place) -> str:
    """A place as a person writes it: "line 26", "page 3"."""
    value = getattr(place, kind)
    if kind == "time" and value is not None:
        return f"{int(value) // 3600}:{int(value) % 3600 // 60:02d}:{int(value) % 60:02d}"
    return f"{kind} {value}"
