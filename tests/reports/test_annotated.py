"""The annotated copy: what it shows, that it says all of the draft, and what hostile words cannot do in it."""

from __future__ import annotations

import base64
import hashlib
import re

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.model import Kind, Outcome, Report, Result, Severity, Span, Text
from quotecheck.reports.annotated import page
from quotecheck.reports.annotated.drafts import marks, rows
from tests.reports import made, strategies
from tests.reports.opened import Element, opened

generous = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
OURS = {
    *"a b bdi body button code del details div fieldset form h1 h2 h3 head header html input ins label legend".split(),
    *"li main meta nav output p q rect script section span strong style summary svg table tbody td th thead".split(),
    *"title tr ul".split(),
}


def written(report: Report | None = None, **texts: Text) -> Element:
    report = report or made.report()
    return opened(page(report, texts or made.TEXTS, "1.2.3", standings=made.standings(report)))


def seen(element: Element) -> str:
    """The words as a person sees them: control characters by their number."""
    return element.text


# What it shows


def test_every_statement_is_marked_in_place_and_has_its_card() -> None:
    found = written()
    links = found.all("a", "statement")
    assert [(one.classes[1], one.text, one.given["href"]) for one in links] == [
        ("fail", "We will sell the mill,", "#evidence-1"),
        ("pass", "It cost\n$10.0 million,", "#evidence-2"),
        ("skipped", "Ask me in May,", "#evidence-3"),
        ("skipped", "sluice", "#evidence-4"),
        ("warn", "Perhaps it is sold,", "#evidence-5"),
        ("unchecked", "Das ist so,", "#evidence-6"),
    ]
    assert [one.given["data-number"] for one in found.all("details", "card")] == [*"123456"]
    assert {one.given["id"] for one in found.all("div", "inside")} == {f"evidence-{number}" for number in range(1, 7)}


def test_the_draft_is_all_there() -> None:
    assert "\n\n".join(one.text for one in written().all("p", "text")) == made.DRAFT.content.rstrip()


def test_words_at_fault_stand_out_and_differences_are_said_in_words() -> None:
    found = written()
    assert [one.text for one in found.all("strong")] == ["will"]
    card = found.all("details", "fail")[0]
    assert card.all("del")[0].text == "only in the source: won’t, end of that"
    assert card.all("ins")[0].text == "only in the draft: will, end of that"


def test_what_needs_a_look_is_open() -> None:
    cards = written().all("details", "card")
    assert ["open" in one.given for one in cards] == [True, False, False, False, True, True]


def test_the_picture_shows_the_grave_ones_tallest_and_last() -> None:
    bars = written().all("rect", "bar")
    heights = [int(one.given["height"] or 0) for one in bars]
    assert heights == sorted(heights) and bars[-1].classes == ["bar", "fail"]


HEADLINES: list[tuple[dict[Outcome, int], str]] = [
    ({}, "No statement was found."),
    ({Outcome.PASS: 3}, "Nothing stands in the way: none of 3 statements fails, none needs a look."),
    (
        {Outcome.PASS: 1, Outcome.SKIPPED: 1},
        "Nothing stands in the way: none of 2 statements fails, none needs a look.",
    ),
    ({Outcome.FAIL: 1}, "1 of 1 statement fails."),
    ({Outcome.FAIL: 2, Outcome.PASS: 3}, "2 of 5 statements fail."),
    ({Outcome.FAIL: 2, Outcome.WARN: 1, Outcome.UNCHECKED: 1}, "2 of 4 statements fail, 2 need a look."),
    ({Outcome.WARN: 1}, "None of 1 statement fails, 1 needs a look."),
]


@pytest.mark.parametrize(("outcomes", "sentence"), HEADLINES, ids=lambda value: str(value)[:30])
def test_how_the_draft_stands_in_a_sentence(outcomes: dict[Outcome, int], sentence: str) -> None:
    results = [attrs.evolve(made.polarity(), outcome=one) for one, count in outcomes.items() for _ in range(count)]
    found = written(attrs.evolve(made.report(), results=tuple(results)))
    assert found.all("p", "verdict")[0].text == sentence


def test_sign_offs_that_hold_and_that_do_not() -> None:
    cards = written().all("details", "card")
    boxes = [{one.given["name"]: "checked" in one.given for one in card.all("input")} for card in cards]
    assert boxes[0] == {"checked": False, "stands": False, "reason": False}
    assert boxes[1] == {"checked": True}
    assert "Ann Poe signed this on 2026-03-31. Since then it was exact and is absent." in cards[0].text
    assert "Signed off by Ann Poe on 2026-03-31" in cards[1].text


def test_links_open_the_page_at_the_words_only_on_the_web() -> None:
    for url, links in {"https://example.org/talk": 1, "javascript:alert(1)": 0, "file:///etc/passwd": 0}.items():
        source = attrs.evolve(made.SOURCE, url=url)
        found = written(made.report(), **{made.DRAFT.id: made.DRAFT, source.id: source}).all("details", "fail")[0]
        addresses = [one.given["href"] for one in found.all("a") if not (one.given["href"] or "#").startswith("#")]
        assert len(addresses) == links
        assert all(one and one.startswith("https://example.org/talk#:~:text=We%20won%E2%80%99t") for one in addresses)


# Rows and marks of a draft


def test_statements_in_each_other() -> None:
    """The inner one has its own mark; the outer one goes on after it and is one stop for the keyboard."""
    text = Text(content="He said the plan was “bold, not mad” and fair.", id="d")
    outer = one("the plan was “bold, not mad” and fair", text, Kind.MIXED)
    inner = one("bold, not mad", text)
    (row,) = rows(text, [(1, outer), (2, inner)])
    assert [(piece.number, piece.begins, piece.again) for piece in row.stretches] == [
        (None, (), False), (1, (1,), False), (2, (2,), False), (1, (), True), (None, (), False),
    ]  # fmt: skip
    assert row.numbers == (1, 2)


def test_a_statement_over_two_paragraphs_has_one_card() -> None:
    text = Text(content="“We will go.\n\n“We will stay.”", id="d")
    result = one("We will go.", text)
    parts = (Span(1, 12), Span(15, 28))
    result = attrs.evolve(
        result, statement=attrs.evolve(result.statement, parts=parts, text="We will go. We will stay.")
    )
    first, second = rows(text, [(1, result)])
    assert (first.numbers, second.numbers) == ((1,), ())
    assert [each.number for each in second.stretches] == [None, 1, None]


def test_lines_of_verse_stay_and_full_lines_flow() -> None:
    full = "A line that is as long as lines are where a program breaks them,\nand its end."
    assert [row.flows for row in rows(Text(content=f"{full}\n\nRoses are red,\nviolets are blue.", id="d"), [])] == [
        True, False,
    ]  # fmt: skip


def test_a_draft_of_nothing() -> None:
    for content in ("", "\n\n", " \n \n "):
        assert rows(Text(content=content, id="d"), []) == [] and marks(Text(content=content, id="d"), []) == []


@pytest.mark.parametrize("end", ["\n", "\n\n", "\n \n\n\t", "\n\n  ", " "])
def test_a_draft_that_ends_in_white_space(end: str) -> None:
    assert len(rows(Text(content=f"One.\n\nTwo.{end}", id="d"), [])) == 2


@given(
    st.text(alphabet="ab \n“”", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6)
)
@generous
def test_no_word_is_lost_or_doubled_and_each_statement_begins_once(content: str, spans: list[tuple[int, int]]) -> None:
    text = Text(content=content, id="d")
    inside = [Span(start, start + length) for start, length in spans if start + length <= len(content)]
    results = [(number, at(span, text)) for number, span in enumerate(inside, 1)]
    found = rows(text, results)
    words = "".join(piece for row in found for each in row.stretches for piece, _ in each.pieces)
    assert words.split() == content.split()
    begun = [number for row in found for each in row.stretches for number in each.begins]
    numbers = [number for row in found for number in row.numbers]
    assert sorted(numbers) == sorted(begun) and len(set(numbers)) == len(numbers)


def one(words: str, text: Text, kind: Kind = Kind.DIRECT) -> Result:
    start = text.content.index(words)
    return at(Span(start, start + len(words)), text, kind)


def at(span: Span, text: Text, kind: Kind = Kind.DIRECT) -> Result:
    statement = attrs.evolve(
        made.polarity().statement, text=span.of(text.content), kind=kind, parts=(span,), draft=text.id
    )
    return attrs.evolve(made.polarity(), statement=statement, findings=(), evidence=None)


# Hostile words


def test_only_our_own_style_and_script_may_be_used() -> None:
    found = written()
    policy = next(one.given["content"] or "" for one in found.all("meta") if "http-equiv" in one.given)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'" and rules["form-action"] == "'none'"
    for name in ("style", "script"):
        (own,) = found.all(name)
        digest = base64.b64encode(hashlib.sha256(own.text.encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"


def _is_ours(found: Element) -> None:
    assert {each.name for each in found.all()} <= OURS
    assert len(found.all("script")) == len(found.all("style")) == 1
    for each in found.all():
        assert not any(name.startswith("on") or name in ("style", "src", "action", "srcdoc") for name in each.given)
        address = each.given.get("href")
        assert address is None or re.match(r"#[\w-]+$|https?://", address)


def test_hostile_words_stay_words() -> None:
    found = written(made.hostile())
    _is_ours(found)
    assert "<script>alert(1)</script>" in found.all("q")[0].text
    assert not re.search("[\x00\x1b\u202e\u2028]", found.all("main")[0].text)
    assert "U+202E" in found.all("main")[0].text


@given(strategies.reports)
@generous
def test_whatever_the_words_are_the_page_is_ours(report: Report) -> None:
    _is_ours(opened(page(report, made.TEXTS, "1.2.3")))


def test_a_huge_line_is_shown_in_bounded_time() -> None:
    text = Text(content="“" + "no end " * 200_000 + "”", id=made.DRAFT.id, path=made.DRAFT.id)
    result = at(Span(1, len(text.content) - 1), text)
    report = attrs.evolve(made.report(), results=(result,))
    assert len(page(report, {text.id: text}, "1")) < 2 * len(text.content)


def test_grave_findings_only_are_hits() -> None:
    """A note's words are not set off in the draft."""
    note = attrs.evolve(made.polarity().findings[0], severity=Severity.NOTE)
    report = attrs.evolve(made.report(), results=(attrs.evolve(made.polarity(), findings=(note,)),))
    assert written(report).all("strong") == []
