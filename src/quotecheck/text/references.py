"""References to other works as they stand in running text: cases, statutes, authors with years, note numbers."""

from __future__ import annotations

from typing import Final

import regex

LONGEST: Final = 400
"""Code points of the longest stretch that is looked at."""

_NAME: Final = r"(?:\p{Lu}[\p{L}\p{M}.'’&-]{0,40}+)"
_PARTY: Final = rf"{_NAME}(?:,?\s(?:{_NAME}|of|the|and|&|de|ex|rel\.|von|van|del|la)){{0,7}}"
_YEAR: Final = r"(?:1[5-9]|20)\d\d[a-z]?"
_COURT: Final = rf"\((?:[\p{{L}}\d.\s]{{0,40}}\s)?{_YEAR}\)"
_VOLUME: Final = r"\p{Lu}[\p{L}.]{0,20}+"
_REPORTER: Final = (
    rf"\d{{1,4}}\s(?:{_VOLUME}\s\(\d{{1,2}}\s{_VOLUME}\)\s\d{{1,5}}"
    rf"|{_VOLUME}(?:\s?(?:{_VOLUME}|\d(?:d|th|nd|rd)|ex\srel\.)){{0,4}}\s(?:§{{1,2}}\s?)?\d[\d,()\-–a-z]{{0,20}}+)"
)
_PIN: Final = r"(?:,?\s(?:at\s)?(?:nn?\.\s?)?\d{1,5}(?:[-–]\d{1,5})?)"
_PAGE: Final = r"(?:[,:]\s?(?:pp?\.?|S\.|ch\.|§|at)?\s?\d{1,5}(?:[-–]\d{1,5})?(?:ff?\.?)?)"
_CASE: Final = rf"(?:{_PARTY},?\svs?\.?\s{_PARTY}|In\sre\s{_PARTY})(?:,?\s{_REPORTER})?(?:{_PIN}){{0,4}}(?:\s{_COURT})?"
_BARE: Final = rf"{_REPORTER}(?:{_PIN}){{0,4}}(?:\s{_COURT})?"
_AT: Final = r"(?:,?\s(?:at|S\.|p\.)\s?\d{1,5}(?:[-–]\d{1,5})?)?(?:,?\snn?\.\s?\d{1,4})?"
_BACK: Final = rf"(?:[Ii]d|[Ii]bid|[Ss]upra|[Ee]bd|[Ee]benda|a\.\s?a\.\s?O)\.?{_AT}"
_AUTHOR: Final = (
    rf"{_NAME}(?:(?:,?\s(?:&|and|und|et|y)\s|,\s){_NAME}){{0,4}}(?:,?\set\sal\.?)?,?\s\(?{_YEAR}\)?{_PAGE}{{0,2}}"
)
_NUMBER: Final = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}"
_SIGNAL: Final = (
    r"(?:(?:[Ss]ee(?:\salso)?|[Bb]ut\ssee|[Cc]f\.|[Aa]ccord|[Qq]uoting|[Cc]iting|[Vv]gl\.|[Ss]iehe|e\.g\.),?\s)"
)
_CITED: Final = regex.compile(rf"{_SIGNAL}?(?:{_CASE}|{_BARE}|{_BACK})\.?")
_BRACKETED: Final = regex.compile(rf"{_SIGNAL}?(?:{_AUTHOR}|{_NUMBER})\.?")
_EDGES: Final = " \t\r\n.,;:()[]“”\"'’‘—–-"


def is_reference(words: str, *, bracketed: bool) -> bool:
    """True if a stretch is nothing but references to other works, one or several parted by semicolons.

    Args:
        words: A stretch of a text: "Smith v. Jones, 12 U.S. 3, 4 (1999)"; "see Brook, 1999, p. 4", "12".
        bracketed: True if it stands in brackets of its own; a name with a year and a bare number are none elsewhere.
    """
    line = " ".join(words.split())
    if not line or len(line) > LONGEST:
        return False
    forms = (_CITED, _BRACKETED) if bracketed else (_CITED,)
    return all(_is_one(part.strip(_EDGES), forms) for part in line.split(";"))


def _is_one(part: str, forms: tuple[regex.Pattern[str], ...]) -> bool:
    return any(form.fullmatch(whole) is not None for whole in (part, f"{part})") for form in forms)
