"""What is known of one claim against one passage and its source, as numbers for the model of confidence."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from math import log
from typing import Final

import attrs

from quotecheck.language.morphology import is_known_word
from quotecheck.meaning.changes import Reason
from quotecheck.meaning.pairing import Grade, Pairing
from quotecheck.meaning.parts import speech
from quotecheck.meaning.scope import alternative, narrowed, opened, taken_on
from quotecheck.meaning.units import Unit
from quotecheck.model import Code

WORTH: Final = {Grade.NONE: 0.0, Grade.NARROWER: 0.4, Grade.WIDER: 0.6, Grade.ALIKE: 0.8, Grade.SAME: 1.0}
"""What a pair of each grade counts."""
NEARLY_ALL: Final = 0.95
"""Share of a claim, its reasons set aside, from which it is the passage with a change."""
MOSTLY: Final = 0.5
"""Share of neighbours that must stay neighbours for that."""
SHARED: Final = 0.6
"""Share of a claim that must be there for another name to be one put for it."""
MOST_APART: Final = 2
"""Units of a passage besides a word of strength that the claim may lack for the word to be what differs."""
ENOUGH: Final = 4
"""Content units that must be shared for a word of strength that one side lacks to be a contradiction."""
CLOSE: Final = {Code.POLARITY: 0.8, Code.FIGURE: 0.85, Code.NAME_OR_ROLE: 0.9, Code.STRENGTH: 0.9}
"""Share of a claim that a passage must have for a difference between them to be a contradiction."""
MAIN: Final = (
    "covered", "joined", "missing", "bigrams", "clean", "strange", "length", "source", "related", "run",
)  # fmt: skip
"""The numbers whose products count too: what a missing word says depends on the length of claim and source."""
_CODES: Final = (Code.POLARITY, Code.FIGURE, Code.NAME_OR_ROLE, Code.STRENGTH)


@attrs.frozen(kw_only=True, eq=False)
class Claim:
    """One sentence of a statement with the best passage for it.

    Attributes:
        pairing: Its units against the passage's.
        weights: How much each unit counts, 0 for those of the grammar.
        reasons: Why it says something else than the passage.
        around: Places of unpaired content units that stand in the sentences beside the passage.
        elsewhere: Places of unpaired content units that stand anywhere else in the source.
        kindred: Places of unpaired content units to which a word anywhere in the source is related.
        replaced: Places of unpaired content units for which the passage has other content in their place.
        names: Places of the units that name somebody or something.
    """

    pairing: Pairing
    weights: Sequence[float]
    reasons: Sequence[Reason]
    around: frozenset[int]
    elsewhere: frozenset[int]
    kindred: frozenset[int] = frozenset()
    replaced: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()

    @property
    def covered(self) -> float:
        """Share of the claim's weight that the passage bears out, 0 to 1."""
        total = sum(self.weights)
        held = sum(w * WORTH[g] for w, g in zip(self.weights, self.pairing.grades, strict=True))
        return held / total if total else 1.0

    @property
    def close(self) -> float:
        """``covered`` with what is missing by its reasons set aside."""
        return self.close_without(None)

    def close_without(self, place: int | None) -> float:
        """``close`` with one more unit set aside."""
        apart = {word.index for reason in self.reasons if reason.sure for word in reason.written}
        rest = [
            (weight, grade)
            for at, (unit, weight, grade) in enumerate(
                zip(self.pairing.statement, self.weights, self.pairing.grades, strict=True)
            )
            if at != place and (grade is not Grade.NONE or unit.first not in apart)
        ]
        total = sum(weight for weight, _ in rest)
        return sum(weight * WORTH[grade] for weight, grade in rest) / total if total else 0.0

    @property
    def contradictions(self) -> tuple[Reason, ...]:
        """The reasons that count: all in their place where hardly a word differs else, the sure ones where most agree.

        A change in polarity or figure turns what is said also among other words; one in name or strength may there
        be another way to say it.
        """
        close = self.close
        if close >= NEARLY_ALL and joined(self.pairing) >= MOSTLY:
            return tuple(reason for reason in self.reasons if reason.sure and not self._thin(reason))
        return tuple(
            reason
            for reason in self.reasons
            if reason.sure > 1
            and close >= CLOSE[reason.code]
            and not _one_sided(reason)
            and (reason.code is not Code.NAME_OR_ROLE or self.covered >= SHARED)
        )

    def _thin(self, reason: Reason) -> bool:
        """True for what may be another way to say it: a word of strength that one side lacks, unless that is all that
        the two differ in, and another doer where the order of words hardly tells who it is."""
        if reason.code is Code.NAME_OR_ROLE:
            return reason.sure < 2 or self.covered < SHARED
        if not _one_sided(reason):
            return False
        shared = sum(1 for weight, grade in zip(self.weights, self.pairing.grades, strict=True) if weight and grade)
        apart = sum(1 for unit, back in zip(self.pairing.passage, self.pairing.back, strict=True) if back < 0)
        return shared < ENOUGH or apart - len(reason.said) > MOST_APART

    @property
    def doubt(self) -> str:
        """Why the passage may not say it although hardly a word differs, as half a sentence; "" if nothing does."""
        narrow = narrowed(self.pairing)
        if self.close_without(narrow) < CLOSE[Code.STRENGTH]:
            return ""
        opener = opened(self.pairing)
        if opener:
            return f"the source says it under “{opener}”"
        other = alternative(self.pairing)
        if other:
            return f"the source says “{other}” beside it"
        taken = taken_on(self.pairing)
        if taken:
            return f"the source goes on with “{taken}”, of which it is a part"
        for reason in self.reasons:
            words = " ".join(word.text for word in (reason.said or reason.written))
            if reason.sure and reason.code is Code.STRENGTH:
                return f"“{words}” is in one of the two alone"
            if reason.sure and reason.code is Code.NAME_OR_ROLE and reason.change < 0:
                return f"the source may say “{words}” of somebody else"
        if narrow is not None:
            mine, theirs = (self.pairing.statement[narrow].text, self.pairing.passage[self.pairing.to[narrow]].text)
            return f"“{mine}” says more than the source’s “{theirs}”"
        return ""

    @property
    def unmatched(self) -> tuple[int, ...]:
        """Places of the content units that the passage has not."""
        return tuple(at for at, weight in enumerate(self.weights) if weight and self.pairing.grades[at] is Grade.NONE)

    @property
    def missing(self) -> tuple[int, ...]:
        """Places of the content units that neither the passage nor the sentences beside it have."""
        return tuple(at for at in self.unmatched if at not in self.around)

    @property
    def unborne(self) -> tuple[Unit, ...]:
        """Figures that stand nowhere in the source.

        Not those of a name ("the 14th Dalai Lama", "Ted 2"), which a source need not give each time.
        """
        found = []
        for at in self.missing:
            unit = self.pairing.statement[at]
            if unit.figure is None or at in self.elsewhere or unit.figure.doubtful or unit.figure.value is None:
                continue
            if not (self._is_bound(at) or self._is_named(at)):
                found.append(unit)
        return tuple(found)

    def _is_bound(self, at: int) -> bool:
        """True for a figure that is only compared with: "lower than 33%"."""
        units = self.pairing.statement
        return bool(units[at].bound) or (at > 0 and units[at - 1].key == "than")

    def _is_named(self, at: int) -> bool:
        """True for a figure that is part of a name; a year beside one is not."""
        units, figure = self.pairing.statement, self.pairing.statement[at].figure
        if figure is None or figure.unit not in (None, "ordinal", "label"):
            return False
        beside = [one for one in (at - 1, at + 1) if 0 <= one < len(units)]
        return any(units[one].name and not units[max(one, at)].broken for one in beside)


def _one_sided(reason: Reason) -> bool:
    return reason.code is Code.STRENGTH and not (reason.said and reason.written)


def features(claim: Claim, *, size: int) -> dict[str, float]:
    """The numbers of one claim by name, each about 0 to 3.

    Args:
        claim: One sentence of a statement with its passage.
        size: Tokens of the source: in a long one more words are met by chance.
    """
    weights, total = claim.weights, sum(claim.weights) or 1.0
    units = claim.pairing.statement

    def share(places: Sequence[int], test: Callable[[Unit], bool] = lambda unit: True) -> float:
        return sum(weights[at] for at in places if test(units[at])) / total

    covered, missing = claim.covered, claim.missing
    strange = [at for at in missing if at not in claim.elsewhere]
    near = max(0.0, covered - 0.6) / 0.4
    neighbours, bigrams = joined(claim.pairing), _bigrams(claim.pairing)
    run = _longest_run(claim.pairing) / max(1, len(units))
    clean = float(not claim.reasons)
    lone = [at for at in strange if at not in claim.kindred]
    found = {
        "covered": covered,
        "covered2": covered * covered,
        "around": share([at for at in claim.unmatched if at in claim.around]),
        "missing": share(missing),
        "strange": share(strange),
        "strange_n": min(3.0, len(strange)) / 3,
        "strange_name": min(2.0, sum(at in claim.names for at in strange)) / 2,
        "missing_name": min(2.0, sum(at in claim.names for at in missing)) / 2,
        "strange_figure": min(2.0, sum(units[at].figure is not None for at in strange)) / 2,
        "missing_figure": min(2.0, sum(units[at].figure is not None for at in missing)) / 2,
        "joined": neighbours,
        "run": run,
        "bigrams": bigrams,
        "clean": clean,
        "doubt": float(bool(claim.doubt)),
        "clean_joined": clean * neighbours,
        "clean_bigrams": clean * bigrams,
        "clean_covered": clean * covered,
        "clean_run": clean * run,
        "clean_whole": clean * (covered > 0.98),
        "lone": share(lone),
        "replaced": share([at for at in missing if at in claim.replaced]),
        "replaced_n": min(3.0, sum(at in claim.replaced for at in missing)) / 3,
        "replaced_near": near * min(2.0, sum(at in claim.replaced for at in missing)) / 2,
        "added_near": near * min(2.0, sum(at not in claim.replaced for at in missing)) / 2,
        "missing_verb": share(missing, lambda unit: _is_part(unit, "v")),
        "missing_noun": share(missing, lambda unit: _is_part(unit, "n")),
        "missing_quality": share(missing, lambda unit: _is_part(unit, "ar")),
        "missing_unknown": share(missing, lambda unit: not is_known_word(unit.key)),
        "strange_unknown": share(strange, lambda unit: not is_known_word(unit.key)),
        "whole": float(covered > 0.98),
        "gap": min(4, _longest_gap(claim)) / 4,
        "length": log(1 + sum(1 for weight in weights if weight)) / 3,
        "related": sum(Grade.NONE < grade < Grade.SAME for grade in claim.pairing.grades) / max(1, len(units)),
        "source": log(1 + size) / 7,
        "passage": log(1 + len(claim.pairing.passage)) / 4,
    }
    return found | _by_code(claim, near)


def _by_code(claim: Claim, near: float) -> dict[str, float]:
    """How often each reason stands against the claim, and whether a sure one does close to its words."""
    found: dict[str, float] = {}
    for code in _CODES:
        found[f"{code.slug}"] = min(2, sum(reason.code is code for reason in claim.reasons)) / 2
        found[f"{code.slug}_near"] = near * any(one.code is code and one.sure > 1 for one in claim.reasons)
    return found


def _products(found: dict[str, float]) -> dict[str, float]:
    """The products of the main numbers, each with itself and with those behind it."""
    pairs = itertools.combinations_with_replacement(MAIN, 2)
    return {f"{one}*{other}": found[one] * found[other] for one, other in pairs}


def joined(pairing: Pairing) -> float:
    """Share of neighbouring content units whose pairs are neighbours too."""
    content = [at for at, unit in enumerate(pairing.statement) if unit.content]
    both = sum(
        1
        for one, other in itertools.pairwise(content)
        if 0 <= pairing.to[one] < pairing.to[other] <= pairing.to[one] + other - one + 2
    )
    return both / max(1, len(content) - 1)


def _bigrams(pairing: Pairing) -> float:
    """Share of neighbouring units, those of the grammar too, whose pairs follow each other at once."""
    to = pairing.to
    both = sum(1 for one, other in itertools.pairwise(to) if one >= 0 and other == one + 1)
    return both / max(1, len(to) - 1)


def _is_part(unit: Unit, parts: str) -> bool:
    return not speech(unit.key).isdisjoint(parts)


def _longest_run(pairing: Pairing) -> int:
    longest = run = 0
    for at, place in enumerate(pairing.to):
        run = run + 1 if place >= 0 and at and pairing.to[at - 1] == place - 1 else int(place >= 0)
        longest = max(longest, run)
    return longest


def _longest_gap(claim: Claim) -> int:
    """Content units in the longest run that the passage and its neighbours have not."""
    missing = set(claim.missing)
    longest = run = 0
    for at, weight in enumerate(claim.weights):
        if at in missing:
            run += 1
            longest = max(longest, run)
        elif weight:
            run = 0
    return longest


def together(claims: Sequence[dict[str, float]]) -> dict[str, float]:
    """The numbers of a statement from those of its sentences: the mean of each, and of some the worst.

    Args:
        claims: The numbers of each sentence, one at least.
    """
    names = claims[0]
    found = {name: sum(one[name] for one in claims) / len(claims) for name in names}
    for name in ("covered", "joined"):
        found[f"least_{name}"] = min(one[name] for one in claims)
    for code in _CODES:
        found[code.slug] = max(one[code.slug] for one in claims)
        found[f"{code.slug}_near"] = max(one[f"{code.slug}_near"] for one in claims)
    for name in ("strange_name", "strange_figure", "missing_name", "missing_figure", "strange_n", "gap"):
        found[name] = max(one[name] for one in claims)
    return found | _products(found)
