"""What statements are checked against, and with what help: what a caller names, else the configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quotecheck.config.settings import Config
from quotecheck.reading.manifest import Manifest, read_manifest
from quotecheck.reading.sources import SourceRef

if TYPE_CHECKING:
    from quotecheck.aids import Aids

Shown = Callable[[str], str]
"""A path as it is to be shown."""


def manifest_for(config: Config, named: str | None, shown: Shown = str) -> Manifest | None:
    """The manifest that is named; one that goes with a source is found where that is read.

    Args:
        config: The configuration.
        named: The manifest that a caller names; it outranks the configuration's.
        shown: How its path is to be shown.

    Raises:
        ConfigError: if it is wrong.
    """
    path = named or (config.manifest and shown(config.manifest))
    return read_manifest(path) if path else None


def named_sources(
    config: Config, named: Sequence[str], manifest: Manifest | None, *, only_named: bool = False, shown: Shown = str
) -> list[str | SourceRef]:
    """The sources that a caller names, else the configuration's, else all of the manifest.

    Args:
        config: The configuration.
        named: Files and directories that a caller names.
        manifest: That of ``manifest_for``.
        only_named: True if the caller names sources in another way: then the configuration's are left aside.
        shown: How the paths are to be shown.
    """
    found: list[str | SourceRef] = [*named]
    if not found and not only_named:
        found = [shown(path) for path in config.sources]
    if not found and manifest is not None:
        found = [SourceRef(shown(entry.file), entry.known) for entry in manifest.entries]
    return found


def aids_named(nli: str | None, vectors: str | None, syntax: str | None) -> Aids | None:
    """What is plugged in; None if nothing is named.

    Args:
        nli: Directory of a judge.
        vectors: Directory of word vectors.
        syntax: Name of a pipeline that reads roles.

    Raises:
        UsageError: if one is not there, or what it needs is not installed.
    """
    if not (nli or vectors or syntax):
        return None
    from quotecheck.aids import Aids
    from quotecheck.aids.near import StaticVectors
    from quotecheck.aids.nli import OnnxJudge
    from quotecheck.aids.roles import SpacySyntax

    return Aids(
        judge=OnnxJudge(nli) if nli else None,
        vectors=StaticVectors(vectors) if vectors else None,
        syntax=SpacySyntax(syntax) if syntax else None,
    )
