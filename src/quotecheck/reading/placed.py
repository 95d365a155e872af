"""TOML with the place of every key, so that a fault can be drawn and a value put in. What the keys mean is others'.

The TOML reader of the standard library keeps no places, so a text that it took is gone through once more.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from bisect import bisect_right
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from quotecheck.model.errors import ConfigError, nearest, shown
from quotecheck.model.spans import Span

Keys = tuple[str | int, ...]
"""The way to a value: names of keys, and numbers from 0 in an array of tables."""

_NAME = re.compile(r"""[\w-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'""")
_HEADER = re.compile(r"\[\[?[ \t]*+")
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'"
    r"|#[^\n]*+|[\[{]|[\]}]|\n|[^\"'#\[\]{}\n]++",
    re.DOTALL,
)


class Placed:
    """A TOML file that was read, and where each key stands in it."""

    def __init__(self, text: str, name: str, *, root: tuple[str, ...] = ()) -> None:
        """Reads a TOML text.

        Args:
            text: The file's content.
            name: Its path, for messages.
            root: The table that keys count from; () for the whole.

        Raises:
            ConfigError: if it is no TOML; with its place.
        """
        self.text = text
        self.name = name
        try:
            data: Any = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise _not_toml(error, text, name) from error
        for one in root:
            data = data.get(one, {}) if isinstance(data, dict) else {}
        self.data: object = data
        self._root = root
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._keys: dict[Keys, Span] = {}
        self._values: dict[Keys, Span] = {}
        self._ends: dict[Keys, int] = {}
        self._scan()

    @classmethod
    def read(cls, path: str | Path, *, what: str, root: tuple[str, ...] = ()) -> Placed:
        """The file at ``path``, with what it is for messages ("configuration").

        Raises:
            ConfigError: as the class does, and if it cannot be read.
        """
        name = str(path)
        try:
            text = Path(path).read_bytes().decode("utf-8-sig")
        except (OSError, ValueError) as error:
            if isinstance(error, UnicodeDecodeError):
                raise ConfigError(f"the {what} is not UTF-8", path=name) from error
            reason = getattr(error, "strerror", None) or error
            raise ConfigError(f"the {what} cannot be read: {reason}", path=name) from error
        return cls(text, name, root=root)

    def line(self, *keys: str | int) -> int | None:
        """Line of a key, from 1, or of the nearest that holds it; None if nothing does."""
        span = self._span(keys)
        return self._place(span.start)[0] if span else None

    def value(self, *keys: str | int) -> Span | None:
        """Where the value of a key stands in the text, in code points; None if it has no line of its own."""
        return self._values.get((*self._root, *keys))

    def end_of(self, *keys: str | int) -> int:
        """Offset after the last line of a table's own keys (not those of tables inside it), its header at least."""
        at = self._ends.get((*self._root, *keys), len(self.text))
        line_end = self.text.find("\n", at)
        return len(self.text) if line_end < 0 else line_end + 1

    def error(self, message: str, *keys: str | int) -> ConfigError:
        """An error at a key, or at the nearest that holds it."""
        span = self._span(keys)
        if span is None:
            return ConfigError(shown(message), path=self.name)
        line, column = self._place(span.start)
        excerpt = self.text[self._starts[line - 1] :].partition("\n")[0].rstrip("\r")
        return ConfigError(
            shown(message), path=self.name, line=line, column=column, excerpt=excerpt, length=max(1, len(span))
        )

    def only(self, values: Mapping[str, object], known: Collection[str], *keys: str | int) -> None:
        """Refuse keys that are not known; the nearest known one is named.

        Raises:
            ConfigError: at the first of them.
        """
        for key in values:
            if key not in known:
                near = nearest(key, known)
                hint = f'did you mean "{near}"?' if near else f"known are {', '.join(sorted(known))}"
                raise self.error(f'unknown key "{key}"; {hint}', *keys, key)

    def table(self, value: object, *keys: str | int) -> Mapping[str, object]:
        """``value`` as a table."""
        if isinstance(value, dict):
            return value
        raise self.error(f'"{self._called(keys)}" must be a table', *keys)

    def tables(self, value: object, *keys: str | int) -> list[Mapping[str, object]]:
        """``value`` as an array of tables."""
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return value
        name = self._called(keys)
        raise self.error(f'"{name}" must be an array of tables: write [[{name}]] above each', *keys)

    def word(self, value: object, *keys: str | int) -> str:
        """``value`` as a string."""
        if isinstance(value, str):
            return value
        raise self.error(f'"{self._called(keys)}" must be a string', *keys)

    def words(self, value: object, *keys: str | int) -> tuple[str, ...]:
        """``value`` as an array of strings."""
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        name = self._called(keys)
        key = name if re.fullmatch(r"[\w-]+", name, re.ASCII) else toml_string(name)
        example = f"{key} = [{toml_string(value)}]" if isinstance(value, str) else f'{key} = ["…"]'
        raise self.error(f'"{name}" must be an array of strings: {example}', *keys)

    def day(self, value: object, *keys: str | int) -> datetime.date:
        """``value`` as a day: a TOML date, or a string that is one."""
        if isinstance(value, datetime.datetime):
            return value.date()
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            name = self._called(keys)
            raise self.error(f'"{name}" must be a date: {name} = 2026-03-31', *keys) from None

    def _called(self, keys: Keys) -> str:
        names = [key for key in keys if isinstance(key, str)]
        return names[-1] if names else ".".join(self._root) or "the file"

    def _span(self, keys: Keys) -> Span | None:
        whole = (*self._root, *keys)
        for depth in range(len(whole), 0, -1):
            if whole[:depth] in self._keys:
                return self._keys[whole[:depth]]
        return None

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _scan(self) -> None:
        """Every header and every key at the beginning of a line, and where its value stands."""
        table: Keys = ()
        counts: dict[Keys, int] = {}
        at = _end(_BLANK, self.text, 0)
        while at < len(self.text):
            header = _HEADER.match(self.text, at)
            span, names, after = _dotted(self.text, header.end() if header else at)
            if not names:  # nothing that TOML has; without it there would be no end
                return
            path = _counted(names if header else (*table, *names), counts, header is not None and "[[" in header[0])
            if header:
                table = path
            self._keys.setdefault(path, span)
            if header and isinstance(path[-1], int):
                self._keys.setdefault(path[:-1], span)
            self._ends[table] = end = _value_end(self.text, after)
            if not header:
                begin = after + len(self.text[after:end]) - len(self.text[after:end].lstrip(" \t="))
                self._values[path] = Span(begin, end)
            at = _end(_BLANK, self.text, end)


def _counted(names: Keys, counts: dict[Keys, int], new: bool) -> Keys:
    """The way to a table with the numbers of the arrays it goes through; ``new`` begins another of the last."""
    path: Keys = ()
    for index, name in enumerate(names):
        path = (*path, name)
        if new and index == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts and names[index + 1 : index + 2] != (counts[path],):
            path = (*path, counts[path])
    return path


def _dotted(text: str, at: int) -> tuple[Span, tuple[str, ...], int]:
    """The names of a dotted key from ``at`` on, where they stand, and what follows them."""
    start, end, names = at, at, []
    while found := _NAME.match(text, at):
        names.append(_unquoted(found[0]))
        end = found.end()
        at = _end(_SPACE, text, end)
        if not text.startswith(".", at):
            break
        at = _end(_SPACE, text, at + 1)
    return Span(start, end), tuple(names), at


_SPACE = re.compile(r"[ \t]*+")


def _unquoted(name: str) -> str:
    return str(tomllib.loads(f"k = {name}")["k"]) if name[0] in "\"'" else name


def _value_end(text: str, at: int) -> int:
    """The end of what stands after a key or header: of its last piece that is neither blank nor a comment."""
    depth, end = 0, at
    while piece := _PIECE.match(text, at):
        at = piece.end()
        depth += (piece[0] in "[{") - (piece[0] in "]}")
        if piece[0] == "\n" and depth <= 0:
            break
        if piece[0][0] != "#" and piece[0].strip():
            end = piece.start() + len(piece[0].rstrip())
    return end


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


_BARE_WORD = re.compile(r"(?<=[=\[, ])[^\W\d]")


def _not_toml(error: Exception, text: str, name: str) -> ConfigError:
    said = str(error) or "nested too deeply"
    found = re.search(r" \(at line (\d+), column (\d+)\)$", said)
    if not found:
        return ConfigError(f"not TOML: {said}", path=name)
    line, column = int(found[1]), int(found[2])
    excerpt = text.split("\n")[line - 1]
    message = f"not TOML: {said[: found.start()]}"
    if _BARE_WORD.match(excerpt, column - 1):
        message += "; words stand in quotation marks"
    return ConfigError(message, path=name, line=line, column=column, excerpt=excerpt)


def toml_string(text: str) -> str:
    """Words as a TOML string on one line."""
    if "'" not in text and text.isprintable():
        return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
    escaped = "".join(
        f"\\U{ord(sign):08x}" if not sign.isprintable() else f"\\{sign}" if sign in '"\\' else sign for sign in text
    )
    return f'"{escaped}"'
