"""Who is about in a story, and how likely each is meant: last spoken of, last to act, last to speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

import attrs

from quotecheck.language.stories import CALLINGS, FOR_LOOKS, KIN, KINDS, OPPOSED, calling_of, canonical, same_calling
from quotecheck.speech.characters import Character, differ

_FADING: Final = 0.72
"""What a sentence takes from the weight of a mention."""
_REMEMBERED: Final = 16
"""People that a pronoun can still mean."""
_LOOKED_AT: Final = 80
"""People, the last ones met, among whom a description looks for its own."""
_FADED: Final = 60
"""Sentences after which a mention weighs nothing."""

_FAINT: Final = 0.05
"""Weight of one who has not been told of for long."""
_LONG_AGO: Final = 1.0
"""What such a one loses as the one meant by "he"."""


@attrs.frozen
class Description:
    """Words that mean somebody without a name: "the old man", "her mother".

    Attributes:
        noun: What he is.
        looks: The adjectives before it.
        definite: True for one who is known; False for "a man".
        owner: Whose he is; None if nobody's.
        shown: The words.
        marks: What he wears or has, where that tells him from others: "in the white waistcoat".
    """

    noun: str
    looks: frozenset[str]
    definite: bool
    owner: Character | None
    shown: str
    marks: frozenset[str] = frozenset()


@attrs.define
class Scene:
    """Everybody met so far, the last one met last."""

    me: Character
    people: Sequence[Character] = ()
    now: int = 0
    about: list[Character] = attrs.field(factory=list)
    everybody: list[Character] = attrs.field(factory=list)

    def touch(self, one: Character, *, subject: bool) -> None:
        """Bring somebody to the front."""
        one = one.one
        if subject:
            one.subject_at = self.now
        one.seen_at = self.now
        if one in self.about:
            self.about.remove(one)
        elif one not in self.everybody:
            self.everybody.append(one)
        self.about.append(one)
        del self.about[:-_REMEMBERED]

    def weight(self, one: Character) -> float:
        """How much one is on the reader's mind: at most 3, fading with the sentences."""
        return 2.0 * self._fade(one.subject_at) + self._fade(one.seen_at)

    def _fade(self, at: int) -> float:
        past = self.now - at
        return _FADING**past if at >= 0 and past < _FADED else 0.0

    def fits(self, gender: str) -> Iterator[tuple[Character, float]]:
        """Those whom a pronoun can mean, with their weights."""
        for one in reversed(self.about):
            if one.alias is not None or one is self.me.one or one.crowd or not one.personal:
                continue
            if gender in "mf" and one.gender and one.gender != gender:
                continue
            sure = 0.0 if gender not in "mf" else 0.4 if one.gender else -0.2
            if gender == "f" and not one.gender and not one.named and one.roles & CALLINGS.keys():
                sure = -1.2  # in old stories a doctor is seldom a woman
            weight = self.weight(one)
            yield one, weight + sure + 0.04 * min(one.told, 10) - _LONG_AGO * (weight < _FAINT)

    def by_role(self, noun: str, looks: Set[str] = frozenset()) -> Character | None:
        """The last one met who is this: "the parson" """
        best, most = None, -1.0
        for at, each in enumerate(self.everybody[-_LOOKED_AT:]):
            one = each.one
            if one.crowd or not any(same_calling(noun, role) for role in one.roles) or opposed(looks, one.looks):
                continue
            weight = self.weight(one) + 0.5 * len((looks - FOR_LOOKS) & one.looks) + 0.001 * at
            if weight > most:
                best, most = one, weight
        return best

    def described(self, words: Description) -> tuple[Character | None, dict[Character, float]]:
        """Whom a description means: one for sure, or several with their weights; a new one where nobody fits."""
        gender = calling_of(words.noun) or "c"
        if words.marks and words.noun in KINDS:
            return self._marked(words) or self.new(words, gender), {}
        if not words.definite:
            return self.new(words, gender), {}
        if words.owner is not None and words.noun in KIN:
            return self._kin(words, words.owner.one, gender), {}
        if words.noun not in KINDS:
            if words.noun in KIN and words.noun not in ("son", "daughter") and self.by_role(words.noun) is None:
                likely = [(one, weight) for one, weight in self.fits(gender) if one.gender == gender]
                if likely and max(weight for _, weight in likely) > _LIKELY:
                    return None, dict(likely)
            found = self.by_role(words.noun, words.looks)
            if found is not None and not (gender in "mf" and found.gender and found.gender != gender):
                return found, {}
            return self.new(words, gender), {}
        weights: dict[Character, float] = {}
        for one, weight in self.fits(gender):
            if opposed(words.looks, one.looks) or one is words.owner:
                continue
            young = words.noun in _YOUNG
            if young and one.titles & _GROWN:
                continue
            known = words.noun in one.roles or (young and one.roles & _YOUNG)
            alike = (words.looks - FOR_LOOKS) & one.looks
            weights[one] = weight + (_KNOWN * (1 + young) if known else -_KNOWN * young) + 0.8 * len(alike)
        old = self._same_words(words)
        if old is not None:
            weights[old] = max(weights.get(old, 0.0), self.weight(old) + _KNOWN)
        if not weights or max(weights.values()) < _LIKELY:
            return old or self.new(words, gender), {}
        return None, weights

    def _marked(self, words: Description) -> Character | None:
        """One who has been told of by these marks before: a mark is what one of several is known by."""
        fits = (one.one for one in reversed(self.everybody[-_LOOKED_AT:]) if words.marks & one.one.marks)
        return next((one for one in fits if not opposed(words.looks, one.looks)), None)

    def _same_words(self, words: Description) -> Character | None:
        """One who has been called by just these words before."""
        for one in reversed(self.everybody[-_LOOKED_AT:]):
            alike = words.noun in one.roles and not opposed(words.looks, one.looks)
            if one.alias is None and alike and words.looks - FOR_LOOKS <= one.looks:
                return one
        return None

    def _kin(self, words: Description, owner: Character, gender: str) -> Character:
        for noun, one in owner.kin.items():
            if same_calling(noun, words.noun):
                return one.one
        found = self._by_family(words.noun, owner, gender)
        if found is None and owner is not self.me.one:
            found = self.by_role(words.noun)
        if found is None and words.noun in ("son", "daughter", "boy", "girl"):
            likely = [one for one, _ in self.fits(gender) if one.named and one is not owner and not one.titles & _GROWN]
            likely = [one for one in likely if self.weight(one) > _ABOUT]
            young = [one.one for one in self.everybody[-_LOOKED_AT:] if one.one.named and one.one.roles & _YOUNG]
            young = [one for one in dict.fromkeys(young) if one is not owner and one.gender == gender]
            found = likely[0] if len(likely) == 1 else young[0] if len(young) == 1 else None
        if found is None or found is owner or (gender in "mf" and found.gender not in ("", gender)):
            found = self.new(words, gender)
        owner.kin[words.noun] = found
        found.roles.add(words.noun)
        return found

    def name_the_nameless(self, named: Character) -> None:
        """As in "The old lady looked up", and then "Aunt Polly": who is told of as known gets a name at last."""
        for one in reversed(self.about):
            if one.alias is None and one.named and one is not self.me.one and one.gender == named.gender:
                return  # somebody else with a name may be the one
            if one.known and one.alias is None and not one.named and one.gender and one.gender == named.gender:
                if self.weight(one) > _LIKELY:
                    one.become(named)
                return

    def nameless(self, named: Character, speaker: Character) -> Character | None:
        """The only one about without a name who can be the one that is called by it now."""
        fits = [
            one
            for one in self.about
            if one.alias is None
            and one.met_new
            and not one.named
            and not one.crowd
            and one not in (speaker, self.me.one)
        ]
        fits = [one for one in fits if not differ(one, named) and self.weight(one) > _ABOUT]
        return fits[0] if len(fits) == 1 else None

    def _by_family(self, noun: str, owner: Character, gender: str) -> Character | None:
        """As in Emma Woodhouse's father: the one man of the story who is Mr. Woodhouse."""
        title = {"father": "mr", "husband": "mr", "mother": "mrs", "wife": "mrs"}.get(canonical(noun))
        if title is None or not owner.last:
            return None
        fits = [
            one
            for one in self.people
            if one.last == owner.last and title in one.titles and one is not owner and one.alias is None
        ]
        return fits[0] if len(fits) == 1 and fits[0].gender in ("", gender) else None

    def new(self, words: Description, gender: str) -> Character:
        """Somebody who comes in without a name."""
        one = Character(gender=gender if gender in "mf" else "", shown=words.shown, looks=set(words.looks))
        one.known = words.definite and words.owner is None
        one.met_new = words.owner is None
        if not words.definite:
            one.before = tuple(each for each in self.about if each.named and self.weight(each) > _ABOUT)
        one.roles.add(words.noun)
        one.marks |= words.marks
        self.everybody.append(one)
        return one


_LIKELY: Final = 0.5
_ABOUT: Final = 0.3
_KNOWN: Final = 1.2
"""What one gains in weight who has been called what he is called now."""
_YOUNG: Final = frozenset("child boy girl lad youngster urchin infant".split())
_GROWN: Final = frozenset("mr mrs captain lord lady dr sir doctor colonel major".split())


def opposed(one: Iterable[str], other: Iterable[str]) -> bool:
    """True if adjectives tell two people apart: one is young, the other old."""
    mine, theirs = set(one), set(other)
    young, old = OPPOSED
    return bool((mine & young and theirs & old) or (mine & old and theirs & young))
