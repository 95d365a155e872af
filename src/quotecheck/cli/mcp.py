"""``quotecheck mcp``: quotations checked for an assistant, over the Model Context Protocol."""

from __future__ import annotations

import argparse

from quotecheck.cli import exits, options, serve

NAME = "mcp"
HELP = "a server for assistants (Model Context Protocol) over standard input and output"
DESCRIPTION = """\
Let an assistant check quotations: the tools verify_quote, check_draft, find_quote and explain, over standard input
and output. The assistant's program starts this command itself. It only reads: the sources named here, and files that
the assistant names below the directories given with --root; links, hidden files and steps up are refused."""
EPILOG = """\
examples, as an assistant's configuration would have it:
  quotecheck mcp --source interviews/
  quotecheck mcp --root . --policy grounding"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    options.add_sources(parser, stdin=False)
    options.add_archive(parser)
    options.add_policy(parser)
    parser.add_argument(
        "--root",
        metavar="DIR",
        action="append",
        default=[],
        help="a directory from which the assistant may name files; may be given again (default: none)",
    )


def run(args: argparse.Namespace) -> int:
    """Serve until standard input ends; the exit code."""
    options.one_stdin("-", *args.source)
    from quotecheck.servers.assistant.stdio import serve as serve_assistant

    serve_assistant(serve.setup(args), args.root)
    return exits.OK
