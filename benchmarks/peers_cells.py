"""One tool asked about one text: how it is run, and what came of it. Nothing is told here."""

from __future__ import annotations

import json
import signal
import statistics
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from benchmarks.candidates import KINDS, LIKEWISE, Asked, is_right_place
from benchmarks.figures import Answer, best_thresholds, is_false_exact, is_right
from benchmarks.peers_asked import ABSENT, PLACELESS, TWO_GRADES
from benchmarks.peers_set_up import PACKAGES
from benchmarks.suites import Case

ASKED: Final = Path(__file__).with_name("peers_asked.py")
TIME, MEMORY = "time", "memory"
MOST: Final = 12 << 30
"""Bytes of address space that a tool may take; more ends it, so that one tool does not take the machine."""

Line = Mapping[str, Any]


@attrs.frozen(kw_only=True)
class Kind:
    """What came of the candidates of one kind.

    Attributes:
        answered: How many there are answers to.
        milliseconds: Of one answer, the median; None of none.
        places: Right places; None if the tool tells none, or there is none.
        verdicts: Right verdicts.
        passed: Said to stand there word for word, and wrong.
    """

    answered: int
    milliseconds: float | None
    places: int | None
    verdicts: int
    passed: int


@attrs.frozen(kw_only=True)
class Cell:
    """What one tool did with one text.

    Attributes:
        tool: Its name in ``peers_asked``.
        version: Name and version as installed.
        size: Code points of the text.
        asked: Candidates that there were.
        answered: Of them, those it answered.
        ended: Why no more: ``TIME`` or ``MEMORY``; None if it answered all.
        ready: Seconds to read the text in; None if it never was.
        peak: Bytes, the most the process held; None if it was ended from outside before it was ready.
        totals: By how many candidates, seconds of answering that many, the first ones.
        later: Seconds of one answer, the mean of the second half of them; None of none.
        thresholds: Of a score, from where it is exact and from where near, as fits these candidates best; else None.
        kinds: By kind.
    """

    tool: str
    version: str
    size: int
    asked: int
    answered: int
    ended: str | None
    ready: float | None
    peak: int | None
    totals: Mapping[int, float]
    later: float | None
    thresholds: tuple[float, float] | None
    kinds: Mapping[str, Kind]

    def all_in(self, count: int) -> tuple[float, bool] | None:
        """Seconds a candidate for ``count`` of them, reading in included, and whether that was measured in full.

        What was not asked any more is reckoned to take as long as the second half of what was.
        """
        if self.ready is None or self.later is None:
            return None
        if count in self.totals:
            return (self.ready + self.totals[count]) / count, True
        took = self.totals[self.answered] + (count - self.answered) * self.later
        return (self.ready + took) / count, False


def ordered(by_kind: Mapping[str, Sequence[Asked]]) -> list[Asked]:
    """The candidates, one of each kind by turns, so that the first ones are of all kinds."""
    return [one for turn in zip(*(by_kind[kind] for kind in KINDS), strict=True) for one in turn]


def run(
    tool: str, python: str, text: Path, quotations: Path, limit: float, most: float
) -> tuple[list[Line], str | None]:
    """What ``peers_asked`` printed, and why it was ended, if it was.

    Args:
        tool: Which.
        python: The Python that has it.
        text: File of the source.
        quotations: File of the candidates.
        limit: Seconds of processor time after which it is asked no more.
        most: Seconds by the clock after which it is ended, whatever it does.

    Raises:
        RuntimeError: if it failed for another reason than time or memory.
    """
    alone = ["-I"] if tool in PACKAGES or tool == "difflib" else ["-P"]
    command = [python, *alone, str(ASKED), tool, str(text), str(quotations), "--limit", str(limit)]
    try:
        done = subprocess.run([*command, "--memory", str(MOST)], capture_output=True, timeout=most)
        printed, code, complaint = done.stdout, done.returncode, done.stderr.decode(errors="replace")
    except subprocess.TimeoutExpired as late:
        printed, code, complaint = late.stdout or b"", None, ""
    lines = [json.loads(line) for line in printed.decode().splitlines(keepends=True) if line.endswith("\n")]
    if code == 0:
        return lines, TIME if lines[-1]["stopped"] is not None else None
    if code is None:
        return lines, TIME
    if code == -signal.SIGKILL or "MemoryError" in complaint:
        return lines, MEMORY
    raise RuntimeError(f"{tool} exited {code}: {complaint[-2000:]}")


def cell(
    tool: str, text: str, asked: Sequence[Asked], counts: Sequence[int], told: tuple[list[Line], str | None]
) -> Cell:
    """What came of a run."""
    lines, ended = told
    answers = [line for line in lines if "verdict" in line]
    ready = next((line for line in lines if "cpu" in line and "verdict" not in line), None)
    reached = [count for count in counts if count <= len(answers)]
    half = answers[len(answers) // 2 :]
    thresholds, verdicts = graded(asked, answers)
    pairs = list(zip(asked, answers, verdicts, strict=False))
    return Cell(
        tool=tool,
        version=next((line["tool"] for line in lines if "tool" in line), tool),
        size=len(text),
        asked=len(asked),
        answered=len(answers),
        ended=ended,
        ready=seconds([ready]) if ready else None,
        peak=max((line["peak"] for line in lines if "peak" in line), default=None) if ready else None,
        totals={count: seconds(answers[:count]) for count in sorted({*reached, len(answers)} - {0})},
        later=seconds(half) / len(half) if half else None,
        thresholds=thresholds,
        kinds={kind: _kind(tool, text, [pair for pair in pairs if pair[0].kind == kind]) for kind in KINDS},
    )


def seconds(lines: Sequence[Line]) -> float:
    """Processor time of some stretches."""
    return sum(float(line["cpu"]) for line in lines)


def graded(asked: Sequence[Asked], answers: Sequence[Line]) -> tuple[tuple[float, float] | None, list[str]]:
    """The verdicts; of scores, by the thresholds that get most of these very candidates right, and those."""
    if not answers or answers[0]["score"] is None:
        return None, [str(line["verdict"]) for line in answers]
    cases = [attrs.evolve(one.case, id=str(number)) for number, one in enumerate(asked[: len(answers)])]
    scores = {str(number): float(line["score"]) for number, line in enumerate(answers)}
    best = best_thresholds(cases, scores)
    return (best.exact, best.paraphrased), [best.verdict(scores[case.id]) for case in cases]


def case_for(tool: str, one: Asked) -> Case:
    """The labelled case; a tool that knows two grades may call absent what is near."""
    if tool in TWO_GRADES and one.kind == LIKEWISE:
        return attrs.evolve(one.case, accept=frozenset({ABSENT}))
    return one.case


def _kind(tool: str, text: str, pairs: Sequence[tuple[Asked, Line, str]]) -> Kind:
    cases = [(case_for(tool, one), Answer(verdict)) for one, _, verdict in pairs]
    placed = [is_right_place(text, one, line["start"]) for one, line, _ in pairs if one.passage]
    return Kind(
        answered=len(pairs),
        milliseconds=statistics.median(line["cpu"] for _, line, _ in pairs) * 1000 if pairs else None,
        places=None if tool in PLACELESS or not placed else sum(placed),
        verdicts=sum(is_right(case, answer) for case, answer in cases),
        passed=sum(is_false_exact(case, answer) for case, answer in cases),
    )


def written(one: Cell) -> str:
    """A cell as a line of JSON."""
    return json.dumps(attrs.asdict(one)) + "\n"


def read(path: Path) -> Iterator[Cell]:
    """The cells of a file; none if there is no such file."""
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        values = json.loads(line)
        values["totals"] = {int(count): took for count, took in values["totals"].items()}
        values["kinds"] = {name: Kind(**kind) for name, kind in values["kinds"].items()}
        values["thresholds"] = values["thresholds"] and tuple(values["thresholds"])
        yield Cell(**values)
