"""Many machines: work on partitions of files, each task done again without harm. Needs the extra ``cluster``."""

from quotecheck.cluster.building import build, build_partition
from quotecheck.cluster.scheduling import client_of

__all__ = ["build", "build_partition", "client_of"]
