"""A checker that checks a statement once, for drafts that are checked again and again while somebody writes."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from quotecheck.checking.checker import Checker
from quotecheck.model import Policy, Result, Statement, Text, Words
from quotecheck.model.people import Office

MOST_REMEMBERED: Final = 20_000
"""Results that are kept; beyond that, those that were not asked for longest are forgotten."""

PLACE: Final = ("draft", "line", "column", "id")
"""What of a statement says only where it stands: the result is the same without it."""

_SHIFTED: Final = ("parts", "mention", "cue", "children", "declares", "referents")
"""What of a statement has places in the draft: the result is the same if all are shifted alike."""


class Stopped(Exception):
    """A check was stopped, for what it was about is no longer what stands there."""


class RememberingChecker(Checker):
    """A checker that gives the result it gave before, for a statement of the same words, speaker and surroundings.

    What it gives is what a ``Checker`` gives. It is for one thread at a time.

    Attributes:
        checked: Statements that were really checked so far, by this checker and those made of it.
    """

    def __init__(
        self, sources: Iterable[Text], *, people: Mapping[str, Sequence[str | Office]] | None = None, **more: Any
    ) -> None:
        """A checker; arguments and errors as ``Checker``."""
        super().__init__(sources, people=people, **more)
        self._known: dict[object, Result] = {}
        self._count = [0]
        self._print = self.policy.fingerprint
        self._stopped: Callable[[], bool] | None = None

    @property
    def checked(self) -> int:
        """How many statements were really checked."""
        return self._count[0]

    def under(self, policy: Policy) -> RememberingChecker:
        """The same checker under another policy; what is remembered is shared."""
        other = super().under(policy)
        assert isinstance(other, RememberingChecker)  # a copy of this one
        other._print = other.policy.fingerprint
        return other

    def until(self, stopped: Callable[[], bool]) -> RememberingChecker:
        """The same checker, which asks before each statement whether to go on, and else raises ``Stopped``.

        What it has checked by then is remembered.
        """
        other = copy.copy(self)
        other._stopped = stopped
        return other

    def check(self, statement: Statement | str) -> Result:
        """As ``Checker.check``.

        Raises:
            Stopped: if it is to stop.
        """
        if self._stopped is not None and self._stopped():
            raise Stopped
        asked = Statement(statement) if isinstance(statement, str) else statement
        key = (self._print, without_place(asked))
        known = self._known.pop(key, None)
        if known is None:
            known = super().check(asked)
            self._count[0] += 1
        self._known[key] = known
        if len(self._known) > MOST_REMEMBERED:
            del self._known[next(iter(self._known))]
        return known if known.statement is asked else _moved(known, asked)


def without_place(statement: Statement) -> tuple[object, ...]:
    """All of a statement that can change its result: places in the draft count from its own start."""
    return _relative(statement, statement.start or 0)


def _relative(statement: Statement, at: int) -> tuple[object, ...]:
    found: list[object] = []
    for field in attrs.fields(Statement):
        value = getattr(statement, field.name)
        if field.name in PLACE:
            continue
        if field.name == "parts":
            value = tuple((part.start - at, part.end - at) for part in value)
        elif field.name == "children":
            value = tuple(_relative(child, at) for child in value)
        elif field.name in _SHIFTED:
            value = tuple(_words(one, at) for one in value) if isinstance(value, tuple) else _words(value, at)
        found.append(value)
    return tuple(found)


def _words(words: Words | None, at: int) -> object:
    return words and (words.text, words.start - at, words.end - at)


def _moved(result: Result, asked: Statement) -> Result:
    """A result for the same statement at another place; what the check made of the statement stays."""
    there = {name: getattr(asked, name) for name in (*PLACE, *_SHIFTED)}
    return attrs.evolve(result, statement=attrs.evolve(result.statement, **there))
