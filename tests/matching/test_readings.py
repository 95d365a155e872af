"""Two readings of one page: the same letters parted otherwise are noise, anything else is no agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.matching.readings import SameLetters, letters_of, same_letters
from quotecheck.model import Span

# The first reading, the second, and what is noise in the first.
NOISE = {
    "letters set apart": ("T h e m i l l i s o u r s.", "The mill is ours.", "T h e m i l l i s o u r s."),
    "words without spaces": ("Themillwillnotbesold.", "The mill will not be sold.", "Themillwillnotbesold."),
    "one word split": ("The govern ment will pay.", "The government will pay.", "govern ment"),
    "a ligature without a character": ("The o\ufffdcer is here.", "The officer is here.", "o\ufffdcer"),
    "a ligature that is lost": ("The ocer is here.", "The officer is here.", "ocer"),
    "a ligature that is a dash": ("We made an e-ort here.", "We made an effort here.", "e-ort"),
    "a letter without a character": ("The mi\ufffdl is ours.", "The mill is ours.", "mi\ufffdl"),
    "a figure in joined words": ("Millsin2019wereours.", "Mills in 2019 were ours.", "Millsin2019wereours."),
    "a hyphen at a line's end": ("The govern-\nment will pay now.", "The government will pay now.", ""),
    "the same, its letters set apart": ("a g o v e r n -\nm e n t s", "a govern- \nments", "g o v e r n -\nm e n t s"),
    "a ligature's own character": ("The ﬁrst oﬃcer.", "The first officer.", ""),
    "another sign for the same mark": ("“It’s ours.”", '"It\'s ours."', ""),
    "the same": ("The mill is ours.", "The mill is ours.", ""),
}  # fmt: skip

NO_AGREEMENT = {
    "a word more": ("We will not sell the mill.", "We will sell the mill."),
    "a word less": ("We will sell the mill.", "We will not sell the mill."),
    "another figure": ("It cost 13 crowns.", "It cost 18 crowns."),
    "a figure parted": ("It cost 1 200 crowns.", "It cost 1200 crowns."),
    "a point lost": ("It cost 10.5 crowns.", "It cost 105 crowns."),
    "a figure without a character": ("It cost 1\ufffd crowns.", "It cost 10 crowns."),
    "a sign at another figure": ("It fell to - 5 here.", "It fell to -5 here."),
    "both are words": ("The minister is now here.", "The minister is nowhere."),
    "both are words, the other way": ("The minister is nowhere.", "The minister is now here."),
    "what is left of a ligature is a word": ("It is a at rate.", "It is a flat rate."),
    "a word of which nothing can be read": ("We \ufffd\ufffd\ufffd sell it.", "We now sell it."),
    "a lost word": ("We will the mill.", "We will fi the mill."),
    "another letter": ("The mill is ours.", "The mall is ours."),
    "another order": ("We shall sell before May the mill.", "We shall sell the mill before May."),
    "a mark less": ("No, more mills are sold.", "No more mills are sold."),
}


@pytest.mark.parametrize("case", NOISE, ids=str)
def test_noise_is_told_with_its_places(case: str) -> None:
    """The whole passage is found, and what is parted otherwise has a place in both readings."""
    first, second, noise = NOISE[case]
    found = same_letters(letters_of(first), letters_of(second), Span(0, len(second)))
    assert found is not None
    assert found.first(Span(0, len(second))) == Span(0, len(first))
    parts = [one.of(first) for one, _ in found.noise]
    assert "".join(" ".join(parts).split()) == "".join(noise.split())


@pytest.mark.parametrize("case", NO_AGREEMENT, ids=str)
def test_what_is_no_noise_is_no_agreement(case: str) -> None:
    """Neither reading is believed."""
    first, second = NO_AGREEMENT[case]
    assert same_letters(letters_of(first), letters_of(second), Span(0, len(second))) is None


def test_a_passage_that_begins_inside_a_word_grows_to_its_border() -> None:
    """ "here" is not in "nowhere", though its letters are."""
    first, second = "The minister is nowhere near it.", "The minister is now here near it."
    at = second.index("here near")
    assert same_letters(letters_of(first), letters_of(second), Span(at, at + len("here near it"))) is None
    joined, parted = "Thegovernmentwillpay.", "The government will pay."
    found = same_letters(letters_of(joined), letters_of(parted), Span(4, 14))
    assert found is not None and found.first(Span(4, 14)).of(joined) == "government"


WORDS = st.lists(st.sampled_from("The mill officer will not find five first affidavits 1 2019 – “we” sold".split()))


@given(WORDS, st.data())
def test_spaces_alone_never_change_a_word(words: list[str], data: st.DataObject) -> None:
    """Where the readings agree, every span of the second has the same letters in the first."""
    second = " ".join(words)
    first = "".join(sign + (" " if data.draw(st.booleans()) else "") for sign in second if not sign.isspace())
    start = data.draw(st.integers(0, len(second)))
    span = Span(start, data.draw(st.integers(start, len(second))))
    found = same_letters(letters_of(first), letters_of(second), span)
    if found is not None:
        inner = found.first(span).of(first)
        assert "".join(inner.split()) == "".join(span.of(second).split())


@given(st.text(alphabet="afilt \ufffd-\n1.", max_size=40), st.text(alphabet="afilt -\n1.", max_size=40))
def test_figures_are_the_same_wherever_readings_agree(first: str, second: str) -> None:
    """No figure is lost, won or changed."""
    found = same_letters(letters_of(first), letters_of(second), Span(0, len(second)))
    if found is not None:
        inner = found.first(Span(0, len(second))).of(first)
        assert [one for one in inner if one.isdecimal()] == [one for one in second if one.isdecimal()]


@pytest.mark.parametrize(
    ("span", "there"),
    [
        (Span(2, 4), Span(10, 12)), (Span(2, 6), Span(10, 15)), (Span(3, 4), Span(11, 12)), (Span(5, 9), Span(14, 15)),
        (Span(4, 5), Span(14, 14)), (Span(0, 1), Span(10, 10)), (Span(0, 2), Span(10, 10)), (Span(0, 3), Span(10, 11)),
        (Span(6, 9), Span(15, 15)),
    ],
)  # fmt: skip
def test_a_span_of_one_reading_is_one_of_the_other(span: Span, there: Span) -> None:
    """Letters 2, 3 and 5 of the second are letters 10, 11 and 14 of the first."""
    assert SameLetters(((2, 10), (3, 11), (5, 14)), 15, ()).first(span) == there
