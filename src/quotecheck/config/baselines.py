"""Baselines: findings that are known and do not fail a run. Fingerprints are the reports'; nothing is judged here."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import attrs

from quotecheck.model.errors import UNSHOWN, ConfigError

SCHEMA = "quotecheck-baseline/1"
"""The name of the format; it changes when a reader of the old one would misread the new."""

REASON = "in the baseline"
"""Why a known finding does not count."""

_LARGEST = 64 * 1024 * 1024  # bytes; a baseline larger than this is no baseline
_WORDS_KEPT = 120  # code points of a statement that an entry keeps for the person who reads it


@attrs.frozen(kw_only=True)
class Known:
    """A finding that is known.

    Attributes:
        draft: Path of the draft from the baseline's directory, with "/" between the parts.
        code: "QC402", or "unchecked".
        fingerprint: The finding's name that stays when lines shift.
        words: The statement's words, for a person; nothing is compared with them.
        speaker: The same of the speaker; None if there is none.
    """

    draft: str
    code: str
    fingerprint: str
    words: str = ""
    speaker: str | None = None


def known(draft: str, code: str, fingerprint: str, words: str, speaker: str | None) -> Known:
    """An entry, its words cut to what a person needs to know the statement again."""
    return Known(draft=draft, code=code, fingerprint=fingerprint, words=_cut(words), speaker=speaker and _cut(speaker))


def draft_key(path: str, baseline: str) -> str:
    """How a baseline names a draft: from its own directory, so that it can be run from anywhere."""
    if path.startswith("<"):  # standard input
        return path
    there = os.path.dirname(os.path.abspath(baseline))
    try:
        return os.path.relpath(os.path.abspath(path), there).replace(os.sep, "/")
    except ValueError:  # another drive
        return os.path.abspath(path).replace(os.sep, "/")


def load_baseline(path: str) -> tuple[Known, ...]:
    """The entries of a baseline file.

    Raises:
        ConfigError: if it cannot be read or is no baseline.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        hint = "no such baseline; write it with --write-baseline"
        raise ConfigError(hint, path=path) from error
    except OSError as error:
        raise ConfigError(f"the baseline cannot be read: {error.strerror or error}", path=path) from error
    if len(data) > _LARGEST:
        raise ConfigError("too large for a baseline", path=path)
    try:
        values: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"not a baseline: {error}", path=path) from error
    return _entries(values, path)


def document(entries: Iterable[Known]) -> str:
    """A baseline file: one entry a line, by draft, then in the order given: a diff shows what came and went."""
    rows = [_row(one) for one in sorted(entries, key=lambda one: one.draft)]
    listed = ",\n".join(f"    {row}" for row in rows)
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [\n{listed}\n  ]\n}}\n' if rows else _EMPTY


_EMPTY = f'{{\n  "schema": "{SCHEMA}",\n  "findings": []\n}}\n'


def merged(old: Iterable[Known], new: Sequence[Known], checked: Collection[str], directory: str) -> list[Known]:
    """What a baseline holds after a run over some of its drafts: of the others, the entries whose draft is still there.

    Args:
        old: What it held.
        new: What the run found.
        checked: Drafts of the run, as ``draft_key`` names them.
        directory: The baseline's.
    """
    return [one for one in old if one.draft not in checked and _is_there(one.draft, directory)] + list(new)


class Ledger:
    """Strikes known findings off as they are met; each entry counts once.

    An entry is for its draft. Where that is gone, because it was renamed, the entry serves any draft.

    Attributes:
        struck: How many were met so far.
    """

    def __init__(self, entries: Sequence[Known], directory: str) -> None:
        """A ledger.

        Args:
            entries: Of a baseline.
            directory: The baseline's.
        """
        gone = {name for name in {one.draft for one in entries} if not _is_there(name, directory)}
        self.struck = 0
        self._entries = entries
        self._gone = gone
        self._left = Counter((None if one.draft in gone else one.draft, one.fingerprint) for one in entries)

    def strike(self, draft: str, fingerprint: str) -> bool:
        """True if the finding is known; its entry is used up."""
        for key in ((draft, fingerprint), (None, fingerprint)):
            if self._left[key] > 0:
                self._left[key] -= 1
                self.struck += 1
                return True
        return False

    def stale(self, checked: Collection[str]) -> list[Known]:
        """Entries that nothing was found for, of the drafts that were checked or are gone."""
        left = Counter(self._left)
        found = []
        for one in self._entries:
            key = (None if one.draft in self._gone else one.draft, one.fingerprint)
            if left[key] > 0 and (one.draft in checked or one.draft in self._gone):
                left[key] -= 1
                found.append(one)
        return found


def _is_there(draft: str, directory: str) -> bool:
    return draft.startswith("<") or os.path.exists(os.path.join(directory, draft))


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS_KEPT else line[: _WORDS_KEPT - 1] + "…"


def _row(one: Known) -> str:
    values = {"draft": one.draft, "code": one.code, "fingerprint": one.fingerprint, "words": one.words}
    written = json.dumps(values | {"speaker": one.speaker}, ensure_ascii=False)
    return UNSHOWN.sub(lambda match: json.dumps(match[0])[1:-1], written)


def _entries(values: Any, path: str) -> tuple[Known, ...]:
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise ConfigError(f'not a baseline: "schema" must be "{SCHEMA}"', path=path)
    findings = values.get("findings")
    if not isinstance(findings, list):
        raise ConfigError('not a baseline: "findings" must be a list', path=path)
    return tuple(_entry(one, number, path) for number, one in enumerate(findings, 1))


def _entry(values: Any, number: int, path: str) -> Known:
    needed = ("draft", "code", "fingerprint")
    if not isinstance(values, dict) or not all(isinstance(values.get(key), str) for key in needed):
        raise ConfigError(f"finding {number} of the baseline needs strings for {', '.join(needed)}", path=path)
    speaker, words = values.get("speaker"), values.get("words", "")
    return Known(
        draft=values["draft"],
        code=values["code"],
        fingerprint=values["fingerprint"],
        words=words if isinstance(words, str) else "",
        speaker=speaker if isinstance(speaker, str) else None,
    )
