"""Transcripts in JSON, and the times of plain ones: what is said, by whom, when, and where it stands in the file."""

from __future__ import annotations

import contextlib
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Fidelity, Span, Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading import Known, read_bytes, read_file, read_sources
from quotecheck.reading.transcripts import LARGEST
from tests.reading.captions import said_by

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"
LABELS = (("SPEAKER_01", "Ada Brook"), ("SPEAKER_00", "Ben Cole"))


def read(*segments: dict[str, object], **top: object) -> Text:
    return read_bytes(json.dumps({**top, "segments": segments}).encode(), "talk.json")


def words(*said: tuple[str, str | None]) -> list[dict[str, object]]:
    return [
        {"word": word, "start": float(n), "end": n + 1.0, **({"speaker": who} if who else {})}
        for n, (word, who) in enumerate(said)
    ]


def segment(text: str, speaker: str | None = None, start: float = 1.0, **more: object) -> dict[str, object]:
    return {"start": start, "end": start + 1, "text": text, **({"speaker": speaker} if speaker else {}), **more}


A, B = "SPEAKER_01", "SPEAKER_00"
SPEAKERS = {
    "segments of one go on": (
        [segment("We will", A), segment("not sell.", A), segment("Why?", B)],
        f"{A}: We will not sell. | {B}: Why?",
    ),
    "names": ([segment("We sell.", "Ada Brook"), segment("Why?", "Ben Cole")], "Ada Brook: We sell. | Ben Cole: Why?"),
    "names in small letters": (
        [segment("We sell.", "ada"), segment("Why?", "ben the clerk")],
        "ada: We sell. | ben the clerk: Why?",
    ),
    "numbers": (
        [segment("We sell.", speaker=None) | {"speaker": 0}, segment("Why?") | {"speaker": 1}],
        "Speaker 0: We sell. | Speaker 1: Why?",
    ),
    "one without": (
        [segment("We sell.", A), segment("Who says?"), segment("I do.", A)],
        f"{A}: We sell. | ?: Who says? | {A}: I do.",
    ),
    "words of another in a segment": (
        [
            segment(
                "We sell now. Why not?", A, words=words(("We", A), ("sell", A), ("now.", A), ("Why", B), ("not?", B))
            )
        ],
        f"{A}: We sell now. | {B}: Why not?",
    ),
    "a single word of another is a slip": (
        [segment("We sell now.", A, words=words(("We", A), ("sell", B), ("now.", A))), segment("Why?", B)],
        f"{A}: We sell now. | {B}: Why?",
    ),
    "words alone say who": (
        [
            segment("We sell.", None, words=words(("We", A), ("sell.", A))),
            segment("Why not?", None, words=words(("Why", B), ("not?", B))),
        ],
        f"{A}: We sell. | {B}: Why not?",
    ),
    "the words know better than the segment": (
        [segment("We sell.", B, words=words(("We", A), ("sell.", A))), segment("Why?", B)],
        f"{A}: We sell. | {B}: Why?",
    ),
}


@pytest.mark.parametrize("case", SPEAKERS, ids=str)
def test_who_speaks(case: str) -> None:
    """As the room ``speech`` finds it in the content; a question mark is somebody whom the file does not name."""
    segments, turns = SPEAKERS[case]
    text = read(*segments)
    assert " | ".join(said_by(text)) == turns
    assert text.spoken


def test_labels_of_the_user_reach_the_speakers() -> None:
    """Those of the file, and those that stand for names that could be no labels."""
    data = json.dumps({"segments": [segment("We sell.", "ada"), segment("Why?", B)]}).encode()
    text = read_bytes(data, "talk.json", known=Known(labels=(("ada", "Ada Brook"), (B, "Ben Cole"))))
    assert said_by(text) == ["Ada Brook: We sell.", "Ben Cole: Why?"]
    alone = json.dumps({"segments": [segment("We sell.", B), segment("Now.", B)]}).encode()
    assert read_bytes(alone, "talk.json", known=Known(labels=((B, "Ben Cole"),))).speaker == "Ben Cole"


def test_nobody_named_is_nobody_asked() -> None:
    """Whisper's own output: no labels; one voice alone is everybody's."""
    assert read(segment(" We will"), segment(" not sell.")).content == "We will not sell."
    assert read(segment("We sell.", "Ada Brook"), segment("Now.", "Ada Brook")).speaker == "Ada Brook"
    assert read(segment("We sell.", A)).speaker == A
    assert read(segment("We sell.", "Ada Brook"), segment("Who?")).speaker is None


READ = {
    "escapes": (r'"We \"will\" not\/sell \\ go"', 'We "will" not/sell \\ go'),
    "letters by number": (r'"\u201cCaf\u00e9\u201d \ud83d\ude00"', "“Café” 😀"),
    "half a letter": (r'"a\ud83d b\ude00"', "a\ufffd b\ufffd"),
    "line ends": (r'"We will\nnot\tsell.\r\n"', "We will not sell."),
    "line ends as they stand": ('"We will\nnot sell."', "We will not sell."),
    "an entity is no entity here": ('"R&amp;D"', "R&amp;D"),
}


@pytest.mark.parametrize("case", READ, ids=str)
def test_strings(case: str) -> None:
    """The literal in the file, and what it says."""
    literal, content = READ[case]
    text = read_bytes(f'{{"segments": [{{"start": 0, "text": {literal}}}]}}'.encode(), "talk.json")
    assert text.content == content


TIMES = {
    "of segments": ([segment("We will", start=1.5), segment("not sell.", start=3.25)], {"will": 1.5, "sell": 3.25}),
    "of words": (
        [segment("We sell now.", words=words(("We", None), ("sell", None), ("now.", None)))],
        {"sell": 1.0, "now": 2.0},
    ),
    "of a word that has none": (
        [segment("We sell now.", start=0.0, words=[{"word": "We", "start": 0.5}, {"word": "sell"}])],
        {"sell": 0.5},
    ),
    "in strings": ([{"startTime": "12.5", "body": "We sell."}], {"sell": 12.5}),
    "that make no sense": (
        [{"start": -3, "text": "We sell."}, {"start": 5, "text": "Now."}],
        {"sell": None, "Now": 5.0},
    ),
}


@pytest.mark.parametrize("case", TIMES, ids=str)
def test_times(case: str) -> None:
    """The second at which a word, or else its segment, begins."""
    segments, times = TIMES[case]
    text = read(*segments)
    assert {word: text.place(text.content.index(word)).time for word in times} == times


def test_what_the_file_says_of_itself() -> None:
    """A program that listened is a machine; a language is a tag."""
    whisper = read(segment("We sell.", avg_logprob=-0.2), language="de", title="Der Hafen")
    assert (whisper.fidelity, whisper.language, whisper.title) == (Fidelity.MACHINE, "de", "Der Hafen")
    assert read(segment("We sell.", words=[{"word": "We", "score": 0.9}])).fidelity is Fidelity.MACHINE
    assert read(segment("We sell."), language="english").language is None
    assert read(segment("We sell.")).fidelity is Fidelity.VERBATIM


@pytest.mark.parametrize("name", ["whisper.json", "whisperx.json", "podcast.json", "hyperaudio.json"])
def test_every_span_goes_back_to_its_words(name: str) -> None:
    """Real formats: the ranges of the JSON text, unescaped, are the words."""
    file = (FIXTURES / name).read_text(encoding="utf-8")
    text = read_file(FIXTURES / name)
    assert text.origin.runs
    for run in text.origin.runs:
        assert json.loads(f'"{run.file.of(file)}"') == text.words(run.content)
    at = text.content.index("“answered”")
    ranges = text.origin.file_ranges(Span(at, at + 10))
    assert ranges is not None and [json.loads(f'"{one.of(file)}"') for one in ranges] == ["“answered”."[:10]]
    assert text.place(at).time is not None and 24 <= (text.place(at).time or 0) < 28


SAID = st.lists(st.text(min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=8)


@given(SAID, st.booleans())
def test_every_string_is_read_as_json_reads_it(said: list[str], ascii_only: bool) -> None:
    """Against the standard library; white space aside, nothing is lost or added, and every run goes back."""
    segments = [{"speaker": f"Speaker {n}", "start": n, "text": one} for n, one in enumerate(said)]
    data = json.dumps({"segments": segments}, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    try:
        text = read_bytes(data, "talk.json")
    except ReadingError as error:
        assert error.code in {"not-text", "no-text"}
        return
    file = data.decode("utf-8", "replace")
    bodies = [
        re.sub(r"^\[Speaker \d\]: ", "", part)
        for part in re.split(r"(?:^|\n\n)(?=\[Speaker \d\]: )", text.content)
        if part
    ]
    wanted = ["".join(one.split()) for one in said]
    if not any(ord(char) < 0x20 or 0xD800 <= ord(char) < 0xE000 for one in said for char in one):
        assert ["".join(one.split()) for one in bodies] == wanted
    for run in text.origin.runs or ():
        words = json.loads(f'"{run.file.of(file)}"', strict=False)
        assert "".join(words.split()) == "".join(text.words(run.content).split()) or not words.isprintable()


BAD = {
    "cut off": ('{"segments": [{"text": "a", "start": 1', "not JSON: it breaks off", "bad-json", 1),
    "cut off in a string": ('{"segments": [\n{"text": "a, ', "not JSON: this is no JSON", "bad-json", 2),
    "a comma too few": ('{"segments": [{"text": "a"\n"start": 1}]}', "not JSON: a comma is missing", "bad-json", 2),
    "a comma too many": ('{"segments": [{"text": "a",}]}', "not JSON: a key is missing", "bad-json", 1),
    "no value": ('{"segments": [{"text": "a", "start":}]}', "not JSON: a value is missing", "bad-json", 1),
    "something after it": (
        '{"segments": [{"text": "a", "start": 1}]}\nx',
        "something stands after its end",
        "bad-json",
        1,
    ),
    "no words": ('{"segments": [], "text": "a"}', "no segment with words", "no-text", None),
    "words of other kinds": (
        '{"segments": [{"text": 1}, {"text": "a"}, {}]}',
        "no segment with words",
        "no-text",
        None,
    ),
    "brackets in brackets": ('{"segments": [{"text": "a", "start": ' + "[" * 100_000, "nested deeper", "bad-json", 1),
    "objects in objects": (
        '{"text": "a", "segments": [{"text": "a", "words": ' + '{"words": ' * 100_000,
        "nested deeper",
        "bad-json",
        1,
    ),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_files(case: str) -> None:
    """What is wrong, and on which line."""
    file, message, code, line = BAD[case]
    with pytest.raises(ReadingError) as caught:
        read_bytes(file.encode(), "talk.json")
    assert message in caught.value.message
    assert (caught.value.code, caught.value.line) == (code, line)


HOSTILE = {
    "brackets that nobody asks for": '{"x": '
    + "[" * 500_000
    + "]" * 500_000
    + ', "segments": [{"text": "a", "start": 1}]}',
    "escapes": '{"segments": [{"start": 1, "text": "' + "\\u0041" * 50_000 + '"}]}',
    "backslashes": '{"segments": [{"start": 1, "text": "a' + "\\\\" * 50_000 + '"}]}',
    "speakers by the word": json.dumps(
        {"segments": [segment("a b " * 4_000, A, words=words(*[("a", A), ("b", A), ("a", B), ("b", B)] * 2_000))]}
    ),
    "segments": json.dumps({"segments": [segment("a", str(n % 7)) for n in range(8_000)]}),
    "more escapes than speech": '{"segments": [{"start": 1, "text": "a' + "\\\\" * 600_000 + '"}]}',
    "a long number": '{"segments": [{"text": "a", "start": ' + "1" * 300_000 + "}]}",
    "words that are not there": json.dumps({"segments": [segment("a " * 10_000, words=words(*[("zz", A)] * 8_000))]}),
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_end_in_time(case: str) -> None:
    """Read or refused, in a second or so."""
    begun = time.process_time()
    try:
        read_bytes(HOSTILE[case].encode(), "talk.json")
    except ReadingError as error:
        assert error.code == "bad-json"
    assert time.process_time() - begun < 8


def test_files_larger_than_speech_are_refused() -> None:
    """And what is too much to lay out is left out, and said."""
    with pytest.raises(ReadingError, match="over 32 MiB") as caught:
        read_bytes(b'{"segments": [{"text": "a", "start": 1}]}' + b" " * LARGEST, "talk.json")
    assert caught.value.code == "too-large"


def test_more_pieces_than_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be read is."""
    monkeypatch.setattr("quotecheck.reading.transcripts.talk.MOST_PIECES", 2)
    text = read(segment("We sell."), segment("Now."), segment("Not."))
    assert text.content == "We sell. Now." and [problem.code for problem in text.problems] == ["incomplete"]


def test_other_json_is_no_transcript(tmp_path: Path) -> None:
    """A list of candidates in a directory would bear itself out: it is passed over, and a transcript is read."""
    (tmp_path / "candidates.json").write_text('[{"text": "We sell.", "start": 1, "speaker": "Ada Brook"}]')
    (tmp_path / "data.json").write_text('{"segments": [1, 2], "text": 3}')
    (tmp_path / "talk.json").write_text(json.dumps({"segments": [segment("We sell.")]}))
    texts, problems = read_sources([tmp_path])
    assert [text.content for text in texts] == ["We sell."]
    assert [problem.code for problem in problems] == ["passed-over"]


STAMPED = {
    "under the name": (
        "Ada Brook  0:12\nWe sell.\n\nBen Cole  0:20\nWhy?\n\nAda Brook  1:02:07\nSo.\n",
        [12, 20, 3727],
    ),
    "in brackets": ("Ada Brook (00:12):\nWe sell.\nBen Cole (00:20):\nWhy?\nAda Brook (01:02):\nSo.\n", [12, 20, 62]),
    "before the name": (
        "[00:12] Ada Brook: We sell.\n[00:20] Ben Cole: Why?\n[01:02.5] Ada Brook: So.\n",
        [12, 20, 62.5],
    ),
    "on Windows": ("Ada Brook  0:12\r\nWe sell.\r\nBen Cole  0:20\r\nWhy?\r\nAda Brook  0:31\r\nSo.\r\n", [12, 20, 31]),
    "before the name, bare": (
        "00:00:12 Ada Brook: We sell.\n00:00:20 Ben Cole: Why?\n00:01:02 Ada Brook: So.\n",
        [12, 20, 62],
    ),
    "behind the name, in one line": (
        "Ada Brook [00:00:12]: We sell.\nBen Cole [00:00:20]: Why?\nAda Brook [00:01:02]: So.\n",
        [12, 20, 62],
    ),
    "times before prose": ("00:12 left the yard\n00:20 came back\n01:02 left again\n", []),
    "too few": ("Ada Brook  0:12\nWe sell.\n\nBen Cole  0:20\nWhy?\n", []),
    "a timetable": ("Harbour  8:12\nBasin  7:05\nChurch  9:30\n", []),
    "times in prose": ("We met at 10:12\nand left at 10:30\nfor the yard at 11:00\n", []),
}


@pytest.mark.parametrize("case", STAMPED, ids=str)
def test_times_of_plain_transcripts(case: str) -> None:
    """Lines that are a name and a time, or open with one."""
    file, seconds = STAMPED[case]
    text = read_bytes(file.encode(), "talk.txt")
    assert [second for _, second in text.origin.times] == seconds
    assert text.content == file and text.spoken is (True if seconds else None)


def flat(*paragraphs: tuple[str | None, float], scale: int = 1, **top: object) -> Text:
    """Six words, one every half second from the tenth on, under these paragraphs."""
    said = [
        {"text": word, "start": (10 + n / 2) * scale, "end": (10.4 + n / 2) * scale}
        for n, word in enumerate("We will not sell. Why not?".split())
    ]
    if scale > 1:
        said = [{**one, "start": int(one["start"]), "end": int(one["end"])} for one in said]
    heads = [{"start": start * scale, **({"speaker": who} if who is not None else {})} for who, start in paragraphs]
    return read_bytes(json.dumps({**top, "words": said, "paragraphs": heads}).encode(), "talk.json")


def test_words_and_paragraphs() -> None:
    """Hyperaudio and its kin: the paragraph in which a word begins says whose it is; seconds or milliseconds."""
    for scale in (1, 1000):
        text = flat(("Ada Brook", 10), ("Ben Cole", 12), scale=scale)
        assert said_by(text) == ["Ada Brook: We will not sell.", "Ben Cole: Why not?"]
        assert text.place(text.content.index("sell")).time == 11.5
        assert text.place(text.content.index("not?")).time == 12.5
    assert said_by(flat(("Ada Brook", 10), (None, 12))) == ["Ada Brook: We will not sell.", "?: Why not?"]
    names = [{"id": "S1", "name": "Ada Brook"}, {"id": "S2", "name": "Ben Cole"}]
    assert said_by(flat(("S1", 10), ("S2", 12), speakers=names)) == [
        "Ada Brook: We will not sell.",
        "Ben Cole: Why not?",
    ]


def test_words_and_paragraphs_that_make_no_sense() -> None:
    """Times that are none, words before any paragraph, and lists of other things."""
    assert flat(("Ada Brook", 99)).content == "[Unknown]: We will not sell. Why not?"
    odd = {"words": [{"text": "We"}, {"text": "sell.", "start": "soon"}, 7], "paragraphs": [{"speaker": 3}, None]}
    assert read_bytes(json.dumps(odd).encode(), "talk.json").content == "We sell."
    with pytest.raises(ReadingError, match="no segment with words"):
        read_bytes(b'{"words": [{"text": " "}], "paragraphs": [{"start": 1}]}', "talk.json")


PREMIERE = "00;00;12;15 - 00;00;14;00\nAda Brook\nWe will\nnot sell.\n\n00;00;14;10 - 00;00;15;00\nBen Cole\nWhy not?\n"


@pytest.mark.parametrize("file", [PREMIERE, PREMIERE.replace(";", ":"), PREMIERE.replace("\n", "\r\n")])
def test_transcripts_of_premiere(file: str) -> None:
    """Times with frames, by version with one mark or the other."""
    text = read_bytes(file.encode(), "talk.txt")
    assert said_by(text) == ["Ada Brook: We will not sell.", "Ben Cole: Why not?"]
    assert text.place(text.content.index("We")).time == 12.5
    for run in text.origin.runs or ():
        assert run.file.of(file) == text.words(run.content)


PAGES = {
    "as it is specified": (
        "<cite>Ada:</cite>\n<time>0:12</time>\n<p>We &amp; you\nsell.</p>\n<cite>Ben :</cite>"
        "<time>1:02</time><p>Why?</p>"
    ),
    "in a whole page": (
        "<!doctype html><title>T</title><body><!-- <cite>No</cite> --><cite>Ada:</cite><time>0:12</time>"
        "<p>We &amp; you<br>sell.</p><cite>Ben</cite> <time>1:02</time> <p>Why?</p></body>"
    ),
    "without ends": (
        "<cite>Ada</cite><time>0:12</time><p>We &amp; <b>you</b> sell.<cite>Ben</cite><time>1:02</time><p>Why?"
    ),
}


@pytest.mark.parametrize("case", PAGES, ids=str)
def test_pages_of_podcasts(case: str) -> None:
    """``cite``, ``time``, ``p``."""
    text = read_bytes(PAGES[case].encode(), "talk.html")
    assert said_by(text) == ["Ada: We & you sell.", "Ben: Why?"]
    assert [text.place(text.content.index(word)).time for word in ("you", "Why")] == [12, 62]


def test_pages_that_cite_are_no_podcasts() -> None:
    """An article with a work's title in it."""
    page = "<p>He read <cite>The Mill</cite>.</p><p>So.</p><p>And <cite>The Yard</cite></p><p>x</p>"
    assert read_bytes(page.encode(), "a.html").spoken is None


@pytest.mark.parametrize("file", ["<cite>a</cite><p>" * 40_000, "<cite>a</cite><p>b</p>" * 2 + "<script>" * 100_000])
def test_hostile_pages_end_in_time(file: str) -> None:
    """Read or refused."""
    begun = time.process_time()
    with contextlib.suppress(ReadingError):
        read_bytes(file.encode(), "a.html")
    assert time.process_time() - begun < 8


def test_a_rush_transcript_says_that_it_is_none_of_the_last_word() -> None:
    """Its small words may be the record's own (QC508)."""
    rush = "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM.\n\nBROOK: We sell.\n"
    assert read_bytes(rush.encode(), "a.txt").fidelity is Fidelity.EDITED
    assert read_bytes(b"There was a rush. A transcript is due.", "a.txt").fidelity is Fidelity.VERBATIM
