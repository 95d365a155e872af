"""Fingerprints: what they depend on, and what they do not."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.model import Code, Result, Span
from quotecheck.reports.fingerprints import UNCHECKED, Fingerprints
from tests.reports import made, strategies


def of(*results: Result) -> list[str]:
    """The fingerprint of the first finding of each."""
    names = Fingerprints()
    return [names.of(one)[one.findings[0].code.value] for one in results]


def changed(**changes: Any) -> Result:
    one = made.polarity()
    return attrs.evolve(one, statement=attrs.evolve(one.statement, **changes))


SAME = {
    "another line": {"line": 900, "column": 1, "parts": (Span(9000, 9022),)},
    "another file": {"draft": "elsewhere.md"},
    "wrapped otherwise": {"text": "We will\n  sell the mill,"},
    "other blanks": {"text": " We will\u00a0sell the mill, "},
    "another cue": {"cue": None, "mention": None},
}
OTHER = {
    "other words": {"text": "We may sell the mill,"},
    "another case": {"text": "we will sell the mill,"},
    "another speaker": {"speaker": "Ben Cole"},
    "no speaker": {"speaker": None},
    "words between": {"text": "We will sell the mill, all of it"},
}


@pytest.mark.parametrize("case", SAME, ids=str)
def test_what_does_not_matter(case: str) -> None:
    assert of(changed(**SAME[case])) == of(made.polarity())


@pytest.mark.parametrize("case", OTHER, ids=str)
def test_what_matters(case: str) -> None:
    assert of(changed(**OTHER[case])) != of(made.polarity())


def test_marks_that_an_editor_curls() -> None:
    """Curly or straight, en dash or hyphen: the same finding."""
    assert of(changed(text="It's “so” – yes")) == of(changed(text='It’s "so" - yes'))


def test_another_code_is_another_finding() -> None:
    one = made.polarity()
    other = attrs.evolve(one, findings=(attrs.evolve(one.findings[0], code=Code.FIGURE),))
    assert of(one) != of(other)


def test_the_same_words_again_are_counted_by_draft() -> None:
    one, elsewhere = made.polarity(), changed(draft="other.md")
    first, second, other = of(one, one, elsewhere)
    assert first != second and first == other


def test_they_stay_as_they_are() -> None:
    """Baselines that people keep must go on fitting: this is a promise, not a golden file."""
    assert of(made.polarity()) == ["924cbb61cf28c7d3bd4f9a62fb64232a"]


@given(strategies.results)
@settings(max_examples=40)
def test_every_result_has_them(result: Result) -> None:
    names = Fingerprints().of(result)
    assert set(names) == {one.code.value for one in result.findings} | {UNCHECKED}
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in names.values())


@given(st.lists(strategies.results, max_size=3))
@settings(max_examples=25)
def test_no_two_findings_of_a_draft_share_one(results: list[Result]) -> None:
    names = Fingerprints()
    given = [(one.statement.draft, name) for one in results for name in names.of(one).values()]
    assert len(given) == len(set(given))
