"""The falsehoods, with what has to come out. How one is made stands in its module."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Verdict
from quotecheck.selftest import circumstances, conventions, cuts, polarity, speakers, things, turns, words, worlds
from quotecheck.selftest.trials import Expected, Recipe

_TO_ANOTHER: Final[Expected] = {Verdict.MISATTRIBUTED: frozenset({Code.WRONG_SPEAKER})}
# An author is a speaker too: his narration given to one of his characters may be called either.
_NARRATED: Final[Expected] = {Verdict.MISATTRIBUTED: frozenset({Code.NARRATION, Code.WRONG_SPEAKER})}
_ALTERED: Final[Expected] = {
    Verdict.PARAPHRASED: frozenset({Code.ALTERED_QUOTATION}),
    Verdict.ABSENT: frozenset({Code.NOT_FOUND, Code.POLARITY, Code.NAME_OR_ROLE, Code.STRENGTH}),
}


def _absent(*codes: Code) -> Expected:
    return {Verdict.ABSENT: frozenset(codes)}


def _exact(*codes: Code) -> Expected:
    """The words are right, and one of these says what is wrong."""
    return {Verdict.EXACT: frozenset(codes)}


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
    Recipe(
        name="stranger", doc="words given to nobody of the source", make=circumstances.stranger, expected=_TO_ANOTHER
    ),
    Recipe(
        name="rival",
        doc="words that two may have said, given to the other",
        make=circumstances.rival,
        expected={**_TO_ANOTHER, **_exact(Code.SPEAKER_UNCONFIRMED)},
    ),
    Recipe(
        name="unconfirmed",
        doc="words of nobody known, given to somebody",
        make=circumstances.unconfirmed,
        expected={**_TO_ANOTHER, **_exact(Code.SPEAKER_UNCONFIRMED)},
    ),
    Recipe(
        name="promoted",
        doc="reported words in quotation marks",
        make=circumstances.promoted,
        expected={Verdict.PARAPHRASED: frozenset({Code.PROMOTED_PARAPHRASE})},
    ),
    Recipe(
        name="wrong-source",
        doc="another source cited",
        make=circumstances.wrong_source,
        world=worlds.beside,
        expected={Verdict.MISATTRIBUTED: frozenset({Code.WRONG_SOURCE})},
    ),
    Recipe(
        name="wrong-place",
        doc="another line cited",
        make=circumstances.wrong_place,
        expected=_exact(Code.WRONG_PLACE),
    ),
    Recipe(
        name="order",
        doc="what comes first, said to be added",
        make=circumstances.out_of_order,
        expected=_exact(Code.SEQUENCE),
    ),
    Recipe(
        name="sic",
        doc="[sic] on a fault of the draft's",
        make=circumstances.sic,
        expected={verdict: frozenset({Code.FALSE_SIC}) for verdict in (Verdict.EXACT, Verdict.PARAPHRASED)},
    ),
    Recipe(
        name="cleaned-up",
        doc="a word for another, (cleaned up)",
        make=circumstances.false_declaration,
        expected={**_ALTERED, Verdict.PARAPHRASED: frozenset({Code.FALSE_DECLARATION})},
    ),
    Recipe(
        name="headline",
        doc="a phrase left out, in a headline",
        make=circumstances.headline,
        expected={Verdict.PARAPHRASED: frozenset({Code.HEADLINE_MARKS, Code.UNMARKED_OMISSION})},
    ),
    Recipe(
        name="article",
        doc="the for a, in a machine's record",
        make=circumstances.small_word,
        world=worlds.machine_made,
        expected={Verdict.PARAPHRASED: frozenset({Code.RECORD})},
    ),
    Recipe(
        name="asked",
        doc="a statement quoted as a question",
        make=circumstances.asked,
        expected=_exact(Code.FORCE),
    ),
    Recipe(
        name="lookalike",
        doc="a letter of another script",
        make=conventions.changed(circumstances.lookalike, "a letter of another script"),
        expected={
            verdict: frozenset({Code.DISGUISED_CHARACTERS})
            for verdict in (Verdict.EXACT, Verdict.PARAPHRASED, Verdict.ABSENT)
        },
    ),
    Recipe(name="nation", doc="a nation or place for another", make=things.nation, expected=_absent(Code.NAME_OR_ROLE)),
    Recipe(name="unit", doc="another unit", make=things.unit, expected=_absent(Code.FIGURE)),
    Recipe(
        name="bracketed-name",
        doc="another's name, in brackets",
        make=things.bracketed_name,
        expected=_absent(Code.NAME_OR_ROLE, Code.OMISSION_CHANGES_MEANING),
    ),
    Recipe(name="mask", doc="a mask over another word", make=things.unlike_mask, expected=_ALTERED),
    Recipe(
        name="misreported",
        doc="a figure, name or negation changed in reported speech",
        make=circumstances.misreported,
        expected=_absent(Code.FIGURE, Code.NAME_OR_ROLE, Code.POLARITY),
    ),
    Recipe(
        name="translation",
        doc="a sentence of another language",
        make=circumstances.translation,
        expected={None: frozenset({Code.TRANSLATED})},
    ),
    Recipe(name="term", doc="words that nobody said", make=circumstances.term, expected={None: frozenset({Code.TERM})}),
)
