"""Mentions taken apart: name, office, title, suffix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.speech.likeness import alike, fold, given_fits, initials_of, nearly
from quotecheck.speech.names import NameKind, bare_name, likely_gender, read_name

NAMED = [
    ("NATO chief Jens Stoltenberg", "jens stoltenberg", "chief nato"),
    ("the Czech Republic’s Foreign Minister Jan Lipavsky", "jan lipavsky", "czechia foreign minister republic"),
    ("Canadian foreign minister Melanie Joly", "melanie joly", "canada foreign minister"),
    ("White House press secretary Jen Psaki", "jen psaki", "house press secretary white"),
    ("Prime Minister of Canada Justin Trudeau", "justin trudeau", "canada minister prime"),
    ("Secretary of State John Kerry", "john kerry", "secretary state"),
    ("U.S. President Joe Biden", "joe biden", "america president"),
    ("former president Bill Clinton", "bill clinton", "former president"),
    ("Chief Justice Roberts", "roberts", "chief justice"),
    ("Mr. Justice Miller", "miller", "justice"),
    ("Jan Hecker, a spokesman for the union", "jan hecker", "spokesman union"),
    ("the site's founder, Jack Herrick", "jack herrick", "founder site"),
    ("Innensenator Frank Henkel", "frank henkel", "innensenator"),
    ("Lord Polonius", "polonius", "lord"),
    ("CINNA THE POET", "cinna", "poet"),
    ("The PRINCE OF MOROCCO", "morocco", "prince"),
    ("Ms. BROOK of Ohio", "brook", ""),
    ("Vincent van Gogh", "vincent gogh", ""),
    ("Juan de la Vega", "juan vega", ""),
    ("Joan of Arc", "joan arc", ""),
    ("Alexander the Great", "alexander great", ""),
    ("Lincoln, Abraham", "abraham lincoln", ""),
    ("a man called Patch", "patch", ""),
    ("jens stoltenberg", "jens stoltenberg", ""),
    ("SMITH", "smith", ""),
    ("Stephen King", "stephen king", ""),
    ("El señor PÉREZ", "perez", ""),
    ("Hazel Smith (Treasury)", "hazel smith", ""),
    ("der Vorsitzende der Werft, Hans Kohl", "hans kohl", "vorsitzende werft"),
    ("die Sprecherin Anna Weber", "anna weber", "sprecherin"),
    ("Dass Hans Kohl", "hans kohl", ""),
    ("Sprecherin der Werft Anna Weber", "anna weber", "sprecherin werft"),
    ("Ursula von der Leyen", "ursula leyen", ""),
    ("Alexander Van der Bellen", "alexander bellen", ""),
    ("Bürgermeister Kohl", "kohl", "burgermeister"),
    ("Frau Burmeister", "burmeister", ""),
    ("Hans Burgmeister", "hans burgmeister", ""),
]


@pytest.mark.parametrize(("mention", "words", "role"), NAMED)
def test_names_with_their_offices(mention: str, words: str, role: str) -> None:
    name = read_name(mention)
    assert name.kind is NameKind.PERSON
    assert " ".join(name.words) == words
    assert " ".join(sorted(name.role)) == role


KINDS = [
    ("the clerk", NameKind.ROLE),
    ("the Spanish foreign minister", NameKind.ROLE),
    ("President of the United States", NameKind.ROLE),
    ("Mr. President", NameKind.ROLE),
    ("the Queen", NameKind.ROLE),
    ("FIRST CLOWN", NameKind.ROLE),
    ("the smith", NameKind.ROLE),
    ("the old man", NameKind.ROLE),
    ("der Sprecher", NameKind.ROLE),
    ("Die Entscheidung", NameKind.ROLE),
    ("der Oberkommandierende General der Streitkräfte", NameKind.ROLE),
    ("Seine Zuversicht", NameKind.ROLE),
    ("Deutsche Welle", NameKind.ORGANISATION),
    ("Nachrichtenagentur Nordlicht Post", NameKind.ORGANISATION),
    ("Bundesregierung", NameKind.ORGANISATION),
    ("NATO officials", NameKind.GROUP),
    ("BRUTUS and CASSIUS", NameKind.GROUP),
    ("NATO", NameKind.ORGANISATION),
    ("the White House", NameKind.ORGANISATION),
    ("Bank of England", NameKind.ORGANISATION),
    ("Ukraine", NameKind.ORGANISATION),
    ("he", NameKind.PRONOUN),
    ("SPEAKER_01", NameKind.LABEL),
    ("Q", NameKind.LABEL),
    ("UNIDENTIFIED MALE", NameKind.LABEL),
    ("  ", NameKind.NOBODY),
]


@pytest.mark.parametrize(("mention", "kind"), KINDS)
def test_what_a_mention_names_by(mention: str, kind: NameKind) -> None:
    assert read_name(mention).kind is kind


def test_titles_tell_gender_and_suffixes_generation() -> None:
    assert [read_name(mention).gender for mention in ("Mr. Bennet", "Mrs. Bennet", "Dr. Bennet", "King Lear")] == [
        "m", "f", None, "m",
    ]  # fmt: skip
    assert [read_name(mention).suffix for mention in ("John G. Roberts, Jr.", "Ada Brook III", "Ada Brook")] == [
        "jr", "iii", None,
    ]  # fmt: skip


def test_the_word_that_describes_tells_gender_and_age() -> None:
    mentions = ("the boy’s mother", "a friend of my mother", "a king’s wife", "Secretary to the Queen", "die Leiterin")
    assert [read_name(mention).gender for mention in mentions] == ["f", None, "f", None, "f"]
    assert [read_name(mention).child for mention in ("the child", "the old boy", "the child’s father")] == [
        True, False, False,
    ]  # fmt: skip


def test_given_names_tell_a_likely_gender() -> None:
    mentions = ("Emma Brook", "Oliver", "Andrea Weber", "Brook", "Mrs. Oliver Brook")
    assert [likely_gender(read_name(mention)) for mention in mentions] == ["f", "m", None, None, "f"]


@pytest.mark.parametrize(
    ("mention", "bare"),
    [
        ("NATO chief Jens Stoltenberg", "Jens Stoltenberg"),
        ("JOHN G. ROBERTS, JR.", "JOHN G. ROBERTS, JR."),
        ("Russian President Vladimir Putin’s", "Vladimir Putin"),
        ("the clerk", "the clerk"),
    ],
)
def test_the_bare_name_is_as_written(mention: str, bare: str) -> None:
    assert bare_name(mention, read_name(mention)) == bare


ALIKE = [("zelenskiy", "zelenskyy"), ("zelensky", "zelenskij"), ("muller", "mueller"), ("hussein", "husein")]
ALIKE += [("ann-marie", "annmarie")]
NOT_ALIKE = [("smith", "smyth"), ("brook", "brooks"), ("cole", "cola"), ("lee", "li")]
NOT_ALIKE += [("martin", "marvin"), ("hamlet", "hammett")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_given_names_initials_and_slips() -> None:
    assert given_fits("w", "william")
    assert given_fits("bill", "william")
    assert not given_fits("bill", "walter")
    assert initials_of("jfk", ("john", "f", "kennedy"))
    assert not initials_of("jf", ("john", "f", "kennedy"))
    assert nearly("stoltenberg", "stoltenburg")
    assert not nearly("stoltenberg", "stoltenberger")
    assert not nearly("brook", "broom")


@given(st.text(max_size=120))
def test_any_mention_can_be_read(mention: str) -> None:
    name = read_name(mention)
    assert all(word == fold(word) for word in name.words) or name.kind is NameKind.LABEL
    assert isinstance(bare_name(mention, name), str)


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
