"""Drafts checked again and again, against sources and settings as they stand on disk at that time.

What did not change is not done again: sources are read again when a file of theirs changed, and a statement is checked
again when it or they did.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import attrs

from quotecheck.checking.batch import with_problems
from quotecheck.checking.remembered import RememberingChecker
from quotecheck.checking.waivers import waive
from quotecheck.config import Config, find_config, load_config
from quotecheck.config.grounds import aids_named, manifest_for, named_sources
from quotecheck.config.ignores import Ignores
from quotecheck.config.scopes import policy_of, scoped
from quotecheck.model import Claims, Problem, Report, Result, Severity, Statement, Text
from quotecheck.model.errors import ConfigError, UsageError
from quotecheck.reading import read_sources
from quotecheck.reading.manifest import real_path
from quotecheck.servers.stamps import Stamps, stamps

Today = Callable[[], datetime.date]


@attrs.frozen(kw_only=True)
class Wanted:
    """What whoever starts a surface wants; what is left open is the configuration's.

    Attributes:
        base: Directory that relative paths count from, and under which paths are shown short.
        sources: Files and directories.
        manifest: File that says what is known of the sources; None if none is named.
        policy: Name of the policy; None for the configuration's.
        config: The configuration file; None for the nearest one to a draft.
        claims: Which statements are checked; None for the policy's.
    """

    base: str
    sources: tuple[str, ...] = ()
    manifest: str | None = None
    policy: str | None = None
    config: str | None = None
    claims: Claims | None = None

    def shown(self, path: str) -> str:
        """A path as somebody in the base directory would type it, if it is below it."""
        short = os.path.relpath(path, self.base) if os.path.isabs(path) else path
        return path if short.startswith(os.pardir) else short


@attrs.frozen(kw_only=True, eq=False)
class Found:
    """What was found of a draft.

    Attributes:
        draft: What was checked.
        report: What was found.
        check: Checks one statement more against the same sources, under the same policy.
        texts: The sources by id.
        config: The configuration in force.
        strict: True if a statement that could not be checked is an error.
        fault: Why it is not the one that stands on disk; None if it is.
    """

    draft: Text
    report: Report
    check: Callable[[Statement], Result]
    texts: Mapping[str, Text]
    config: Config
    strict: bool = False
    fault: ConfigError | None = None


@attrs.frozen(kw_only=True, eq=False)
class _Ground:
    """Sources and settings, as they stood on disk."""

    config: Config
    config_stamps: Stamps
    named: tuple[str, ...]
    source_stamps: Stamps
    checker: RememberingChecker
    lost: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    texts: Mapping[str, Text]
    aids: tuple[str, ...]


class Follower:
    """Reports on drafts. It is for one thread at a time.

    Attributes:
        readings: How often sources were read.
    """

    def __init__(self, wanted: Wanted, today: Today = datetime.date.today) -> None:
        """A follower of drafts.

        Args:
            wanted: What whoever starts it wants.
            today: The day on which ignores must hold.
        """
        self.wanted = wanted
        self.readings = 0
        self._today = today
        self._grounds: dict[tuple[str | None, str | None], _Ground] = {}

    @property
    def checked(self) -> int:
        """How many statements were really checked against the sources that are in force now."""
        return sum(one.checker.checked for one in self._grounds.values())

    def watched(self, draft: Text) -> tuple[str, ...]:
        """The files and directories that a report on a draft rests on, so far as they are known."""
        config = self._config_path(draft)
        ground = self._grounds.get((config, self._apart(draft, config)))
        return ((config,) if config else ()) + (ground.named if ground else self.wanted.sources)

    def is_source(self, draft: Text) -> bool:
        """True if a text that is open is one of the sources and no draft: named, or below a directory that is named.

        A directory that holds the whole project holds drafts too: what is below it is checked.
        """
        file = self._file(draft)
        if file is None:
            return False
        config = self._config_path(draft)
        project = real_path(os.path.dirname(config)) if config else None
        named = [real_path(one) for one in self._named(config)]
        return any(
            file == one or (Path(file).is_relative_to(one) and not (project and Path(project).is_relative_to(one)))
            for one in named
        )

    def report(self, draft: Text, stopped: Callable[[], bool] = bool) -> Found:
        """The report on a draft.

        Args:
            draft: What stands there now.
            stopped: Wanted before each statement; if it says True, the rest is left.

        Raises:
            ConfigError: if the configuration or a manifest is wrong and was never right.
            UsageError: if no source is named, or what the configuration plugs in is not there.
            Stopped: if it was stopped; what was checked by then is remembered.
        """
        ground, fault = self._ground(draft)
        policy = scoped(ground.config, draft.path, self.wanted.policy).policy
        policy = attrs.evolve(policy, claims=self.wanted.claims or policy.claims, aids=ground.aids)
        checker = ground.checker if policy == ground.checker.policy else ground.checker.under(policy)
        ignores = Ignores(ground.config, self._today())
        report = checker.until(stopped).check_draft(draft)
        results = tuple(waive(with_problems(one, ground.lost), ignores.reason) for one in report.results)
        problems = tuple(dict.fromkeys((*ground.problems, *ignores.problems, *report.problems)))
        return Found(
            draft=draft,
            report=attrs.evolve(report, results=results, problems=problems),
            check=checker.check,
            texts=ground.texts,
            config=ground.config,
            strict=policy.unchecked is Severity.ERROR,
            fault=fault,
        )

    def _ground(self, draft: Text) -> tuple[_Ground, ConfigError | None]:
        """What a draft is checked against; the one before, with the reason, if what stands on disk is wrong."""
        path = self._config_path(draft)
        but = self._apart(draft, path)
        before = self._grounds.get((path, but))
        try:
            ground = self._renewed(path, but, before)
        except ConfigError as error:
            if before is None:
                raise
            return before, error
        self._grounds[path, but] = ground
        return ground, None

    def _renewed(self, path: str | None, but: str | None, before: _Ground | None) -> _Ground:
        """What stands on disk now; as much as can be of what was read before."""
        config_stamps = stamps([path]) if path else {}
        if before is not None and before.config_stamps == config_stamps:
            if stamps(before.named) == before.source_stamps:
                return before
            config = before.config
        else:
            config = load_config(path) if path else Config()
        if (
            before is not None
            and _same_but_ignores(config, before.config)
            and stamps(before.named) == before.source_stamps
        ):
            return attrs.evolve(before, config=config, config_stamps=config_stamps)
        return self._read(config, config_stamps, but)

    def _read(self, config: Config, config_stamps: Stamps, but: str | None) -> _Ground:
        wanted = self.wanted
        listed = wanted.manifest and os.path.join(wanted.base, wanted.manifest)
        manifest = manifest_for(config, listed)
        refs = named_sources(config, wanted.sources, manifest, only_named=bool(listed), shown=wanted.shown)
        if not refs:
            raise UsageError("no source is named: give sources or manifest in quotecheck.toml")
        paths = [os.path.join(wanted.base, one if isinstance(one, str) else one.path) for one in refs]
        named = tuple(dict.fromkeys([*paths, *([manifest.path] if manifest else [])]))
        source_stamps = stamps(named)  # before they are read: what changes meanwhile is read again
        texts, problems = read_sources(refs, base=wanted.base, but=[but] if but else [], manifest=manifest)
        self.readings += 1
        aids = aids_named(config.nli, config.vectors, config.syntax)
        plugged: dict[str, Any] = (
            {} if aids is None else {"judge": aids.judge, "vectors": aids.vectors, "syntax": aids.syntax}
        )
        policy = policy_of(config, wanted.policy)
        checker = RememberingChecker(texts, policy=policy, people=dict(config.people), **plugged)
        return _Ground(
            config=config,
            config_stamps=config_stamps,
            named=named,
            source_stamps=source_stamps,
            checker=checker,
            lost=tuple(one for one in problems if one.fatal),
            problems=tuple(problems),
            texts={text.id: text for text in texts},
            aids=checker.policy.aids,
        )

    def _file(self, draft: Text) -> str | None:
        """Where a draft lies; None for one that was never saved."""
        if not draft.path or draft.path.startswith("<"):
            return None
        return real_path(os.path.join(self.wanted.base, draft.path))

    def _config_path(self, draft: Text) -> str | None:
        if self.wanted.config:
            return os.path.join(self.wanted.base, self.wanted.config)
        file = self._file(draft)
        found = find_config(os.path.dirname(file) if file else self.wanted.base)
        return str(found) if found else None

    def _apart(self, draft: Text, config: str | None) -> str | None:
        """The draft, where a directory of sources holds it: it is no source of itself."""
        file = self._file(draft)
        if file is None:
            return None
        holds = any(Path(file).is_relative_to(real_path(one)) for one in self._named(config))
        return file if holds else None

    def _named(self, config: str | None) -> list[str]:
        """The sources that are named, read or not."""
        for (path, _), ground in self._grounds.items():
            if path == config:
                return [*ground.named]
        own = [os.path.join(self.wanted.base, one) for one in self.wanted.sources]
        if own or config is None:
            return own
        try:
            settings = load_config(config)
            manifest = manifest_for(settings, None)
        except ConfigError:
            return []
        return [*settings.sources, *([one.file for one in manifest.entries] if manifest else [])]


def _same_but_ignores(one: Config, other: Config) -> bool:
    return attrs.evolve(one, ignores=()) == attrs.evolve(other, ignores=())
