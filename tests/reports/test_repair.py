"""The source's words put into a draft: where they are, how they look there, and where they are not."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from quotecheck.checking.checker import Checker
from quotecheck.model import Origin, Outcome, Run, Severity, Span, Text, Verdict
from quotecheck.reading import read_file
from quotecheck.reports.patches import changed
from quotecheck.reports.repair import changes_of, repairs
from quotecheck.selftest.recipes import recipes_named
from quotecheck.selftest.run import try_sources

ROOT = Path(__file__).parents[2]

SOURCE = """\
“We don’t seek war, conflict with Russia,” Ada Brook said. “The plan costs $10.0 million and will be ready by spring.
It stands, after two long winters, for all of us in the north.”

“Ben Cole came to London after the vote, and the figures rose by four per cent in the north,” Brook said. “It is our
mill. The council called it “a gift” to us all. Nobody has asked the farmers yet.”

“Thank you, Mr. Fisher,” Ben Cole said. “Thank you, Mr. Dreeben.”

“Ask me again in the winter,” Ben Cole said. “The tall *and* very *old* mill stays where it is.”
"""


def checker() -> Checker:
    return Checker([Text(content=SOURCE, id="talk.txt")])


def mended(draft: str) -> tuple[str, list[str]]:
    """The draft put right, and why the rest was left."""
    text = Text(content=draft, id="draft.md", path="draft.md")
    check = checker()
    made, left = repairs(check.check_draft(text).results, text, check.check)
    return changed(draft, changes_of(made)), [one.why for one in left]


PUT_RIGHT = {
    "a negation left out": (
        "“We seek war, conflict with Russia,” Ada Brook said.",
        "“We don’t seek war, conflict with Russia,” Ada Brook said.",
    ),
    "a negation turned": (
        "“We do seek war, conflict with Russia,” Ada Brook said.",
        "“We don’t seek war, conflict with Russia,” Ada Brook said.",
    ),
    "a figure": (
        "“The plan costs $100 million and will be ready by spring,” Brook said.",
        "“The plan costs $10.0 million and will be ready by spring,” Brook said.",
    ),
    "a name at the start": (
        "“Dan Cole came to London after the vote,” Ada Brook said.",
        "“Ben Cole came to London after the vote,” Ada Brook said.",
    ),
    "two places in one quotation": (
        "“Ben Cole came to Paris after the vote, and the figures fell by four per cent,” Brook said.",
        "“Ben Cole came to London after the vote, and the figures rose by four per cent,” Brook said.",
    ),
    "a word put in": (
        "“the figures rose by very four per cent in the north,” Ada Brook said.",
        "“the figures rose by four per cent in the north,” Ada Brook said.",
    ),
    "words left out between words": (
        "“The plan costs $10.0 million and will be by spring,” Brook said.",
        "“The plan costs $10.0 million and will be ready by spring,” Brook said.",
    ),
    "words left out between commas": (
        "“It stands, for all of us in the north,” Brook said.",
        "“It stands, after two long winters, for all of us in the north,” Brook said.",
    ),
    "a word over a line's end": (
        "“The plan costs $10.0 million and will be\nfinished by spring,” Ada Brook said.",
        "“The plan costs $10.0 million and will be\nready by spring,” Ada Brook said.",
    ),
    "an interrupted quotation": (
        "“Ben Cole came to Paris after the vote,” Ada Brook said, “and the figures rose by four per cent.”",
        "“Ben Cole came to London after the vote,” Ada Brook said, “and the figures rose by four per cent.”",
    ),
    "two quotations in a paragraph": (
        "“We seek war, conflict with Russia,” Brook said. “Ben Cole came to Paris after the vote,” Ada Brook said.",
        "“We don’t seek war, conflict with Russia,” Brook said. “Ben Cole came to London after the vote,” Ada Brook "
        "said.",
    ),
    "what stands beside it stays": (
        "- *Note:* “We seek war, conflict with Russia,” **Ada Brook** said.\n",
        "- *Note:* “We don’t seek war, conflict with Russia,” **Ada Brook** said.\n",
    ),
}


@pytest.mark.parametrize("case", PUT_RIGHT, ids=str)
def test_put_right(case: str) -> None:
    before, after = PUT_RIGHT[case]
    assert mended(before) == (after, [])


TYPOGRAPHY = {
    "straight marks": (
        '"We seek war, conflict with Russia," Ada Brook said. It\'s so.',
        "\"We don't seek war, conflict with Russia,\" Ada Brook said. It's so.",
    ),
    "curly marks": (
        "“We seek war, conflict with Russia,” Ada Brook said. It’s so.",
        "“We don’t seek war, conflict with Russia,” Ada Brook said. It’s so.",
    ),
    "its own dash and comma inside": (
        "“Ben Cole came to Paris after the vote – and the figures rose by four per cent,” Brook said.",
        "“Ben Cole came to London after the vote – and the figures rose by four per cent,” Brook said.",
    ),
    "its capital at the start": (
        "“Those figures rose by four per cent in the north,” Ada Brook said.",
        "“The figures rose by four per cent in the north,” Ada Brook said.",
    ),
}


@pytest.mark.parametrize("case", TYPOGRAPHY, ids=str)
def test_the_draft_s_typography_stays(case: str) -> None:
    before, after = TYPOGRAPHY[case]
    assert mended(before) == (after, [])


LEFT = {
    "another speaker": ("“Ask me again in the winter,” Ada Brook said.", "a person to decide"),
    "words nobody said": ("“The moon is made of green cheese and gravel,” Ada Brook said.", "a person to decide"),
    "two faults, one of them the speaker": (
        "“Ask me again in the summer of next year,” Ada Brook said.",
        "",
    ),
    "reported speech": ("Ada Brook said that they do seek war, conflict with Russia.", "no quotation in marks"),
    "marks in the source's words": (
        "“The council gave nothing to us all. Nobody has asked the farmers yet,” Ada Brook said.",
        "quotation marks of their own",
    ),
    "two passages as near": ("“Thank you, Mr. Vinnie,” Ben Cole said.", "another passage is as near"),
    "signs that Markdown obeys": ("“The tall mill stays where it is,” Ben Cole said.", "signs that a draft's format"),
}


@pytest.mark.parametrize("case", LEFT, ids=str)
def test_left_to_a_person(case: str) -> None:
    """Nothing is changed, and it is said why."""
    draft, why = LEFT[case]
    after, said = mended(draft)
    assert after == draft and len(said) == 1 and why in said[0]


RIGHT = [
    "“We don’t seek war, conflict with Russia,” Ada Brook said.",
    "“We don't seek war … with Russia,” Ada Brook said.",
    "Nobody said a word.",
]


@pytest.mark.parametrize("draft", RIGHT)
def test_what_is_right_is_left_alone(draft: str) -> None:
    assert mended(draft) == (draft, [])


@pytest.mark.parametrize("case", [*PUT_RIGHT, *TYPOGRAPHY], ids=str)
def test_what_was_put_right_is_right(case: str) -> None:
    """A second run finds nothing more, and speakers are the same."""
    before, after = {**PUT_RIGHT, **TYPOGRAPHY}[case]
    results = checker().check_draft(Text(content=after, id="draft.md", path="draft.md")).results
    assert all(one.outcome is not Outcome.FAIL for one in results)
    first = checker().check_draft(Text(content=before, id="draft.md", path="draft.md")).results
    assert [one.statement.speaker for one in first] == [one.statement.speaker for one in results]


KINDS = ("figure", "negation-in", "negation-out", "opposite", "name", "word", "unmarked")


def test_falsehoods_made_from_a_source_become_what_it_says() -> None:
    """The self-test knows what it did to each sentence: every repair undoes just that, and hardly one is missing."""
    source = read_file(ROOT / "seeds" / "000_2c78b3c84b36b317.txt")
    check = Checker([source]).check
    made_of_all: list[int] = []
    for tried in try_sources([source], recipes=list(recipes_named(KINDS)), limit=20):
        words = tried.trial.made.text
        text = Text(content=f"“{words}”\n", id="draft.md", path="draft.md")
        statement = attrs.evolve(tried.trial.statement, parts=(Span(1, 1 + len(words)),))
        made, _ = repairs([attrs.evolve(tried.result, statement=statement)], text, check)
        made_of_all.append(len(made))
        if made:
            assert plain(changed(text.content, changes_of(made))) == plain(tried.trial.truth.text)
    assert len(made_of_all) >= 40 and sum(made_of_all) >= 0.9 * len(made_of_all)


def plain(text: str) -> list[str]:
    """The words, whatever the marks round them."""
    return re.findall(r"\w+(?:['’.,]\w+)*", text.casefold().replace("’", "'"))


def test_other_formats_are_not_mended() -> None:
    """Their content is not the file's own text."""
    draft = PUT_RIGHT["a figure"][0]
    origin = Origin(runs=(Run(Span(0, len(draft)), Span(3, len(draft) + 3)),))
    text = Text(content=draft, id="draft.html", path="draft.html", origin=origin)
    check = checker()
    made, left = repairs(check.check_draft(text).results, text, check.check)
    assert made == [] and [one.why for one in left] == ["only plain text and Markdown are mended"]


def test_what_is_waived_is_left_alone() -> None:
    """Somebody looked at it and lets it stand."""
    text = Text(content=PUT_RIGHT["a figure"][0], id="draft.md", path="draft.md")
    check = checker()
    [result] = check.check_draft(text).results
    waived = attrs.evolve(
        result,
        outcome=Outcome.SKIPPED,
        findings=tuple(attrs.evolve(one, waived="as printed") for one in result.findings),
    )
    assert repairs([waived], text, check.check) == ([], [])


def test_a_repair_that_does_not_hold_is_not_made() -> None:
    """Whatever the edits say, the quotation is checked again."""
    text = Text(content=PUT_RIGHT["a figure"][0], id="draft.md", path="draft.md")
    [result] = checker().check_draft(text).results
    for verdict, outcome in ((Verdict.PARAPHRASED, Outcome.PASS), (Verdict.EXACT, Outcome.FAIL)):
        again = attrs.evolve(result, verdict=verdict, outcome=outcome)
        made, left = repairs([result], text, lambda _, again=again: again)  # type: ignore[misc]
        assert made == [] and "would still not be exact" in left[0].why


def test_a_warning_is_no_reason_to_write() -> None:
    text = Text(content=PUT_RIGHT["a figure"][0], id="draft.md", path="draft.md")
    check = checker()
    [result] = check.check_draft(text).results
    mild = tuple(attrs.evolve(one, severity=Severity.WARNING) for one in result.findings)
    warned = attrs.evolve(result, outcome=Outcome.WARN, findings=mild)
    assert repairs([warned], text, check.check) == ([], [])
