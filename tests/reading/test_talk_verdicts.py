"""The same hearing in every format of talk gives the same verdicts, findings and speakers as its plain text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import attrs
import pytest

from quotecheck import Checker, Kind, Result, Severity, Statement
from quotecheck.reading import Known, read_file

FIXTURES = Path(__file__).parents[2] / "fixtures"
LABELS = (("SPEAKER_01", "Ada Brook"), ("SPEAKER_00", "Ben Cole"), ("SPEAKER_02", "Dora Lindqvist"))

NAMED = [
    "transcripts/otter.txt",
    "transcripts/podcast.json",
    "transcripts/whisperx.json",
    "transcripts/podcast.html",
    "transcripts/hyperaudio.json",
    "transcripts/rev.txt",
    "transcripts/descript.txt",
    "transcripts/premiere.txt",
    "transcripts/cnn.txt",
    "docx/hearing.docx",
    "subtitles/named.srt",
    "subtitles/named-windows.srt",
    "subtitles/whisperx.srt",
    "subtitles/voices.vtt",
    "subtitles/ffmpeg.vtt",
    "subtitles/webvtt-py.vtt",
    "subtitles/agents.ttml",
    "transcripts/akoma-ntoso.xml",
    "transcripts/parlamint.xml",
    "transcripts/parlparse.xml",
]
"""Files that say who speaks."""

NAMELESS = ["transcripts/whisper.json", "subtitles/ffmpeg.srt", "subtitles/rollup.vtt"]
"""Files that do not."""

UNTIMED = ["docx/hearing.docx", "transcripts/cnn.txt", "transcripts/parlamint.xml"]
"""Files without times."""

BY_THE_CLOCK = ["transcripts/akoma-ntoso.xml", "transcripts/parlparse.xml"]
"""Files that tell the time of day."""

EVENING = 18 * 3600.0

STATEMENTS = [
    Statement("We will not sell the yard, not this year and not the next", speaker="Ada Brook"),
    Statement("We will sell the yard", speaker="Ada Brook"),
    Statement("The town paid $4.5 million for those cranes", speaker="Brook"),
    Statement("The town paid $45 million for those cranes", speaker="Ada Brook"),
    Statement("why did the council vote 7 to 2 to ask for offers?", speaker="Ben Cole"),
    Statement('They asked, and nobody "answered". If a buyer keeps all 140 jobs', speaker="Ada Brook"),
    Statement("we can talk about the east basin & nothing else", speaker="Dora Lindqvist"),
    Statement("It's the first I hear of it", speaker="Dora Lindqvist"),
    Statement("The yard will be closed by spring", speaker="Ben Cole"),
    Statement("the council had voted to ask for offers", speaker="Ben Cole", kind=Kind.INDIRECT),
]


@cache
def checker(name: str) -> Checker:
    known = Known(labels=LABELS) if "whisperx" in name else None
    return Checker([read_file(FIXTURES / name, known=known)])


def decided(result: Result) -> tuple[object, ...]:
    """What a format may not change. Notes may differ: a machine's record has one of its own (QC508).

    So may the number of passages: where a file sets laughter apart from the words, two passages are one. And the
    capitals of a name: some desks shout their labels.
    """
    codes = {one.code for one in result.findings if one.severity in (Severity.ERROR, Severity.WARNING)}
    passages = result.evidence.passages if result.evidence else ()
    return result.verdict, result.outcome, codes, {(passage.speaker or "").casefold() for passage in passages}


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.text[:30])
@pytest.mark.parametrize("name", NAMED)
def test_files_with_speakers(name: str, statement: Statement) -> None:
    """Against the plain text with its labels."""
    assert decided(checker(name).check(statement)) == decided(checker("transcripts/hearing.txt").check(statement))


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.text[:30])
@pytest.mark.parametrize("name", NAMELESS)
def test_files_without(name: str, statement: Statement) -> None:
    """The words alone: the same verdict as for the text with labels, asked without a speaker."""
    asked = attrs.evolve(statement, speaker=None)
    result, plain = checker(name).check(asked), checker("transcripts/hearing.txt").check(asked)
    assert result.verdict == plain.verdict


@pytest.mark.parametrize("name", [*NAMED, *NAMELESS])
def test_the_place_is_told(name: str) -> None:
    """The time where the file has one, the words in the file where it is a text."""
    result = checker(name).check(Statement("If a buyer keeps all 140 jobs"))
    assert result.evidence is not None
    (passage,) = result.evidence.passages
    assert passage.exact == "If a buyer keeps all 140 jobs"
    if name in UNTIMED:
        assert passage.place.paragraph in (3, None) and passage.place.time is None
    else:
        begun = EVENING if name in BY_THE_CLOCK else 0.0
        assert passage.place.time is not None and 24.0 <= passage.place.time - begun <= 27.5
    if passage.file:
        file = (FIXTURES / name).read_bytes().decode("utf-8-sig")
        found = "".join(one.of(file) for one in passage.file)
        assert "Ifabuyerkeepsall140jobs" in "".join(found.split()).replace("\\n", "")
