"""``quotecheck watch``: drafts checked again when they, a source or the settings change."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from quotecheck.cli import check, exits, formats, options, output

if TYPE_CHECKING:
    from quotecheck.model import Problem, Report, Result, Text
    from quotecheck.reports.text import Look
    from quotecheck.servers.follower import Follower
    from quotecheck.servers.rounds import Rounds
    from quotecheck.servers.stamps import Stamps

NAME = "watch"
HELP = "check drafts again whenever they change, and print what changed"
DESCRIPTION = """\
Check drafts, then wait: when a draft is saved, or a source or the configuration changes, what changed is checked again
and printed, and nothing else. Control-C ends it."""
EPILOG = """\
examples:
  quotecheck watch draft.md --source interviews/
  quotecheck watch drafts/

With the extra watch the system tells of changes; without it the files are looked at twice a second."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("drafts", metavar="DRAFT", nargs="+", help="a text, or a directory of texts")
    options.add_sources(parser, stdin=False)
    options.add_policy(parser)
    options.add_claims(parser, "what is checked, as for check")
    parser.add_argument(
        "--poll", action="store_true", help="look at the files, where the system does not tell (network drives)"
    )


def run(args: argparse.Namespace) -> int:
    """Check and wait until somebody ends it; the exit code.

    Raises:
        ConfigError: if the configuration is wrong at the start.
        UsageError: if no source is named, or standard input is.
    """
    from quotecheck.model import Claims
    from quotecheck.model.errors import UsageError
    from quotecheck.servers.follower import Follower, Wanted

    if "-" in (*args.drafts, *args.source):
        raise UsageError("watch needs files: standard input (-) is read once")
    wanted = Wanted(
        base=os.getcwd(),
        sources=tuple(args.source),
        manifest=args.sources,
        policy=args.policy,
        config=args.config,
        claims=Claims(args.claims) if args.claims else None,
    )
    try:
        _Watch(Follower(wanted, options.today), args.drafts).run(poll=args.poll)
    except KeyboardInterrupt:
        output.write_line("")
    return exits.OK


class _Watch:
    """Drafts, and what was last said of each."""

    def __init__(self, follower: Follower, drafts: list[str]) -> None:
        self._follower = follower
        self._drafts = drafts
        self._rounds: dict[str, Rounds] = {}
        self._told: set[str] = set()
        self._look = formats.look()

    def run(self, *, poll: bool) -> None:
        """Rounds without end."""
        from quotecheck.checking.remembered import Stopped
        from quotecheck.model.errors import QuotecheckError
        from quotecheck.servers.stamps import stamps
        from quotecheck.servers.waking import changed, waiting

        wait = waiting(poll=poll)
        paths: set[str] = {*self._drafts}
        first = True
        while True:
            before = stamps(paths)  # before anything is read: what changes meanwhile is read again
            try:
                paths |= self._round(stamps(self._drafts))
            except Stopped:
                continue
            except QuotecheckError as error:
                if first:
                    raise
                self._tell(str(error))
            first = False
            changed(sorted(paths), {**stamps(paths), **before}, wait)

    def _round(self, before: Stamps) -> set[str]:
        """Check all drafts; the files and directories that this rested on."""
        from quotecheck.servers.stamps import stamps

        named, problems = check.named_drafts(self._drafts, self._follower.wanted.sources)
        watched: set[str] = set()
        for path in named:
            draft = _draft(path, problems)
            if draft is None:
                continue
            found = self._follower.report(draft, lambda: stamps(self._drafts) != before)
            watched |= {*self._follower.watched(draft)}
            if found.fault is not None:
                self._tell(str(found.fault))
            self._print(draft, found.report)
        for problem in problems:
            self._tell(f"{problem}{'; waiting for it' if problem.code == 'missing' else ''}")
        return watched

    def _print(self, draft: Text, report: Report) -> None:
        from quotecheck.servers.rounds import Rounds

        for problem in report.problems:
            self._tell(str(problem))
        known = draft.id in self._rounds
        changes = self._rounds.setdefault(draft.id, Rounds()).next(report.results)
        if known and not changes.told and not changes.gone:
            return
        for line in (*_lines(changes.told, self._look), *_gone(changes.gone, self._look)):
            output.write_line(line)
        output.write_line(f"{options.from_here(draft.id)}: {'; '.join(formats.sums(report))}")

    def _tell(self, message: str) -> None:
        """Say something on standard error, once until it changes."""
        from quotecheck.model.errors import shown

        if message not in self._told:
            self._told.add(message)
            output.tell(f"quotecheck: {shown(message)}")


def _lines(results: tuple[Result, ...], look: Look) -> list[str]:
    """Faults in full, what passes with its heading and words only."""
    from quotecheck.reports.text import result_lines, statement_words
    from quotecheck.servers.rounds import FAULTS

    found: list[str] = []
    for result in results:
        lines = list(result_lines(result, look))
        if result.outcome not in FAULTS:
            lines = [lines[0], *statement_words(result.statement, look)]
        found += [*lines, ""]
    return found


def _gone(results: tuple[Result, ...], look: Look) -> list[str]:
    """Faults that stand there no more."""
    from quotecheck.reports.text import statement_words

    found: list[str] = []
    for result in results:
        found += ["gone:", *statement_words(result.statement, look), ""]
    return found


def _draft(path: str, problems: list[Problem]) -> Text | None:
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading import read_file

    try:
        return read_file(path)
    except ReadingError as error:
        problems.append(error.problem())
        return None
