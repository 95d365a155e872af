"""Candidates in, results out, in order: which sources each line is checked against, read and indexed once.

Files are opened by the function that the caller passes in; what a verdict is, the checker decides.
"""

from __future__ import annotations

import functools
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import attrs

from quotecheck.checking.parallel import in_order
from quotecheck.checking.skipped import skipped
from quotecheck.model import ClaimNumber, Claims, Outcome, Policy, Problem, Result, Statement, Text, Verdict
from quotecheck.model.people import Office
from quotecheck.reading.candidates import Candidate, Unread
from quotecheck.reading.manifest import real_path
from quotecheck.reading.sources import SourceRef

CACHE = 16 * 1024 * 1024
"""Code points of sources that are kept read and indexed, each some 30 bytes; the least recently used go first."""

MOST_KEPT = 10_000
"""Lists of sources that are kept: one that could not be read has no code points, and is kept too."""

Read = Callable[[Sequence[SourceRef]], tuple[list[Text], list[Problem]]]


class Checks(Protocol):
    """What a batch asks of a checker."""

    def check(self, statement: Statement) -> Result:
        """The result for one statement."""
        ...


MakeChecker = Callable[[Sequence[Text]], Checks]


@attrs.frozen
class Sourced:
    """A checker over some sources, and what could not be read of them.

    Attributes:
        checker: None if nothing could be read.
        problems: What stood in the way.
        size: Code points of the sources.
    """

    checker: Checks | None
    problems: tuple[Problem, ...]
    size: int


class Batch:
    """Checks candidates one by one, and keeps the checkers of the source lists that come again."""

    def __init__(
        self,
        make_checker: MakeChecker,
        read: Read,
        *,
        shared: Sequence[Text] = (),
        shared_problems: Sequence[Problem] = (),
        shared_checker: Checks | None = None,
        base: str = "",
        cache: int = CACHE,
        claims: Claims = Claims.ATTRIBUTED,
    ) -> None:
        """A batch.

        Args:
            make_checker: A checker over some sources, under the policy in force.
            read: Reads the sources that a line names; relative paths count from ``base`` there too.
            shared: Sources of every line that carries none.
            shared_problems: What could not be read of those.
            shared_checker: The checker for those lines, where it knows more than the sources; None to make it of them.
            base: Directory that the lines' relative paths count from.
            cache: Code points of sources to keep; one list of sources is kept whatever its size.
            claims: ``ALL`` to take each candidate for a whole text, whose claims are checked one by one.
        """
        self._make = make_checker
        self._read = read
        self._base = base
        self._cache = cache
        self._claims = claims
        self._shared = (tuple(shared), tuple(shared_problems))
        made = Sourced(shared_checker, tuple(shared_problems), 0) if shared_checker is not None else None
        self._shared_made: Sourced | None = made
        self._kept: OrderedDict[object, Sourced] = OrderedDict()
        self._kept_size = 0

    def results(self, candidates: Iterable[Candidate | Unread]) -> Iterator[Result]:
        """One result a candidate, or one for each of its claims; lazily and in order."""
        for _, result in self.pairs(candidates):
            yield result

    def pairs(
        self, candidates: Iterable[Candidate | Unread], *, jobs: int = 1, forked: bool = True
    ) -> Iterator[tuple[Candidate | Unread, Result]]:
        """Each candidate with its result, or with that of each of its claims; lazily and in order.

        Args:
            candidates: As they come; no more are taken than are being checked.
            jobs: Processes that check them.
            forked: False where what is plugged in does not outlive a fork.
        """
        for one, results in in_order(self.whole, candidates, jobs, forked=forked):
            for result in results:
                yield one, result

    def whole(self, candidate: Candidate | Unread) -> tuple[Result, ...]:
        """All results of one candidate."""
        return (unread(candidate),) if isinstance(candidate, Unread) else tuple(self.all_of(candidate))

    def all_of(self, candidate: Candidate) -> Iterator[Result]:
        """The results of one candidate: one, or one for each of its claims; each with its id and its own keys."""
        if self._claims is not Claims.ALL or candidate.quoted:
            yield self._result(candidate, candidate.statement)
            return
        found = claims_in(candidate.statement)
        for number, one in enumerate(found, 1):
            yield attrs.evolve(self._result(candidate, one), claim=ClaimNumber(number, len(found)))

    def _result(self, candidate: Candidate, statement: Statement) -> Result:
        if statement.no_claim is not None:
            return attrs.evolve(skipped(statement), extra=candidate.extra)
        sourced = self.sourced(candidate)
        if sourced.checker is None:
            found = unchecked(statement, sourced.problems)
        else:
            found = with_problems(sourced.checker.check(statement), sourced.problems)
        return attrs.evolve(found, id=statement.id, extra=candidate.extra)

    def sourced(self, candidate: Candidate) -> Sourced:
        """The checker over a candidate's sources, kept where they come again."""
        if not (candidate.sourced or candidate.sources or candidate.source_text is not None):
            self._shared_made = self._shared_made or self._sourced_from(*self._shared)
            return self._shared_made
        key = self._key(candidate)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        made = self._made(candidate)
        self._kept[key] = made
        self._kept_size += made.size
        while len(self._kept) > 1 and (self._kept_size > self._cache or len(self._kept) > MOST_KEPT):
            _, dropped = self._kept.popitem(last=False)
            self._kept_size -= dropped.size
        return made

    def _key(self, candidate: Candidate) -> object:
        """Equal where the sources are: their files and what is known of them."""
        refs = tuple((real_path(os.path.join(self._base, ref.path)), ref) for ref in candidate.sources)
        return refs, candidate.source_text

    def _made(self, candidate: Candidate) -> Sourced:
        texts: list[Text] = []
        problems: list[Problem] = []
        if candidate.sources:
            texts, problems = self._read(candidate.sources)
        if candidate.source_text is not None:
            texts = [*texts, Text(content=candidate.source_text, id="source_text")]
        return self._sourced_from(texts, problems)

    def _sourced_from(self, texts: Sequence[Text], problems: Sequence[Problem]) -> Sourced:
        size = sum(len(text.content) for text in texts)
        if any(text.content.strip() for text in texts):
            return Sourced(self._make(texts), tuple(problems), size)
        if not problems:
            message = "the source is empty" if texts else "no source is named: give --source, or sources in the line"
            problems = [Problem(message=message, code="empty" if texts else "no-source", fatal=True)]
        return Sourced(None, tuple(problems), size)


def batch_under(
    policy: Policy,
    *,
    people: Mapping[str, Sequence[str | Office]],
    plugged: Mapping[str, Any],
    base: str,
    list_path: str,
    shared: Sequence[Text],
    shared_problems: Sequence[Problem],
    shared_checker: Checks | None,
    claims: Claims,
) -> Batch:
    """The batch for one list, with the checker that ships.

    Args:
        policy: Under which it is checked.
        people: The house's own list, as a checker takes it.
        plugged: Arguments of a checker for what is plugged in.
        base: Directory that the lines' relative paths count from.
        list_path: The list, which is no source of itself by way of its directory.
        shared: As ``Batch`` takes them, and so the rest.
        shared_problems: What could not be read of those.
        shared_checker: The checker for lines without sources; None to make it of ``shared``.
        claims: Which claims of each candidate are checked.
    """
    from quotecheck.checking.checker import Checker  # half of the product: a wrong argument is told without it
    from quotecheck.reading.sources import read_sources

    # Partials of what has a name: a process that is not forked is sent them.
    checker = functools.partial(Checker, policy=policy, people=dict(people), **plugged)
    return Batch(
        checker,
        functools.partial(read_sources, base=base, but=[list_path]),
        shared=shared,
        shared_problems=shared_problems,
        shared_checker=shared_checker,
        base=base,
        claims=claims,
    )


def claims_in(statement: Statement) -> tuple[Statement, ...]:
    """The claims of a candidate that is a whole text: spans count in it; one at least.

    Speaker and citation are the candidate's where its text names none.
    """
    from quotecheck.speech.claims import claims  # most lists are of statements, and need no reader of texts

    found = claims(Text(content=statement.text, id="text"))
    return tuple(
        attrs.evolve(
            one,
            id=statement.id,
            draft=None,
            line=None,
            column=None,
            children=tuple(attrs.evolve(child, draft=None, line=None, column=None) for child in one.children),
            speaker=one.speaker or statement.speaker,
            source=one.source or statement.source,
        )
        for one in found
    ) or (statement,)


def unread(line: Unread) -> Result:
    """The result of a line that could not be read."""
    statement = Statement(line.text or "", id=line.id)
    found = unchecked(statement, (line.error.problem(),))
    return attrs.evolve(found, id=line.id, extra=line.extra)


def unchecked(statement: Statement, problems: Sequence[Problem]) -> Result:
    """The result of a statement that nothing could be checked of."""
    return Result(statement=statement, verdict=None, outcome=Outcome.UNCHECKED, problems=tuple(problems))


def with_problems(result: Result, problems: Sequence[Problem]) -> Result:
    """``result`` with what could not be read of its sources.

    Where something could not be read at all, what is not in the rest is not known to be absent: no verdict is left.
    """
    problems = [problem for problem in dict.fromkeys(problems) if problem not in result.problems]
    if not problems:
        return result
    told = attrs.evolve(result, problems=(*result.problems, *problems))
    if result.verdict is Verdict.ABSENT and any(problem.fatal for problem in problems):
        return attrs.evolve(told, verdict=None, outcome=Outcome.UNCHECKED, confidence=None, findings=())
    return told
