"""A house to run commands in: a directory of files written from a table. No test stands here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_all(directory: Path, files: Mapping[str, str]) -> None:
    """Every file with its directories."""
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))
