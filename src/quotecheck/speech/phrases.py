"""Noun phrases beside a verb of saying: who could be its subject. Found by small words and capitals, no tagger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.language.morphology import lemmas, parts_of_speech
from quotecheck.language.reporting import Reporting
from quotecheck.speech.places import is_place
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token

# Bounds on how long a phrase may be, in tokens; a longer one is not a speaker.
_LONGEST: Final = 16
_FARTHEST: Final = 45
_ATTRIBUTE: Final = 9


@attrs.frozen
class Phrase:
    """A noun phrase: half-open range of token numbers in its sentence."""

    first: int
    last: int


def is_pronoun(token: Token, words: Reporting) -> bool:
    """True if the token is a subject pronoun, also with a verb written to it ("he'd")."""
    low = token.low
    return token.kind is WORD and (low in words.pronouns or ("'" in low and low.split("'")[0] in words.pronouns))


def is_adverb(token: Token, words: Reporting) -> bool:
    """True if the token is a word that may stand between subject and verb."""
    if token.kind is not WORD:
        return False
    if token.low in words.adverbs:
        return True
    if token.capital or len(token.low) <= 4 or not token.low.endswith(words.adverb_endings):
        return False
    return token.low not in _ADJECTIVES_LIKE_ADVERBS


_ADJECTIVES_LIKE_ADVERBS: Final = frozenset(
    "burly elderly friendly lovely lonely silly ugly surly curly jolly portly stately lively homely comely sickly "
    "cowardly ghastly saintly scholarly gentlemanly motherly fatherly matronly unfriendly grisly woolly wily unruly "
    "disorderly worldly unearthly miserly princely queenly bully belly family bodily".split()
)


def is_role(low: str, words: Reporting) -> bool:
    """True if a noun can be the role or kind of a person."""
    return low in words.titles or low in words.person_nouns or low.endswith(words.role_endings)


def is_oblique(tokens: Sequence[Token], at: int, words: Reporting) -> bool:
    """True if the phrase that begins at a token has a form that no subject has."""
    low = tokens[at].low
    if low in words.oblique:
        return True
    ending = words.oblique_before.get(low)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return bool(ending) and following is not None and not following.capital and following.low.endswith(str(ending))


def is_small(low: str, words: Reporting) -> bool:
    """True for a word that is no noun, name or verb of its own."""
    return low in words.small


def _is_stop(token: Token, words: Reporting) -> bool:
    return token.low in words.stops


def after(tokens: Sequence[Token], first: int, words: Reporting, *, stop: frozenset[str]) -> Phrase | None:
    """The noun phrase that begins at token ``first``; None if none does.

    Args:
        tokens: A sentence.
        first: Where to look.
        words: The language.
        stop: Verb forms that end a phrase.
    """
    if first >= len(tokens) or tokens[first].kind is not WORD:
        return None
    if is_pronoun(tokens[first], words) and not _heads_noun(tokens, first, words):
        return Phrase(first, first + 1)
    walk = _Walk(tokens, first, words, stop)
    while walk.step():
        pass
    found = walk.phrase()
    return found if found is None or not words.complements else _with_complement(tokens, found, words, stop)


def _with_complement(tokens: Sequence[Token], phrase: Phrase, words: Reporting, stop: frozenset[str]) -> Phrase:
    """As in "an adviser to both Ruizes", "a person close to the mayor": words that say nothing without what follows."""
    at = phrase.last
    if tokens[phrase.first].low not in words.determiners or (tokens[phrase.first].capital and phrase.first):
        return phrase
    if at < len(tokens) and tokens[at].low not in words.complements:
        at -= 1
    if at + 2 >= len(tokens) or tokens[at + 1].low not in words.complements.get(tokens[at].low, ()):
        return phrase
    rest = after(tokens, at + 2, words, stop=stop)
    return phrase if rest is None else Phrase(phrase.first, rest.last)


def _heads_noun(tokens: Sequence[Token], at: int, words: Reporting) -> bool:
    """As in "diese Frau": a word that is pronoun and determiner both, with a noun after it."""
    if tokens[at].low not in words.determiners or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.kind is WORD and not _is_stop(following, words) and not is_adverb(following, words)


@lru_cache(maxsize=20_000)
def is_past(low: str) -> bool:
    """True for a form that may be the past tense of an English verb."""
    if low.endswith(("s", "ing")):
        return False
    return low.endswith("ed") or any(one != low and "v" in parts_of_speech(one) for one in lemmas(low))


class _Walk:
    """Steps through a noun phrase from its first token."""

    def __init__(self, tokens: Sequence[Token], first: int, words: Reporting, stop: frozenset[str]) -> None:
        self.tokens, self.first, self.at, self.words, self.stop = tokens, first, first, words, stop
        self.determined = False
        self.capitals = 0
        self.nouns = 0
        self.lows = 0

    def phrase(self) -> Phrase | None:
        end = self.at
        while end > self.first and self._dangles(self.tokens[end - 1]):
            end -= 1
        return Phrase(self.first, end) if self.nouns and end > self.first else None

    def _dangles(self, token: Token) -> bool:
        words = self.words
        if token.kind is not WORD:
            return token.low != "."
        return not token.capital and (
            token.low in words.determiners or token.low in words.inner_prepositions or token.low in words.joining
        )

    def step(self) -> bool:
        """Take one more token, if it belongs to the phrase."""
        if self.at >= len(self.tokens) or self.at - self.first > _LONGEST:
            return False
        token = self.tokens[self.at]
        if token.kind is not WORD:
            return self._sign(token)
        taken = self._word(token)
        self.at += taken
        return taken

    def _sign(self, token: Token) -> bool:
        if token.low == "." and self.at > self.first and self.at + 1 < len(self.tokens):
            before = self.tokens[self.at - 1]
            if before.low in self.words.abbreviations or len(before.low) == 1:
                self.at += 1
                return True
        if token.low == "&" and self.capitals:
            self.at += 1
            return True
        return False

    def _next(self) -> Token | None:
        return self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None

    def _word(self, token: Token) -> bool:
        low, words = token.low, self.words
        if low in words.determiners and not (token.capital and self.at > self.first):
            return self._determiner()
        if token.capital and not (low in words.conjunctions or (low in words.adverbs and words.nouns_capital)):
            if low in words.adverbs:
                return False
            self.capitals += 1
            self.nouns += 1
            return True
        if self.capitals and low in words.particles and self._continues_name() and not self._parts_two():
            # "den" goes on in "van den Berg", not in "Weber den Fund".
            return low not in words.determiners or self.tokens[self.at - 1].low in words.particles
        if low in words.genitives and self.nouns and (self.determined or not words.nouns_capital):
            return self._begins_noun()
        stops = low in self.stop and not self._is_noun(low)
        if stops or _is_stop(token, words) or is_adverb(token, words) or is_pronoun(token, words):
            return self._attribute()
        return self._low_word()

    def _attribute(self) -> bool:
        """As in "die in Linn geborene Autorin": between article and noun, words end in a participle."""
        words = self.words
        if not (words.nouns_capital and self.determined and self.at == self.first + 1):
            return False
        for at in range(self.at + 1, min(self.at + _ATTRIBUTE, len(self.tokens) - 1)):
            token, following = self.tokens[at], self.tokens[at + 1]
            if token.kind is not WORD or token.low in words.auxiliaries:
                return False
            if not token.capital and token.low.endswith(words.participle_endings) and following.capital:
                self.at = at - 1
                return True
        return False

    def _is_noun(self, low: str) -> bool:
        """As in "a rough voice": a verb form that is a noun more often, right after an article and an adjective."""
        if low not in self.words.nouns_too or not self.determined or self.capitals:
            return False
        before = self.tokens[self.at - 1]
        return before.low in self.words.determiners or "a" in parts_of_speech(before.low)

    def _determiner(self) -> bool:
        if self.at == self.first:
            self.determined = True
            return True
        before = self.tokens[self.at - 1].low
        if before in self.words.genitives or before in self.words.determiners:
            return True
        low = self.tokens[self.at].low
        return low in self.words.genitives and self.determined and self.nouns > 0 and self._begins_noun()

    def _continues_name(self) -> bool:
        following = self._next()
        if following is None or following.kind is not WORD:
            return False
        if following.capital:
            return following.low not in self.words.pronouns or following.low not in self.words.determiners
        if following.low in self.words.determiners and self.tokens[self.at].low not in ("von", "van", "de"):
            return False
        beyond = self.tokens[self.at + 2] if self.at + 2 < len(self.tokens) else None
        return following.low in self.words.particles and beyond is not None and beyond.capital

    def _parts_two(self) -> bool:
        """As in "Weber zu Salm": without a given name before it, such a word parts two people."""
        if self.tokens[self.at].low not in self.words.infinitives:
            return False
        return not gender_of(self.tokens[self.at - 1].low)

    def _begins_noun(self) -> bool:
        following = self._next()
        return following is not None and following.kind is WORD and not _is_stop(following, self.words)

    def _low_word(self) -> bool:
        self.lows += 1
        if self.words.nouns_capital:
            # An adjective counts only if a noun still comes; "gestern" after the noun ends the phrase.
            before, low = self.tokens[self.at - 1], self.tokens[self.at].low
            if self.capitals and before.capital and low.endswith(self.words.object_endings):
                return False  # "der Verfasser folgenden Text"
            return self.lows <= 5 and self._capital_within(3)
        if self.capitals and is_past(self.tokens[self.at].low) and not (self.determined and self._capital_within(1)):
            return False  # "Mira turned to Joss", "his aunt Polly stood": a name's verb
        if self.capitals and not self._capital_within(2):
            return self._noun_after_name()
        self.nouns += 1
        return self.lows <= 5

    def _noun_after_name(self) -> bool:
        """As in "an Internet posting": one noun may follow the capitals of a determined phrase."""
        token = self.tokens[self.at]
        before = self.tokens[self.at - 1]
        if not self.determined or not before.capital or token.low.endswith("ed"):
            return False
        self.nouns += 1
        return True

    def _capital_within(self, distance: int) -> bool:
        for token in self.tokens[self.at + 1 : self.at + 1 + distance]:
            if token.kind is not WORD or _is_stop(token, self.words) or token.low in self.words.determiners:
                return False
            if token.capital:
                return True
        return False


def before(
    tokens: Sequence[Token], last: int, words: Reporting, *, stop: frozenset[str], oblique: bool = False
) -> Phrase | None:
    """The noun phrase whose last token stands just before token ``last``; None if there is none.

    An apposition or a relative clause between commas is stepped over ("X, the minister, said").
    """
    if last <= 0:
        return None
    token = tokens[last - 1]
    if token.low == ")":
        opened = next((at for at in range(last - 2, max(-1, last - 14), -1) if tokens[at].low == "("), None)
        return before(tokens, opened, words, stop=stop, oblique=oblique) if opened else None
    if token.low == "%" and last > 1 and tokens[last - 2].low[:1].isdigit() and not words.verb_second:
        return Phrase(last - 2, last)
    if token.kind is SIGN:
        return _over_commas(tokens, last - 1, words) if token.low in (",", "–", "—", "--") else None
    if token.kind is not WORD:
        return None
    first = _piece_start(tokens, last - 1, words, stop)
    if words.verb_second and first and tokens[first - 1].low in words.calling:
        return None
    found = _in_piece(tokens, first, last, words, oblique=oblique)
    named = _named_before(tokens, found, words)
    if named is not None:
        return named
    if found is None and first == last and first > 1 and tokens[first - 1].low in words.relatives:
        # "the company, which said": the subject stands before the relative pronoun.
        end = first - 2 if tokens[first - 2].low == "," else first - 1
        return _in_piece(tokens, _piece_start(tokens, end - 1, words, stop), end, words) if end else None
    return found


def _named_before(tokens: Sequence[Token], role: Phrase | None, words: Reporting) -> Phrase | None:
    """As in "Hans Maier, der Sprecher sagte": the name with which the sentence begins, its role after it."""
    if role is None or role.first < 3 or tokens[role.first - 1].low != ",":
        return None
    if tokens[role.first].low not in words.determiners:
        return None
    name = tokens[: role.first - 1]
    if len(name) > 5 or not all(
        token.kind is WORD and token.capital and not is_small(token.low, words) for token in name
    ):
        return None
    return Phrase(0, role.first - 1)


def _piece_start(tokens: Sequence[Token], at: int, words: Reporting, stop: frozenset[str]) -> int:
    """Where the stretch of words without sign or conjunction that ends at ``at`` begins."""
    floor = max(0, at - _FARTHEST)
    last = at
    while at >= floor:
        token = tokens[at]
        noun = at == last and at > 0 and _is_plural_noun(token, tokens[at - 1], words)
        if noun or _is_noun_here(tokens, at, words, stop):
            at -= 1
            continue
        if token.kind is QUOTE or (token.kind is SIGN and not _dot_inside(tokens, at, words) and token.low != "&"):
            break
        if token.kind is WORD and (_parts(tokens, at, words) or (token.low in stop and not token.capital)):
            break
        at -= 1
    return at + 1


def _is_plural_noun(token: Token, before: Token, words: Reporting) -> bool:
    """As in "biofuel advocates say", "the analysts estimate": a form that is a verb too, right before another verb."""
    if words.verb_second or token.kind is not WORD or not token.low.endswith("s") or before.kind is not WORD:
        return False
    return "n" in parts_of_speech(token.low) and not is_pronoun(before, words) and before.low not in words.auxiliaries


def _is_noun_here(tokens: Sequence[Token], at: int, words: Reporting, stop: frozenset[str]) -> bool:
    """As in "the report", "people briefed on the plan": a form of a verb that is part of a noun phrase."""
    token = tokens[at]
    if words.verb_second or token.low not in stop or token.capital or at == 0 or token.low in words.auxiliaries:
        return False
    if token.low.endswith("ed"):
        before, following = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
        plain = before.kind is WORD and not before.capital and not is_small(before.low, words)
        return plain and following is not None and following.low in words.inner_prepositions
    if "n" not in parts_of_speech(token.low):
        return False
    for index in range(at - 1, max(-1, at - 4), -1):
        one = tokens[index]
        if one.kind is not WORD or one.low in stop or is_pronoun(one, words):
            return False
        if one.low in words.determiners:
            return True
    return False


def _dot_inside(tokens: Sequence[Token], at: int, words: Reporting) -> bool:
    if tokens[at].low != "." or at == 0:
        return False
    return tokens[at - 1].low in words.abbreviations or len(tokens[at - 1].low) == 1


def _parts(tokens: Sequence[Token], at: int, words: Reporting) -> bool:
    token = tokens[at]
    if token.low in words.joining:
        return not _joins_names(tokens, at)
    if token.low in words.inner_prepositions or token.low in words.determiners:
        return False
    if token.low in words.conjunctions or token.low in words.that:
        return True
    return token.low in words.relatives and at > 0 and tokens[at - 1].low == ","


def _joins_names(tokens: Sequence[Token], at: int) -> bool:
    if not 0 < at < len(tokens) - 1:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    return left.kind is WORD and right.kind is WORD and left.capital and right.capital


def _in_piece(
    tokens: Sequence[Token], first: int, last: int, words: Reporting, *, oblique: bool = False
) -> Phrase | None:
    """The subject in a stretch that ends just before the verb."""
    while first < last and (is_adverb(tokens[first], words) and not _is_name_at(tokens, first)):
        first += 1
    if first >= last:
        return None
    final = tokens[last - 1]
    if is_pronoun(final, words):
        return Phrase(last - 1, last)
    if final.capital and first and final.low in words.auxiliaries and not words.verb_second:
        return Phrase(last - 1, last)  # "“…,” Will wrote"
    if final.low in words.standing_alone or final.low.isdigit():
        return _counted(tokens, first, last, words)
    if final.low in words.determiners or _is_stop(final, words) or final.low.endswith("'s"):
        return None
    if final.low in words.inner_prepositions:
        return None
    opener = tokens[first]
    leading = opener.low in words.prepositions or opener.low in words.inner_prepositions
    if leading and first + 1 < last and _is_count(tokens[first + 1], words):
        return Phrase(first, last) if last - first <= _LONGEST else None
    if leading and opener.low not in words.determiners:
        return _trailing(tokens, first + 1, last, words)
    if is_pronoun(opener, words) and opener.low not in words.determiners:
        return Phrase(first, first + 1) if last - first <= 8 else _trailing(tokens, first + 1, last, words)
    if any(tokens[at].low in words.auxiliaries for at in range(first, last)) or last - first > _LONGEST:
        return _trailing(tokens, first, last, words)
    if not opener.capital and opener.low.endswith("ing") and len(opener.low) > 5:
        return None
    if words.verb_second:
        found = (
            None if is_oblique(tokens, first, words) and not oblique else after(tokens, first, words, stop=frozenset())
        )
        return found if found is None or found.last <= last else Phrase(first, last)
    return Phrase(first, last)


def _counted(tokens: Sequence[Token], first: int, last: int, words: Reporting) -> Phrase | None:
    """As in "others", "about three in 10", "a majority of some": people who are only counted."""
    if last - 2 > first and tokens[last - 2].low in words.inner_prepositions:
        return Phrase(last - 3, last)
    if tokens[last - 1].low.isdigit():
        return Phrase(first, last) if tokens[first].low in words.determiners else None
    return Phrase(last - 1, last)


def _is_count(token: Token, words: Reporting) -> bool:
    """As in "about 40 percent", "nearly half", "at least three"."""
    return token.low[:1].isdigit() or token.low in words.standing_alone or token.low == "least"


def _is_name_at(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital


def _trailing(tokens: Sequence[Token], first: int, last: int, words: Reporting) -> Phrase | None:
    """The name or the determined noun at the end of a stretch ("On Friday [the minister]")."""
    if words.verb_second:
        return None
    at = last
    while at > first and (
        tokens[at - 1].capital
        or tokens[at - 1].low == "."
        or (tokens[at - 1].low in words.particles and at < last and at - 1 > first and tokens[at - 2].capital)
    ):
        at -= 1
    # "On Friday Ruiz", "In London the mayor": the day and the place belong to the introduction.
    while at < last - 1 and (tokens[at].low in words.adverbs or is_place(tokens[at].low)):
        at += 1
    if at < last:
        return Phrase(at, last)
    for at in range(last - 1, max(first, last - 6), -1):
        if tokens[at].low in words.determiners:
            return Phrase(at, last)
        if _is_stop(tokens[at], words) or tokens[at].low in words.inner_prepositions:
            return None
    return None


def _over_commas(tokens: Sequence[Token], comma: int, words: Reporting) -> Phrase | None:
    """The phrase that an apposition before ``comma`` belongs to: the piece with a person's name, else the first."""
    pieces: list[tuple[int, int]] = []
    end = comma
    floor = max(0, comma - _FARTHEST)
    while end > floor and len(pieces) < 4:
        start = _comma_piece_start(tokens, end - 1, german=words.nouns_capital)
        pieces.append((start, end))
        if start == 0 or tokens[start - 1].kind is QUOTE:
            break
        end = start - 1
    if len(pieces) < 2:
        return None
    candidates = [found for start, end in pieces if (found := _appositive(tokens, start, end, words))]
    named = [one for one in candidates if _names_person(tokens, one, words)]
    if named:
        return named[0] if len(named) == 1 else named[-1]
    return candidates[-1] if candidates else None


def _comma_piece_start(tokens: Sequence[Token], at: int, *, german: bool = False) -> int:
    closing = 0
    while at >= 0:
        low = tokens[at].low
        if tokens[at].kind is SIGN:
            closing += (low == ")") - (low == "(")
            if closing <= 0 and low in (",", "–", "—", ";", ":", "--"):
                break
        if tokens[at].kind is QUOTE and not (tokens[at - 1].capital and not tokens[at].ends and german):
            break
        at -= 1
    return at + 1


def _appositive(tokens: Sequence[Token], first: int, last: int, words: Reporting) -> Phrase | None:
    while first < last and is_adverb(tokens[first], words) and not _is_name_at(tokens, first):
        first += 1
    while last > first and tokens[last - 1].kind is SIGN and tokens[last - 1].low in (")", "("):
        last -= 1
    if first >= last or tokens[first].kind is not WORD or tokens[first].low.isdigit():
        return None
    opener = tokens[first]
    if is_pronoun(opener, words) and opener.low not in words.determiners and last - first == 1:
        return Phrase(first, last)
    if opener.low not in words.determiners and _is_stop(opener, words):
        return None
    if opener.low in words.inner_prepositions and opener.low not in words.determiners:
        return None
    if not opener.capital and opener.low.endswith(("ing", "ed")):
        return None
    found = after(tokens, first, words, stop=frozenset())
    return found if found and found.last >= last - 4 else None


def _names_person(tokens: Sequence[Token], phrase: Phrase, words: Reporting) -> bool:
    """Two capitals that follow each other, or a title and a capital: likely a person's name."""
    capitals = 0
    if words.nouns_capital and tokens[phrase.first].low in words.determiners:
        return False
    for token in tokens[phrase.first : phrase.last]:
        if token.capital and token.low not in words.determiners:
            capitals += 1
        elif token.low not in words.particles and token.low != ".":
            capitals = 0
        if capitals >= 2:
            return True
    return False
