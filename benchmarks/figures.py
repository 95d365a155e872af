"""The arithmetic: answers against labels. Nothing is read, run or printed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from benchmarks.suites import Case

PASSING = frozenset({"exact", "paraphrased"})


@attrs.frozen
class Answer:
    """What a checker said of a case.

    Attributes:
        verdict: One of the four; None if it gave none.
        codes: Codes of its findings; None if the checker has no codes at all.
        failed: True if a finding is an error; None if the checker has no findings.
    """

    verdict: str | None
    codes: frozenset[str] | None = None
    failed: bool | None = None


NONE_GIVEN = Answer(None)


@attrs.frozen(kw_only=True)
class Figures:
    """What came of a set of cases.

    Attributes:
        cases: How many there are.
        right: Answers that are the label or stand beside it as right.
        false_exact: Said ``exact`` where that is wrong: the cardinal fault.
        true: Cases whose label passes.
        false_alarms: Of those, answers worse than allowed.
        coded: Cases that name expected codes; None if the checker has no codes.
        codes_right: Of those, answers with a right verdict and every expected code.
        gated: Cases whose label says whether the run must fail; None if the checker has no findings.
        let_through: Of those, the ones that had to fail and did not.
        stopped: Of those, the ones that failed and must not.
    """

    cases: int
    right: int
    false_exact: int
    true: int
    false_alarms: int
    coded: int | None = None
    codes_right: int = 0
    gated: int | None = None
    let_through: int = 0
    stopped: int = 0

    @property
    def accuracy(self) -> float | None:
        """Share of right answers; None of no cases."""
        return self.right / self.cases if self.cases else None

    @property
    def codes(self) -> float | None:
        """Share of the coded cases with right verdict and codes; None if there are none."""
        return self.codes_right / self.coded if self.coded else None


def allowed(case: Case) -> frozenset[str]:
    """Every verdict that is right. For an indirect statement, exact and paraphrased count as one."""
    right = case.accept | {case.verdict}
    return right | PASSING if case.kind == "indirect" and right & PASSING else right


def is_right(case: Case, answer: Answer) -> bool:
    """True if the verdict is one of those allowed."""
    return answer.verdict in allowed(case)


def is_false_exact(case: Case, answer: Answer) -> bool:
    """True if ``exact`` was said and is not allowed."""
    return answer.verdict == "exact" and not is_right(case, answer)


def is_true(case: Case) -> bool:
    """True if the label passes: exact, or paraphrased for an indirect statement."""
    return case.verdict in (PASSING if case.kind == "indirect" else {"exact"})


def is_false_alarm(case: Case, answer: Answer) -> bool:
    """True if a case that passes got a verdict that is worse than any allowed."""
    passing = PASSING if case.kind == "indirect" else {"exact"}
    return is_true(case) and answer.verdict not in allowed(case) | passing


def expected_codes(case: Case) -> frozenset[str]:
    """Codes that must be there. QC100 says nothing beyond the verdict, and QC109 is a kind of QC102."""
    return _one_edge_code(case.codes) - {"QC100"}


def has_codes(case: Case, answer: Answer) -> bool:
    """True if the verdict is right and every expected code is among the findings."""
    return is_right(case, answer) and expected_codes(case) <= _one_edge_code(answer.codes or frozenset())


def is_let_through(case: Case, answer: Answer) -> bool:
    """True if the run had to fail over it and did not; no answer is no failure."""
    return case.must_fail is True and not answer.failed


def is_stopped(case: Case, answer: Answer) -> bool:
    """True if the run failed over it and must not."""
    return case.must_fail is False and answer.failed is True


def figures(cases: Iterable[Case], answers: Mapping[str, Answer]) -> Figures:
    """Counts over ``cases``; a case without an answer counts as one without a verdict."""
    pairs = [(case, answers.get(case.id, NONE_GIVEN)) for case in cases]
    coded = [pair for pair in pairs if expected_codes(pair[0])]
    gated = [pair for pair in pairs if pair[0].must_fail is not None]
    knows_codes = any(answer.codes is not None for answer in answers.values())
    knows_errors = any(answer.failed is not None for answer in answers.values())
    return Figures(
        cases=len(pairs),
        right=_count(is_right, pairs),
        false_exact=_count(is_false_exact, pairs),
        true=sum(is_true(case) for case, _ in pairs),
        false_alarms=_count(is_false_alarm, pairs),
        coded=len(coded) if knows_codes else None,
        codes_right=_count(has_codes, coded) if knows_codes else 0,
        gated=len(gated) if knows_errors else None,
        let_through=_count(is_let_through, gated) if knows_errors else 0,
        stopped=_count(is_stopped, gated) if knows_errors else 0,
    )


def _count(holds: Callable[[Case, Answer], bool], pairs: Sequence[tuple[Case, Answer]]) -> int:
    return sum(holds(case, answer) for case, answer in pairs)


def _one_edge_code(codes: frozenset[str]) -> frozenset[str]:
    return codes - {"QC109"} | {"QC102"} if "QC109" in codes else codes


@attrs.frozen
class Thresholds:
    """Scores that part the verdicts: ``exact`` from ``exact`` up, ``paraphrased`` from ``paraphrased`` up to there."""

    exact: float
    paraphrased: float

    def verdict(self, score: float) -> str:
        """The verdict of one score."""
        if score >= self.exact:
            return "exact"
        return "paraphrased" if score >= self.paraphrased else "absent"


def best_thresholds(cases: Sequence[Case], scores: Mapping[str, float]) -> Thresholds:
    """The thresholds with the most right answers on these very cases: more than a checker could hope for.

    One pass over the cases in order of score. Of equals, the highest threshold for ``exact`` is taken.
    """
    ordered = sorted(cases, key=lambda case: scores[case.id])
    if not ordered:
        return Thresholds(float("inf"), float("inf"))
    cuts = [*sorted({scores[case.id] for case in ordered}), float("inf")]
    absent = _right_below(ordered, scores, cuts, "absent")
    paraphrased = _right_below(ordered, scores, cuts, "paraphrased")
    exact = _right_below(ordered, scores, cuts, "exact")
    best, best_cut, low, low_gain = -1, Thresholds(cuts[-1], cuts[-1]), cuts[0], absent[0] - paraphrased[0]
    for index, cut in enumerate(cuts):
        if absent[index] - paraphrased[index] > low_gain:
            low, low_gain = cut, absent[index] - paraphrased[index]
        right = low_gain + paraphrased[index] + exact[-1] - exact[index]
        if right >= best:
            best, best_cut = right, Thresholds(cut, low)
    return best_cut


def _right_below(
    ordered: Sequence[Case], scores: Mapping[str, float], cuts: Sequence[float], verdict: str
) -> list[int]:
    """For each cut, how many cases scored below it would be right with ``verdict``."""
    counts, right, at = [], 0, 0
    for cut in cuts:
        while at < len(ordered) and scores[ordered[at].id] < cut:
            right += verdict in allowed(ordered[at])
            at += 1
        counts.append(right)
    return counts
