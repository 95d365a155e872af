"""What many lists are checked with: as it is sent to a worker, and as one process has it open."""

from __future__ import annotations

import datetime
import os
import threading
from hashlib import sha256
from importlib.metadata import version
from typing import Any, Final

import attrs

from quotecheck.checking.batch import Batch, batch_under
from quotecheck.checking.checker import Checker
from quotecheck.config import Config
from quotecheck.config.grounds import aids_named
from quotecheck.config.ignores import Ignores
from quotecheck.model import Claims, Policy, Problem, Text
from quotecheck.model.errors import UsageError

DISTRIBUTION: Final = "quotecheck-editorial"


@attrs.frozen(kw_only=True)
class Ground:
    """What all lists of a run are checked with: plain values, the same on every worker.

    Attributes:
        texts: Sources of the lines that carry none.
        problems: What could not be read of those.
        config: The configuration, its path absolute.
        today: The day of the run.
        claims: Which claims of each candidate are checked.
        archive: Directory of an archive, which all workers see; None for none.
        archive_state: The archive's catalogue as it was when the run began, as ``archive_state`` says it.
        aids: Names of what is plugged in: a judge's directory, that of vectors, a pipeline.
        version: Of quotecheck.
    """

    texts: tuple[Text, ...]
    problems: tuple[Problem, ...]
    config: Config
    today: datetime.date
    claims: Claims
    archive: str | None = None
    archive_state: str = ""
    aids: tuple[str | None, str | None, str | None] = (None, None, None)
    version: str = attrs.field(factory=lambda: version(DISTRIBUTION))

    def key(self) -> str:
        """A hash of all that can change a result, beside the list and its policy."""
        values = (
            self.version,
            [(repr(text), text.sha256) for text in self.texts],
            self.problems,
            self.config.people,
            Ignores(self.config, self.today).holding,
            self.claims,
            self.archive_state,
            self.aids,
        )
        return sha256(repr(values).encode("utf-8", "backslashreplace")).hexdigest()


def archive_state(archive: Any) -> str:
    """What an open archive holds, by the names of its segments, which follow from what is in them."""
    return sha256(repr(archive.catalogue).encode()).hexdigest()


class Desk:
    """A ground as one process has it open: sources, archive and aids read once, one checker a policy."""

    def __init__(self, ground: Ground, key: str) -> None:
        self.key = key
        self._ground = ground
        aids = aids_named(*ground.aids)
        self._plugged: dict[str, Any] = (
            {} if aids is None else {"judge": aids.judge, "vectors": aids.vectors, "syntax": aids.syntax}
        )
        self._archive = _archive(ground)
        self._checkers: dict[str, Checker] = {}
        self._lock = threading.Lock()

    def batch(self, policy: Policy, path: str) -> Batch:
        """The batch for a list under a policy: what its lines name themselves is its own, the rest is shared."""
        ground = self._ground
        return batch_under(
            policy,
            people=dict(ground.config.people),
            plugged=self._plugged,
            base=os.path.dirname(path),
            list_path=path,
            shared=ground.texts,
            shared_problems=ground.problems,
            shared_checker=self._checker(policy),
            claims=ground.claims,
        )

    def _checker(self, policy: Policy) -> Checker | None:
        ground = self._ground
        if self._archive is None and not any(text.content.strip() for text in ground.texts):
            return None
        with self._lock:
            made = self._checkers.get(policy.fingerprint)
            if made is None:
                people = dict(ground.config.people)
                made = Checker(ground.texts, policy=policy, people=people, archive=self._archive, **self._plugged)
                self._checkers[policy.fingerprint] = made
            return made


def _archive(ground: Ground) -> Any:
    if ground.archive is None:
        return None
    from quotecheck.archive import Archive

    archive = Archive(ground.archive)
    if archive_state(archive) != ground.archive_state:
        raise UsageError("the archive changed since the run began: start it again", path=ground.archive)
    return archive


_desk: Desk | None = None
_opening = threading.Lock()


def opened(ground: Ground, key: str) -> Desk:
    """The ground, opened by this process before or now; the one of the run before is let go."""
    global _desk
    with _opening:
        if _desk is None or _desk.key != key:
            _desk = Desk(ground, key)
        return _desk
