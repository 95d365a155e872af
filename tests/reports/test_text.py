"""Text for a terminal: what a person sees for each outcome, and what hostile words cannot do to it."""

from __future__ import annotations

import re
from collections import Counter

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from quotecheck.model import (
    Alternative,
    Code,
    Edit,
    Evidence,
    Finding,
    Kind,
    Op,
    Outcome,
    Passage,
    Place,
    Problem,
    Result,
    Severity,
    Span,
    Statement,
    Verdict,
    Words,
)
from quotecheck.model.errors import shown
from quotecheck.reports.differences import PieceKind, pieces
from quotecheck.reports.text import Look, clipped, result_lines, statement_lines, summary_lines
from tests.reports import strategies

PLAIN = Look(width=80)


def result(
    statement: str, source: str, *edits: tuple[Op, tuple[int, int], tuple[int, int]], **changes: object
) -> Result:
    """A failed result over one passage that begins at offset 100 of its source."""
    passage = Passage(
        source="talk.txt", start=100, end=100 + len(source), exact=source, place=Place(line=3, column=2),
        speaker="Ada Brook",
    )  # fmt: skip
    made = Result(
        statement=Statement(statement, speaker="Ada Brook", draft="draft.md", line=7, column=4),
        verdict=Verdict.ABSENT,
        outcome=Outcome.FAIL,
        confidence=0.97,
        evidence=Evidence(
            passages=(passage,),
            score=0.5,
            edits=tuple(
                Edit(op=op, statement=Span(*mine), passage=0, source=Span(theirs[0] + 100, theirs[1] + 100))
                for op, mine, theirs in edits
            ),
        ),
    )
    return attrs.evolve(made, **changes)


def text(one: Result, look: Look = PLAIN) -> str:
    """All lines of a result."""
    return "\n".join(result_lines(one, look))


FAILED = result(
    "We will fix it",
    "We won't fix it now",
    (Op.EQUAL, (0, 2), (0, 2)),
    (Op.REPLACE, (3, 7), (3, 8)),
    (Op.DELETE, (14, 14), (15, 19)),
    findings=(
        Finding(code=Code.POLARITY, severity=Severity.ERROR, message="The source says “won't”; the quotation “will”."),
    ),
)


def test_a_failure_shows_everything() -> None:
    """Verdict, place, words, the source's words with what differs, the finding, what to do."""
    assert text(FAILED) == (
        "✗ fail  absent  draft.md:7:4\n"
        "  “We will fix it” — Ada Brook\n"
        "  source: talk.txt:3:2 · Ada Brook\n"
        "    We [-won't-]{+will+} fix it[- now-]\n"
        "  QC402 polarity, error: The source says “won't”; the quotation “will”.\n"
        "  → Say what the source says, or name the source that says this."
    )


def test_a_pass_is_short() -> None:
    """The statement and its place in the source; more only when asked for."""
    one = result(
        "it’s late",
        "it's late",
        (Op.REPLACE, (2, 3), (2, 3)),
        verdict=Verdict.EXACT,
        outcome=Outcome.PASS,
        findings=(Finding(code=Code.TYPOGRAPHY, severity=Severity.NONE, message="Curly.", statement=(Span(2, 3),)),),
        alternatives=(
            Alternative(
                verdict=Verdict.EXACT,
                passages=(Passage(source="b.txt", start=0, end=9, exact="it's late", place=Place(line=1, column=1)),),
                score=1.0,
            ),
        ),
    )
    assert text(one) == ("✓ pass  exact  draft.md:7:4\n  “it’s late” — Ada Brook\n  source: talk.txt:3:2 · Ada Brook")
    assert text(one, attrs.evolve(PLAIN, verbose=True)).split("\n")[3:] == [
        "    it's late",
        "  QC101 typography: Curly.",
        "  also source: b.txt:1:1 · speaker not named (exact): it's late",
    ]


def test_a_typographic_difference_is_not_marked() -> None:
    """A curly quotation mark is no difference to a person, beside one that is."""
    typography = Finding(code=Code.TYPOGRAPHY, severity=Severity.NONE, message="Curly.", statement=(Span(2, 3),))
    one = result(
        "it’s soon", "it's late", (Op.REPLACE, (2, 3), (2, 3)), (Op.REPLACE, (5, 9), (5, 9)), findings=(typography,)
    )
    assert "    it's [-late-]{+soon+}" in text(one).split("\n")


def test_what_could_not_be_checked() -> None:
    """A problem with its place, and no verdict."""
    problem = Problem(message="no such file", code="missing", path="talk.txt", fatal=True)
    one = Result(
        statement=Statement("x", kind=Kind.INDIRECT),
        verdict=None,
        outcome=Outcome.UNCHECKED,
        problems=(problem,),
        id="q1",
    )
    assert text(one) == "? unchecked  no verdict  q1\n  x\n  not checked: talk.txt: no such file"


@pytest.mark.parametrize("outcome", Outcome)
def test_no_outcome_is_told_by_colour_alone(outcome: Outcome) -> None:
    """Without colour each still has its sign and its word."""
    one = attrs.evolve(FAILED, outcome=outcome)
    bare = text(one).split("\n")[0]
    assert outcome.value in bare
    coloured = text(one, attrs.evolve(PLAIN, colour=True))
    assert "\x1b[" in coloured.split("\n")[0]
    assert re.sub(r"\x1b\[\d*m", "", coloured) == text(one)


def test_colour_over_a_line_s_end() -> None:
    """A long difference is coloured line by line, so that no colour leaks into what follows."""
    long = " ".join(f"word{number}" for number in range(30))
    one = result("x", long, (Op.REPLACE, (0, 1), (0, len(long))))
    for line in result_lines(one, Look(width=60, colour=True)):
        assert line.count("\x1b[") % 2 == 0
        assert line.endswith("\x1b[0m") or "\x1b" not in line.split("\x1b[0m")[-1]


def test_page_time_and_several_passages() -> None:
    """Each passage has its place, as far as it has one."""
    passages = (
        Passage(source="a.pdf", start=0, end=1, exact="x", place=Place(page=12)),
        Passage(source="b.srt", start=0, end=1, exact="y", place=Place(time=3725.5), speaker="Ann"),
    )
    one = attrs.evolve(FAILED, evidence=Evidence(passages=passages, score=0.1), findings=())
    assert text(one).split("\n")[2:] == [
        "  source: a.pdf · page 12 · speaker not named",
        "    x",
        "  source: b.srt · 1:02:05 · Ann",
        "    y",
    ]


def test_long_texts_are_clipped_unless_asked_for() -> None:
    """A candidate of 50,000 words is a few lines."""
    words = "word " * 50_000
    one = result(words, words, (Op.REPLACE, (5, 9), (5, 9)))
    assert len(text(one)) < 2_000
    assert len(text(one, attrs.evolve(PLAIN, verbose=True))) > 2 * len(words)
    assert clipped("abcdefghij", 10) == "abcdefghij" and clipped("abcdefghijk", 10) == "abcd … hijk"


def test_lines_fit_the_terminal() -> None:
    """Whatever the width, down to forty columns."""
    words = "He said that the bridge over the river would be open again before the end of the summer. " * 5
    for width in (40, 61, 100):
        for line in result_lines(result(words, words), Look(width=width)):
            assert len(line) <= width


def test_a_statement_of_extract() -> None:
    """Place, kind, words, speaker, the words that name him, the cue."""
    statement = Statement(
        "it is late",
        kind=Kind.INDIRECT,
        speaker="Ada Brook",
        mention=Words("she", 0, 3),
        cue=Words("said", 4, 8),
        draft="a.md",
        line=2,
        column=5,
    )
    assert list(statement_lines(statement, PLAIN)) == [
        "indirect  a.md:2:5",
        "  it is late — Ada Brook",
        "  named as: she; cue: said",
    ]


def test_summary() -> None:
    """By verdict and by outcome, in a fixed order."""
    verdicts = Counter({"absent": 2, "none": 1, "exact": 3})
    outcomes = Counter({"unchecked": 1, "pass": 3, "fail": 2})
    assert list(summary_lines(verdicts, outcomes)) == [
        "6 statements: 3 exact, 2 absent, 1 without a verdict",
        "outcome: 2 fail, 3 pass, 1 unchecked",
    ]
    assert list(summary_lines(Counter(), Counter())) == ["no statements"]


HOSTILE = "x”\n✓ pass  exact  draft.md:1:1\r\n\x1b[2K\x1b[1A\u2028✓ pass\x85\u202e[-kept-]{+new+}\x9b1A"


def test_hostile_words_forge_nothing() -> None:
    """Neither a line, nor a colour, nor a mark of ours."""
    one = result(
        HOSTILE,
        HOSTILE,
        (Op.REPLACE, (0, 1), (0, 1)),
        id=HOSTILE,
        findings=(Finding(code=Code.FIGURE, severity=Severity.ERROR, message=HOSTILE),),
        problems=(Problem(message=HOSTILE, code="x", path=HOSTILE),),
    )
    lines = list(result_lines(one, PLAIN))
    assert all(line.isprintable() for line in lines)
    assert [line for line in lines if not line.startswith("  ")] == lines[:1]
    assert one.evidence is not None
    alone = attrs.evolve(one, statement=Statement("y"), id=None, findings=(), problems=())
    compared = "".join(line for line in result_lines(alone, PLAIN) if line.startswith("    "))
    assert len(re.findall(r"(?<!\\)(\{\+|\[-)", compared)) == 2
    assert compared.count("\\{+") == compared.count("\\[-") == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.results)
def test_any_result_is_shown_safely(one: Result) -> None:
    """One heading, everything else indented, nothing that a terminal obeys."""
    lines = list(result_lines(one, Look(width=60, verbose=True)))
    assert all(not line or line.startswith("  ") for line in lines[1:])
    assert shown("".join(lines)) == "".join(lines)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.results)
def test_pieces_of_any_result(one: Result) -> None:
    """Whatever the edits say, the source's words are all there, once and in order."""
    for index, passage in enumerate(one.evidence.passages if one.evidence else ()):
        whole = "".join(piece.text for piece in pieces(one, index) if piece.kind is not PieceKind.STATEMENT)
        assert whole == passage.exact


SHOWN = {
    "a\tb\r\nc": "a b c",
    "\x1b[31m": "␛[31m",
    "\x00\x07": "␀␇",
    "\x9b2J": "\\x9b2J",
    "a\u202eb\u2066": "a\\u202eb\\u2066",
    "\u2028\u2029": "\\u2028\\u2029",
    "\ufeff\u200b": "\\ufeff\\u200b",
    "\ud800": "\\ud800",
    "\U000e0041": "\\U000e0041",
    "“é” — 日本 👩‍🚀 ‌ \u00a0x": "“é” — 日本 👩‍🚀 ‌ \u00a0x",
}


@pytest.mark.parametrize("raw", SHOWN)
def test_shown(raw: str) -> None:
    """Controls are written out, letters of every script stay."""
    assert shown(raw) == SHOWN[raw]
