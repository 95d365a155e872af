"""The grammar of number words, in four languages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.numbers import Counting, figure_value, is_number_word, read_words

VALUES = {
    "seven": 7,
    "seven hundred": 700,
    "twenty-one": 21,
    "twenty one": 21,
    "two hundred and five": 205,
    "two hundred five": 205,
    "two hundred thousand": 200_000,
    "one thousand two hundred": 1200,
    "three million four hundred thousand and six": 3_400_006,
    "a hundred": 100,
    "a hundred and one": 101,
    "a thousand": 1000,
    "a million": 10**6,
    "nineteen hundred": 1900,
    "two and a half million": 2_500_000,
    "half a million": 500_000,
    "a quarter of a million": 250_000,
    "half": Fraction(1, 2),
    "a half": Fraction(1, 2),
    "two thirds": Fraction(2, 3),
    "two-thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
    "one third": Fraction(1, 3),
    "one and three quarters": Fraction(7, 4),
    "two and a half": Fraction(5, 2),
    "a dozen": 12,
    "two dozen": 24,
    "half a dozen": 6,
    "dozen": 12,
    "four score and seven": 87,
    "threescore and ten": 70,
    "three point five": Fraction(7, 2),
    "three point one four million": 3_140_000,
    "zero": 0,
    "nineteen eighty-four": 1984,
    "twenty twenty-two": 2022,
    "nineteen oh five": 1905,
    "ten sixty-six": 1066,
    "two thousand and eight": 2008,
    "twenty-first": 21,
    "third": 3,
    "two hundred and first": 201,
    "hundredth": 100,
    "two hundredth": 200,
    "hundreds": 100,
    "hundreds of thousands": 100_000,
    "twice": 2,
    "nineteen eighties": 1980,
    "ninety-nine thousand nine hundred and ninety-nine": 99_999,
    "five hundred million": 500_000_000,
    "a hundred thousand": 100_000,
    "one": 1,
    "700": 700,
    "1,500": 1500,
    "2.5 million": 2_500_000,
    "3 dozen": 36,
}
ABROAD = [
    ("de", "siebenhundert", 700),
    ("de", "einundzwanzig", 21),
    ("de", "zwei millionen", 2_000_000),
    ("de", "zweihundertfünfzigtausend", 250_000),
    ("de", "dritte", 3),
    ("de", "einundzwanzigste", 21),
    ("de", "ein dutzend", 12),
    ("fr", "vingt et un", 21),
    ("fr", "deux cents", 200),
    ("fr", "quatre-vingt-dix-sept", 97),
    ("fr", "soixante-quinze", 75),
    ("fr", "trois mille deux cents", 3200),
    ("fr", "deux millions", 2_000_000),
    ("es", "treinta y uno", 31),
    ("es", "doscientos cincuenta", 250),
    ("es", "mil novecientos", 1900),
    ("es", "dos millones", 2_000_000),
    ("es", "veintidós", 22),
]
NO_NUMBER = [
    "house", "a", "and", "the dozen", "a house", "five six", "six hundred house", "a score", "an end", "of", "",
    "hundred of", "point five", "fifty fifty", "one two", "million five", "a and", "1,50", "5 house", "5.", "1.2.3",
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), VALUES.items())
def test_number_words_have_their_value(words: str, value: Fraction | int) -> None:
    assert figure_value(words.split()) == value


@pytest.mark.parametrize(("language", "words", "value"), ABROAD)
def test_number_words_of_other_languages(language: str, words: str, value: int) -> None:
    assert figure_value(words.split(), language) == value


@pytest.mark.parametrize("words", NO_NUMBER)
def test_what_is_no_single_number(words: str) -> None:
    assert figure_value(words.split()) is None


@pytest.mark.parametrize("word", "seven twenty-one million third dozens twice half sixties threefold hundredth".split())
def test_words_that_are_numbers(word: str) -> None:
    assert is_number_word(word)


@pytest.mark.parametrize(
    "word", ["house", "a", "and", "someone", "anyone", "often", "weight", "", "-", "5", "well-one"]
)
def test_words_that_are_none(word: str) -> None:
    assert not is_number_word(word)


@pytest.mark.parametrize(
    ("words", "doubtful"),
    [("one", True), ("second", True), ("once", True), ("a third", True), ("a third of", False), ("one hundred", False),
     ("seven", False), ("half", True), ("half a million", False), ("twenty-second", False), ("twice", False)],
)  # fmt: skip
def test_words_that_may_be_no_number_say_so(words: str, doubtful: bool) -> None:
    reading = read_words(words.replace("-", " ").split())
    assert reading is not None
    assert reading.doubtful == doubtful


def test_the_longest_number_is_taken_and_no_more() -> None:
    reading = read_words("seven hundred troops and five".split())
    assert reading is not None
    assert (reading.length, reading.value, reading.counting) == (2, Fraction(700), Counting.NUMBER)


_NAMES = list(VALUES)


@given(st.integers(1, 999_999))
def test_every_number_spelled_out_is_read_back(number: int) -> None:
    assert figure_value(_spelled(number).split()) == number


@given(
    st.lists(st.sampled_from("one two ten twenty hundred thousand and a half of thirds million point dozen".split()))
)
def test_any_run_of_words_has_an_answer(words: list[str]) -> None:
    reading = read_words(words)
    assert reading is None or 1 <= reading.length <= len(words)


def _spelled(number: int) -> str:
    from quotecheck.language.en.numbers import SMALL, TENS

    small = {value: word for word, value in reversed(list(SMALL.items()))} | {0: "zero"}
    tens = {value: word for word, value in TENS.items() if word != "fourty"}
    if number >= 1000:
        rest = number % 1000
        joint = " and " if 0 < rest < 100 else " "
        return f"{_spelled(number // 1000)} thousand" + (joint + _spelled(rest) if rest else "")
    if number >= 100:
        return f"{small[number // 100]} hundred" + (f" and {_spelled(number % 100)}" if number % 100 else "")
    if number < 20:
        return small[number]
    return tens[number // 10 * 10] + (f"-{small[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(
    ("words", "length", "value"),
    [
        ("a score of men", 2, 20), ("a dozen of them", 2, 12), ("a hundred of them", 2, 100),
        ("a score was kept", 0, 0), ("a score", 0, 0), ("a man of six", 0, 0), ("two scores of men", 1, 2),
        ("seven hundred men", 2, 700), ("seven men", 1, 7), ("seven and men", 1, 7), ("two and a half years", 4, 2.5),
        ("one or two", 1, 1), ("no men", 0, 0),
    ],
)  # fmt: skip
def test_a_number_ends_where_it_ends(words: str, length: int, value: float) -> None:
    reading = read_words(words.split())
    assert ((0, 0) if reading is None else (reading.length, reading.value)) == (length, Fraction(value))


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("one-and-twenty", True), ("twenty-one", True), ("half-dozen", True), ("and-one", False), ("one-off", False),
        ("and", False), ("and-and", False), ("one-", False), ("seventy", True), ("7", False), ("a", False),
    ],
)  # fmt: skip
def test_a_compound_is_a_number_word_if_its_parts_are(word: str, is_one: bool) -> None:
    assert is_number_word(word) is is_one
