"""Many things done by several processes, and given back in order. What is done is the caller's.

Where the system can, processes are forked: what was read and indexed before is shared with them, not copied.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Final, TypeVar

CHUNK: Final = 16
"""Items that a process is given at once."""
WAITING: Final = 4
"""Chunks for each process that are given out, or done and not yet asked for."""

One = TypeVar("One")
Done = TypeVar("Done")

_work: Callable[[Any], Any] | None = None
"""In a process of ours: what it does with each item."""


def in_order(
    work: Callable[[One], Done], items: Iterable[One], jobs: int, *, forked: bool = True
) -> Iterator[tuple[One, Done]]:
    """Each item with what was made of it, in the order of the items, which are taken from where they come as needed.

    The first chunk is done by this process: what it has to read and work out is then shared by all of them.

    Args:
        work: What to do; what it gives can be pickled. Where processes are not forked, so can it itself.
        items: What to do it with; each can be pickled.
        jobs: Processes; with 1, this one does it all.
        forked: False to start new processes in any case: for what does not outlive a fork, such as threads of
            compiled code.
    """
    more = iter(items)
    if jobs > 1:
        for one in itertools.islice(more, CHUNK):
            yield one, work(one)
        following = list(itertools.islice(more, 1))
        if not following:
            return
        yield from _by_processes(work, itertools.chain(following, more), jobs, forked=forked)
        return
    for one in more:
        yield one, work(one)


def _by_processes(
    work: Callable[[One], Done], items: Iterator[One], jobs: int, *, forked: bool
) -> Iterator[tuple[One, Done]]:
    forks = forked and "fork" in multiprocessing.get_all_start_methods()
    if forks:
        gc.freeze()  # a collection in a process would write to, and so copy, all that is shared
    context = multiprocessing.get_context("fork" if forks else "spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(work,))
    waiting: deque[tuple[Sequence[One], Future[list[Done]]]] = deque()
    try:
        while True:
            while len(waiting) < jobs * WAITING and (chunk := list(itertools.islice(items, CHUNK))):
                waiting.append((chunk, pool.submit(_do, chunk)))
            if not waiting:
                return
            given, future = waiting.popleft()
            yield from zip(given, future.result(), strict=True)
    finally:
        pool.shutdown(cancel_futures=True)
        if forks:
            gc.unfreeze()


def _begin(work: Callable[[Any], Any]) -> None:
    """In a new process: what it will do. An interruption is its parent's to answer, and it ends when that ends."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(chunk: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(one) for one in chunk]
