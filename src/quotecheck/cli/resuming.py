"""``batch --resume FILE``: results that go to a file, and go on where a run that was killed left it."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from quotecheck.checking.tally import Tally
from quotecheck.model.errors import BrokenOff, ReadingError, UsageError

if TYPE_CHECKING:
    from quotecheck.model import Result
    from quotecheck.reading import Candidate, Unread


class Resumed:
    """The file of results of a list: what is in it already, and what is written behind it.

    Each line is a result, written whole. A line that was cut short, and the results of a candidate of which not all
    claims are there, count as not written.
    """

    def __init__(self, path: str) -> None:
        """Opens the file; an empty one if there is none.

        Args:
            path: The file.

        Raises:
            ReadingError: if it cannot be opened.
            UsageError: if it is no file.
        """
        if os.path.exists(path) and not os.path.isfile(path):
            raise UsageError("results that can be gone on with need a file", path=path)
        try:
            self._file: IO[bytes] = open(path, "r+b" if os.path.exists(path) else "w+b")  # noqa: SIM115 - see close
        except OSError as error:
            raise ReadingError(f"cannot be written: {error.strerror}", path=path) from error
        self._path = path
        self.tally = Tally()

    def rest(self, candidates: Iterator[Candidate | Unread]) -> Iterator[Candidate | Unread]:
        """The candidates whose results are not in the file; the file ends before the first of them then.

        Raises:
            UsageError: if the file's results are not those of these candidates.
        """
        keep = 0
        for whole, end in self._written():
            candidate = next(candidates, None)
            if candidate is None or not _is_of(whole[0], candidate):
                raise UsageError(f"{self._path} holds results of another list: name another file, or delete it")
            for values in whole:
                self.tally.add_written(values)
            keep = end
        self._file.truncate(keep)
        self._file.seek(keep)
        return candidates

    def _written(self) -> Iterator[tuple[list[dict[str, Any]], int]]:
        """The results of each candidate that has all of them, and where they end."""
        self._file.seek(0)
        end, whole = 0, []
        for line in self._file:
            end += len(line)
            values = _read(line)
            if values is None:
                return
            whole.append(values)
            claim = values.get("claim")
            if claim is None or claim["number"] == claim["of"]:
                yield whole, end
                whole = []

    def add(self, result: Result) -> None:
        """Writes a result.

        Raises:
            BrokenOff: if it cannot be written; what was written before is kept.
        """
        from quotecheck.reports import wire

        with self._kept():
            self._file.write(wire.encoded(result))
            self._file.flush()

    def close(self) -> None:
        """All that was written is on the disk.

        Raises:
            BrokenOff: if that cannot be said.
        """
        if self._file.closed:
            return
        with self._kept():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()

    @contextlib.contextmanager
    def _kept(self) -> Iterator[None]:
        """Says what is to be done where the disk is full, and lets go of the file."""
        try:
            yield
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.close()
            message = (
                f"cannot be written: {error.strerror or error}; the results before are kept, and the same command "
                "goes on behind them"
            )
            raise BrokenOff(message, path=self._path) from error


def _read(line: bytes) -> dict[str, Any] | None:
    """A line's result; None if it is not whole."""
    if not line.endswith(b"\n"):
        return None
    try:
        values = json.loads(line)
    except ValueError:
        return None
    return (
        values if isinstance(values, dict) and {"statement", "verdict", "outcome", "problems"} <= set(values) else None
    )


def _is_of(values: dict[str, Any], candidate: Candidate | Unread) -> bool:
    """True if a result may be a candidate's: the same id, and the same words unless it is one of several claims."""
    from quotecheck.reading import Unread

    if isinstance(candidate, Unread):
        return bool(values.get("id") == candidate.id and values["verdict"] is None)
    words = values["statement"].get("text")
    same = "claim" in values or words == candidate.statement.text
    return bool(same and values.get("id") == candidate.statement.id)
