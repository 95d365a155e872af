"""Quotation marks: what opens, what closes, and what is an apostrophe, an inch or nothing at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.speech.marks import MarkKind, pair_marks

# name: (text, the words of each quotation, level first; "..." after an unclosed one)
FOUND = {
    "curly double": ("“We agree,” she said.", ["0 We agree,"]),
    "straight double": ('"We agree," she said. "Go."', ["0 We agree,", "0 Go."]),
    "curly single": ("‘We agree,’ she said.", ["0 We agree,"]),
    "straight single": ("'We agree,' she said.", ["0 We agree,"]),
    "German low": ("„Ja“, sagte sie.", ["0 Ja"]),
    "German low, nested": ("„Er sagte ‚nein‘ und ging.“", ["0 Er sagte ‚nein‘ und ging.", "1 nein"]),
    "German low with a straight close": ('„Ja", sagte sie. „Nein"', ["0 Ja", "0 Nein"]),
    "Polish low": ("„Tak” – powiedziała.", ["0 Tak"]),
    "French guillemets": ("« Oui », dit-elle.", ["0  Oui "]),
    "Swiss guillemets": ("«Oui», dit-elle.", ["0 Oui"]),
    "German guillemets": ("»Ja«, sagte sie. »So ›gut‹ ist es.«", ["0 Ja", "0 So ›gut‹ ist es.", "1 gut"]),
    "Nordic double": ("”Ja”, sa hon. ”Nej.”", ["0 Ja", "0 Nej."]),
    "Nordic guillemets": ("»Ja», sa hon. »Nej.»", ["0 Ja", "0 Nej."]),
    "corner brackets": ("「はい」と『本』", ["0 はい", "0 本"]),
    "LaTeX": ("``Yes,'' she said. ``No.''", ["0 Yes,", "0 No."]),
    "commas for a low mark": (",,Ja'' sagte sie.", ["0 Ja"]),
    "American nesting": ("“‘Go,’ he said,” she said.", ["0 ‘Go,’ he said,", "1 Go,"]),
    "British nesting": ("‘He said “no” to me.’", ["0 He said “no” to me.", "1 no"]),
    "same marks nested": ("“He said “no” to me.”", ["0 He said “no” to me.", "1 no"]),
    "three levels": ("“He said ‘she said “no”’.”", ["0 He said ‘she said “no”’.", "1 she said “no”", "2 no"]),
    "wrong direction": ("“Wrong“ and ”also wrong“ here", ["0 Wrong", "0 also wrong"]),
    "dashes round": ('"I was--" he said--"going."', ["0 I was--", "0 going."]),
    "no space between": ('"Stop","Go","Wait"', ["0 Stop", "0 Go", "0 Wait"]),
    "emphasis inside and outside": ("*“Yes,”* she said. “*No.*”", ["0 Yes,", "0 *No.*"]),
    "in brackets": ("(“yes”) [“no”]", ["0 yes", "0 no"]),
}


def shown(text: str, language: str | None = None) -> list[str]:
    return [f"{one.level} {one.inner.of(text)}" for one in pair_marks(text, language=language)]


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_marks_of_many_traditions_pair(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


APOSTROPHES = {
    "decade": "the '90s and the ’60s",
    "decade, curled the wrong way": "the ‘90s were loud",
    "plural possessive": "the drivers' strike and the drivers’ strike",
    "name possessive": "James’ hat and James' hat",
    "until": "wait 'til noon",
    "o'clock": "at five o'clock, five o’clock",
    "rock 'n' roll": "rock 'n' roll, rock ’n’ roll",
    "'tis": "’tis the season; 'tis the season",
    "clitics": "don't, we’ll, l'homme, d’accord, O'Brien",
    "dropped g": "goin' home, nothin’ left",
    "inches": 'a 6" pipe and a 12" board',
    "feet and inches": "he is 5'10\" tall, or 5′10″",
    "minutes": "at 51° 30' north",
}


@pytest.mark.parametrize("text", APOSTROPHES.values(), ids=APOSTROPHES)
def test_an_apostrophe_is_no_mark(text: str) -> None:
    assert shown(text) == []


BESIDE_APOSTROPHES = {
    "possessive inside": ("‘The drivers’ strike goes on,’ he said.", ["0 The drivers’ strike goes on,"]),
    "elision inside": ("'I'm goin' to the drivers' meetin',' he said. 'Now.'", None),
    "elision at the front of speech": ("‘’Tis good,’ he said.", ["0 ’Tis good,"]),
    "'Twas opens and is cut": ("'Twas brillig,' he said.", ["0 Twas brillig,"]),
    "term beside a possessive": ("the 'drivers' strike' was", ["0 drivers' strike"]),
    "two terms": ("'gay' and 'happy,' he said", ["0 gay", "0 happy,"]),
    "inch inside speech": ('"The 6" pipe is fine," he said.', ['0 The 6" pipe is fine,']),
    "figure at the end of speech": ('"I have 6" he said.', ["0 I have 6"]),
}


@pytest.mark.parametrize(("text", "expected"), BESIDE_APOSTROPHES.values(), ids=BESIDE_APOSTROPHES)
def test_marks_and_apostrophes_side_by_side(text: str, expected: list[str] | None) -> None:
    assert shown(text) == (expected or ["0 I'm goin' to the drivers' meetin',", "0 Now."])


# name: (text, parts of the first quotation, unclosed, number of quotations)
PARAGRAPHS = {
    "reopened and closed": ("“One.\n\n“Two.\n\n“Three.” he said.", ["One.", "Two.", "Three."], False, 1),
    "reopened, straight": ('"One.\n\n"Two." he said.', ["One.", "Two."], False, 1),
    "reopened in French": ("« Un.\n\n« Deux. »", [" Un.", " Deux. "], False, 1),
    "never closed": ("“One.\n\nTwo.", ["One."], True, 1),
    "never closed, then another": ("“One, he said. “Two.”", ["One, he said."], True, 2),
    "reopened but never closed": ("“One.\n\n“Two.\n\nThree.", ["One.", "Two."], True, 1),
    "closed without reopening": ("“One.\n\nTwo.”", ["One."], True, 1),
    "wrapped lines are one paragraph": ("“One\ntwo\nthree.”", ["One\ntwo\nthree."], False, 1),
    "lines as paragraphs": ("“One.\n“Two.” he said.", ["One.", "Two."], False, 1),
    "inner one reopened too": ("“He said: ‘One.\n\n“‘Two.’”", ["He said: ‘One.", "‘Two.’"], False, 2),
    "Windows lines": ("“One.\r\n\r\n“Two.”", ["One.", "Two."], False, 1),
}


@pytest.mark.parametrize(("text", "parts", "unclosed", "count"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_an_utterance_over_paragraphs(text: str, parts: list[str], unclosed: bool, count: int) -> None:
    found = pair_marks(text)
    assert [part.of(text) for part in found[0].parts] == parts
    assert (found[0].unclosed, len(found)) == (unclosed, count)


def test_an_apostrophe_is_never_an_unclosed_quotation() -> None:
    assert shown("He said 'em was all, an' ‘nuff said") == []


def test_a_stray_closing_mark_is_passed_over() -> None:
    assert shown("Well.” Then “he said” so”.") == ["0 he said"]


def test_the_kind_tells_the_family() -> None:
    kinds = [one.kind for one in pair_marks("“a b” ‘c d’ «e f» ‹g h› 「i」")]
    assert kinds == [MarkKind.DOUBLE, MarkKind.SINGLE, MarkKind.GUILLEMET, MarkKind.ANGLE, MarkKind.CORNER]


def test_the_language_tells_what_a_right_mark_opens() -> None:
    assert shown("’Ja,’ sa hon.", "sv") == ["0 Ja,"]


_PIECES = st.sampled_from(
    ["“", "”", "„", "‘", "’", '"', "'", "«", "»", "``", "''", "\n\n", "\n", " ", "a", "B", ".", ",", "6"]
)


@given(st.lists(_PIECES, max_size=60).map("".join))
def test_whatever_the_text_spans_hold_together(text: str) -> None:
    found = pair_marks(text)
    assert list(found) == sorted(found, key=lambda one: one.outer.start)
    for one in found:
        assert one.outer.contains(one.inner)
        assert one.parts[0].start == one.inner.start and one.parts[-1].end == one.inner.end
        assert all(left.end <= right.start for left, right in pairwise(one.parts))
        assert 0 <= one.outer.start < one.outer.end <= len(text)
        assert one.unclosed == (one.outer.end == one.inner.end)


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_outer_quotations_never_overlap(text: str) -> None:
    outer = [one.outer for one in pair_marks(text) if one.level == 0]
    assert all(left.end <= right.start for left, right in pairwise(outer))


@given(st.text(max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    pair_marks(text)


@pytest.mark.parametrize("unit", ["“", "”", "'\"", "“a” ", "'a ", "a' ", '" ', "“a\n\n", "„", "*“"])
def test_a_long_run_of_one_mark_comes_to_an_end(unit: str) -> None:
    """A step that costs the square of the length would not end here while anybody waits."""
    assert pair_marks(unit * 80_000) is not None
