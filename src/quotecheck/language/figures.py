"""Figures in a text: numbers in digits and words with their units, dates, times, ranges and ratios; never rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Final

import attrs

from quotecheck.language.dates import CALENDAR_NAMES, Moment, date_at, month_alone, time_at, weekday_at
from quotecheck.language.numbers import Counting, figure_value, is_number_word, number_words, read_words
from quotecheck.language.units import CURRENCY_SIGNS, SCALE_SIGNS, in_base, unit_after
from quotecheck.model import Span

__all__ = ["Figure", "figure_value", "is_number_word", "read_figures", "same_value"]


@attrs.frozen(kw_only=True)
class Figure:
    """A figure and where it stands.

    Attributes:
        span: Its place in the text, code points; sign, currency, scale and unit are part of it.
        text: The words there.
        value: What it is worth; the first of a range; None if it cannot be read for sure ("04/03/2022", "1,5").
        high: The end of a range, the second of a ratio or score; None else.
        unit: Canonical unit: "%", "percentage point", "USD", "km", "year", "ordinal", "date", "time",
            "calendar year", "weekday" (1 to 7), "decade",
            "plural" ("hundreds": the value is the least), "times", "ratio",
            "label" (a number inside a name: "F-16"); None for a bare number.
        parts: (year, month, day) of a date, (hour, minute, second) of a time; None else.
        doubtful: True if the words may be no figure at all ("one", "second", "once", "half").
    """

    span: Span
    text: str
    value: Fraction | None = None
    high: Fraction | None = None
    unit: str | None = None
    parts: tuple[int | None, int | None, int | None] | None = None
    doubtful: bool = False


_SPACE: Final = r"[ \t\n\r\u00a0\u202f\u2009]"
_VULGAR: Final = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒",
        map(Fraction, "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8 1/10".split()),
        strict=True,
    )
)
_FRACTIONS: Final = "".join(_VULGAR)
_SIGNS: Final = "|".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=lambda sign: (-len(sign), sign)))
# Bounded, so that no run of digits costs its square.
_PLAIN: Final = re.compile(r"\d{1,40}(?:[.,'’]\d{1,40}){0,12}")
_IN_NAME: Final = re.compile(r"\d{1,40}(?:\.\d{1,40})?")
_SIMPLE_FRACTION: Final = re.compile(r"(\d{1,4})[/⁄](\d{1,4})(?![\d/])")
_MIXED: Final = re.compile(r"(\d{1,6})[ -](\d{1,3})[/⁄](\d{1,3})(?![\d/])")
_ORDINAL: Final = re.compile(r"(\d[\d,]{0,15})(?:st|nd|rd|th|ème|ère|er|ᵉ|º|ª)\b", re.IGNORECASE)
_DECADE: Final = re.compile(r"(\d{2}|\d{4})['’]?s\b")
_SCALE_SIGN: Final = re.compile(rf"{_SPACE}?({'|'.join(sorted(SCALE_SIGNS, key=lambda s: (-len(s), s)))})(?![\w'’])")
_RANGE: Final = re.compile(
    rf"{_SPACE}?[-–—]{_SPACE}?(?=[$€£¥]?\d)|{_SPACE}{{1,40}}(?:to|bis|à|a){_SPACE}{{1,40}}(?=[$€£¥]?\d)"
)
_RATIO: Final = re.compile(r"(\d{1,4})(?:-to-|[ ]?:[ ]?)(\d{1,4})(?![\d:])")
_SIGN_BEFORE: Final = re.compile(rf"(?:(?<![^\s(\[“‘\"'])[-−–])?(?:(?<![\w$])(?:{_SIGNS}){_SPACE}?)?[-−]?\Z")
_GROUPED: Final = {
    ".": re.compile(r"\d{1,3}(?:\.\d{3}){1,13}\Z"),
    ",": re.compile(r"\d{1,3}(?:,\d{3}){1,13}\Z|\d{1,2}(?:,\d{2}){1,13},\d{3}\Z"),
}
_SPACED_GROUPS: Final = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d])(?:,\d{1,40})?")
_NOT_IN_NAMES: Final = re.compile(r"[^\W\d_][-‑]?\Z|[_/@#]\Z")
_ROMAN: Final = re.compile(
    r"\b(?:(?P<place>Chapter|Act|Scene|Book|Part|Article|Section|Volume|Psalm|Canto|World War|Super Bowl|Title|Phase)"
    r"|(?P<name>[A-Z][a-zà-ÿ]{2,20}))[ \u00a0](?P<roman>[IVXL]{1,8})\b(?![-'’.]\w)"
)
_ROMAN_WELL_FORMED: Final = re.compile(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_YEARS: Final = (1100, 2099)


def read_figures(content: str, language: str = "en") -> tuple[Figure, ...]:
    """All figures of a text, in order, none overlapping another.

    Args:
        content: The text as it stands (capitals tell "May" from "may").
        language: BCP 47 tag: which words count and what "." and "," part. Digits are read in any language.
    """
    found: list[Figure] = []
    end = 0
    for at in _candidates(content, language):
        if at < end:
            continue
        figure = _figure_at(content, at, end, language)
        if figure is not None and figure.span.start >= end:
            found.append(figure)
            end = figure.span.end
    return tuple(found)


def same_value(one: Figure, other: Figure) -> bool:
    """True if two figures say the same: "5 per cent" and "5%", "seven hundred" and "700", "1 km" and "1,000 m".

    A unit left out is another figure, but a bare number may be a year. Unreadable ones must have the same characters.
    A date says the same as one that leaves its year, day or month out if all that both say agrees (a weekday is apart);
    a pound may be of either kind. Doubt is not weighed here.
    """
    if one.value is None or other.value is None:
        return _characters(one.text) == _characters(other.text)
    if one.parts is not None and other.parts is not None:
        return one.unit == other.unit and _agree(one.parts, other.parts)
    if one.unit == "date" or other.unit == "date":
        return _year_of(one) is not None and _year_of(one) == _year_of(other)
    if not _units_fit(one.unit, other.unit):
        return False
    return _in_base(one) == _in_base(other)


def _agree(one: tuple[int | None, ...], other: tuple[int | None, ...]) -> bool:
    return all(a == b or a is None or b is None for a, b in zip(one, other, strict=True))


def _year_of(figure: Figure) -> int | None:
    if figure.parts is not None:
        return figure.parts[0]
    return int(figure.value) if figure.unit == "calendar year" and figure.value is not None else None


def _units_fit(one: str | None, other: str | None) -> bool:
    if in_base(Fraction(1), one)[1] == in_base(Fraction(1), other)[1]:
        return True
    return {one, other} in ({None, "calendar year"}, {"pound", "GBP"}, {"pound", "lb"})


def _in_base(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    low, high = figure.value, figure.high
    return (
        None if low is None else in_base(low, figure.unit)[0],
        None if high is None else in_base(high, figure.unit)[0],
    )


def _characters(text: str) -> str:
    return "".join(text.lower().split())


@cache
def _starts(language: str) -> re.Pattern[str]:
    """Where a figure may start: a digit, a fraction sign, a month with its day, a number word, a Roman numeral."""
    known = sorted(number_words(language), key=lambda word: (-len(word), word))
    words = "|".join(re.escape(word) for word in known) or "(?!)"
    first = rf"(?:an?[ \n](?=(?:{words})\b))?" if language.startswith("en") else ""
    return re.compile(
        rf"\d|[{_FRACTIONS}]|\b(?=[JFMASONDäjfmasond])(?:{_MONTH_NAMES})\b(?=\.?,?{_SPACE}(?:the{_SPACE})?\d)"
        rf"|(?<![\w'’])(?:{'|'.join(CALENDAR_NAMES)})(?!\w)"
        rf"|(?<![\w'’])(?i:{first}(?:{words}))(?![\w]|['’](?!s\b))"
        rf"|(?<=[a-zà-ÿ])[ \u00a0](?=[IVXL]{{1,8}}\b)"
    )


@cache
def _heads(language: str) -> frozenset[str]:
    """The first letters, up to a sign or a space, of every word that may start a figure, in lower case."""
    words = (*number_words(language), *CALENDAR_NAMES, *(("a", "an") if language.startswith("en") else ()))
    return frozenset(match[0].lower() for word in words if (match := _LETTERS.match(word)))


_MONTH_HEADS: Final = frozenset("jan feb mar mär apr may mai jun jul aug sep oct okt nov dec dez".split())
_MONTH_NAMES: Final = (
    "Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?"
    "|Sept?(?:ember)?|Oct(?:ober)?|Okt(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Dez(?:ember)?"
)


_LETTERS: Final = re.compile(r"[^\W\d_]+")
_MAY_START: Final = re.compile(rf"[\d{_FRACTIONS}]|[^\W\d_{_FRACTIONS}]+")


def _candidates(content: str, language: str) -> Iterator[int]:
    """Offsets at which a figure may start. Most words are told by their letters: the pattern itself is slow."""
    starts, heads, end = _starts(language), _heads(language), 0
    for match in _MAY_START.finditer(content):
        at, word = match.start(), match[0]
        if at < end:
            continue
        if word[0] in "IVXL" and at > end and content[at - 1] in " \u00a0" and starts.match(content, at - 1):
            yield at - 1
        elif len(word) == 1 and not word.isalpha():
            yield at
        elif (low := word.lower()) in heads or low[:3] in _MONTH_HEADS:
            found = starts.match(content, at)
            if found is not None:
                end = found.end()
                yield at


def _figure_at(content: str, at: int, least: int, language: str) -> Figure | None:
    if content[at] in " \u00a0":
        return _roman(content, at, least)
    if content[at].isdigit() or content[at] in _VULGAR:
        return _in_digits(content, at, least, language)
    named = _in_calendar(content, at, language)
    if named is not None:
        return named
    after_article = _ARTICLE.match(content, at) if language.startswith("en") else None
    figure = _in_words(content, at, least, language)
    return _in_words(content, after_article.end(), least, language) if figure is None and after_article else figure


def _in_calendar(content: str, at: int, language: str) -> Figure | None:
    """A date that starts with its month, a month or a day of the week."""
    moment = date_at(content, at, language)
    if moment:
        return _moment(content, at, moment, "date")
    month = month_alone(content, at)
    if month:
        return attrs.evolve(_moment(content, at, month[0], "date"), doubtful=month[1])
    day = weekday_at(content, at)
    if day:
        return Figure(span=Span(at, day[0]), text=content[at : day[0]], value=Fraction(day[1]), unit="weekday")
    return None


_ARTICLE: Final = re.compile(r"an?[ \n]", re.IGNORECASE)


def _moment(content: str, at: int, moment: Moment, unit: str) -> Figure:
    value = None
    if moment.readable:
        value = Fraction(0)
        for part in moment.parts:
            value = value * 100 + (part or 0)
    span = Span(at, moment.end)
    return Figure(span=span, text=span.of(content), value=value, unit=unit, parts=moment.parts)


def _in_digits(content: str, at: int, least: int, language: str) -> Figure | None:
    """A figure whose first digit stands at ``at``."""
    if content[at] not in _VULGAR and _NOT_IN_NAMES.search(content[max(least, at - 2) : at]):
        return _label(content, at)
    for unit, moment in (("date", date_at(content, at, language)), ("time", time_at(content, at))):
        if moment is not None:
            return _moment(content, at, moment, unit)
    special = _ordinal(content, at) or _decade(content, at) or _ratio(content, at)
    return special or _quantity(content, at, least, language)


def _label(content: str, at: int) -> Figure:
    """A number that belongs to a name: "F-16", "G7"."""
    match = _IN_NAME.match(content, at)
    span = Span(at, match.end() if match else at + 1)
    return Figure(span=span, text=span.of(content), value=Fraction(span.of(content)), unit="label")


def _ordinal(content: str, at: int) -> Figure | None:
    match = _ORDINAL.match(content, at)
    if match is None:
        return None
    span = Span(at, match.end())
    return Figure(span=span, text=match[0], value=Fraction(match[1].replace(",", "")), unit="ordinal")


def _decade(content: str, at: int) -> Figure | None:
    match = _DECADE.match(content, at)
    if match is None or int(match[1]) % 10:
        return None
    return Figure(span=Span(at, match.end()), text=match[0], value=Fraction(int(match[1])), unit="decade")


def _ratio(content: str, at: int) -> Figure | None:
    match = _RATIO.match(content, at)
    if match is None:
        return None
    span = Span(at, match.end())
    return Figure(span=span, text=match[0], value=Fraction(match[1]), high=Fraction(match[2]), unit="ratio")


def _quantity(content: str, at: int, least: int, language: str) -> Figure | None:
    """A number with sign, currency, scale and unit, or a range of two."""
    pointed = _after_bare_point(content, at, least)
    start, negative, currency = _before(content, at - pointed, least)
    read = _number(content, at, language)
    if read is None:
        return None
    end, low = read
    if not negative and (signed := _minus_before(content, start, least)) < start:
        start, negative = signed, True
    if pointed:
        low = Fraction(f"0.{content[at:end]}") if content[at:end].isdecimal() else None
    end, low, scaled = _scaled(content, end, low, currency, language)
    ahead = _range_end(content, end, low, currency, language) if low is not None and not negative else None
    high = None
    if ahead is not None:
        end, high, times = ahead
        low = low * times if low is not None and not scaled and low < high else low
    end, unit = _unit(content, end, currency, low)
    if low is not None and negative:
        low = -low
    if unit is None and high is None and low is not None and _is_year(content[at:end], low):
        unit = "calendar year"
    span = Span(start, end)
    return Figure(span=span, text=span.of(content), value=low, high=high, unit=unit)


def _after_bare_point(content: str, at: int, least: int) -> bool:
    """True for ".5", a decimal whose nought is not written."""
    if at - 1 < least or content[at - 1] != "." or not content[at].isdecimal():
        return False
    return at == 1 or content[at - 2] in " \t\n\r\u00a0\u202f\u2009([“‘\"'$€£¥-−–+"


def _is_year(digits: str, value: Fraction) -> bool:
    return len(digits) == 4 and digits.isdigit() and _YEARS[0] <= value <= _YEARS[1]


def _before(content: str, at: int, least: int) -> tuple[int, bool, str | None]:
    """Where the figure starts with its sign and currency, whether it is negative, and its currency."""
    floor = max(least, at - 6)
    window = content[floor:at]
    match = _SIGN_BEFORE.search(window)
    text = match[0] if match else ""
    negative = any(sign in text for sign in "-−–")
    name = text.strip(" -−–\t\n\r\u00a0\u202f\u2009")
    if negative and not name and not _stands_free(content, at - 1):
        return at, False, None
    return at - len(text), negative, CURRENCY_SIGNS.get(name)


def _stands_free(content: str, sign: int) -> bool:
    return sign == 0 or content[sign - 1] in " \t\n\r\u00a0([“‘\"'$€£¥"


def _number(content: str, at: int, language: str) -> tuple[int, Fraction | None] | None:
    """The bare number at ``at``: its end, and its value; None for a value that cannot be told for sure."""
    if content[at] in _VULGAR:
        return at + 1, _VULGAR[content[at]]
    mixed = _MIXED.match(content, at)
    if mixed and 0 < int(mixed[2]) < int(mixed[3]):
        return mixed.end(), Fraction(int(mixed[1])) + Fraction(int(mixed[2]), int(mixed[3]))
    simple = _SIMPLE_FRACTION.match(content, at)
    if simple:
        over, under = int(simple[1]), int(simple[2])
        return simple.end(), Fraction(over, under) if over < under else None
    spaced = _SPACED_GROUPS.match(content, at)
    if spaced and (not language.startswith("en") or " " not in spaced[0]) and "'" not in spaced[0]:
        return spaced.end(), _decimal("".join(c for c in spaced[0] if not c.isspace()), ",", ".")
    match = _PLAIN.match(content, at)
    if match is None:
        return None
    digits = match[0].replace("’", "'")
    value = _by_language(digits, language)
    if value is not None and match.end() < len(content) and content[match.end()] in _VULGAR:
        return match.end() + 1, value + _VULGAR[content[match.end()]]
    return match.end(), value


def _by_language(digits: str, language: str) -> Fraction | None:
    point, comma = (".", ",") if language.startswith("en") else (",", ".")
    if "'" in digits:
        whole = digits.partition(".")[0]
        return _decimal(digits.replace("'", ""), ".", ",") if re.fullmatch(r"\d{1,3}(?:'\d{3})+", whole) else None
    return _decimal(digits, point, comma)


def _decimal(digits: str, point: str, comma: str) -> Fraction | None:
    """The value of digits where ``point`` parts decimals and ``comma`` thousands; None if they are put otherwise."""
    whole, sign, decimals = digits.partition(point)
    if not sign and comma not in whole:
        return Fraction(int(whole))
    if comma in decimals or point in decimals:
        grouped = _GROUPED[point].match(digits) if comma not in digits else None
        return Fraction(int(digits.replace(point, ""))) if grouped else None
    if comma in whole and not _GROUPED[comma].match(whole):
        alone = not sign and comma == "." and whole.count(comma) == 1
        return Fraction(whole) if alone else None  # "10.5" in German: no group of three
    value = Fraction(int(whole.replace(comma, "")))
    return value + Fraction(int(decimals), 10 ** len(decimals)) if decimals else value


def _scaled(
    content: str, end: int, value: Fraction | None, currency: str | None, language: str
) -> tuple[int, Fraction | None, bool]:
    """The number with the scale word or sign after it: "10.0 million", "$100m", "5bn"."""
    sign = _SCALE_SIGN.match(content, end)
    if sign and _multiplies(content, sign, currency):
        return sign.end(), None if value is None else value * SCALE_SIGNS[sign[1]], True
    places, words = _words_after(content, end, language, 3)
    reading = read_words(words, language) if words and words[0] in _scales(language) else None
    if reading is None or reading.counting is not Counting.NUMBER or value is None:
        return end, value, False
    return places[reading.length - 1], value * reading.value, True


def _multiplies(content: str, sign: re.Match[str], currency: str | None) -> bool:
    """One letter multiplies if it stands tight; "m" and its like only with a currency or before what is counted."""
    if len(sign[1]) == 1 and content[sign.start()].isspace():
        return False
    return bool(currency or sign[1] not in {"m", "b", "T", "mil"} or _COUNTED.match(content, sign.end()))


_COUNTED: Final = re.compile(r"[ \n\u00a0](?:people|men|women|children|[a-z]{2,20}s)\b")


@cache
def _scales(language: str) -> frozenset[str]:
    """The words that multiply a number in digits before them."""
    known = number_words(language)
    return frozenset(
        word
        for word in known
        if (value := figure_value([word], language)) is not None
        and value in {100, 1000, 10**5, 10**6, 10**7, 10**9, 10**12, 12}
        and not word.endswith(("th", "fold"))
        and word not in {"once", "dozens", "hundreds", "twelve", "douze", "zwölf", "doce", "onze"}
    )


def _range_end(
    content: str, end: int, low: Fraction | None, currency: str | None, language: str
) -> tuple[int, Fraction, Fraction] | None:
    """The second number of "5-10", "1914–18", "5 to 10 million": its end, its value, and the scale of both."""
    joint = _RANGE.match(content, end)
    if joint is None or low is None:
        return None
    at = joint.end()
    if content[at] in "$€£¥":
        at += 1
    read = _bare_number(content, at, language)
    if read is None:
        return None
    stop, bare = read
    if _YEARS[0] <= low <= _YEARS[1] and low % 100 < bare < 100 and stop - at == 2:
        return stop, low - low % 100 + bare, Fraction(1)  # "1914-18"
    stop, high, scaled = _scaled(content, stop, bare, currency, language)
    if high is None or bare <= low or content[stop : stop + 1] in {"-", "–"}:
        return None
    return stop, high, (high / bare if scaled else Fraction(1))


def _bare_number(content: str, at: int, language: str) -> tuple[int, Fraction] | None:
    """The number at ``at``, if it is no date, time or ordinal."""
    if not content[at : at + 1].isdigit() or date_at(content, at, language) or time_at(content, at):
        return None
    read = None if _ORDINAL.match(content, at) else _number(content, at, language)
    return (read[0], read[1]) if read is not None and read[1] is not None else None


def _unit(content: str, end: int, currency: str | None, value: Fraction | None) -> tuple[int, str | None]:
    """Where the figure ends with its unit, and the unit; a currency sign before it outranks a name after it."""
    found = unit_after(content, end) if value is not None else None
    if currency:
        return (found[0], currency) if found and found[1] in {currency, "USD", "EUR"} else (end, currency)
    return found or (end, None)


_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = re.compile(r"[ \t\u00a0\u202f]*+(?:\r?\n)?+[ \t]*+|[-‐‑]")


def _words_after(content: str, at: int, language: str, most: int) -> tuple[list[int], list[str]]:
    """Up to ``most`` lower-cased words from ``at`` on, with their ends; space or one hyphen between them."""
    ends: list[int] = []
    words: list[str] = []
    known = number_words(language)
    place = at
    while len(words) < most:
        between = _BETWEEN.match(content, place)
        start = between.end() if between else place
        if content[start : start + 1] in {"-", "‐", "‑"}:
            start += 1
        match = _WORD.match(content, start)
        if match is None or (start == place and place != at):
            break
        word, place = match[0].lower(), match.end()
        compound = _COMPOUND.match(content, start)
        if compound and compound[0].lower() in known:
            word, place = compound[0].lower(), compound.end()
        if word not in known and word not in _CONNECTING:
            break
        ends.append(place)
        words.append(word)
    return ends, words


# Words inside a number that are none themselves, in all languages: the grammar decides what they do.
_CONNECTING: Final = frozenset(
    {"a", "an", "and", "of", "oh", "o", "et", "y", "de", "point", "komma", "virgule", "coma"}
)


_COMPOUND: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){1,3}")


def _in_words(content: str, at: int, least: int, language: str) -> Figure | None:
    """A figure in words, with its unit."""
    ends, words = _words_after(content, at, language, 24)
    reading = read_words(words, language)
    if reading is None:
        return None
    end = ends[reading.length - 1]
    unit: str | None = None if reading.counting in _BARE else reading.counting.value
    doubtful = reading.doubtful
    if reading.counting in _BARE:
        end, unit = _unit(content, end, None, reading.value)
        doubtful = doubtful and unit is None
    start = _minus_before(content, at, least) if reading.counting is Counting.NUMBER and not doubtful else at
    value = -reading.value if start < at else reading.value
    span = Span(start, end)
    return Figure(span=span, text=span.of(content), value=value, unit=unit, doubtful=doubtful)


def _minus_before(content: str, at: int, least: int) -> int:
    """Where a figure starts with its "minus", if it has one and takes it away from no other figure; else ``at``."""
    match = _MINUS.search(content, max(0, at - 12), at)
    if match is None or match.start() < least:
        return at
    taken_away = least and not content[least : match.start()].strip()
    return at if taken_away else match.start()


_MINUS: Final = re.compile(rf"(?<![\w'’-])(?:minus|negative){_SPACE}+\Z", re.IGNORECASE)
_BARE: Final = frozenset({Counting.NUMBER, Counting.FRACTION})


def _roman(content: str, at: int, least: int) -> Figure | None:
    """A Roman numeral after a name or "Chapter" and its like; never a lone "I", which is a pronoun."""
    window = content[max(least, at - 24) : at + 10]
    for match in _ROMAN.finditer(window):
        place = max(least, at - 24) + match.start("roman")
        if place != at + 1:
            continue
        roman = match["roman"]
        if not _ROMAN_WELL_FORMED.match(roman) or (match["name"] and (len(roman) < 2 or "L" in roman)):
            return None
        unit = "ordinal" if match["name"] and match["name"] not in {"War", "Bowl"} else None
        return Figure(span=Span(place, place + len(roman)), text=roman, value=Fraction(_roman_value(roman)), unit=unit)
    return None


def _roman_value(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
