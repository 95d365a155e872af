"""What a draft cites: a source, and perhaps a place in it ("speech.txt, p. 12"). QC306 is about the place."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

import attrs
import regex

from quotecheck.model import Place, Text

_NUMBER: Final = r"[HSED]?(?P<value>\d{1,6})(?:\s?[-–—]\s?[HSED]?(?P<last>\d{1,6}))?"
_CLOCK: Final = r"(?P<clock>\d{1,3}:[0-5]\d(?::[0-5]\d)?)"
_LOCATOR: Final = regex.compile(
    rf"""(?:[,;]\s*+|(?<!\s)\s++)?(?<![\w:])
    (?: (?P<kind>pp?\.?|page|pages|lines?|l\.|para(?:graph)?s?\.?|par\.|¶|S\.|Seiten?|Zeilen?|Absatz|Abs\.|líneas?
        |páginas?|ligne|col(?:umn|s)?\.?|columns|at) \s*+ (?:{_CLOCK}|{_NUMBER}) | {_CLOCK} )
    (?![\w:])""",
    regex.VERBOSE | regex.IGNORECASE,
)
_PRINTED: Final = regex.compile(
    r"""(?<![\w:])(?:(?P<page>\d{1,5}):(?P<line>\d{1,2})
        | (?:at\s|pp?\.?\s?|page\s)\s?(?P<page2>\d{1,5}),?\s(?:l\.|ll\.|lines?)\s?(?P<line2>\d{1,2}))
    (?:\s?[-–—]\s?(?:(?P<last>\d{1,5}):)?(?P<end>\d{1,2}))?(?![\w:])""",
    regex.VERBOSE | regex.IGNORECASE,
)
_LINE_SUFFIX: Final = regex.compile(r"(?<!\b\d{1,3}):(\d{1,7})$")
_KINDS: Final = {
    "p": "page", "pp": "page", "page": "page", "pages": "page", "s": "page", "seite": "page", "seiten": "page",
    "página": "page", "páginas": "page", "col": "page", "cols": "page", "column": "page", "columns": "page",
    "line": "line", "lines": "line", "l": "line", "zeile": "line", "zeilen": "line", "línea": "line",
    "líneas": "line", "ligne": "line",
    "para": "paragraph", "paras": "paragraph", "paragraph": "paragraph", "paragraphs": "paragraph",
    "par": "paragraph", "¶": "paragraph", "absatz": "paragraph", "abs": "paragraph", "at": "time",
}  # fmt: skip
_SECOND: Final = regex.compile(r"[?&#]t=(\d{1,6})s?(?=$|[&#])")
_URL: Final = regex.compile(r"https?://[^\s<>\"“”]{1,2000}")
_TEXT: Final = ":~:text="
NEAR_SECONDS: Final = 15
"""Seconds by which a time that is cited may miss the words."""
NEAR_PARAGRAPHS: Final = 1
"""Paragraphs by which a number may miss where the source has none of its own: a heading may have been counted."""
SHORTEST_TITLE: Final = 8
"""Code points of the shortest title that is looked for inside a note."""


@attrs.frozen(kw_only=True)
class Citation:
    """A source that is cited, and a place in it.

    Attributes:
        source: As the draft names it; empty if it names a place alone.
        kind: "page", "line", "paragraph", "time", or "words" for a link to the very words; None if no place is named.
        value: The number of the page, line or paragraph, or seconds.
        last: The last of several pages, lines or paragraphs; None for one.
        words: First and last words of the place that a link names; the last empty if the first are all.
        printed: First and last (page, line), if what is cited can be read so ("45:12-46:3"); a source whose lines are
            numbered page by page is asked for these.
    """

    source: str
    kind: str | None = None
    value: float = 0
    last: float | None = None
    words: tuple[str, str] | None = None
    printed: tuple[tuple[int, int], tuple[int, int]] | None = None


def read_citation(cited: str) -> Citation:
    """A citation in its parts: ``speech.txt, p. 12`` is page 12 of ``speech.txt``; ``speech.txt:26`` is its line 26.

    Args:
        cited: What stands under ``source`` in a statement: a name, an address, or the words of a note.
    """
    if _TEXT in cited:
        address, _, directive = cited.partition("#")
        return Citation(source=address.strip(), kind="words", words=_directive(directive.partition(_TEXT)[2]))
    second = _SECOND.search(cited)
    if second:
        return Citation(source=cited[: second.start()].strip(), kind="time", value=int(second[1]))
    line = _LINE_SUFFIX.search(cited)
    if line and line.start():
        return Citation(source=cited[: line.start()], kind="line", value=int(line[1]))
    found = _locator(cited)
    if found is None:
        return _by_page_and_line(cited, Citation(source=cited.strip()))
    source = f"{cited[: found.start()]} {cited[found.end() :]}".strip(" ,;.")
    if found["clock"]:
        return _by_page_and_line(cited, Citation(source=source, kind="time", value=_seconds(found["clock"])))
    kind = _KINDS[found["kind"].lower().rstrip(".")]
    last = int(found["last"]) if found["last"] else None
    return _by_page_and_line(cited, Citation(source=source, kind=kind, value=int(found["value"]), last=last))


def _by_page_and_line(cited: str, citation: Citation) -> Citation:
    """A citation with the page and the line that its figures can be: "45:12" is also a time."""
    places = list(_PRINTED.finditer(_URL.sub(lambda match: " " * len(match[0]), cited)))
    if not places:
        return citation
    found = places[-1]
    page, line = int(found["page"] or found["page2"]), int(found["line"] or found["line2"])
    end = (int(found["last"] or page), int(found["end"])) if found["end"] else (page, line)
    source = f"{cited[: found.start()]} {cited[found.end() :]}".strip(" ,;.-–—")
    return attrs.evolve(
        citation, source=source, kind=citation.kind or "printed", printed=((page, line), max(end, (page, line)))
    )


def _locator(cited: str) -> regex.Match[str] | None:
    """The last place that is named; "at 12" is a time only as a clock."""
    found = [one for one in _LOCATOR.finditer(_URL.sub(lambda match: " " * len(match[0]), cited))]
    return next((one for one in reversed(found) if one["clock"] or one["kind"].lower() != "at"), None)


def _directive(directive: str) -> tuple[str, str]:
    """First and last words of a text fragment ``[prefix-,]start[,end][,-suffix]``."""
    parts = directive.partition("&")[0].split(",")
    kept = [unquote(part) for part in parts if not part.startswith("-") and not part.endswith("-")]
    return kept[0] if kept else "", kept[1] if len(kept) > 1 else ""


def _seconds(clock: str) -> int:
    total = 0
    for part in clock.split(":"):
        total = total * 60 + int(part)
    return total


def names_source(citation: Citation, text: Text) -> bool:
    """True if a citation names this source: its id, path, file name, title or address, or a note that has one of them.

    Args:
        citation: As the draft has it.
        text: A source.
    """
    if not citation.source:
        return True
    path = (text.path or text.id).replace("\\", "/")
    if citation.source in {text.id, text.path, text.title}:
        return True
    if path.endswith("/" + citation.source.replace("\\", "/").removeprefix("./")):
        return True
    if text.url and any(_bare(match) == _bare(text.url) for match in _URL.findall(citation.source)):
        return True
    return _in_a_note(citation.source, text, PurePosixPath(path))


def _in_a_note(words: str, text: Text, path: PurePosixPath) -> bool:
    """True if a note has the source's file name or its title; a key may be the name's stem."""
    if path.suffix and (words.casefold() == path.stem.casefold() or _stands_in(path.name, words)):
        return True
    titles = [title for title in (text.title, text.id) if title and len(title) >= SHORTEST_TITLE]
    return any(_stands_in(title, words) for title in titles)


def _stands_in(name: str, words: str) -> bool:
    low, whole = name.casefold(), words.casefold()
    at = whole.find(low)
    while at >= 0:
        before, after = whole[at - 1 : at] if at else "", whole[at + len(low) : at + len(low) + 1]
        if not (before.isalnum() or (before in "-_" and before)) and not (after.isalnum() or (after in "-_" and after)):
            return True
        at = whole.find(low, at + 1)
    return False


def _bare(address: str) -> str:
    """An address without what may differ between two links to one page."""
    address = address.partition("#")[0].rstrip(".,;:!?)”\"'")
    return _SECOND.sub("", address).partition("://")[2].removeprefix("www.").rstrip("/").casefold()


def is_place(citation: Citation, first: Place, last: Place) -> bool | None:
    """True if words that run from one place to another stand where they are cited; None if it cannot be told.

    Args:
        citation: With or without a place.
        first: Place of the first word.
        last: Place of the last word.
    """
    if citation.printed is not None and first.printed is not None and first.page is not None:
        start, stop = citation.printed
        return (first.page, first.printed) <= stop and start <= (last.page or first.page, last.printed or 0)
    if citation.kind is None or citation.kind in ("words", "printed"):
        return None
    begin, end = getattr(first, citation.kind), getattr(last, citation.kind)
    if begin is None or end is None:
        return None
    slack = NEAR_SECONDS if citation.kind == "time" else 0
    until = citation.value if citation.last is None else max(citation.value, citation.last)
    return bool(begin - slack <= until and citation.value <= end + slack)


def place_words(kind: str, place: Place) -> str:
    """A place as a person writes it: "line 26", "page 3"."""
    if place.printed is not None and place.page is not None:
        return f"{place.page}:{place.printed}"
    value = getattr(place, kind)
    if kind == "time" and value is not None:
        return f"{int(value) // 3600}:{int(value) % 3600 // 60:02d}:{int(value) % 60:02d}"
    return f"{kind} {value}"
