"""The grammar of number words: which run of words is one number, and its value. Digits and units are in ``figures``."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from types import ModuleType
from typing import Final

import attrs

from quotecheck.language.en import numbers as en
from quotecheck.language.known import data

__all__ = ["Counting", "Reading", "figure_value", "is_number_word", "number_words", "read_words"]

_TABLES: Final = (
    "SMALL", "TENS", "HUNDREDS", "SCALES", "ORDINALS", "DENOMINATORS", "PLURALS", "DECADES", "TIMES", "DOZENS",
    "SCORES",
)  # fmt: skip
_LONGEST_RUN: Final = 40


class Counting(enum.Enum):
    """What a number word counts."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    YEAR = "calendar year"
    DECADE = "decade"
    PLURAL = "plural"
    TIMES = "times"


@attrs.frozen
class Reading:
    """A run of number words, read.

    Attributes:
        length: How many words it takes.
        value: Its value; for ``PLURAL`` ("hundreds of thousands") the least one.
        counting: What it counts.
        doubtful: True if the words may be no number at all ("one", "second", "once").
    """

    length: int
    value: Fraction
    counting: Counting = Counting.NUMBER
    doubtful: bool = False


@cache
def number_words(language: str = "en") -> frozenset[str]:
    """Every single word that can begin or carry on a number, hyphenated compounds apart."""
    module = _module(language)
    return frozenset().union(*(getattr(module, name) for name in _TABLES)) if module else frozenset()


def is_number_word(word: str, language: str = "en") -> bool:
    """True for a word that is a number by itself: "seven", "twenty-one", "million", "third", "dozens", "twice".

    Args:
        word: Lower-cased; digits are no words.
        language: BCP 47 tag; only its first part counts.
    """
    known = number_words(language)
    if word in known:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in known or part == "and" for part in parts) and parts[0] in known


def figure_value(words: Sequence[str], language: str = "en") -> Fraction | None:
    """The value of a run of words that is one number and nothing else; None if it is not.

    ["seven", "hundred"] → 700; ["a", "dozen"] → 12; ["two", "thirds"] → 2/3; ["twenty-first"] → 21.

    Args:
        words: Lower-cased words; hyphenated ones may stand joined. The first may be digits ("2.5", "million").
        language: BCP 47 tag; only its first part counts. Digits are read as English writes them.
    """
    if words and _DIGITS.fullmatch(words[0]):
        scale = figure_value(words[1:], language) if len(words) > 1 else Fraction(1)
        return None if scale is None else Fraction(words[0].replace(",", "")) * scale
    parts = _parted(words, language)
    reading = read_words(parts, language)
    return reading.value if reading is not None and reading.length == len(parts) else None


_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,30})?|\d{1,40}(?:\.\d{1,30})?")


def read_words(words: Sequence[str], language: str = "en") -> Reading | None:
    """The longest number that ``words`` begin with; None if they begin with none.

    Args:
        words: Lower-cased, hyphenated compounds parted (but French "quatre-vingts" and its like joined).
        language: BCP 47 tag; only its first part counts.
    """
    module = _module(language)
    return _Reader(module, words[:_LONGEST_RUN]).read() if module and words else None


def _parted(words: Sequence[str], language: str) -> list[str]:
    known = number_words(language)
    return [part for word in words for part in ([word] if word in known else word.split("-"))]


def _module(language: str) -> ModuleType | None:
    return data(language, "numbers")


class _Reader:
    """One reading of a run of words. Each method reads at a place and gives (next place, value) or None."""

    def __init__(self, data: ModuleType, words: Sequence[str]) -> None:
        self.data, self.words = data, words

    def read(self) -> Reading | None:
        """The longest number at the start."""
        for rule in (self._times, self._plural, self._year, self._fraction, self._number):
            reading = rule()
            if reading is not None:
                return reading
        return None

    def _at(self, place: int, table: str) -> int | None:
        if place >= len(self.words):
            return None
        found: Mapping[str, int] = getattr(self.data, table)
        return found.get(self.words[place])

    def _is(self, place: int, names: str) -> bool:
        return place < len(self.words) and self.words[place] in getattr(self.data, names)

    def _doubt(self, length: int) -> bool:
        return length == 1 and self.words[0] in self.data.DOUBTFUL

    def _times(self) -> Reading | None:
        times = self._at(0, "TIMES")
        if times is None:
            return None
        return Reading(1, Fraction(times), Counting.TIMES, doubtful=not self.words[0].endswith(("fold", "ice", "mal")))

    def _plural(self) -> Reading | None:
        """ "hundreds", "tens of thousands"."""
        value = self._at(0, "PLURALS")
        if value is None:
            return None
        place, total = 1, value
        while place + 1 < len(self.words) and self.words[place] in {"of", "de", "von"}:
            more = self._at(place + 1, "PLURALS") or self._at(place + 1, "SCALES")
            if more is None:
                break
            place, total = place + 2, total * more
        return Reading(place, Fraction(total), Counting.PLURAL)

    def _year(self) -> Reading | None:
        """ "nineteen eighty-four", "twenty oh five", "nineteen eighties"."""
        if self.data is not en:
            decade = self._at(0, "DECADES")
            return None if decade is None else Reading(1, Fraction(decade), Counting.DECADE)
        decade = self._at(0, "DECADES")
        if decade is not None:
            return Reading(1, Fraction(decade), Counting.DECADE)
        century = self._at(0, "SMALL") or self._at(0, "TENS")
        if century is None or not 10 <= century <= 20:
            return None
        decade = self._at(1, "DECADES")
        if decade is not None:
            return Reading(2, Fraction(100 * century + decade), Counting.DECADE)
        if len(self.words) > 2 and self.words[1] in {"oh", "o"} and (unit := self._at(2, "SMALL")):
            return Reading(3, Fraction(100 * century + unit), Counting.YEAR)
        return self._year_of(century)

    def _year_of(self, century: int) -> Reading | None:
        rest = self._below_hundred(1)
        if rest is None or rest[1] < 10 or (century == 10 and rest[1] < 20):
            return None
        place, years = rest
        if self._at(place, "HUNDREDS") or self._at(place, "SCALES") or self._at(place, "DOZENS"):
            return None
        return Reading(place, Fraction(100 * century + years), Counting.YEAR)

    def _fraction(self) -> Reading | None:
        """ "half", "two thirds", "half a million", "a quarter of a million"."""
        if not self._is_denominator_ahead():
            return None
        start = 1 if self._is(0, "INDEFINITE") else 0
        count = self._below_hundred(start) if self._at(start, "DENOMINATORS") is None else (start, 1)
        if count is None:
            return None
        place, number = count
        denominator = self._at(place, "DENOMINATORS")
        if denominator is None:
            return None
        value, end = Fraction(number, denominator), place + 1
        scaled = self._scale_after_fraction(end)
        if scaled is not None:
            return Reading(scaled[0], value * scaled[1])
        doubtful = place == start and (denominator != 2 or end == 1) and not self._says_of(end)
        return Reading(end, value, Counting.FRACTION, doubtful=doubtful)

    def _is_denominator_ahead(self) -> bool:
        """A plural denominator after a number, "one third", "a third", or "half" and "quarter" by themselves."""
        start = 1 if self._is(0, "INDEFINITE") else 0
        count = self._below_hundred(start)
        if count is not None:
            place, number = count
            word = self.words[place] if place < len(self.words) else ""
            if self._at(place, "DENOMINATORS") is None:
                return False
            return number == 1 or word.endswith("s") or self.data is not en
        word = self.words[start] if start < len(self.words) else ""
        if self._at(start, "DENOMINATORS") is None or (word.endswith("s") and word not in {"tiers"}):
            return False
        return start == 1 or word not in self.data.ORDINALS

    def _scale_after_fraction(self, place: int) -> tuple[int, int] | None:
        if place < len(self.words) and self.words[place] in {"of", "de"}:
            place += 1
        if self._is(place, "INDEFINITE"):
            place += 1
        scale = self._at(place, "SCALES") or self._at(place, "DOZENS")
        return None if scale is None else (place + 1, scale)

    def _says_of(self, place: int) -> bool:
        return place < len(self.words) and self.words[place] == "of"

    def _number(self) -> Reading | None:
        """Cardinals and ordinals, with "and a half" and "point five"."""
        ordinal = self._ordinal()
        if ordinal is not None:
            return ordinal
        whole = self._whole(0)
        if whole is None:
            return None
        place, value = whole
        for more in (self._decimals, self._and_fraction):
            place, value = more(place, value)
        return Reading(place, value, doubtful=self._doubt(place))

    def _ordinal(self) -> Reading | None:
        value = self._at(0, "ORDINALS")
        if value is not None:
            return Reading(1, Fraction(value), Counting.ORDINAL, doubtful=self._doubt(1))
        for length in range(min(8, len(self.words) - 1), 0, -1):
            last = self._at(length, "ORDINALS")
            if last is not None and (whole := self._joined_to_ordinal(length, last)):
                return Reading(length + 1, whole, Counting.ORDINAL)
        return None

    def _joined_to_ordinal(self, length: int, last: int) -> Fraction | None:
        """The ordinal that the words before ``length`` make with the last one: "two hundred and" + "first"."""
        before = _Reader(self.data, self.words[:length])
        joined = length - 1 if self._is(length - 1, "JOINERS") else length
        whole = before._whole(0, joined)
        if whole is None or whole[0] != joined:
            return None
        if last >= 100:
            return whole[1] * last if joined == length else None
        value = whole[1]
        room = 10 if value % 100 and value % 10 == 0 and last < 10 else 100
        return value + last if value % room == 0 and value >= 20 else None

    def _whole(self, start: int, end: int | None = None) -> tuple[int, Fraction] | None:
        """A whole number: groups with falling scales, joined by "and"."""
        stop = len(self.words) if end is None else end
        place, total, least = start, Fraction(0), 10**18
        found = False
        while place < stop:
            group = self._group(self._after_joiner(place) if found else place, first=not found)
            if group is None or group[0] > stop or group[2] >= least:
                break
            place, value, scale = group
            total, found = total + value, True
            least = scale if scale > 1 else 0
            if least == 0:
                break
        return (place, total) if found else None

    def _after_joiner(self, place: int) -> int:
        return place + 1 if self._is(place, "JOINERS") else place

    def _group(self, place: int, *, first: bool) -> tuple[int, Fraction, int] | None:
        """One group and its scale: "two hundred thousand" → 200,000 and 1000; a bare scale counts once."""
        read = self._below_thousand(place)
        if read is None and self._is(place, "INDEFINITE") and first:
            read = self._indefinite(place)
        if read is None:
            bare = self._at(place, "SCALES") or self._at(place, "DOZENS") if first else None
            # "mil novecientos" goes on; "million five" are two numbers.
            return (place + 1, Fraction(bare), 1 if self.data is en else bare) if bare else None
        place, value = read
        scale = 1
        while (more := self._at(place, "SCALES")) is not None:
            place, scale = place + 1, scale * more
        if scale == 1 and (dozen := self._dozen(place)) is not None:
            return place + 1, Fraction(value * dozen), dozen if dozen == 20 else 1
        return place, Fraction(value * scale), scale

    def _indefinite(self, place: int) -> tuple[int, int] | None:
        """ "a" before "hundred", "dozen" or a scale."""
        hundred = self._at(place + 1, "HUNDREDS")
        if hundred is not None:
            return self._rest_of_hundred(place + 2, hundred)
        if self._at(place + 1, "SCALES") is not None or self._at(place + 1, "DOZENS") is not None:
            return place + 1, 1
        if place + 2 < len(self.words) and self.words[place + 1 : place + 3] == ["score", "of"]:
            return place + 2, 20
        return None

    def _dozen(self, place: int) -> int | None:
        return self._at(place, "DOZENS") or self._at(place, "SCORES")

    def _below_thousand(self, place: int) -> tuple[int, int] | None:
        whole = self._at(place, "SCORES")
        if whole is not None and whole > 20:
            return self._rest_of_hundred(place + 1, whole, limit=20)
        read = self._below_hundred(place)
        if read is None:
            bare = self._at(place, "HUNDREDS")
            return None if bare is None else self._rest_of_hundred(place + 1, bare)
        after, value = read
        hundred = self._at(after, "HUNDREDS")
        if hundred is not None and value < 100:
            return self._rest_of_hundred(after + 1, value * hundred)
        if value >= 100 and value % 100 == 0:
            return self._rest_of_hundred(after, value)
        return read

    def _rest_of_hundred(self, place: int, hundreds: int, limit: int = 100) -> tuple[int, int]:
        after = self._after_joiner(place)
        rest = self._below_hundred(after)
        if rest is None or not 0 < rest[1] < limit or self._at(rest[0], "DENOMINATORS") is not None:
            return place, hundreds
        return rest[0], hundreds + rest[1]

    def _below_hundred(self, place: int) -> tuple[int, int] | None:
        tens = self._at(place, "TENS")
        if tens is None:
            small = self._at(place, "SMALL")
            return None if small is None else (place + 1, small)
        after = self._after_joiner(place + 1) if self.data is not en else place + 1
        unit = self._at(after, "SMALL")
        return (after + 1, tens + unit) if unit is not None and 0 < unit < 10 else (place + 1, tens)

    def _decimals(self, place: int, value: Fraction) -> tuple[int, Fraction]:
        """ "three point one four million"."""
        if not self._is(place, "POINTS"):
            return place, value
        digits, at = "", place + 1
        while (digit := self._at(at, "SMALL")) is not None and digit < 10:
            digits, at = digits + str(digit), at + 1
        if not digits:
            return place, value
        value += Fraction(int(digits), 10 ** len(digits))
        scale = self._at(at, "SCALES")
        return (at + 1, value * scale) if scale else (at, value)

    def _and_fraction(self, place: int, value: Fraction) -> tuple[int, Fraction]:
        """ "two and a half million", "one and three quarters"."""
        if not self._is(place, "JOINERS") or place + 1 >= len(self.words):
            return place, value
        rest = _Reader(self.data, self.words[place + 1 :])
        fraction = rest._fraction()
        if fraction is None or fraction.counting is not Counting.FRACTION:
            return self._and_scaled(rest, fraction, place, value)
        return place + 1 + fraction.length, value + fraction.value

    def _and_scaled(self, rest: _Reader, fraction: Reading | None, place: int, value: Fraction) -> tuple[int, Fraction]:
        """The scale after "and a half" multiplies the whole: "two and a half million"."""
        if fraction is None or value >= 1000:
            return place, value
        scale = rest._at(fraction.length - 1, "SCALES")
        if scale is None or rest.words[fraction.length - 2] in self.data.INDEFINITE:
            return place, value
        return place + 1 + fraction.length, value * scale + fraction.value
