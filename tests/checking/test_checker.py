"""What holds of a checker whatever the verdict: order, sharing, JSON, what could not be checked."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Checker, Kind, Outcome, Source, Statement, Verdict, from_dict, to_dict
from quotecheck.model import Text
from quotecheck.model.errors import UsageError

ARTICLE = (
    "The harbour will be dredged next year.\n\n"
    "“The tunnel will be late,” Ada Brook told the council on Monday. “We shall need ferries until then.”\n\n"
    "“I have never liked ferries,” said Ben Cole, who runs the bus company. He would not say more.\n"
)


@pytest.fixture
def checker() -> Checker:
    return Checker([Source.from_text(ARTICLE, id="article")])


STATEMENTS = [
    Statement("The tunnel will be late", speaker="Ada Brook"),
    Statement("The tunnel will be late", speaker="Ben Cole"),
    Statement("The tunnel will not be late", speaker="Ada Brook"),
    Statement("The harbour will be dredged next year", speaker="Ada Brook"),
    Statement("Nobody here ever paid for a ticket", speaker="Ben Cole"),
]


def verdicts(checker: Checker, statements: list[Statement]) -> list[Verdict | None]:
    return [result.verdict for result in checker.check_many(statements)]


def test_the_four_verdicts(checker: Checker) -> None:
    assert verdicts(checker, STATEMENTS) == [
        Verdict.EXACT,
        Verdict.MISATTRIBUTED,
        Verdict.ABSENT,
        Verdict.MISATTRIBUTED,
        Verdict.ABSENT,
    ]


def test_a_string_is_a_direct_statement_without_a_speaker(checker: Checker) -> None:
    assert checker.check("We shall need ferries until then").statement == Statement("We shall need ferries until then")


def test_results_come_in_order_and_progress_is_told(checker: Checker) -> None:
    told: list[int] = []
    results = list(checker.check_many(STATEMENTS, progress=told.append))
    assert [result.statement for result in results] == STATEMENTS
    assert told == [1, 2, 3, 4, 5]


def test_check_many_is_lazy(checker: Checker) -> None:
    def statements() -> object:
        yield STATEMENTS[0]
        raise AssertionError("the second statement was asked for too early")

    assert next(iter(checker.check_many(statements()))).verdict is Verdict.EXACT  # type: ignore[arg-type]


def test_a_checker_can_be_pickled_and_shared_between_threads(checker: Checker) -> None:
    expected = verdicts(checker, STATEMENTS)
    assert verdicts(pickle.loads(pickle.dumps(checker)), STATEMENTS) == expected
    fresh = Checker([Source.from_text(ARTICLE, id="article")])
    with ThreadPoolExecutor(4) as pool:
        assert [one.verdict for one in pool.map(fresh.check, STATEMENTS * 5)] == expected * 5


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.text[:20])
def test_a_result_goes_to_json_and_comes_back(checker: Checker, statement: Statement) -> None:
    result = checker.check(statement)
    assert from_dict(to_dict(result)) == result


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda one: one.text[:20])
def test_every_span_slices_back_to_words_of_its_side(checker: Checker, statement: Statement) -> None:
    result = checker.check(statement)
    if result.evidence is None:
        return
    for passage in result.evidence.passages:
        assert ARTICLE[passage.start : passage.end] == passage.exact
        assert ARTICLE[: passage.start].endswith(passage.prefix)
        assert ARTICLE[passage.end :].startswith(passage.suffix)
    for finding in result.findings:
        assert all(span.end <= len(statement.text) for span in finding.statement)
        assert all(span.end <= len(ARTICLE) for span in finding.source)


def test_without_a_source_nothing_is_absent() -> None:
    result = Checker([]).check(STATEMENTS[0])
    assert (result.verdict, result.outcome) == (None, Outcome.UNCHECKED)
    assert [problem.code for problem in result.problems] == ["no-source"]


@pytest.mark.parametrize("text", ["", "…", "“”", " \n", "!?"])
def test_a_statement_without_words_is_not_checked(checker: Checker, text: str) -> None:
    result = checker.check(Statement(text))
    assert (result.verdict, result.outcome) == (None, Outcome.UNCHECKED)


def test_a_term_is_skipped(checker: Checker) -> None:
    result = checker.check(Statement("ferries", term=True))
    assert (result.verdict, result.outcome) == (None, Outcome.SKIPPED)
    assert [finding.code.value for finding in result.findings] == ["QC507"]


def test_a_policy_is_named_or_given(checker: Checker) -> None:
    assert Checker([], policy="transcript").policy.name == "transcript"
    assert Checker([], policy=checker.policy).policy is checker.policy
    with pytest.raises(UsageError, match="news"):
        Checker([], policy="newz")


def test_the_houses_people_tie_names_that_the_source_does_not() -> None:
    source = Source.from_text("“The tunnel will be late,” the Iron Mayor said.", id="article")
    statement = Statement("The tunnel will be late", speaker="Ada Brook")
    assert Checker([source]).check(statement).verdict is Verdict.MISATTRIBUTED
    tied = Checker([source], people={"Ada Brook": ["the Iron Mayor"]}).check(statement)
    assert tied.verdict is Verdict.EXACT


def test_the_right_source_wins_over_the_first(checker: Checker) -> None:
    other = Source.from_text("“The tunnel will be late,” Ben Cole said.", id="other")
    both = Checker([other, *(known.text for known in checker.sources)])
    result = both.check(STATEMENTS[0])
    assert result.verdict is Verdict.EXACT
    assert result.evidence is not None
    assert result.evidence.passages[0].source == "article"
    assert [one.passages[0].source for one in result.alternatives] == ["other"]


def test_a_draft_is_read_and_counted(checker: Checker) -> None:
    draft = Source.from_text("“The tunnel will be late,” said Ada Brook. Ben Cole “never liked ferries”.", id="draft")
    report = checker.check_draft(draft)
    assert [result.verdict for result in report.results] == [Verdict.EXACT, Verdict.EXACT]
    assert report.by_verdict == {"exact": 2}
    assert report.policy == "news"
    assert [source.path for source in report.sources] == ["article"]


def test_a_draft_without_a_statement_is_a_problem(checker: Checker) -> None:
    report = checker.check_draft(Source.from_text("The sea was calm.", id="draft"))
    assert [problem.code for problem in report.problems] == ["no-statement"]


# What must hold for every text


WORDS = st.lists(st.sampled_from("the tunnel will be late not ferries we Ada Brook 3 $ , . “ ” … [ ] ( ) - '".split()))


@given(WORDS, WORDS, st.sampled_from([None, "Ada Brook", "he"]))
def test_nothing_makes_a_check_stumble(statement: list[str], source: list[str], speaker: str | None) -> None:
    content = " ".join(source)
    asked = Statement(" ".join(statement), speaker=speaker)
    result = Checker([Source.from_text(content)]).check(asked)
    assert from_dict(to_dict(result)) == result
    if result.evidence is not None:
        assert all(content[one.start : one.end] == one.exact for one in result.evidence.passages)


@given(st.text(max_size=80), st.text(max_size=200))
def test_nor_does_any_other_text(statement: str, content: str) -> None:
    Checker([Text(content=content)]).check(Statement(statement, speaker="Ada Brook"))
    Checker([Text(content=content)]).check(Statement(statement, kind=Kind.INDIRECT))


@given(st.integers(0, 3), st.integers(1, 12))
def test_whatever_stands_in_the_source_is_found_there(start: int, size: int) -> None:
    words = "We shall need at least seven more ferries before the next winter comes to the island".split()
    text = " ".join(words[start : start + size])
    source = Source.from_text(f"“{' '.join(words)},” Ada Brook said.")
    assert Checker([source]).check(Statement(text, speaker="Ada Brook")).verdict is Verdict.EXACT


def test_a_source_of_other_words_changes_no_verdict(checker: Checker) -> None:
    other = Source.from_text("Potatoes keep best in a dark and dry cellar. Nobody denies it.", id="other")
    more = Checker([*(known.text for known in checker.sources), other])
    assert verdicts(more, STATEMENTS) == verdicts(checker, STATEMENTS)
