"""Reads a text forward with its persons in mind and resolves each mention of a speaker where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from quotecheck.language.given_names import gender_of
from quotecheck.language.morphology import is_common_word
from quotecheck.model import Words
from quotecheck.speech.blocks import MASK
from quotecheck.speech.dialogue import is_talk
from quotecheck.speech.naming import OFFICE_LIMITS
from quotecheck.speech.narrator import narrator_of
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.phrases import after, is_role
from quotecheck.speech.prose import QUOTE, WORD, Token
from quotecheck.speech.referents import NameRun, Person, Persons, is_body, name_at, role_words

_FARTHEST: Final = 60
"""Tokens of a sentence whose quotations are asked for names."""
_NEAR: Final = 4
"""Sentences after which "it" and "they" no longer mean the body that spoke last."""


def resolve(prose: Prose, mentions: Sequence[Words]) -> dict[int, str]:
    """Who each mention means.

    Args:
        prose: The text.
        mentions: Mentions of speakers outside quotations, in any order.

    Returns:
        By the offset at which a mention starts: the fullest name the text gives, or the words themselves where it does
        not allow more.
    """
    reader = _Reader(prose, {mention.start: mention for mention in mentions})
    for paragraph in prose.paragraphs:
        reader.read(paragraph)
    full = _full_names(prose.shadow)
    narrator = narrator_of(prose, mentions)
    if narrator is not None:
        reader.plain.update(dict.fromkeys((one.start for one in mentions if one.text == "I"), narrator))
    return {
        start: reader.found[start].shown(full) if start in reader.found else reader.plain[start]
        for start in reader.plain
    }


_FULL: Final = re.compile(r"(?<![\w.])([A-ZÀ-ÖØ-Þ][\w’'-]+)[ \n]([A-ZÀ-ÖØ-Þ][\w-]+)(?![\w’'])")


def _full_names(shadow: str) -> dict[str, str]:
    """For a word, the only two capitalised words in a row that begin with it, quotations included."""
    found: dict[str, set[str]] = {}
    for pair in _FULL.finditer(shadow):
        if is_common_word(pair.group(2).lower()):
            continue  # "Trump Train", "Obama To": a headline's words
        found.setdefault(pair.group(1).lower(), set()).add(f"{pair.group(1)} {pair.group(2)}")
    return {word: names.pop() for word, names in found.items() if len(names) == 1}


def _plain(prose: Prose, mention: Words) -> str:
    """A mention without line breaks and without what is masked in it (a link's target)."""
    return " ".join(prose.shadow[mention.start : mention.end].replace(MASK, " ").split())


class _Reader:
    def __init__(self, prose: Prose, wanted: Mapping[int, Words]) -> None:
        self.prose, self.wanted = prose, wanted
        self.words = prose.lex.words
        self.persons = Persons(prose.lex)
        self.noted = self.words.pronouns.keys() | self.words.person_nouns.keys()
        self.lows: set[str] = set()
        self.known = set(prose.surnames)
        for paragraph in prose.paragraphs:
            for sentence in paragraph.sentences:
                self._see(sentence.tokens)
        self.found: dict[int, Person] = {}
        self.plain: dict[int, str] = {start: _plain(prose, one) for start, one in wanted.items()}
        self.last_speaker: Person | None = None
        self.last_body: tuple[str, int] = ("", 0)
        self.talk = is_talk(prose)

    def _see(self, tokens: Sequence[Token]) -> None:
        """Note the words with a small letter, and those with a capital behind another word."""
        self.lows.update([token.low for token in tokens if not token.capital and token.kind is WORD])
        for before, token in pairwise(tokens):
            if token.capital and token.kind is WORD and before.kind is WORD:
                self.known.add(token.low.removesuffix("'s"))

    def read(self, paragraph: Paragraph) -> None:
        """Follow one paragraph."""
        speaker: Person | None = None
        headline = _is_headline(paragraph)
        for sentence in paragraph.sentences:
            if headline and not any(token.start in self.wanted for token in sentence.tokens):
                continue
            self.persons.now += 1
            said = self._sentence(sentence.tokens)
            speaker = said or speaker
        if self.talk and paragraph.quotes:
            self.last_speaker = speaker

    def _sentence(self, tokens: Sequence[Token]) -> Person | None:
        speaker: Person | None = None
        fresh = True
        past = 0
        wanted, noted, adverbs = self.wanted, self.noted, self.words.adverbs
        for at, token in enumerate(tokens):
            if at < past:
                continue
            if token.kind is not WORD:
                fresh = fresh or token.kind is QUOTE
            elif token.start in wanted:
                person, past = self._mention(tokens, at, wanted[token.start])
                speaker = person or speaker
                fresh = False
            else:
                if token.capital or token.low in noted:
                    past = self._pass(tokens, at, fresh)
                if fresh and token.low not in adverbs:
                    fresh = False
        return speaker

    def _pass(self, tokens: Sequence[Token], at: int, fresh: bool) -> int:
        """Note who is spoken of at a token that is no mention of a speaker; return the next token's number."""
        token = tokens[at]
        if token.capital:
            run = name_at(tokens, at, self.words, self.lows, self.known)
            if run is not None:
                person = self.persons.meet(run, subject=fresh and not run.possessive)
                if person is not None:
                    self._roles_beside(tokens, run, person)
                    self._acronym_after(tokens, run, person)
                return run.last
        kind = self.words.pronouns.get(token.low)
        if kind is not None and kind in "mf":
            person = self.persons.of_pronoun(kind)
            if person is not None:
                self._settle(person, kind)
                self.persons.touch(person, subject=fresh)
        elif token.low in self.words.person_nouns and at and tokens[at - 1].kind is WORD:
            self._noun(tokens, at, fresh)
        return at + 1

    def _acronym_after(self, tokens: Sequence[Token], run: NameRun, person: Person) -> None:
        """As in "Korean Central News Agency (KCNA)"."""
        if run.last + 2 < len(tokens) and tokens[run.last].low == "(" and tokens[run.last + 2].low in (")", ","):
            short = tokens[run.last + 1]
            if short.kind is WORD and short.text.isupper() and 2 <= len(short.text) <= 8:
                self.persons.also_called(person, short.low)

    def _settle(self, person: Person, kind: str) -> None:
        if not person.gender and kind in "mf":
            person.gender = kind

    def _noun(self, tokens: Sequence[Token], at: int, fresh: bool) -> None:
        first = at
        while first > 0 and tokens[first - 1].kind is WORD and at - first < 4:
            first -= 1
            if tokens[first].low in self.words.determiners:
                break
        if tokens[first].low not in self.words.determiners:
            return
        person = self.persons.of_role([tokens[at].low])
        if person is None:
            shown = " ".join(token.text for token in tokens[first : at + 1])
            person = self.persons.nameless(tokens[at].low, shown, self.words.person_nouns[tokens[at].low])
        self.persons.touch(person, subject=fresh and first == 0)

    def _mention(self, tokens: Sequence[Token], at: int, mention: Words) -> tuple[Person | None, int]:
        last = at
        while last < len(tokens) and tokens[last].start < mention.end:
            last += 1
        person = self._who(tokens, at, last)
        if person is not None:
            self.persons.touch(person, subject=True)
            self.found[mention.start] = person
        elif self.words.pronouns.get(tokens[at].low, "") in ("n", "p") and last - at == 1:
            self._body_again(mention)
        else:
            self.last_body = (self.plain[mention.start], self.persons.now)
        if person is not None and not person.personal:
            self.last_body = (person.name, self.persons.now)
        return person, last

    def _body_again(self, mention: Words) -> None:
        """As in "it added", "they said": the organisation or the group that spoke last, if that is not far off."""
        name, when = self.last_body
        if name and self.persons.now - when <= _NEAR:
            self.plain[mention.start] = name
            self.last_body = (name, self.persons.now)

    def _who(self, tokens: Sequence[Token], first: int, last: int) -> Person | None:
        low = tokens[first].low
        kind = (
            self.words.pronouns.get(low)
            or self.words.pronouns.get(low.split("'")[0])
            or self.words.possessives.get(low)
        )
        if last - first == 1 and kind is not None:
            return self._pronoun(kind, tokens, first)
        end = self._head_end(tokens, first, last)
        start = first
        for index in range(first, end):
            if tokens[index].low.endswith(("'s", "s'")) and index + 1 < end:
                start = index + 1
        runs = self._runs(tokens, start, end)
        if runs and runs[-1].last >= end:
            run = runs[-1]
            if self.words.nouns_capital and self._is_common(tokens, first, run):
                return None
            person = self.persons.meet(run, subject=True, personal=True)
            if person is not None:
                self.persons.give_roles(person, role_words(tokens[start : run.first], self.words))
                self._roles_beside(tokens, run, person)
                self._acronym_after(tokens, run, person)
            return person
        if runs:
            return None
        return self._by_role(tokens, start, end)

    def _is_common(self, tokens: Sequence[Token], first: int, run: NameRun) -> bool:
        """In a language of capital nouns: "das Auswärtige Amt", an article and no word that is a person's name."""
        if tokens[first].low not in self.words.determiners:
            return False
        named = any(gender_of(word) for word in run.words) or run.words[-1].lower() in self.prose.surnames
        return not named and not run.titles

    def _pronoun(self, kind: str, tokens: Sequence[Token], first: int) -> Person | None:
        if kind not in "mf":
            return None
        quoted = [token.quote for token in tokens[:_FARTHEST] if token.kind is QUOTE]
        named = frozenset[str]().union(*(self.prose.named_in(number) for number in quoted))
        person = self.persons.of_pronoun(kind, but=self.last_speaker if first else None, named=named)
        if person is not None:
            self._settle(person, kind)
        return person

    def _by_role(self, tokens: Sequence[Token], first: int, last: int) -> Person | None:
        roles = role_words(tokens[first:last], self.words)
        if not roles:
            return None
        if tokens[first].low in self.words.indefinites:
            return None  # "one adviser said": nobody whom the text has told of
        person = self.persons.of_role(roles) or (self.persons.of_role(roles[-1:]) if len(roles) > 1 else None)
        if person is not None:
            return person
        if roles[-1] in self.words.person_nouns:
            shown = " ".join(token.text for token in tokens[first:last])
            return self.persons.nameless(roles[-1], shown, self.words.person_nouns[roles[-1]])
        return None

    def _head_end(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Where the head of a phrase ends: before "of", "for", "from"."""
        words = self.words
        for index in range(first + 1, last):
            token = tokens[index]
            if token.kind is not WORD or token.capital or self._inside_name(tokens, index, last):
                continue
            if token.low in words.inner_prepositions or token.low in words.genitives or token.low in words.prepositions:
                return index
        return last

    def _inside_name(self, tokens: Sequence[Token], index: int, last: int) -> bool:
        """True for "von" in "Ursula von der Leyen"; German "der" and English "of" part a noun from its genitive."""
        low = tokens[index].low
        if low not in self.words.particles or not tokens[index - 1].capital or index + 1 >= last:
            return False
        if low == "of" and is_body(tokens[index - 1].low):
            return True
        return not self.words.nouns_capital and low not in ("of", "the")

    def _runs(self, tokens: Sequence[Token], first: int, last: int) -> list[NameRun]:
        runs = []
        index = first
        while index < last:
            capital = tokens[index].capital
            known = (
                self.known | {tokens[index].low.removesuffix("'s")}
                if not is_common_word(tokens[index].low)
                else self.known
            )
            run = name_at(tokens, index, self.words, self.lows, known) if capital else None
            if run is None:
                index += 1
                continue
            runs.append(run)
            index = run.last
        return runs

    def _roles_beside(self, tokens: Sequence[Token], run: NameRun, person: Person) -> None:
        """As in "X, spokesman for the army", "company spokesman X", "the prosecutor, X"."""
        words = self.words
        if run.last + 1 < len(tokens) and tokens[run.last].low == ",":
            phrase = after(tokens, run.last + 1, words, stop=self.prose.lex.verbs)
            if phrase is not None:
                roles = role_words(tokens[phrase.first : phrase.last], words)
                limits = [token.low for token in tokens[phrase.first : phrase.last] if token.low in OFFICE_LIMITS]
                roles = [*(limit for limit in limits if limit not in roles), *roles]
                if roles and any(is_role(role, words) for role in roles):
                    self.persons.give_roles(person, roles)
        end = run.first
        if end > 1 and tokens[end - 1].low == ",":
            end -= 1
        start = end
        while start > 0 and end - start < 4 and tokens[start - 1].kind is WORD and self._may_be_role(tokens[start - 1]):
            start -= 1
        if start < end and is_role(tokens[end - 1].low, words):
            self.persons.give_roles(person, [token.low for token in tokens[start:end]])

    def _may_be_role(self, token: Token) -> bool:
        words = self.words
        low = token.low
        if token.capital and not words.nouns_capital:
            return False
        return not (
            low in words.determiners
            or low in words.prepositions
            or low in words.inner_prepositions
            or low in words.conjunctions
            or low in words.auxiliaries
            or low in words.adverbs
            or low in words.pronouns
            or low in self.prose.lex.verbs
        )


def _is_headline(paragraph: Paragraph) -> bool:
    """True for a title or a caption: a short line that ends no sentence, or one written in capitals as titles are."""
    if len(paragraph.sentences) != 1 or paragraph.quotes:
        return False
    tokens = paragraph.sentences[0].tokens
    if tokens[-1].low in _ENDS:
        return False
    words = [token for token in tokens if token.kind is WORD]
    return len(words) <= _CAPTION or sum(token.capital for token in words) >= 0.6 * len(words)


_ENDS: Final = frozenset(".!?…:;,")
_CAPTION: Final = 12
"""Words of a line that can be a caption."""
