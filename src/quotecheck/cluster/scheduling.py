"""The scheduler that tasks are given to: one that runs somewhere, or a few processes of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client, LocalCluster

LOCAL = "local"
"""What a cluster of this machine's processors is called."""


@contextmanager
def client_of(scheduler: str) -> Iterator[Client]:
    """A client of a scheduler, while it is needed.

    Args:
        scheduler: Its address, ``tcp://…``; "local" for worker processes on this machine, one a processor.
    """
    if scheduler != LOCAL:
        with Client(scheduler) as client:
            yield client
        return
    with LocalCluster(threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client
