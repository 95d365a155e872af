"""Figures in a text: what they are worth, in which unit, and which two say the same."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.figures import Figure, read_figures, same_value

ONE = [
    # text, language, the figure's text, value, unit
    ("It cost $10.0 million then.", "en", "$10.0 million", 10_000_000, "USD"),
    ("It cost $100m then.", "en", "$100m", 100_000_000, "USD"),
    ("some 5bn euros", "en", "5bn euros", 5 * 10**9, "EUR"),
    ("£5.5bn", "en", "£5.5bn", 5_500_000_000, "GBP"),
    ("US$3 trillion", "en", "US$3 trillion", 3 * 10**12, "USD"),
    ("1½ miles", "en", "1½ miles", Fraction(3, 2), "mile"),
    ("1 1/2 hours", "en", "1 1/2 hours", Fraction(3, 2), "hour"),
    ("1/2 of it", "en", "1/2", Fraction(1, 2), None),
    ("11/2 of it", "en", "11/2", None, None),
    ("5 per cent", "en", "5 per cent", 5, "%"),
    ("5% more", "en", "5%", 5, "%"),
    ("five percent", "en", "five percent", 5, "%"),
    ("5 percentage points", "en", "5 percentage points", 5, "percentage point"),
    ("at -5°C", "en", "-5°C", -5, "°C"),
    ("at −5 today", "en", "−5", -5, None),
    ("the 21st", "en", "21st", 21, "ordinal"),
    ("the twenty-first", "en", "twenty-first", 21, "ordinal"),
    ("in 2022,", "en", "2022", 2022, "calendar year"),
    ("nineteen eighty-four", "en", "nineteen eighty-four", 1984, "calendar year"),
    ("the 1930s", "en", "1930s", 1930, "decade"),
    ("2,022 men", "en", "2,022", 2022, None),
    ("seven hundred men", "en", "seven hundred", 700, None),
    ("Two and a half\nmillion people", "en", "Two and a half\nmillion", 2_500_000, None),
    ("World War II ended", "en", "II", 2, None),
    ("Super Bowl LVII was", "en", "LVII", 57, None),
    ("Henry VIII was", "en", "VIII", 8, "ordinal"),
    ("5 MW", "en", "5 MW", 5, "MW"),
    ("5 mW", "en", "5 mW", 5, "mW"),
    ("a five-year-old boy", "en", "five-year", 5, "year"),
    ("hundreds of thousands", "en", "hundreds of thousands", 100_000, "plural"),
    ("the F-16", "en", "16", 16, "label"),
    ("the G7", "en", "7", 7, "label"),
    ("twice", "en", "twice", 2, "times"),
    ("three times", "en", "three times", 3, "times"),
    ("Henry VIII", "en", "VIII", 8, "ordinal"),
    ("Chapter IV", "en", "IV", 4, None),
    ("World War II", "en", "II", 2, None),
    ("1,5", "en", "1,5", None, None),
    ("1,234,567.89", "en", "1,234,567.89", Fraction(123456789, 100), None),
    ("Rs 500 crore", "en", "Rs 500 crore", 5 * 10**9, "INR"),
    ("100m people", "en", "100m", 100_000_000, None),
    ("the 100m sprint", "en", "100m", 100, "m"),
    ("10.000 Euro", "de", "10.000 Euro", 10_000, "EUR"),
    ("3,5 Prozent", "de", "3,5 Prozent", Fraction(7, 2), "%"),
    ("zwei Millionen", "de", "zwei Millionen", 2_000_000, None),
    ("10 000 euros", "fr", "10 000 euros", 10_000, "EUR"),
    ("3,5 %", "fr", "3,5 %", Fraction(7, 2), "%"),
    ("3,5 por ciento", "es", "3,5 por ciento", Fraction(7, 2), "%"),
]
MOMENTS = [
    ("on 4 March 2022.", "en", "4 March 2022", "date", (2022, 3, 4)),
    ("on March 4, 2022.", "en", "March 4, 2022", "date", (2022, 3, 4)),
    ("on the 4th of March", "en", "4th of March", "date", (None, 3, 4)),
    ("2022-03-04", "en", "2022-03-04", "date", (2022, 3, 4)),
    ("in March 2022", "en", "March 2022", "date", (2022, 3, None)),
    ("4.3.2022", "en", "4.3.2022", "date", (2022, 3, 4)),
    ("13/03/2022", "en", "13/03/2022", "date", (2022, 3, 13)),
    ("am 4. März 2022", "de", "4. März 2022", "date", (2022, 3, 4)),
    ("le 4 mars 2022", "fr", "4 mars 2022", "date", (2022, 3, 4)),
    ("el 4 de marzo de 2022", "es", "4 de marzo de 2022", "date", (2022, 3, 4)),
    ("at 10.30 am.", "en", "10.30 am", "time", (10, 30, 0)),
    ("at 10 p.m. sharp", "en", "10 p.m.", "time", (22, 0, 0)),
    ("at 14:00", "en", "14:00", "time", (14, 0, 0)),
    ("in December 1990", "en", "December 1990", "date", (1990, 12, None)),
    ("it died in June.", "en", "June", "date", (None, 6, None)),
    ("Last October it", "en", "October", "date", (None, 10, None)),
    ("at 9 o'clock", "en", "9 o'clock", "time", (9, 0, 0)),
]
NONE = [
    "no figures here", "the kind of man", "May I come in?", "it may be", "I said", "Smith I think", "Xi Jinping",
    "someone, anyone, none", "often", "the weight", "bone", "", "-", "$", "%", "and a of", "the point",
]  # fmt: skip
RANGES = [
    ("5-10%", 5, 10, "%"),
    ("1914-18", 1914, 1918, None),
    ("1914–1918", 1914, 1918, None),
    ("5 to 10 million dollars", 5_000_000, 10_000_000, "USD"),
    ("$1,000-$2,000", 1000, 2000, "USD"),
    ("3-to-1", 3, 1, "ratio"),
]
SAME = """
5 per cent|5%; five percent|5 %; seven hundred|700; 1,000|1000; $10.0 million|$10m; 4 March 2022|March 4, 2022;
2022-03-04|4 March 2022; 14:00|2 pm; 1½|1 1/2; 1½|one and a half; two thirds|2/3; a dozen|12; 21st|twenty-first;
1 km|1,000 metres; 5 kg|5000 g; nineteen eighty-four|1984; 10.30 am|10:30 a.m.; half a million|500,000; 5-10%|5 to 10%;
03/04/2022|03/04/2022; £5|five pounds; $3|three dollars; 100m people|100 million people; 4 March|4 March 2022;
December 1990|1990; October|4 October; on Monday|Mondays; 1990s|1990s
"""
DIFFERENT = """
$10.0 million|$100 million; 5%|6%; 5%|5 percentage points; 2027|2028; 1½|11/2; -5|5; 5 MW|5 mW; $5|£5; 5|5%;
21|21st; 4 March 2022|4 April 2022; 4 March 2022|4 March 2023; 03/04/2022|04/03/2022; 10.30 am|10.30 pm; 10-20|10;
5 miles|5 km; hundreds|thousands; twice|two; half|two; 1,5|15;
October|June; Monday|Tuesday; December 1990|1991; 1930s|1930; 3-to-1|3; seven|seventy; $1m|$1bn; 10:30|10:31
"""


@pytest.mark.parametrize(("content", "language", "text", "value", "unit"), ONE)
def test_one_figure(content: str, language: str, text: str, value: Fraction | int | None, unit: str | None) -> None:
    (figure,) = read_figures(content, language)
    assert (figure.text, figure.value, figure.unit) == (text, value, unit)
    assert figure.span.of(content) == text


@pytest.mark.parametrize(("content", "language", "text", "unit", "parts"), MOMENTS)
def test_dates_and_times(
    content: str, language: str, text: str, unit: str, parts: tuple[int | None, int | None, int | None]
) -> None:
    (figure,) = read_figures(content, language)
    assert (figure.text, figure.unit, figure.parts) == (text, unit, parts)


def test_a_date_that_may_be_read_two_ways_has_no_value() -> None:
    (figure,) = read_figures("04/03/2022")
    assert figure.value is None
    (figure,) = read_figures("04/03/2022", "de")
    assert figure.parts == (2022, 3, 4) and figure.value is not None


@pytest.mark.parametrize("content", NONE)
def test_texts_without_figures(content: str) -> None:
    assert read_figures(content) == ()


@pytest.mark.parametrize(("content", "low", "high", "unit"), RANGES)
def test_ranges_and_ratios(content: str, low: int, high: int, unit: str | None) -> None:
    (figure,) = read_figures(content)
    assert (figure.value, figure.high) == (Fraction(low), Fraction(high))
    assert (figure.unit, figure.text) == (unit, content)


@pytest.mark.parametrize(
    "content", ["one of them", "a second time", "once more", "on the one hand", "the first time", "August Wilson"]
)
def test_words_that_may_be_no_figure_are_doubtful(content: str) -> None:
    (figure,) = read_figures(content)
    assert figure.doubtful


@pytest.mark.parametrize(
    "content", ["one hundred", "one per cent", "two", "the 1st", "half a million", "one mile", "in May", "Tuesday"]
)
def test_figures_without_doubt(content: str) -> None:
    (figure,) = read_figures(content)
    assert not figure.doubtful


def _only(content: str) -> Figure:
    (figure,) = read_figures(content)
    return figure


def _pairs(block: str) -> list[list[str]]:
    return [[side.strip() for side in row.split("|")] for row in block.split(";") if row.strip()]


@pytest.mark.parametrize(("one", "other"), _pairs(SAME))
def test_figures_that_say_the_same(one: str, other: str) -> None:
    assert same_value(_only(one), _only(other))
    assert same_value(_only(other), _only(one))


@pytest.mark.parametrize(("one", "other"), _pairs(DIFFERENT))
def test_figures_that_do_not(one: str, other: str) -> None:
    assert not same_value(_only(one), _only(other))
    assert not same_value(_only(other), _only(one))


def test_several_figures_in_order() -> None:
    content = "On 4 March 2022 some 700 of the 1,500 men paid $5 each."
    assert [figure.text for figure in read_figures(content)] == ["4 March 2022", "700", "1,500", "$5"]


_PIECES = (
    "1 2,000 $ £ % -5 – - ½ / : . , May March million one and a half of to twenty first I XI am 's m bn \n x".split(" ")
)


@given(st.lists(st.sampled_from(_PIECES)).map(" ".join) | st.lists(st.sampled_from(_PIECES)).map("".join) | st.text())
def test_in_every_text_spans_are_the_words_shown_in_order_and_apart(content: str) -> None:
    for language in ("en", "de", "fr"):
        end = 0
        for figure in read_figures(content, language):
            assert figure.text == figure.span.of(content) != ""
            assert figure.span.start >= end
            end = figure.span.end
            assert same_value(figure, figure)


@given(st.integers(0, 10**12))
def test_every_whole_number_is_read_with_and_without_separators(number: int) -> None:
    for content in (str(number), f"{number:,}"):
        assert _only(content).value == number
    assert read_figures(f"{number:,}".replace(",", "."), "de")[0].value == number


@pytest.mark.parametrize("piece", ["1", "1,", "one ", "- ", "1-", "and a half ", "1 1/", "$1 ", "May 1"])
def test_long_runs_cost_no_more_than_their_length(piece: str) -> None:
    read_figures(piece * 2_000)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 pounds", "5 lb", True), ("5 pounds", "£5", True), ("5 lb", "£5", False), ("5 pence", "6 pence", False),
        ("in 1984", "1984 men", True), ("5 km", "5000 metres", True), ("5 km", "5 miles", False),
        ("5 km", "5", False), ("$5", "£5", False), ("5 hours", "300 minutes", True),
        ("5%", "5 percentage points", False), ("60 pence", "£60", False), ("60 pence", "£0.60", True),
        ("60 pence", "60 cents", False),
        ("60 pence", "$60", False),
    ],
)  # fmt: skip
def test_units_that_fit(one: str, other: str, same: bool) -> None:
    (first,), (second,) = read_figures(one), read_figures(other)
    assert same_value(first, second) is same
    assert same_value(second, first) is same
