"""Statements out of a draft: what is said, by whom, with which words, and where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Kind, Statement, Text
from quotecheck.speech.statements import extract


def told(text: Text) -> list[tuple[str, str | None, str]]:
    return [(one.kind.value, one.speaker, one.text) for one in extract(text) if not one.term]


def said(content: str, language: str | None = None) -> list[tuple[str, str | None, str]]:
    return told(Text(content=content, language=language))


DIRECT = {
    "cue after": ("“We will rebuild,” Mayor Ana Ruiz told reporters.", "Ana Ruiz", "We will rebuild,"),
    "cue after, turned round": ("“We will rebuild,” said Ana Ruiz, the mayor.", "Ana Ruiz", "We will rebuild,"),
    "cue after, apposition": ("“It is over,” the mayor's spokesman, Tom Hale, said.", "Tom Hale", "It is over,"),
    "cue after, relative clause": ("“It is over,” Ruiz, who has led since 2010, said.", "Ruiz", "It is over,"),
    "cue before": ("Ana Ruiz, the mayor of Port Linn, said: “We will.”", "Ana Ruiz", "We will."),
    "cue before, introduction": (
        "In a statement on Friday, the company said, “We regret it.”",
        "the company",
        "We regret it.",
    ),
    "cue before, title": ("Labour's Shadow Home Secretary Ana Ruiz said: “No.”", "Ana Ruiz", "No."),
    "according to": ("According to Ruiz, “the bridge is unsafe”.", "Ruiz", "the bridge is unsafe"),
    "according to, after": ("“The bridge is unsafe,” according to Ana Ruiz.", "Ana Ruiz", "The bridge is unsafe,"),
    "colon": ("Ana Ruiz: “We will rebuild.”", "Ana Ruiz", "We will rebuild."),
    "dash": ("“We will rebuild.” — Ana Ruiz", "Ana Ruiz", "We will rebuild."),
    "question and name": ("“Is it safe?” Tom Hale asked.", "Tom Hale", "Is it safe?"),
    "was quoted as saying": (
        "Ana Ruiz was quoted as saying “the bridge is unsafe”.",
        "Ana Ruiz",
        "the bridge is unsafe",
    ),
    "quoted by another": ("The Courier quoted Ana Ruiz as saying “never again”.", "Ana Ruiz", "never again"),
    "passive": ("The bridge was described by Ruiz as “a ruin”.", "Ruiz", "a ruin"),
    "noun of saying": ("Ruiz's claim that “nobody knew” was rejected.", "Ruiz", "nobody knew"),
    "which said": ("The firm, which said “we are sorry”, has gone.", "The firm", "we are sorry"),
    "participle": ("Ana Ruiz rejected the plan, saying “it is too late”.", "Ana Ruiz", "it is too late"),
    "verb in front": ("Added Tom Hale: “No.”", "Tom Hale", "No."),
    "paragraph before": ("Ana Ruiz told the council:\n\n“We will rebuild.”", "Ana Ruiz", "We will rebuild."),
    "anonymous": ("“This is bad,” officials said.", "officials", "This is bad,"),
    "initials": ("“This is bad,” said Mr. J. P. Hale, the banker.", "J. P. Hale", "This is bad,"),
    "question mark and lower case": ("“Why?” she said.", "she", "Why?"),
}


@pytest.mark.parametrize(("content", "speaker", "words"), DIRECT.values(), ids=DIRECT)
def test_direct_speech_and_its_speaker(content: str, speaker: str, words: str) -> None:
    assert ("direct", speaker, words) in said(content)


GERMAN = {
    "inversion": ("„Wir bleiben“, sagte der Sprecher Hans Maier.", "Hans Maier", "Wir bleiben"),
    "verb second": ("Dazu sagte Innenminister Karl Weber: „Nein.“", "Karl Weber", "Nein."),
    "so": ("„Wir bleiben“, so Karl Weber.", "Karl Weber", "Wir bleiben"),
    "laut": ("Laut Karl Weber ist der Plan „nicht mehr zu retten“.", "Karl Weber", "nicht mehr zu retten"),
    "participle": ("Karl Weber hat den Plan am Freitag als „falsch“ bezeichnet.", "Karl Weber", "falsch"),
    "subordinate clause": ("Das ist so, weil Karl Weber ihn als „falsch“ bezeichnet hat.", "Karl Weber", "falsch"),
    "passive": ("Der Plan wurde von Karl Weber als „falsch“ bezeichnet.", "Karl Weber", "falsch"),
    "a paper": ("In dem Antrag heißt es: „Der Plan ist falsch.“", "dem Antrag", "Der Plan ist falsch."),
    "quoted": ("Die Zeitung zitiert den Minister mit den Worten: „Nein.“", "den Minister", "Nein."),
    "pronoun after the verb": ("Deren Haltung bezeichnete er als „verlogen“.", "er", "verlogen"),
}


@pytest.mark.parametrize(("content", "speaker", "words"), GERMAN.values(), ids=GERMAN)
def test_german(content: str, speaker: str, words: str) -> None:
    assert ("direct", speaker, words) in said(content, "de")


ROMANCE = {
    "French inversion": ("« Nous restons », a dit le ministre Paul Morel.", "fr", "Paul Morel", "Nous restons"),
    "French pronoun": ("Paul Morel est parti. « Non », dit-il.", "fr", "Paul Morel", "Non"),
    "French selon": ("Selon Paul Morel, le plan est « mauvais ».", "fr", "Paul Morel", "mauvais"),
    "Spanish inversion": ("«No nos vamos», dijo el ministro Juan Pardo.", "es", "Juan Pardo", "No nos vamos"),
    "Spanish según": ("Según Juan Pardo, el plan es «malo».", "es", "Juan Pardo", "malo"),
}


@pytest.mark.parametrize(("content", "language", "speaker", "words"), ROMANCE.values(), ids=ROMANCE)
def test_french_and_spanish(content: str, language: str, speaker: str, words: str) -> None:
    assert ("direct", speaker, words) in said(content, language)


INDIRECT = {
    "that": ("Ruiz said that the bridge will close in May.", "Ruiz", "the bridge will close in May"),
    "no that": ("Ruiz said the bridge will close in May.", "Ruiz", "the bridge will close in May"),
    "time before that": ("Ruiz said on Friday that the bridge will close.", "Ruiz", "the bridge will close"),
    "hearer": ("Ruiz told the council she would resign.", "Ruiz", "she would resign"),
    "after": ("The bridge will close in May, Ruiz said.", "Ruiz", "The bridge will close in May"),
    "according to": ("According to Ruiz, the bridge will close in May.", "Ruiz", "the bridge will close in May"),
    "according to, after": ("The bridge will close, according to Ana Ruiz.", "Ana Ruiz", "The bridge will close"),
    "as X told": ("As Ruiz told the Courier, the bridge will close.", "Ruiz", "the bridge will close"),
    "denial": ("Ruiz denied that she had resigned.", "Ruiz", "she had resigned"),
    "two in a row": ("Ruiz said it was safe, but Hale said it was not.", "Hale", "it was not"),
    "adding": ("Ruiz said she was sorry, adding that it would be rebuilt.", "Ruiz", "it would be rebuilt"),
}


@pytest.mark.parametrize(("content", "speaker", "words"), INDIRECT.values(), ids=INDIRECT)
def test_reported_speech(content: str, speaker: str, words: str) -> None:
    assert ("indirect", speaker, words) in said(content)


def test_german_reported_speech_goes_on_in_its_mood() -> None:
    found = said("Karl Weber sagte, der Plan sei falsch. Er werde ihn ablehnen. Draußen regnete es.", "de")
    assert found == [
        ("indirect", "Karl Weber", "der Plan sei falsch"),
        ("indirect", "Karl Weber", "Er werde ihn ablehnen."),
    ]


NOTHING = {
    "narration": "The bridge closed in May. Nobody was hurt.",
    "a claim as a noun": "The claims were rejected and the reports were filed.",
    "object": "Ruiz opened the bridge.",
    "passive without a speaker": "Ruiz was told to leave.",
    "code": "Run `echo “yes”` now.",
}


@pytest.mark.parametrize("content", NOTHING.values(), ids=NOTHING)
def test_what_nobody_is_said_to_have_said(content: str) -> None:
    assert told(Text(content=content, id="a.md")) == []


TERMS = {
    "title": ("The film “The Long Bridge” opens in May.", ["The Long Bridge"]),
    "so-called": ("The so-called “bridge tax” is gone.", ["bridge tax"]),
    "scare quotes": ("A “simple” plan failed.", ["simple"]),
    "title inside a report": ("Ruiz said she loved “The Long Bridge”.", ["The Long Bridge"]),
}


@pytest.mark.parametrize(("content", "terms"), TERMS.values(), ids=TERMS)
def test_marks_round_terms_and_titles(content: str, terms: list[str]) -> None:
    assert [one.text for one in extract(Text(content=content)) if one.term] == terms


NO_TERMS = {
    "one-word answer": "“Is it?” Hale asked.\n\n“No.”",
    "partial quotation": "Ruiz called the plan “reckless”.",
    "unattributed sentence": "It was late. “We will rebuild the bridge.”",
    "German adjective": "Der Plan sei „vollkommen falsch“, sagte sie.",
}


@pytest.mark.parametrize("content", NO_TERMS.values(), ids=NO_TERMS)
def test_speech_is_no_term(content: str) -> None:
    assert not [one.text for one in extract(Text(content=content)) if one.term]


def only(content: str) -> Statement:
    (found,) = [one for one in extract(Text(content=content)) if one.kind is Kind.DIRECT]
    return found


INTERRUPTED = {
    "inside a sentence": ("“We will,” Ruiz said, “rebuild the bridge.”", "We will, rebuild the bridge."),
    "at a sentence's end": (
        "“We will rebuild,” Ruiz said. “It will take long.”",
        "We will rebuild, It will take long.",
    ),
    "over paragraphs": ("“We will.\n\n“We must,” Ruiz said.", "We will. We must,"),
}


@pytest.mark.parametrize(("content", "words"), INTERRUPTED.values(), ids=INTERRUPTED)
def test_an_interrupted_quotation_is_one_statement(content: str, words: str) -> None:
    found = only(content)
    assert (found.text, len(found.parts), found.speaker) == (words, 2, "Ruiz")
    assert " ".join(part.of(content) for part in found.parts) == words


def test_a_second_cue_makes_a_second_statement() -> None:
    found = said("“We will rebuild,” said Ana Ruiz. She left. “It will take long,” she added.")
    assert [(speaker, words) for _, speaker, words in found] == [
        ("Ana Ruiz", "We will rebuild,"),
        ("Ana Ruiz", "It will take long,"),
    ]


def test_a_mixed_statement_holds_its_quoted_parts() -> None:
    content = "Ruiz said the bridge was “a danger to all” and would close."
    mixed, part = extract(Text(content=content))
    assert (mixed.kind, mixed.text) == (Kind.MIXED, "the bridge was “a danger to all” and would close")
    assert mixed.children == (part,) and part.speaker == "Ruiz" and part.kind is Kind.DIRECT


def test_a_quotation_in_a_quotation_is_a_child_with_its_own_speaker() -> None:
    found = only("Hale said, “Ruiz told me, ‘It is over.’”")
    assert found.speaker == "Hale"
    assert [(child.speaker, child.text) for child in found.children] == [("Ruiz", "It is over.")]


def test_cue_mention_and_place() -> None:
    content = "A line.\n\n“We will,” Mayor Ana Ruiz told reporters on Friday.\n"
    found = only(content)
    assert (found.line, found.column, found.start, found.end) == (3, 2, 10, 18)
    assert found.mention is not None and found.mention.text == "Mayor Ana Ruiz"
    assert found.cue is not None and found.cue.text == "told reporters"
    assert found.cue.span.of(content) == "told reporters"


def test_an_unclosed_quotation_says_so() -> None:
    found = only("“We will, said Ruiz on Friday.\n\nNobody came.")
    assert found.unclosed and found.text == "We will, said Ruiz on Friday."


def test_a_block_quotation_is_direct_speech() -> None:
    text = Text(content="Ruiz told the council:\n\n> We will\n> rebuild.\n>\n> — Tom Hale\n", id="draft.md")
    (found,) = extract(text)
    assert (found.kind, found.text, found.speaker) == (Kind.DIRECT, "We will rebuild.", "Tom Hale")


SIGNED = {
    "below it": ("> We will rebuild.\n\n— Tom Hale, mayor of Linn\n", "Tom Hale"),
    "two dashes": ("> We will rebuild.\n\n-- Tom Hale\n", "Tom Hale"),
    "a sentence below": ("> We will rebuild.\n\n— Tom Hale said so.\n", None),
    "no dash": ("> We will rebuild.\n\nTom Hale\n", None),
}


@pytest.mark.parametrize(("content", "speaker"), SIGNED.values(), ids=SIGNED)
def test_a_line_under_a_block_quotation_signs_it(content: str, speaker: str | None) -> None:
    found = next(one for one in extract(Text(content=content, id="draft.md")) if one.text == "We will rebuild.")
    assert found.speaker == speaker


def test_a_labelled_turn_is_direct_speech() -> None:
    content = "ANNA: Good morning.\nBEN: Hello, Anna. It is cold.\nANNA: It is.\nBEN: Let us go in.\n"
    assert [(speaker, words) for _, speaker, words in said(content)][:2] == [
        ("ANNA", "Good morning."),
        ("BEN", "Hello, Anna. It is cold."),
    ]


PRONOUNS = {
    "he": ("Tom Hale came. “No,” he said.", "Tom Hale"),
    "she, two people": ("Ana Ruiz met Tom Hale. “No,” she said.", "Ana Ruiz"),
    "last name": ("Ana Ruiz came. “No,” Ruiz said.", "Ana Ruiz"),
    "courtesy": ("Ana Ruiz came. “No,” Ms. Ruiz said.", "Ana Ruiz"),
    "role": ("Foreign Minister Ana Ruiz came. “No,” the foreign minister said.", "Ana Ruiz"),
    "role behind the name": ("Tom Hale, a spokesman for the firm, came. “No,” the spokesman said.", "Tom Hale"),
    "acronym": ("The Port Linn Authority (PLA) met. “No,” said the PLA.", "Port Linn Authority"),
    "namesakes are two": ("Mr. Hale met Mrs. Hale. “No,” said Mrs. Hale.", "Mrs. Hale"),
    "nobody named": ("It rained. “No,” he said.", "he"),
}


@pytest.mark.parametrize(("content", "speaker"), PRONOUNS.values(), ids=PRONOUNS)
def test_the_speaker_is_the_fullest_name_of_the_text(content: str, speaker: str) -> None:
    assert only(content).speaker == speaker


def test_two_speak_by_turns() -> None:
    content = "“Is it safe?” Hale asked.\n\n“No.”\n\n“Why not?”\n\n“It is old,” Ruiz said."
    assert [speaker for _, speaker, _ in said(content)] == ["Hale", "Ruiz", "Hale", "Ruiz"]


def test_a_report_goes_on_with_its_speaker() -> None:
    content = "“It is old,” Ruiz said in the hall.\n\n“It must be rebuilt before the winter comes.”"
    assert [speaker for _, speaker, _ in said(content)] == ["Ruiz", "Ruiz"]


DASHES = "—Is it safe? Tom Hale asked.\n\n—No, Ana Ruiz said. It is old.\n\n—Then close it!\n"


def test_dashes_open_speech() -> None:
    found = said(DASHES)
    assert ("direct", "Tom Hale", "Is it safe?") in found
    assert [words for _, speaker, words in found if speaker == "Ana Ruiz"] == ["No, It is old."]


_WORDS = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "said", "Ruiz", "he", "that", ",", ".", "?", ":", "according", "to", "the",
        "mayor",
        "\n\n", "\n", "> ", "—", "(", ")", "„", "sagte", "so", "a", "will", "1", "as", "and", "who",
    ]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(_WORDS, max_size=40).map(" ".join), st.sampled_from(["en", "de", "fr", "es", None]))
def test_statements_stand_where_they_say(content: str, language: str | None) -> None:
    found = extract(Text(content=content, language=language))
    assert list(found) == sorted(found, key=lambda one: (one.start or 0, -(one.end or 0)))
    for one in found:
        assert one.text == " ".join(part.of(content) for part in one.parts) and one.text.strip()
        assert all(left.end <= right.start for left, right in zip(one.parts, one.parts[1:], strict=False))
        for words in (one.mention, one.cue):
            assert words is None or words.span.of(content) == words.text


@pytest.mark.parametrize(
    "unit",
    [
        "“a,” he said. ",
        "said ",
        "that he said ",
        "“a”\n\n",
        ", ",
        "Ana Ruiz said ",
        "(",
        "the ",
        "—a\n\n",
        "and ",
        "“a” he said, ",
        "a: “b” ",
    ],
)
def test_a_long_run_of_one_piece_comes_to_an_end(unit: str) -> None:
    """A step that costs the square of the length would not end here while anybody waits."""
    assert extract(Text(content=unit * (60_000 // len(unit)), language="en")) is not None


def test_a_mention_holds_the_words_of_the_file_and_the_speaker_only_the_name() -> None:
    content = "“We will,” said Ana [Ruiz](http://a.example/r) on Friday.\n"
    (found,) = extract(Text(content=content, id="draft.md"))
    assert found.mention is not None and found.mention.span.of(content) == found.mention.text
    assert found.speaker is not None and found.speaker.startswith("Ana")


@pytest.mark.parametrize("content", ["““ ””", "She said “ ”.", "''", "“"])
def test_empty_marks_say_nothing(content: str) -> None:
    assert extract(Text(content=content)) == ()


def test_a_phrase_in_marks_that_nobody_is_named_for_is_no_term() -> None:
    content = "The alliance enforced such a zone “over Bosnia in 1995”."
    (found,) = extract(Text(content=content))
    assert (found.speaker, found.term) == (None, False)


STORY = (
    "Alice Brand came in.\n\n“Is anybody here?” she asked.\n\n“I am,” said Tom Hale.\n\n“Who else?”\n\n"
    "“Nobody.”\n\n“Then tell me, Tom, where they are.”\n\n“They have gone.”\n\nAlice sighed.\n\n“So we are alone.”\n"
)


def test_a_story_s_turns_and_the_deeds_before_a_speech_tell_the_speaker() -> None:
    speakers = [speaker for _, speaker, _ in said(STORY)]
    assert speakers == [
        "Alice Brand", "Tom Hale", "Alice Brand", "Tom Hale", "Alice Brand", "Tom Hale", "Alice Brand",
    ]  # fmt: skip


def test_nobody_says_his_own_name_in_answer() -> None:
    content = "Tom Hale met Ben Cole. “Come, Tom, let us go,” he said."
    assert only(content).speaker == "Ben Cole"
