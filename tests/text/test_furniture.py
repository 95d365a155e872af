"""What stands between the words of a text: each kind fires, and its near neighbour does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.text.furniture import FurnitureKind, furniture, is_stage_note


def found(content: str) -> list[str]:
    return [content[piece.span.start : piece.span.end] for piece in furniture(content)]


def kinds(content: str) -> set[str]:
    return {piece.kind.value for piece in furniture(content)}


FIRES = {
    # page
    "number, form feed and running head in a sentence": (
        "Report of the Committee\n\nand that no\n\n   14\n\fREPORT OF THE COMMITTEE\n\ncracks were found",
        ["14\n\fREPORT OF THE COMMITTEE"],
    ),
    "number, form feed and a head that stands once": (
        "and that no\n\n   14\n\fREPORT OF THE COMMITTEE\n\ncracks were found",
        ["14\n\fREPORT OF THE COMMITTEE"],
    ),
    "number beside a head on a new page": (
        "We must go\n\n\f12  THE DAILY TOWN\n\nhome to the town", ["\f12  THE DAILY TOWN"]
    ),
    "number, form feed and words that no title has": (
        "We will\n\n14\n\fNEVER EVER AGAIN\n\nsurrender to them", ["14"]
    ),
    "page number between blank lines": ("and that no\n\n14\n\ncracks were", ["14"]),
    "roman page number": ("and that no\n\nxiv\n\ncracks were", ["xiv"]),
    "decorated page number": ("and that no\n\n- 14 -\n\ncracks were", ["- 14 -"]),
    "page of pages": ("and that no\n\nPage 14 of 20\n\ncracks were", ["Page 14 of 20"]),
    "running head alone": (
        "REPORT OF THE COMMITTEE\nand that no\n\nREPORT OF THE COMMITTEE\n\ncracks were", ["REPORT OF THE COMMITTEE"]
    ),
    "form feed before a word": ("We will\f\nNever\nsurrender to them.", ["\f"]),
    "form feed alone": ("and that no\fcracks were", ["\f"]),
    "running head that comes again": (
        "It ended so.\n\n\fThe Report   14\n\nThe rest.\n\nIt went on.\n\n\fThe Report   15\n\nThe end.",
        ["\fThe Report   14", "\fThe Report   15"],
    ),
    # reference
    "number in brackets": ("They closed it.[13] Then", ["[13]"]),
    "several numbers": ("They closed it [2, 4–6].", ["[2, 4–6]"]),
    "two in a text": ("as [3] shows and [4] too", ["[3]", "[4]"]),
    "note with a word": ("They closed it.[note 3] Then", ["[note 3]"]),
    "letter after a stop": ("They closed it.[a] Then", ["[a]"]),
    "round number after a stop": ("They closed it.(12) Then", ["(12)"]),
    "round numbers that count up": ("the bridge (1), the road (2), and the pier (3).", ["(1)", "(2)", "(3)"]),
    "raised figure": ("They closed it.¹² Then", ["¹²"]),
    "raised figure at a long word": ("The bridge³ was", ["³"]),
    "Markdown's note": ("They closed it[^1] and left.[^b]", ["[^1]", "[^b]"]),
    "letter at a word": ("The bridge[a] was closed", ["[a]"]),
    "a page of the edition": ("They closed [p. 12] it [pp. 3–4] then", ["[p. 12]", "[pp. 3–4]"]),
    "figures behind stops that count up": ("They closed it.1 Then “they left.”2 It rained.", ["1", "2"]),
    "a link": ("We will [go](https://example.org/a_(b)) there", ["[", "](https://example.org/a_(b))"]),
    "a picture's link": ("We go ![A bridge](img/a.png) there", ["![A bridge](img/a.png)"]),
    "a link that is a note's": ("We left.[1](#n1) Then", ["[1](#n1)"]),
    "star": ("They closed it.* Then", ["*"]),
    "stars that hang on several words": ("They left* and came** too", ["*", "**"]),
    "a star behind emphasis in another paragraph": ("*So it was\n\nThey left* then", ["*"]),
    "a star behind a star that hangs alone": ("5 * 4 and they left* then", ["*"]),
    "dagger": ("They closed it† then", ["†"]),
    # number
    "verses": ("1:1 In the town\n1:2 And the town\n1:3 Was so", ["1:1", "1:2", "1:3"]),
    "verses in braces": ("{12:4} So it was {12:5} and went", ["{12:4}", "{12:5}"]),
    "numbered lines": ("12   Q.  Why?\n13   A.  Because\n14        it was.", ["12", "13", "14"]),
    "numbered paragraphs": ("1. We came.\n\n2. We saw.\n\n3. We left.", ["1.", "2.", "3."]),
    "paragraph sign": ("¶ 12 The court", ["¶ 12"]),
    "sections": ("§ 1 Der Rat\n§ 2 Das Amt\n§ 3 Die Stadt", ["§ 1", "§ 2", "§ 3"]),
    "verses with their number alone": (
        "1 In the town\nit was so.\n2 And it was\n3 And so on.", ["1", "2", "3"]
    ),
    "numbers of verse in the margin": ("wide is the sea    5\ndeep\nis\nthe\nsea\nso wide   10\n", ["5", "10"]),
    "lines that are nearly all numbered": (
        "12   he went\n     so far\n13   she went\n14   it went\n15   they went", ["12", "13", "14", "15"]
    ),
    "numbered lines with blank ones between": ("12   he went\n\n13   she went\n\n14   it went", ["12", "13", "14"]),
    # cue
    "subtitles": (
        "1\n00:00:12,000 --> 00:00:14,000\nWe will\n\n2\n00:00:14,000 --> 00:00:16,000\nnot sell.",
        ["1\n00:00:12,000 --> 00:00:14,000", "2\n00:00:14,000 --> 00:00:16,000"],
    ),
    "a rolled-up line": (
        "00:12.000 --> 00:14.000\nWE WILL\n\n00:14.000 --> 00:16.000\nWE WILL\nNOT SELL",
        ["00:12.000 --> 00:14.000", "00:14.000 --> 00:16.000", "WE WILL"],
    ),
    # time
    "two times with seconds": ("00:00:12 We will\n00:00:15 not sell", ["00:00:12", "00:00:15"]),
    "minutes and seconds, not in steps of five": (
        "0:12 We will\n0:19 not sell\n0:31 so", ["0:12", "0:19", "0:31"]
    ),
    "times from nought that begin behind a line without a stop": (
        "The recording\n0:12 We will\n0:19 not sell\n0:31 so", ["0:12", "0:19", "0:31"]
    ),
    "times from another hour that begin a text": (
        "5:12 We will\n5:19 not sell\n5:31 so", ["5:12", "5:19", "5:31"]
    ),
    "round times, three of them": ("We (00:12) will (01:15) not (02:31) sell", ["(00:12)", "(01:15)", "(02:31)"]),
    "a round time with hours": ("We will (1:00:12) not sell", ["(1:00:12)"]),
    "time in brackets": ("We will [00:12:04] not sell", ["[00:12:04]"]),
    "mission time": ("[02 07 55 19]\nwe go", ["[02 07 55 19]"]),
    "times at line starts": ("00:00:12 We will\n00:00:15 not sell\n00:00:19 so", ["00:00:12", "00:00:15", "00:00:19"]),
    # stage
    "applause": ("We will. (Applause.) Ever.", ["(Applause.)"]),
    "laughter and applause": ("We will. [Laughter and loud applause from the audience] Ever.",
                              ["[Laughter and loud applause from the audience]"]),
    "crosstalk inside a sentence": ("We will (crosstalk) sell", ["(crosstalk)"]),
    "capitals": ("We (CROSSTALK) will (END VIDEO CLIP)", ["(CROSSTALK)", "(END VIDEO CLIP)"]),
    "aside": ("Peace! [Aside] O my soul", ["[Aside]"]),
    "aside to somebody": ("[Aside to ORLA] He comes. Peace!", ["[Aside to ORLA]"]),
    "a line of its own": ("Peace!\n[Enter ORLA, with\nothers]\nWho goes?", ["[Enter ORLA, with\nothers]"]),
    "Spanish, German": ("Gracias. (Aplausos.) Danke. (Beifall)", ["(Aplausos.)", "(Beifall)"]),
    "a line of its own, far into the text": (
        "We must all go home to the town now, he said to them. " * 2 + "\n[Bells ring out]\nWho goes?",
        ["[Bells ring out]"],
    ),
    "a line of its own, with a stop": ("Peace!\n[Bells ring out].\nWho goes?", ["[Bells ring out]"]),
    "the last line": ("Peace!\n[Bells ring out]", ["[Bells ring out]"]),
    # picture
    "illustration": ("so it was [Illustration] and went", ["[Illustration]"]),
    "illustration with its words": ("so\n\n[Illustration: A bridge]\n\nit was", ["[Illustration: A bridge]"]),
}  # fmt: skip


@pytest.mark.parametrize("name", FIRES)
def test_furniture_is_found(name: str) -> None:
    content, pieces = FIRES[name]
    assert found(content) == pieces


SILENT = {
    "an editor's word": "the [old] bridge and [the plan] fell",
    "an editor's word at a sentence's head": "It fell. [The plan] will fail too.",
    "an editor's figure": "we lost [5] ships in May",
    "letters of a word": "[T]he question[s] we asked",
    "a redaction": "I point you to [senior official] for that",
    "sic": "they was [sic] here",
    "a figure in brackets": "eleven (11) members and Smith (42) came",
    "a lone round number": "rule (2) applies here",
    "a list's round numbers": "(1) the bridge\n(2) the road\n(3) the pier",
    "an acronym": "the alliance (NATO) met",
    "words in brackets that begin like a note": "He said (laughter is good for him) no",
    "a year": "the report (1998) said",
    "units": "ten m² and 10³ and 5 km² and x² and five metre² and feet³",
    "emphasis": "it is *so* and **so** here",
    "a masked word": "that f*** and s**t",
    "born and died": "Ada Brook († 1998) came",
    "a chapter's number between sentences": "It ended.\n\n14\n\nThe town woke.",
    "a heading between sentences": "It ended.\n\nTHE REPORT OF THE COMMITTEE\n\nThe town woke.",
    "a figure on its line": "the answer is\n42\nand no more",
    "a timetable": "9:00 Opening\n10:00 Talk\n11:30 Lunch",
    "a time in a sentence": "the train (10:30) left at 11:15",
    "a list out of sequence": "3 eggs\n7 apples\n2 pears",
    "wrapped figures": "They sold the\n12 ships and\n40 boats.",
    "figures that count up in prose": "We have\n10 houses and\n11 cars and\n12 dogs.",
    "figures that count up in a list": "We have:\n\n10 houses\n11 cars\n12 dogs",
    "scores": "We lost\n5:1 to Leeds and\n5:2 to Hull and\n5:3 to York.",
    "scores with two digits": "We lost\n5:11 to Leeds and\n5:12 to Hull and\n5:13 to York.",
    "amounts at lines' ends": "We kept     50\nof them and lost     55\nof those.",
    "a section of the law": "We broke\n§ 6 of the law.",
    "a section that opens a sentence": "They erred.\n§ 6 BGB says so.",
    "a paragraph in a sentence": "We broke\n¶ 6 of it.",
    "days of the month": "We left on the\n10. He on the\n11. She on the\n12. She came.",
    "words in capitals on a new page": "We will\n\n14\nNEVER EVER AGAIN\n\nsurrender to them.",
    "a number beside words in capitals on a new page": "We must go.\n\n\f12  THE DAILY TOWN\n\nThe town woke.",
    "words in capitals beside a number": "We will\n3   NEVER EVER\nsurrender to them.",
    "words in capitals between paragraphs": "We will\n\nNEVER EVER\n\nsurrender to them.",
    "a number and a word on their lines": "We will keep\n10\nHouses\nin town",
    "a word that is not heard": "We do [inaudible] want war and (unintelligible) so",
    "a letter of a word": "the schema[s] and idea[l] and [a] bridge",
    "brackets and round ones": "We [go](now) there",
    "abbreviations with figures": "No.1 The rest. See Fig.1 The rest. On Dec.1 The rest. It has 3.1 Then",
    "a line said again": "never more\nnever more",
}


@pytest.mark.parametrize("name", SILENT)
def test_words_of_the_text_are_no_furniture(name: str) -> None:
    assert found(SILENT[name]) == []


def test_each_kind_is_named() -> None:
    assert {kind for content, _ in FIRES.values() for kind in kinds(content)} == {kind.value for kind in FurnitureKind}


@pytest.mark.parametrize(
    ("inner", "is_note"),
    [
        ("Applause.", True), ("Prolonged applause from both sides of the House", True), ("through translator", True),
        ("off-mike", True), ("the old", False), ("NATO", False), ("", False), ("laughter 12", False),
        ("the audience", False),
    ],
)  # fmt: skip
def test_stage_notes(inner: str, is_note: bool) -> None:
    assert is_stage_note(inner) is is_note


_PARTS = st.lists(
    st.sampled_from(
        ["and no", "The End.", "\n", "\n\n", "\f", "14", "[13]", "(12)", "¹", "*", "1:1 ", "[Exit]", "(Applause.)",
         "A HEAD", " ",
         "00:00:12,000 --> 00:00:14,000", "[", "(", "12   ", "{1:2}", "[00:12]", "[Illustration]", "¶ 3 ",
         "[go](a/b)", "![", "](", "end.1 Then", "\n1 And"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@given(st.one_of(_PARTS, st.text(max_size=120)))
@settings(max_examples=400)
def test_pieces_lie_apart_in_order_and_without_outer_space(content: str) -> None:
    end = 0
    for piece in furniture(content):
        assert end <= piece.span.start < piece.span.end <= len(content)
        words = content[piece.span.start : piece.span.end]
        assert words.strip(" \t") == words
        end = piece.span.end


@pytest.mark.parametrize(
    "hostile",
    ["[", "[a ", "(1", "\f", "\n", "\n12", "a* ", " ", "AB\f", "1", "\n\nAAAA BBBB\n\n", "¹",
     "ab.1 ", "[a](", "[a](b/", "\n1  "],
)  # fmt: skip
def test_hostile_texts_take_linear_time(hostile: str) -> None:
    # A square of this many pieces would take hours.
    furniture(hostile * (150_000 // len(hostile)))
