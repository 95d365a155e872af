"""``quotecheck lsp``: the language server, for an editor to start."""

from __future__ import annotations

import argparse
import os
import sys

NAME = "lsp"
HELP = "start the language server: verdicts in an editor while you write"
DESCRIPTION = """\
An editor starts this and speaks the Language Server Protocol with it on standard input and output: faults at their
words, the evidence under the pointer, repairs to choose from, and the way to the source.

Sources, policy and all else come from quotecheck.toml, as for check, or from the editor (initializationOptions)."""
EPILOG = """\
docs/editors.md has the lines of configuration for Neovim, Helix, Emacs and VS Code."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--stdio", action="store_true", help="speak on standard input and output (it always does)")


def run(args: argparse.Namespace) -> int:
    """Serve until the editor ends it; the exit code.

    Raises:
        UsageError: if what it needs is not installed.
    """
    from quotecheck.cli import exits

    try:
        from quotecheck.servers.lsp.server import make_server
    except ImportError as error:
        from quotecheck.model.errors import UsageError

        raise UsageError(f"the language server needs {error.name}: pip install 'quotecheck-editorial[lsp]'") from error
    # The protocol has standard output to itself: a stray line of a library would break it.
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    make_server().start_io(stdout=protocol)
    return exits.OK
