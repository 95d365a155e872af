"""What must hold of every check, whatever the texts: offsets, order, conventions, more sources, twice the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck import Checker, Kind, Report, Result, Severity, Statement, Text, Verdict, from_dict, to_dict
from quotecheck.checking.batch import with_problems
from quotecheck.checking.checker import statements_of
from quotecheck.model import Claims
from tests.reports import strategies as made
from tests.text.strategies import any_text

few = settings(max_examples=20)
PEOPLE = ("Ada Brook", "Ben Cole", "Carla Dunn")
WORDS = (
    "we they the a mill river bridge council farmers will may never not always keep sell rebuild open close before "
    "after winter harvest with without only some all seven twelve old new because if and but until money roof village"
).split()
OTHERS = "lava orbit telescopes measured violet comets quietly drifting beyond seventeen moons of Saturn".split()


@attrs.frozen
class World:
    """What some people said, and a statement about it.

    Attributes:
        said: Who said which words.
        asked: Words of one of them, or nearly.
        speaker: To whom they are given.
        kind: In marks or without.
    """

    said: tuple[tuple[str, str], ...]
    asked: str
    speaker: str | None
    kind: Kind

    @property
    def source(self) -> str:
        return "\n\n".join(f"“{words},” {speaker} said." for speaker, words in self.said)

    @property
    def statement(self) -> Statement:
        return Statement(self.asked, speaker=self.speaker, kind=self.kind)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    sentence = st.lists(st.sampled_from(WORDS), min_size=4, max_size=12)
    said = draw(st.lists(st.tuples(st.sampled_from(PEOPLE), sentence), min_size=1, max_size=4))
    speaker, words = draw(st.sampled_from(said))
    asked = list(words)
    at = draw(st.integers(0, len(asked) - 1))
    change = draw(st.sampled_from(["none", "none", "put", "take", "other"]))
    if change == "put":
        asked.insert(at, draw(st.sampled_from(WORDS)))
    elif change == "take" and len(asked) > 4:
        del asked[at]
    elif change == "other":
        asked[at] = draw(st.sampled_from(WORDS))
    return World(
        tuple((one, " ".join(each).capitalize()) for one, each in said),
        " ".join(asked),
        draw(st.sampled_from([speaker, speaker, *PEOPLE, None])),
        draw(st.sampled_from([Kind.DIRECT, Kind.DIRECT, Kind.INDIRECT])),
    )


def told(result: Result) -> tuple[object, ...]:
    """What a desk acts on."""
    return result.verdict, result.outcome, sorted(one.code.value for one in errors(result))


def errors(result: Result) -> list[object]:
    return [one for one in result.findings if one.severity in (Severity.ERROR, Severity.WARNING)]  # type: ignore[misc]


@few
@given(worlds())
def test_a_source_of_other_words_changes_nothing(world: World) -> None:
    source = Text(content=world.source, id="s")
    other = Text(content=f"“{' '.join(OTHERS)},” Xaver Quill said. {' '.join(reversed(OTHERS))}.", id="o")
    alone = Checker([source]).check(world.statement)
    for sources in ([source, other], [other, source]):
        assert told(Checker(sources).check(world.statement)) == told(alone)


@few
@given(worlds())
def test_the_order_of_sources_changes_no_verdict(world: World) -> None:
    """Each of the people in a source of his own."""
    sources = [
        Text(content=f"“{words},” {speaker} said.", id=f"{at}") for at, (speaker, words) in enumerate(world.said)
    ]
    assert told(Checker(sources).check(world.statement)) == told(Checker(sources[::-1]).check(world.statement))


@few
@given(worlds(), st.lists(worlds(), max_size=3))
def test_what_was_asked_before_changes_nothing(world: World, before: list[World]) -> None:
    checker = Checker([Text(content=world.source, id="s")])
    for one in before:
        checker.check(one.statement)
    first = checker.check(world.statement)
    assert (
        first == checker.check(world.statement) == Checker([Text(content=world.source, id="s")]).check(world.statement)
    )


CONVENTIONS: dict[str, Callable[[str], str]] = {
    "spaces that do not break": lambda words: words.replace(" ", "\u00a0"),
    "spaces doubled": lambda words: words.replace(" ", "  "),
    "a line for each word": lambda words: words.replace(" ", "\n"),
    "decomposed": lambda words: unicodedata.normalize("NFD", words),
    "soft hyphens": lambda words: words.replace("ll", "l\u00adl"),
    "ligatures": lambda words: words.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    "a stop at the end": lambda words: f"{words}.",
}


@few
@given(worlds(), st.sampled_from(sorted(CONVENTIONS)), st.booleans())
def test_sound_conventions_change_no_verdict(world: World, name: str, in_source: bool) -> None:
    """On either side: the same verdict, the same errors and warnings."""
    change = CONVENTIONS[name]
    if in_source:
        said = tuple((speaker, change(words).removesuffix(".")) for speaker, words in world.said)
        other = attrs.evolve(world, said=said)
    else:
        other = attrs.evolve(world, asked=change(world.asked))
    found = [Checker([Text(content=one.source, id="s")]).check(one.statement) for one in (world, other)]
    assert told(found[0]) == told(found[1])


def test_what_cannot_be_seen_changes_no_verdict_and_is_told() -> None:
    source = Text(content="“We harvest barley,” Ada Brook said.", id="s")
    for words, codes in (("We harvest barley", []), ("We ha\u2060rvest barley", ["QC504"])):
        found = Checker([source]).check(Statement(words, speaker="Ada Brook"))
        assert found.verdict is Verdict.EXACT
        assert [each.code.value for each in found.findings if each.severity is Severity.WARNING] == codes


@settings(max_examples=40)
@given(made.results, st.lists(made.problems, max_size=3))
def test_nothing_is_absent_where_something_could_not_be_read(result: Result, problems: list[object]) -> None:
    after = with_problems(result, problems)  # type: ignore[arg-type]
    assert set(problems) <= set(after.problems)
    if any(problem.fatal for problem in after.problems if problem in problems):  # type: ignore[attr-defined]
        assert after.verdict is not Verdict.ABSENT or set(problems) <= set(result.problems)
    if after.verdict is not result.verdict:
        assert (result.verdict, after.verdict) == (Verdict.ABSENT, None)


@few
@given(any_text(), any_text())
def test_offsets_of_a_whole_report(draft: str, source: str) -> None:
    """Every span lies in its text and slices back to the words shown; and the report goes to JSON and back."""
    texts = {"s": source, "d": draft}
    report = Checker([Text(content=source, id="s")]).check_draft(Text(content=draft, id="d"), claims=Claims.ALL)
    for result in report.results:
        statement = result.statement
        assert all(0 <= part.start <= part.end <= len(draft) for part in statement.parts)
        for finding in result.findings:
            assert all(0 <= span.start <= span.end <= len(statement.text) for span in finding.statement)
        for passage in result.evidence.passages if result.evidence else ():
            assert passage.exact == texts[passage.source][passage.start : passage.end]
        assert from_dict(to_dict(result)) == result


@few
@given(st.lists(worlds(), min_size=1, max_size=3))
def test_a_draft_is_its_statements(found: list[World]) -> None:
    """Checked together, one by one, backwards, or by processes: each has the same result."""
    source = Text(content="\n\n".join(one.source for one in found), id="s")
    draft = Text(content="\n\n".join(f"“{one.asked},” {one.speaker or 'she'} said." for one in found), id="d")
    report: Report = Checker([source]).check_draft(draft)
    statements: Sequence[Statement] = statements_of(draft, Claims.ATTRIBUTED)
    assert report.results == tuple(Checker([source]).check(one) for one in statements)
    assert report.results[::-1] == tuple(Checker([source]).check_many(statements[::-1]))
    assert report == Checker([source]).check_draft(draft)
