"""Voices of a source: whose words every stretch is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span, Text, Voice, VoiceKind
from quotecheck.speech.voices import Voices, read_voices

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def at(voices: Voices, content: str, words: str) -> tuple[VoiceKind, str | None]:
    voice = voices.at(content.index(words))
    return voice.kind, voice.speaker


ARTICLE = "Ana Ruiz came. “We will rebuild,” Ruiz said. “It will cost.” Hale said that he agreed. Nobody left."

STRETCHES = {
    "narration": ("Ana Ruiz came", VoiceKind.NARRATION, None),
    "quoted": ("We will rebuild", VoiceKind.QUOTED, "Ana Ruiz"),
    "the attribution": ("Ruiz said.", VoiceKind.NARRATION, None),
    "quoted, going on": ("It will cost", VoiceKind.QUOTED, "Ana Ruiz"),
    "the frame of a report": ("Hale said", VoiceKind.NARRATION, None),
    "reported": ("he agreed", VoiceKind.REPORTED, "Hale"),
    "narration again": ("Nobody left", VoiceKind.NARRATION, None),
}


@pytest.mark.parametrize(("words", "kind", "speaker"), STRETCHES.values(), ids=STRETCHES)
def test_an_article(words: str, kind: VoiceKind, speaker: str | None) -> None:
    assert at(read_voices(Text(content=ARTICLE)), ARTICLE, words) == (kind, speaker)


def test_an_interrupted_quotation_is_one_voice_of_several_parts() -> None:
    first = read_voices(Text(content=ARTICLE)).voices[0]
    assert [part.of(ARTICLE) for part in first.parts] == ["We will rebuild,", "It will cost."]
    assert first.mention is not None and first.mention.text == "Ruiz" and first.cue is not None


SPEECH = "Friends, we meet in May. As Ana Ruiz said, “nothing is lost”. Let us go on."


def test_a_speech_is_its_speakers_and_what_he_quotes_is_relayed() -> None:
    voices = read_voices(Text(content=SPEECH, speaker="Tom Hale"))
    assert at(voices, SPEECH, "we meet") == (VoiceKind.AUTHOR, "Tom Hale")
    inner = voices.at(SPEECH.index("nothing"))
    assert (inner.kind, inner.speaker, inner.relayed_by) == (VoiceKind.QUOTED, "Ana Ruiz", "Tom Hale")


def test_scare_quotes_in_a_speech_stay_the_speakers() -> None:
    content = "We had a “small” problem and we solved it."
    assert at(read_voices(Text(content=content, speaker="Tom Hale")), content, "small") == (
        VoiceKind.AUTHOR,
        "Tom Hale",
    )


def test_narration_is_the_authors_where_he_is_known() -> None:
    content = "Alice sat down. “Oh dear!” said Alice."
    voices = read_voices(Text(content=content, author="Lewis Carroll"))
    assert at(voices, content, "Alice sat") == (VoiceKind.AUTHOR, "Lewis Carroll")
    inner = voices.at(content.index("Oh dear"))
    assert (inner.kind, inner.speaker, inner.relayed_by) == (VoiceKind.QUOTED, "Alice", "Lewis Carroll")


TRANSCRIPT = (
    "ANNA LEE: Good morning. He told me, “Never again,” and left.\n"
    "BEN COLE: That was “fun”.\n"
    "ANNA LEE: “It was not.”\n"
    "BEN COLE: (Laughter.) Let us go on with the budget.\n"
)


def test_a_transcript_is_its_turns_and_quotations_in_them_are_relayed() -> None:
    voices = read_voices(Text(content=TRANSCRIPT))
    assert at(voices, TRANSCRIPT, "Good morning") == (VoiceKind.TURN, "ANNA LEE")
    inner = voices.at(TRANSCRIPT.index("Never"))
    assert (inner.kind, inner.relayed_by) == (VoiceKind.QUOTED, "ANNA LEE")
    assert at(voices, TRANSCRIPT, "fun") == (VoiceKind.TURN, "BEN COLE")
    assert at(voices, TRANSCRIPT, "It was not") == (VoiceKind.TURN, "ANNA LEE")
    assert at(voices, TRANSCRIPT, "BEN COLE: (") == (VoiceKind.NARRATION, None)


def test_a_quotation_in_a_quotation_has_both_voices() -> None:
    content = "Hale said, “Ruiz told me, ‘It is over.’”"
    voices = read_voices(Text(content=content))
    assert at(voices, content, "told me") == (VoiceKind.QUOTED, "Hale")
    inner = voices.at(content.index("It is over"))
    assert (inner.speaker, inner.relayed_by) == ("Ruiz", "Hale")


def test_a_block_quotation() -> None:
    content = "Ruiz told the council:\n\n> We will rebuild.\n\nHale left.\n"
    voices = read_voices(Text(content=content, id="a.md"))
    assert at(voices, content, "We will") == (VoiceKind.QUOTED, "Ruiz")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Europe must wake up", "Volodymyr Zelenskiy"),
        ("Russian tanks are firing", "Volodymyr Zelenskiy"),
        ("Only urgent", "Volodymyr Zelenskiy"),
        ("We don’t have to do", "Jose Manuel Albares"),
        ("Neither NATO nor", "Jose Manuel Albares"),
        ("No-fly zone means", "Jan Lipavsky"),
        ("However the Czech", "Jan Lipavsky"),
        ("red line", "Melanie Joly"),
        ("obviously this", "Melanie Joly"),
        ("reckless", "Jens Stoltenberg"),
        ("irresponsible", "Jens Stoltenberg"),
        ("NATO is not part", "Jens Stoltenberg"),
        ("NATO is a defensive", "Jens Stoltenberg"),
    ],
)
def test_the_seed(words: str, speaker: str) -> None:
    content = SEED.read_text(encoding="utf-8")
    assert at(read_voices(Text(content=content)), content, words) == (VoiceKind.QUOTED, speaker)


def test_the_unclosed_quotation_of_the_seed_ends_with_its_paragraph() -> None:
    content = SEED.read_text(encoding="utf-8")
    voices = read_voices(Text(content=content))
    assert at(voices, content, "this is the proper solution")[1] == "Jan Lipavsky"
    assert at(voices, content, "Allies are also concerned") == (VoiceKind.NARRATION, None)


_WORDS = st.sampled_from(
    ["“", "”", '"', "‘", "’", "said", "Ruiz", "that", ",", ".", ":", "\n\n", "\n", "> ", "ANNA: ", "a", "will"]
)


@given(st.lists(_WORDS, max_size=40).map(" ".join), st.sampled_from([None, "Tom Hale"]), st.integers(0, 60))
def test_voices_cover_every_span_without_a_gap(content: str, speaker: str | None, start: int) -> None:
    voices = read_voices(Text(content=content, speaker=speaker))
    start = min(start, len(content))
    for end in (start, min(start + 7, len(content)), len(content)):
        stretches = voices.over(Span(start, end))
        assert "".join(span.of(content) for span, _ in stretches) == content[start:end]
        for span, voice in stretches:
            assert all(voices.at(offset) is voice for offset in range(span.start, span.end))
            assert any(part.contains(span) for part in voice.parts)
    for voice in voices.voices:
        for part in voice.parts:
            assert 0 <= part.start < part.end <= len(content)


# As in a report, most paragraphs are told: where most are spoken, a whole is a story and a piece of it need not be.
TOLD = "\n\n“It is old,” Tom Hale said.\n\nHe left the hall.\n\nThe rain had stopped.\n\nA train was late.\n\n"
LONG = {
    "article": ((ARTICLE + TOLD) * 12, None),
    "transcript": (TRANSCRIPT * 12, None),
    "speech": ((SPEECH + "\n\n") * 12, "Tom Hale"),
    "no paragraphs": (ARTICLE * 12, None),
}


@pytest.mark.parametrize(("content", "speaker"), LONG.values(), ids=LONG)
def test_a_long_source_is_read_in_segments_with_the_same_voices(
    content: str, speaker: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read_voices(Text(content=content, speaker=speaker, language="en"))
    monkeypatch.setattr("quotecheck.speech.voices._SEGMENT", 300)
    monkeypatch.setattr("quotecheck.speech.voices._LEAD", 250)
    parted = read_voices(Text(content=content, speaker=speaker, language="en"))
    span = Span(0, len(content))
    assert [(one.kind, one.speaker, one.parts) for one in parted.voices] == [
        (one.kind, one.speaker, one.parts) for one in whole.voices
    ]
    assert [(kept, voice.kind, voice.speaker) for kept, voice in _joined(parted.over(span))] == [
        (kept, voice.kind, voice.speaker) for kept, voice in _joined(whole.over(span))
    ]


def _joined(stretches: tuple[tuple[Span, Voice], ...]) -> list[tuple[Span, Voice]]:
    """Stretches of one voice that a segment's border parts are one again."""
    found: list[tuple[Span, Voice]] = []
    for span, voice in stretches:
        if found and found[-1][0].end == span.start and found[-1][1] == voice:
            found[-1] = (Span(found[-1][0].start, span.end), voice)
        else:
            found.append((span, voice))
    return found


def test_only_what_is_asked_about_is_read() -> None:
    content = ("A word. " * 30 + "\n\n") * 3_000
    voices = read_voices(Text(content=content))
    voices.at(len(content) // 2)
    assert len(voices._layouts) == 1


LINES = st.sampled_from(
    (
        "MODERATOR: Welcome. What did the mayor say?",
        "HAZEL SMITH: She said, “We will rebuild,” and left. “It will cost,” she added.",
        "BEN COLE: He told me, “Ada said ‘never’ to them.” (Laughter.)",
        "HAZEL SMITH: “I never said so,” is what I heard from Ben.",
        "Nobody moved. “Who is there?” asked the guard, and Hale said that he had seen them.",
        "> We will rebuild the bridge.",
        "> — Ana Ruiz",
        "— Are you coming? — asked Luc.",
        "",
    )
)


@given(st.lists(LINES, min_size=1, max_size=14), st.sampled_from((None, "Ana Ruiz")))
def test_a_place_has_the_same_voice_whether_its_segment_was_read_or_not(lines: list[str], speaker: str | None) -> None:
    text = Text(content="\n".join(lines), speaker=speaker)
    read, fresh = read_voices(text), read_voices(text)
    assert read.voices is not None  # reads all
    for offset in range(0, len(text.content), 3):
        assert fresh.at(offset) == read.at(offset)


def test_labelled_turns_are_told_without_reading_who_is_quoted_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "\n".join(["HAZEL SMITH: The bridge is open.", "BEN COLE: It is not. Ada said, “It fell down.”"] * 4)
    voices = read_voices(Text(content=content))
    monkeypatch.setattr("quotecheck.speech.voices.read_speech", None)
    assert at(voices, content, "The bridge is open") == (VoiceKind.TURN, "HAZEL SMITH")
    with pytest.raises(TypeError):
        voices.at(content.index("It fell down"))
