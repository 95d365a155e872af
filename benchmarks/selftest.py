"""``python -m benchmarks.selftest --data PATH``: the self-test on the seed and on texts that nobody wrote rules for."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from benchmarks.pages import arguments_of, write
from benchmarks.tables import NOTHING, markdown, share

NAME = "selftest"
SUITES = ("gum", "scotus", "litbank")
SEED = Path("seeds")

INTRODUCTION = """\
Statements that `quotecheck selftest` makes from each group of texts, 40 of a kind at most. `caught`: falsehoods with
the right verdict for the right reason. `false exact`: falsehoods called *exact*. `false alarms`: true statements that
did not come out *exact*, or with an error. `weakest`: the kinds with the lowest shares, with what was right of what
was made. Who speaks is taken from the checker's own reading of the text."""


@attrs.frozen
class Group:
    """Texts of one sort.

    Attributes:
        name: As the table calls it.
        suite: The suite whose texts they are; None for the seed.
        pattern: Names of the texts.
        most: At most so many, the first by name.
    """

    name: str
    suite: str | None
    pattern: str
    most: int


GROUPS = (
    Group("the seed", None, "*.txt", 1),
    Group("gum: news", "gum", "gum-news-*.txt", 11),
    Group("gum: interviews", "gum", "gum-interview-*.txt", 6),
    Group("scotus: oral arguments", "scotus", "*.txt", 3),
    Group("litbank: novels", "litbank", "*.txt", 8),
)


def texts(group: Group, data: Path) -> list[Path]:
    """The group's texts.

    Raises:
        FileNotFoundError: if there is none.
    """
    folder = SEED if group.suite is None else data / group.suite / "docs"
    found = sorted(folder.glob(group.pattern))[: group.most]
    if not found:
        raise FileNotFoundError(f"no {group.pattern} in {folder}")
    return found


def tried(paths: Iterable[Path], command: str) -> Mapping[str, Any]:
    """What ``command selftest`` counts on these texts.

    Raises:
        RuntimeError: if the command exits with anything but 0 or 1.
    """
    arguments = [*shlex.split(command), "selftest", "--format", "json", *map(str, paths)]
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} exited {done.returncode}: {done.stderr[-2000:]}")
    counts: Mapping[str, Any] = json.loads(done.stdout)
    return counts


def cells(group: Group, number: int, counts: Mapping[str, Any]) -> list[str]:
    """The table's line for one group of ``number`` texts."""
    false = [kind for kind in counts["kinds"] if kind["false"]]
    true = [kind for kind in counts["kinds"] if not kind["false"]]
    falsehoods = [str(_sum(false, "made")), share(counts["caught"]), str(_sum(false, "false_exact"))]
    truths = [str(_sum(true, "made")), share(counts["alarms"])]
    return [f"{group.name} ({number})", *falsehoods, *truths, weakest(counts["kinds"])]


def _sum(kinds: Iterable[Mapping[str, Any]], word: str) -> int:
    return sum(kind[word] for kind in kinds)


def weakest(kinds: Iterable[Mapping[str, Any]]) -> str:
    """The three kinds with the lowest shares, with what was right of what was made; a dash if all was right."""
    rights = [(kind["kind"], kind["caught"] if kind["false"] else kind["passed"], kind["made"]) for kind in kinds]
    wrong = sorted((right / made, name, right, made) for name, right, made in rights if right < made)
    return ", ".join(f"{name} {right}/{made}" for _, name, right, made in wrong[:3]) or NOTHING


def measure(data: Path, suites: Sequence[str], command: str) -> str:
    """The table, as Markdown."""
    lines = []
    for group in GROUPS:
        if group.suite is None or group.suite in suites:
            chosen = texts(group, data)
            lines.append(cells(group, len(chosen), tried(chosen, command)))
    falsehoods = ["falsehoods", "caught", "false exact"]
    heading = ["texts (how many)", *falsehoods, "true statements", "false alarms", "weakest"]
    return "\n".join([INTRODUCTION, "", markdown(heading, lines)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and, with ``--out``, puts it into a page between its markers."""
    asked = arguments_of(NAME, __doc__, SUITES, arguments)
    write(NAME, measure(asked.data, asked.suites, asked.command), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
