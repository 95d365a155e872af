"""The argument parser: every command with its help. What a command does stands in its own module."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from quotecheck.cli import (
    archive,
    batch,
    calibrate,
    check,
    cited,
    compare,
    completion,
    config,
    exits,
    explain,
    extract,
    find,
    lsp,
    mcp,
    readable,
    record,
    selftest,
    serve,
    sources,
    watch,
)

DESCRIPTION = """\
Did they really say that? Quotations are compared with their sources: words, figures, negations and speakers.
Each one is exact, paraphrased, misattributed or absent; what could not be checked is said so."""

EPILOG = """\
examples:
  quotecheck check draft.md --source interviews/
  quotecheck batch quotations.jsonl --source speech.txt --format text
  quotecheck extract draft.md
  quotecheck explain QC402

exit codes:
  0  nothing failed
  1  at least one statement failed (a finding is an error)
  2  the command line or the configuration is wrong
  3  a draft, a source or a candidate line could not be read; the rest was checked

`quotecheck COMMAND --help` says more about a command."""


def parser() -> argparse.ArgumentParser:
    """A new parser; ``args.run(args)`` runs the command that was chosen."""
    top = _Parser(
        prog="quotecheck",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, help="print the version and end")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in (
        check,
        batch,
        extract,
        find,
        lsp,
        archive,
        compare,
        explain,
        readable,
        selftest,
        calibrate,
        config,
        sources,
        watch,
        record,
        serve,
        mcp,
        cited,
        completion,
    ):
        command = commands.add_parser(
            module.NAME,
            help=module.HELP,
            description=module.DESCRIPTION,
            epilog=module.EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


class _Parser(argparse.ArgumentParser):
    """Says under every usage error where more is to be read; its commands' parsers are of the same class."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(exits.USAGE, f"{self.prog}: {message}\n`{self.prog} --help` says more\n")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: list[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help, default=argparse.SUPPRESS)

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        print(f"quotecheck {version()}")
        parser.exit()


def version() -> str:
    """The version that is installed."""
    from importlib.metadata import version

    return version("quotecheck-editorial")
