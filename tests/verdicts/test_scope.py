"""Exact words and what governs them in their clause (QC407). What is left out inside is tested elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotecheck
from quotecheck.model import Statement
from quotecheck.verdicts.policies import policy_named


def codes(said: str, quoted: str, language: str | None = None) -> set[str]:
    text = quotecheck.Source.from_text(f"“{said}” Ada Brook said.", id="source", language=language)
    result = quotecheck.Checker([text], policy=policy_named("news")).check(Statement(quoted, speaker="Ada Brook"))
    assert result.verdict is not None and result.verdict.value == "exact", result
    return {finding.code.value for finding in result.findings}


GOVERNED = [
    # a quantity or a negation of the subject
    ("Only the ferry runs in winter.", "the ferry runs in winter"),
    ("Few fishermen trust the harbour board.", "fishermen trust the harbour board"),
    ("No boat in the bay is safe.", "boat in the bay is safe"),
    ("Nobody on the board reads the reports.", "reads the reports"),
    ("None of the sailors was drunk.", "was drunk"),
    ("Neither the captain nor the pilot was asleep.", "the pilot was asleep"),
    ("Some of the sailors were drunk.", "the sailors were drunk"),
    ("Everyone but the pilot was asleep.", "the pilot was asleep"),
    ("Hardly anyone on the board reads the reports.", "reads the reports"),
    ("Never before have we lost a ship.", "have we lost a ship"),
    # an act that is denied
    ("We are not going to burn the boats.", "burn the boats"),
    ("We will never let them burn the boats.", "burn the boats"),
    ("They declined to rescue the crew.", "rescue the crew"),
    ("The board is unable to pay the crew.", "pay the crew"),
    ("We are against burning the boats.", "burning the boats"),
    ("They stopped feeding the gulls.", "feeding the gulls"),
    ("He was too tired to steer the ship.", "steer the ship"),
    ("Rather than burning the boats, we sold them.", "burning the boats"),
    ("We have no wish to sink the ship.", "wish to sink the ship"),
    ("She is no longer the owner of the mill.", "the owner of the mill"),
    # a clause that is denied, doubted or supposed
    ("I doubt that the pilot was asleep.", "the pilot was asleep"),
    ("We deny the pilot was asleep.", "the pilot was asleep"),
    ("It is not true that the pilot was asleep.", "the pilot was asleep"),
    ("It is improbable that the pilot was asleep.", "the pilot was asleep"),
    ("There is a rumour that the pilot was asleep.", "the pilot was asleep"),
    ("Nobody has shown that the pilot was asleep.", "the pilot was asleep"),
    ("The papers wrongly say that the pilot was asleep.", "the pilot was asleep"),
    ("I do not know that the pilot was asleep.", "the pilot was asleep"),
    ("He pretended that the pilot was asleep.", "the pilot was asleep"),
    ("It is not the case that the pilot was asleep.", "the pilot was asleep"),
    ("Who would believe that the pilot was asleep?", "the pilot was asleep"),
    ("Nobody can tell whether the pilot was asleep.", "the pilot was asleep"),
    ("He acts as if the pilot was asleep.", "the pilot was asleep"),
    ("Did they say that the pilot was asleep?", "the pilot was asleep"),
    ("We learned this: if the wind turns, the ship is lost.", "the ship is lost"),
    ("Should they strike, we will sail alone.", "we will sail alone"),
    # a note of what is heard stands before the condition
    ("They asked us. [laughter] If the wind turns, we will sail alone.", "we will sail alone"),
    ("They asked us. (LAUGHTER) If the wind turns, we will sail alone.", "we will sail alone"),
    # what follows takes it back
    ("She owns nothing in this town.", "She owns"),
    ("We have no boats left.", "We have"),
    ("We signed a treaty with nobody.", "We signed a treaty"),
    ("I love the harbour board, not.", "I love the harbour board"),
    ("We will sail alone, should they strike.", "We will sail alone"),
    ("He trusts everyone except the pilot.", "He trusts everyone"),
    ("He trusts nobody apart from the pilot.", "He trusts nobody"),
]

FREE = [
    # phrases with a negation that deny nothing
    ("There is no doubt that the ship is lost.", "the ship is lost"),
    ("I have no doubt the ship is lost.", "the ship is lost"),
    ("Nobody can doubt that the ship is lost.", "the ship is lost"),
    ("I do not deny that the ship is lost.", "the ship is lost"),
    ("We know beyond doubt that the ship is lost.", "the ship is lost"),
    ("He did not know that the ship was lost.", "the ship was lost"),
    ("It is not surprising that the ship was lost.", "the ship was lost"),
    ("He did not hesitate to rescue the crew.", "rescue the crew"),
    ("We never failed to rescue the crew.", "rescue the crew"),
    ("They stopped to feed the gulls.", "feed the gulls"),
    ("We were not told that the ship was lost.", "the ship was lost"),
    ("I can't wait to see the mill.", "see the mill"),
    ("We could not be happier to see the mill.", "see the mill"),
    ("She has nothing but praise for the crew.", "She has nothing but praise"),
    ("There is nothing I would rather do than steer the ship.", "steer the ship"),
    ("We wish to thank the crew.", "thank the crew"),
    # another clause
    ("He did not steer well, and the ship was lost.", "the ship was lost"),
    ("No boat was seen, but the pilot was awake.", "the pilot was awake"),
    ("I refuse to pay, because the pilot was asleep.", "the pilot was asleep"),
    ("A man with no boat has rescued the crew.", "has rescued the crew"),
    ("The board, which never meets, has sold the mill.", "has sold the mill"),
    ("A few fishermen trust the harbour board.", "fishermen trust the harbour board"),
    ("They proved that the pilot was asleep.", "the pilot was asleep"),
    ("We know that the pilot was asleep.", "the pilot was asleep"),
    ("If I may, I want to thank the crew.", "I want to thank the crew"),
    # what follows only adds
    ("We sailed home, not for gold but for bread.", "We sailed home"),
    ("We thank the crew, and nobody else was there.", "We thank the crew"),
    ("He trusts everyone, but he counts the oars.", "He trusts everyone"),
    ("We will sail alone, no matter what they say.", "We will sail alone"),
]

ELSEWHERE = [
    ("de", "Wir verkaufen die Mühle nicht.", "Wir verkaufen die Mühle", True),
    ("de", "Wir verkaufen die Mühle an niemanden.", "Wir verkaufen die Mühle", True),
    ("de", "Wir denken nicht, dass die Mühle brennt.", "die Mühle brennt", True),
    ("de", "Niemand hier will die Mühle.", "will die Mühle", True),
    ("de", "Wir denken, dass die Mühle brennt.", "die Mühle brennt", False),
    ("de", "Wir verkaufen die Mühle heute.", "Wir verkaufen die Mühle", False),
    ("es", "No vendemos el molino.", "vendemos el molino", True),
    ("es", "No creo que el molino sea viejo.", "el molino sea viejo", True),
    ("es", "Hoy vendemos el molino.", "vendemos el molino", False),
    ("fr", "Nous ne vendons pas le moulin.", "vendons pas le moulin", True),
    ("fr", "Personne ici ne vend le moulin.", "vend le moulin", True),
    ("fr", "Nous vendons le moulin demain.", "Nous vendons le moulin", False),
]


@pytest.mark.parametrize(("said", "quoted"), GOVERNED, ids=[said for said, _ in GOVERNED])
def test_cut_from_what_governs_it(said: str, quoted: str) -> None:
    assert "QC407" in codes(said, quoted)


@pytest.mark.parametrize(("said", "quoted"), FREE, ids=[said for said, _ in FREE])
def test_a_clause_that_stands_on_its_own_is_not_cut(said: str, quoted: str) -> None:
    assert "QC407" not in codes(said, quoted)


@pytest.mark.parametrize(("said", "quoted"), GOVERNED, ids=[said for said, _ in GOVERNED])
def test_the_whole_sentence_is_not_cut(said: str, quoted: str) -> None:
    assert "QC407" not in codes(said, said)


@pytest.mark.parametrize(("language", "said", "quoted", "cut"), ELSEWHERE, ids=[one[1] for one in ELSEWHERE])
def test_other_languages(language: str, said: str, quoted: str, cut: bool) -> None:
    assert ("QC407" in codes(said, quoted, language)) is cut


WORDS = st.lists(
    st.sampled_from("no not never only few of but that if doubt refuse to burn the boats we will , ; whether".split()),
    min_size=5,
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.data())
def test_any_words_cut_anywhere_are_judged(words: list[str], data: st.DataObject) -> None:
    said = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 2))
    past = data.draw(st.integers(first + 1, len(words)))
    text = quotecheck.Source.from_text(said, id="source")
    result = quotecheck.Checker([text], policy=policy_named("news")).check(Statement(" ".join(words[first:past])))
    assert result.outcome.value in {"pass", "warn", "fail", "unchecked", "skipped"}
