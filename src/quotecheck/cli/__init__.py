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
        4 the run broke off (a full disk, a process that was killed, a fault of ours), 130 interrupted, 141 nobody
        reads the output any more.
    """
    try:
        from quotecheck.cli.output import use_utf8

        use_utf8()
        code = _run(argv)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return exits.PIPE_CLOSED
    except Exception as error:  # not the input's fault: a full disk, no memory, or a fault of ours
        _tell_broken_off(error)
        _close_quietly()
        return exits.BROKEN_OFF


def _run(argv: Sequence[str] | None) -> int:
    from quotecheck.cli.parser import parsed

    try:
        args = parsed(argv)
    except SystemExit as stop:  # argparse has said what is wrong, or printed the help
        return stop.code if isinstance(stop.code, int) else exits.USAGE
    from quotecheck.model.errors import BrokenOff, QuotecheckError, ReadingError  # the help needs nothing of it

    try:
        code: int = args.run(args)
    except BrokenOff:
        raise
    except QuotecheckError as error:
        print(f"quotecheck: {error}", file=sys.stderr)
        return exits.UNREADABLE if isinstance(error, ReadingError) else exits.USAGE
    return code


def _tell_broken_off(error: Exception) -> None:
    """Why a run ends before its end; for a fault of ours also where, with nothing in it that a terminal obeys."""
    from quotecheck.model.errors import BrokenOff, shown

    lines = []
    if isinstance(error, BrokenOff):
        why = str(error)
    elif isinstance(error, OSError) and error.errno is not None:
        named = f"{error.filename}: " if isinstance(error.filename, str) else ""
        why = f"{named}{error.strerror}"
    elif isinstance(error, MemoryError):
        why = "memory gave out"
    else:
        import traceback

        why = f"a fault in quotecheck, please report it: {type(error).__name__}: {error}"
        lines = [line for part in traceback.format_exception(error) for line in part.splitlines()]
    with contextlib.suppress(OSError, ValueError):
        for line in lines:
            print(shown(line), file=sys.stderr)
        print(f"quotecheck: broken off: {shown(why)}", file=sys.stderr, flush=True)


def _close_quietly() -> None:
    """Let the interpreter's last flush of standard output go nowhere, if its reader is gone or its disk is full."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        pass
    else:
        return
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
