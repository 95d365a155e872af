"""What holds of every subtitle file: no word lost, none made up, each with its way back; hostile ones end in time."""

from __future__ import annotations

import html
import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span, Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes
from quotecheck.reading.subtitles import LARGEST, captions
from quotecheck.reading.subtitles.cues import MOST_CUES
from tests.reading.captions import clock, said_by, srt, vtt

WORDS = st.sampled_from(
    ["we", "Sell", "it’s", "A&B", "<3", "yard,", "no.", "“Why?”", "naïve", "4.5", "東京", "😀", "x\u00ady"]
)
LINE = st.lists(WORDS, min_size=1, max_size=6)
CUE = st.lists(LINE, min_size=1, max_size=3)
NAMES = st.sampled_from(["Ada Brook", "Ben Cole", "R&D Desk", "ada", "SPEAKER_01"])
TAGS = st.sampled_from(["", "i", "b", "c.loud", "u"])


def numbered(number: int, lines: list[list[str]]) -> list[list[str]]:
    """A cue like no other: what rolls up has tests of its own."""
    return [[f"w{number}", *lines[0]], *lines[1:]]


def marked_up(line: list[str], tag: str) -> str:
    escaped = html.escape(" ".join(line), quote=False)
    return f"<{tag}>{escaped}</{tag.split('.')[0]}>" if tag else escaped


@st.composite
def voiced(draw: st.DrawFn) -> tuple[str, list[tuple[str, list[str]]]]:
    """A WebVTT file, and (speaker, words) of each of its cues."""
    drawn = draw(st.lists(st.tuples(NAMES, CUE, TAGS), min_size=1, max_size=8))
    cues = [(name, numbered(number, lines), tag) for number, (name, lines, tag) in enumerate(drawn)]
    shown = []
    for name, lines, tag in cues:
        body = "\n".join(marked_up(line, tag) for line in lines)
        shown.append(f"<v {html.escape(name, quote=False)}>{body}</v>")
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return vtt(*shown).replace("\n", end), [
        (name, [word for line in lines for word in line]) for name, lines, _ in cues
    ]


def file_words(file: str, text: Text, span: Span) -> list[str]:
    """The words of the file's ranges that a span stands for, read in another way than the reader's."""
    ranges = text.origin.file_ranges(span) or ()
    return [word for one in ranges for word in html.unescape(one.of(file)).split()]


@given(voiced())
def test_every_word_is_there_once_and_under_its_speaker(made: tuple[str, list[tuple[str, list[str]]]]) -> None:
    """In order; nothing is added but the labels."""
    file, cues = made
    text = read_bytes(file.encode(), "talk.vtt")
    spoken: list[tuple[str, list[str]]] = []
    for name, words in cues:
        if spoken and spoken[-1][0] == name:
            spoken[-1][1].extend(words)
        else:
            spoken.append((name, list(words)))
    if text.speaker is not None:
        assert text.speaker == cues[0][0]
    paragraphs = [re.sub(r"^\[[^\]]+\]: ", "", paragraph).split() for paragraph in text.content.split("\n\n")]
    assert ["".join(words) for words in paragraphs] == ["".join(words) for _, words in spoken]


@given(voiced(), st.data())
def test_every_span_goes_back_to_its_words(made: tuple[str, list[tuple[str, list[str]]]], data: st.DataObject) -> None:
    """The file's ranges, decoded, are the words of the content; whole runs are exactly theirs."""
    file, _ = made
    text = read_bytes(file.encode(), "talk.vtt")
    assert text.origin.runs is not None
    for run in text.origin.runs:
        alias = text.labels.get(text.words(run.content))
        assert html.unescape(run.file.of(file)) == (alias or text.words(run.content))
    words = [Span(*match.span()) for match in re.finditer(r"(?<!\S)[^\s\[\]]+(?!\S)(?![^\[\n]*\]:)", text.content)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(len(words) - 1, first + 12)))
    span = Span(words[first].start, words[last].end)
    said = re.sub(r"\n\n\[[^\]]+\]: ", " ", text.words(span))
    if "[" not in said:
        names = {word for name in ("Ada Brook", "Ben Cole", "R&D Desk", "ada", "SPEAKER_01") for word in name.split()}
        found = [word for word in file_words(file, text, span) if word not in names]
        assert "".join(found) == "".join(said.split())


@given(st.lists(CUE, min_size=1, max_size=8))
def test_subrip_says_what_its_cues_say(cues: list[list[list[str]]]) -> None:
    """Without speakers it is the words, one after the other."""
    cues = [numbered(number, lines) for number, lines in enumerate(cues)]
    file = srt(*("\n".join(" ".join(line) for line in lines) for lines in cues))
    text = read_bytes(file.encode(), "talk.srt")
    assert "".join(text.content.split()) == "".join(word for lines in cues for line in lines for word in line)
    assert text.origin.runs is not None
    assert all(run.file.of(file) == text.words(run.content) for run in text.origin.runs)
    assert [start for start, _ in text.origin.times] == sorted(start for start, _ in text.origin.times)


BITS = """WEBVTT|1|00:00:01,000 --> 00:00:02,000|00:01.000 -->|-->|<v |<v Ada>|</v>
<|>|&amp;|&#9;|&#xd800;|- |>> |ADA: |[x]: |[music]
NOTE|we sell.|{\\an8}"""
ANYTHING = st.lists(st.sampled_from([*BITS.replace("\n", "|").split("|"), "\n", "\n\n", "\r\n", "\u2028"]), max_size=40)


@given(ANYTHING)
def test_anything_is_read(bits: list[str]) -> None:
    """Whatever stands in a file, it is read, and its runs lie inside it."""
    file = "".join(bits)
    text = read_bytes(("WEBVTT\n" + file).encode(), "talk.vtt")
    said_by(text)
    for run in text.origin.runs or ():
        assert 0 <= run.file.start <= run.file.end <= len(file) + 7
        assert run.content.end <= len(text.content)


TIMES = "00:00:01,000 --> 00:00:02,000\n"
HOSTILE = {
    "signs of a song": "1\n" + TIMES + "#" * 200_000,
    "a cue without end": "1\n" + TIMES + "word " * 200_000,
    "a cue of many lines": "1\n" + TIMES + "word\n" * 15_000,
    "tags that never close": "1\n" + TIMES + "<" * 1_000_000,
    "half tags": "1\n" + TIMES + "<v " * 300_000,
    "voices in voices": "WEBVTT\n\n" + TIMES.replace(",", ".") + "<v A>x" * 15_000,
    "ampersands": "1\n" + TIMES + "&a" * 500_000,
    "braces": "1\n" + TIMES + "{\\" * 500_000,
    "brackets": "1\n" + TIMES + "[(" * 300_000,
    "chevrons": "1\n" + TIMES + ">> x " * 15_000,
    "dashes": "1\n" + TIMES + "- x\n" * 12_000,
    "labels": "1\n" + TIMES + "A: x\n" * 12_000,
    "capitals": "1\n" + TIMES + "A " * 500_000,
    "arrows": "-->" * 300_000,
    "times alone": TIMES * 12_000,
    "lines that roll up": "".join(f"{TIMES}{'a ' * (n % 7)}\n" for n in range(30_000)),
    "one line again": (TIMES + "same words again\n\n") * 10_000,
    "digits": "1\n" + "1" * 1_000_000 + " --> 1",
    "spaces": "1\n" + TIMES + " " * 2_000_000,
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_end_in_time(case: str) -> None:
    """Cost goes by length: each takes a second or so, where work that grows with the square would take minutes."""
    begun = time.process_time()
    read_bytes(HOSTILE[case].encode(), "talk.srt")
    assert time.process_time() - begun < 8


def test_cues_without_end_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after too many is not read, and that is said."""
    assert MOST_CUES >= 100_000
    monkeypatch.setattr("quotecheck.reading.subtitles.cues.MOST_CUES", 100)
    file = "\n".join(f"{n}\n{clock(n, ',')} --> {clock(n + 1, ',')}\nword{n}.\n" for n in range(1, 200))
    text = read_bytes(file.encode(), "talk.srt")
    assert "word100." in text.content and "word101." not in text.content
    assert [(problem.code, problem.line) for problem in text.problems] == [("incomplete", 402)]


def test_so_are_lines_and_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cue that goes on and on, and one made of entities."""
    monkeypatch.setattr("quotecheck.reading.subtitles.cues.MOST_LINES", 100)
    text = read_bytes(("1\n" + TIMES + "word.\n" * 200).encode(), "talk.srt")
    assert text.content.count("word") == 98 and [problem.code for problem in text.problems] == ["incomplete"]
    monkeypatch.setattr("quotecheck.reading.transcripts.talk.MOST_PIECES", 100)
    text = read_bytes((srt("We sell.", "&amp;" * 200)).encode(), "talk.srt")
    assert text.content == "We sell." and [problem.code for problem in text.problems] == ["incomplete"]


def test_files_larger_than_captions_are_refused() -> None:
    """Before anything is made of them."""
    with pytest.raises(ReadingError, match="subtitles over 32 MiB") as caught:
        read_bytes(("1\n" + TIMES).encode() + bytes(LARGEST), "talk.srt")
    assert caught.value.code == "too-large"


def test_another_reader_finds_the_same_voices() -> None:
    """The package webvtt-py, where it is installed."""
    webvtt = pytest.importorskip("webvtt")
    file = vtt("<v Ada Brook>We will not</v>", "<v Ada Brook>sell.</v>", "<v Ben Cole>Why not?</v>")
    turns: list[str] = []
    for caption in webvtt.from_string(file):
        label = f"{caption.voice}: "
        turns.append(caption.text) if turns and turns[-1].startswith(label) else turns.append(label + caption.text)
        if len(turns) > 1 and not turns[-1].startswith(("Ada", "Ben")):
            turns[-2:] = [f"{turns[-2]} {turns[-1]}"]
    assert said_by(read_bytes(file.encode(), "talk.vtt")) == turns


def test_what_is_heard_is_known_as_by_the_plain_pattern() -> None:
    """The pattern in force goes through a line once; the plain one says what it has to find."""
    plain = re.compile(r"[\[(][^\[\]()]{1,80}[\])]|[♪♫#*]+[^♪♫]*[♪♫]+|[♪♫]+")
    for size in range(7):
        for signs in itertools.product("#♪a[]", repeat=size):
            line = "".join(signs)
            assert bool(captions._NOTE.fullmatch(line)) == bool(plain.fullmatch(line)), line
