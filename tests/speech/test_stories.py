"""Who speaks in a story. Each rule has a table of texts in which it fires, and of near neighbours."""

import pytest

from quotecheck.model import Kind, Text
from quotecheck.speech.statements import extract
from quotecheck.speech.voices import read_voices

LEAD = """The rain had not stopped since noon, and the ferry was late. He was wet, she was cold, nobody had tea.

“It is late,” said Nora Vale.

“It is,” said Tom Brandt.

“We might walk,” said Nora.

“We might not,” said Tom.

"""
"""Two people who talk: enough of it to be a story."""


def said(content: str) -> dict[str, str | None]:
    """The quotations of a text with their speakers."""
    found = extract(Text(content=content, id="a.txt", language="en"))
    return {one.text: one.speaker for one in found if one.kind is Kind.DIRECT}


def of(story: str) -> dict[str, str | None]:
    """Who says the marked words of a story: those that begin with a capital letter and a star."""
    return {words: speaker for words, speaker in said(LEAD + story).items() if words.startswith("A ")}


STORIES = {
    # Turns: two people speak by turns.
    "turns: the other one answers": (
        "“A boat,” said Nora.\n\n“A ship.”\n\n“A raft.”",
        {"A boat,": "Nora Vale", "A ship.": "Tom Brandt", "A raft.": "Nora Vale"}),
    "turns: a cue outweighs them": (
        "“A boat,” said Nora.\n\n“A ship,” she went on.", {"A boat,": "Nora Vale", "A ship,": "Nora Vale"}),
    "turns: a speech over two paragraphs is one": (
        "“A boat,” said Nora.\n\n“A ship is here.\n\n“It is large.”\n\n“A raft.”",
        {"A boat,": "Nora Vale", "A ship is here. It is large.": "Tom Brandt", "A raft.": "Nora Vale"}),
    # Calls: whom the words call is not the one who speaks them, and often the one who answers.
    "calls: the one called does not speak": (
        "It had grown dark.\n\n“A boat, Tom!”", {"A boat, Tom!": "Nora Vale"}),
    "calls: the one called answers": (
        "“A boat, Tom!” said Nora.\n\n“A raft.”", {"A boat, Tom!": "Nora Vale", "A raft.": "Tom Brandt"}),
    "calls: one who is only spoken of may speak": (
        "“A boat,” said Nora.\n\n“A boat is what Nora wants.”",
        {"A boat,": "Nora Vale", "A boat is what Nora wants.": "Tom Brandt"}),
    # Pronouns: who acts and who is called decide, and a man is no "she".
    "pronouns: the nearest of the gender": (
        "Tom looked at Nora.\n\n“A boat,” she said.", {"A boat,": "Nora Vale"}),
    "pronouns: whom the sentence names after it is another": (
        "Tom sat by the fire. Otto Lind came in.\n\nHe beckoned Otto and said, “A word.”",
        {"A word.": "Tom Brandt"}),
    "pronouns: not one who left long ago": (
        "Otto Lind was loud, and Otto Lind was kind. Otto Lind left." + " The rain fell." * 12 +
        "\n\n“It is wet,” said Tom.\n\n“A boat,” said he.", {"A boat,": "Tom Brandt"}),
    "scenes: a new chapter has people of its own": (
        "Otto Lind was loud, and Otto Lind was kind. Otto Lind left.\n\nAdventure II. The Raft\n\n"
        "Tom stood there.\n\n“It is wet,” said Tom.\n\n“A boat,” said he.", {"A boat,": "Tom Brandt"}),
    # Deeds: who does something beside the words speaks them.
    "deeds: before the words": ("Nora looked up. “A boat.”", {"A boat.": "Nora Vale"}),
    "deeds: after the words": ("“A boat.” Nora looked up.", {"A boat.": "Nora Vale"}),
    "deeds: the hearer's deed after the words": (
        "“A boat,” said Nora.\n\n“A raft, Nora.” Nora shook her head.",
        {"A boat,": "Nora Vale", "A raft, Nora.": "Tom Brandt"}),
    # Kin and callings are characters of their own.
    "kin: stands as it is": ("“A boat,” said his mother.", {"A boat,": "his mother"}),
    "kin: the name that stands beside it": (
        "His uncle, Otto Lind, came in.\n\n“A boat,” said his uncle.", {"A boat,": "Otto Lind"}),
    "kin: the family's name tells it": (
        "Mrs. Brandt came in, and Tom went to his mother.\n\n“A boat,” said his mother.",
        {"A boat,": "Mrs. Brandt"}),
    "kin: who says mother is the one who has one": (
        "Nora went to her mother. Otto Lind stood there.\n\n“A cup,” said her mother.\n\n"
        "“A cup, mother.”", {"A cup,": "her mother", "A cup, mother.": "Nora Vale"}),
    "kin: the one child who is told of is her son": (
        "Tom Brandt was out. Peter, a boy of seven, ran in, and Mrs. Lind with him.\n\n“No,” said Mrs. Lind.\n\n"
        "“A boat,” said her son.", {"A boat,": "Peter"}),
    "callings: another word for it": (
        "An elderly parson came in.\n\n“A boat,” said the clergyman.", {"A boat,": "An elderly parson"}),
    "callings: a name that comes with it": (
        "The painter, Otto Lind, came in.\n\n“A boat,” said the painter.", {"A boat,": "Otto Lind"}),
    "callings: another calling is another one": (
        "The painter, Otto Lind, came in.\n\n“A boat,” said the surgeon.", {"A boat,": "the surgeon"}),
    "kinds: a young man is no old one": (
        "An old man sat by a young man.\n\n“A boat,” said the young man.", {"A boat,": "a young man"}),
    "kinds: the one in the white coat is not the one who spoke": (
        "“It is late,” said Mr. Lind.\n\n“A boat,” said the gentleman in the white coat.",
        {"A boat,": "the gentleman in the white coat"}),
    "kinds: what he wears tells him from others": (
        "A man stood by the gentleman in the white coat. Tom sat down.\n\n"
        "“A boat,” said the man in the white coat.", {"A boat,": "the gentleman in the white coat"}),
    "kinds: how it is said is no mark": (
        "Mr. Lind came in.\n\n“A boat,” said the gentleman in a whisper.", {"A boat,": "Mr. Lind"}),
    "kinds: what he was is no new one": (
        "Tom was a ferryman.\n\n“A boat,” he said.", {"A boat,": "Tom Brandt"}),
    "voices: a rough voice speaks": ("“A boat,” said a rough voice.", {"A boat,": "a rough voice"}),
    # Names for those without one.
    "naming: who is called has that name": (
        "A small boy ran in.\n\n“A boat,” said the boy.\n\n“Sit down, Peter,” said Nora.\n\n“A raft,” said the boy.",
        {"A boat,": "Peter", "A raft,": "Peter"}),
    "naming: not if it is another's": (
        "A small boy ran in.\n\n“A boat,” said the boy.\n\n“Sit down, Tom,” said Nora.\n\n“A raft,” said the boy.",
        {"A boat,": "A small boy", "A raft,": "A small boy"}),
    "naming: who tells his name has it": (
        "A pedlar came in.\n\n“A word,” said the pedlar.\n\n“Yes?” said Nora.\n\n“I am Otto Lind,” said the pedlar.",
        {"A word,": "Otto Lind"}),
    "naming: a new name where he is due to answer": (
        "“A boat?” said a gentleman.\n\n“Over there,” said Tom.\n\n“A raft!” said Mr. Lind.",
        {"A boat?": "Mr. Lind", "A raft!": "Mr. Lind"}),
    "naming: who answers a call has that name": (
        "My uncle came in.\n\n“Am I right, Amos?” said Nora.\n\n“A boat,” said my uncle.", {"A boat,": "Amos"}),
    "naming: not one who speaks elsewhere": (
        "My uncle came in.\n\n“Am I right, Tom?” said Nora.\n\n“A boat,” said my uncle.", {"A boat,": "My uncle"}),
    "naming: Miss Lind is called Clara": (
        "Miss Lind came in.\n\n“It is late,” said Miss Lind.\n\n“Yes, Clara,” said Nora.\n\n"
        "“A boat,” said Miss Lind.\n\n“No, Clara,” said Nora.\n\n“A ship,” said Clara.",
        {"A boat,": "Miss Lind", "A ship,": "Clara"}),
    "naming: Clara answers for Miss Lind": (
        "Miss Lind came in.\n\n“It is late,” said Miss Lind.\n\n“Yes, Clara,” said Nora.\n\n"
        "“A boat,” said Miss Lind.\n\n“A ship, Clara.”\n\n“A raft.”",
        {"A boat,": "Miss Lind", "A ship, Clara.": "Nora Vale", "A raft.": "Miss Lind"}),
    "naming: known as": (
        "Miss Anna Lind, known to her friends as “Pip,” came in.\n\n“A boat,” said Pip.",
        {"A boat,": "Miss Anna Lind"}),
    "naming: known as something": (
        "Miss Anna Lind, known as kind, saw Pip come in.\n\n“A boat,” said Pip.", {"A boat,": "Pip"}),
    # The fullest name, and what people are mostly called.
    "names: the fullest": ("“A boat,” said Tom.", {"A boat,": "Tom Brandt"}),
    "names: short for another": (
        "Margaret Holm came in.\n\n“A boat,” said Maggie.", {"A boat,": "Margaret Holm"}),
    "names: a lord goes by his first name": (
        "Lord Hugo Lind came in. Lord Hugo sat down. Lord Hugo rose.\n\n“A boat,” said Lord Hugo.",
        {"A boat,": "Lord Hugo"}),
    "names: a last name alone is no woman's": (
        "Mrs. Lind came in.\n\n“A boat,” said Lind.", {"A boat,": "Lind"}),
    "names: a first name alone is the one's of whom the story tells": (
        "Tom Brandt rose. " * 4 + "\n\n“You talk like Tom Lund,” said Nora.\n\n“A boat,” said Tom.",
        {"A boat,": "Tom Brandt"}),
    "names: Mr. and Mrs. are two": (
        "Mr. Lind came in, and so did Mrs. Lind.\n\n“A boat,” said Mrs. Lind.", {"A boat,": "Mrs. Lind"}),
}  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), STORIES.values(), ids=STORIES)
def test_who_speaks_in_a_story(story: str, expected: dict[str, str | None]) -> None:
    assert of(story) == expected


NARRATORS = {
    "called by the others": (
        "“You are late, Amos,” said Nora.\n\n“I am,” said I.\n\n“Sit, Amos,” said Nora.\n\n"
        "“A moment,” said I.", "Amos"),
    "whose name a letter has once": (
        "“You are late, Amos,” said Nora.\n\n“I am,” said I.\n\n"
        + "“Sit, Amos,” said Nora.\n\n“No,” said I.\n\n" * 10 +
        "My dear Amos, the letter said.\n\n“A moment,” said I.", "Amos"),
    "not one whom the story tells of": (
        "Amos sat by the door. Amos slept, and Amos snored.\n\n“Wake up, Amos,” said Nora.\n\n“I am awake,” said I.\n\n"
        "“Amos, wake up,” said Nora.\n\n“A moment,” said I.", "I"),
}  # fmt: skip


@pytest.mark.parametrize(("story", "name"), NARRATORS.values(), ids=NARRATORS)
def test_who_i_is(story: str, name: str) -> None:
    assert of(story) == {"A moment,": name}


SURE = {
    "a cue": ("“A boat,” said Nora.", "A boat", True),
    "two who speak by turns": ("“A boat,” said Nora.\n\n“A raft.”\n\n“No,” said Nora.", "A raft", True),
    "a man and a woman": ("Tom Brandt and Nora Vale came in.\n\n“A boat,” he said.", "A boat", True),
    "three men in a room": ("Tom Brandt and Otto Lind and Hugo Marsh came in.\n\n“A boat,” he said.", "A boat", False),
}  # fmt: skip


@pytest.mark.parametrize(("story", "words", "sure"), SURE.values(), ids=SURE)
def test_others_who_may_be_the_speaker(story: str, words: str, sure: bool) -> None:
    content = LEAD + story
    voice = read_voices(Text(content=content, id="a.txt", language="en")).at(content.index(words))
    assert (not voice.rivals) is sure


OTHERS = {
    "whom he answers": (
        "The rain fell. " * 12 + "\n\nA man came in.\n\n“Who is it?” said Otto Lind.\n\n“A boat,” said the man.",
        "Otto Lind"),
    "whom he calls": ("A man came in.\n\n“A boat, Otto,” said the man.", "Otto"),
    "of whom he speaks": ("A man came in.\n\n“A boat of Otto Lind’s is here. Otto Lind!” said the man.", "Otto Lind"),
    "who was there before he came in": (
        "Tom Brandt sat there. A man came in.\n\n“A boat,” said the man.", "Tom Brandt"),
    "of the other gender": ("A man came in.\n\n“A boat,” said the man.", "Nora Vale"),
}  # fmt: skip


@pytest.mark.parametrize(("story", "name"), OTHERS.values(), ids=OTHERS)
def test_who_is_surely_not_the_one_described(story: str, name: str) -> None:
    content = LEAD + story
    voice = read_voices(Text(content=content, id="a.txt", language="en")).at(content.index("A boat"))
    assert voice.speaker == "A man"
    assert name in voice.others


def test_one_who_may_be_the_one_described_is_left_open() -> None:
    content = LEAD + "A man came in.\n\n“A boat,” said the man.\n\nPage after page went by, and Otto Lind wrote home."
    voice = read_voices(Text(content=content, id="a.txt", language="en")).at(content.index("A boat"))
    assert "Otto Lind" not in voice.others


NO_STORIES = {
    "a report goes on with the last speaker": (
        "On Monday, 3 May 2021, the NATO council met in Oslo.\n\n"
        "“We met,” Nora Vale said.\n\n“It was short.”\n\nIn 2020, it had lasted 5% longer.\n",
        {"We met,": "Nora Vale", "It was short.": "Nora Vale"}),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), NO_STORIES.values(), ids=NO_STORIES)
def test_a_report_is_no_story(content: str, expected: dict[str, str | None]) -> None:
    assert said(content) == expected


@pytest.mark.parametrize("seed", ["Tom, " * 4000, "“A,” said the man of the house. " * 2000, "“No.”\n\n" * 4000])
def test_a_long_story_is_read_in_time(seed: str) -> None:
    said(LEAD + seed)
