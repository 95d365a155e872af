"""What may be plugged in, and what it may not do: outrank a reason, or speak of words in quotation marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from quotecheck import Checker, Source, policy_named
from quotecheck.aids.roles import Role
from quotecheck.model import Code, Kind, Result, Statement, Verdict
from quotecheck.model.errors import UsageError

SOURCE = Source.from_text(
    "The council closed the school on Friday. Ada Brook bought the mine in 1998 for two million pounds. "
    "The minister, who had been ill for most of the year and had not been seen, sued the union over the deal. "
    "The boats were painted by Mary Holt in York in the spring.",
    id="minutes.txt",
)
FAR = "The authorities shut down the place where children learned."


class Says:
    """A judge that always says the same, and remembers what it was asked."""

    def __init__(self, **answer: float) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def __call__(self, premise: str, hypothesis: str) -> Mapping[str, float]:
        self.asked.append((premise, hypothesis))
        return self.answer


YES = {"entailment": 0.99, "contradiction": 0.0, "neutral": 0.01}
NO = {"entailment": 0.01, "contradiction": 0.98, "neutral": 0.01}


def indirect(text: str, judge: Says | None = None) -> Result:
    return Checker([SOURCE], judge=judge).check(Statement(text, kind=Kind.INDIRECT))


def test_a_judge_can_bear_out_what_shares_few_words() -> None:
    text = "The council shut the school."
    judge = Says(**YES)
    assert indirect(text, judge).verdict is Verdict.PARAPHRASED
    assert ("The council closed the school on Friday.", "The council shut the school.") in judge.asked


def test_a_judge_against_it_is_doubt_and_says_so() -> None:
    result = indirect("The council closed the old school on Friday.", Says(**NO))
    assert result.verdict is Verdict.ABSENT
    assert Code.UNSURE in {one.code for one in result.findings}
    assert all(one.severity.value != "error" for one in result.findings)


REASONS = {
    "a figure": ("Ada Brook bought the mine in 1989 for two million pounds.", Code.FIGURE),
    "a negation": ("The council did not close the school on Friday.", Code.POLARITY),
    "a name": ("The boats were painted by Mary Holt in Leeds in the spring.", Code.NAME_OR_ROLE),
}


@pytest.mark.parametrize(("text", "code"), REASONS.values(), ids=REASONS)
def test_a_reason_outranks_every_judge(text: str, code: Code) -> None:
    judge = Says(**YES)
    result = indirect(text, judge)
    assert result.verdict is Verdict.ABSENT
    assert code in {one.code for one in result.findings}
    assert judge.asked == []


QUOTED = {
    "other words": ("The council shut the school on Friday.", {Verdict.PARAPHRASED, Verdict.ABSENT}),
    "the very words": ("The council closed the school on Friday.", {Verdict.EXACT}),
}


@pytest.mark.parametrize(("text", "verdicts"), QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize("answer", [YES, NO], ids=["yes", "no"])
def test_a_judge_says_nothing_of_words_in_marks(text: str, verdicts: set[Verdict], answer: dict[str, float]) -> None:
    judge = Says(**answer)
    assert Checker([SOURCE], judge=judge).check(text).verdict in verdicts
    assert judge.asked == []


def test_what_stands_word_for_word_needs_no_judge() -> None:
    assert indirect("The council closed the school on Friday.", Says(**NO)).verdict is Verdict.PARAPHRASED


def test_a_judge_of_contradictions_alone_raises_nothing() -> None:
    text = "The council shut the school."
    assert indirect(text, Says(contradiction=0.0)).verdict == indirect(text).verdict


def test_a_function_will_do() -> None:
    def judge(premise: str, hypothesis: str) -> dict[str, float]:
        return dict(YES)

    checker = Checker([SOURCE], judge=judge)
    assert checker.check(Statement("The council shut the school.", kind=Kind.INDIRECT)).verdict is Verdict.PARAPHRASED
    assert checker.policy.aids == (f"{__name__}.test_a_function_will_do.<locals>.judge",)


BAD = {
    "a number": 0.9,
    "nothing": {},
    "another label": {"yes": 1.0},
    "more than all": {"entailment": 0.9, "contradiction": 0.9},
    "less than none": {"entailment": -1.0},
}


@pytest.mark.parametrize("answer", BAD.values(), ids=BAD)
def test_an_answer_that_is_none_is_an_error(answer: object) -> None:
    checker = Checker([SOURCE], judge=lambda premise, hypothesis: answer)  # type: ignore[arg-type,return-value]
    with pytest.raises(UsageError, match="judge"):
        checker.check(Statement("The council shut the school.", kind=Kind.INDIRECT))


def test_what_is_plugged_in_is_in_the_fingerprint() -> None:
    plain, judged = Checker([SOURCE]), Checker([SOURCE], judge=Says(**YES))
    assert plain.policy.fingerprint == policy_named("news").fingerprint != judged.policy.fingerprint
    assert judged.under(policy_named("ap")).policy.aids == judged.policy.aids


def test_the_judge_is_asked_with_the_name_that_a_pronoun_stands_for() -> None:
    judge = Says(**YES)
    draft = Source.from_text("Ada Brook is rich. She paid much for the mine.", id="draft.md")
    Checker([SOURCE], judge=judge).check_draft(draft, claims="all")
    assert any("Brook paid much for the mine." in hypothesis for _, hypothesis in judge.asked)


class Nearest:
    """Vectors that point at one sentence."""

    fingerprint = "nearest"

    def __init__(self, number: int) -> None:
        self.number = number

    def nearest(self, text: str, others: Sequence[str], most: int) -> list[int]:
        return [self.number][:most]


def test_vectors_only_add_sentences_to_look_at() -> None:
    statement = Statement(FAR, kind=Kind.INDIRECT)
    plain, near = Checker([SOURCE]).check(statement), Checker([SOURCE], vectors=Nearest(0)).check(statement)
    assert plain.verdict is near.verdict is Verdict.ABSENT
    judged = Checker([SOURCE], vectors=Nearest(0), judge=Says(**YES)).check(statement)
    assert judged.evidence is not None
    assert judged.evidence.passages[0].exact.startswith("The council closed the school")


class Reads:
    """Roles that are given."""

    def __init__(self, **roles: Role) -> None:
        self.given = roles

    def roles(self, text: str) -> Sequence[Role]:
        at = text.find("sued")
        doer, done = ("union", "minister") if text.startswith("The union") else ("minister", "union")
        sides = frozenset({doer}), frozenset({done})
        return [Role(verb="sue", doers=sides[0], done=sides[1], start=at, end=at + 4)] if at >= 0 else []


def test_roles_that_are_turned_round_are_a_reason() -> None:
    turned = Statement("The union sued the minister over the deal.", kind=Kind.INDIRECT)
    same = Statement("The minister sued the union over the deal.", kind=Kind.INDIRECT)
    checker = Checker([SOURCE], syntax=Reads())
    assert Code.NAME_OR_ROLE in {one.code for one in checker.check(turned).findings}
    assert Code.NAME_OR_ROLE not in {one.code for one in checker.check(same).findings}
