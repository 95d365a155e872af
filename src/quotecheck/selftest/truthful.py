"""The harmless kinds: words that may be quoted so, under every convention that the codes know."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Verdict
from quotecheck.selftest import circumstances, conventions, marked, worlds
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground
from quotecheck.selftest.trials import Made, Make, Recipe
from quotecheck.selftest.truths import Truth


def _same_words(name: str, change: conventions.Change, what: str, *codes: Code) -> Recipe:
    return Recipe(name=name, doc=what, make=conventions.changed(change, what), conventions=frozenset(codes))


def _as_it_stands(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    return Made(truth.text, truth.speaker, "nothing") if truth.whole and not truth.joined else None


def touched(world: worlds.Maker, make: Make = _as_it_stands) -> Make:
    """A ``make`` for the truths alone to which something was done in a world."""

    def made_there(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
        return make(truth, ground, dice) if truth.span in ground.world(world).touched else None

    return made_there


def _there(name: str, doc: str, world: worlds.Maker, *codes: Code) -> Recipe:
    """A sentence as it stands, in a world where something was done to it."""
    return Recipe(name=name, doc=doc, make=touched(world), world=world, conventions=frozenset(codes))


HARMLESS: Final = (
    Recipe(name="sentence", doc="a sentence as it stands", make=conventions.plain),
    Recipe(name="clause", doc="a clause out of a sentence in which nothing limits it", make=conventions.clause),
    Recipe(name="joined", doc="an interrupted quotation as one", make=conventions.joined),
    Recipe(name="no-speaker", doc="the speaker left away", make=conventions.no_speaker),
    Recipe(name="last-name", doc="the speaker by last name", make=conventions.last_name),
    _same_words("marks", conventions.marks, "curly marks straight, straight ones curly"),
    _same_words("dashes", conventions.dashes, "dashes written otherwise"),
    _same_words("spaces", conventions.spaces, "no-break and thin spaces"),
    _same_words("ligatures", conventions.ligatures, "ligatures for their letters"),
    _same_words("line-break", conventions.line_break, "a line break for a space"),
    _same_words("line-hyphen", conventions.line_hyphen, "a word parted at a line's end"),
    _same_words("soft-hyphen", conventions.soft_hyphen, "a soft hyphen inside a word"),
    _same_words("decomposed", conventions.decomposed, "accents as combining signs"),
    _same_words("ellipsis", conventions.omission, "an ellipsis over a phrase that limits nothing"),
    _same_words("ending", marked.bracketed_ending, "the ending of a word in brackets", Code.BRACKETED),
    _same_words("bracket", conventions.bracketed_capital, "the first letter's case changed in brackets"),
    _same_words("first-letter", conventions.initial_case, "a capital for the first letter", Code.INITIAL_CASE),
    _same_words("capitals", conventions.capitals, "all in capitals"),
    _same_words("stop", conventions.final_stop, "the last stop changed, put there or left away"),
    _same_words("mark", marked.inner_mark, "a mark inside changed", Code.INNER_PUNCTUATION),
    _same_words("spelling", marked.respelt, "a word in its other spelling", Code.SPELLING),
    _same_words("masked", marked.masked, "a name masked", Code.MASKED, Code.BRACKETED),
    Recipe(
        name="rendering",
        doc="spoken words written otherwise",
        make=marked.rendered,
        conventions=frozenset({Code.RENDERING}),
    ),
    Recipe(
        name="declared",
        doc="italics, and said so",
        make=marked.declared_stress,
        world=worlds.unstressed,
        conventions=frozenset({Code.DECLARED}),
    ),
    Recipe(
        name="emphasis",
        doc="italics that the source does not have",
        make=marked.stressed,
        world=worlds.unstressed,
        conventions=frozenset({Code.UNDECLARED_EMPHASIS}),
    ),
    _there("typo", "a slip of the source put right", worlds.slips, Code.TYPO_CORRECTED),
    _there("split-word", "a word that the source parts", worlds.split_words, Code.EXTRACTION_NOISE),
    _there("older-state", "words of an older state of the source", worlds.older, Code.OTHER_VERSION),
    Recipe(
        name="filler",
        doc="a filler left out; false where a house prints exact words",
        make=touched(worlds.fillers),
        world=worlds.fillers,
        conventions=frozenset({Code.CLEANED_UP}),
        folding="fillers",
        expected={Verdict.PARAPHRASED: frozenset({Code.UNMARKED_OMISSION})},
    ),
    Recipe(
        name="incomplete",
        doc="a source of which a part is missing",
        make=conventions.plain,
        world=worlds.incomplete,
        conventions=frozenset({Code.SOURCE_INCOMPLETE}),
    ),
    Recipe(
        name="relayed",
        doc="words quoted by the one they are given to",
        make=circumstances.relayed,
        conventions=frozenset({Code.RELAYED}),
    ),
    Recipe(name="cited", doc="the line where the words stand is cited", make=circumstances.cited),
    Recipe(name="added", doc="what follows, said to be added", make=circumstances.added),
    Recipe(
        name="unclosed",
        doc="a quotation mark never closed",
        make=circumstances.unclosed,
        conventions=frozenset({Code.UNCLOSED_QUOTATION}),
    ),
    Recipe(
        name="common",
        doc="two words that stand everywhere",
        make=circumstances.common,
        conventions=frozenset({Code.TOO_COMMON}),
    ),
    Recipe(
        name="reported",
        doc="a sentence as reported speech",
        make=circumstances.claimed,
        passes=frozenset({Verdict.EXACT, Verdict.PARAPHRASED}),
    ),
)
