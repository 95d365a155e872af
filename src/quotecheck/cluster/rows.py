"""Rows in, rows out: the function that Spark, Ray and other systems run over their own partitions. None is imported."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from quotecheck.checking.batch import Batch
from quotecheck.cluster.ground import Ground, archive_state, opened
from quotecheck.config import Config
from quotecheck.model import Claims, Policy
from quotecheck.model.errors import ReadingError
from quotecheck.model.people import Office
from quotecheck.reading import Candidate, Unread, read_sources
from quotecheck.reading.candidates import Fault, candidate_from, unread_record
from quotecheck.reading.parquet import record_of
from quotecheck.reports.results_files import COLUMNS, row, spark_schema
from quotecheck.verdicts.policies import policy_named

Row = Mapping[str, object]


@attrs.frozen(kw_only=True)
class RowChecker:
    """Checks rows as ``batch`` checks lines. It can be pickled; each process opens what it needs once.

    Attributes:
        ground: What rows are checked with.
        key: Its key.
        policy: Under which.
        base: Directory that relative paths of a row's own sources count from.
    """

    ground: Ground
    key: str
    policy: Policy
    base: str

    @classmethod
    def over(
        cls,
        sources: Iterable[str | Path] = (),
        *,
        archive: str | Path | None = None,
        policy: Policy | str = "news",
        people: Mapping[str, Sequence[str | Office]] | None = None,
        claims: Claims = Claims.ATTRIBUTED,
    ) -> RowChecker:
        """A checker over sources, which are read here and travel with it, or over an archive that all machines see.

        Args:
            sources: Files and directories, for the rows that name none.
            archive: Directory of an archive; many sources belong there.
            policy: A policy, or the name of one that ships.
            people: The house's own list, as ``Checker`` takes it.
            claims: ``ALL`` to take each row for a whole text, whose claims are checked one by one.

        Raises:
            ArchiveError: if the archive cannot be read.
            UsageError: if no policy has that name.
        """
        texts, problems = read_sources(list(sources))
        state = ""
        if archive is not None:
            from quotecheck.archive import Archive

            state = archive_state(Archive(archive))
        ground = Ground(
            texts=tuple(texts),
            problems=tuple(problems),
            config=Config(people=tuple((name, tuple(forms)) for name, forms in (people or {}).items())),
            today=datetime.date.today(),
            claims=claims,
            archive=os.path.abspath(archive) if archive is not None else None,
            archive_state=state,
        )
        named = policy_named(policy) if isinstance(policy, str) else policy
        return cls(ground=ground, key=ground.key(), policy=named, base=os.getcwd())

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of a result's columns."""
        return tuple(COLUMNS)

    @property
    def spark_schema(self) -> str:
        """The columns with their types, as Spark writes a schema."""
        return spark_schema()

    def __call__(self, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
        """The results of rows, lazily and in order: one each, or one for each claim.

        Args:
            rows: Values by the keys of a candidate; further keys come back under ``extra``.
        """
        yield from _results(self._batch(), rows)

    def frame(self, frame: Any) -> Any:
        """The results of a pandas DataFrame, as one; for ``map_batches`` of Ray."""
        return _framed(frame, self._batch())

    def frames(self, frames: Iterable[Any]) -> Iterator[Any]:
        """The results of several, one for each; for ``mapInPandas`` of Spark."""
        batch = self._batch()
        for frame in frames:
            yield _framed(frame, batch)

    def _batch(self) -> Batch:
        return opened(self.ground, self.key).batch(self.policy, os.path.join(self.base, "rows"))


def _results(batch: Batch, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    for number, values in enumerate(rows, 1):
        yield from map(row, batch.whole(_candidate(values, number)))


def _candidate(values: Row, number: int) -> Candidate | Unread:
    try:
        record = record_of((str(key), value) for key, value in values.items())
    except Fault as fault:
        return Unread(line=number, error=ReadingError(fault.message, code="bad-line"))
    try:
        return candidate_from(record, number)
    except Fault as fault:
        return unread_record(record, number, ReadingError(fault.message, code="bad-line"))


def _framed(frame: Any, batch: Batch) -> Any:
    given = frame.astype(object).where(frame.notna(), None)  # pandas has several signs for nothing
    return type(frame)(list(_results(batch, given.to_dict("records"))), columns=list(COLUMNS), dtype=object)
