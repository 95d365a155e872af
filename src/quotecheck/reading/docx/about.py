"""What a document says of itself: title and author. Its language is the program's, and is not believed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.reading.docx.package import NoPart, Package
from quotecheck.reading.docx.styles import Role

_BY: Final = r"(?:(?:by|von|par|por|di|door|av|af)\s*:?\s+)?"
_PROGRAMS: Final = re.compile(r"(?i)(?:microsoft (?:word|office)|powerpoint|untitled|document\d*$|slide \d)")
_LONGEST: Final = 400  # code points


@attrs.frozen(kw_only=True)
class About:
    """What is known of a document; None is unknown."""

    title: str | None = None
    author: str | None = None


def about(package: Package, part: str | None, opening: Sequence[tuple[str, Role | None]]) -> About:
    """What a document says of itself.

    Args:
        package: The open file.
        part: The part with its properties; None if there is none.
        opening: Its first paragraphs, each with what its style says.

    Returns:
        The author is who the page itself names: the properties hold whoever the program belongs to.

    Raises:
        ReadingError: if the properties cannot be read.
    """
    given = _properties(package, part)
    title = next((text for text, role in opening if role is Role.TITLE), None) or given.get("title")
    return About(
        title=title[:_LONGEST] if title and not _PROGRAMS.match(title) else None,
        author=_author(opening, given.get("creator")),
    )


def _author(opening: Iterable[tuple[str, Role | None]], creator: str | None) -> str | None:
    for text, role in opening:
        if role is Role.AUTHOR and len(text) <= _LONGEST:
            return re.sub(rf"(?i)^{_BY}", "", text).strip() or None
        if creator and re.fullmatch(rf"(?i){_BY}{re.escape(creator)}[.,]?", text):
            return creator
    return None


def _properties(package: Package, part: str | None) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    path: list[str] = []

    def start(_space: str, local: str, _given: Mapping[str, str]) -> None:
        path.append(local)

    def end(_space: str, _local: str) -> None:
        path.pop()

    def words(words: str) -> None:
        texts.setdefault(path[-1] if path else "", []).append(words)

    try:
        if part is not None:
            package.parse(part, start, end, words)
    except NoPart:
        return {}
    found = {key: " ".join("".join(pieces).split()) for key, pieces in texts.items()}
    return {key: value for key, value in found.items() if value}
