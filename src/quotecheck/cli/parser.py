"""The argument parser: every command with its help. What a command does stands in its own module."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

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
  4  the run broke off; what was written before stands

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
        explain,
        readable,
        compare,
        watch,
        extract,
        find,
        batch,
        cited,
        config,
        sources,
        record,
        archive,
        serve,
        lsp,
        mcp,
        selftest,
        calibrate,
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
        command.set_defaults(run=module.run, parser=command)
    return top


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; what is not known is told by the command that does not know it.

    Args:
        argv: The words; those of the process if None.
    """
    args, unknown = parser().parse_known_args(argv)
    if unknown:
        args.parser.not_known(unknown)
    return args


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant, and under every usage error where more is to be read.

    The parsers of its commands are of the same class.
    """

    def not_known(self, words: Sequence[str]) -> NoReturn:
        """End: these words are no options of this command, and no place for them is left.

        Args:
            words: At least one.
        """
        name = next((word.partition("=")[0] for word in words if word.startswith("-")), None)
        if name is None:
            self.error(f"too many words: {' '.join(words)}")
        self.error(f"no option is called {name!r}{_nearest(name, self._option_string_actions)}")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(one) for one in action.choices]
        if not isinstance(action, argparse._SubParsersAction):
            raise argparse.ArgumentError(action, f"{value!r} is not one of {', '.join(known)}{_nearest(value, known)}")
        if os.path.exists(value):
            message = f"{value!r} is no command but a file: quotecheck check {value} --source PATH"
        else:
            meant = _nearest(value, known) or f"; there are {', '.join(known)}"
            message = f"no command is called {value!r}{meant}"
        raise argparse.ArgumentError(None, message)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(exits.USAGE, f"{self.prog}: {message}\n`{self.prog} --help` says more\n")


def _nearest(name: str, known: Iterable[str]) -> str:
    from quotecheck.model.errors import nearest

    found = nearest(name, known)
    return f"; the nearest is {found!r}" if found else ""


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
