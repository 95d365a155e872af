"""Finding and reading ``quotecheck.toml`` or ``[tool.quotecheck]``. What the settings do is the callers' work."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from quotecheck.model import Code, Severity
from quotecheck.model.errors import ConfigError, UnknownCode, nearest, shown
from quotecheck.verdicts.registry import rule_for

NAME = "quotecheck.toml"
KEYS = ("people", "policy", "severities", "sources")
_TABLE = ("tool", "quotecheck")


@attrs.frozen(kw_only=True)
class Config:
    """What a configuration file says; empty where there is none.

    Attributes:
        path: The file; None if there is none.
        policy: Name of the policy; None if it names none.
        sources: Files and directories, joined to the file's own directory.
        people: (name, other names) of people, in the file's order.
        severities: Severity by code, where it is not the policy's.
    """

    path: str | None = None
    policy: str | None = None
    sources: tuple[str, ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severities: tuple[tuple[Code, Severity], ...] = ()


def find_config(start: str | Path) -> Path | None:
    """The nearest configuration file in ``start`` or a directory above it; None if there is none.

    ``quotecheck.toml`` comes before ``pyproject.toml``, and one without ``[tool.quotecheck]`` does not count.
    """
    here = Path(start).resolve()
    for directory in (here, *here.parents):
        if (directory / NAME).is_file():
            return directory / NAME
        project = directory / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
    return None


def _has_table(path: Path) -> bool:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # another tool's file: not ours to complain about
        return False
    tool = data.get("tool")
    return isinstance(tool, dict) and "quotecheck" in tool


def load_config(path: str | Path) -> Config:
    """The settings in a file: a ``pyproject.toml``'s table, or the whole of any other file.

    Raises:
        ConfigError: if it cannot be read, is no TOML, or has an unknown key or a wrong value; with its place.
    """
    name = str(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"the configuration cannot be read: {error.strerror or error}", path=name) from error
    except UnicodeDecodeError as error:
        raise ConfigError("the configuration is not UTF-8", path=name) from error
    try:
        data: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _not_toml(error, text, name) from error
    prefix: tuple[str, ...] = ()
    if Path(path).name == "pyproject.toml":
        prefix = _TABLE
        tool = data.get("tool")
        data = tool.get("quotecheck", {}) if isinstance(tool, dict) else {}
    return _Reader(text, name, prefix).config(data)


def _not_toml(error: Exception, text: str, name: str) -> ConfigError:
    said = str(error) or "nested too deeply"
    found = re.search(r" \(at line (\d+), column (\d+)\)$", said)
    if not found:
        return ConfigError(f"not TOML: {said}", path=name)
    line, column = int(found[1]), int(found[2])
    return ConfigError(
        f"not TOML: {said[: found.start()]}", path=name, line=line, column=column, excerpt=text.split("\n")[line - 1]
    )


class _Reader:
    """Values to settings, with the place of what is wrong."""

    def __init__(self, text: str, name: str, prefix: tuple[str, ...]) -> None:
        self._lines = text.split("\n")
        self._name = name
        self._prefix = prefix

    def config(self, data: object) -> Config:
        values = self._table(data, ())
        for key in values:
            if key not in KEYS:
                near = nearest(key, KEYS)
                hint = f'did you mean "{near}"?' if near else f"known are {', '.join(KEYS)}"
                raise self._error(f'unknown key "{key}"; {hint}', (key,))
        return Config(
            path=self._name,
            policy=self._word(values["policy"], ("policy",)) if "policy" in values else None,
            sources=tuple(
                str(Path(self._name).parent / path) for path in self._words(values.get("sources", []), ("sources",))
            ),
            people=tuple(
                (name, self._words(others, ("people", name)))
                for name, others in self._table(values.get("people", {}), ("people",)).items()
            ),
            severities=tuple(
                (self._code(key), self._severity(value, ("severities", key)))
                for key, value in self._table(values.get("severities", {}), ("severities",)).items()
            ),
        )

    def _table(self, value: object, keys: tuple[str, ...]) -> Mapping[str, object]:
        if isinstance(value, dict):
            return value
        raise self._error(f'"{keys[-1] if keys else "tool.quotecheck"}" must be a table', keys)

    def _word(self, value: object, keys: tuple[str, ...]) -> str:
        if isinstance(value, str):
            return value
        raise self._error(f'"{keys[-1]}" must be a string', keys)

    def _words(self, value: object, keys: tuple[str, ...]) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        raise self._error(f'"{keys[-1]}" must be an array of strings', keys)

    def _code(self, key: str) -> Code:
        try:
            return rule_for(key).code
        except UnknownCode as error:
            raise self._error(error.message, ("severities", key)) from error

    def _severity(self, value: object, keys: tuple[str, ...]) -> Severity:
        try:
            return Severity(value)
        except ValueError:
            names = ", ".join(f'"{one.value}"' for one in Severity)
            raise self._error(f'the severity of "{keys[-1]}" must be one of {names}', keys) from None

    def _error(self, message: str, keys: tuple[str, ...]) -> ConfigError:
        line, column, length = _place(self._lines, (*self._prefix, *keys))
        excerpt = self._lines[line - 1] if line else None
        return ConfigError(
            shown(message), path=self._name, line=line, column=column, excerpt=excerpt, length=length or 1
        )


_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_NAME = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def _place(lines: list[str], keys: tuple[str, ...]) -> tuple[int | None, int | None, int | None]:
    """Line, column and length of a key, or of the table or value that holds it; Nones if it cannot be told.

    The TOML reader of the standard library keeps no places, so the lines are looked through again.
    """
    table: tuple[str, ...] = ()
    best: tuple[int, int, int, int] | None = None
    for number, line in enumerate(lines, 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table, found = _names(header[1]), header
        elif key:
            found = key
        else:
            continue
        named = table if header else (*table, *_names(found[1]))
        depth = len(named) if named == keys[: len(named)] else 0
        if depth and (best is None or depth > best[0]):
            best = (depth, number, found.start(1) + 1, len(found[1]))
    return best[1:] if best else (None, None, None)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in _NAME.findall(dotted))
