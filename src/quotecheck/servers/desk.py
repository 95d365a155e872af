"""The desk behind every door: a question as JSON values, the answer as JSON values, and the checker between them.

What HTTP or a protocol for assistants makes of it is not known here. An answer is in the shape of ``reports.wire``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from quotecheck.checking.batch import Batch, with_problems
from quotecheck.checking.checker import Checker, statements_of
from quotecheck.checking.shelf import Collection
from quotecheck.config import Config
from quotecheck.config.scopes import policy_of
from quotecheck.model import Claims, Consulted, Problem, Report, Statement, Text
from quotecheck.model.errors import QuotecheckError, ReadingError, UnknownCode
from quotecheck.reading.candidates import Candidate, Fault, Unread, candidate_from, extra_of, identifier
from quotecheck.reading.known import type_name
from quotecheck.reading.sources import SourceRef
from quotecheck.reports import wire
from quotecheck.servers.asked import Json, Limits, Refused, fields, listed, sent_sources, sent_text, whole, word, wrong
from quotecheck.servers.elements import by_element, read_elements, read_marked
from quotecheck.speech.statements import extract
from quotecheck.speech.untried import untried
from quotecheck.verdicts.policies import claims_named
from quotecheck.verdicts.registry import ALL_RULES, explain, rule_for

_SHORTEST: Final = 8  # code points of a draft for each statement in it, at least
_MOST_FOUND: Final = 1000

Texts = Mapping[str, Text]
PageOf = Callable[[Report, Texts], str]


class Desk:
    """Answers questions with sources that it was given once, or that come with the question."""

    def __init__(
        self,
        sources: Iterable[Text] = (),
        *,
        problems: Iterable[Problem] = (),
        config: Config | None = None,
        policy: str | None = None,
        archive: Collection | None = None,
        limits: Limits | None = None,
        version: str = "",
        page: PageOf | None = None,
    ) -> None:
        """A desk.

        Args:
            sources: What a question is checked against that brings none.
            problems: What could not be read of those.
            config: The house's configuration.
            policy: Name of the policy of a question that names none; None for the configuration's.
            archive: Documents beside the sources.
            limits: How much one question may ask for.
            version: Of quotecheck, for reports.
            page: Makes the annotated copy; None where there is none to be had.

        Raises:
            UsageError: if no policy has that name.
        """
        self.sources = tuple(sources)
        self.limits = limits or Limits()
        self._problems = tuple(problems)
        self._config = config or Config()
        self._policy = policy
        self._archive = archive
        self._version = version
        self._page = page
        self._base = self._checker(self.sources, None)

    def _checker(self, texts: Iterable[Text], policy: str | None) -> Checker:
        chosen = policy_of(self._config, policy or self._policy)
        return Checker(texts, policy=chosen, people=dict(self._config.people), archive=self._archive)

    def _asked(self, values: Mapping[str, Any]) -> tuple[Checker, list[Problem]]:
        """The checker for a question, and what could not be read of its sources."""
        policy = word(values, "policy")
        if not values.get("sources"):
            base = self._base.under(policy_of(self._config, policy or self._policy)) if policy else self._base
            return base, list(self._problems)
        texts, problems = sent_sources(values, self.limits.files)
        return self._checker(texts, policy), problems

    def answer(self, name: str, values: object) -> Json:
        """The answer to a question.

        Args:
            name: One of ``QUESTIONS``.
            values: What is asked, as JSON values.

        Raises:
            Refused: if it cannot be answered; it says why.
        """
        whole(values)
        try:
            return QUESTIONS[name](self, values)
        except Refused:
            raise
        except UnknownCode as error:
            raise Refused(404, error.code, error.message) from error
        except ReadingError as error:
            raise Refused(422, error.code, str(error)) from error
        except QuotecheckError as error:
            raise Refused(422, error.code, error.message) from error

    def check(self, values: object) -> Json:
        """Every statement of a draft; keys ``draft``, ``sources``, ``policy``, ``claims``, ``page``."""
        given = fields(values, "the request", ("draft", "sources", "policy", "claims", "page"))
        if not isinstance(given.get("page", False), bool):
            raise wrong('"page" must be true or false')
        draft = sent_text(given.get("draft"), "the draft", "draft")
        report, texts = self._report(given, draft)
        page = None
        if given.get("page"):
            if self._page is None:
                raise Refused(422, "no-page", "no annotated copy is to be had here")
            page = self._page(report, texts)
        return {"report": wire.report_to_dict(report, self._version), "page": page}

    def elements(self, values: object) -> Json:
        """A draft in elements with ids, findings by id; keys ``elements`` or ``html``, ``sources``, ``policy``."""
        given = fields(values, "the request", ("elements", "html", "name", "sources", "policy", "claims"))
        if ("elements" in given) == ("html" in given):
            raise wrong('the request needs either "elements" (an array) or "html" (a string)')
        name = word(given, "name") or "draft"
        if "html" in given:
            placed = read_marked(word(given, "html", needed=True) or "", name)
        else:
            placed = read_elements(listed(given, "elements", self.limits.files * 50), name)
        report, _ = self._report(given, placed.text)
        return {
            "elements": by_element(placed, report.results),
            "report": wire.report_to_dict(report, self._version),
        }

    def _report(self, given: Mapping[str, Any], draft: Text) -> tuple[Report, dict[str, Text]]:
        checker, problems = self._asked(given)
        claims = claims_named(word(given, "claims") or checker.policy.claims)
        self._not_too_many(draft, claims)
        texts = [source.text for source in checker.sources]
        if draft.id in {text.id for text in texts}:
            draft = attrs.evolve(draft, id=f"{draft.id} (draft)")
        if not texts and not problems and self._archive is None:
            raise wrong("there is no source to check against: send some in sources")
        found = checker.check_draft(draft, claims=claims)
        lost = [problem for problem in problems if problem.fatal]
        report = attrs.evolve(
            found,
            drafts=(Consulted(path=draft.id, sha256=draft.sha256),),
            results=tuple(with_problems(result, lost) for result in found.results),
            problems=tuple(dict.fromkeys((*problems, *found.problems))),
        )
        return report, {text.id: text for text in (*texts, draft)}

    def _not_too_many(self, draft: Text, claims: Claims) -> None:
        """Refuse a draft with more statements than may be asked for; most are too short to have so many."""
        most = self.limits.statements
        if len(draft.content) > most * _SHORTEST and (number := len(statements_of(draft, claims))) > most:
            raise Refused(413, "too-many", f"the draft makes {number} statements, over the limit of {most}")

    def batch(self, values: object) -> Json:
        """A list of candidates, a result each; keys ``candidates``, ``sources``, ``policy``, ``claims``."""
        given = fields(values, "the request", ("candidates", "sources", "policy", "claims"))
        if "candidates" not in given:
            raise wrong('"candidates" is missing: an array of objects')
        checker, problems = self._asked(given)
        named = {source.text.id: source.text for source in checker.sources}
        batch = Batch(
            lambda texts: self._checker(texts, word(given, "policy")),
            lambda refs: _chosen(refs, named),
            shared=list(named.values()),
            shared_problems=problems,
            shared_checker=checker if named or self._archive else None,
            claims=claims_named(word(given, "claims") or Claims.ATTRIBUTED),
        )
        candidates = [
            _candidate(one, number) for number, one in enumerate(listed(given, "candidates", self.limits.statements), 1)
        ]
        return {"results": [wire.to_dict(result) for result in batch.results(candidates)]}

    def extract(self, values: object) -> Json:
        """The statements of a draft, with speakers; keys ``draft``, ``claims``."""
        given = fields(values, "the request", ("draft", "claims"))
        draft = sent_text(given.get("draft"), "the draft", "draft")
        claims = claims_named(word(given, "claims") or Claims.ATTRIBUTED)
        found = statements_of(draft, claims) if claims is Claims.ALL else tuple(extract(draft))
        return {
            "statements": [wire.statement_to_dict(one) for one in found],
            "problems": [wire.problem_to_dict(one) for one in (*draft.problems, *untried(draft))],
        }

    def find(self, values: object) -> Json:
        """Every place of some words, the earliest first; keys ``words``, ``speaker``, ``most``, ``sources``."""
        given = fields(values, "the request", ("words", "speaker", "most", "sources", "policy"))
        most = given.get("most", 100)
        if not isinstance(most, int) or isinstance(most, bool) or not 1 <= most <= _MOST_FOUND:
            raise wrong(f'"most" must be a number from 1 to {_MOST_FOUND}')
        checker, problems = self._asked(given)
        statement = Statement(word(given, "words", needed=True) or "", speaker=word(given, "speaker"))
        return {
            "found": [
                {
                    "text": {name: getattr(one.text, name) for name in ("id", "title", "date", "url")},
                    "copy_of": one.copy_of,
                    "result": wire.to_dict(one.result),
                }
                for one in checker.find(statement, most=most)[:most]
            ],
            "problems": [wire.problem_to_dict(one) for one in problems],
        }

    def explain(self, values: object) -> Json:
        """What a code means, or all of them; keys ``code``, ``policy``."""
        given = fields(values, "the request", ("code", "policy"))
        policy = policy_of(self._config, word(given, "policy") or self._policy)
        code = word(given, "code")
        rules = ALL_RULES if code is None else (rule_for(code),)
        return {
            "policy": policy.name,
            "codes": [
                {
                    "code": rule.code.value,
                    "name": rule.name,
                    "severity": policy.severity(rule.code).value,
                    "summary": rule.summary,
                    "text": explain(rule.code.value),
                }
                for rule in rules
            ],
        }


def _candidate(record: object, number: int) -> Candidate | Unread:
    """A candidate of a list; one that is wrong gives a result in its place that says so."""
    path = f"candidate {number}"
    if not isinstance(record, Mapping):
        message = f"a candidate must be an object, not {type_name(record)}"
        return Unread(line=number, error=ReadingError(message, path=path, code="candidate"))
    try:
        return candidate_from(record, number)
    except Fault as fault:
        try:
            id = identifier(record.get("id"))
        except Fault:
            id = None
        words = record.get("text")
        return Unread(
            line=number,
            error=ReadingError(fault.message, path=path, code="candidate"),
            id=id,
            text=words if isinstance(words, str) else None,
            extra=extra_of(record),
        )


def _chosen(refs: Sequence[SourceRef], named: Texts) -> tuple[list[Text], list[Problem]]:
    """The sources that a candidate names, of those at hand: no file is opened."""
    problems = [
        Problem(message="no source of this name is at hand", code="missing", path=ref.path, fatal=True)
        for ref in refs
        if ref.path not in named
    ]
    return [named[ref.path] for ref in refs if ref.path in named], problems


QUESTIONS: Final[Mapping[str, Callable[[Desk, object], Json]]] = {
    "check": Desk.check,
    "batch": Desk.batch,
    "extract": Desk.extract,
    "find": Desk.find,
    "explain": Desk.explain,
    "elements": Desk.elements,
}
"""What may be asked, by name."""
