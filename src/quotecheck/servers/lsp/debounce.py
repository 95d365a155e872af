"""When to check what somebody is writing: a little after the last change, and now and then if they never pause.

Nothing waits here and no clock is read: the time is an argument.
"""

from __future__ import annotations

import attrs


@attrs.define
class _Asked:
    first: float
    last: float


class Debounce:
    """Things to be done, each once for many changes of it."""

    def __init__(self, delay: float = 0.4, most: float = 3.0) -> None:
        """Times in seconds.

        Args:
            delay: What must pass after the last change of a thing.
            most: What may pass after the first, if changes go on.
        """
        self.delay = delay
        self.most = most
        self._asked: dict[str, _Asked] = {}

    def ask(self, key: str, now: float) -> None:
        """Something changed."""
        known = self._asked.get(key)
        if known is None:
            self._asked[key] = _Asked(now, now)
        else:
            known.last = now

    def drop(self, key: str) -> None:
        """It need not be done any more, or is done at once."""
        self._asked.pop(key, None)

    def wait(self, now: float) -> float | None:
        """Seconds until the next is due, 0 if one is; None if there is nothing to do."""
        if not self._asked:
            return None
        return max(0.0, min(self._due(one) for one in self._asked.values()) - now)

    def due(self, now: float) -> list[str]:
        """What is due, the longest due first; it is asked no more."""
        found = sorted((self._due(one), key) for key, one in self._asked.items() if self._due(one) <= now)
        for _, key in found:
            del self._asked[key]
        return [key for _, key in found]

    def _due(self, one: _Asked) -> float:
        return min(one.last + self.delay, one.first + self.most)
