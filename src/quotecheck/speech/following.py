"""Follows the narration of a story: who is named, who is described, and who "he" and "her mother" are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.language.stories import KIN, calling_of
from quotecheck.speech.characters import Character, Characters, run_at
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.phrases import is_adverb, is_past
from quotecheck.speech.prose import QUOTE, WORD, Token
from quotecheck.speech.referents import NameRun
from quotecheck.speech.scene import Description, Scene

_OTHER: Final = 2.0
"""What one loses whom the same sentence names after its "he"."""
_LONGEST_DESCRIPTION: Final = 6
_FIRST: Final = frozenset("i me my myself".split())
_THIRD: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_INDEFINITE: Final = frozenset("a an another one some any".split())
_BY_MARRIAGE: Final = {("brother", "wife"): "sister-in-law", ("sister", "husband"): "brother-in-law"}
_SELVES: Final = frozenset("himself herself".split())
_BEING: Final = frozenset("was is were be been being am are became become as like not".split())
_WEARING: Final = frozenset({"in", "with"})
_OPENERS: Final = frozenset("the a an this that his her my our their your another one".split())


def _is_plain(token: Token) -> bool:
    return token.kind is WORD and not token.capital


class Follower:
    """Reads narration token by token and keeps the scene.

    Args:
        prose: The text.
        people: Everybody whom it names.
        me: The one who tells it as "I"; nobody speaks for him where the text does not say "I".
    """

    def __init__(self, prose: Prose, people: Characters, me: Character) -> None:
        self.prose, self.people, self.me = prose, people, me
        self.words = prose.lex.words
        self.scene = Scene(me, people.people)
        self.before = self.words.prepositions | self.words.inner_prepositions
        self.small = self.before | self.words.determiners | self.words.auxiliaries

    def step(self, tokens: Sequence[Token], at: int, fresh: bool) -> int:
        """Note who is told of at a token that is no mention of a speaker; return the next token's number."""
        token = tokens[at]
        if token.capital and token.low != "i":
            run = self._run_at(tokens, at)
            if run is not None:
                one = self.people.of(run)
                if one is not None:
                    self._beside(tokens, run, one)
                    if fresh and not run.possessive and one.seen_at < 0:
                        self.scene.name_the_nameless(one)
                    acts = not run.possessive and self._acts(tokens, run.first, run.last, fresh)
                    one.acts += acts
                    self.scene.touch(one, subject=acts)
                return run.last
        if token.low in _FIRST:
            self.scene.touch(self.me, subject=fresh and token.low == "i")
            if token.low != "my":
                return at + 1
        kind = _THIRD.get(token.low)
        if kind is not None and not (token.low == "her" and self._describes(tokens, at)):
            one = self._best(kind)
            if one is not None:
                one.gender = one.gender or kind
                self.scene.touch(one, subject=token.low in ("he", "she"))
            return at + 1
        if token.low in _OPENERS:
            words, last = self._description(tokens, at, len(tokens))
            if words is not None and not words.definite and at and tokens[at - 1].low in _BEING:
                return last  # "was a widow": no new one
            if words is not None:
                one = self._who_described(words)
                if one is not None:
                    self.scene.touch(one, subject=self._acts(tokens, at, last, fresh))
                    self._apposed(tokens, last, one, words)
                return last
        return at + 1

    def _acts(self, tokens: Sequence[Token], first: int, last: int, fresh: bool) -> bool:
        """True if words are the subject of a clause: at its front, or before a verb and not after a preposition."""
        if first and tokens[first - 1].low in self.before:
            return False
        at = last
        while at < len(tokens) and is_adverb(tokens[at], self.words):
            at += 1
        following = tokens[at] if at < len(tokens) else None
        if following is None or following.kind is not WORD:
            return fresh
        return fresh or following.low in self.words.auxiliaries or (not following.capital and is_past(following.low))

    def _best(self, kind: str) -> Character | None:
        best, most = None, 0.05
        for one, weight in self.scene.fits(kind):
            if weight > most:
                best, most = one, weight
        return best

    def _run_at(self, tokens: Sequence[Token], at: int) -> NameRun | None:
        return run_at(self.prose, tokens, at, self.people.lows, self.people.known)[1]

    def _beside(self, tokens: Sequence[Token], run: NameRun, one: Character) -> None:
        """As in "Mrs. Todd, my landlady," and "the painter, Basil Hallward": what somebody is."""
        if (
            run.last + 1 < len(tokens)
            and tokens[run.last].low == ","
            and tokens[run.last + 1].low in self.words.determiners
        ):
            words, last = self._description(tokens, run.last + 1, len(tokens))
            ends = (
                last >= len(tokens) or tokens[last].kind is not WORD or tokens[last].low in ("of", "who", "in", "with")
            )
            if words is not None and ends:
                self._is(one, words)
        at = run.first
        if at > 1 and tokens[at - 1].low == ",":
            at -= 1
        if at and tokens[at - 1].kind is WORD and calling_of(tokens[at - 1].low):
            first = at - 1
            while first > 0 and at - first < 5 and tokens[first].low not in self.words.determiners:
                first -= 1
            words, last = self._description(tokens, first, len(tokens))
            if words is not None and last == at and words.definite:
                self._is(one, words)

    def _is(self, one: Character, words: Description) -> None:
        gender = calling_of(words.noun) or "c"
        if gender in "mf" and one.gender and one.gender != gender:
            return
        one.roles.add(words.noun)
        one.looks |= words.looks
        if gender in "mf" and not one.gender:
            one.gender = gender
        if words.owner is not None and words.noun in KIN:
            words.owner.one.kin.setdefault(words.noun, one)

    def _apposed(self, tokens: Sequence[Token], last: int, one: Character, words: Description) -> None:
        """As in "his companion, Jem": the name that comes after a description."""
        if one.named or not words.definite:
            return
        at = last + 1 if last < len(tokens) and tokens[last].low in _SELVES else last
        at = at + 1 if at < len(tokens) and tokens[at].low == "," else at
        if at < len(tokens) and tokens[at].capital:
            run = self._run_at(tokens, at)
            ends = run is not None and (run.last >= len(tokens) or tokens[run.last].kind is not WORD or at == last)
            named = self.people.of(run) if run is not None and ends else None
            if (
                named is not None
                and named is not one.one
                and not (named.gender and one.gender and named.gender != one.gender)
            ):
                named.roles |= one.roles
                one.one.alias = named

    def meant(self, tokens: Sequence[Token], first: int, last: int) -> tuple[Character | None, dict[Character, float]]:
        """Whom the words of a mention mean: one for sure, or several with their weights, or nobody."""
        low = tokens[first].low.split("'")[0]
        if last - first == 1 and low in ("i", "me"):
            return self.me, {}
        kind = self.words.pronouns.get(tokens[first].low) or self.words.pronouns.get(low)
        if last - first == 1 and kind is not None and kind in "mf":
            others = self._named_after(tokens, last)
            return None, {one: weight - _OTHER * (one in others) for one, weight in self.scene.fits(kind)}
        run = self.name_in(tokens, first, last)
        if run is not None:
            one = self.people.of(run)
            if one is not None:
                self._beside(tokens, run, one)
                one.speaks = True
                return one, {}
        if tokens[first].low not in self.words.determiners and last - first > 1 and tokens[last - 1].capital:
            return None, {}
        words, _ = self._description(tokens, first, last)
        if words is None:
            whose = {"his": "m", "her": "f"}.get(tokens[first].low)  # "his voice" is his
            return None, dict(self.scene.fits(whose)) if whose else {}
        return self.scene.described(words)

    def _named_after(self, tokens: Sequence[Token], first: int) -> set[Character]:
        """Those whom a sentence names after its "he": as in "He beckoned Kronborg and said", they are somebody else."""
        found: set[Character] = set()
        at = first
        while at < len(tokens) and tokens[at].kind is not QUOTE:
            run = self._run_at(tokens, at) if tokens[at].capital else None
            one = self.people.of(run) if run is not None and not run.possessive else None
            if one is not None:
                found.add(one)
            at = run.last if run is not None else at + 1
        return found

    def name_in(self, tokens: Sequence[Token], first: int, last: int) -> NameRun | None:
        """The name with which a mention ends, or begins: not one in the genitive, nor after "of"."""
        for at in range(first, last):
            if tokens[at].low in ("of", "from", "in", "with"):
                break
            run = self._run_at(tokens, at) if tokens[at].capital else None
            if run is not None and not run.possessive and run.first >= first:
                return run
        return None

    def _describes(self, tokens: Sequence[Token], at: int) -> bool:
        words, _ = self._description(tokens, at, len(tokens))
        return words is not None

    def _description(self, tokens: Sequence[Token], first: int, limit: int) -> tuple[Description | None, int]:
        """The description that begins at a token, and where it ends: "the old man", "my brother's wife"."""
        if first >= limit or tokens[first].kind is not WORD:
            return None, first + 1
        opener = tokens[first].low
        owner = self._owner(opener)
        at = first + 1 if opener in self.words.determiners else first
        looks: list[str] = []
        while at < limit and at - first < _LONGEST_DESCRIPTION and tokens[at].kind is WORD:
            low = tokens[at].low
            if low.endswith("'s") and calling_of(low[:-2]) and at + 1 < limit and calling_of(tokens[at + 1].low):
                if (low[:-2], tokens[at + 1].low) in _BY_MARRIAGE and owner is not None:
                    shown = " ".join(token.text for token in tokens[first : at + 2])
                    kin = _BY_MARRIAGE[low[:-2], tokens[at + 1].low]
                    return Description(kin, frozenset(), True, owner, shown), at + 2
                whose = Description(low[:-2], frozenset(looks), True, owner, low[:-2])
                holder, _ = self.scene.described(whose)
                owner, looks, at = holder or owner, [], at + 1
                continue
            if low in self.small:
                break
            following = tokens[at + 1].low if at + 1 < limit and tokens[at + 1].kind is WORD else ""
            if calling_of(low) and not (calling_of(following) and not tokens[at + 1].capital):
                definite = opener not in _INDEFINITE
                marks, last = self._marks(tokens, at + 1)
                shown = " ".join(token.text for token in tokens[first:last])
                return Description(low, frozenset(looks), definite, owner, shown, marks), last
            looks.append(low)
            at += 1
        return None, first + 1

    def _marks(self, tokens: Sequence[Token], at: int) -> tuple[frozenset[str], int]:
        """What tells one of several after the noun, and where it ends: "in the white waistcoat", "with the scar"."""
        marked = at + 2 < len(tokens) and tokens[at].low in _WEARING and tokens[at + 1].low == "the"
        if not marked:
            return frozenset(), at
        last = at + 2
        while last < min(len(tokens), at + _LONGEST_DESCRIPTION) and _is_plain(tokens[last]):
            if tokens[last].low in self.small or tokens[last].low in self.words.joining:
                break
            last += 1
        return frozenset(token.low for token in tokens[at + 2 : last]), last

    def _owner(self, opener: str) -> Character | None:
        if opener == "my":
            return self.me
        kind = {"his": "m", "her": "f"}.get(opener)
        return None if kind is None else self._best(kind)

    def _who_described(self, words: Description) -> Character | None:
        one, weights = self.scene.described(words)
        if one is None and weights:
            one = max(weights, key=lambda each: weights[each])
        return one
