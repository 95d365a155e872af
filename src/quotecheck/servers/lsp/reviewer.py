"""Open drafts and what was found of them. One check runs at a time, in a thread; nothing of the protocol is here."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import TypeVar

import attrs

from quotecheck.checking.remembered import Stopped
from quotecheck.model.errors import ConfigError, QuotecheckError
from quotecheck.reading.formats import is_data
from quotecheck.servers.follower import Follower, Found, Wanted
from quotecheck.servers.lsp.buffers import Buffer, Change, Draft, readable
from quotecheck.servers.lsp.client import Options
from quotecheck.servers.lsp.debounce import Debounce

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Checked:
    """What came of a check.

    Attributes:
        buffer: What was open then.
        draft: The same as a draft; None if it is none: a source, a program, a kind without words.
        found: What was found; None if nothing could be checked.
        error: Why not; None if it could.
    """

    buffer: Buffer
    draft: Draft | None = None
    found: Found | None = None
    error: QuotecheckError | None = None


Told = Callable[[Checked], None]


class Reviewer:
    """Checks what is open, a little after it changed.

    Attributes:
        buffers: What is open, by address.
        folders: Directories that the editor has open.
    """

    def __init__(self, told: Told, broken: Callable[[Exception], None]) -> None:
        """A reviewer.

        Args:
            told: Called with what came of each check that is still wanted.
            broken: Called with a fault of ours.
        """
        self.buffers: dict[str, Buffer] = {}
        self.folders: list[str] = []
        self._told = told
        self._broken = broken
        self._options = Options()
        self._debounce = Debounce(self._options.delay / 1000)
        self._checked: dict[str, Checked] = {}
        self._followers: dict[Wanted, Follower] = {}
        self._lock = asyncio.Lock()
        self._running: tuple[str, threading.Event] | None = None
        self._timer: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def configure(self, options: Options) -> None:
        """Take other options; all that is open is checked again."""
        self._options = options
        self._debounce.delay = options.delay / 1000
        self.again()

    def open(self, buffer: Buffer) -> None:
        """Something was opened; it is checked at once."""
        self.buffers[buffer.uri] = buffer
        self._ask(buffer.uri, at_once=True)

    def change(self, uri: str, changes: Iterable[Change], version: int) -> None:
        """Something that is open changed."""
        known = self.buffers.get(uri)
        if known is not None:
            self.buffers[uri] = known.changed(changes, version)
            self._ask(uri)

    def close(self, uri: str) -> None:
        """Something is open no more."""
        self.buffers.pop(uri, None)
        self._checked.pop(uri, None)
        self._debounce.drop(uri)
        self._stop(uri)

    def again(self) -> None:
        """Sources or settings may have changed: what is open is checked again, so far as they did."""
        self._checked.clear()
        for uri in self.buffers:
            self._ask(uri)

    def end(self) -> None:
        """Stop what is running."""
        if self._running is not None:
            self._running[1].set()
        for task in (*self._tasks, *([self._timer] if self._timer else [])):
            task.cancel()

    async def current(self, uri: str) -> Checked | None:
        """What is found of what stands there now; it is checked at once if it was not yet. None if it is not open."""
        while (buffer := self.buffers.get(uri)) is not None:
            known = self._checked.get(uri)
            if known is not None and known.buffer is buffer:
                return known
            self._debounce.drop(uri)
            await asyncio.shield(self._start(self._check(uri)))
        return None

    async def alone(self, work: Callable[[], T]) -> T | None:
        """What a piece of work gives, done in a thread while no check runs."""
        given: list[T] = []

        async def run() -> None:
            async with self._lock:
                given.append(await asyncio.to_thread(work))

        await asyncio.shield(self._start(run()))
        return given[0] if given else None

    def base_of(self, path: str | None) -> str:
        """The folder that a file belongs to: the innermost one that holds it, else its own directory."""
        if path is None:
            return self.folders[0] if self.folders else os.getcwd()
        holding = [one for one in self.folders if Path(path).is_relative_to(one)]
        return max(holding, key=len) if holding else os.path.dirname(path)

    def _ask(self, uri: str, *, at_once: bool = False) -> None:
        now = asyncio.get_running_loop().time()
        self._stop(uri)
        self._debounce.ask(uri, now - self._debounce.most if at_once else now)
        if self._timer is None or self._timer.done():
            self._timer = asyncio.create_task(self._tick())

    async def _tick(self) -> None:
        """Start what is due until nothing is asked."""
        loop = asyncio.get_running_loop()
        while (wait := self._debounce.wait(loop.time())) is not None:
            if wait:
                await asyncio.sleep(wait)
            for uri in self._debounce.due(loop.time()):
                self._start(self._check(uri))

    def _start(self, work: Awaitable[None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        assert isinstance(task, asyncio.Task)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _stop(self, uri: str) -> None:
        if self._running is not None and self._running[0] == uri:
            self._running[1].set()

    async def _check(self, uri: str) -> None:
        async with self._lock:
            buffer = self.buffers.get(uri)
            known = self._checked.get(uri)
            if buffer is None or (known is not None and known.buffer is buffer):
                return
            stop = threading.Event()
            self._running = uri, stop
            try:
                done = await asyncio.to_thread(self._look, buffer, stop.is_set)
            except Stopped:
                return
            except Exception as error:  # a fault of ours must not end the server
                self._broken(error)
                done = Checked(buffer=buffer)
            finally:
                self._running = None
            if self.buffers.get(uri) is buffer and not stop.is_set():
                self._checked[uri] = done
                self._told(done)

    def _look(self, buffer: Buffer, stopped: Callable[[], bool]) -> Checked:
        draft = readable(buffer)
        if draft is None or (buffer.path and is_data(buffer.path)):
            return Checked(buffer=buffer)
        follower = self._follower(buffer.path)
        try:
            if follower.is_source(draft.text):
                return Checked(buffer=buffer)
            return Checked(buffer=buffer, draft=draft, found=follower.report(draft.text, stopped))
        except Stopped:
            raise
        except QuotecheckError as error:
            return Checked(buffer=buffer, draft=draft, error=error)

    def _follower(self, path: str | None) -> Follower:
        options = self._options
        wanted = Wanted(
            base=self.base_of(path),
            sources=options.sources,
            manifest=options.manifest,
            policy=options.policy,
            config=options.config,
            claims=options.claims,
        )
        return self._followers.setdefault(wanted, Follower(wanted))


def config_fault(checked: Checked) -> ConfigError | None:
    """What is wrong with the configuration or a manifest."""
    if isinstance(checked.error, ConfigError):
        return checked.error
    return checked.found.fault if checked.found else None


__all__ = ["Checked", "Reviewer", "config_fault"]
