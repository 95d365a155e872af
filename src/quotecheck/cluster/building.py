"""An archive built by many machines: a task a partition, segments called by what they hold, one step that counts them.

A task that is done twice, for a worker died or was slow, writes the same segment under the same name. Nothing that it
writes is seen by a reader before all tasks are done.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from distributed import Client

from quotecheck.archive import ArchiveError, Writer
from quotecheck.archive.build import build as build_segments
from quotecheck.archive.segment import Segment
from quotecheck.cluster import places
from quotecheck.model import Problem, Text
from quotecheck.model.errors import ReadingError
from quotecheck.reading.whole_texts import read_documents

LONGEST_LINE = 64 * 1024 * 1024
Built = tuple[tuple[str, ...], tuple[Problem, ...]]


def build_partition(path: str, directory: str, *, voices: bool = False) -> Built:
    """The segments of one partition, written into an archive's directory; they do not count yet.

    It is a plain function of its arguments that can be pickled: any system that runs functions on machines which see
    the same files can run it, as often as it likes.

    Args:
        path: JSON Lines or Parquet of documents: a file, or an object of a store.
        directory: The archive's.
        voices: Store who says what.

    Returns:
        Names of the segments, in order, and what could not be read.

    Raises:
        ReadingError: if the file cannot be opened.
    """
    problems: list[Problem] = []

    def texts() -> list[Text]:
        found = []
        with places.fetched(path, path) as stream:
            for one in read_documents(stream, path, LONGEST_LINE):
                if isinstance(one, ReadingError):
                    problems.append(one.problem())
                else:
                    found.append(one)
        return found

    names = tuple(segment.name for segment in build_segments(texts(), Path(directory), voices=voices))
    return names, tuple(problems)


def build(directory: str | Path, partitions: Sequence[str], client: Client) -> tuple[int, tuple[Problem, ...]]:
    """Adds the documents of partitions to an archive, by the workers of a scheduler.

    Args:
        directory: An archive, in a directory that this machine and all workers see under the same name.
        partitions: Paths of JSON Lines or Parquet, seen likewise, or addresses of a store; each should fit a worker's
            memory.
        client: Of the scheduler.

    Returns:
        Documents of the archive now, and what could not be read.

    Raises:
        ArchiveError: if an id comes twice, or is in the archive; nothing is added then.
        UsageError: if a partition's address is none of a store.
    """
    path = Path(directory).absolute()
    for one in partitions:
        places.look_at(one)
    with Writer(path) as writer:
        voices = writer.catalogue.voices
        where = [places.local_path(one) or one for one in partitions]
        futures = client.map(build_partition, where, directory=str(path), voices=voices, retries=3, pure=False)
        built: list[Built] = client.gather(futures)
        segments = list(dict.fromkeys(path / name for names, _ in built for name in names))
        counted = [path / one.name for one in writer.catalogue.segments]
        _refuse_repeated([*counted, *(one for one in segments if one not in counted)])
        writer.publish(segments)
        return writer.catalogue.documents, tuple(problem for _, problems in built for problem in problems)


def _refuse_repeated(paths: Sequence[Path]) -> None:
    ids = []
    for path in paths:
        segment = Segment(path)
        ids.append(np.array(segment.ids))
        segment.close()
    every = np.concatenate(ids) if ids else np.empty(0, dtype=np.uint64)
    if len(np.unique(every)) < len(every):
        raise ArchiveError("some documents come twice, or are in the archive already: nothing was added")
