"""Cues of a sentence: the verb, frame or noun that says who speaks, and its subject."""

from __future__ import annotations

import pytest

from quotecheck.model import Text
from quotecheck.speech.blocks import read_blocks
from quotecheck.speech.lexis import lexis
from quotecheck.speech.marks import pair_marks
from quotecheck.speech.paragraphs import Prose, take_apart


def taken_apart(content: str, language: str = "en") -> Prose:
    blocks = read_blocks(Text(content=content))
    outer = tuple(one for one in pair_marks(content, language=language) if one.level == 0)
    return take_apart(content, blocks.shadow, blocks.blocks, outer, lexis(language))


def cues(content: str, language: str = "en") -> list[tuple[str, str, str | None]]:
    prose = taken_apart(content, language)
    found = []
    for paragraph in prose.paragraphs:
        for sentence, events in zip(paragraph.sentences, paragraph.events, strict=True):
            for event in events:
                subject = prose.mention(sentence.tokens, event.subject)
                cue = prose.words(sentence.tokens, event.first, event.last)
                found.append((event.order.value, cue.text, subject.text if subject else None))
    return found


ENGLISH = {
    "subject first": ("Ruiz said no.", [("subject-first", "said", "Ruiz")]),
    "adverb between": ("Ruiz also said no.", [("subject-first", "said", "Ruiz")]),
    "helping verb between": ("Ruiz has not yet said so.", [("subject-first", "said", "Ruiz")]),
    "hearer in the cue": ("Ruiz told the council no.", [("subject-first", "told the council", "Ruiz")]),
    "apposition": ("Ana Ruiz, the mayor, said no.", [("subject-first", "said", "Ana Ruiz")]),
    "apposition before the name": ("The mayor, Ana Ruiz, said no.", [("subject-first", "said", "Ana Ruiz")]),
    "relative clause": ("Ruiz, who has led since 2010, said no.", [("subject-first", "said", "Ruiz")]),
    "bracket": ("Ruiz (46) said no.", [("subject-first", "said", "Ruiz")]),
    "phrase with of": (
        "The head of the port authority said no.",
        [("subject-first", "said", "The head of the port authority")],
    ),
    "two people": ("Ruiz and Hale said no.", [("subject-first", "said", "Ruiz and Hale")]),
    "after an introduction": ("On Friday Ruiz said no.", [("subject-first", "said", "Ruiz")]),
    "verb first": ("“No,” said Ruiz.", [("verb-first", "said", "Ruiz")]),
    "verb first, title and initials": (
        "“No,” said Mr. J. P. Hale, the banker.",
        [("verb-first", "said", "Mr. J. P. Hale")],
    ),
    "going on": ("Ruiz came and said no.", [("inherited", "said", "Ruiz")]),
    "participle": ("Ruiz left, saying no.", [("inherited", "saying", "Ruiz")]),
    "source": ("According to Ruiz, no.", [("source", "According to", "Ruiz")]),
    "passive": ("It was described by Ruiz as a ruin.", [("subject-first", "described", "Ruiz")]),
    "passive, nobody": ("It was described as a ruin.", []),
    "hearer of a passive": ("Ruiz was told to go.", []),
    "noun and owner": ("Ruiz's claim that it burned fell.", [("noun", "claim", "Ruiz's")]),
    "noun, no owner": ("The claim that it burned fell.", []),
    "plural noun": ("His claims and reports fell.", []),
}


@pytest.mark.parametrize(("content", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english(content: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cues(content) == expected


GERMAN = {
    "subject first": ("Weber sagte am Freitag nein.", [("subject-first", "sagte", "Weber")]),
    "subject after the verb": ("Am Freitag sagte Weber nein.", [("verb-first", "sagte", "Weber")]),
    "pronoun after the verb": ("Den Plan nannte er gut.", [("verb-first", "nannte", "er")]),
    "dative is no subject": ("Der lokalen Zeitung sagte Weber nein.", [("verb-first", "sagte", "Weber")]),
    "participle at the end": ("Weber hat den Plan am Freitag erklärt.", [("subject-first", "erklärt", "Weber")]),
    "role and name": ("Der Sprecher der Polizei, Jan Weber, sagte nein.", [("subject-first", "sagte", "Jan Weber")]),
    "particle at the end": ("Die Polizei teilte nichts mit.", [("subject-first", "teilte", "Die Polizei")]),
    "particle missing": ("Die Polizei teilte den Kuchen.", []),
    "so": ("Das ist gut, so Weber.", [("tag", "so", "Weber")]),
    "so, an adverb": ("Das ist so gut wie nie.", []),
    "laut": ("Laut Weber ist das gut.", [("source", "Laut", "Weber")]),
    "nach Angaben": ("Nach Angaben der Polizei ist das gut.", [("source", "Nach Angaben", "der Polizei")]),
    "nach, a time": ("Nach der Wahl ist das gut.", []),
    "zufolge": ("Der Polizei zufolge ist das gut.", [("source", "zufolge", "Der Polizei")]),
    "wie mitteilte": ("Wie die Polizei mitteilte, ist das gut.", [("subject-first", "mitteilte", "die Polizei")]),
}


@pytest.mark.parametrize(("content", "expected"), GERMAN.values(), ids=GERMAN)
def test_german(content: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert cues(content, "de") == expected


def sentences(content: str, language: str = "en") -> list[str]:
    prose = taken_apart(content, language)
    return [
        content[sentence.start : sentence.end] for paragraph in prose.paragraphs for sentence in paragraph.sentences
    ]


SENTENCES = {
    "abbreviated title": ("Mr. Hale left. He ran.", ["Mr. Hale left.", "He ran."]),
    "No. is not no.": ("They say no. “Go,” he said.", ["They say no.", "“Go,” he said."]),
    "No. 5": ("It is No. 5 here. Go.", ["It is No. 5 here.", "Go."]),
    "company at the end": ("He joined Acme Inc. He left.", ["He joined Acme Inc.", "He left."]),
    "company inside": ("Acme Inc. Chief Hale left.", ["Acme Inc. Chief Hale left."]),
    "quotation ends it": ("He said: “Go.” Nobody went.", ["He said: “Go.”", "Nobody went."]),
    "question with its cue": ("“Go?” Hale asked. Nobody went.", ["“Go?” Hale asked.", "Nobody went."]),
    "question and an act": ("“Go?” Hale ran off.", ["“Go?”", "Hale ran off."]),
    "stops inside marks": ("He said “Go. Now. Run” and left.", ["He said “Go. Now. Run” and left."]),
}


@pytest.mark.parametrize(("content", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences_hold_their_quotations(content: str, expected: list[str]) -> None:
    assert sentences(content) == expected
