"""SubRip and WebVTT: what is said, by whom, when, and where it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.model import Fidelity
from quotecheck.reading import read_bytes, read_file
from quotecheck.speech.turns import read_turns
from tests.reading.captions import said_by, srt, vtt

FIXTURES = Path(__file__).parents[2] / "fixtures" / "subtitles"

JOINED = {
    "a sentence over cues": (srt("We will not", "sell the yard."), "We will not sell the yard."),
    "lines of a cue": (srt("We will not\nsell the yard."), "We will not sell the yard."),
    "tags": (srt('<i>We <b>will</b></i> <font color="#fff">not</font> sell.'), "We will not sell."),
    "signs of position": (srt("{\\an8}We will{\\i1} not sell."), "We will not sell."),
    "what only looks like a tag": (srt("Is 3 < 4 and 5 > 4? I <3 you."), "Is 3 < 4 and 5 > 4? I <3 you."),
    "entities": (srt("sell &amp; go&nbsp;home, &#8220;he&#x201D; says"), "sell & go\xa0home, “he” says"),
    "an ampersand": (srt("R&D and AT&T; sold"), "R&D and AT&T; sold"),
    "a break as a tag and as a sign": (srt("We will<br/>not\\Nsell."), "We will not sell."),
    "a blank line in a cue": (srt("We will\n\nnot sell."), "We will not sell."),
    "a figure on a line of its own": (srt("We sold\n2024\nships."), "We sold 2024 ships."),
    "no blank line between cues": (srt("We will", "not sell.").replace("\n\n", "\n"), "We will not sell."),
    "no numbers": (srt("We will", "not sell.", numbers=False), "We will not sell."),
    "Windows": ("\ufeff" + srt("We will\nnot", "sell.").replace("\n", "\r\n"), "We will not sell."),
    "old Mac": (srt("We will\nnot", "sell.").replace("\n", "\r"), "We will not sell."),
    "a long pause": (srt("We will not sell.", (20.0, "It is late.")), "We will not sell.\n\nIt is late."),
    "a long pause in a sentence": (srt("We will not", (20.0, "sell.")), "We will not sell."),
    "scripts without spaces": (srt("私たちは\n売ら", "ない。"), "私たちは売らない。"),
    "a name's letter before it": (srt("J.", "Smith sold it."), "J. Smith sold it."),
    "empty cues": (srt("We will", "", "not sell."), "We will not sell."),
    "a word said again": (srt("No.", "No.", "No, we will not."), "No. No. No, we will not."),
    "WebVTT": (vtt("We will not", "sell the yard."), "We will not sell the yard."),
    "names of cues": (vtt("We will", "not sell.", names=True), "We will not sell."),
    "notes, styles and regions": (
        "WEBVTT\n\nNOTE not said\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n"
        "00:01.000 --> 00:02.000 line:0 position:20% size:60% align:start\nWe will\n\n"
        "NOTE\nnot said\neither\n\n00:02.000 --> 00:03.000\nnot sell.\n",
        "We will not sell.",
    ),
    "a word that begins a note elsewhere": (srt("NOTE the price.", "STYLE matters."), "NOTE the price. STYLE matters."),
    "times of words": (vtt("We<00:00:00.500><c.loud> will</c> not<00:01.200> sell."), "We will not sell."),
    "how it is read": (vtt("<ruby>東<rt>とう</rt></ruby>京"), "東京"),
    "a language": (vtt("He said <lang fr>non</lang>."), "He said non."),
}


@pytest.mark.parametrize("case", JOINED, ids=str)
def test_sentences_run_on_over_cues(case: str) -> None:
    """The file's text, and what is said."""
    file, content = JOINED[case]
    text = read_bytes(file.encode(), "talk.srt")
    assert text.content == content
    assert text.spoken and text.problems == ()


SPEAKERS = {
    "voices": (
        vtt("<v Ada Brook>We will not", "<v Ada Brook>sell.", "<v Ben Cole>Why not?"),
        "Ada Brook: We will not sell. | Ben Cole: Why not?",
    ),
    "a voice with classes": (
        vtt("<v.calm.loud Ada Brook>We sell.</v>", "<v Ben Cole>No!"),
        "Ada Brook: We sell. | Ben Cole: No!",
    ),
    "two voices in a cue": (
        vtt("<v Ada Brook>We sell.</v>\n<v Ben Cole>No!</v>"),
        "Ada Brook: We sell. | Ben Cole: No!",
    ),
    "two voices on a line": (
        vtt("<v Ada Brook>We sell.</v> <v Ben Cole>No!</v>"),
        "Ada Brook: We sell. | Ben Cole: No!",
    ),
    "no voice where others have one": (
        vtt("<v Ada Brook>We sell.", "Who says so?", "<v Ada Brook>I do."),
        "Ada Brook: We sell. | ?: Who says so? | Ada Brook: I do.",
    ),
    "a sentence that goes on without": (
        vtt("<v Ada Brook>We will", "not sell.", "<v Ben Cole>Why?"),
        "Ada Brook: We will not sell. | Ben Cole: Why?",
    ),
    "a name in small letters": (
        vtt("<v ada>We sell.", "<v the man in the hat>No!"),
        "ada: We sell. | the man in the hat: No!",
    ),
    "a name with an entity": (vtt("<v R&amp;D>We sell.", "<v Ben Cole>No!"), "R&D: We sell. | Ben Cole: No!"),
    "a label that carries over": (
        srt("ADA: We will not", "sell.", "It is ours.", "BEN: Why?"),
        "ADA: We will not sell. It is ours. | BEN: Why?",
    ),
    "a label on every cue": (
        srt("Ada: We will not", "Ada: sell.", "Ben: Why?", "Ben: Say."),
        "Ada: We will not sell. | Ben: Why? Say.",
    ),
    "a label on a line of its own": (srt("ADA:\nWe sell.", "BEN:\nNo!"), "ADA: We sell. | BEN: No!"),
    "a label with where he is": (srt("ADA (on phone): We sell.", "BEN: No!"), "ADA: We sell. | BEN: No!"),
    "WhisperX": (
        srt("[SPEAKER_01]: We will", "[SPEAKER_01]: sell.", "[SPEAKER_00]: No!"),
        "SPEAKER_01: We will sell. | SPEAKER_00: No!",
    ),
    "chevrons": (srt(">> WE WILL NOT", "SELL.", ">> WHY NOT?"), "?: WE WILL NOT SELL. | ?: WHY NOT?"),
    "chevrons as entities": (vtt("&gt;&gt; We sell.", "&gt;&gt; No!"), "?: We sell. | ?: No!"),
    "chevrons inside a line": (srt(">> WE SELL. >> NO! >> YES."), "?: WE SELL. | ?: NO! | ?: YES."),
    "chevrons with a label": (
        srt(">> ADA: We sell.", ">> BEN: No!", ">> Who asked?"),
        "ADA: We sell. | BEN: No! | ?: Who asked?",
    ),
    "two speakers in a cue": (srt("- We sell.\n- No!"), "?: We sell. | ?: No!"),
    "dashes and then one alone": (srt("- We sell.\n- No!", "That is that."), "?: We sell. | ?: No! | ?: That is that."),
    "a dashed sentence that goes on": (srt("- We sell.\n- No, we will", "not."), "?: We sell. | ?: No, we will not."),
    "dashes with labels": (
        srt("ADA: We sell.", "- ADA: Yes.\n- BEN: No!", "BEN: Never."),
        "ADA: We sell. | ADA: Yes. | BEN: No! Never.",
    ),
    "a label, then dashes": (
        srt("ADA: We sell.", "ADA: All.", "- Why?\n- Since when?", "ADA: Today."),
        "ADA: We sell. All. | ?: Why? | ?: Since when? | ADA: Today.",
    ),
}


@pytest.mark.parametrize("case", SPEAKERS, ids=str)
def test_who_speaks(case: str) -> None:
    """As the room ``speech`` finds it in the content. A question mark is somebody whom the file does not name."""
    file, turns = SPEAKERS[case]
    text = read_bytes(file.encode(), "talk.vtt")
    assert " | ".join(said_by(text)) == turns


NOBODY = {
    "prose with a colon": srt("Remember: we will not sell.", "That is all there is to it.", "And so it goes."),
    "other words before colons": srt("Note: we sell.", "Price: a lot.", "We went home.", "We slept.", "We woke up."),
    "a time": srt("At 10:30 we met.", "At 11:30 we left."),
    "a dash in a sentence": srt("We will sell", "- and I mean it -", "the yard."),
    "one warning in capitals": srt("WARNING: the sea is high.", "We went home.", "We slept.", "We woke up."),
}


@pytest.mark.parametrize("case", NOBODY, ids=str)
def test_what_is_no_label(case: str) -> None:
    """Nobody's turn, and no word is lost."""
    text = read_bytes(NOBODY[case].encode(), "talk.srt")
    assert read_turns(text) == () and text.speaker is None
    assert "[" not in text.content and ">>" not in text.content


def test_one_speaker_alone_says_all_of_it() -> None:
    """Whatever the file calls that person."""
    assert read_bytes(vtt("<v Ada Brook>We sell.", "<v Ada Brook>Now.").encode(), "a.vtt").speaker == "Ada Brook"
    assert read_bytes(vtt("<v Speaker 1>We sell.", "<v Speaker 1>Now.").encode(), "a.vtt").speaker == "Speaker 1"


NOTES = {
    "sounds": (srt("[door slams]\nWe will not sell.", "(ENGINE REVVING)", "[♪♪♪]"), "We will not sell."),
    "songs": (srt("♪ la la la ♪", "We sell.", "# Oh happy day # ♪"), "We sell."),
    "between words of a sentence": (srt("We will", "[phone rings]", "not sell."), "We will not sell."),
    "known notes stay in their line": (srt("We will [laughter] not sell."), "We will [laughter] not sell."),
    "a sentence in brackets is said": (
        srt("[We will not sell.]", "(He told me so himself, twice.)"),
        "[We will not sell.] (He told me so himself, twice.)",
    ),
    "words of an editor": (srt("We will sell [the old yard] now."), "We will sell [the old yard] now."),
    "with a dash": (srt("- [sighs]\n- No."), ">> No."),
}


@pytest.mark.parametrize("case", NOTES, ids=str)
def test_notes_of_sounds(case: str) -> None:
    """A line that says what is heard is nobody's words; words in brackets in a line are left alone."""
    file, content = NOTES[case]
    assert read_bytes(file.encode(), "talk.srt").content == content


ROLLED = {
    "lines move up": (
        vtt("good evening", "good evening\nwe will not", "we will not\nsell the yard", "sell the yard\nthis year"),
        "good evening we will not sell the yard this year",
    ),
    "three lines": (
        vtt("a b", "a b\nc d", "a b\nc d\ne f", "c d\ne f\ng h", "e f\ng h\ni j"),
        "a b c d e f g h i j",
    ),
    "a line grows": (vtt("we", "we will", "we will not", "we will not sell"), "we will not sell"),
    "a line stands still": (
        vtt("we will not", "we will not", "we will not\nsell", "sell", "sell\nthis year", "this year"),
        "we will not sell this year",
    ),
    "said twice on purpose": (
        vtt("we will\nnot sell", "not sell\nnot sell", "not sell\nthis year", "this year\never"),
        "we will not sell not sell this year ever",
    ),
}


@pytest.mark.parametrize("case", ROLLED, ids=str)
def test_roll_up_captions_are_not_doubled(case: str) -> None:
    """What one cue shows again of the cue before is taken once."""
    file, content = ROLLED[case]
    assert read_bytes(file.encode(), "talk.vtt").content == content


def test_other_captions_may_repeat_themselves() -> None:
    """Where cues do not roll up, what is said again was said again."""
    lines = ["We will not sell.", "We will not sell.", "Why?", "Because.", "It is ours.", "Good.", "Fine."]
    assert read_bytes(srt(*lines).encode(), "talk.srt").content == " ".join(lines)


def test_times() -> None:
    """The second of the cue in which a word stands; hours may be missing."""
    text = read_bytes(srt((1.5, "We will not"), (3725.25, "sell.")).encode(), "talk.srt")
    assert text.place(text.content.index("not")).time == 1.5
    assert text.place(text.content.index("sell")).time == 3725.25
    short = read_bytes(b"WEBVTT\n\n61:02.500 --> 61:03.000\nWe sell.\n", "talk.vtt")
    assert short.place(0).time == 3662.5


def test_places() -> None:
    """Line and column of the file; ranges without tags, decoded words as they stand."""
    file = srt("<i>We will</i>", "sell &amp; go.")
    text = read_bytes(file.encode(), "talk.srt")
    at = text.content.index("sell")
    assert (text.place(at).line, text.place(at).column) == (7, 1)
    ranges = text.origin.file_ranges(type(text.origin.runs[0].content)(3, len(text.content)))  # type: ignore[index]
    assert ranges is not None and [one.of(file) for one in ranges] == ["will", "sell &amp; go."]


def test_what_the_head_says() -> None:
    """Language and title; a machine times every word."""
    text = read_bytes(
        b"WEBVTT\nKind: captions\nLanguage: de\nTitle: Der Hafen\n\n00:01.000 --> 00:02.000\nJa.\n", "a.vtt"
    )
    assert (text.language, text.title, text.fidelity) == ("de", "Der Hafen", Fidelity.VERBATIM)
    assert read_file(FIXTURES / "rollup.vtt").fidelity is Fidelity.MACHINE


BAD = {
    "times that cannot be read": (
        srt("We will", "not sell.").replace("00:00:02,000", "xx:yy", 1),
        "We will not sell.",
        [("bad-time", 2)],
    ),
    "no cue": ("Just words, no times.\n", "Just words, no times.\n", [("read-as-text", None)]),
    "another arrow": (
        srt("We will", "not sell.").replace("2,000 -->", "2,000 ->"),
        "We will not sell.",
        [],
    ),
    "a time among words": (srt("She ran it in\n9:58.30", "last year."), "She ran it in 9:58.30 last year.", []),
    "notes alone": (srt("[music]"), "", [("empty", None)]),
    "cut off in a cue": (srt("We will", "not sell.")[:-6], "We will not", []),
    "cut off in its times": (srt("We will", "not sell.")[:-25], "We will", [("bad-time", 6)]),
    "nothing": ("", "", []),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_faults_are_told_and_the_rest_is_read(case: str) -> None:
    """What can be read is, and the first fault's line is named."""
    file, content, problems = BAD[case]
    text = read_bytes(file.encode(), "talk.srt")
    assert text.content == content
    assert [(problem.code, problem.line) for problem in text.problems] == problems
    assert not any(problem.fatal for problem in text.problems)


KNOWN = {
    "SubRip under another name": (srt("We sell."), "talk.txt", "We sell."),
    "WebVTT under another name": (vtt("We sell."), "talk", "We sell."),
    "text that speaks of times": ("1\nOn 00:00:01 --> he left.\n", "a.txt", "1\nOn 00:00:01 --> he left.\n"),
    "text that names the format": ("WEBVTTS are fine.\n", "a.txt", "WEBVTTS are fine.\n"),
}


@pytest.mark.parametrize("case", KNOWN, ids=str)
def test_content_decides(case: str) -> None:
    """A file is what it begins with."""
    file, name, content = KNOWN[case]
    assert read_bytes(file.encode(), name).content == content


def test_other_encodings() -> None:
    """UTF-16 with its mark, Windows-1252 without one."""
    file = srt("“Größe” – café")
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        assert read_bytes(file.encode(encoding), "talk.srt").content == "“Größe” – café"
