"""Which segments make up an archive, in one small file that is replaced as a whole. Segments are not opened here."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import attrs

from quotecheck.archive.errors import ArchiveError
from quotecheck.archive.segment import SUFFIX, sync_directory

NAME: Final = "catalogue.json"
FORMAT: Final = "quotecheck-archive/1"


@attrs.frozen(kw_only=True)
class Listed:
    """A segment as the catalogue knows it.

    Attributes:
        name: The file's name.
        documents: How many it holds, those that were removed since with them.
        tokens: Their words, figures and signs.
        characters: Their code points.
        size: Bytes of the file.
    """

    name: str
    documents: int
    tokens: int
    characters: int
    size: int


@attrs.frozen(kw_only=True)
class Catalogue:
    """The state of an archive.

    Attributes:
        generation: How often it changed.
        voices: Whether who says what in a document is stored with it.
        segments: In the order in which they were added.
        removed: Numbers of the documents that no longer count, ascending, by segment's name.
    """

    generation: int = 0
    voices: bool = False
    segments: tuple[Listed, ...] = ()
    removed: Mapping[str, tuple[int, ...]] = attrs.field(factory=dict)

    @property
    def documents(self) -> int:
        """Documents that count."""
        return sum(one.documents for one in self.segments) - sum(map(len, self.removed.values()))


def read_catalogue(directory: Path) -> Catalogue:
    """The catalogue of an archive.

    Raises:
        ArchiveError: if there is none, or it is damaged.
    """
    path = directory / NAME
    try:
        written = json.loads(path.read_bytes())
    except FileNotFoundError:
        message = "no archive is here: `quotecheck archive create` makes one"
        raise ArchiveError(message, path=str(directory)) from None
    except (OSError, ValueError) as error:
        raise ArchiveError(f"the archive's catalogue cannot be read: {error}", path=str(path)) from error
    return _read(written, path)


def _read(written: object, path: Path) -> Catalogue:
    if not isinstance(written, dict) or written.get("format") != FORMAT:
        raise ArchiveError(f"it is no catalogue of the format {FORMAT}", path=str(path))
    checksum = written.pop("checksum", None)
    if checksum != _checksum(written):
        raise ArchiveError("the archive's catalogue was changed by something else", path=str(path))
    try:
        segments = tuple(Listed(**one) for one in written["segments"])
        removed = {name: tuple(map(int, numbers)) for name, numbers in written["removed"].items()}
        generation, voices = int(written["generation"]), bool(written["voices"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArchiveError("the archive's catalogue is damaged", path=str(path)) from error
    if any(os.sep in one.name or not one.name.endswith(SUFFIX) for one in segments):
        raise ArchiveError("the archive's catalogue names a file that is no segment", path=str(path))
    return Catalogue(generation=generation, voices=voices, segments=segments, removed=removed)


def write_catalogue(directory: Path, catalogue: Catalogue) -> None:
    """Puts a catalogue in place of the one that is there, in one step: a reader sees either the one or the other."""
    values = {
        "format": FORMAT,
        "generation": catalogue.generation,
        "voices": catalogue.voices,
        "segments": [attrs.asdict(one) for one in catalogue.segments],
        "removed": {name: list(numbers) for name, numbers in sorted(catalogue.removed.items())},
    }
    values["checksum"] = _checksum(values)
    temporary = directory / f".{NAME}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="ascii") as file:
            json.dump(values, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, directory / NAME)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_directory(directory)


def _checksum(values: Mapping[str, object]) -> str:
    return sha256(json.dumps(values, sort_keys=True).encode("ascii")).hexdigest()
