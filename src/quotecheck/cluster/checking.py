"""Lists checked by many machines: a task a list, its results put in place whole, with a note beside them of what they
are. Which lists there are, and what is told of them, the caller knows.

A task that is done twice writes the same bytes under the same name. One whose results are there, of the same list under
the same rules, is passed over.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import warnings
from collections.abc import Generator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Any, BinaryIO, Final

import attrs
from distributed import Client, KilledWorker

from quotecheck.checking.tally import Tally
from quotecheck.checking.waivers import waive
from quotecheck.cluster import places
from quotecheck.cluster.ground import DISTRIBUTION, Ground, opened
from quotecheck.config.ignores import Ignores
from quotecheck.model import Policy, Problem
from quotecheck.model.errors import QuotecheckError, ReadingError, UsageError, shown
from quotecheck.reading import Unread, read_candidates
from quotecheck.reports.results_files import results_to
from quotecheck.reports.writing import PREFIX

MOST_TOLD: Final = 100
"""Problems of a list that are told; the rest are counted."""
NOTE: Final = ".done"
"""How the name of a note ends; it begins with an underscore, so that Spark and others take it for none of the data."""
_TRIES: Final = 3


@attrs.frozen(kw_only=True)
class Asked:
    """A list, and where its results go.

    Attributes:
        name: What problems call it.
        place: Where it lies, for every worker.
        policy: Under which it is checked.
        out: Where its results are put; a name that ends in ``.parquet`` is Parquet.
    """

    name: str
    place: str
    policy: Policy
    out: str


@attrs.frozen(kw_only=True)
class Done:
    """What became of a list.

    Attributes:
        key: A hash of the list and of all that its results follow from.
        size: Bytes of the results.
        verdicts: Counts by verdict.
        outcomes: Counts by outcome.
        unreadable: True if something could not be read.
        told: What was said of its lines, the first of them.
        untold: How many more there are.
    """

    key: str
    size: int
    verdicts: Mapping[str, int]
    outcomes: Mapping[str, int]
    unreadable: bool
    told: tuple[str, ...] = ()
    untold: int = 0


def unfinished(key: str) -> str:
    """How names of files begin that a run is still writing, by the key of its ground."""
    return f"{PREFIX}{key[:16]}-"


def note_of(out: str) -> str:
    """The place of the note on a file of results."""
    directory, name = os.path.split(out)
    return places.joined(directory, f"_{name}{NOTE}")


def check_lists(ground: Ground, asked: Sequence[Asked], client: Client) -> Generator[tuple[Asked, Done | Problem]]:
    """Checks lists by the workers of a scheduler.

    Args:
        ground: What they are checked with.
        asked: The lists.
        client: Of the scheduler.

    Yields:
        In the order of the lists, what became of each; a problem if it could not be checked.

    Raises:
        UsageError: if a worker runs another version, results cannot be written, or an archive changed meanwhile.
    """
    futures: list[Any] = []
    key = ground.key()
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=".*[Ll]arge (graph|object)")  # sources are sent once, on purpose
            # A task and not scattered data: it is made again if the worker that held it is lost.
            sent = client.submit(pickle.loads, pickle.dumps(ground), pure=False)
            futures.append(sent)
            futures += client.map(check_partition, asked, ground=sent, ground_key=key, retries=_TRIES, pure=False)
        for one, future in zip(asked, futures[1:], strict=True):
            yield one, _gathered(one, future)
    finally:
        with contextlib.suppress(Exception):  # a scheduler that is gone has nothing to be cancelled
            client.cancel(futures)


def _gathered(asked: Asked, future: Any) -> Done | Problem:
    try:
        done: Done = future.result()
        return done
    except ReadingError as error:
        return error.problem()
    except QuotecheckError:
        raise
    except KilledWorker:
        message = "the workers that tried it all died: it may need more memory than they have; part the list"
    except Exception as error:
        message = f"the workers could not check it: {type(error).__name__}: {error}"
    return Problem(message=message, code="worker", path=asked.name, fatal=True)


def check_partition(asked: Asked, *, ground: Ground, ground_key: str) -> Done:
    """Checks one list and puts its results in place.

    A plain function of its arguments that can be pickled; it may be run as often as anybody likes.

    Args:
        asked: The list.
        ground: What it is checked with.
        ground_key: Its key, so that it is worked out once.

    Raises:
        ReadingError: if the list cannot be read at all.
        UsageError: as ``check_lists``.
    """
    if ground.version != version(DISTRIBUTION):
        raise UsageError(f"a worker runs quotecheck {version(DISTRIBUTION)}, and this run is of {ground.version}")
    with places.fetched(asked.place, asked.name) as stream:
        digest = _digest(stream)
        stream.seek(0)
        parts = (ground_key, asked.policy.fingerprint, asked.name, os.path.splitext(asked.out)[1], digest)
        whole = sha256(json.dumps(parts).encode()).hexdigest()
        done = _before(asked, whole)
        if done is not None:
            return done
        done = _checked(asked, ground, ground_key, whole, stream)
    with places.delivered(note_of(asked.out), prefix=unfinished(ground_key)) as note:
        note.write(json.dumps(attrs.asdict(done), ensure_ascii=True).encode())
    return done


def _digest(stream: BinaryIO) -> str:
    found = sha256()
    while data := stream.read(1 << 20):
        found.update(data)
    return found.hexdigest()


def _before(asked: Asked, key: str) -> Done | None:
    """What became of the list in an earlier run, if that was the same work and its results are there."""
    try:
        with places.fetched(note_of(asked.out), "note") as note:
            values = json.loads(note.read())
        done = Done(**{**values, "told": tuple(values["told"])})
    except (ReadingError, ValueError, TypeError, KeyError):
        return None
    return done if done.key == key and places.size_of(asked.out) == done.size else None


def _checked(asked: Asked, ground: Ground, ground_key: str, whole: str, stream: BinaryIO) -> Done:
    tally, told = Tally(), _Told()
    path = places.local_path(asked.place) or asked.place
    batch = opened(ground, ground_key).batch(asked.policy, path)
    reason = Ignores(ground.config, ground.today, path).reason
    with places.delivered(asked.out, prefix=unfinished(ground_key)) as file:
        with results_to(file, asked.out) as results:
            for candidate, found in batch.pairs(read_candidates(stream, asked.name, tell=told.problem)):
                result = waive(found, reason)
                if isinstance(candidate, Unread):
                    told.add(str(candidate.error))
                results.add(result)
                tally.add(result)
        size = file.tell()
    return Done(
        key=whole,
        size=size,
        verdicts=dict(tally.verdicts),
        outcomes=dict(tally.outcomes),
        unreadable=tally.unreadable,
        told=tuple(told.first),
        untold=told.more,
    )


class _Told:
    """What is to be told of a list: the first of it, and how much more there is."""

    def __init__(self) -> None:
        self.first: list[str] = []
        self.more = 0

    def add(self, message: str) -> None:
        if len(self.first) < MOST_TOLD:
            self.first.append(message)
        else:
            self.more += 1

    def problem(self, problem: Problem) -> None:
        self.add(shown(str(problem)))
