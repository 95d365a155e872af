"""``quotecheck extract``: the statements found in texts. Nothing is checked."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.model import Text

NAME = "extract"
HELP = "list the statements found in texts, with their speakers; nothing is checked"
DESCRIPTION = """\
List the statements found in texts - quotations and reported speech - each with its place, speaker and cue."""
EPILOG = """\
examples:
  quotecheck extract draft.md
  quotecheck extract articles/*.txt --format jsonl > statements.jsonl"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="a text; - is standard input")
    parser.add_argument(
        "-f",
        "--format",
        choices=("jsonl", "text"),
        help="jsonl: one JSON object a line; text: for people (default: text on a terminal, jsonl otherwise)",
    )
    options.add_claims(parser, "all: every sentence that claims something too, and those that claim nothing, with why")
    parser.add_argument(
        "--terms", action="store_true", help="list marks round a term or a title too (QC507), which nobody said"
    )


def run(args: argparse.Namespace) -> int:
    """List the statements; the exit code."""
    options.one_stdin(*args.files)
    as_text = (args.format or ("text" if output.on_terminal() else "jsonl")) == "text"
    unreadable = False
    for path in args.files:
        text, problems = options.one_text(path)
        for problem in problems:
            options.tell_problem(problem)
            unreadable |= problem.fatal
        if text is not None:
            _print(text, as_text, args.terms, args.claims == "all")
    return exits.UNREADABLE if unreadable else exits.OK


def _print(text: Text, as_text: bool, terms: bool, every: bool) -> None:
    from quotecheck.model.errors import shown
    from quotecheck.reports import wire
    from quotecheck.reports.text import Look, statement_lines
    from quotecheck.speech.statements import extract
    from quotecheck.speech.untried import untried

    for problem in untried(text):
        options.tell_problem(problem)
    look = Look(width=output.columns(), colour=output.wants_colour())
    if every:
        from quotecheck.speech.claims import claims as found_in
    else:
        found_in = extract
    statements = [statement for statement in found_in(text) if terms or not statement.term]
    if not statements:
        why = "no statement was found in it" if text.content.strip() else "it is empty"
        output.tell(f"quotecheck: {shown(text.id)}: {why}")
    for statement in statements:
        if as_text:
            output.write_line("\n".join([*statement_lines(statement, look), ""]))
        else:
            output.write_line(wire.line(wire.statement_to_dict(statement)))
