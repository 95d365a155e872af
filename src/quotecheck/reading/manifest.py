"""The manifest, ``sources.toml``: what is known of each source, and which file it is. No source is opened here."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from quotecheck.model.errors import QuotecheckError, nearest
from quotecheck.reading.known import KEYS, Known, known_from
from quotecheck.reading.placed import Placed

NAME = "sources.toml"


@attrs.frozen(kw_only=True)
class Entry:
    """One source of a manifest.

    Attributes:
        path: As the manifest has it, relative to its directory.
        file: The same, joined to that directory.
        known: What is known of it.
        line: Line of the manifest, from 1; None if unknown.
    """

    path: str
    file: str
    known: Known
    line: int | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Manifest:
    """The sources that a manifest lists.

    Attributes:
        path: The manifest's own.
        entries: In its order.
    """

    path: str
    entries: tuple[Entry, ...]
    _by_file: Mapping[str, Entry] = attrs.field(init=False, repr=False, eq=False)

    @_by_file.default
    def _files(self) -> Mapping[str, Entry]:
        return {real_path(one.file): one for one in self.entries}

    def entry(self, path: str) -> Entry | None:
        """The entry of a file, by whatever name it is reached; None if it has none."""
        return self._by_file.get(real_path(path))

    def below(self, directory: str) -> list[Entry]:
        """The entries whose files stand under a directory, in order."""
        top = os.path.join(real_path(directory), "")
        return [one for path, one in self._by_file.items() if path.startswith(top)]


def real_path(path: str) -> str:
    """``path`` without links, by which two names of one file are known; as it stands if no file can have it."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a zero or a lone surrogate in it: reading says so
        return path


def find_manifest(path: str) -> str | None:
    """The manifest that goes with a source: in the directory itself, or beside what is named; None if there is none.

    Args:
        path: A file or a directory of sources.
    """
    beside = os.path.dirname(os.path.abspath(path))
    for directory in ([path] if os.path.isdir(path) else []) + [beside]:
        found = os.path.join(directory, NAME)
        if os.path.isfile(found):
            return found
    return None


def read_manifest(path: str | Path) -> Manifest:
    """The manifest at ``path``.

    Raises:
        ConfigError: if it cannot be read, is no TOML, or says something that a manifest cannot say; with its place.
    """
    return manifest_of(Placed.read(path, what="manifest"))


def manifest_of(file: Placed) -> Manifest:
    """The manifest that a TOML file is; errors as ``read_manifest``."""
    values = file.table(file.data)
    file.only(values, ("source",))
    tables = file.tables(values.get("source", []), "source")
    entries = tuple(_entry(file, one, index) for index, one in enumerate(tables))
    _no_two(file, entries)
    _versions(file, entries)
    return Manifest(file.name, entries)


def _entry(file: Placed, values: Mapping[str, object], index: int) -> Entry:
    file.only(values, ("path", *KEYS), "source", index)
    path = file.word(values.get("path", ""), "source", index, "path")
    if not path:
        raise file.error('a source needs a "path"', "source", index)
    known = Known()
    for key, value in values.items():
        if key != "path":
            known = _known(file, key, value, index).over(known)
    where = os.path.join(os.path.dirname(file.name), path)
    return Entry(path=path, file=where, known=known, line=file.line("source", index))


def _known(file: Placed, key: str, value: object, index: int) -> Known:
    """What one key says; a date may stand without quotation marks."""
    said = value.isoformat() if isinstance(value, datetime.date | datetime.datetime) and key == "date" else value
    try:
        return known_from({key: said})
    except QuotecheckError as error:
        raise file.error(error.message, "source", index, key) from error


def _no_two(file: Placed, entries: tuple[Entry, ...]) -> None:
    """Refuse one file, or one id, for two sources."""
    seen: dict[tuple[str, str], Entry] = {}
    for index, one in enumerate(entries):
        for key, value in (("path", real_path(one.file)), ("id", one.known.id)):
            first = seen.setdefault((key, value), one) if value else one
            if first is not one:
                shown = one.path if key == "path" else value
                raise file.error(f'"{shown}" is the {key} of two sources, see line {first.line}', "source", index, key)


def _versions(file: Placed, entries: tuple[Entry, ...]) -> None:
    """Refuse states of what is no source here, or itself a state of another."""
    states = {name: one for one in entries for name in (one.path, one.known.id) if name}
    for index, one in enumerate(entries):
        of = one.known.version_of
        if of is None:
            continue
        whole = states.get(of)
        if whole is None:
            near = nearest(of, states)
            hint = f'; did you mean "{near}"?' if near else ""
            raise file.error(f'"version_of" names no source of this manifest: "{of}"{hint}', *_at(index))
        if whole.known.version_of is not None or whole is one:
            raise file.error(f'"version_of" must name the current state, and "{of}" is none', *_at(index))


def _at(index: int) -> tuple[str | int, ...]:
    return ("source", index, "version_of")
