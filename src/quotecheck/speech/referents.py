"""Whom a mention means: the fullest name that the text gives, pronouns by what stands before them."""

from __future__ import annotations

import re
from typing import Final

import attrs

from quotecheck.language.reporting import Reporting
from quotecheck.model import Words

_NAME_WORD: Final = r"[^\W\d_a-zß-ÿ][\w’'‐-]*(?<!’s)(?<!'s)"
_PARTICLE: Final = r"(?:de|la|von|van|der|den|del|della|di|da|dos|du|al|el|bin|ibn|zu|le|ter|ten|af|av)"
_PART: Final = rf"(?:[^\W\d_a-zß-ÿ][\w]{{0,3}}\.|{_NAME_WORD})"
_NAME: Final = re.compile(rf"{_PART}(?:[ \n](?:{_PARTICLE}[ \n]){{0,2}}{_PART}){{1,5}}")
_RUN: Final = re.compile(rf"{_PART}(?:[ \n](?:{_PARTICLE}[ \n]){{0,2}}{_PART}){{0,6}}")


@attrs.define
class Referents:
    """The names in a text, and who was spoken of last."""

    words: Reporting
    full: dict[str, str]
    last: str | None = None
    last_by_gender: dict[str, str] = attrs.field(factory=dict)

    @classmethod
    def of(cls, shadow: str, words: Reporting) -> Referents:
        """Collect the names of several words; the first full form of a last name wins."""
        full: dict[str, str] = {}
        for found in _NAME.finditer(shadow):
            name = _stripped(" ".join(found.group().split()), words)
            parts = name.split()
            if len(parts) < 2:
                continue
            full.setdefault(parts[-1].rstrip(".").lower(), name)
        return cls(words, full)

    def resolve(self, mention: Words | None) -> str | None:
        """The fullest name for a mention, or the mention as it stands."""
        if mention is None:
            return None
        text = " ".join(mention.text.split())
        pronoun = text.lower().replace("’", "'").split("'")[0].lstrip("-")
        kind = self.words.pronouns.get(pronoun) or self.words.pronouns.get(text.lower())
        if kind is not None:
            if kind in "mfc":
                return self.last_by_gender.get(kind) or self.last or text
            return text
        speaker = self._named(text)
        if len(speaker.split()) > 1 and text.split()[0].lower() not in self.words.determiners:
            self.last = speaker
        return speaker

    def _named(self, text: str) -> str:
        runs = [run for run in (_stripped(found.group(), self.words) for found in _RUN.finditer(text)) if run]
        if not runs:
            return text
        name = runs[-1] if len(runs[-1].split()) > 1 or len(runs) == 1 else max(runs, key=lambda run: len(run.split()))
        if len(name.split()) == 1 and not text.endswith(name):
            return text
        if len(name.split()) == 1:
            return self.full.get(name.lower(), name if len(text.split()) <= 3 else text)
        return name


def _stripped(name: str, words: Reporting) -> str:
    parts = name.split()
    while parts and _is_title(parts[0], words):
        parts = parts[1:]
    return " ".join(parts)


def _is_title(part: str, words: Reporting) -> bool:
    low = part.lower().rstrip(".")
    return (
        low in words.titles
        or low in words.determiners
        or low in words.adverbs
        or low in words.prepositions
        or (low in words.conjunctions or low in words.inner_prepositions)
    )
