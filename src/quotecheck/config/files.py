"""Finding and reading ``quotecheck.toml`` or ``[tool.quotecheck]``. What the settings do is the callers' work."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from quotecheck.config.settings import Config, Ignore, Override, Where
from quotecheck.meaning.calibration import read_calibration
from quotecheck.model import Calibration, Claims, Code, Severity
from quotecheck.model.errors import ConfigError, UnknownCode, UsageError
from quotecheck.model.people import Office
from quotecheck.reading.placed import Placed
from quotecheck.verdicts.policies import claims_named, policy_from, policy_named
from quotecheck.verdicts.registry import rule_for

NAME = "quotecheck.toml"
KEYS = (
    "claims", "confidence", "fidelities", "foldings", "ignore", "lenient", "manifest", "nli", "override", "people",
    "policy", "severities", "sources", "syntax", "unchecked", "vectors", "zones",
)  # fmt: skip
_OVERRIDE_KEYS = ("paths", "policy", "severities")
_IGNORE_KEYS = ("code", "paths", "reason", "text", "until")
_PERSON_KEYS = ("aliases", "roles")
_ROLE_KEYS = ("from", "title", "until")
_TABLE = ("tool", "quotecheck")
T = TypeVar("T")


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
    except (OSError, ValueError, RecursionError):  # another tool's file: not ours to complain about
        return False
    tool = data.get("tool")
    return isinstance(tool, dict) and "quotecheck" in tool


def load_config(path: str | Path) -> Config:
    """The settings in a file: a ``pyproject.toml``'s table, or the whole of any other file.

    Raises:
        ConfigError: if it cannot be read, is no TOML, or has an unknown key or a wrong value; with its place.
    """
    root = _TABLE if Path(path).name == "pyproject.toml" else ()
    return _Reader(Placed.read(path, what="configuration", root=root)).config()


class _Reader:
    """Values to settings, with the place of what is wrong."""

    def __init__(self, file: Placed) -> None:
        self._file = file
        self._lines: dict[Where, int] = {}

    def config(self) -> Config:
        file = self._file
        values = file.table(file.data)
        file.only(values, KEYS)
        directory = Path(file.name).parent
        people = file.table(values.get("people", {}), "people")
        return Config(
            path=file.name,
            policy=self._given(values, "policy", self._policy),
            sources=tuple(str(directory / path) for path in self._given(values, "sources", file.words) or ()),
            manifest=self._given(values, "manifest", self._path),
            people=tuple((name, self._person(one, self._at("people", name))) for name, one in people.items()),
            severities=self._severities(values),
            zones=self._scopes(values, "zones"),
            fidelities=self._scopes(values, "fidelities"),
            lenient=self._given(values, "lenient", lambda value, *keys: self._named(value, keys, "lenient")),
            foldings=self._given(values, "foldings", lambda value, *keys: self._named(value, keys, "foldings")),
            unchecked=self._given(values, "unchecked", self._unchecked),
            claims=self._given(values, "claims", self._claims),
            calibration=self._given(values, "confidence", self._calibration),
            nli=self._given(values, "nli", self._path),
            vectors=self._given(values, "vectors", self._path),
            syntax=self._given(values, "syntax", file.word),
            overrides=tuple(
                self._override(one, index)
                for index, one in enumerate(file.tables(values.get("override", []), "override"))
            ),
            ignores=tuple(
                self._ignore(one, index) for index, one in enumerate(file.tables(values.get("ignore", []), "ignore"))
            ),
            lines=self._lines,
        )

    def _at(self, *keys: str | int) -> Where:
        """The way to a key, whose line is kept."""
        line = self._file.line(*keys)
        if line:
            self._lines[keys] = line
        return keys

    def _given(self, values: Mapping[str, object], key: str, read: Callable[..., T], *above: str | int) -> T | None:
        """The value of a key as ``read`` takes it; None if it is not there."""
        return read(values[key], *self._at(*above, key)) if key in values else None

    def _policy(self, value: object, *keys: str | int) -> str:
        name = self._file.word(value, *keys)
        try:
            policy_named(name)
        except UsageError as error:
            raise self._file.error(error.message, *keys) from error
        return name

    def _path(self, value: object, *keys: str | int) -> str:
        """A path that counts from the file's own directory."""
        return str(Path(self._file.name).parent / self._file.word(value, *keys))

    def _calibration(self, value: object, *keys: str | int) -> Calibration:
        path = self._path(value, *keys)
        try:
            return read_calibration(Path(path).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            reason = (error.strerror or error) if isinstance(error, OSError) else error
            raise self._file.error(f"{path} is no confidence model: {reason}", *keys) from error

    def _claims(self, value: object, *keys: str | int) -> Claims:
        try:
            return claims_named(self._file.word(value, *keys))
        except ConfigError as error:
            raise self._file.error(error.message, *keys) from error

    def _named(self, value: object, keys: Where, what: str) -> tuple[str, ...]:
        """An array of names that policies know: of foldings, of fidelities."""
        names = self._file.words(value, *keys)
        return self._tried(names, keys, **{what: names})

    def _unchecked(self, value: object, *keys: str | int) -> str:
        return self._tried(self._file.word(value, *keys), keys, unchecked=value)

    def _tried(self, value: T, keys: Where, **given: Any) -> T:
        """``value``, if a policy can be made with it."""
        try:
            policy_from("news", **given)
        except ConfigError as error:
            raise self._file.error(error.message, *keys) from error
        return value

    def _scopes(
        self, values: Mapping[str, object], key: str
    ) -> tuple[tuple[str, tuple[tuple[Code, Severity], ...]], ...]:
        """Severities by zone or by fidelity."""
        table = self._file.table(values.get(key, {}), key)
        for name in table:
            self._tried(name, (key, name), **{key: {name: {}}})
        return tuple((name, self._weights(one, *self._at(key, name))) for name, one in table.items())

    def _person(self, value: object, keys: Where) -> tuple[str | Office, ...]:
        """Other names as an array, or a table with names and offices."""
        if not isinstance(value, dict):
            return self._file.words(value, *keys)
        self._file.only(value, _PERSON_KEYS, *keys)
        roles = value.get("roles", [])
        if not isinstance(roles, list):
            raise self._file.error('"roles" must be an array', *keys, "roles")
        aliases = self._given(value, "aliases", self._file.words, *keys) or ()
        return (*aliases, *(self._role(one, (*keys, "roles")) for one in roles))

    def _role(self, value: object, keys: Where) -> Office:
        """A title, or a table with the days between which it was held."""
        if isinstance(value, str):
            return Office(value)
        if not isinstance(value, dict) or not isinstance(value.get("title"), str):
            raise self._file.error(
                'a role is a title, or { title = "…", from = 2020-01-31, until = 2024-01-31 }', *keys
            )
        self._file.only(value, _ROLE_KEYS, *keys)
        since = self._file.day(value["from"], *keys, "from") if "from" in value else None
        until = self._file.day(value["until"], *keys, "until") if "until" in value else None
        if since and until and until < since:
            raise self._file.error(f'the role "{value["title"]}" ends before it begins', *keys)
        return Office(value["title"], since, until)

    def _severities(self, values: Mapping[str, object], *above: str | int) -> tuple[tuple[Code, Severity], ...]:
        return self._weights(values.get("severities", {}), *above, "severities")

    def _weights(self, value: object, *keys: str | int) -> tuple[tuple[Code, Severity], ...]:
        table = self._file.table(value, *keys)
        found: dict[Code, Severity] = {}
        for key, value in table.items():
            code = self._code(key, *keys, key)
            if code in found:
                raise self._file.error(f"{code.value} ({code.slug}) has two severities", *keys, key)
            found[code] = self._severity(value, *keys, key)
            self._lines[(*keys, code.value)] = self._file.line(*keys, key) or 0
        return tuple(found.items())

    def _override(self, value: Mapping[str, object], index: int) -> Override:
        keys = self._at("override", index)
        self._file.only(value, _OVERRIDE_KEYS, *keys)
        paths = self._file.words(value.get("paths", []), *keys, "paths")
        if not paths:
            raise self._file.error('an override needs "paths", the drafts it is for', *keys)
        return Override(
            paths=paths,
            policy=self._given(value, "policy", self._policy, *keys),
            severities=self._severities(value, *keys),
            line=self._file.line(*keys),
        )

    def _ignore(self, value: Mapping[str, object], index: int) -> Ignore:
        keys = self._at("ignore", index)
        self._file.only(value, _IGNORE_KEYS, *keys)
        code = self._file.word(value.get("code", ""), *keys, "code")
        reason = self._file.word(value.get("reason", ""), *keys, "reason").strip()
        for key, given, why in (("code", code, "the finding to let stand"), ("reason", reason, "why it may stand")):
            if not given:
                raise self._file.error(f'an ignore needs "{key}", {why}', *keys, key)
        return Ignore(
            code=self._code(code, *keys, "code"),
            reason=reason,
            paths=self._given(value, "paths", self._file.words, *keys) or (),
            text=self._given(value, "text", self._file.word, *keys) or None,
            until=self._given(value, "until", self._file.day, *keys),
            line=self._file.line(*keys),
        )

    def _code(self, key: str, *keys: str | int) -> Code:
        try:
            return rule_for(key).code
        except UnknownCode as error:
            raise self._file.error(error.message, *keys) from error

    def _severity(self, value: object, *keys: str | int) -> Severity:
        try:
            return Severity(value)
        except ValueError:
            names = ", ".join(f'"{one.value}"' for one in Severity)
            raise self._file.error(f'the severity of "{keys[-1]}" must be one of {names}', *keys) from None
