"""``quotecheck check``: every statement of a draft against its sources."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.model import Problem, Report, Result, Text
    from quotecheck.reports.text import Look

NAME = "check"
HELP = "check every statement of one or more drafts against the sources"
DESCRIPTION = """\
Find the statements in a draft - quotations and reported speech, each with its speaker - and check every one.

A result shows the verdict, the statement, the source's words under it with what differs
([-only in the source-], {+only in the draft+}), the place, the speaker there, and what to do."""
EPILOG = """\
examples:
  quotecheck check draft.md --source interviews/
  quotecheck check draft.md --source speech.txt --policy transcript --quiet
  quotecheck check *.md --source sources/ --format json > report.json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("drafts", metavar="DRAFT", nargs="+", help="a text to be checked; - is standard input")
    options.add_sources(parser)
    options.add_policy(parser)
    parser.add_argument(
        "-f",
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text: for people; json: one report; jsonl: one result a line (default: text)",
    )
    options.add_fail_on(parser)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("-q", "--quiet", action="store_true", help="text: only what did not pass, and the summary")
    how.add_argument(
        "-v", "--verbose", action="store_true", help="text: also what is allowed silently, and the other places"
    )


def run(args: argparse.Namespace) -> int:
    """Check the drafts; the exit code."""
    options.one_stdin(*args.drafts, *args.source)
    settings = options.settings(args, options.directory_of(args.drafts[0]))
    if not options.has_sources(args, settings.config):
        from quotecheck.model.errors import UsageError

        raise UsageError("no source is named: give --source PATH, or sources or manifest in quotecheck.toml")
    sources, problems = options.sources(args, settings.config, args.drafts)
    drafts, draft_problems = _drafts(args.drafts)
    report = _report(settings, drafts, sources, [*problems, *draft_problems], problems)
    for problem in report.problems:
        options.tell_problem(problem)
    for line in _lines(report, args):
        output.write_line(line)
    outcomes = Counter(report.by_outcome)
    unreadable = any(problem.fatal for problem in report.problems)
    return exits.exit_code(outcomes, fail_on=settings.fail_on, unreadable=unreadable)


def _drafts(paths: Sequence[str]) -> tuple[list[Text], list[Problem]]:
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading import read_file

    drafts: list[Text] = []
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        if path == "-":
            more, more_problems = options.read_stdin()
            drafts, problems = [*drafts, *more], [*problems, *more_problems]
            continue
        try:
            draft = read_file(path)
        except ReadingError as error:
            problems.append(error.problem())
        else:
            drafts.append(draft)
            problems.extend(draft.problems)
    return drafts, problems


def _report(
    settings: options.Settings,
    drafts: Sequence[Text],
    sources: Sequence[Text],
    problems: Sequence[Problem],
    source_problems: Sequence[Problem],
) -> Report:
    """One report over all drafts."""
    from quotecheck.checking.batch import with_problems
    from quotecheck.checking.checker import Checker
    from quotecheck.checking.waivers import waive
    from quotecheck.config.ignores import Ignores
    from quotecheck.config.scopes import as_one
    from quotecheck.model import Consulted, Report

    ignores = Ignores(settings.config, options.today())
    problems = [*problems, *ignores.problems]
    policies = {draft.id: settings.policy_for(draft.path) for draft in drafts}
    name, fingerprint = as_one([*policies.values()] or [settings.policy])
    checker = Checker(sources, policy=settings.policy, people=dict(settings.config.people))
    lost = [problem for problem in source_problems if problem.fatal]
    results: list[Result] = []
    more: list[Problem] = []
    for draft in drafts:
        policy = policies[draft.id]
        one = (checker if policy == settings.policy else checker.under(policy)).check_draft(draft)
        results.extend(waive(with_problems(result, lost), ignores.reason) for result in one.results)
        more.extend(problem for problem in one.problems if problem not in problems and problem not in more)
    return Report(
        policy=name,
        fingerprint=fingerprint,
        drafts=tuple(Consulted(path=text.path or text.id, sha256=text.sha256) for text in drafts),
        sources=tuple(Consulted(path=text.path or text.id, sha256=text.sha256) for text in sources),
        results=tuple(results),
        problems=(*problems, *more),
    )


def _lines(report: Report, args: argparse.Namespace) -> Iterator[str]:
    from quotecheck.reports import wire

    if args.format == "json":
        from quotecheck.cli.parser import version

        yield wire.document(wire.report_to_dict(report, version()))
    elif args.format == "jsonl":
        yield from (wire.line(wire.to_dict(result)) for result in report.results)
    else:
        from quotecheck.reports.text import Look

        look = Look(width=output.columns(), colour=output.wants_colour(), verbose=args.verbose)
        yield from _text(report, look, args.quiet)


def _text(report: Report, look: Look, quiet: bool) -> Iterator[str]:
    from quotecheck.model import Outcome
    from quotecheck.reports.text import result_lines, summary_lines

    for result in report.results:
        if not (quiet and result.outcome in (Outcome.PASS, Outcome.SKIPPED)):
            yield from result_lines(result, look)
            yield ""
    yield from summary_lines(Counter(report.by_verdict), Counter(report.by_outcome))
