"""Labelled talk: which texts are transcripts, where turns begin and end, who takes them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Text
from quotecheck.speech.turns import Turn, read_turns


def told(content: str, **known: object) -> list[tuple[str, str | None, str]]:
    text = Text(content=content, **known)  # type: ignore[arg-type]
    return [(turn.label.text, turn.speaker, content[turn.body.start : turn.body.end]) for turn in read_turns(text)]


THREE = ["We will not sell.", "Why not?", "Ask me again in May."]

LAYOUTS = {
    "capitals and colon": ("MS. BROOK: {}\n\nMR. COLE: {}\n\nMS. BROOK: {}\n", "MS. BROOK", "MR. COLE"),
    "label on a line of its own": ("ADA BROOK:\n{}\n\nBEN COLE:\n{}\n\nADA BROOK:\n{}\n", "ADA BROOK", "BEN COLE"),
    "names and colons": ("Ada Brook: {}\nBen Cole: {}\nAda Brook: {}\n", "Ada Brook", "Ben Cole"),
    "first names": ("Ada: {}\nBen: {}\nAda: {}\n", "Ada", "Ben"),
    "single letters": ("A: {}\nB: {}\nA: {}\n", "A", "B"),
    "captions": (">> ADA: {}\n>> BEN: {}\n>> ADA: {}\n", "ADA", "BEN"),
    "bold": ("**Ada Brook:** {}\n\n**Ben Cole:** {}\n\n**Ada Brook:** {}\n", "Ada Brook", "Ben Cole"),
    "machine labels": ("[SPEAKER_01]: {}\n[SPEAKER_00]: {}\n[SPEAKER_01]: {}\n", "SPEAKER_01", "SPEAKER_00"),
    "machine labels, bare": ("SPEAKER_01: {}\nSPEAKER_00: {}\nSPEAKER_01: {}\n", "SPEAKER_01", "SPEAKER_00"),
    "small machine labels": ("[speaker-A] {}\n[speaker-B] {}\n[speaker-A] {}\n", "speaker-A", "speaker-B"),
    "name and time in brackets": ("[Anna, 00:12:04] {}\n[Ben, 00:12:09] {}\n[Anna, 00:12:11] {}\n", "Anna", "Ben"),
    "time in round brackets": (
        "Ada Brook (00:12):\n{}\n\nBen Cole (00:15):\n{}\n\nAda Brook (00:17):\n{}\n",
        "Ada Brook",
        "Ben Cole",
    ),
    "time before the name": (
        "[00:00:12] Ada Brook: {}\n[00:00:15] Ben Cole: {}\n[00:00:17] Ada Brook: {}\n",
        "Ada Brook",
        "Ben Cole",
    ),
    "name and time on a line": (
        "Ada Brook  1:02:07\n{}\n\nBen Cole  1:02:09\n{}\n\nAda Brook  1:02:12\n{}\n",
        "Ada Brook",
        "Ben Cole",
    ),
    "mission": (
        "02 07 55 19 CDR   {}\n\n02 07 55 23 CC    {}\n\n02 07 55 28 CDR   {}\n\n02 07 55 31 CC    Roger.\n"
        "\n02 07 55 40 CDR   Out.\n",
        "CDR",
        "CC",
    ),
    "mission, tabs": (
        "02 07 55 19\tCDR\t{}\n02 07 55 23\tCC\t{}\n02 07 55 28\tCDR\t{}\n02 07 55 31\tCC\tRoger.\n",
        "CDR",
        "CC",
    ),
    "German": ("Ada Brook (SPD): {}\n\nBen Cole (FDP): {}\n\nAda Brook (SPD): {}\n", "Ada Brook", "Ben Cole"),
    "Spanish": ("El señor PÉREZ: {}\n\nLa señora RUIZ: {}\n\nEl señor PÉREZ: {}\n", "El señor PÉREZ", "La señora RUIZ"),
    "full-width colon": ("田中：{}\n佐藤：{}\n田中：{}\n", "田中", "佐藤"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_turns_of_each_layout(name: str) -> None:
    layout, first, second = LAYOUTS[name]
    turns = told(layout.format(*THREE))
    assert [turn[0] for turn in turns[:3]] == [first, second, first]
    assert [turn[2] for turn in turns[:3]] == THREE
    assert [turn[1] for turn in turns[:3]] == [first, second, first]


def scene(label: str) -> str:
    talk = [
        ("Marla", "Who goes there, at such an hour?"),
        ("Tobin", "A friend,\nAnd cold."),
        ("Marla", "Come in."),
        ("Tobin", "I will."),
        ("Marla", "Sit."),
        ("Tobin", "Gladly: my feet are wet."),
        ("Marla", "Eat."),
        ("Tobin", "I do."),
    ]
    return "ACT I\n\nScene I. A hut.\n\n[Enter MARLA]\n\n" + "\n\n".join(
        label.format(name=name, caps=name.upper(), short=name[:3]) + words for name, words in talk
    )


@pytest.mark.parametrize("label", ["{caps}.\n", "{caps}. ", "{short}. ", "{caps}\n", "{caps}: ", "_{short}._ "])
def test_plays(label: str) -> None:
    turns = told(scene(label))
    assert [words for _, _, words in turns][:3] == [
        "Who goes there, at such an hour?",
        "A friend,\nAnd cold.",
        "Come in.",
    ]
    assert len(turns) == 8
    assert turns[0][0].lower() in ("marla", "mar")


def test_a_briefing_asks_and_answers() -> None:
    turns = read_turns(Text(content=(
        "2:45 P.M. EDT\n\n     MS. BROOK:  Hi, everyone.\n\nQ    Why not sell?\n\nMS. BROOK:  We will not -- "
        "not this year.  "
        "(Laughter.)\n\nQ    And next?\n\nMS. BROOK:  Ask me then.\n\nEND  3:10 P.M. EDT\n"
    )))  # fmt: skip
    assert [(turn.label.text, turn.shared) for turn in turns] == [
        ("MS. BROOK", False), ("Q", True), ("MS. BROOK", False), ("Q", True), ("MS. BROOK", False),
    ]  # fmt: skip


def test_a_deposition_names_who_asks_and_who_answers() -> None:
    content = (
        " 1   HAZEL SMITH,\n 2   having been first duly sworn, was examined:\n"
        " 3   HAZEL SMITH, having been first duly sworn, testified:\n 4   BY MR. COLE:\n"
        " 5        Q.   You said so?\n 6        A.   I said we would not.\n 7        Q.   When?\n 8        A.   "
        "In May.\n"
    )
    turns = told(content)
    assert [turn[:2] for turn in turns] == [
        ("Q", "MR. COLE"), ("A", "HAZEL SMITH"), ("Q", "MR. COLE"), ("A", "HAZEL SMITH"),
    ]  # fmt: skip
    assert turns[1][2] == "I said we would not."


def test_congress_runs_the_label_into_the_words() -> None:
    content = (
        "  Ms. BROOK of Ohio. Madam Speaker, we will not sell.\n  The SPEAKER pro tempore. The time has expired.\n"
        "  Mr. COLE. Why not?\n  Ms. BROOK of Ohio. Ask me in May.\n  Mr. COLE. I will.\n"
    )
    turns = told(content)
    assert [turn[0] for turn in turns] == [
        "Ms. BROOK of Ohio", "The SPEAKER pro tempore", "Mr. COLE", "Ms. BROOK of Ohio", "Mr. COLE",
    ]  # fmt: skip
    assert turns[0][2] == "Madam Speaker, we will not sell."


def test_a_party_an_office_and_an_initial_in_a_label() -> None:
    """As CNN writes them; one label of somebody who is met once, beside the surnames, is nobody else's speech."""
    content = (
        "REP. ADA BROOK (D-OH), BUDGET COMMITTEE: We will not sell.\n\nBEN COLE, HOST: Why not?\n\n"
        "DORA LIND (R-OH), MAYOR: I was not told.\n\nA. BROOK: Ask me in May.\n\nCOLE: Thank you.\n\n"
        "A. BROOK: Thank you.\n"
    )
    assert [turn[1] for turn in told(content)] == [
        "REP. ADA BROOK", "BEN COLE", "DORA LIND", "REP. ADA BROOK", "BEN COLE", "REP. ADA BROOK",
    ]  # fmt: skip


def test_whom_a_briefing_asks_is_named_once_or_twice() -> None:
    """Where somebody is asked ("Q"), fewer labels are enough."""
    content = (
        "Press Briefing\n\n     SECRETARY BROOK:  Good afternoon.  We have news.\n\n     Q    Why not?\n\n"
        "     SECRETARY BROOK:  We will not sell.  (Laughter.)\n\n     Q    Thank you.  Who pays?\n\n"
        "     SENIOR OFFICIAL:  I would ask the Treasury.\n"
    )
    assert [turn[1] for turn in told(content)] == ["SECRETARY BROOK", "Q", "SECRETARY BROOK", "Q", "SENIOR OFFICIAL"]


def test_the_full_label_stands_for_the_short_ones() -> None:
    content = (
        "ADA BROOK, CEO, NORTHSEA (via telephone): We will not sell.\n\nBEN COLE, ANCHOR: Why not?\n\nBROOK: It "
        "is ours.\n\n"
        "COLE: Is it?\n\nBROOK: (CROSSTALK) not this year.\n\nUNIDENTIFIED MALE: Shame!\n"
    )
    assert [turn[1] for turn in told(content)] == [
        "ADA BROOK", "BEN COLE", "ADA BROOK", "BEN COLE", "ADA BROOK", "UNIDENTIFIED MALE",
    ]  # fmt: skip
    last = read_turns(Text(content=content))
    assert last[5].shared
    assert not last[4].shared
    assert content[last[4].body.start : last[4].body.end] == "not this year."


def test_two_of_one_last_name_stay_two() -> None:
    content = (
        "HAZEL SMITH: Yes.\n\nBRAM SMITH: No.\n\nSMITH: Perhaps.\n\nH. SMITH: Never.\n\nBRAM SMITH: "
        "Ever.\n\nSMITH: So.\n"
    )
    assert [turn[1] for turn in told(content)][2:4] == ["SMITH", "HAZEL SMITH"]


def test_the_list_of_persons_gives_full_names() -> None:
    content = (
        "DRAMATIS PERSONAE\n\nMARCUS VALE, a miller\nDECIMUS VALE, his brother\nORLA\n\nACT I\n\n"
        + "VALE.\nWho goes?\n\nDECIMUS VALE.\nYour brother.\n\nORLA.\nPeace.\n\n" * 3
    )
    turns = told(content)
    assert {turn[:2] for turn in turns} == {
        ("VALE", "MARCUS VALE"), ("DECIMUS VALE", "DECIMUS VALE"), ("ORLA", "ORLA"),
    }  # fmt: skip


def test_what_is_known_of_labels_wins() -> None:
    turns = told("CDR: Ready.\nCC: Go.\nCDR: Going now.\n", labels={"CDR": "Ada Brook", "CC": "Mission Control"})
    assert [turn[1] for turn in turns] == ["Ada Brook", "Mission Control", "Ada Brook"]


def test_labels_that_are_known_need_no_more_evidence() -> None:
    content = "The log says:\n\nCDR: Ready.\n\nCC: Go.\n\nAnd so they went to sea.\n"
    assert told(content) == []
    turns = told(content, labels={"CDR": "Ada Brook", "CC": "Mission Control"})
    assert [turn[1] for turn in turns] == ["Ada Brook", "Mission Control"]


def test_a_column_list_names_the_labels() -> None:
    content = (
        "CDR    Commander    Ada M. Brook, Jr.\nCC    Ground\n\nCDR: Ready.\n\nCC: Go.\n\nCDR: Going.\n\nCC: Fine.\n"
    )
    assert [turn[1] for turn in told(content)] == ["Ada M. Brook, Jr.", "CC", "Ada M. Brook, Jr.", "CC"]


def test_headings_and_directions_belong_to_no_turn() -> None:
    content = (
        "BROOK: We will not sell.\n\n(Applause.)\n\nThe second hour\n\nCOLE: Why not?\n\n[00:12:04]\nBROOK: It "
        "is\nours.\n\n"
        "[Exit BROOK]\n\nACT II\n\nSCENE I.  A street.\n\nCOLE: Well then.\n"
    )
    assert [turn[2] for turn in told(content)] == ["We will not sell.", "Why not?", "It is\nours.", "Well then."]


def test_notes_inside_a_turn_are_told_apart() -> None:
    content = "BROOK: We will [Laughter] not sell the [old] bridge. (Applause.) Ever.\nCOLE: Oh.\nBROOK: So.\n"
    turn: Turn = read_turns(Text(content=content))[0]
    assert [content[note.start : note.end] for note in turn.notes] == ["[Laughter]", "(Applause.)"]


SHORT = {
    "a turn over two paragraphs": (
        "ADA BROOK: The ferry is late.\n\nWe need another.\n\nBEN COLE: Yes.",
        ["The ferry is late.\n\nWe need another.", "Yes."],
    ),
    "one question, one answer": ("Q: Who lit the lamp?\n\nMS. COLE: I did.", ["Who lit the lamp?", "I did."]),
    "a heading, and one who speaks again": (
        "Minutes of the council of Larkmoor, 4 May 2026\nSecond part\n\nMS. BROOK: The ferry is late.\n\n"
        "MR. COLE: Yes.\n\nMS. BROOK: We need another.\n",
        ["The ferry is late.", "Yes.", "We need another."],
    ),
    "captions without stops": (
        "ADA BROOK: Look, the ferry\nthe ferry is late again\n\nBEN COLE: Yes.",
        ["Look, the ferry\nthe ferry is late again", "Yes."],
    ),
}


@pytest.mark.parametrize("name", SHORT)
def test_short_talk_is_talk_if_its_labels_are_persons(name: str) -> None:
    content, said = SHORT[name]
    assert [words for _, _, words in told(content)] == said


PROSE = {
    "headings of a memo": "NEXT STEPS: We wait.\n\nThe ferry is late.\n\nOPEN POINTS: Who pays?\n",
    "a name as a heading": "MR. COLE: A life at sea.\n\nHe went.\n\nHe came.\n\nHe died.\n\nSo it was.\n",
    "fields of a form": "FULL NAME: Ben Cole\n\nHOME TOWN: Harm\n\nHe waits.\n",
    "a heading and people, each of them once": (
        "Who sits on the board\n\nMS. BROOK: Chair since 2010.\n\nMR. COLE: Treasurer since 2012.\n"
    ),
    "a sentence, and then people": (
        "Two of them wrote to us this week.\n\nMS. BROOK: A life at sea.\n\nMR. COLE: A friend.\n\n"
        "MS. BROOK: The end.\n"
    ),
    "persons far apart": (
        "MR. COLE: A life.\n\nHe went.\n\nHe came.\n\nHe sat.\n\nHe ate.\n\nHe slept.\n\nMS. BROOK: A friend.\n"
    ),
    "news": "The mayor said: “We will not sell.”\n\nThe reason: money.\n\nLondon: the office is closed.\n",
    "one label": "Note: the bridge is closed.\n\nThe town waits.\n\nNote: the ferry runs.\n\nThe town waits on.\n",
    "ratio and times": "The score was 3:1.\n12:30 The train left.\n13:10 It came back.\n14:00 It left.\n",
    "recipe": "Ingredients: flour, salt.\nMethod: mix and wait.\nTime: one hour.\n",
    "letter": "From: Ada Brook\nTo: Ben Cole\nSubject: the bridge\nDate: 4 March\n\nDear Ben,\n\nwe will not sell.\n",
    "glossary": "Bridge: a way over water.\n\nFerry: a boat that goes to and fro.\n\nPier: where it "
    "lands.\n\nToll: a fee.\n"
    "\nBut more of that later, when the sun is high and the day is long, and all is well with us.\n",
    "verse": "And thus he spoke: the sea is wide,\nAnd thus she spoke: the sea is deep,\nAnd none spoke: all "
    "the others died,\n"
    "And thus they sleep: and thus they weep.\n",
    "lists": "Spain: 3\nFrance: 2\nItaly: 4\nSpain: 1\n",
    "chapters": "CHAPTER I.\n\nIt was a dark night.\n\nCHAPTER II.\n\nIt was a bright day.\n\nCHAPTER "
    "III.\n\nIt was noon.\n",
    "short sentences": "Yes. It was so.\n\nNo. It was not.\n\nYes. It was.\n\nNo. Never.\n\nYes. Ever.\n",
    "quoted mail": "> > we will not sell\n> why not?\n\nBecause.\n\n>> we will not\n> sell\n>> so\n",
    "weather": "Monday: Rain is expected.\nTuesday: Sun is expected.\nMonday: Rain again.\n",
    "dates": "Sep 4: Oslo.\nSep 6: Rome.\n4 April 1916: The bridge fell.\n4 April 1916: The ferry sank.\nOct: "
    "Bonn.\nOct: Linz.\n",
    "menu": "HOME: 12\nNEWS: 13\nHOME: 14\nNEWS: 15\nHOME: 16\n",
    "one name": "The Keeper: So.\n\nThe Keeper: Thus.\n\nThe Keeper: And so on.\n\nThe Keeper: The end.\n",
    "numbers": "1: We came.\n2: We saw.\n1: We left.\n2: We slept.\n",
    "table": "NAME    AGE\nADA     12\nBEN     13\nCLEO    14\n",
}


@pytest.mark.parametrize("name", PROSE)
def test_prose_gives_no_turns(name: str) -> None:
    assert told(PROSE[name]) == []


def test_a_sentence_with_a_colon_inside_a_transcript_is_no_label() -> None:
    content = (
        "ADA BROOK: We have this.\n\nThe point is simple: we will not sell.\nI told Ben Cole: never.\n\nBEN "
        "COLE: I heard.\n\n"
        "ADA BROOK: Good.\n\nBEN COLE: Fine.\n"
    )
    assert len(told(content)) == 4


HOSTILE = [
    "A: b\n",
    "[00:12]\n",
    "(Applause.)\n\n",
    "some words here\n\n",
    "The Heading\n\n",
    "Q. a\nA. b\n",
    ">> a\n",
    "ADA (",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_take_linear_time(hostile: str) -> None:
    # A square of this many lines would take hours.
    read_turns(Text(content="ADA: x\nBEN: y\nADA: z\n" + hostile * (100_000 // len(hostile))))


def test_many_of_one_last_name_take_linear_time() -> None:
    content = "".join(f"ADA{number:05d} BROOK: Yes.\nBEN: No.\n" for number in range(4000))
    assert len(told(content)) == 8000


_LINES = st.lists(
    st.sampled_from(
        [
            *("ADA: We go.", "BEN:", "Ada Brook: No.", "Q. Why?", "A. So.", ">> Hm", "[Enter X]", "ACT I", "", ""),
            *("[00:12:04]", "MR. COLE. Sir.", "HAMLET.", "\f", "12", "(Applause.)", "Note: so", "Ada  1:02:03"),
            *("CDR   Go", "é：x", "words go on", ""),
        ]
    ),
    max_size=30,
).map("\n".join)  # fmt: skip


@given(st.one_of(_LINES, st.text(max_size=200)))
@settings(max_examples=300)
def test_turns_lie_apart_and_in_order(content: str) -> None:
    end = 0
    for turn in read_turns(Text(content=content)):
        assert content[turn.label.start : turn.label.end] == turn.label.text
        assert end <= turn.label.start <= turn.label.end <= turn.body.start < turn.body.end <= len(content)
        assert not content[turn.body.start].isspace()
        assert not content[turn.body.end - 1].isspace()
        assert all(turn.body.contains(note) for note in turn.notes)
        end = turn.body.end


RECORD = """The committee met at noon.

Chairman Brook. The hearing will come to order.

We have much to do this morning, and little time.

I thank the witnesses for coming.

Mr. Cole. I thank the chairman for this hearing.

The bridge was built by Mr. Lind. It has stood for a century.

Nobody complained about the price.

Chairman Brook. Thank you, Mr. Cole.

Ms. Holm. I yield back my time.
"""


def test_a_parliaments_record_has_long_statements_and_few_labels() -> None:
    assert [(label, speaker) for label, speaker, _ in told(RECORD)] == [
        ("Chairman Brook", "Chairman Brook"),
        ("Mr. Cole", "Mr. Cole"),
        ("Chairman Brook", "Chairman Brook"),
        ("Ms. Holm", "Ms. Holm"),
    ]


def test_so_has_one_whose_paragraphs_are_set_in() -> None:
    set_in = "\n".join(f"    {line}" for line in RECORD.splitlines() if line)
    assert [label for label, _, _ in told(set_in)] == ["Chairman Brook", "Mr. Cole", "Chairman Brook", "Ms. Holm"]


@pytest.mark.parametrize(
    "prose",
    [
        # a name that a wrapped line begins with, again and again
        "She walked with\nMr. Cole. He was late. They met\nMr. Lind. He was early, and so was\nMr. Cole. They left "
        "with\nMr. Lind. It was noon.\n\n" + "It rained on the roofs of the town.\n\n" * 20,
        # one name at the head of paragraphs
        "Mr. Cole. That was his name.\n\nMr. Cole. He never liked it.\n\nIt rained.\n\nMr. Cole. So it stood "
        "there.\n\nMr. Cole. Four times.\n",
    ],
)
def test_names_with_a_stop_are_no_record_in_prose(prose: str) -> None:
    assert told(prose) == []
