"""Quotations checked from inside a test suite: ask, or assert. The pytest fixture over it is ``pytest_plugin``.

It knows nothing of pytest, so that any test runner can use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quotecheck.model import Kind, Outcome, Problem, Result, Statement, Text
from quotecheck.model.errors import ReadingError, UsageError, shown

if TYPE_CHECKING:
    from quotecheck.checking.checker import Checker
    from quotecheck.config import Config
    from quotecheck.reading.manifest import Manifest
    from quotecheck.reading.sources import SourceRef

__all__ = ["Quotations"]

SourceLike = str | Path | Text | Mapping[str, object]
"""A file or directory; a text at hand; or a path with what is known of it, as a line of candidates has it."""


class Quotations:
    """Checks quotations against sources, which are read and indexed once for each list of them."""

    def __init__(self, root: str | Path = ".", *, config: str | Path | None = None) -> None:
        """Quotations of one project.

        Args:
            root: The directory that relative paths of sources count from.
            config: A configuration file; None for the nearest in ``root`` or above it, if there is one.

        Raises:
            ConfigError: if the configuration is wrong.
        """
        from quotecheck.config import Config, find_config, load_config

        self._root = Path(root)
        path = config or find_config(root)
        self._config: Config = load_config(path) if path else Config()
        self._checkers: dict[object, tuple[Checker, object]] = {}

    def check(
        self,
        text: str,
        *,
        speaker: str | None = None,
        kind: Kind | str = Kind.DIRECT,
        cites: str | None = None,
        sources: SourceLike | Iterable[SourceLike] | None = None,
        policy: str | None = None,
    ) -> Result:
        """The result for some words.

        Args:
            text: The words, without quotation marks.
            speaker: Who is said to have said them; None if nobody is.
            kind: ``direct`` for the speaker's own words, ``indirect`` for a report of them.
            cites: The source that is cited, by id or path, perhaps with a place: "speech.txt, p. 12".
            sources: What to check against; None for what the configuration says.
            policy: Name of the policy; None for the configuration's, or ``news``.

        Raises:
            ReadingError: if a source cannot be read.
            ConfigError: if a manifest is wrong.
            UsageError: if there is no source, or no such policy or kind.
        """
        from quotecheck.config.scopes import policy_of

        __tracebackhide__ = True
        checker = self._checker(sources).under(policy_of(self._config, policy))
        return checker.check(Statement(text, kind=kind, speaker=speaker, source=cites))

    def assert_quoted(
        self,
        text: str,
        *,
        speaker: str | None = None,
        kind: Kind | str = Kind.DIRECT,
        cites: str | None = None,
        sources: SourceLike | Iterable[SourceLike] | None = None,
        policy: str | None = None,
        strict: bool = False,
    ) -> Result:
        """Asserts that the sources bear some words out; arguments and errors as ``check``.

        Args:
            strict: True to fail on warnings too.

        Returns:
            The result, for more to be asked of it.

        Raises:
            AssertionError: if they do not, or nothing could be checked; it shows the source's words and what differs.
        """
        __tracebackhide__ = True  # pytest then points at the test and not in here
        result = self.check(text, speaker=speaker, kind=kind, cites=cites, sources=sources, policy=policy)
        if result.outcome is not Outcome.PASS and (strict or result.outcome is not Outcome.WARN):
            raise AssertionError(told(result))
        return result

    def _checker(self, sources: SourceLike | Iterable[SourceLike] | None) -> Checker:
        """A checker over some sources, made once."""
        from quotecheck.checking.checker import Checker

        __tracebackhide__ = True
        given = _listed(sources)
        key = None if given is None else tuple(_key(one) for one in given)
        if key not in self._checkers:
            texts = self._texts(given)
            # The sources are kept with it: a text is known by its identity, which must not pass to another.
            self._checkers[key] = Checker(texts, people=dict(self._config.people)), given
        return self._checkers[key][0]

    def _texts(self, given: Sequence[SourceLike] | None) -> list[Text]:
        from quotecheck.reading import read_sources

        __tracebackhide__ = True
        manifest = self._manifest()
        if given is None:
            given = self._config.sources or ([one.file for one in manifest.entries] if manifest else [])
        texts: list[Text] = []
        problems: list[Problem] = []
        for one in given:
            if isinstance(one, Text):
                texts.append(one)
                continue
            more, more_problems = read_sources([_ref(one)], base=self._root, manifest=manifest)
            texts.extend(more)
            problems.extend(more_problems)
        lost = [problem for problem in problems if problem.fatal]
        if lost:
            first, *others = lost
            raise ReadingError("; ".join([first.message, *map(str, others)]), path=first.path)
        if not texts:
            raise UsageError("no source is named: give sources=…, or sources in quotecheck.toml")
        return texts

    def _manifest(self) -> Manifest | None:
        from quotecheck.reading.manifest import read_manifest

        return read_manifest(self._config.manifest) if self._config.manifest else None


def told(result: Result) -> str:
    """Why a result does not pass, for a person who reads a failed test."""
    from quotecheck.reports.text import Look, result_lines

    lines = [*result_lines(result, Look(width=100))]
    lines += [f"  {shown(str(problem))}" for problem in result.problems]
    return "\n".join(["the sources do not bear this out", *lines])


def _listed(sources: SourceLike | Iterable[SourceLike] | None) -> list[SourceLike] | None:
    if sources is None:
        return None
    return [sources] if isinstance(sources, str | Path | Text | Mapping) else list(sources)


def _key(source: SourceLike) -> object:
    if isinstance(source, Text):
        return id(source)
    return _ref(source)


def _ref(source: str | Path | Mapping[str, object]) -> SourceRef:
    from quotecheck.reading import SourceRef, known_from

    if not isinstance(source, Mapping):
        return SourceRef(str(source))
    path = source.get("path")
    if not isinstance(path, str | Path) or not str(path):
        raise UsageError('a source needs a "path"')
    return SourceRef(str(path), known_from({key: value for key, value in source.items() if key != "path"}))
