"""Sources pinned by the hash of their bytes: what changed since, and the manifest with new hashes put in."""

from __future__ import annotations

import enum
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from quotecheck.model.errors import ConfigError
from quotecheck.model.problems import Problem
from quotecheck.reading.formats import format_of, is_data
from quotecheck.reading.manifest import Entry, Manifest, manifest_of, real_path
from quotecheck.reading.own import is_own
from quotecheck.reading.placed import Placed, toml_string
from quotecheck.reading.sources import files_under

_BOM = b"\xef\xbb\xbf"


class State(enum.Enum):
    """What a source is to its pin."""

    SAME = "same"
    CHANGED = "changed"
    MISSING = "missing"
    UNPINNED = "not pinned"
    NEW = "not in the manifest"


@attrs.frozen(kw_only=True)
class Pin:
    """A source, and whether it is the one that was pinned.

    Attributes:
        path: As the manifest has it, relative to its directory.
        state: What it is to its pin.
        sha256: Hash of the file as it is; None if it is missing.
    """

    path: str
    state: State
    sha256: str | None = None


def pins(manifest: Manifest, directories: Iterable[str] = ()) -> list[Pin]:
    """Every source of a manifest, in its order, then the files that it does not have.

    Args:
        manifest: What is pinned.
        directories: Where files should all be in it; without any, those in which its own stand.
    """
    found = [_pin(one) for one in manifest.entries]
    tops = list(directories) or sorted({os.path.dirname(real_path(one.file)) for one in manifest.entries})
    base = os.path.dirname(real_path(manifest.path))
    new: dict[str, Pin] = {}
    for path in _texts(tops):
        if manifest.entry(path) is None and real_path(path) != real_path(manifest.path):
            name = os.path.relpath(real_path(path), base).replace(os.sep, "/")
            new.setdefault(name, Pin(path=name, state=State.NEW, sha256=_sha256(path)))
    return [*found, *new.values()]


def _pin(entry: Entry) -> Pin:
    sha256 = _sha256(entry.file)
    if sha256 is None:
        state = State.MISSING
    elif entry.known.sha256 is None:
        state = State.UNPINNED
    else:
        state = State.SAME if sha256 == entry.known.sha256 else State.CHANGED
    return Pin(path=entry.path, state=state, sha256=sha256)


def _sha256(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _texts(directories: Iterable[str]) -> Iterator[str]:
    """The files under directories that ``read_sources`` would take for texts."""
    unlisted: list[Problem] = []
    for directory in directories:
        for path in files_under(directory, unlisted):
            if not is_data(path) and not is_own(path) and _is_document(path):
                yield path


def _is_document(path: str) -> bool:
    try:
        return format_of(Path(path).read_bytes(), path).document
    except OSError:
        return False


def lock(path: str, *, add: Iterable[str] = ()) -> list[Pin]:
    """Writes the hash of every source into a manifest, and leaves all else in it as it stands.

    Args:
        path: The manifest.
        add: Directories whose files get an entry where they have none; the manifest may be new then.

    Returns:
        The sources as they were before, with their new hashes; those that are the same or missing were left alone.

    Raises:
        ConfigError: if the manifest is wrong, or cannot be written.
    """
    tops = list(add)
    new = bool(tops) and not os.path.exists(path)
    file = Placed("", path) if new else Placed.read(path, what="manifest")
    manifest = manifest_of(file)
    found = [one for one in pins(manifest, tops) if tops or one.state is not State.NEW]
    text = _locked(file, found)
    if text != file.text:
        _write(path, text)
    return found


def _locked(file: Placed, found: Iterable[Pin]) -> str:
    """The manifest's text with the hashes put in from the last to the first, so that places stay right."""
    text = file.text
    end = "\r\n" if "\r\n" in text else "\n"
    more: list[str] = []
    for index, one in reversed(list(enumerate(found))):
        if one.state is State.CHANGED or one.state is State.UNPINNED:
            text = _with_hash(file, text, index, one.sha256 or "", end)
        elif one.state is State.NEW:
            more.append(f'[[source]]{end}path = {toml_string(one.path)}{end}sha256 = "{one.sha256}"{end}')
    if not more:
        return text
    return end.join([*([text if text.endswith("\n") else text + end] if text else []), *reversed(more)])


def _with_hash(file: Placed, text: str, index: int, sha256: str, end: str) -> str:
    value = file.value("source", index, "sha256")
    if value is not None:
        return f'{text[: value.start]}"{sha256}"{text[value.end :]}'
    if file.value("source", index, "path") is None:
        raise file.error("a source has lines of its own: write [[source]] above its keys", "source", index)
    at = file.end_of("source", index)
    before = text[:at] if text[:at].endswith("\n") else text[:at] + end
    indent = before[: -len(end)].rpartition("\n")[2]
    indent = indent[: len(indent) - len(indent.lstrip())]
    return f'{before}{indent}sha256 = "{sha256}"{end}{text[at:]}'


def _write(path: str, text: str) -> None:
    """A file in place of the old one at once: whoever reads it meanwhile sees one or the other whole."""
    whole = real_path(path)
    beside = f"{whole}.new"
    try:
        old = Path(whole).read_bytes() if os.path.exists(whole) else None
        mark = _BOM if old is not None and old.startswith(_BOM) else b""
        Path(beside).write_bytes(mark + text.encode("utf-8"))
        if old is not None:
            shutil.copymode(whole, beside)
        os.replace(beside, whole)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"the manifest cannot be written: {reason}", path=path) from error
