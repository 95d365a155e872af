"""What a person can do about a finding: one sentence a code. What the code means is the registry's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from quotecheck.model import Code, Finding, Outcome, Severity

_LABELS: Final[Mapping[Outcome, str]] = MappingProxyType({Outcome.UNCHECKED: "not checked", Outcome.SKIPPED: "skipped"})
_SOURCE_WORDS: Final = "Put the source's words in, or take the quotation marks away."
_MEANING: Final = "Say what the source says, or name the source that says this."
_SPEAKER: Final = "Name the one who said it, or the source that gives it to the one named."

ADVICE: Final[Mapping[Code, str]] = MappingProxyType(
    {
        Code.ALTERED_QUOTATION: _SOURCE_WORDS,
        Code.UNMARKED_OMISSION: "Put the words back, or an ellipsis where they are left out.",
        Code.PROMOTED_PARAPHRASE: "Take the quotation marks away: the source reports this in its own words.",
        Code.GRAMMAR_REPAIRED: "Put the source's words in, or mark the repair with brackets.",
        Code.FALSE_SIC: "Take [sic] away: the source has no such slip.",
        Code.FALSE_DECLARATION: "Put the source's words in, or declare every change.",
        Code.WRONG_SPEAKER: _SPEAKER,
        Code.WRONG_SOURCE: "Cite the source in which it stands.",
        Code.NARRATION: "Give the words to the paper or the author, not to the speaker.",
        Code.SPEAKER_UNCONFIRMED: "Find the place that says who spoke.",
        Code.RELAYED: "Say whose words they are and who quotes them.",
        Code.WRONG_PLACE: "Cite the place where it stands.",
        Code.NOT_FOUND: "Find the source of these words, or leave them out.",
        Code.POLARITY: _MEANING,
        Code.FIGURE: _MEANING,
        Code.NAME_OR_ROLE: _MEANING,
        Code.STRENGTH: _MEANING,
        Code.SPLICED: "Quote the parts one by one, each with its speaker.",
        Code.CUT_SHORT: "Quote the words that limit it too.",
        Code.OMISSION_CHANGES_MEANING: "Put back what the ellipsis or bracket hides.",
        Code.FORCE: "Say that it was a question, an order or a condition.",
        Code.SEQUENCE: "Put the words in the order in which they were said.",
        Code.UNCLOSED_QUOTATION: "Close the quotation mark.",
        Code.DISGUISED_CHARACTERS: "Look at the characters: some look like others or cannot be seen.",
        Code.SOURCE_INCOMPLETE: "Get the whole source.",
        Code.TRANSLATED: "Check it against the original, or by hand.",
        Code.READINGS_DIFFER: "Look at the page: two readings of the file do not agree.",
        Code.UNSURE: "Read the passage and decide.",
    }
)


def problem_label(outcome: Outcome) -> str:
    """What a problem is called where it stands under a statement."""
    return _LABELS.get(outcome, "problem")


def advice(findings: Iterable[Finding]) -> list[str]:
    """What to do about the findings that are errors or warnings and count; each sentence once, in their order."""
    grave = [one for one in findings if one.severity.rank >= Severity.WARNING.rank and one.waived is None]
    return list(dict.fromkeys(ADVICE[one.code] for one in grave if one.code in ADVICE))
