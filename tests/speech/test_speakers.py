"""Who speaks where no common verb of saying tells: any verb, signs, beats, lost marks. One line, one form."""

import pytest

from quotecheck.model import Kind, Text, VoiceKind
from quotecheck.speech.statements import extract
from quotecheck.speech.voices import read_voices


def said(content: str, language: str = "en") -> list[tuple[str, str | None]]:
    """The quotations of a text with their speakers."""
    found = extract(Text(content=content, id="a.txt", language=language))
    return [(one.text, one.speaker) for one in found if one.kind is Kind.DIRECT]


SPOKEN = {
    "any verb, inverted": ("“Not I,” fleered Jack Hale, and left.", [("Not I,", "Jack Hale")]),
    "any verb after the name": ("“Let me talk,” Jack Hale shot back.", [("Let me talk,", "Jack Hale")]),
    "a whole sentence, then a deed": ("“It is late.” Praised plans fail often.", [("It is late.", None)]),
    "a name that is a verb too": ("“We are done here,” Will wrote.", [("We are done here,", "Will")]),
    "the day between": ("Dana Ruiz on Friday said, “We go on.”", [("We go on.", "Dana Ruiz")]),
    "a participle does not name": (
        "Holding up a sign, the mayor said: “We go on.”", [("We go on.", "the mayor")]),
    "a time does not name": ("A minute later, Anna Ruiz turned to them: “We go on.”", [("We go on.", "Anna Ruiz")]),
    "dash and name": ("“We go on, all of us.” ― Dana Ruiz\n", [("We go on, all of us.", "Dana Ruiz")]),
    "dash and name in the next paragraph": (
        "“We go on, all of us.”\n\n- Dana Ruiz, Port Linn.", [("We go on, all of us.", "Dana Ruiz")]),
    "colon and dash": (
        "Dana Ruiz said sternly:--\n\n“We go on, all of us.”", [("We go on, all of us.", "Dana Ruiz")]),
    "began to speak": ("Mira turned to Joss and began to speak. “The well is dry.”", [("The well is dry.", "Mira")]),
    "a word with its preposition": (
        "“We go on,” said a person close to the mayor.", [("We go on,", "a person close to the mayor")]),
    "an adviser to somebody": (
        "“We go on,” said an adviser to both mayors on Friday.", [("We go on,", "an adviser to both mayors")]),
    "a preposition of the verb's own": ("“We go on,” the mayor said to the crowd.", [("We go on,", "the mayor")]),
    "an age is one word": ("“We go on,” said the 46-year-old.", [("We go on,", "the 46-year-old")]),
    "one more adviser is another": (
        "“We go on,” said Dana Ruiz, an adviser. “It is late,” said another adviser.",
        [("We go on,", "Dana Ruiz"), ("It is late,", "another adviser")]),
    "the adviser is the one told of": (
        "“We go on,” said Dana Ruiz, an adviser.\n\n“It is late,” said the adviser.",
        [("We go on,", "Dana Ruiz"), ("It is late,", "Dana Ruiz")]),
    "a participle behind a comma has the sentence's subject": (
        "Dana Ruiz praised Omar Lind, saying, “We go on.”", [("We go on.", "Dana Ruiz")]),
    "a participle behind a helping verb has its own": (
        "When Omar Lind left, Dana Ruiz was saying, “We go on.”", [("We go on.", "Dana Ruiz")]),
    "a cue behind the comma outweighs a colon": (
        "Dana Ruiz defends the bridge in a film: “We go on,” the mayor says.", [("We go on,", "the mayor")]),
    "a source behind it does not": (
        "Dana Ruiz said: “We go on,” according to the Merkur.", [("We go on,", "Dana Ruiz")]),
    "a thing is nobody": ("A poster turns this into “a feast for all the city to enjoy.”",
                          [("a feast for all the city to enjoy.", None)]),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), SPOKEN.values(), ids=SPOKEN)
def test_who_speaks(content: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(content) == expected


MARKS = {
    "over the break of a page": (
        "The guide said, “We walked for days and the snow was\n\ndeep over the road.” Then he left.",
        [("We walked for days and the snow was deep over the road.", "The guide")],
    ),
    "a new paragraph with a capital ends it": (
        "The guide said, “We walked for days.\n\nDeep snow lay on the road.” Then he left.",
        [("We walked for days.", "The guide")],
    ),
    "the opening mark is lost": (
        "It was cold. The roads are shut and nobody comes , ” the guide said.",
        [("The roads are shut and nobody comes ,", "the guide")],
    ),
    "a stray mark": ("The roads are shut and nobody comes ” today.", []),
}


@pytest.mark.parametrize(("content", "expected"), MARKS.values(), ids=MARKS)
def test_marks_that_a_page_or_a_scan_lost(content: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(content) == expected


DASHES = {
    "two in a paragraph": (
        "— Qu'en dis-tu ? demanda Luc. — C'est l'affaire d'une heure, répondit Ève.",
        ["Luc", "Ève"],
    ),
    "the first without a dash": (
        "Qu'en dis-tu ? demanda Luc. — C'est l'affaire d'une heure, répondit Ève.",
        ["Luc", "Ève"],
    ),
    "one alone, with its speaker": ("— Le pont est fermé, dit Luc.", ["Luc"]),
    "one alone is an item": ("— Le pont est fermé.", []),
    "an aside": ("Le pont — bâti en 1900 — est fermé. — La ville paie.", []),
}


@pytest.mark.parametrize(("content", "expected"), DASHES.values(), ids=DASHES)
def test_two_speakers_of_one_paragraph(content: str, expected: list[str]) -> None:
    assert [speaker for _, speaker in said(content, "fr")] == expected


def test_unmarked_speech_after_a_comma() -> None:
    content = "And the Master said, such stones are rare and dear. The boy left."
    voice = read_voices(Text(content=content, language="en")).at(content.index("rare"))
    assert (voice.kind, voice.speaker) == (VoiceKind.REPORTED, "the Master")
    content = "The Master said, and left."
    assert read_voices(Text(content=content, language="en")).voices == ()


def test_a_quotation_in_a_speech_has_its_own_speaker() -> None:
    content = "“I was there,” said the Colonel. “Then the Professor said to me, ‘It is the end.’ I left.”"
    voice = read_voices(Text(content=content, language="en")).at(content.index("the end"))
    assert (voice.speaker, voice.relayed_by) == ("the Professor", "the Colonel")


REPORT = "".join(
    f"“We go on with part {number} of the plan,” Dana Ruiz said on Monday in 2019.\n\n“It holds.”\n\n"
    for number in range(5)
)


def test_a_report_goes_on_with_the_last_speaker() -> None:
    """Years and days of the week tell a report, however many of its paragraphs begin with speech."""
    assert {speaker for _, speaker in said(REPORT)} == {"Dana Ruiz"}
