"""An archive answers as the same documents in memory do; what it is asked for it finds; what is damaged is seen."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck import Checker, Source, Statement
from quotecheck.archive import Archive, ArchiveError, Writer, create
from quotecheck.archive.stored import from_bytes, to_bytes
from quotecheck.archive.terms import CERTAIN, WordNumbers, document_terms, kept, shingles, winnowed
from quotecheck.matching.query import read_query
from quotecheck.model import Kind, Text
from quotecheck.reading import read_file
from quotecheck.reports.wire import to_dict
from quotecheck.speech.voices import read_voices
from tests.text.strategies import any_text

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("Ada Brook", "Ben Cole", "Cy Dunne", "Dot Ellis")
SYLLABLES = ("ba", "do", "ki", "lu", "mer", "na", "pol", "ri", "su", "ten", "vo", "zan")


def words_of(dice: random.Random, count: int) -> list[str]:
    """Words that no other article has, as a rule."""
    return ["".join(dice.choice(SYLLABLES) for _ in range(3)) for _ in range(count)]


def article(number: int) -> Text:
    """An article of its own words: four sentences, two of them quoted."""
    dice = random.Random(number)
    lines = []
    for at in range(4):
        speaker, (verb, noun, place, other) = dice.choice(NAMES), words_of(dice, 4)
        year = dice.randrange(1950, 2030)
        said = f"We will {verb} the {noun} behind the {place} {other} before the winter of {year}"
        lines.append(
            f"“{said},” {speaker} said." if at % 2 == 0 else f"The {noun} was a {place} in {year}, people said."
        )
    day = f"2024-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    return Source.from_text("\n\n".join(lines), id=f"article-{number}.txt", date=day)


ARTICLES = [article(number) for number in range(40)]


def made(directory: Path, texts: Iterable[Text] = ARTICLES, *, voices: bool = False, most_tokens: int = 600) -> Path:
    """An archive of some texts, in several segments."""
    create(directory, voices=voices)
    with Writer(directory, most_tokens=most_tokens) as writer:
        writer.add(texts)
    return directory


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "with voices"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterable[Archive]:
    with Archive(made(tmp_path_factory.mktemp("archives") / "a", voices=request.param)) as opened:
        yield opened


def quotations() -> list[Statement]:
    """Words of the articles: as they are, with a word changed, by another speaker, and words of none."""
    found = []
    for number in range(0, 40, 8):
        line = ARTICLES[number].content.split("\n\n")[0]
        said, _, rest = line[1:].partition(",”")
        speaker = rest.split(" said")[0].strip()
        other = NAMES[(NAMES.index(speaker) + 1) % len(NAMES)]
        words = said.split()
        changed = " ".join([*words[:7], "nearly", *words[7:]])
        found += [
            Statement(said, speaker=speaker),
            Statement(said, speaker=other),
            Statement(changed, speaker=speaker),
            Statement(" ".join(words[2:]), speaker=speaker),
            Statement(f"that {said}", speaker=speaker, kind=Kind.INDIRECT),
        ]
    return [*found, Statement("Seven green penguins sang a lullaby in Reykjavik", speaker="Ada Brook")]


def test_an_archive_answers_as_the_documents_in_memory_do(archive: Archive) -> None:
    memory, disk = Checker(ARTICLES), Checker([], archive=archive)
    for statement in quotations():
        here, there = memory.check(statement), disk.check(statement)
        assert there.verdict is here.verdict, statement
        if here.evidence is not None and here.verdict.value == "exact":
            assert there.evidence is not None
            assert [one.exact for one in there.evidence.passages] == [one.exact for one in here.evidence.passages]
            assert [one.code for one in there.findings] == [one.code for one in here.findings]


def test_every_run_of_so_many_words_is_certain_to_be_found(archive: Archive) -> None:
    dice = random.Random(7)
    for text in ARTICLES:
        words = text.content.replace("\n\n", " ").split()
        at = dice.randrange(len(words) - CERTAIN)
        run = " ".join(words[at : at + CERTAIN])
        found = archive.likely(Statement(run), read_query(run), most=len(ARTICLES))
        assert text.id in {archive.stored(place).text.id for place in found}


def test_what_is_stored_comes_back(archive: Archive) -> None:
    assert [archive.stored(place).text for place in archive.places()] == ARTICLES


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("fixtures/transcripts/*.*")) + sorted(ROOT.glob("fixtures/html/*.html"))
)
def test_real_files_come_back_with_their_places_and_voices(path: Path) -> None:
    if path.suffix == ".py":
        pytest.skip("makes the others")
    text = read_file(path)
    voices = read_voices(text).voices
    stored = from_bytes(to_bytes(text, voices))
    assert stored.text == text
    assert stored.voices == voices


@given(any_text())
def test_any_text_comes_back(content: str) -> None:
    text = Source.from_text(content)
    assert from_bytes(to_bytes(text, None)).text == text


@given(st.lists(st.integers(0, 2**64 - 1), min_size=0, max_size=40))
def test_winnowing_takes_the_least_of_every_two(numbers: list[int]) -> None:
    terms = np.array(numbers, dtype=np.uint64)
    chosen = winnowed(terms).tolist()
    for one, other in itertools.pairwise(numbers):
        assert min(one, other) in chosen
    assert set(chosen) <= set(numbers)


@settings(max_examples=50)
@given(st.lists(st.sampled_from("abcdefgh"), min_size=CERTAIN, max_size=30), st.data())
def test_two_texts_that_share_a_run_share_a_term(words: list[str], data: st.DataObject) -> None:
    numbers = WordNumbers()
    at = data.draw(st.integers(0, len(words) - CERTAIN))
    own = set(document_terms(numbers.of(words)).tolist())
    asked = set(kept(shingles(numbers.of(words[at : at + CERTAIN]))).tolist())
    assert own & asked


def test_word_numbers_are_the_same_everywhere() -> None:
    assert WordNumbers()["bridge"] == 2793564478624239598


class TestChanges:
    def test_what_is_there_is_left_alone(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:20])
        with Writer(tmp_path / "a") as writer:
            change = writer.add(ARTICLES[10:30])
        assert (change.added, change.same, change.replaced) == (10, 10, 0)
        assert ids(tmp_path / "a") == [text.id for text in ARTICLES[:30]]

    def test_another_state_is_refused_by_add_and_taken_by_update(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:20])
        other = Source.from_text("Quite other words stand here now.", id=ARTICLES[3].id)
        with Writer(tmp_path / "a") as writer, pytest.raises(ArchiveError, match="another state"):
            writer.add([ARTICLES[30], other, ARTICLES[31]])
        assert ids(tmp_path / "a") == [text.id for text in [*ARTICLES[:20], ARTICLES[30]]], "what came before is kept"
        with Writer(tmp_path / "a") as writer:
            assert writer.add([other], replace=True).replaced == 1
        with Archive(tmp_path / "a") as archive:
            assert [archive.stored(place).text for place in archive.named(other.id)] == [other]
            assert len(archive) == 21
            old = Statement(ARTICLES[3].content.split("\n\n")[0][:60])
            found = archive.likely(old, read_query(old.text), most=100)
            assert other.id not in {archive.stored(place).text.id for place in found}

    def test_an_id_that_comes_twice_is_counted(self, tmp_path: Path) -> None:
        create(tmp_path / "a")
        with Writer(tmp_path / "a") as writer:
            change = writer.add([ARTICLES[0], ARTICLES[1], ARTICLES[0]])
        assert (change.added, change.repeated) == (2, 1)

    def test_removed_documents_are_found_no_more(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:20])
        with Writer(tmp_path / "a") as writer:
            change, missing = writer.remove([ARTICLES[4].id, "no such thing"])
        assert change.removed == 1
        assert missing == ("no such thing",)
        assert ids(tmp_path / "a") == [text.id for text in ARTICLES[:20] if text is not ARTICLES[4]]
        words = ARTICLES[4].content.split("\n\n")[0]
        with Archive(tmp_path / "a") as archive:
            found = archive.likely(Statement(words), read_query(words), most=100)
            assert ARTICLES[4].id not in {archive.stored(place).text.id for place in found}
            assert archive.named(ARTICLES[4].id) == []

    def test_a_merge_changes_nothing_but_files(self, tmp_path: Path) -> None:
        made(tmp_path / "a")
        with Writer(tmp_path / "a") as writer:
            writer.remove([text.id for text in ARTICLES[::7]])
        with Archive(tmp_path / "a") as before:
            answers = [asked(before, statement) for statement in quotations()]
            stored = [before.stored(place).text.id for place in before.places()]
            assert before.stats().segments > 3
            with Writer(tmp_path / "a") as writer:
                assert writer.merge() == 1
            assert [asked(before, statement) for statement in quotations()] == answers, "a reader goes on"
        with Archive(tmp_path / "a") as after:
            assert after.stats().removed == 0
            assert [after.stored(place).text.id for place in after.places()] == stored
            assert list(after.faults()) == []
            assert [asked(after, statement) for statement in quotations()] == answers

    def test_the_order_of_segments_does_not_change_an_answer(self, tmp_path: Path) -> None:
        one = made(tmp_path / "a", ARTICLES)
        other = made(tmp_path / "b", ARTICLES[::-1], most_tokens=3000)
        with Archive(one) as first, Archive(other) as second:
            for statement in quotations():
                here, there = Checker([], archive=first).check(statement), Checker([], archive=second).check(statement)
                assert to_dict(here) == to_dict(there)

    def test_one_writer_at_a_time(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:5])
        with Writer(tmp_path / "a"), pytest.raises(ArchiveError, match="another process"), Writer(tmp_path / "a"):
            pass

    def test_nothing_is_made_over_other_files(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("dear")
        with pytest.raises(ArchiveError, match="not empty"):
            create(tmp_path)
        create(tmp_path / "a")
        with pytest.raises(ArchiveError, match="already here"):
            create(tmp_path / "a")

    def test_there_must_be_an_archive(self, tmp_path: Path) -> None:
        with pytest.raises(ArchiveError, match="no archive is here"):
            Archive(tmp_path)


class TestFaults:
    def test_a_flipped_byte_is_found_wherever_it_is(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:30], most_tokens=10**6)
        segment = next((tmp_path / "a").glob("*.segment"))
        whole = segment.read_bytes()
        dice = random.Random(3)
        for at in dice.sample(range(len(whole)), 120):
            broken = bytearray(whole)
            broken[at] ^= 1 << dice.randrange(8)
            segment.write_bytes(broken)
            assert is_seen(tmp_path / "a") or not any(whole[at : at + 1]), at

    def test_a_catalogue_that_was_changed_is_refused(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:5])
        path = tmp_path / "a" / "catalogue.json"
        path.write_text(path.read_text().replace('"generation": 1', '"generation": 2'))
        with pytest.raises(ArchiveError, match="changed by something else"):
            Archive(tmp_path / "a")

    @pytest.mark.parametrize("kept", [0, 10, 200, -1])
    def test_a_segment_that_was_cut_off_is_refused(self, tmp_path: Path, kept: int) -> None:
        made(tmp_path / "a", ARTICLES[:5])
        segment = next((tmp_path / "a").glob("*.segment"))
        segment.write_bytes(segment.read_bytes()[:kept])
        with pytest.raises(ArchiveError, match="damaged"):
            Archive(tmp_path / "a")

    def test_a_segment_that_is_gone_is_named(self, tmp_path: Path) -> None:
        made(tmp_path / "a", ARTICLES[:5])
        next((tmp_path / "a").glob("*.segment")).unlink()
        with pytest.raises(ArchiveError, match="is not there"):
            Archive(tmp_path / "a")


def is_seen(directory: Path) -> bool:
    """True if opening or verifying says that something is wrong."""
    try:
        with Archive(directory) as archive:
            return bool(list(archive.faults()))
    except ArchiveError:
        return True


def ids(directory: Path) -> Sequence[str]:
    """The ids of an archive's documents, in order."""
    with Archive(directory) as archive:
        return [archive.stored(place).text.id for place in archive.places()]


def asked(archive: Archive, statement: Statement) -> dict[str, object]:
    """The answer of an archive."""
    return to_dict(Checker([], archive=archive).check(statement))
