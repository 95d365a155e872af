"""An archive built by worker processes: what it holds does not depend on who did what, or on who died."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

pytest.importorskip("distributed")

from distributed import Client, LocalCluster

from quotecheck.archive import Archive, ArchiveError, Writer, create
from quotecheck.cluster import build, build_partition


def partitions(directory: Path, count: int, documents: int) -> list[str]:
    """Files of documents, each with words of its own."""
    paths = []
    for part in range(count):
        path = directory / f"part-{part}.jsonl"
        texts = (
            {"id": f"{part}-{at}", "text": f"The bridge number{part}x{at} was opened. " * 40} for at in range(documents)
        )
        path.write_text("".join(json.dumps(one) + "\n" for one in texts), encoding="utf-8")
        paths.append(str(path))
    return paths


def test_a_task_that_is_done_twice_changes_nothing(tmp_path: Path) -> None:
    """The same names; nothing counts before it is published, and it counts once."""
    create(tmp_path / "archive")
    (path,) = partitions(tmp_path, 1, 5)
    with Writer(tmp_path / "archive") as writer:
        names, problems = build_partition(path, str(tmp_path / "archive"))
        assert build_partition(path, str(tmp_path / "archive")) == (names, problems) == (names, ())
        assert writer.catalogue.documents == 0
        paths = [tmp_path / "archive" / name for name in names]
        writer.publish(paths)
        writer.publish(paths)
        assert writer.catalogue.documents == 5


def test_partitions_in_a_store_and_in_parquet(tmp_path: Path) -> None:
    """The same segments, whatever the documents come from."""
    fsspec, pa = pytest.importorskip("fsspec"), pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    create(tmp_path / "archive")
    (path,) = partitions(tmp_path, 1, 5)
    names = build_partition(path, str(tmp_path / "archive"))
    fsspec.filesystem("memory").pipe("/docs/part.jsonl", Path(path).read_bytes())
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "part.parquet")
    for other in ("memory://docs/part.jsonl", str(tmp_path / "part.parquet")):
        assert build_partition(other, str(tmp_path / "archive")) == names


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path) -> None:
    """Byte for byte the archive that one process builds; a document that comes again is refused whole."""
    paths = partitions(tmp_path, 12, 400)
    alone, several = tmp_path / "alone", tmp_path / "several"
    for directory in (alone, several):
        create(directory)
    with Writer(alone) as writer:
        writer.publish([alone / name for path in paths for name in build_partition(path, str(alone))[0]])
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:

        def kill() -> None:
            while not list(several.glob("*.segment")):
                time.sleep(0.01)
            os.kill(next(iter(client.run(os.getpid).values())), signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        assert build(several, paths, client) == (4800, ())
        killer.join()
        with pytest.raises(ArchiveError, match="twice"):
            build(several, partitions(tmp_path, 1, 400)[:1] + partitions(tmp_path, 1, 401), client)
    names = {path.name for path in alone.glob("*.segment")}
    assert {path.name for path in several.glob("*.segment")} >= names
    with Archive(alone) as one, Archive(several) as other:
        assert [listed.name for listed in one.catalogue.segments] == [
            listed.name for listed in other.catalogue.segments
        ]
        assert list(other.faults()) == []
