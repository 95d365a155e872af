"""``python -m benchmarks.accuracy --data PATH``: how often quotecheck is right, with baselines beside it."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from benchmarks.baselines import BASELINES
from benchmarks.figures import Answer, figures
from benchmarks.pages import arguments_of, write
from benchmarks.suites import Case, Suite, candidate_line, read_suite
from benchmarks.tables import Row, table

NAME = "accuracy"
SUITES = ("misquotes", "reported", "fragments", "gum", "litbank", "scotus", "dewikinews")

INTRODUCTION = """\
`right`: the verdict is the label, or another that the label accepts. `false exact`: *exact* was said and is wrong.
`false alarms`: cases that pass by their label and got a worse verdict than it allows. `codes`: of the cases that name
the codes to expect, the share with a right verdict and all of them. `let through`: no error where the label asks for
one; `stopped`: an error where the label allows none. The thresholds of `partial_ratio_alignment` are
chosen for each suite on the very cases that are counted, which flatters it."""

WORDS_ONLY = """\
The speakers are left out of the lines, so that only words decide; `stopped` and `let through` follow the labels that
suppose the speaker."""

WITH_SPEAKERS = """\
The same suites with the speakers in the lines, by how the case was made: `wrong` gives the words to another speaker
of the text, `narration` gives the narrator's words to a speaker, `spliced` joins halves of two speakers' sentences,
`typo` is typographic noise on the speaker's own words."""


@attrs.frozen
class Slice:
    """A part of a suite, by how its cases were made."""

    name: str
    holds: Callable[[Case], bool]


TYPED_SLICES = (
    Slice("exact, typo", lambda case: case.type in ("exact", "typo")),
    Slice("number, polarity, foreign", lambda case: case.type in ("number", "polarity", "foreign")),
)
SPEAKER_TYPES = ("exact", "typo", "wrong", "narration", "spliced")
UNTYPED_SLICES = (Slice("label exact or absent", lambda case: case.verdict in ("exact", "absent")),)


def ask(suite: Suite, command: str, *, with_speaker: bool) -> dict[str, Answer]:
    """Runs ``command batch -`` over every case, a run for each policy.

    Raises:
        RuntimeError: if the command exits with anything but 0 or 1.
    """
    answers: dict[str, Answer] = {}
    for policy in sorted({case.policy for case in suite.cases}):
        cases = [case for case in suite.cases if case.policy == policy]
        lines = "".join(candidate_line(suite, case, with_speaker=with_speaker) + "\n" for case in cases)
        arguments = [*shlex.split(command), "batch", "-", "--format", "jsonl", "--policy", policy]
        done = subprocess.run(arguments, input=lines, capture_output=True, text=True, encoding="utf-8")
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{suite.name}: {command} exited {done.returncode}: {done.stderr[-2000:]}")
        answers.update(_answers(done.stdout))
    return answers


def _answers(printed: str) -> Iterable[tuple[str, Answer]]:
    for line in printed.splitlines():
        result = json.loads(line)
        codes = frozenset(finding["code"] for finding in result["findings"])
        yield result["id"], Answer(result["verdict"], codes, result["outcome"] == "fail")


def slices(suite: Suite) -> tuple[Slice, ...]:
    """The parts of a suite in which words alone decide: by type where the cases have types that say so."""
    typed = tuple(each for each in TYPED_SLICES if any(map(each.holds, suite.cases)))
    return typed or UNTYPED_SLICES


def suite_rows(suite: Suite, checkers: Mapping[str, Mapping[str, Answer]]) -> list[Row]:
    """One row for each checker over the whole suite."""
    return [Row(suite.name, checker, figures(suite.cases, answers)) for checker, answers in checkers.items()]


def words_rows(suite: Suite, checkers: Mapping[str, Mapping[str, Answer]]) -> list[Row]:
    """One row for each part in which words alone decide and each checker."""
    return [
        Row(f"{suite.name}: {part.name}", checker, figures(filter(part.holds, suite.cases), answers))
        for part in slices(suite)
        for checker, answers in checkers.items()
    ]


def speaker_rows(suite: Suite, answers: Mapping[str, Answer]) -> list[Row]:
    """One row for each way in which cases were made that is about speakers; none of a suite without such ways."""
    made = [(name, [case for case in suite.cases if case.type == name]) for name in SPEAKER_TYPES]
    return [Row(f"{suite.name}: {name}", "quotecheck", figures(cases, answers)) for name, cases in made if cases]


def measure(suites: Iterable[Suite], command: str) -> str:
    """The three tables, as Markdown."""
    whole: list[Row] = []
    words: list[Row] = []
    speakers: list[Row] = []
    for suite in suites:
        others = {name: baseline(suite) for name, baseline in BASELINES.items()}
        answers = ask(suite, command, with_speaker=True)
        whole += suite_rows(suite, {"quotecheck": answers, **others})
        words += words_rows(suite, {"quotecheck": ask(suite, command, with_speaker=False), **others})
        speakers += speaker_rows(suite, answers)
    heading = "part of a suite"
    by_speakers = [WITH_SPEAKERS, "", table(heading, speakers)] if speakers else []
    return "\n".join([INTRODUCTION, "", table("suite", whole), WORDS_ONLY, "", table(heading, words), *by_speakers])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables and, with ``--out``, puts them into a page between its markers."""
    asked = arguments_of(NAME, __doc__, SUITES, arguments)
    write(NAME, measure((read_suite(asked.data / name) for name in asked.suites), asked.command), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
