"""The command line: one module a command. Here is the door, and what becomes of errors and interruptions."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from quotecheck.cli import exits

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; those of the process if None.

    Returns:
        The exit code: 0 nothing failed, 1 something failed, 2 usage or configuration, 3 something could not be read,
        130 interrupted, 141 nobody reads the output any more.
    """
    from quotecheck.cli.output import use_utf8

    use_utf8()
    try:
        code = _run(argv)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return exits.PIPE_CLOSED


def _run(argv: Sequence[str] | None) -> int:
    from quotecheck.cli.parser import parser

    try:
        args = parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said what is wrong, or printed the help
        return stop.code if isinstance(stop.code, int) else exits.USAGE
    from quotecheck.model.errors import QuotecheckError, ReadingError  # the help needs nothing of it

    try:
        code: int = args.run(args)
    except QuotecheckError as error:
        print(f"quotecheck: {error}", file=sys.stderr)
        return exits.UNREADABLE if isinstance(error, ReadingError) else exits.USAGE
    return code


def _close_quietly() -> None:
    """Let the interpreter's last flush of standard output go nowhere, for its reader is gone."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
