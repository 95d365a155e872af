"""Who is who: mentions compared with and without a register."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Text
from quotecheck.speech.people import Register, Sameness, compare, find_people

SAME = [
    ("Jens Stoltenberg", "Stoltenberg"),
    ("J. Stoltenberg", "Jens Stoltenberg"),
    ("NATO chief Jens Stoltenberg", "Jens Stoltenberg"),
    ("stoltenberg", "Jens Stoltenberg"),
    ("Volodymyr Zelenskiy", "Zelensky"),
    ("Zelenskyy", "Zelenskiy"),
    ("Lipavský", "Jan Lipavsky"),
    ("Müller", "Anna Mueller"),
    ("Bill Clinton", "William Clinton"),
    ("Mohammed Farah", "Muhammad Farah"),
    ("JFK", "John F. Kennedy"),
    ("FDR", "Franklin D. Roosevelt"),
    ("FDR", "Franklin Delano Roosevelt"),
    ("NATO", "North Atlantic Treaty Organization"),
    ("Franklin Roosevelt", "Franklin D. Roosevelt"),
    ("John Roberts", "JOHN G. ROBERTS, JR."),
    ("Chief Justice Roberts", "JOHN G. ROBERTS, JR."),
    ("Jimmy Carter", "Jimmy E Carter"),
    ("President Carter", "Jimmy Carter"),
    ("Lord Polonius", "POLONIUS"),
    ("Queen Gertrude", "Gertrude"),
    ("Julius Caesar", "CAESAR"),
    ("Mark Antony", "ANTONY"),
    ("MR. SMITH", "Mr. Smith"),
    ("Mr. Smith", "Bram Smith"),
    ("a man called Patch", "Patch"),
    ("the minister", "the minister"),
    ("Spain's foreign minister", "the Spanish foreign minister"),
    ("Lincoln, Abraham", "Abraham Lincoln"),
    ("Orbán Viktor", "Viktor Orban"),
    ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
    ("Soraya Sáenz de Santamaría", "María Soraya Sáenz De Santamaría Antón"),
    ("Hillary Clinton", "Hillary Rodham Clinton"),
    ("Ms. BROOK of Ohio", "Ada Brook"),
    ("Hazel Smith (Treasury)", "Hazel Smith"),
    ("Sammy Davis Jr.", "Sammy Davis, Jr."),
    ("Hazel", "Hazel Smith"),
    ("El señor PÉREZ", "Juan Pérez"),
    ("Ada Brook, CEO, Northsea", "Brook"),
    ("Milliardär Sir Ben Cole", "Ben Cole"),
    ("Werft-Finanzvorstand Hans Dieter Kohl", "Hans Dieter Kohl"),
    ("Hafensenatorin Anna Weber", "Weber"),
    ("Papst Franziskus", "Franziskus"),
    ("der Türke Mesut Kaya", "Mesut Kaya"),
    ("die Grünen-Politikerin Anna Weber", "Anna Weber"),
    ("Die Deutsche Welle", "Deutsche Welle"),
    ("Sailing legend Ada Brook", "Ada Brook"),
    ("Mr. Mig-u-ell Torres", "Miguel"),
    ("George Bush", "George H. W. Bush"),
    ("J. R. Tolkien", "John Ronald Reuel Tolkien"),
    ("Prince William", "Prince William Windsor"),
    ("St. Paul", "Paul"),
    ("Mr. Clinton", "Bill Clinton"),
    ("Mrs. Bill Clinton", "Mrs. Clinton"),
]

DIFFERENT = [
    ("Hazel Smith", "Bram Smith"),
    ("John F. Kennedy", "Franklin Roosevelt"),
    ("JFK", "Franklin D. Roosevelt"),
    ("FDR", "John F. Kennedy"),
    ("Mr. Bennet", "Mrs. Bennet"),
    ("Mr. Bingley", "Miss Bingley"),
    ("Mrs. Bennet", "Miss Bennet"),
    ("Jens Stoltenberg", "Jan Lipavsky"),
    ("Stoltenberg", "Lipavsky"),
    ("HAMLET", "HORATIO"),
    ("Octavius Caesar", "JULIUS CAESAR"),
    ("George Bush Sr.", "George Bush Jr."),
    ("John Q. Adams", "John F. Adams"),
    ("Wikinews", "Nick Bos"),
    ("he", "Mrs. Bennet"),
    ("she", "Mr. Bennet"),
    ("J. Stoltenberg", "Karl Stoltenberg"),
    ("Ana Hernández López", "Juan López Hernández"),
    ("Jack King", "Stephen King"),
    ("his mother", "Oliver Brook"),
    ("an old woman", "Sir Ben Cole"),
    ("my sister-in-law", "Rudolf Vale"),
    ("die Sprecherin der Werft", "Hans Kohl"),
    ("the child", "Sir Ben Cole"),
    ("her Ladyship", "Mr. Cole"),
    ("the little boy", "Captain Cole"),
    ("he", "Emma Brook"),
    ("er", "Angela Weber"),
]

UNSURE = [
    ("the Spanish foreign minister", "Jose Manuel Albares"),
    ("the clerk", "John Hall"),
    ("he", "Jens Stoltenberg"),
    ("they", "Mrs. Bennet"),
    ("the clerk", "the mayor"),
    ("Stoltenburg", "Jens Stoltenberg"),
    ("Gorbachev", "Mikhail Gorbachov"),
    ("NATO", "Jens Stoltenberg"),
    ("NATO officials", "Jens Stoltenberg"),
    ("Ukraine", "Volodymyr Zelenskiy"),
    ("SPEAKER_01", "Hazel Smith"),
    ("Q", "Hazel Smith"),
    ("", "Hazel Smith"),
    ("he", "he"),
    ("FIRST CLOWN", "HAMLET"),
    ("die Entscheidung", "Hans Kohl"),
    ("Seine Zuversicht", "Hans Kohl"),
    ("Den Unmut der Werft", "Hans Kohl"),
    ("Ein Fernsehsender", "Hans Kohl"),
    ("Sprecher des Ministeriums", "Hans Kohl"),
    ("Vertreter der Opposition", "Hans Kohl"),
    ("der Leiter der UNO-Studie", "Hans Kohl"),
    ("die Landesregierung", "Hans Kohl"),
    ("Nachrichtenagentur Nordlicht Post", "Hans Kohl"),
    ("Hamburger Zeitung", "Hans Kohl"),
    ("his mother", "Emma Brook"),
    ("the old boy", "Sir Ben Cole"),
    ("a friend of my mother", "Oliver Brook"),
    ("the queen’s secretary", "Oliver Brook"),
    ("the nurse", "Oliver Brook"),
    ("er", "Andrea Weber"),
    ("the boy", "Master Philip"),
    ("a research fellow", "Anna Weber"),
    ("the chairman", "Anna Weber"),
    ("a master of disguise", "Anna Weber"),
    ("I", "Rose"),
    ("Sid", "Sidney"),
    ("George W. Bush", "George H. W. Bush"),
    ("Martin Luther", "Martin Luther King"),
    ("Prince William", "William Shakespeare"),
    ("St. Paul", "Paul Brook"),
    ("Mrs. Clinton", "Bill Clinton"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_speaker_by_the_words_alone(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one) is Sameness.SAME


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_speakers_by_the_words_alone(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one) is Sameness.DIFFERENT


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_left_open_by_the_words_alone(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one) is Sameness.UNSURE


NEWS = Text(
    content=(
        "NATO chief Jens Stoltenberg met Spanish Foreign Minister Jose Manuel Albares and Canadian foreign minister "
        "Melanie Joly on Monday.\n\nJan Hecker, a spokesman for the union, welcomed it. Hazel Smith and her "
        "brother Bram Smith of "
        "the ferry office did not. Mayor Ann Cole said nothing; the town clerk, John Hall, wrote it down. "
        "Una Reed, a former governor, agreed with Pope Adrian."
    )
)

IN_NEWS = [
    ("Smith", "Hazel Smith", Sameness.UNSURE),
    ("Smith", "Bram Smith", Sameness.UNSURE),
    ("Hazel", "Hazel Smith", Sameness.SAME),
    ("Stoltenberg", "Jens Stoltenberg", Sameness.SAME),
    ("the NATO chief", "Jens Stoltenberg", Sameness.SAME),
    ("the Spanish foreign minister", "Jose Manuel Albares", Sameness.SAME),
    ("the Spanish foreign minister", "Melanie Joly", Sameness.DIFFERENT),
    ("the Canadian foreign minister", "Joly", Sameness.SAME),
    ("the foreign minister", "Albares", Sameness.UNSURE),
    ("the minister", "Joly", Sameness.UNSURE),
    ("a spokesman for the union", "Hecker", Sameness.SAME),
    ("Albares", "Joly", Sameness.DIFFERENT),
    ("the Portuguese foreign minister", "Albares", Sameness.UNSURE),
    ("Tom Stoltenberg", "Jens Stoltenberg", Sameness.DIFFERENT),
    ("the mayor", "Ann Cole", Sameness.SAME),
    ("the governor", "Una Reed", Sameness.UNSURE),
    ("the former governor", "Una Reed", Sameness.SAME),
    ("Adrian Hill", "Adrian", Sameness.UNSURE),
]


@pytest.mark.parametrize(("given_name", "found", "expected"), IN_NEWS)
def test_a_text_ties_names_and_offices(given_name: str, found: str, expected: Sameness) -> None:
    assert compare(given_name, found, Register.of_text(NEWS)) is expected


PLAY = Text(
    content="The Clerk of Harm\n\nDRAMATIS PERSONAE\n\nMARCUS VALE\nDECIMUS VALE\nQUEEN ORLA\nPLAYER QUEEN\n"
    "GHOST\n\nACT I\n\n"
    + "VALE.\nWho goes?\n\nDECIMUS VALE.\nYour brother.\n\nQUEEN ORLA.\nPeace, both of you.\n\nGHOST.\nRemember.\n\n"
    "PLAYER QUEEN.\nNever.\n\n" * 3
)

IN_PLAY = [
    ("Vale", "MARCUS VALE", Sameness.SAME),
    ("Marcus Vale", "VALE", Sameness.SAME),
    ("Decimus Vale", "MARCUS VALE", Sameness.DIFFERENT),
    ("the Queen", "QUEEN ORLA", Sameness.SAME),
    ("Orla", "QUEEN ORLA", Sameness.SAME),
    ("the Queen", "PLAYER QUEEN", Sameness.DIFFERENT),
    ("the Ghost", "QUEEN ORLA", Sameness.DIFFERENT),
    ("the Ghost", "GHOST", Sameness.SAME),
]


@pytest.mark.parametrize(("given_name", "found", "expected"), IN_PLAY)
def test_a_plays_labels_are_people(given_name: str, found: str, expected: Sameness) -> None:
    assert compare(given_name, found, Register.of_text(PLAY)) is expected


STORY = Text(
    content=(
        "I came home late. “Where were you?” said Rose. I said that I had been at sea.\n\n"
        "“With whom?” asked Captain Vale.\n\n“With nobody, Rudolf,” laughed Rose. I thought at once of Bram, and I "
        "took my boy Ned by the hand.\n\nI was called Perkin then. In those days King Rudolf had gone to sea.\n\n"
        "“Come in,” said Irish. “Off with him!” cried the Queen. “Tea?” asked the Hatter, and the Hatter sighed.\n\n"
        "“Well,” the doctor said. Ada Thorne, known to her friends as “Bear,” was late. "
        "Her brother, Ben Thorne, and the painter himself, Basil Crane, laughed; Lord Orme, a judge, was silent. "
        "Jack Furze slept. Sir John, as they called him, slept. Furze snored. "
        "“No,” said Emma. Lady Orme laughed at Harriet, and Miss Pole at nobody."
    )
)

IN_STORY = [
    ("Rose", "I", Sameness.DIFFERENT),
    ("Captain Vale", "I", Sameness.DIFFERENT),
    ("Bram", "I", Sameness.DIFFERENT),
    ("Ned", "me", Sameness.DIFFERENT),
    ("Perkin", "I", Sameness.UNSURE),
    ("Old Daniel", "my mother", Sameness.DIFFERENT),
    ("Rudolf", "I", Sameness.UNSURE),
    ("Nobody Known", "I", Sameness.UNSURE),
    ("Irish", "Rose", Sameness.DIFFERENT),
    ("Spain", "Rose", Sameness.UNSURE),
    ("THE QUEEN", "the Hatter", Sameness.DIFFERENT),
    ("the Queen of Spades", "Hatter", Sameness.DIFFERENT),
    ("the doctor", "the Hatter", Sameness.UNSURE),
    ("the Queen", "Rose", Sameness.UNSURE),
    ("Bear", "Ada Thorne", Sameness.SAME),
    ("her brother", "Ben Thorne", Sameness.SAME),
    ("the painter", "Basil Crane", Sameness.SAME),
    ("the painter", "Lord Orme", Sameness.DIFFERENT),
    ("the painter", "Rose", Sameness.UNSURE),
    ("Emma", "Lady Orme", Sameness.UNSURE),
    ("Harriet", "Lady Orme", Sameness.DIFFERENT),
    ("Harriet", "Miss Pole", Sameness.DIFFERENT),
    ("Ned", "Lady Orme", Sameness.DIFFERENT),
    ("Emma", "Captain Vale", Sameness.UNSURE),
    ("Emma", "Ada Thorne", Sameness.DIFFERENT),
    ("Jack", "Furze", Sameness.SAME),
    ("Sir John", "Furze", Sameness.UNSURE),
    ("Sir Bram", "Furze", Sameness.DIFFERENT),
]


@pytest.mark.parametrize(("given_name", "found", "expected"), IN_STORY)
def test_a_story_tells_its_people_apart(given_name: str, found: str, expected: Sameness) -> None:
    register = Register.of_text(STORY)
    assert compare(given_name, found, register) is compare(found, given_name, register) is expected


def test_an_i_that_is_only_quoted_is_anybody() -> None:
    register = Register.of_text(Text(content="“I came. I saw. I said it. I left,” said Rose. Bram said nothing."))
    assert compare("Rose", "I", register) is Sameness.UNSURE


def test_a_user_ties_names() -> None:
    register = Register.of(["Ada Brook", "Ben Cole"], {"Ada Brook": ["the Captain", "A.B."]})
    assert compare("the Captain", "Ada Brook", register) is Sameness.SAME
    assert compare("A.B.", "Ben Cole", register) is Sameness.DIFFERENT
    assert compare("the captain", "Ada Brook") is Sameness.UNSURE


def test_labels_stand_for_the_names_that_are_given() -> None:
    text = Text(
        content="CDR: Ready.\nCC: Go.\nCDR: Going.\nCC: Fine.\n", labels={"CDR": "Ada Brook", "CC": "Mission Control"}
    )
    register = Register.of_text(text)
    assert compare("Brook", "Ada Brook", register) is Sameness.SAME
    assert compare("CDR", "Ada Brook", register) is Sameness.SAME
    assert compare("CC", "Ada Brook", register) is Sameness.DIFFERENT


FOUND = [
    ("The mayor, Ann Cole, left.", ["Ann Cole"]),
    ("But Cole left on Monday.", ["Cole"]),
    ("In May the foreign minister Ann Cole left Paris.", ["foreign minister Ann Cole"]),
    ("“It is over,” said Jan Hecker, a spokesman for the union.", ["Jan Hecker"]),
    ("The bridge was closed. Nothing moved.", []),
    ("On Tuesday France and Spain agreed.", []),
    ("Vincent van Gogh and Sammy Davis, Jr. met.", ["Vincent van Gogh", "Sammy Davis, Jr"]),
]


@pytest.mark.parametrize(("content", "names"), FOUND)
def test_people_in_running_text(content: str, names: list[str]) -> None:
    assert [mention.name for mention in find_people(content)] == names


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_mentions_stand_where_they_say(content: str) -> None:
    for mention in find_people(content):
        words = content[mention.span.start : mention.span.end]
        assert " ".join(words.split()).startswith(mention.name)


_WORDS = st.sampled_from(
    "Mr. Mrs. the of Ada Brook J. Smith Jr. NATO chief minister Queen he van de, and ’s ( ) ß É".split()
)


@given(st.lists(_WORDS, max_size=6).map(" ".join), st.lists(_WORDS, max_size=6).map(" ".join))
@settings(max_examples=300)
def test_comparing_is_symmetric_and_never_fails(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one)
    register = Register.of([one, other])
    assert compare(one, other, register) is compare(other, one, register)
    assert compare(one, one, register) is not Sameness.DIFFERENT


def test_a_million_namesakes_take_no_square_of_time() -> None:
    register = Register.of(f"{name} Smith" for name in _crowd(20_000))
    assert register.resolve("Smith") is None
    assert compare("Mr. Caaab Smith", "Caaab Smith", register) is Sameness.SAME
    assert compare("Caaab Smith", "Daaab Smith", register) is Sameness.DIFFERENT


def _crowd(size: int) -> list[str]:
    letters = "abcdefghij"
    digits = ("".join(letters[int(digit)] for digit in f"{number:05d}") for number in range(size))
    return [f"{first}{rest}" for rest, first in zip(digits, "BCDFG" * size, strict=False)]
