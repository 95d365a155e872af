"""Results as text for a person at a terminal. Nothing is written here: lines come out.

Words of drafts and sources are shown through ``shown``, so that they can neither start a line nor move the cursor.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from quotecheck.model import Finding, Kind, Outcome, Passage, Place, Problem, Result, Severity, Statement, Verdict
from quotecheck.model.errors import shown
from quotecheck.reports.advice import advice, problem_label
from quotecheck.reports.differences import Piece, PieceKind, pieces

SYMBOLS = {
    Outcome.FAIL: "✗",
    Outcome.WARN: "!",
    Outcome.PASS: "✓",
    Outcome.UNCHECKED: "?",
    Outcome.SKIPPED: "–",
}
_COLOURS = {
    Outcome.FAIL: "31",
    Outcome.WARN: "33",
    Outcome.PASS: "32",
    Outcome.UNCHECKED: "35",
    Outcome.SKIPPED: "2",
}
_FENCES = {PieceKind.SOURCE: ("[-", "-]"), PieceKind.STATEMENT: ("{+", "+}")}
_FENCE = re.compile(r"(?<!\\)(\[-|-\]|\{\+|\+\})")
_OURS = re.compile(r"(\[-|-\]|\{\+|\+\})")
_STATEMENT_SHOWN = 400  # code points of a statement that are shown unless all is asked for
_EQUAL_SHOWN = 160  # the same for a stretch in which nothing differs
_NAME_SHOWN = 120  # the same for a speaker or an id


@attrs.frozen(kw_only=True)
class Look:
    """How text is to look.

    Attributes:
        width: Columns of the terminal.
        colour: True to use colour beside signs and words.
        verbose: True to show whole texts, what is allowed silently, and other places.
    """

    width: int = 80
    colour: bool = False
    verbose: bool = False

    def painted(self, text: str, colour: str) -> str:
        """``text`` in a colour (an SGR number), if colours are wanted."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text

    def wrapped(self, text: str, indent: str) -> list[str]:
        """``text`` in lines of this width, all indented, the second and later ones two columns more."""
        return textwrap.wrap(
            text,
            max(self.width, 40),
            initial_indent=indent,
            subsequent_indent=indent + "  ",
            break_on_hyphens=False,
        )


def report_lines(results: Sequence[Result], look: Look) -> Iterator[str]:
    """Results one below the other; a problem that several of them share is said once, under the last.

    Args:
        results: Those that are to be shown.
        look: How.
    """
    shared = _shared(results)
    for result in results:
        yield from result_lines(result, look, but=shared)
        yield ""
    yield from _shared_lines(shared, look)


def _shared(results: Iterable[Result]) -> dict[Problem, list[Outcome]]:
    """The problems that several results have, each with the outcomes of these."""
    found: dict[Problem, list[Outcome]] = {}
    for result in results:
        for problem in dict.fromkeys(result.problems):
            found.setdefault(problem, []).append(result.outcome)
    return {problem: outcomes for problem, outcomes in found.items() if len(outcomes) > 1}


def _shared_lines(shared: Mapping[Problem, Sequence[Outcome]], look: Look) -> Iterator[str]:
    for problem, outcomes in shared.items():
        label = problem_label(outcomes[0]) if len({*outcomes}) == 1 else "problem"
        yield from look.wrapped(f"{label} ({len(outcomes)} statements): {shown(str(problem))}", "")
    if shared:
        yield ""


def result_lines(result: Result, look: Look, *, but: Collection[Problem] = ()) -> Iterator[str]:
    """A result: its verdict, the statement, the source's words with what differs, the findings, what to do.

    Args:
        result: What was found.
        look: How it is to look.
        but: Problems that are said elsewhere.
    """
    yield _heading(result, look)
    if result.statement.text:
        yield from statement_words(result.statement, look)
    passed = result.outcome in (Outcome.PASS, Outcome.SKIPPED)
    if result.evidence is not None:
        for index, passage in enumerate(result.evidence.passages):
            yield from look.wrapped(_where(passage), "  ")
            if not passed or look.verbose:
                yield from _compared(pieces(result, index), look)
    for finding in result.findings:
        if look.verbose or finding.severity.rank > Severity.NONE.rank:
            yield from _finding_lines(finding, look)
    for sentence in advice(result.findings):
        yield from look.wrapped(f"→ {sentence}", "  ")
    for problem in result.problems:
        if problem not in but:
            yield from look.wrapped(f"{problem_label(result.outcome)}: {shown(str(problem))}", "  ")
    if look.verbose:
        yield from _other_places(result, look)


def statement_words(statement: Statement, look: Look) -> list[str]:
    """The statement's words and the one they are given to; those of a mixed one have marks of their own."""
    words = shown(statement.text if look.verbose else clipped(statement.text, _STATEMENT_SHOWN))
    marked = f"“{words}”" if statement.kind is Kind.DIRECT else words
    whose = f" — {shown(clipped(statement.speaker, _NAME_SHOWN))}" if statement.speaker else ""
    return look.wrapped(f"{marked}{whose}", "  ")


def statement_lines(statement: Statement, look: Look) -> Iterator[str]:
    """A statement as ``extract`` shows it: place, kind, words, speaker and cue."""
    place = _place(statement.draft, Place(line=statement.line, column=statement.column))
    kind = f"no claim: {statement.no_claim.value}" if statement.no_claim else statement.kind.value
    yield f"{look.painted(kind, '1')}  {place}"
    yield from statement_words(statement, look)
    cue = f"cue: {shown(statement.cue.text)}" if statement.cue else ""
    mention = f"named as: {shown(statement.mention.text)}" if statement.mention else ""
    if cue or mention:
        yield from look.wrapped("; ".join(part for part in (mention, cue) if part), "  ")


def summary_lines(verdicts: Counter[str], outcomes: Counter[str]) -> Iterator[str]:
    """How many statements have which verdict and outcome.

    Args:
        verdicts: Counts by verdict; "none" where there is none.
        outcomes: Counts by outcome.
    """
    total = sum(outcomes.values())
    if not total:
        yield "no statements"
        return
    names = [one.value for one in Verdict]
    by_verdict = [f"{verdicts[name]} {name}" for name in names if verdicts[name]]
    if verdicts["none"]:
        by_verdict.append(f"{verdicts['none']} without a verdict")
    by_outcome = [f"{outcomes[one.value]} {one.value}" for one in Outcome if outcomes[one.value]]
    yield f"{total} statement{'s' if total > 1 else ''}: {', '.join(by_verdict)}"
    yield f"outcome: {', '.join(by_outcome)}"


def clipped(text: str, length: int) -> str:
    """``text`` with its middle left out, if it is longer than ``length`` code points."""
    if len(text) <= length:
        return text
    half = length // 2 - 1
    return f"{text[:half]} … {text[-half:]}"


def _heading(result: Result, look: Look) -> str:
    outcome = result.outcome
    verdict = result.verdict.value if result.verdict else "no verdict"
    sign = look.painted(f"{SYMBOLS[outcome]} {outcome.value}", _COLOURS[outcome])
    statement = result.statement
    where = _place(statement.draft, Place(line=statement.line, column=statement.column))
    name = shown(clipped(result.id, _NAME_SHOWN)) if result.id else ""
    return "  ".join(part for part in (sign, look.painted(verdict, "1"), where, name) if part)


def _place(path: str | None, place: Place) -> str:
    return ":".join(shown(str(part)) for part in (path, place.line, place.column) if part is not None)


def _where(passage: Passage) -> str:
    parts = [f"source: {_place(passage.source, passage.place)}"]
    if passage.place.page is not None:
        line = f":{passage.place.printed}" if passage.place.printed is not None else ""
        parts.append(f"page {passage.place.page}{line}")
    if passage.place.time is not None:
        parts.append(_clock(passage.place.time))
    parts.append(shown(passage.speaker) if passage.speaker else "speaker not named")
    return " · ".join(parts)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def fenced(shown_pieces: Iterable[Piece], look: Look) -> str:
    """The source's words with ``[-only there-]`` and ``{+only in the statement+}``, on one line."""
    return "".join(_fenced(piece, look) for piece in shown_pieces)


def _compared(shown_pieces: Iterable[Piece], look: Look) -> list[str]:
    """The same over several lines, coloured too if wanted."""
    lines = look.wrapped(fenced(shown_pieces, look), "    ")
    return _coloured(lines) if look.colour else lines


def _fenced(piece: Piece, look: Look) -> str:
    words = piece.text if look.verbose else clipped(piece.text, _EQUAL_SHOWN)
    words = _OURS.sub(r"\\\1", shown(words))  # what looks like our own marks in the text is not ours
    before, after = _FENCES.get(piece.kind, ("", ""))
    return f"{before}{words}{after}"


def _coloured(lines: list[str]) -> list[str]:
    """Colour inside the fences; a fence that runs over a line's end is closed there and opened again."""
    opened = ""
    painted = []
    for line in lines:
        body = line.lstrip(" ")
        out = [line[: len(line) - len(body)], opened]
        for part in _FENCE.split(body):
            if part in ("[-", "{+"):
                opened = "\x1b[31m" if part == "[-" else "\x1b[32m"
                out += [opened, part]
            elif part in ("-]", "+}"):
                out += [part, "\x1b[0m"]
                opened = ""
            else:
                out.append(part)
        painted.append("".join(out) + ("\x1b[0m" if opened else ""))
    return painted


def _finding_lines(finding: Finding, look: Look) -> list[str]:
    severity = "" if finding.severity is Severity.NONE else f", {finding.severity.value}"
    waived = "" if finding.waived is None else f", waived ({shown(clipped(finding.waived, _NAME_SHOWN))})"
    return look.wrapped(f"{finding.code.value} {finding.code.slug}{severity}{waived}: {shown(finding.message)}", "  ")


def _other_places(result: Result, look: Look) -> Iterator[str]:
    for other in result.alternatives:
        for passage in other.passages:
            place = f"{_where(passage)} ({other.verdict.value}): {shown(clipped(passage.exact, _EQUAL_SHOWN))}"
            yield from look.wrapped(f"also {place}", "  ")
