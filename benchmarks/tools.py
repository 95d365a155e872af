"""``python -m benchmarks.tools --python PATH``: what other tools say of a few quotations, beside quotecheck.

The others run under a Python of their own, in which they are installed; what is not there has a column of dashes. Cases
and source stand here, with what is right. How the others are asked stands in ``tools_asked``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from benchmarks.pages import put_between_markers
from benchmarks.tables import markdown
from quotecheck import Checker, Kind, Source, Statement

NAME: Final = "tools"
ASKED: Final = Path(__file__).with_name("tools_asked.py")

SOURCE: Final = """\
The council of Larkmoor met on Monday. “We don’t want to sell the mill,” said Ada Brook, the mayor. “It lost
$10.0 million last year, and the county may help us if the roof is sound,” she said.

“The roof has to be repaired before the winter,” Ben Cole told the meeting. Nobody spoke against him. “I do not
think that we can afford a new one,” he added.
"""


@attrs.frozen
class Case:
    """A quotation, who is said to have said it, and whether a paper may print it so."""

    what: str
    words: str
    speaker: str
    right: bool
    kind: Kind = Kind.DIRECT


CASES: Final = (
    Case("word for word", "The roof has to be repaired before the winter", "Ben Cole", True),
    Case("a straight apostrophe for a curly one", "We don't want to sell the mill", "Ada Brook", True),
    Case("over a line break", "It lost $10.0 million last year", "Ada Brook", True),
    Case("a marked omission", "It lost $10.0 million … the county may help us if the roof is sound", "Ada Brook", True),
    Case("reported, in other words", "The mill made a loss of $10 million.", "Ada Brook", True, Kind.INDIRECT),
    Case("“don’t” dropped", "We want to sell the mill", "Ada Brook", False),
    Case("another number", "It lost $100 million last year", "Ada Brook", False),
    Case("“will” for “may”", "the county will help us if the roof is sound", "Ada Brook", False),
    Case("one word changed", "The roof has to be mended before the winter", "Ben Cole", False),
    Case("another speaker", "The roof has to be repaired before the winter", "Ada Brook", False),
    Case("the reporter's words", "Nobody spoke against him", "Ben Cole", False),
    Case("two speakers joined", "It lost $10.0 million last year … before the winter", "Ada Brook", False),
    Case("cut off from “I do not think”", "we can afford a new one", "Ben Cole", False),
    Case("cut off from its “if”", "the county may help us", "Ada Brook", False),
    Case("never said", "We shall build a new mill by the harbour", "Ada Brook", False),
)


@attrs.frozen
class Answers:
    """What one tool says.

    Attributes:
        tool: Name and version.
        said: For each case its own words for it: a label, or a score.
        passed: For each case whether that is "print it"; of scores the best threshold for these very cases decides.
    """

    tool: str
    said: Sequence[str]
    passed: Sequence[bool]

    @property
    def printed(self) -> int:
        """Wrong quotations that pass."""
        return sum(passed and not case.right for passed, case in zip(self.passed, CASES, strict=True))

    @property
    def stopped(self) -> int:
        """Right quotations that do not."""
        return sum(case.right and not passed for passed, case in zip(self.passed, CASES, strict=True))


def ours() -> Answers:
    """quotecheck, under the policy ``news``; what only warns passes, as a run with it does."""
    from quotecheck.cli.parser import version

    checker = Checker([Source.from_text(SOURCE, id="minutes.txt")])
    results = [checker.check(Statement(case.words, kind=case.kind, speaker=case.speaker)) for case in CASES]
    said = []
    for result in results:
        grave = [one.code.value for one in result.findings if one.severity.value in ("error", "warning")]
        warned = " (a warning)" if result.outcome.value == "warn" else ""
        said.append(", ".join([str(result.verdict and result.verdict.value), *grave]) + warned)
    return Answers(f"quotecheck-editorial {version()}", said, [one.outcome.value != "fail" for one in results])


def others(python: str) -> list[Answers]:
    """The tools that are installed under another Python."""
    asked = json.dumps({"source": SOURCE, "words": [case.words for case in CASES]})
    done = subprocess.run(
        [python, "-I", str(ASKED)], input=asked, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [from_values(values) for values in json.loads(done.stdout)]


def from_values(values: Mapping[str, Sequence[float | str]]) -> Answers:
    """Answers as ``tools_asked`` prints them."""
    tool = "".join(map(str, values["tool"]))
    said = values["said"]
    scores = [float(one) for one in said if isinstance(one, float | int)]
    if len(scores) == len(CASES):
        threshold = best_threshold(scores)
        return Answers(tool, [f"{score:.2f}" for score in scores], [score >= threshold for score in scores])
    return Answers(tool, [str(one) for one in said], [one in values["passes"] for one in said])


def best_threshold(scores: Sequence[float]) -> float:
    """The one with the smallest shares of wrong ones printed and right ones stopped; of equal ones the strictest."""
    right = sum(case.right for case in CASES)

    def wrong(threshold: float) -> tuple[float, float]:
        pairs = list(zip(scores, CASES, strict=True))
        printed = sum(score >= threshold and not case.right for score, case in pairs)
        stopped = sum(score < threshold and case.right for score, case in pairs)
        return printed / (len(CASES) - right) + stopped / right, -threshold

    return min([*scores, max(scores) + 1], key=wrong)


def table(answers: Sequence[Answers]) -> str:
    """A line a case, a column a tool; what is wrong is bold."""
    lines = []
    for number, case in enumerate(CASES):
        cells = [one.said[number] for one in answers]
        wrong = [one.passed[number] != case.right for one in answers]
        shown = [f"**{cell}**" if bad else cell for cell, bad in zip(cells, wrong, strict=True)]
        lines.append([case.what, "right" if case.right else "wrong", *shown])
    lines.append(["wrong ones printed", "", *(str(one.printed) for one in answers)])
    lines.append(["right ones stopped", "", *(str(one.stopped) for one in answers)])
    return markdown(["quotation", "is", *(one.tool for one in answers)], lines, words=2 + len(answers))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="a Python that has the other tools")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")
    asked = parser.parse_args(arguments)
    shown = table([ours(), *others(asked.python)])
    print(shown)
    if asked.out:
        asked.out.write_text(put_between_markers(asked.out.read_text("utf-8"), NAME, shown), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
