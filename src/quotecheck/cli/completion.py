"""``quotecheck completion``: what a shell needs to complete commands, options, codes, policies and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from quotecheck.cli import exits, output

NAME = "completion"
HELP = "print what a shell needs to complete commands, options, codes and files"
DESCRIPTION = """\
Print a script for a shell, made from this version's own commands and options. Put it where the shell looks for such
scripts, or load it from the shell's start-up file. It needs shtab: pip install 'quotecheck-editorial[completion]'"""
EPILOG = """\
examples:
  quotecheck completion bash > ~/.local/share/bash-completion/completions/quotecheck
  quotecheck completion zsh > ~/.zfunc/_quotecheck
  quotecheck completion fish > ~/.config/fish/completions/quotecheck.fish"""
SHELLS = ("bash", "zsh", "fish")
_FILES = frozenset(
    {"CANDIDATES", "CASES", "DRAFT", "FILE", "FORMAT=FILE", "NEW", "OLD", "PATH", "PATH|ID", "SOURCE", "ANSWER"}
)
_DIRECTORIES = frozenset({"DIR", "DIRECTORY"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("shell", choices=SHELLS, help="which shell")


def run(args: argparse.Namespace) -> int:
    """Print the script; the exit code.

    Raises:
        UsageError: if shtab is not installed.
    """
    try:
        import shtab
    except ImportError as error:
        from quotecheck.model.errors import UsageError

        raise UsageError(f"completion needs {error.name}: pip install 'quotecheck-editorial[completion]'") from error
    from quotecheck.cli.parser import parser

    top = parser()
    for action in _actions(top):
        _complete(action, shtab.FILE, shtab.DIRECTORY)
    output.write_line(shtab.complete(top, args.shell).rstrip("\n"))
    return exits.OK


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every argument of a parser and of its commands."""
    for action in parser._actions:  # argparse has no public list of them; shtab reads the same one
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action


def _complete(action: argparse.Action, file: object, directory: object) -> None:
    """Say of one argument what its values are: names that are known, files, or directories."""
    from quotecheck.model import Code
    from quotecheck.verdicts.policies import POLICY_NAMES

    if action.dest == "policy":
        action.choices = POLICY_NAMES
    elif action.dest == "code":
        action.choices = [code.value for code in Code]
    elif action.metavar in _FILES:
        action.complete = file  # type: ignore[attr-defined]
    elif action.metavar in _DIRECTORIES:
        action.complete = directory  # type: ignore[attr-defined]
