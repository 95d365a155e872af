"""Every kind of statement that a self-test makes, with what has to come out. How one is made stands in its module."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from quotecheck.model import Code, Verdict
from quotecheck.model.errors import UsageError
from quotecheck.selftest import conventions, cuts, polarity, speakers, turns, words
from quotecheck.selftest.trials import Recipe

_TO_ANOTHER: Final = {Verdict.MISATTRIBUTED: frozenset({Code.WRONG_SPEAKER})}
# An author is a speaker too: his narration given to one of his characters may be called either.
_NARRATED: Final = {Verdict.MISATTRIBUTED: frozenset({Code.NARRATION, Code.WRONG_SPEAKER})}
_ALTERED: Final = {
    Verdict.PARAPHRASED: frozenset({Code.ALTERED_QUOTATION}),
    Verdict.ABSENT: frozenset({Code.NOT_FOUND, Code.POLARITY, Code.NAME_OR_ROLE, Code.STRENGTH}),
}


def _absent(*codes: Code) -> dict[Verdict, frozenset[Code]]:
    return {Verdict.ABSENT: frozenset(codes)}


def _same_words(name: str, change: conventions.Change, what: str) -> Recipe:
    return Recipe(name=name, doc=what, make=conventions.changed(change, what))


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
    _same_words("bracket", conventions.bracketed_capital, "the first letter's case changed in brackets"),
    _same_words("first-letter", conventions.initial_case, "a capital for the first letter"),
    _same_words("capitals", conventions.capitals, "all in capitals"),
    _same_words("stop", conventions.final_stop, "the last stop changed, put there or left away"),
)

FALSEHOODS: Final = (
    Recipe(name="speaker", doc="another speaker of the source", make=speakers.other_speaker, expected=_TO_ANOTHER),
    Recipe(name="narration", doc="narration given to a speaker", make=speakers.narration, expected=_NARRATED),
    Recipe(name="splice", doc="two speakers joined", make=speakers.splice, expected=_absent(Code.SPLICED)),
    Recipe(
        name="elided-splice",
        doc="two speakers joined by an ellipsis",
        make=speakers.elided_splice,
        expected=_absent(Code.SPLICED),
    ),
    Recipe(name="figure", doc="a figure with another value", make=words.figure, expected=_absent(Code.FIGURE)),
    Recipe(name="negation-in", doc="a negation put in", make=polarity.negation_in, expected=_absent(Code.POLARITY)),
    Recipe(
        name="negation-out", doc="a negation taken out", make=polarity.negation_out, expected=_absent(Code.POLARITY)
    ),
    Recipe(name="opposite", doc="a word for its opposite", make=polarity.opposite, expected=_absent(Code.POLARITY)),
    Recipe(name="degree", doc="may for will, some for all", make=words.degree, expected=_absent(Code.STRENGTH)),
    Recipe(name="name", doc="a person's name for another's", make=words.name, expected=_absent(Code.NAME_OR_ROLE)),
    Recipe(name="word", doc="one content word for another", make=words.word, expected=_ALTERED),
    Recipe(name="aside", doc="the same inside the source's round brackets", make=words.aside, expected=_ALTERED),
    Recipe(
        name="unmarked",
        doc="a phrase left out, no ellipsis",
        make=cuts.unmarked,
        expected={Verdict.PARAPHRASED: frozenset({Code.UNMARKED_OMISSION})},
    ),
    Recipe(
        name="hidden-negation",
        doc="an ellipsis over a negation",
        make=cuts.hidden_negation,
        expected=_absent(Code.OMISSION_CHANGES_MEANING, Code.POLARITY),
    ),
    Recipe(
        name="crossed",
        doc="one sentence's subject, the next one's predicate",
        make=cuts.crossed,
        expected=_absent(Code.OMISSION_CHANGES_MEANING, Code.SPLICED, Code.NAME_OR_ROLE),
    ),
    Recipe(
        name="crossed-clauses",
        doc="one clause's subject, the next one's predicate",
        make=cuts.crossed_clauses,
        expected=_absent(Code.OMISSION_CHANGES_MEANING, Code.SPLICED, Code.NAME_OR_ROLE),
    ),
    Recipe(
        name="bracketed-not",
        doc="a negation put in, in brackets",
        make=cuts.bracketed_negation,
        expected=_absent(Code.POLARITY),
    ),
    Recipe(
        name="bracketed-figure",
        doc="another figure, in brackets",
        make=words.bracketed_figure,
        expected=_absent(Code.FIGURE),
    ),
    Recipe(
        name="hidden-condition",
        doc="an ellipsis over a condition",
        make=cuts.hidden_condition,
        expected=_absent(Code.OMISSION_CHANGES_MEANING),
    ),
    Recipe(
        name="agreement",
        doc="is for are",
        make=turns.agreement,
        expected={Verdict.PARAPHRASED: frozenset({Code.GRAMMAR_REPAIRED})},
    ),
    Recipe(
        name="cut-short",
        doc="cut off from its if or unless",
        make=cuts.cut_short,
        expected={Verdict.EXACT: frozenset({Code.CUT_SHORT})},
    ),
    Recipe(
        name="exchanged",
        doc="two people in each other's place",
        make=turns.exchanged,
        expected=_absent(Code.NAME_OR_ROLE),
    ),
    Recipe(name="person", doc="we for they", make=turns.person, expected=_absent(Code.NAME_OR_ROLE)),
    Recipe(name="period", doc="a month for a week", make=turns.period, expected=_absent(Code.FIGURE)),
    Recipe(name="only-out", doc="an only left out", make=turns.only_out, expected=_absent(Code.STRENGTH)),
    Recipe(
        name="asserted",
        doc="a question quoted as a statement",
        make=turns.asserted,
        expected={Verdict.EXACT: frozenset({Code.FORCE})},
    ),
    Recipe(
        name="ungoverned",
        doc="cut off from its I do not think",
        make=turns.ungoverned,
        expected={Verdict.EXACT: frozenset({Code.CUT_SHORT})},
    ),
    Recipe(
        name="unhedged",
        doc="cut off from its I think",
        make=turns.unhedged,
        expected={Verdict.EXACT: frozenset({Code.LIMITED, Code.CUT_SHORT})},
    ),
    Recipe(
        name="nearly-out",
        doc="cut off from its nearly",
        make=turns.all_of_nearly,
        expected={Verdict.EXACT: frozenset({Code.CUT_SHORT})},
    ),
    Recipe(name="foreign", doc="words of another text", make=words.foreign, expected=_absent(Code.NOT_FOUND)),
    Recipe(name="fabricated", doc="a sentence made up", make=words.fabricated, expected=_absent(Code.NOT_FOUND)),
)

RECIPES: Final = (*HARMLESS, *FALSEHOODS)

COMBINED: Final = tuple(
    Recipe(
        name=f"{one.name}+",
        doc=f"{one.doc}, under a convention",
        make=conventions.on_top_of(one.make),
        expected=one.expected,
    )
    for one in FALSEHOODS
)
"""Every falsehood under a convention that must not cover it up; made only where they are asked for."""


def recipes_named(names: Iterable[str]) -> tuple[Recipe, ...]:
    """The recipes of some names, in the order of ``RECIPES``; all of them if no name is given.

    Args:
        names: Names of recipes, or "harmless", "false" or "combined" for all of those.

    Raises:
        UsageError: if there is no such kind; the nearest one is named.
    """
    families = {"harmless": HARMLESS, "false": FALSEHOODS, "combined": COMBINED}
    groups = {group: {one.name for one in members} for group, members in families.items()}
    known = {one.name for one in (*RECIPES, *COMBINED)}
    wanted: set[str] = set()
    for name in names:
        if name not in known and name not in groups:
            near = difflib.get_close_matches(name, [*groups, *sorted(known)], n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join([*groups, *sorted(known)])}"
            raise UsageError(f"there is no kind {name!r}; {hint}")
        wanted |= groups.get(name, {name})
    return tuple(one for one in (*RECIPES, *COMBINED) if one.name in wanted) if wanted else RECIPES
