"""Spelling variants of one word, and near neighbours that are two words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.language.spelling import canonical_spelling, same_word
from tests.language.tables import pairs

SAME = """
honour honor; honour'd honored; honoured honored; honourable honorable; colour color; colours colors; labour labor;
neighbourhood neighborhood; neighbours neighbors; organise organize; organised organized; organisation organization;
organisations organizations; analyse analyze; realising realizing; centre center; centres centers; centred centered;
theatre theater; metres meters; kilometre kilometer; travelled traveled; cancelling canceling; signalled signaled;
counsellor counselor; marvellous marvelous; dialogue dialog; catalogue catalog; defence defense; offence offense;
licence license; practice practise; practised practiced; judgment judgement; grey gray; programme program;
programmes programs; plough plow; sceptical skeptical; to-morrow tomorrow; to-day today; night-time nighttime;
co-operate cooperate; strain'd strained; lov'd loved; heav'n heaven; o'er over; e'er ever; thro' through; tho' though;
shew show; shewed showed; shewn shown; connexion connection; gaol jail; gaoler jailer; anaemia anemia;
encyclopaedia encyclopedia; manoeuvre maneuver; archaeology archeology; foetus fetus; zelenskiy zelensky;
zelenskyy zelensky; zelenskiy zelenskyy; lipavský lipavsky; kiev kyiv; erdoğan erdogan; müller mueller; müller muller;
café cafe; naïve naive; mohammed muhammad; enquiry inquiry; ageing aging; learnt learned; tsar czar; fulfil fulfill;
enrolment enrollment; tyres tires; cheques checks; zelenskiy's zelensky's; good-bye goodbye; okay ok; straße strasse;
gorbachov gorbachev; yoghurt yogurt; jewellery jewelry; surprize surprise; publick public; kneeled knelt
"""
DIFFERENT = """
affect effect; principal principle; weather whether; form from; adapt adopt; four for; our or; hour hor; resume résumé;
prise prize; tour tor; its it's; were we're; he'd heed; we'd weed; she'll shell; advice advise; device devise;
prophecy prophesy; complement compliment; stationary stationery; towards toward; amongst among; desert dessert;
rosé rose; resign re-sign; recover re-cover; statute statue; lose loose; later latter; coop co-op; man's manes;
let's lets; casual causal; trial trail; brake break; site sight; elicit illicit; allusion illusion; council counsel;
counsellor councillor; personal personnel; moral morale; dairy diary; quite quiet; than then; there their; acre acer;
size sise; vladimir volodymyr; iran iraq; austria australia; niger nigeria; slovakia slovenia; drivers drivers';
bark barque; tiled tilled; prising prizing; haem hem;
reformation re-formation; 10 100; 1930s 1930's; 5th 5; not note; mom mum; expose exposé; ensure insure; might mite;
north-west northeast; unionised un-ionised; hoped hopped; planed planned; rival arrival; smith smyth
"""
JOINED = (
    "every where/everywhere; any where/anywhere; to morrow/tomorrow; can not/cannot; some one/someone; "
    "for ever/forever; news paper/newspaper; no body/nobody"
)
PARTED = (
    "may be/maybe; all ready/already; every day/everyday; a part/apart; in to/into; a way/away; "
    "all together/altogether; "
    "the rapist/therapist; in formed/informed; no table/notable; "
    "an aesthetic/anaesthetic; re place/replace"
)


def _slashed(block: str) -> list[tuple[str, ...]]:
    return [tuple(row.strip().split("/")) for row in block.split(";")]


@pytest.mark.parametrize(("one", "other"), pairs(SAME) + _slashed(JOINED))
def test_one_word_in_two_spellings(one: str, other: str) -> None:
    assert same_word(one, other)
    assert same_word(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT) + _slashed(PARTED))
def test_two_words(one: str, other: str) -> None:
    assert not same_word(one, other)
    assert not same_word(other, one)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("schon", "schön", False),
        ("schoen", "schön", True),
        ("daß", "dass", True),
        ("wurde", "würde", False),
        ("esta", "está", False),
        ("marche", "marché", False),
        ("müller", "mueller", True),
        ("müller", "muller", False),
    ],
)
def test_accents_count_in_other_languages(one: str, other: str, same: bool) -> None:
    assert same_word(one, other, "de") == same
    if same or one != "müller":
        assert same_word(one, other) == same


@given(st.text(alphabet="aeiourlsztgdnéü'- ", min_size=1, max_size=14))
def test_any_word_is_itself_and_the_answer_is_symmetric(word: str) -> None:
    assert same_word(word, word)
    other = canonical_spelling(word)
    assert same_word(word, other) == same_word(other, word)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_figures_are_never_spelling(one: int, other: int) -> None:
    assert same_word(str(one), str(other)) == (one == other)
    assert same_word(f"{one}th", f"{other}th") == (one == other)
