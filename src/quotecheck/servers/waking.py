"""Waiting for a change of files: told by the system where a library for that is installed, else by looking."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

from quotecheck.servers.stamps import Stamps, stamps

EVERY = 0.5
"""Seconds between two looks."""

_AT_LEAST = 2000  # milliseconds: the system may tell nothing of a network drive, so that files are looked at anyway

Wait = Callable[[Iterable[str]], None]
"""Waits a while, or until something below one of some directories changes."""


def waiting(*, poll: bool = False) -> Wait:
    """The best way to wait that there is.

    Args:
        poll: True to look at the files whatever is installed.
    """
    if poll:
        return looking
    try:
        import watchfiles  # noqa: F401
    except ImportError:
        return looking
    return told


def looking(directories: Iterable[str]) -> None:
    """Wait until it is time to look again."""
    time.sleep(EVERY)


def told(directories: Iterable[str]) -> None:
    """Wait until the system tells of a change; not for ever."""
    import watchfiles

    known = [one for one in directories if os.path.isdir(one)]
    if not known:
        return looking(known)
    watch = watchfiles.watch(
        *known, recursive=False, watch_filter=None, debounce=100, rust_timeout=_AT_LEAST, yield_on_timeout=True
    )
    next(iter(watch), None)
    return None


def changed(paths: Iterable[str], before: Stamps, wait: Wait) -> Stamps:
    """Wait until one of some files is not as it was.

    Args:
        paths: Files and directories.
        before: Their stamps.
        wait: How to wait.

    Returns:
        Their stamps now.
    """
    named = list(paths)
    while (now := stamps(named)) == before:
        wait(_directories(named, now))
    return now


def _directories(paths: Iterable[str], files: Iterable[str]) -> list[str]:
    found = {os.path.dirname(os.path.abspath(one)) for one in files}
    return sorted(found | {os.path.abspath(one) for one in paths if os.path.isdir(one)})
