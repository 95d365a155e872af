"""What a house knows of people and the offices they held. Who is meant in a text is the room ``speech``."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d])")


@attrs.frozen
class Office:
    """An office that somebody holds or held.

    Attributes:
        title: What its holder is called ("mayor of Larkmoor").
        since: The first day; None if it always was theirs, as far as is known.
        until: The last day; None if they hold it still.
    """

    title: str
    since: datetime.date | None = None
    until: datetime.date | None = None

    def held_at(self, date: str | None) -> bool:
        """True if it was held for certain at a date as a source gives it: a day, a month ("2022-03") or a year.

        With no date, or one that cannot be read, only an office without bounds was.
        """
        if self.since is None and self.until is None:
            return True
        days = days_of(date)
        if days is None:
            return False
        return (self.since is None or self.since <= days[0]) and (self.until is None or days[1] <= self.until)


def days_of(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a date that begins as ISO 8601 has it; None if it does not."""
    found = _DATE.match(date or "")
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        first = datetime.date(year, month or 1, day or 1)
        if day:
            return first, first
        after = datetime.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    except ValueError:  # no such day, or beyond the calendar
        return None
    return first, after - datetime.timedelta(days=1)


def forms_at(people: Mapping[str, Sequence[str | Office]], date: str | None) -> dict[str, tuple[str, ...]]:
    """Every other name of each person in a text of some date: names, and the offices that were held then.

    An office that two of them held on that day names neither.

    Args:
        people: Names, each with other names and offices.
        date: As ``Text.date``; None if unknown.
    """
    held = Counter(
        title
        for forms in people.values()
        for title in {_folded(one.title) for one in forms if isinstance(one, Office) and one.held_at(date)}
    )
    return {
        name: tuple(
            one if isinstance(one, str) else one.title
            for one in forms
            if isinstance(one, str) or (one.held_at(date) and held[_folded(one.title)] == 1)
        )
        for name, forms in people.items()
    }


def _folded(title: str) -> str:
    return " ".join(title.casefold().split()).removeprefix("the ")
