"""Every code that a finding may have, looked up by code or name, and explained. What each means stands in ``rules``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from quotecheck.model import Code, Kind, Severity
from quotecheck.model.errors import UnknownCode, nearest
from quotecheck.verdicts.rules import ALTERED, CIRCUMSTANCES, MEANING, SPEAKERS, WORDS, Example, Rule

__all__ = ["ALL_RULES", "FAMILIES", "RETIRED", "RULES", "Example", "Rule", "explain", "rule_for"]

FAMILIES: Final[Mapping[str, tuple[Rule, ...]]] = MappingProxyType(
    {
        "The words are the source's": WORDS,
        "The meaning is the source's, the words are not": ALTERED,
        "Who said it, and where": SPEAKERS,
        "Not there, or something else": MEANING,
        "Circumstances of the check": CIRCUMSTANCES,
    }
)
"""The rules by family, in order of code."""

ALL_RULES: Final[tuple[Rule, ...]] = tuple(rule for family in FAMILIES.values() for rule in family)
"""Every rule, in order of code."""

RULES: Final[Mapping[Code, Rule]] = MappingProxyType({rule.code: rule for rule in ALL_RULES})
"""Every rule by its code."""

RETIRED: Final[Mapping[str, str]] = MappingProxyType({})
"""Codes that are no longer given, with what became of them. A code is never used for anything else."""

RESERVED: Final = "Reserved: this version does not judge it yet."

_BY_NAME: Final = {name: rule for rule in ALL_RULES for name in (rule.code.value.lower(), rule.name)}
_WIDTH: Final = 88


def rule_for(code: str | Code) -> Rule:
    """The rule of a code.

    Args:
        code: "QC402", "402" or "polarity", in any case.

    Raises:
        UnknownCode: if there is none; it names the nearest.
    """
    if isinstance(code, Code):
        return RULES[code]
    if (rule := _BY_NAME.get(_folded(code))) is not None:
        return rule
    if (fate := RETIRED.get(_folded(code).upper())) is not None:
        raise UnknownCode(f"{code.strip()} is retired: {fate}")
    raise UnknownCode(f"no code is called {code.strip()!r}; {_hint(code)}")


def explain(code: str) -> str:
    """What a code means, for a person: its verdict and severity, its paragraph, and both examples.

    Args:
        code: As for ``rule_for``; a retired code is answered too.

    Raises:
        UnknownCode: if there never was one; it names the nearest.
    """
    if (fate := RETIRED.get(_folded(code).upper())) is not None:
        return f"{_folded(code).upper()} is retired: {fate}\n"
    return "\n".join(_explanation(rule_for(code))) + "\n"


def told(example: Example) -> Iterator[str]:
    """An example as lines for a person: the source, then the statement and what is known of it."""
    whose = f" (the words of {example.source_speaker})" if example.source_speaker else ""
    yield f"the source{whose} has: {_line(example.source)}"
    if example.other_source:
        which = "another state of it" if example.other_version_of else "a second source"
        yield f"{which} has: {_line(example.other_source)}"
    if example.source_fidelity:
        yield f"it is a record that is: {example.source_fidelity}"
    if example.source_emphasis is not None:
        yield f"in italics there: {', '.join(example.source_emphasis) or 'nothing'}"
    yield f"the draft has: {_draft(example)}"
    if example.added_to:
        yield f"added to: “{_line(example.added_to)}”"
    if example.answers:
        yield f"in reply to: “{_line(example.answers)}”"
    if example.declares:
        yield f"and behind it: {example.declares}"
    if example.emphasis:
        yield f"in italics: {', '.join(example.emphasis)}"
    if example.zone != "body":
        yield f"in a {example.zone}"
    if example.source_problem:
        yield f"its reader says: {example.source_problem}"
    if example.cites:
        first = example.cites.replace("source", "the first source" if example.other_source else "the source")
        yield "it cites: " + first.replace("other", "the second source")
    if example.policy != "news":
        yield f"under the policy: {example.policy}"


def _folded(code: str) -> str:
    name = "-".join(code.strip().lower().replace("_", " ").split())
    return f"qc{name}" if name.isdecimal() and name.isascii() else name


def _hint(code: str) -> str:
    near = nearest(_folded(code), _BY_NAME)
    if near is None:
        return "codes run from QC100 to QC511"
    rule = _BY_NAME[near]
    return f"the nearest is {rule.code.value} ({rule.name})"


def _explanation(rule: Rule) -> Iterator[str]:
    yield f"{rule.code.value} {rule.name}"
    yield f"verdict: {rule.bearing} · severity in news: {_weight(rule.severity)} · {_age(rule)}"
    yield ""
    yield from textwrap.wrap(rule.summary, _WIDTH)
    yield ""
    yield from textwrap.wrap(rule.doc, _WIDTH)
    if rule.since is None:
        yield ""
        yield RESERVED
    for title, example in (("Found:", rule.fires), ("Not found:", rule.silent)):
        if example is not None:
            yield ""
            yield title
            for line in told(example):
                yield from textwrap.wrap(line, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _weight(severity: Severity) -> str:
    return "none (allowed silently)" if severity is Severity.NONE else severity.value


def _age(rule: Rule) -> str:
    return "reserved" if rule.since is None else f"since {rule.since}"


def _draft(example: Example) -> str:
    closing = "" if example.unclosed else "”"
    words = example.statement if example.kind is Kind.INDIRECT else f"“{_line(example.statement)}{closing}"
    if example.term:
        return f"{words}, a term given to nobody"
    return f"{words} ({example.speaker})" if example.speaker else f"{words}, given to nobody"


def _line(words: str) -> str:
    """``words`` on one line, with the characters that cannot be told from a plain one written out."""
    line = words.replace("\n\n", " ¶ ").replace("\n", " ⏎ ")
    return "".join(_visible(char) for char in line)


def _visible(char: str) -> str:
    return f"<U+{ord(char):04X}>" if char == "\u00a0" or "\u0400" <= char <= "\u04ff" else char
