"""What one machine does in memory: loading, single candidates, many at once, two processes; RapidFuzz in the same run.

Nothing is printed here; ``speed`` does that.
"""

from __future__ import annotations

import json
import random
import shlex
import statistics
import subprocess
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz

from benchmarks.candidates import AWAY, CHANGED, NEAR, NOISE, Asked, candidates
from benchmarks.tables import markdown
from quotecheck import Checker, Source
from quotecheck.checking.known import KnownSource

INTRODUCTION: Final = """\
One process, in processor time, over real texts put together. `each` is the median of single checks once the text is
indexed; `all in` is everything, indexing and reading who speaks included, shared among the candidates. RapidFuzz is
`fuzz.partial_ratio_alignment` alone, which gives a place and a score. A floor is what we want to reach; what is not
reached says so."""

WHOLE: Final = 1_000_000
WARM: Final = 20
"""Candidates that are checked before single checks are timed."""
KINDS: Final = (NOISE, CHANGED, AWAY)
LONG: Final = 8
"""Words of a quotation from which a word changed must not hide its place."""
_SYLLABLES: Final = ("ba", "ko", "ri", "tu", "me", "sol", "dan", "fi", "ga", "ven", "lor", "pi")


def text_of(paths: Sequence[Path], size: int) -> str:
    """``size`` code points: the texts given, and where they end, words made up that come as often as words do."""
    given = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    if len(given) >= size:
        return given[:size]
    return given + made_up(size - len(given))


def made_up(size: int) -> str:
    """Sentences without sense: a few words very often, most of them seldom, the same ones every time."""
    chance = random.Random(1)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(40_000)]
    pieces, length = [], 0
    while length < size:
        sentence = [words[min(int(chance.paretovariate(0.5)), len(words) - 1)] for _ in range(chance.randint(6, 30))]
        pieces.append(" ".join(sentence).capitalize() + chance.choice((". ", ".\n\n")))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def ours(text: str) -> Callable[[str], int]:
    """Where quotecheck finds some words; -1 if nowhere."""
    checker = Checker([Source.from_text(text, id="text")])

    def place(words: str) -> int:
        result = checker.check(words)
        passed = result.verdict is not None and result.evidence is not None
        return result.evidence.passages[0].start if passed and result.evidence else -1

    return place


def bare(text: str) -> Callable[[str], int]:
    """Where RapidFuzz finds them."""

    def place(words: str) -> int:
        found = fuzz.partial_ratio_alignment(words, text)
        return found.dest_start if found is not None else -1

    return place


def timed(make: Callable[[str], Callable[[str], int]], text: str, asked: Sequence[Asked]) -> float:
    """Milliseconds a candidate, reading in included."""
    began = time.process_time()
    place = make(text)
    for one in asked:
        place(one.words)
    return (time.process_time() - began) * 1000 / len(asked)


def loading(text: str) -> tuple[float, float]:
    """Seconds to load and index a text, and bytes that a token takes besides the text."""
    began = time.process_time()
    KnownSource(Source.from_text(text))
    took = time.process_time() - began
    tracemalloc.start()
    known = KnownSource(Source.from_text(text))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return took, held / max(1, len(known.tokens))


def single(text: str, kind: str, count: int) -> float:
    """Milliseconds of one check, the median, with the text indexed and ``WARM`` others checked before."""
    checker, asked = (
        Checker([Source.from_text(text, id="text")]),
        candidates(text, kind, count + WARM, random.Random(3)),
    )
    for one in asked[:WARM]:
        checker.check(one.words)
    return statistics.median(_milliseconds(checker, one.words) for one in asked[WARM:])


def _milliseconds(checker: Checker, words: str) -> float:
    began = time.process_time()
    checker.check(words)
    return (time.process_time() - began) * 1000


def right_places(text: str, count: int) -> float:
    """Share of quotations of ``LONG`` words and more, one of them changed, that are found at their place."""
    asked = [one for one in candidates(text, CHANGED, count, random.Random(5)) if len(one.words.split()) >= LONG]
    place = ours(text)
    return sum(abs(place(one.words) - one.start) <= NEAR for one in asked) / len(asked)


def many(sources: Sequence[str], count: int) -> float:
    """Milliseconds a candidate against many sources, everything included; each is a word changed in one of them."""
    began = time.process_time()
    checker = Checker([Source.from_text(text, id=str(number)) for number, text in enumerate(sources)])
    chance = random.Random(7)
    for _ in range(count):
        checker.check(candidates(chance.choice(sources), CHANGED, 1, chance)[0].words)
    return (time.process_time() - began) * 1000 / count


def processes(command: str, text: str, lines: int) -> float:
    """How many times faster ``batch`` is with two processes than with one, by the clock."""
    asked = candidates(text, NOISE, lines, random.Random(9))
    with tempfile.TemporaryDirectory() as folder:
        source, batch = Path(folder, "source.txt"), Path(folder, "candidates.jsonl")
        source.write_text(text, encoding="utf-8")
        batch.write_text("\n".join(json.dumps({"id": str(n), "text": one.words}) for n, one in enumerate(asked)))
        took = [_clocked(command, str(batch), str(source), jobs) for jobs in (1, 2)]
    return took[0] / took[1]


def _clocked(command: str, batch: str, source: str, jobs: int) -> float:
    asked = [*shlex.split(command), "batch", batch, "--source", source, "--format", "jsonl", "--jobs", str(jobs)]
    began = time.perf_counter()
    done = subprocess.run(asked, capture_output=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{shlex.join(asked)} exited {done.returncode}: {done.stderr[-2000:]!r}")
    return time.perf_counter() - began


def line(what: str, floor: float, measured: float, shown: Callable[[float], str], *, most: bool) -> list[str]:
    """A line of the table of floors; ``most`` if the figure must not be above the floor, else not below."""
    reached = measured <= floor if most else measured >= floor
    return [what, shown(floor), shown(measured), "yes" if reached else "no"]


def floors(text: str, command: str, count: int, lines: int) -> Iterator[list[str]]:
    """The lines of the table of floors, over a text of about 1 MB."""
    took, held = loading(text)
    yield line("load and index 1 MB", 0.5, took, "{:.2f} s".format, most=True)
    yield line("memory besides the text", 60, held, "{:.0f} bytes a token".format, most=True)
    share = right_places(text, count)
    yield line("right place, a word of eight or more changed", 0.995, share, "{:.1%}".format, most=False)
    yield line("`batch` by two processes", 1.7, processes(command, text, lines), "{:.2f} times".format, most=False)


def against(paths: Sequence[Path], sizes: Sequence[int], count: int, compared: int) -> Iterator[list[str]]:
    """The lines of the table that holds each kind of candidate against RapidFuzz, a text's size after the other."""
    for size in sizes:
        text = text_of(paths, size)
        for kind in KINDS:
            each = single(text, kind, min(count, 200))
            asked = candidates(text, kind, count, random.Random(size))
            whole = timed(ours, text, asked)
            other = timed(bare, text, asked[:compared])
            cells = (f"{each:.2f}", f"{whole:.2f}", f"{other:.2f}", f"{other / each:.1f}", f"{other / whole:.1f}")
            yield [f"{size:,}", kind, *cells]


def measure(
    paths: Sequence[Path],
    sizes: Sequence[int],
    command: str,
    *,
    count: int,
    compared: int,
    lines: int,
    whole: int = WHOLE,
) -> str:
    """Both tables and the figure for many sources, as Markdown; floors are those of a text of ``WHOLE`` code points."""
    text = text_of(paths, whole)
    first = markdown(["what", "floor", "measured", "reached"], list(floors(text, command, count, lines)))
    heads = ["code points", "kind", "each, ms", "all in, ms", "RapidFuzz, ms", "each, times", "all in, times"]
    second = markdown(heads, list(against(paths, sizes, count, compared)), words=2)
    parts = [text[at : at + 1000] for at in range(0, len(text) - 999, 1000)]
    small = (
        f"One word changed, {len(parts):,} sources of 1,000 code points each: {many(parts, 50):.1f} ms a candidate, "
        "all in."
    )
    told = f"{count} candidates a line, {compared} of them for RapidFuzz; `batch`: {lines} lines."
    return "\n".join([INTRODUCTION, "", told, "", first, second, small])
