"""``python -m benchmarks.truths``: the self-test at size, on seven texts, under every policy that ships."""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.pages import add_command_and_out, write
from benchmarks.tables import markdown, share

NAME = "truths"
SEED = Path("seeds")
TEXTS = Path("fixtures") / "public-domain"
KINDS = "harmless,false,combined"

INTRODUCTION = """\
`quotecheck selftest --policy all --kind harmless,false,combined --limit {limit}` on each text: every statement is
checked under each of the {policies} policies. `caught`: the right verdict for the right reason. `false exact`:
falsehoods called *exact* with neither their reason nor an error."""
DRAFTS = """\
The same kinds with `--drafts` and `--limit {limit}`, under the policy `news`: whole drafts, in which the statements
have to be found first. `found`: from the first word to the last. `right speaker`: read as the draft gives them."""


def counted(text: Path, limit: int, command: str, *more: str) -> Mapping[str, Any]:
    """What ``command selftest`` counts on a text.

    Raises:
        RuntimeError: if the command exits with anything but 0 or 1.
    """
    arguments = [*shlex.split(command), "selftest", "--format", "json", "--kind", KINDS, "--limit", str(limit), *more]
    done = subprocess.run([*arguments, str(text)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} exited {done.returncode}: {done.stderr[-2000:]}")
    counts: Mapping[str, Any] = json.loads(done.stdout)
    return counts


def sums(counts: Mapping[str, Any]) -> dict[str, int]:
    """All policies of a run together."""
    names = ("falsehoods", "caught", "false_exact", "truths", "false_alarms")
    return {name: sum(one[name] for one in counts["policies"].values()) for name in names}


def cells(name: str, one: Mapping[str, int]) -> list[str]:
    """A line of the table."""
    caught = share(one["caught"] / one["falsehoods"]) if one["falsehoods"] else share(None)
    alarms = share(one["false_alarms"] / one["truths"]) if one["truths"] else share(None)
    return [name, str(one["falsehoods"]), caught, str(one["false_exact"]), str(one["truths"]), alarms]


def added(counts: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Counts of one form put together."""
    return {name: sum(one[name] for one in counts) for name in counts[0]}


def texts() -> list[Path]:
    """The seed and the six texts."""
    return [*sorted(SEED.glob("*.txt"))[:1], *sorted(TEXTS.glob("*.txt"))]


def measure(limit: int, in_drafts: int, command: str) -> str:
    """The tables, as Markdown."""
    runs = {
        text.stem if text.parent == TEXTS else "the seed": counted(text, limit, command, "--policy", "all")
        for text in texts()
    }
    policies = list(next(iter(runs.values()))["policies"])
    heading = ["falsehoods", "caught", "false exact", "true statements", "false alarms"]
    by_text = {name: sums(counts) for name, counts in runs.items()}
    whole = cells("all", added(list(by_text.values())))
    lines = [cells(name, one) for name, one in by_text.items()]
    by_policy = [cells(name, added([counts["policies"][name] for counts in runs.values()])) for name in policies]
    return "\n".join(
        [
            INTRODUCTION.format(limit=limit, policies=len(policies)),
            "",
            markdown(["text", *heading], [*lines, whole]),
            markdown(["policy", *heading], by_policy),
            DRAFTS.format(limit=in_drafts),
            "",
            drafted(in_drafts, command),
        ]
    )


def drafted(limit: int, command: str) -> str:
    """The table of the drafts."""
    lines = []
    for text in texts():
        counts = counted(text, limit, command, "--drafts")
        made, found, speakers = (counts["drafts"][name] for name in ("made", "found", "speakers"))
        name = text.stem if text.parent == TEXTS else "the seed"
        shares = [share(found / made), share(speakers / made)] if made else [share(None)] * 2
        lines.append([name, str(made), *shares, share(counts["caught"]), str(counts["false_exact"])])
    return markdown(["text", "statements", "found", "right speaker", "caught", "false exact"], lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables and, with ``--out``, puts them into a page between their markers."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--limit", type=int, default=5, help="statements of a kind in each text (default: %(default)s)")
    parser.add_argument("--in-drafts", type=int, default=5, help="the same for drafts (default: %(default)s)")
    add_command_and_out(parser)
    asked = parser.parse_args(arguments)
    write(NAME, measure(asked.limit, asked.in_drafts, asked.command), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
