"""The scheduler that tasks are given to: one that runs somewhere, or a few processes of this machine."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from distributed import Client, LocalCluster

from quotecheck.model.errors import UsageError

LOCAL = "local"
"""What a cluster of this machine's processors is called."""


def dask_setup(_: object) -> None:
    """In a worker process of ours, called by Dask: an interruption is the answer of the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("distributed.worker.state_machine", "distributed.comm", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # connections that end with the run are no news


@contextmanager
def client_of(scheduler: str, workers: int | None = None) -> Iterator[Client]:
    """A client of a scheduler, while it is needed.

    Args:
        scheduler: Its address, ``tcp://…``; "local" for worker processes on this machine.
        workers: How many processes those are; None for one a processor.

    Raises:
        UsageError: if no scheduler answers there.
    """
    if scheduler == LOCAL:
        with (
            LocalCluster(
                n_workers=workers, threads_per_worker=1, dashboard_address=None, preload=[__name__]
            ) as cluster,
            Client(cluster) as client,
        ):
            yield client
        return
    try:
        found = Client(scheduler)
    except (OSError, ValueError) as error:
        raise UsageError(f"no scheduler answers at {scheduler} ({error})") from error
    with found as client:
        yield client
