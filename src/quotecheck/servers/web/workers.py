"""The processes that do the work: so many at a time, so many waiting, none for longer than it may."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

import attrs

from quotecheck.servers.asked import Refused
from quotecheck.servers.setup import Setup
from quotecheck.servers.web.worker import READY, work

T = TypeVar("T")

STARTING: Final = 120.0
"""Seconds in which a process must have read its sources."""


@attrs.frozen
class Answer:
    """What a process answered.

    Attributes:
        status: The status of HTTP.
        body: JSON.
    """

    status: int
    body: bytes


class Busy(Refused):
    """There are as many requests as can be worked on and wait."""

    def __init__(self) -> None:
        super().__init__(503, "busy", "too many requests at a time: try again")


class _Worker:
    """One process and the way to it. Its methods wait, so they run in threads."""

    def __init__(self, setup: Setup) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection: Connection
        self._connection, other = context.Pipe()
        self._process = context.Process(target=work, args=(other, setup), daemon=True)
        self._process.start()
        other.close()
        self._ready = False

    def wait(self) -> None:
        """Until it has read its sources.

        Raises:
            Refused: if it never does.
        """
        said = b""
        try:
            if self._connection.poll(STARTING):
                said = self._connection.recv_bytes()
        except (EOFError, OSError):
            pass
        if said != READY:
            raise Refused(500, "start", said.decode() or "the process that does the work did not start")
        self._ready = True

    def ask(self, name: str, body: bytes, seconds: float) -> Answer:
        """The answer to a question.

        Raises:
            Refused: if it takes too long, or the process ends; it is of no use after that.
        """
        if not self._ready:
            self.wait()
        try:
            self._connection.send_bytes(name.encode())
            self._connection.send_bytes(body)
            if not self._connection.poll(seconds):
                raise Refused(504, "too-long", f"it took longer than {seconds:g} seconds: send less")
            return Answer(int(self._connection.recv_bytes()), self._connection.recv_bytes())
        except (EOFError, OSError):
            raise Refused(500, "fault", "the process that did the work ended") from None

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._connection.close()


class Workers:
    """So many processes; a request takes one that is free, or waits, or is sent away."""

    def __init__(self, setup: Setup) -> None:
        """Workers; none runs before ``start``.

        Args:
            setup: What the server was started with.
        """
        self._setup = setup
        self._limits = setup.limits
        self._idle: list[_Worker] = []
        self._running: set[_Worker] = set()
        self._taken = 0
        self._free = asyncio.Semaphore(setup.limits.workers)
        self._threads = ThreadPoolExecutor(setup.limits.workers, thread_name_prefix="worker")

    async def start(self) -> None:
        """Start the first process, and wait until it has read the sources; the others start when they are needed.

        Raises:
            Refused: if it cannot start.
        """
        worker = _Worker(self._setup)
        self._running.add(worker)
        try:
            await self._in_thread(worker.wait)
        except Refused:
            await self.stop()
            raise
        self._idle.append(worker)

    async def ask(self, name: str, body: bytes) -> Answer:
        """The answer to a question.

        Args:
            name: One of the desk's questions.
            body: JSON.

        Raises:
            Refused: if there are too many, it takes too long, or the process ends.
        """
        if self._taken >= self._limits.workers + self._limits.waiting:
            raise Busy
        self._taken += 1
        try:
            async with self._free:
                return await asyncio.shield(asyncio.ensure_future(self._asked(name, body)))
        finally:
            self._taken -= 1

    async def _asked(self, name: str, body: bytes) -> Answer:
        worker = self._idle.pop() if self._idle else _Worker(self._setup)
        self._running.add(worker)
        try:
            answer: Answer = await self._in_thread(worker.ask, name, body, self._limits.seconds)
        except BaseException:
            self._running.discard(worker)
            worker.end()
            raise
        self._idle.append(worker)
        return answer

    async def _in_thread(self, call: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, call, *args)

    async def stop(self) -> None:
        """End all processes."""
        for worker in list(self._running):
            worker.end()
        self._running.clear()
        self._threads.shutdown(wait=False, cancel_futures=True)
