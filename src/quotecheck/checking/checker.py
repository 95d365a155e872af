"""Where the rooms meet: statements against sources, under a policy."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from quotecheck.aids import Aids, Judge, Syntax, Vectors
from quotecheck.checking.circumstances import circumstances
from quotecheck.checking.cited_places import preferred
from quotecheck.checking.denied import is_said_there
from quotecheck.checking.direct import check_direct, is_doubtful
from quotecheck.checking.foreign import not_compared
from quotecheck.checking.headlines import asks_for_content, in_headline
from quotecheck.checking.indirect import check_indirect
from quotecheck.checking.known import KnownSource
from quotecheck.checking.parallel import in_order
from quotecheck.checking.passages import evidence_of, passages_of
from quotecheck.checking.shelf import Collection, Shelf, earliest
from quotecheck.checking.sightings import Sighting, with_copies
from quotecheck.checking.skipped import skipped
from quotecheck.checking.source import text_given, texts_given
from quotecheck.checking.states import States
from quotecheck.matching.query import Query, read_query
from quotecheck.model import (
    Alternative,
    Claims,
    Code,
    Consulted,
    CueKind,
    Evidence,
    Kind,
    NoClaim,
    Policy,
    Problem,
    Report,
    Result,
    Statement,
    Text,
    Verdict,
    Zone,
)
from quotecheck.model.people import Office
from quotecheck.speech.claims import claims as claims_of
from quotecheck.speech.statements import extract, is_said
from quotecheck.speech.untried import untried
from quotecheck.verdicts.citations import names_source, read_citation
from quotecheck.verdicts.declared import read_declared, without_declared
from quotecheck.verdicts.emphasis import emphasis
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.findings import Weighing, findings_of, outcome_of
from quotecheck.verdicts.judge import Considered, Judgement
from quotecheck.verdicts.policies import claims_named, policy_named
from quotecheck.verdicts.records import record

if TYPE_CHECKING:
    from quotecheck.checking.second import Doubt

MOST_ALTERNATIVES: Final = 5
"""Other places that a result lists."""

MOST_SIGHTINGS: Final = 1000
"""Documents of an archive that are looked at for all places of some words."""

Progress = Callable[[int], None]


@attrs.frozen(eq=False)
class _Ground:
    """What one statement is checked against: sources, and which of them are states of one another."""

    sources: tuple[KnownSource, ...]
    states: States

    @classmethod
    def of(cls, sources: tuple[KnownSource, ...]) -> _Ground:
        return cls(sources, States.of([source.text for source in sources]))


class Checker:
    """Checks statements against sources.

    It is read-only once made: it can be shared between threads and pickled.
    """

    def __init__(
        self,
        sources: Iterable[Text],
        *,
        policy: Policy | str = "news",
        people: Mapping[str, Sequence[str | Office]] | None = None,
        judge: Judge | None = None,
        vectors: Vectors | None = None,
        syntax: Syntax | None = None,
        archive: Collection | None = None,
    ) -> None:
        """A checker over some sources.

        Args:
            sources: The texts that statements may rest on, in order.
            policy: A policy, or the name of one that ships.
            people: The house's own list: full names, each with its other forms and its offices; an office counts in
                a source of the days on which it was held.
            judge: A stronger judge of statements without marks: any callable that takes a premise and a hypothesis and
                gives the probabilities of "entailment", "contradiction" and "neutral".
            vectors: Find more sentences of a source to hold against such a statement.
            syntax: Reads who does what to whom in both.
            archive: Documents beside the sources, too many to be read whole: those that a statement may rest on are
                read when it is checked.

        Raises:
            UsageError: if no policy has that name, or a source is no text.
        """
        self._aids = Aids(judge=judge, vectors=vectors, syntax=syntax)
        self.policy = self._aided(policy_named(policy) if isinstance(policy, str) else policy)
        self.sources = tuple(KnownSource(text, people) for text in texts_given(sources))
        self._given = _Ground.of(self.sources)
        self._shelf = Shelf(archive, people) if archive is not None else None

    def check(self, statement: Statement | str) -> Result:
        """The result for one statement.

        Args:
            statement: What to check; a string is a direct statement without a speaker.
        """
        asked = Statement(statement) if isinstance(statement, str) else statement
        if asked.term:
            return self._result(asked, None, facts=(Fact(code=Code.TERM),))
        if asked.no_claim is not None:
            return skipped(asked)
        query = read_query(without_declared(asked.text, read_declared(asked)))
        if not len(query) or not (self.sources or self._shelf):
            return self._unchecked(asked, query)
        return self._against(asked, query, self._ground(asked, query))

    def _against(self, asked: Statement, query: Query, ground: _Ground) -> Result:
        """The result for one statement against some sources."""
        judged: Sequence[tuple[Considered, Judgement]]
        doubt = None
        if asked.kind is Kind.DIRECT:
            judged, doubt = self._direct(asked, query, ground)
        else:
            judged = check_indirect(asked, query, ground.sources, self._aids, self.policy.calibration)
        judged = ground.states.preferred(asked, preferred(asked, judged, ground.sources))
        if asked.zone is Zone.HEADLINE and asked.kind is Kind.DIRECT and asks_for_content(self.policy):
            asked, judged = in_headline(asked, query, judged, ground.sources)
        if asked.cue_kind is CueKind.UNSAID and not is_said_there(judged):
            return skipped(attrs.evolve(asked, no_claim=NoClaim.UNSAID))
        foreign = not_compared(asked, judged, ground.sources)
        if foreign is not None:
            return self._result(asked, None, facts=(foreign,))
        if doubt is not None:
            evidence = evidence_of(doubt.considered) if doubt.considered else None
            return self._result(asked, None, facts=(doubt.fact,), evidence=evidence, source=doubt.text)
        return self._judged(asked, query, ground, judged)

    def _direct(
        self, asked: Statement, query: Query, ground: _Ground
    ) -> tuple[list[tuple[Considered, Judgement]], Doubt | None]:
        """What was judged of a direct statement, and what two readings of a file do not agree on."""
        judged = check_direct(asked, query, ground.sources, self.policy.foldings, ground.states)
        if not is_doubtful(judged) or not any(source.text.origin.pages for source in ground.sources):
            return judged, None
        from quotecheck.checking.second import asked_again  # late: most runs have no fault in a PDF, and starts count

        return asked_again(asked, query, judged, ground.sources, self.policy.foldings, ground.states)

    def find(self, statement: Statement | str, *, most: int = MOST_SIGHTINGS) -> tuple[Sighting, ...]:
        """Every text in which a statement's words stand, or nearly, the earliest first.

        Args:
            statement: What to look for; a string is a direct statement without a speaker.
            most: Documents of the archive that are looked at, at most.

        Returns:
            The texts, each with its result; those with nothing like the words are left out.
        """
        asked = Statement(statement) if isinstance(statement, str) else statement
        query = read_query(asked.text)
        if not len(query):
            return ()
        more = self._shelf.likely(asked, query, most=most) if self._shelf else []
        found, tokens = [], []
        for source in sorted((*self.sources, *more), key=lambda one: earliest(one.text)):
            result = self._against(asked, query, _Ground.of((source,)))
            if result.verdict is not None and result.verdict is not Verdict.ABSENT:
                found.append(Sighting(result=result, text=source.text))
                tokens.append(source.tokens)
        return with_copies(found, tokens)

    def under(self, policy: Policy) -> Checker:
        """The same checker under another policy: the sources are not read again.

        Args:
            policy: What findings weigh, and which foldings are in force.
        """
        other = copy.copy(self)
        other.policy = self._aided(policy)
        return other

    def _aided(self, policy: Policy) -> Policy:
        """A policy whose fingerprint names what is plugged in."""
        names = self._aids.names
        return policy if policy.aids == names else attrs.evolve(policy, aids=names)

    def check_many(
        self, statements: Iterable[Statement], *, progress: Progress | None = None, jobs: int = 1
    ) -> Iterator[Result]:
        """Results in the order of the statements, one at a time.

        Args:
            statements: What to check.
            progress: Called with the number done after each.
            jobs: Processes that check them. Where they cannot be forked, or something is plugged in, each reads the
                sources anew, and the caller's module must be one that can be imported without doing anything.
        """
        for done, (_, result) in enumerate(self._results(statements, jobs), 1):
            yield result
            if progress is not None:
                progress(done)

    def _results(self, statements: Iterable[Statement], jobs: int) -> Iterator[tuple[Statement, Result]]:
        return in_order(self.check, statements, jobs, forked=not self._aids.names)

    def check_draft(self, draft: Text, *, claims: Claims | str | None = None, jobs: int = 1) -> Report:
        """The results for every statement that a draft makes.

        Args:
            draft: The text to be checked; its statements are found in it.
            claims: "attributed" for what it gives to somebody or puts in marks, "all" for every sentence that claims
                something too; sentences that claim nothing are then in the report as skipped. None is the policy's.
            jobs: Processes that check them, as ``check_many`` takes it.

        Raises:
            ConfigError: if ``claims`` is neither.
            UsageError: if the draft is no text.
        """
        asked = claims_named(claims) if claims is not None else self.policy.claims
        results = tuple(result for _, result in self._results(statements_of(text_given(draft), asked), jobs))
        problems = draft.problems + tuple(problem for source in self.sources for problem in source.text.problems)
        problems += untried(draft)
        if not results:
            message = "no statement was found in it" if draft.content.strip() else "it is empty: nothing to check"
            problems += (Problem(message=message, code="no-statement", path=draft.id),)
        return Report(
            policy=self.policy.name,
            fingerprint=self.policy.fingerprint,
            drafts=(_consulted(draft),),
            sources=self._consulted(results),
            results=results,
            problems=problems,
        )

    def _ground(self, asked: Statement, query: Query) -> _Ground:
        """The sources, and the documents of the archive that a statement may rest on."""
        more = self._shelf.likely(asked, query) if self._shelf else []
        return _Ground.of((*self.sources, *more)) if more else self._given

    def _consulted(self, results: Iterable[Result]) -> tuple[Consulted, ...]:
        """The sources, and the documents of the archive that some result rests on, in order of their ids."""
        given = [source.text for source in self.sources]
        if self._shelf is not None:
            named = {passage.source for one in results if one.evidence for passage in one.evidence.passages}
            given += [self._shelf.named(id) for id in sorted(named - {text.id for text in given})]
        return tuple(_consulted(text) for text in given)

    def _judged(
        self, asked: Statement, query: Query, ground: _Ground, judged: Sequence[tuple[Considered, Judgement]]
    ) -> Result:
        if not judged:
            facts = (Fact(code=Code.NOT_FOUND), *circumstances(asked, query, (), ground.sources))
            return self._result(asked, Verdict.ABSENT, facts=facts, confidence=0.97)
        considered, judgement = judged[0]
        facts = (*judgement.facts, *circumstances(asked, query, judged, ground.sources))
        facts += tuple(ground.states.other(asked, judged))
        facts += tuple(emphasis(asked, considered, read_declared(asked)))
        facts += tuple(record(considered, ground.sources[considered.order].language))
        return self._result(
            asked,
            judgement.verdict,
            facts=facts,
            confidence=judgement.confidence,
            evidence=evidence_of(considered),
            alternatives=_alternatives(judged),
            source=considered.text,
            problems=(*self._not_given(asked, ground), *(untried(considered.text) if asked.speaker else ())),
        )

    def _not_given(self, asked: Statement, ground: _Ground) -> tuple[Problem, ...]:
        """What is to be said of a citation of a source that is not among the sources."""
        if asked.source is None:
            return ()
        citation = read_citation(asked.source)
        if any(names_source(citation, source.text) for source in ground.sources):
            return ()
        message = f"the source it cites, {asked.source!r}, is not among the sources: where it stands was not checked"
        return (Problem(message=message, code="citation-unknown"),)

    def _unchecked(self, asked: Statement, query: Query) -> Result:
        message = "there is no source to check it against" if len(query) else "it has no words to look for"
        problem = Problem(message=message, code="no-source" if len(query) else "no-words")
        return self._result(asked, None, problems=(problem,))

    def _result(
        self,
        asked: Statement,
        verdict: Verdict | None,
        *,
        facts: Sequence[Fact] = (),
        confidence: float | None = None,
        evidence: Evidence | None = None,
        alternatives: tuple[Alternative, ...] = (),
        problems: tuple[Problem, ...] = (),
        source: Text | None = None,
    ) -> Result:
        passages = evidence.passages if evidence else ()
        weighing = Weighing(policy=self.policy, zone=asked.zone, fidelity=source.fidelity if source else None)
        content = source.content if source else ""
        findings = findings_of(facts, weighing=weighing, text=asked.text, content=content, passages=passages)
        return Result(
            statement=asked,
            verdict=verdict,
            outcome=outcome_of(verdict, findings),
            confidence=confidence,
            findings=findings,
            evidence=evidence,
            alternatives=alternatives,
            problems=problems,
            id=asked.id,
        )


def statements_of(draft: Text, claims: Claims) -> tuple[Statement, ...]:
    """What of a draft is checked, in order of place."""
    if claims is Claims.ALL:
        return claims_of(draft)
    return tuple(one for one in extract(draft) if is_said(one))


def _alternatives(judged: Sequence[tuple[Considered, Judgement]]) -> tuple[Alternative, ...]:
    chosen = judged[0][0]
    others = [
        pair
        for pair in judged[1:]
        if pair[0].order != chosen.order or pair[0].comparison.start != chosen.comparison.start
    ]
    return tuple(
        Alternative(
            verdict=judgement.verdict, passages=passages_of(considered), score=round(considered.comparison.score, 4)
        )
        for considered, judgement in others[:MOST_ALTERNATIVES]
    )


def _consulted(text: Text) -> Consulted:
    return Consulted(path=text.path or text.id, sha256=text.sha256)


__all__ = ["Checker", "Progress", "is_said"]
