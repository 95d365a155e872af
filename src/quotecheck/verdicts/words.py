"""What a statement's words are to a passage: the source's, its meaning in other words, or another meaning."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_auxiliary
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code
from quotecheck.verdicts.accents import accented
from quotecheck.verdicts.borders import borders
from quotecheck.verdicts.changes import weigh_changes
from quotecheck.verdicts.conventions import conventions
from quotecheck.verdicts.declared import NOTHING, Declared, broken, declared_away, proved
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.figures import weigh_figures
from quotecheck.verdicts.masks import masked
from quotecheck.verdicts.omissions import omissions
from quotecheck.verdicts.rendering import rendered
from quotecheck.verdicts.reordered import reordered
from quotecheck.verdicts.scope import scope
from quotecheck.verdicts.sic import false_sic
from quotecheck.verdicts.slips import corrected
from quotecheck.verdicts.tidying import tidied

LEAST_KEPT: Final = 0.5
"""Share of the statement's words that a passage must keep for the statement to be an altered quotation of it."""
MOST_STRANGE: Final = 0.3
"""Share of the statement's content words that may have nothing related in the passage."""
MOST_STRANGE_TURNED: Final = 0.6
"""The same share where what is kept is turned round."""
MOST_INVENTED: Final = 3
"""Strange content words in one run from which the statement says something of its own."""
TURNING: Final = frozenset(
    {Code.POLARITY, Code.FIGURE, Code.NAME_OR_ROLE, Code.STRENGTH, Code.OMISSION_CHANGES_MEANING}
)
"""Codes that make other words of the statement, however much is kept."""


_AGREEING: Final = tuple(
    frozenset(forms.split())
    for forms in ("is are am", "was were", "has have", "does do", "a an", "this these", "that those", "isn't aren't",
                  "wasn't weren't", "hasn't haven't", "doesn't don't")
)  # fmt: skip


class Likeness(enum.Enum):
    """How a statement's words stand to a passage's, best first."""

    EXACT = "exact"
    ALTERED = "altered"
    TURNED = "turned"
    UNLIKE = "unlike"

    @property
    def rank(self) -> int:
        """0 for ``EXACT`` up to 3 for ``UNLIKE``."""
        return list(Likeness).index(self)


@attrs.frozen(kw_only=True)
class WordsFound:
    """The judgement of a statement's words against one passage.

    Attributes:
        likeness: What they are to it.
        facts: Why, in order of place.
    """

    likeness: Likeness
    facts: tuple[Fact, ...]


def judge_words(
    comparison: Comparison,
    *,
    passed: Mapping[tuple[int, int], Code],
    language: str,
    names: frozenset[str],
    foldings: frozenset[str] = frozenset(),
    spoken: bool = False,
    declared: Declared = NOTHING,
) -> WordsFound:
    """What a statement's words are to a passage.

    Args:
        comparison: The two, held against each other.
        passed: For each token range that may be passed over, the code that names it.
        language: BCP 47 tag of the source.
        names: Keys of the source's words that stand capitalised inside a sentence.
        foldings: Names of the policy's foldings beside the sound ones.
        spoken: True if the source renders speech, so that its writing is not the speaker's.
        declared: What the draft declares of the statement.
    """
    false = tuple(false_sic(comparison, declared.sics))
    comparison = masked(declared_away(comparison, declared), language, names)
    comparison = accented(corrected(comparison, language), language, folded="accents" in foldings)
    if "fillers" in foldings:
        comparison = tidied(comparison, language)
    comparison, figures = weigh_figures(comparison, language)
    comparison = rendered(comparison, spoken=spoken)
    facts = [*false, *conventions(comparison, passed), *omissions(comparison, passed, language), *figures]
    weight, reasons = weigh_changes(comparison, language, names)
    facts += reasons
    changes = comparison.changes
    if any(fact.code in TURNING for fact in facts):
        kept = comparison.score >= LEAST_KEPT and (weight.strange <= MOST_STRANGE_TURNED or weight.strangers <= 1)
        return WordsFound(likeness=Likeness.TURNED, facts=tuple(facts)) if kept else _unlike(comparison, facts)
    if not changes:
        cut = tuple(borders(comparison, language, spoken=spoken))
        if any(fact.code is Code.FIGURE for fact in cut):
            return WordsFound(likeness=Likeness.TURNED, facts=(*facts, *cut))
        facts = [*proved(facts, comparison, declared), *cut]
        return WordsFound(likeness=Likeness.EXACT, facts=(*facts, *scope(comparison, language)))
    strange = weight.strange > MOST_STRANGE and weight.strangers > 1
    if comparison.score < LEAST_KEPT or strange or weight.invented >= MOST_INVENTED:
        return _unlike(comparison, facts)
    facts.append(
        Fact(
            code=_altered_as(comparison),
            statement=tuple(one.statement for one in changes),
            source=tuple(one.source for one in changes),
        )
    )
    return WordsFound(likeness=Likeness.ALTERED, facts=(*facts, *broken(comparison, declared)))


def _unlike(comparison: Comparison, facts: Sequence[Fact]) -> WordsFound:
    """Words that are unlike a passage as they stand, unless they are its own in another order."""
    turned = reordered(comparison)
    if turned is not None:
        return WordsFound(likeness=Likeness.TURNED, facts=(turned,))
    return WordsFound(likeness=Likeness.UNLIKE, facts=tuple(facts))


def _altered_as(comparison: Comparison) -> Code:
    """What kind of alteration the changes are: words left out, grammar put right, or other words."""
    changes = comparison.changes
    if all(one.kind is DifferenceKind.OMITTED and not _of_tense(one, comparison) for one in changes):
        return Code.UNMARKED_OMISSION
    if all(_repairs(one, comparison) for one in changes):
        return Code.GRAMMAR_REPAIRED
    return Code.ALTERED_QUOTATION


def _of_tense(one: Difference, comparison: Comparison) -> bool:
    """True if nothing but auxiliaries are left out: that is another tense, "we have" for "we have had"."""
    return all(is_auxiliary(key) for key in comparison.source.keys[one.start : one.end])


def _repairs(one: Difference, comparison: Comparison) -> bool:
    """True if a word is put for another form of itself that only agrees otherwise: is/are, a/an."""
    if one.kind is not DifferenceKind.REPLACED or one.past - one.first != 1 or one.end - one.start != 1:
        return False
    pair = {comparison.query.keys[one.first], comparison.source.keys[one.start]}
    return any(pair <= forms for forms in _AGREEING)
