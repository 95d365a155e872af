"""``quotecheck selftest``: true and false statements made from sources, and how many are told apart."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.selftest.tally import Tally
    from quotecheck.selftest.trials import Tried

NAME = "selftest"
HELP = "make true and false statements from sources and see whether they are told apart"
DESCRIPTION = """\
Make statements from sources - true ones under every convention, and falsehoods: another speaker, another figure,
a negation put in or taken out - check each, and count by kind. A falsehood counts as caught only if the verdict and
the reason are right. The same sources and seed give the same statements."""
EPILOG = """\
examples:
  quotecheck selftest speech.txt
  quotecheck selftest interviews/ --limit 200 --show 3
  quotecheck selftest interviews/ --kind figure,speaker --seed 7
  quotecheck selftest interviews/ --least-caught 0.90 --most-alarms 0.01

exit codes:
  0  no falsehood was called exact, and the shares asked for are reached
  1  a falsehood was called exact, or --least-caught or --most-alarms is missed
  2  the command line or the configuration is wrong
  3  a source could not be read"""
_LIMIT = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("source", metavar="SOURCE", nargs="+", help="a text, or a directory; - is standard input")
    options.add_policy(
        parser, f"whose rules are in force: {options.POLICIES}; all: each of them in turn (default: news)"
    )
    parser.add_argument(
        "--limit", metavar="N", type=_count, default=_LIMIT, help=f"statements of each kind (default: {_LIMIT})"
    )
    parser.add_argument("--seed", metavar="TEXT", default="0", help="other statements for another seed (default: 0)")
    parser.add_argument(
        "--kind",
        metavar="KIND",
        action="append",
        default=[],
        help="only these kinds, as the table names them, or harmless, false or combined; commas between several",
    )
    parser.add_argument(
        "--show", metavar="N", type=_count, default=0, help="show so many of each kind's misses and false alarms"
    )
    parser.add_argument(
        "--drafts",
        dest="in_drafts",
        action="store_true",
        help="write drafts with the statements, and find and check them there",
    )
    options.add_format(parser)
    parser.add_argument("--least-caught", metavar="SHARE", type=_share, help="fail below this share, 0 to 1")
    parser.add_argument("--most-alarms", metavar="SHARE", type=_share, help="fail above this share, 0 to 1")


def run(args: argparse.Namespace) -> int:
    """Test; the exit code."""
    options.one_stdin(*args.source)
    from quotecheck.selftest import report
    from quotecheck.selftest.recipes import recipes_named
    from quotecheck.selftest.run import try_sources
    from quotecheck.selftest.tally import tallied

    recipes = recipes_named(name.strip() for names in args.kind for name in names.split(",") if name.strip())
    every = args.policy == "all"
    args.policy = None if every else args.policy
    settings = options.settings(args, _start(args.source[0]))
    sources, problems = options.sources(args, settings.config, [])
    for problem in problems:
        options.tell_problem(problem)
    if not sources and args.format == "text":
        return exits.UNREADABLE  # a table of zeros would say nothing
    tried = try_sources(
        sources,
        policy=_all_policies() if every else settings.policy,
        people=dict(settings.config.people),
        recipes=recipes,
        limit=args.limit,
        seed=args.seed,
        drafts=args.in_drafts,
    )
    tally = tallied(_watched(tried), recipes, sources, args.in_drafts)
    if args.format == "json":
        output.write_line(report.document(tally, args.show))
    else:
        for line in report.text_lines(tally, args.show):
            output.write_line(line)
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else _code(tally, args)


def _all_policies() -> tuple[str, ...]:
    from quotecheck.verdicts.policies import POLICY_NAMES

    return POLICY_NAMES


def _watched(tried: Iterator[Tried]) -> Iterator[Tried]:
    with output.Progress("statements checked") as progress:
        for one in tried:
            progress.step()
            yield one


def _code(tally: Tally, args: argparse.Namespace) -> int:
    """A share that was asked for and cannot be said, because nothing was made, is missed too."""
    caught_too_few = args.least_caught is not None and (tally.caught is None or tally.caught < args.least_caught)
    alarmed_too_often = args.most_alarms is not None and (tally.alarms is None or tally.alarms > args.most_alarms)
    return exits.FAILED if tally.false_exact or caught_too_few or alarmed_too_often else exits.OK


def _start(path: str) -> str:
    """Where the configuration is looked for."""
    return path if os.path.isdir(path) else options.directory_of(path)


def _count(value: str) -> int:
    if not value.isascii() or not value.isdigit():
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 0 up")
    return int(value)


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a share from 0 to 1")
    return share
