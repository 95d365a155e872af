"""Readers held in check: what becomes of one that fails or does not come to an end. What each does is its own."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from types import FrameType
from typing import Final, TypeVar

from quotecheck.model.errors import QuotecheckError, ReadingError

SECONDS: Final = 120.0
"""Time that any file may take to be read, beside ``SECONDS_A_MEGABYTE``: far more than any takes."""
SECONDS_A_MEGABYTE: Final = 10.0

CAUGHT: tuple[type[Exception], ...] = (Exception,)
"""What is caught of a reader. Our own tests catch nothing: there a fault is to be seen."""

Read = TypeVar("Read")


class _TooLong(BaseException):
    """No ``Exception``: a library that catches all of those must not catch this."""


def guarded(read: Callable[[], Read], data: bytes, name: str) -> Read:
    """What a reader gives; whatever it raises is an error that names the file.

    The time is limited in the main thread, where nobody else has set an alarm; elsewhere that is the caller's affair.
    Compiled code that does not come back cannot be stopped from inside: PDF files with anything unusual about them are
    read by a process of their own.

    Args:
        read: Reads the file.
        data: Its bytes, for their number.
        name: Its name, for messages.

    Raises:
        ReadingError: the reader's own; or the reader failed (code "reader-failed"), or took too long ("too-slow").
    """
    seconds = SECONDS + SECONDS_A_MEGABYTE * len(data) / 2**20
    ours = _can_limit()
    try:
        with _limited(seconds) if ours else nullcontext():
            return read()
    except QuotecheckError:
        raise
    except _TooLong:
        if not ours:  # a file in a file
            raise
        message = f"given up after {seconds:,.0f} seconds: save it in another format, as plain text at best"
        raise ReadingError(message, path=name, code="too-slow") from None
    except CAUGHT as error:
        what = "memory gave out" if isinstance(error, MemoryError) else f"{type(error).__name__}: {error}"
        message = f"its reader failed ({what}): save it in another format, as plain text at best, and report the fault"
        raise ReadingError(message, path=name, code="reader-failed") from error


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _can_limit() -> bool:
    """True if an alarm can be set here, and nobody else's is."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    )


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TooLong
