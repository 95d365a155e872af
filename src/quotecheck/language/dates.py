"""Dates and clock times written with digits, at one place of a text. Numbers and units are in ``figures``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import attrs

from quotecheck.language.lists import rows

__all__ = ["CALENDAR_NAMES", "Moment", "date_at", "month_alone", "time_at", "weekday_at"]

_MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        rows("""
        January Jan january enero janvier Januar Jänner ene janv;
        February Feb february febrero février Februar feb févr;
        March Mar marzo mars März; April Apr april avril abril abr; May mayo mai Mai;
        June Jun june junio juin Juni; July Jul july julio juillet Juli;
        August Aug august agosto août Aug; September Sept Sep september septiembre septembre;
        October Oct october octubre octobre Oktober Okt; November Nov november noviembre novembre;
        December Dec december diciembre décembre Dezember Dez
        """),
        start=1,
    )
    for name in names
}
_MONTH: Final = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_GAP: Final = r"[\s\u00a0\u202f]{1,3}"
_YEAR: Final = r"(?P<year>[12]\d{3})(?![\d]|[.,]\d)"

_ISO: Final = re.compile(r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_NUMERIC: Final = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?![\d./]\d|\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?{_GAP}(?:(?:of|de|day of){_GAP})?(?P<month>{_MONTH})\b\.?"
    rf"(?:,?{_GAP}(?:de{_GAP}|del{_GAP})?{_YEAR})?"
)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<month>{_MONTH})\b\.?{_GAP}(?:the{_GAP})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
    rf"(?:,?{_GAP}{_YEAR})?"
)
_MONTH_YEAR: Final = re.compile(rf"(?P<month>{_MONTH})\b\.?,?{_GAP}(?:de{_GAP})?{_YEAR}")

_WEEKDAYS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        rows("""
        Monday Mondays Montag lundi lunes; Tuesday Tuesdays Dienstag mardi martes;
        Wednesday Wednesdays Mittwoch mercredi miércoles; Thursday Thursdays Donnerstag jeudi jueves;
        Friday Fridays Freitag vendredi viernes; Saturday Saturdays Samstag Sonnabend samedi sábado;
        Sunday Sundays Sonntag dimanche domingo
        """),
        start=1,
    )
    for name in names
}
# Names of months that stand by themselves: written out, and not also a common word in small letters.
_ALONE: Final = frozenset(name for name in _MONTHS if len(name) > 4 or name in {"May", "June", "July", "Juni", "Juli"})
# These may open a sentence or be a person's name; a word for time before them takes the doubt away.
_AMBIGUOUS: Final = frozenset({"May", "March", "April", "June", "August", "marzo", "mayo", "avril"})
_COMMON_WORDS: Final = frozenset({"May", "March"})
_TIME_BEFORE: Final = re.compile(
    r"\b(?:in|on|by|since|until|till|last|next|this|of|from|to|through|during|early|late|mid|before|after)[ \n-]\Z",
    re.IGNORECASE,
)
CALENDAR_NAMES: Final = tuple(sorted(_ALONE | set(_WEEKDAYS), key=lambda name: (-len(name), name)))
_NAME: Final = re.compile(r"[^\W\d_]+")

_HALF: Final = r"(?P<half>[ap])\.?[ \u00a0]?m\b\.?"
_CLOCK_HALF: Final = re.compile(
    rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?[\s\u00a0\u202f-]?{_HALF}", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![:\d]|\.\d{4})")
_CLOCK_H: Final = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?[ \u00a0](?:Uhr|o'clock|o’clock)\b")


@attrs.frozen
class Moment:
    """A date or a time of day, as far as it is said.

    Attributes:
        end: One past its last code point.
        parts: (year, month, day) of a date, (hour, minute, second) of a time; None for what is not said.
        readable: False if it may be read in two ways ("04/03/2022").
    """

    end: int
    parts: tuple[int | None, int | None, int | None]
    readable: bool = True


def date_at(content: str, at: int, language: str = "en") -> Moment | None:
    """The date that starts at code point ``at``; None if none does. A month must be written with its capital."""
    if not content[at].isdigit():
        found = _MONTH_FIRST.match(content, at) or _MONTH_YEAR.match(content, at)
        return _date(found) if found else None
    for pattern in (_ISO, _DAY_FIRST):
        found = pattern.match(content, at)
        if found:
            return _date(found)
    found = _NUMERIC.match(content, at)
    return _numeric(found, language) if found else None


def month_alone(content: str, at: int) -> tuple[Moment, bool] | None:
    """A month named at ``at`` without day or year, and whether it may be none ("August"); None if no month is."""
    found = _NAME.match(content, at)
    if not found or found[0] not in _ALONE:
        return None
    doubtful = found[0] in _AMBIGUOUS and not _TIME_BEFORE.search(content[max(0, at - 8) : at])
    if doubtful and found[0] in _COMMON_WORDS:
        return None
    return Moment(found.end(), (None, _MONTHS[found[0]], None)), doubtful


def weekday_at(content: str, at: int) -> tuple[int, int] | None:
    """The day of the week named at ``at``: one past its last code point, and its number, Monday 1; None if none is."""
    found = _NAME.match(content, at)
    number = _WEEKDAYS.get(found[0]) if found else None
    return (found.end(), number) if found and number else None


def time_at(content: str, at: int) -> Moment | None:
    """The time of day that starts at code point ``at``: "10.30 am", "14:00", "9 o'clock"; None if none does."""
    found = _CLOCK_HALF.match(content, at) or _CLOCK.match(content, at) or _CLOCK_H.match(content, at)
    if not found:
        return None
    said = found.groupdict()
    hour, minute, second = int(said["hour"]), int(said.get("minute") or 0), int(said.get("second") or 0)
    half = (said.get("half") or "").lower()
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Moment(_without_stop(content, found.end()), (hour, minute, second))


def _without_stop(content: str, end: int) -> int:
    """The stop of "p.m." belongs to it, that of "pm." to the sentence."""
    return end - 1 if content[end - 1] == "." and content[end - 3 : end - 2] not in {".", " "} else end


def _date(found: re.Match[str]) -> Moment | None:
    said = found.groupdict()
    month = int(said["month"]) if said["month"].isdigit() else _MONTHS[said["month"]]
    day = int(said["day"]) if said.get("day") else None
    if month > 12 or (day is not None and not 1 <= day <= 31):
        return None
    end = found.end() - (found[0].endswith(".") and 1)
    return Moment(end, (int(said["year"]) if said.get("year") else None, month, day))


def _numeric(found: re.Match[str], language: str) -> Moment | None:
    """ "4.3.2022" is day first; "4/3/2022" is either in English, unless one of the two is no month."""
    one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
    if not (1 <= one <= 31 and 1 <= two <= 31) or (one > 12 and two > 12):
        return None
    if len(found["year"]) == 2:
        year += 1900 if year > 50 else 2000
    day_first = found["sign"] == "." or not language.startswith("en")
    day, month = (one, two) if two <= 12 and (day_first or one > 12) else (two, one)
    readable = day_first or one > 12 or two > 12 or one == two
    return Moment(found.end(), (year, month, day), readable) if month <= 12 else None
