"""Many machines: work on partitions of files, each task done again without harm. A scheduler's needs extra ``cluster``.

What other systems run (``RowChecker``) needs nothing of it, so that each name is imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecheck.cluster.building import build, build_partition
    from quotecheck.cluster.checking import check_lists, check_partition
    from quotecheck.cluster.rows import RowChecker
    from quotecheck.cluster.scheduling import client_of

_HOMES = {
    "RowChecker": "rows",
    "build": "building",
    "build_partition": "building",
    "check_lists": "checking",
    "check_partition": "checking",
    "client_of": "scheduling",
}

__all__ = ["RowChecker", "build", "build_partition", "check_lists", "check_partition", "client_of"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"quotecheck.cluster.{_HOMES[name]}"), name)
