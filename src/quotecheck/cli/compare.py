"""``quotecheck compare``: what became of an approved draft's quotations in the version that is to be printed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.checking.checker import Checker
    from quotecheck.checking.versions import Changed
    from quotecheck.model import Problem, Text

NAME = "compare"
HELP = "what became of the quotations of an approved draft after the cut to fit"
DESCRIPTION = """\
Compare two versions of a draft - approved and laid out, approved and published - and report only the statements that
changed, and in which way: cut, extended, reworded, given to somebody else, added, gone.

With sources, each is checked before and after. Without, the old version is the source: it was approved."""
EPILOG = """\
examples:
  quotecheck compare approved.docx published.html
  quotecheck compare approved.md laid-out.txt --source interviews/

Exit code 1: at least one statement became worse, so that it fails now and did not before."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("old", metavar="OLD", help="the version that was approved")
    parser.add_argument("new", metavar="NEW", help="the version that is to be printed; - is standard input")
    options.add_sources(parser)
    options.add_policy(parser)
    options.add_format(parser)
    options.add_fail_on(parser)


def run(args: argparse.Namespace) -> int:
    """Compare; the exit code.

    Raises:
        UsageError: if both versions are standard input.
        ConfigError: if the configuration is wrong.
    """
    options.one_stdin(args.old, args.new, *args.source)
    args.drafts = [args.new]
    settings = options.settings(args, options.start_of(args.new))
    old, problems = options.one_text(args.old)
    new, more = options.one_text(args.new)
    problems = [*problems, *more]
    sources: list[Text] = []
    if options.has_sources(args, settings.config):
        sources, more = options.sources(args, settings.config, [args.old, args.new])
        problems += more
    for problem in problems:
        options.tell_problem(problem)
    if old is None or new is None:
        return exits.UNREADABLE
    changes, total = _changes(settings, old, new, sources)
    _write(args, settings, changes, total, (old, new, sources))
    return _code(settings, changes, total, problems)


def _changes(settings: options.Settings, old: Text, new: Text, sources: Sequence[Text]) -> tuple[list[Changed], int]:
    from quotecheck.checking.checker import Checker, is_said
    from quotecheck.checking.versions import changed
    from quotecheck.speech.statements import extract

    policy = settings.policy_for(new.path)
    people = dict(settings.config.people)
    checker: Checker = Checker(sources or [old], policy=policy, people=people, **settings.plugged)
    before = [one for one in extract(old) if is_said(one) and not one.term]
    after = [one for one in extract(new) if is_said(one) and not one.term]
    return changed(before, after, checker.check, checker.check if sources else None), len(after)


def _write(
    args: argparse.Namespace,
    settings: options.Settings,
    changes: Sequence[Changed],
    total: int,
    read: tuple[Text, Text, Sequence[Text]],
) -> None:
    from quotecheck.cli import formats
    from quotecheck.cli.parser import version
    from quotecheck.model import Consulted
    from quotecheck.reports import compared, wire

    if args.format == "text":
        for line in compared.lines(changes, total, formats.look()):
            output.write_line(line)
        return
    old, new, sources = read
    named = [Consulted(path=text.path or text.id, sha256=text.sha256) for text in (old, new, *sources)]
    values = compared.to_dict(
        changes,
        total,
        old=named[0],
        new=named[1],
        sources=named[2:],
        policy=settings.policy_for(new.path),
        version=version(),
    )
    output.write_line(wire.document(values))


def _code(settings: options.Settings, changes: Sequence[Changed], total: int, problems: Sequence[Problem]) -> int:
    """Only what became worse counts; a new version in which nothing changed is not empty."""
    outcomes = Counter(one.now.outcome.value for one in changes if one.worse and one.now)
    fail_on = settings.fail_on if not total else settings.fail_on - {"empty"}
    return exits.exit_code(outcomes, fail_on=fail_on, unreadable=any(problem.fatal for problem in problems))
