"""Whether a text says that the words in its marks were said: denied, imagined, another's; and near neighbours."""

import pytest

from quotecheck.model import Text, Uttered
from quotecheck.speech.people import Sameness, compare
from quotecheck.speech.voices import read_voices

SAID, DENIED, IMAGINED = Uttered.SAID, Uttered.DENIED, Uttered.IMAGINED

WHAT = {
    "said": ("Dana Ruiz said: “It is over.”", SAID),
    "not said": ("Dana Ruiz did not say: “It is over.”", DENIED),
    "not only said": ("Dana Ruiz not only said: “It is over.”", SAID),
    "never said": ("Dana Ruiz never said “It is over”.", DENIED),
    "denied saying": ("Dana Ruiz denied saying “It is over”.", DENIED),
    "denied, with words of her own": ("Dana Ruiz denied it, saying: “It is over.”", SAID),
    "denied after the words": ("“It is over,” Dana Ruiz denied.", SAID),
    "refused to say": ("Dana Ruiz refused to say “It is over”.", DENIED),
    "went on to say": ("Dana Ruiz went on to say: “It is over.”", SAID),
    "neither": ("“It is over,” said neither Dana Ruiz nor Ben Vega.", DENIED),
    "nobody heard": ("Nobody heard Dana Ruiz say: “It is over.”", DENIED),
    "heard": ("Everybody heard Dana Ruiz say: “It is over.”", SAID),
    "should have": ("Dana Ruiz should have said “It is over”.", IMAGINED),
    "had": ("Dana Ruiz had said “It is over”.", SAID),
    "would often": ("Dana Ruiz would often say: “It is over.”", SAID),
    "will": ("Dana Ruiz will say “It is over” tomorrow.", IMAGINED),
    "one's own will": ("I will say: “It is over.”", SAID),
    "if": ("If Dana Ruiz says “It is over”, we go.", IMAGINED),
    "when": ("When Dana Ruiz said “It is over”, we went.", SAID),
    "asked whether": ("Did Dana Ruiz say “It is over”?", IMAGINED),
    "wished": ("“It is over,” Dana Ruiz wished she had said.", IMAGINED),
    "a word denied": ("Dana Ruiz denied she was “reckless”.", IMAGINED),
    "a word for what is denied": ("Dana Ruiz dismissed the plan as “reckless”.", SAID),
}


@pytest.mark.parametrize(("content", "expected"), WHAT.values(), ids=WHAT)
def test_what_is_said_of_the_words(content: str, expected: Uttered) -> None:
    quoted = [voice for voice in read_voices(Text(content=content, id="a.txt", language="en")).voices if voice.cue]
    assert quoted[-1].uttered is expected


WHOSE = {
    "told": ("Dana Ruiz was told: “It is over.”", None),
    "telling": ("Dana Ruiz told them: “It is over.”", "Dana Ruiz"),
    "a note got": ("Dana Ruiz received a note: “It is over.”", None),
    "a note left": ("Dana Ruiz left a note: “It is over.”", "Dana Ruiz"),
    "heard another": ("“It is over,” Dana Ruiz heard him say.", None),
    "accused another": ("Dana Ruiz accused Ben Vega of saying: “It is over.”", None),
    "quoted another": ("Dana Ruiz quoted Ben Vega: “It is over.”", "Ben Vega"),
    "answer of another": ("Dana Ruiz looked up.\n\n“It is over,” came the answer from Ben.", "Ben"),
    "another behind the owner": ("“It is over,” said Dana Ruiz’s husband.", None),
    "behind a colon": ("“It is over”: Dana Ruiz", "Dana Ruiz"),
    "a list behind a colon": ("“It is over”: Dana Ruiz met Ben Vega", None),
    "her statement": ("“It is over,” said Dana Ruiz’s statement.", "Dana Ruiz"),
}


@pytest.mark.parametrize(("content", "speaker"), WHOSE.values(), ids=WHOSE)
def test_whose_the_words_are(content: str, speaker: str | None) -> None:
    assert read_voices(Text(content=content, id="a.txt", language="en")).voices[-1].speaker == speaker


OWNERS = {
    "spokesman of a person": ("a spokesman for Dana Ruiz", "Dana Ruiz", Sameness.UNSURE),
    "spokesman of a body": ("a spokesman for the White House", "White House", Sameness.SAME),
    "friend": ("a friend of Dana Ruiz", "Dana Ruiz", Sameness.UNSURE),
    "party": ("Dana Ruiz’s party", "Dana Ruiz", Sameness.UNSURE),
    "her own statement": ("Dana Ruiz’s statement", "Dana Ruiz", Sameness.SAME),
    "paper and person": ("The Herald’s Dana Ruiz", "Dana Ruiz", Sameness.SAME),
}


@pytest.mark.parametrize(("found", "given", "expected"), OWNERS.values(), ids=OWNERS)
def test_one_who_belongs_to_a_person_is_not_that_person(found: str, given: str, expected: Sameness) -> None:
    assert compare(given, found) is expected
    assert compare(found, given) is expected
