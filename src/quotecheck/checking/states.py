"""States of one source, earlier and later: which of them a statement must stand in, and where it stands (QC307)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from quotecheck.model import Code, Statement, Text, Verdict
from quotecheck.verdicts.citations import Citation, names_source, read_citation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

Judged = Sequence[tuple[Considered, Judgement]]
ALIKE = 1e-6
"""Difference of scores below which two passages are equally good."""


@attrs.frozen
class States:
    """Which sources are states of one another.

    Attributes:
        texts: All sources, in order.
        current: Number of the current state by the number of each source that has another state.
    """

    texts: tuple[Text, ...]
    current: Mapping[int, int]

    @classmethod
    def of(cls, texts: Sequence[Text]) -> States:
        """The states among some sources. One of a source that is not among them stands for itself."""
        current: dict[int, int] = {}
        for number, text in enumerate(texts):
            if text.version_of is None:
                continue
            named = Citation(source=text.version_of)
            whole = next((at for at, one in enumerate(texts) if at != number and names_source(named, one)), None)
            if whole is not None and texts[whole].version_of is None:
                current |= {number: whole, whole: whole}
        return cls(tuple(texts), current)

    def wanted(self, cited: str | None, number: int) -> frozenset[int]:
        """The states of a source in which a statement should stand: those that it cites, else the current one.

        Args:
            cited: What the statement cites; None if nothing.
            number: A source that has other states.
        """
        whole = self.current[number]
        citation = read_citation(cited) if cited else Citation(source="")
        named = {at for at in self._family(number) if names_source(citation, self.texts[at])} if cited else set()
        return frozenset({whole} if whole in named or not named else named)

    def cited(self, statement: Statement, number: int) -> bool:
        """False if a statement cites a source among these, and this is neither it nor another state of it."""
        if statement.source is None:
            return True
        citation = read_citation(statement.source)
        if not any(names_source(citation, text) for text in self.texts):
            return True  # it cannot be told: the source cited was not given
        family = self._family(number) if number in self.current else [number]
        return any(names_source(citation, self.texts[at]) for at in family)

    def preferred(self, statement: Statement, judged: Judged) -> Judged:
        """The same passages; of equally good ones, that in the state which is wanted decides."""
        if not self.current or not judged or judged[0][0].order not in self.current:
            return judged
        first, wanted = judged[0], self.wanted(statement.source, judged[0][0].order)
        if first[0].order in wanted:
            return judged
        for pair in judged[1:]:
            if pair[1].rank != first[1].rank:
                break
            if pair[0].order in wanted and pair[0].comparison.score >= first[0].comparison.score - ALIKE:
                return [pair, *(one for one in judged if one is not pair)]
        return judged

    def other(self, statement: Statement, judged: Judged) -> Iterator[Fact]:
        """QC307 where the words stand in another state than the one that is wanted, and better than in that."""
        if not judged or judged[0][1].verdict is Verdict.ABSENT or judged[0][0].order not in self.current:
            return
        considered = judged[0][0]
        if considered.order not in self.wanted(statement.source, considered.order):
            comparison = considered.comparison
            whole = comparison.source.stretch(comparison.start, comparison.end)
            yield Fact(code=Code.OTHER_VERSION, source=(whole,), gaps={"found": _called(considered.text)})

    def _family(self, number: int) -> list[int]:
        whole = self.current[number]
        return [at for at, one in self.current.items() if one == whole]


def _called(text: Text) -> str:
    return f"{text.id} ({text.date})" if text.date else text.id
