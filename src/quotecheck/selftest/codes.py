"""By code, the kinds that make a statement which has to be given it, or why none can be made. Nothing is made here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from quotecheck.model import Code

MADE_BY: Final[Mapping[Code, tuple[str, ...]]] = MappingProxyType(
    {
        Code.VERBATIM: ("sentence", "clause"),
        Code.TYPOGRAPHY: ("marks", "dashes", "spaces", "ligatures", "line-break", "line-hyphen", "soft-hyphen"),
        Code.EDGE_CASE: ("stop", "capitals"),
        Code.MARKED_OMISSION: ("ellipsis",),
        Code.BRACKETED: ("bracket", "ending", "bracketed-figure", "bracketed-name", "bracketed-not"),
        Code.INTERRUPTED: ("joined",),
        Code.CLEANED_UP: ("filler",),
        Code.INNER_PUNCTUATION: ("mark",),
        Code.SPELLING: ("spelling",),
        Code.INITIAL_CASE: ("first-letter",),
        Code.RENDERING: ("rendering",),
        Code.DECLARED: ("declared",),
        Code.MASKED: ("masked",),
        Code.EXTRACTION_NOISE: ("split-word",),
        Code.REPORTED: ("reported",),
        Code.ALTERED_QUOTATION: ("word", "aside", "mask"),
        Code.UNMARKED_OMISSION: ("unmarked", "filler"),
        Code.PROMOTED_PARAPHRASE: ("promoted",),
        Code.GRAMMAR_REPAIRED: ("agreement",),
        Code.TYPO_CORRECTED: ("typo",),
        Code.FALSE_SIC: ("sic",),
        Code.FALSE_DECLARATION: ("cleaned-up",),
        Code.UNDECLARED_EMPHASIS: ("emphasis",),
        Code.WRONG_SPEAKER: ("speaker", "stranger", "given-away"),
        Code.WRONG_SOURCE: ("wrong-source",),
        Code.NARRATION: ("narration",),
        Code.SPEAKER_UNCONFIRMED: ("rival", "unconfirmed"),
        Code.RELAYED: ("relayed",),
        Code.WRONG_PLACE: ("wrong-place",),
        Code.OTHER_VERSION: ("older-state",),
        Code.NOT_FOUND: ("foreign", "fabricated"),
        Code.POLARITY: ("negation-in", "negation-out", "opposite", "bracketed-not", "misreported"),
        Code.FIGURE: ("figure", "bracketed-figure", "period", "unit", "misreported"),
        Code.NAME_OR_ROLE: ("name", "exchanged", "person", "nation", "bracketed-name", "misreported"),
        Code.STRENGTH: ("degree", "only-out"),
        Code.SPLICED: ("splice", "elided-splice"),
        Code.CUT_SHORT: ("cut-short", "ungoverned", "nearly-out"),
        Code.OMISSION_CHANGES_MEANING: ("hidden-negation", "hidden-condition", "crossed", "crossed-clauses"),
        Code.LIMITED: ("unhedged",),
        Code.FORCE: ("asserted", "asked"),
        Code.SEQUENCE: ("order",),
        Code.UNCLOSED_QUOTATION: ("unclosed",),
        Code.NO_SPEAKER: ("no-speaker",),
        Code.TOO_COMMON: ("common",),
        Code.DISGUISED_CHARACTERS: ("lookalike",),
        Code.SOURCE_INCOMPLETE: ("incomplete",),
        Code.TRANSLATED: ("translation",),
        Code.TERM: ("term",),
        Code.RECORD: ("article",),
        Code.HEADLINE_MARKS: ("headline",),
    }
)
"""The kinds by code."""

NOT_MADE: Final[Mapping[Code, str]] = MappingProxyType(
    {
        Code.UNSURE: "doubt is what a model of confidence makes of likeness; no change to the words orders it",
        Code.READINGS_DIFFER: "it takes a page that two readers read otherwise; a text that is given has one reading",
    }
)
"""Why no kind makes a code's statement."""
