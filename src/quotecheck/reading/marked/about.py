"""What a file of talk says of itself, filled in while it is read."""

from __future__ import annotations

import re
from typing import Final

import attrs

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_MANY: Final = frozenset({"mul", "und", "zxx", "mis"})
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@attrs.define
class About:
    """Title, date, language and people of a file.

    Attributes:
        title: Title of the debate or film; None if none is given.
        date: ISO date on which it was said; None if none is given.
        language: BCP 47 tag; None if none is given, or several.
        people: Full name by the id or label under which words stand.
    """

    title: str | None = None
    date: str | None = None
    language: str | None = None
    people: dict[str, str] = attrs.field(factory=dict)

    def called(self, words: str) -> None:
        """Take a title, if there is none yet."""
        self.title = self.title or " ".join(words.split())[:300] or None

    def dated(self, words: str | None) -> None:
        """Take a date, if there is none yet."""
        found = _DATE.search(words[:200]) if words and self.date is None else None
        if found:
            self.date = found[0]

    def speaks(self, tag: str | None) -> None:
        """Take a language, if it is one language's tag and there is none yet."""
        if tag and self.language is None and _TAG.fullmatch(tag) and tag.lower() not in _MANY:
            self.language = tag

    def named(self, key: str, name: str) -> None:
        """Take the full name of somebody, if there is none yet."""
        name = " ".join(name.split())
        if key and name and len(self.people) < 100_000:
            self.people.setdefault(key, name)


_HUMP: Final = re.compile(r"(?<=[^\W\d_a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])|(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|[._-]+")


def words_of_id(key: str) -> str:
    """The name that an id is made of: ``AdaBrook`` is "Ada Brook". The id itself where it is no name."""
    words = [word for word in _HUMP.sub(" ", key[:120]).split() if word]
    if len(words) < 2 or any(not word[0].isupper() or any(map(str.isdigit, word)) for word in words):
        return key
    return " ".join(words)
