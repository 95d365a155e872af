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
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from typing import Any, Final, Generic, TypeVar

from quotecheck.model.errors import BrokenOff

CHUNK: Final = 16
"""Items that a process is given at once."""
WAITING: Final = 4
"""Chunks for each process that are given out, or done and not yet asked for."""
TRIES: Final = 3
"""Times that a chunk is given out again after a process that had it, or one beside it, was lost."""

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

    Raises:
        BrokenOff: if processes are killed again and again over the same items; what came before was given back.
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
    pool = _Pool(work, jobs, multiprocessing.get_context("fork" if forks else "spawn"))
    try:
        while True:
            while pool.takes_more() and (chunk := list(itertools.islice(items, CHUNK))):
                pool.give(chunk)
            if pool.is_idle():
                break
            yield from zip(*pool.next(), strict=True)
    except BaseException:  # an interruption too: what is being done would hold it up
        pool.end_now()
        raise
    finally:
        pool.end()
        if forks:
            gc.unfreeze()


class _Pool(Generic[One, Done]):
    """Processes, and the chunks that they were given, in order. A process that is killed loses nothing."""

    def __init__(self, work: Callable[[One], Done], jobs: int, context: BaseContext) -> None:
        self._work = work
        self._jobs = jobs
        self._context = context
        self._waiting: deque[tuple[Sequence[One], Future[list[Done]]]] = deque()
        self._lost = 0
        self._begin()

    def _begin(self) -> None:
        heard, self._stop = self._context.Pipe(duplex=False)
        arguments = (self._work, heard)
        self._executor = ProcessPoolExecutor(
            self._jobs, mp_context=self._context, initializer=_begin, initargs=arguments
        )

    def takes_more(self) -> bool:
        """True while chunks may be given out."""
        return len(self._waiting) < self._jobs * WAITING

    def is_idle(self) -> bool:
        """True if nothing is given out."""
        return not self._waiting

    def give(self, chunk: Sequence[One]) -> None:
        """Have a chunk done."""
        try:
            future = self._executor.submit(_do, chunk)
        except BrokenProcessPool as error:  # found out when the first chunk is asked for
            future = Future()
            future.set_exception(error)
        self._waiting.append((chunk, future))

    def next(self) -> tuple[Sequence[One], list[Done]]:
        """The first chunk that was given and not asked for, done."""
        while True:
            chunk, future = self._waiting[0]
            try:
                done = future.result()
            except BrokenProcessPool as error:
                self._again(error)
            else:
                self._waiting.popleft()
                self._lost = 0
                return chunk, done

    def _again(self, error: BrokenProcessPool) -> None:
        """New processes for all that is not done."""
        self._lost += 1
        if self._lost > TRIES:
            message = "a process that checks was ended from outside, again and again: killed, or memory gave out"
            raise BrokenOff(f"{message}; fewer --jobs need less of it") from error
        self.end()
        self._begin()
        chunks = [(chunk, future) for chunk, future in self._waiting]
        self._waiting.clear()
        for chunk, future in chunks:
            if future.done() and not future.cancelled() and future.exception() is None:
                self._waiting.append((chunk, future))
            else:
                self.give(chunk)

    def end_now(self) -> None:
        """Have every process end, whatever it does."""
        self._stop.send_bytes(b"end")  # never taken out: each of them sees that it is there

    def end(self) -> None:
        """Let the processes end."""
        self._executor.shutdown(cancel_futures=True)
        self._stop.close()


def _begin(work: Callable[[Any], Any], stop: Connection) -> None:
    """In a new process: what it will do. An interruption is its parent's to answer, and it ends when that ends."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(stop,), daemon=True).start()


def _end_with_parent(stop: Connection) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel, stop])
        os._exit(1)


def _do(chunk: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(one) for one in chunk]
