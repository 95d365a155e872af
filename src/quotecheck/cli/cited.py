"""``quotecheck cited``: what a model cites, checked for words and offsets."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.adapters.cited import Checked
    from quotecheck.model import Result

NAME = "cited"
HELP = "check what a model's answer cites: the words, and that they stand at the place cited"
DESCRIPTION = """\
Read a model's answer with its citations, as the provider returns it (JSON): Anthropic's messages, Amazon Bedrock's
citationsContent, Google's check-grounding. Each cited passage must stand in the document that it names, word for word,
at the offsets or pages that it names (else QC306); each claim must be borne out by the documents.

Documents are given in the order of the request: the first --source is document 0."""
EPILOG = """\
examples:
  quotecheck cited answer.json --source report.txt --source minutes.pdf
  quotecheck cited answer.json --source report.txt --no-support --format jsonl"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("answer", metavar="ANSWER", help="the response as JSON; - is standard input")
    options.add_sources(parser)
    options.add_policy(parser, f"whose rules are in force: {options.POLICIES} (default: grounding)")
    parser.add_argument("--no-support", action="store_true", help="only the cited words, not the claims")
    options.add_format(parser, lines="result")
    options.add_fail_on(parser)


def run(args: argparse.Namespace) -> int:
    """Check the citations; the exit code.

    Raises:
        UsageError: if no source is named, or the answer has none of the shapes.
    """
    from quotecheck.adapters.cited import check_citations
    from quotecheck.config.scopes import policy_of
    from quotecheck.model.errors import UsageError

    options.one_stdin(args.answer, *args.source)
    settings = options.settings(args, options.start_of(args.answer))
    if not options.has_sources(args, settings.config):
        raise UsageError("no source is named: give the documents of the request with --source, in its order")
    documents, problems = options.sources(args, settings.config, [args.answer])
    for problem in problems:
        options.tell_problem(problem)
    policy = policy_of(settings.config, args.policy or "grounding")
    checked = check_citations(_loaded(args.answer), documents, policy=policy, support=not args.no_support)
    outcomes: Counter[str] = Counter()
    for kind, result in _results(checked):
        outcomes[result.outcome.value] += 1
        for line in _lines(kind, result, args.format):
            output.write_line(line)
    return exits.exit_code(outcomes, fail_on=settings.fail_on, unreadable=any(one.fatal for one in problems))


def _loaded(path: str) -> object:
    import json

    from quotecheck.cli.batch import opened
    from quotecheck.model.errors import ReadingError

    with opened(path) as (stream, name):
        try:
            values: object = json.load(stream)
        except (ValueError, RecursionError) as error:
            raise ReadingError(f"not JSON: {error}", path=name, code="not-json") from error
    return values


def _results(checked: Sequence[Checked]) -> Iterator[tuple[str, Result]]:
    for one in checked:
        if one.support is not None:
            yield "claim", one.support
        for result in one.citations:
            yield "citation", result


def _lines(kind: str, result: Result, format: str) -> Iterator[str]:
    from quotecheck.model.errors import shown
    from quotecheck.reports import wire
    from quotecheck.reports.text import Look, result_lines

    if format == "jsonl":
        yield wire.line({"of": kind, **wire.to_dict(result)})
        return
    look = Look(width=output.columns(), colour=output.wants_colour())
    yield f"{kind}:"
    yield from result_lines(result, look)
    yield from (f"  {shown(str(problem))}" for problem in result.problems)
    yield ""
