"""The persons a text speaks of, and whom a mention means: names, roles, and pronouns by who was spoken of last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Final

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.language.lists import words as words_of
from quotecheck.language.reporting import Reporting
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.naming import OFFICE_LIMITS
from quotecheck.speech.phrases import is_small
from quotecheck.speech.places import is_place
from quotecheck.speech.prose import WORD, Token

_REMEMBERED: Final = 14
_MOST_ALIKE: Final = 64
"""People of one name or one role among whom the one who is meant is looked for: those who were met last."""
"""Persons that a pronoun can still mean; older ones are too far off."""
_NOT_HIM: Final = 2.5
"""Weight that the last speaker, and one whom the words name, lose for an answer's pronoun."""
_FADING: Final = 0.65
"""What a sentence takes from the weight of a mention."""


@attrs.define(eq=False)
class Person:
    """Somebody the text speaks of.

    ``name`` is the fullest form met so far; ``last`` its last word, lower-cased; ``gender`` is "m", "f" or empty.
    """

    name: str
    words: tuple[str, ...]
    gender: str = ""
    personal: bool = False
    roles: set[str] = attrs.field(factory=set)
    called: dict[str, int] = attrs.field(factory=dict)
    alias: Person | None = None
    met: int = 0
    subject_at: int = -99
    seen_at: int = -99

    @property
    def last(self) -> str:
        return self.words[-1]

    def shown(self, full: Mapping[str, str]) -> str:
        """The name to show: the fullest, but "Lord Henry" for one who is mostly called so."""
        if self.alias is not None:
            return self.alias.shown(full)
        usual = max(self.called, key=lambda name: self.called[name], default="")
        if " " in usual and self.called[usual] > 2:
            return usual
        if len(self.words) == 1 and self.name.lower() == self.last and self.gender:
            return full.get(self.last, self.name)
        return self.name

    def weight(self, now: int) -> float:
        """How much a pronoun in sentence ``now`` leans towards this person."""
        said = 2.0 * _FADING ** (now - self.subject_at) if self.subject_at >= 0 else 0.0
        seen = _FADING ** (now - self.seen_at) if self.seen_at >= 0 else 0.0
        return said + seen + 0.05 * min(self.met, 8) + (0.3 if self.gender else 0.0) + (0.3 if self.personal else 0.0)


@attrs.frozen
class NameRun:
    """Capitalised words that name somebody: token range, titles before the name, the name's own words."""

    first: int
    last: int
    titles: tuple[str, ...]
    words: tuple[str, ...]
    possessive: bool


class Persons:
    """Everybody met so far, found by name and by role."""

    def __init__(self, lex: Lexis) -> None:
        self.lex = lex
        self.words: Reporting = lex.words
        self.by_word: dict[str, list[Person]] = {}
        self.by_role: dict[str, list[Person]] = {}
        self.recent: list[Person] = []
        self.now = 0

    def meet(self, run: NameRun, *, subject: bool, personal: bool = False) -> Person | None:
        """Note a mention by name; None if the words are no name of a person or organisation we can tell."""
        gender = self._gender(run)
        person = self._known(run, gender)
        if person is None:
            if len(run.words) == 1 and self.words.nouns_capital and not run.titles:
                return None
            person = Person(self._shown(run), tuple(word.lower() for word in run.words))
            for word in {person.words[0], person.words[-1]}:
                self.by_word.setdefault(word, []).append(person)
        self._learn(person, run, gender)
        if len(run.words) == 1 and run.titles and run.words[0].lower() != person.last:
            called = f"{run.titles[-1].capitalize()} {run.words[0]}"
            person.called[called] = person.called.get(called, 0) + 1
        elif len(run.words) > 1:
            person.called[self._shown(run)] = person.called.get(self._shown(run), 0) + 1
        person.personal = person.personal or personal or bool(gender)
        self.touch(person, subject=subject)
        return person

    def also_called(self, person: Person, short: str) -> None:
        """Note an acronym that stands in brackets after a name."""
        self.by_word.setdefault(short, []).append(person)

    def touch(self, person: Person, *, subject: bool) -> None:
        """Bring a person to the front."""
        if subject:
            person.subject_at = self.now
        person.seen_at = self.now
        person.met += 1
        if self.recent and self.recent[-1] is person:
            return
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        del self.recent[:-_REMEMBERED]

    def of_pronoun(self, gender: str, *, but: Person | None = None, named: Set[str] = frozenset()) -> Person | None:
        """Whom "he" or "she" means here, most likely; None if nobody fits.

        Args:
            gender: "m", "f" or "c".
            but: Who spoke just before: somebody else answers.
            named: Words that the speaker says himself: hardly his own name.
        """
        best, most = None, 0.0
        for person in reversed(self.recent):
            if gender in "mf" and person.gender and person.gender != gender:
                continue
            if not person.personal and not person.gender and not self._could_be_human(person):
                continue
            weight = person.weight(self.now)
            if person is but or not named.isdisjoint(person.words):
                weight -= _NOT_HIM
            if weight > most:
                best, most = person, weight
        return best

    def _could_be_human(self, person: Person) -> bool:
        """A bare name that acts: no place, no acronym, no long name of a body."""
        if person.subject_at < 0 or len(person.words) > 2 or self.words.nouns_capital or person.name.isupper():
            return False
        return not any(is_place(word) or is_body(word) for word in person.words)

    def of_role(self, roles: Sequence[str]) -> Person | None:
        """Whom "the foreign minister" means: the one with all these roles who was spoken of last."""
        if not roles:
            return None
        fitting = [
            person
            for person in _latest(self.by_role, roles[-1])
            if all(role in person.roles for role in roles) and not (person.roles & OFFICE_LIMITS).difference(roles)
        ]
        return max(fitting, key=lambda person: person.seen_at, default=None)

    def give_roles(self, person: Person, roles: Sequence[str]) -> None:
        """Note what a person is."""
        for role in roles:
            role = self.words.title_forms.get(role.rstrip("."), role)
            if role in person.roles:
                continue
            person.roles.add(role)
            self._name_the_nameless(role, person)
            self.by_role.setdefault(role, []).append(person)

    def _name_the_nameless(self, role: str, person: Person) -> None:
        """As in "the parson", who turns out to be Parson Tringham."""
        if person.words == (role,) or person.roles & OFFICE_LIMITS:
            return
        for other in self.by_role.get(role, ())[:_MOST_ALIKE]:
            if other.words == (role,) and other.alias is None and person.alias is None:
                other.alias = person

    def nameless(self, noun: str, shown: str, gender: str) -> Person:
        """As in "the old man": somebody without a name, the same as long as the noun is."""
        for person in _latest(self.by_role, noun):
            return person
        person = Person(shown, (noun,), gender if gender in "mf" else "", personal=True)
        self.give_roles(person, [noun])
        return person

    def _known(self, run: NameRun, gender: str) -> Person | None:
        words = tuple(word.lower() for word in run.words)
        for person in _latest(self.by_word, words[-1]):
            if person.words == words and person.gender == gender:
                return person
        for person in _latest(self.by_word, words[-1]):
            if gender and person.gender and gender != person.gender:
                continue
            if self._compatible(words, person):
                return person
        if len(words) > 1:
            for person in _latest(self.by_word, words[0]):
                clash = gender and person.gender and gender != person.gender
                if len(person.words) == 1 and not clash and (gender or person.gender or person.personal):
                    return person
        return None

    def _compatible(self, words: tuple[str, ...], person: Person) -> bool:
        if len(words) == 1:
            if words[0] not in person.words:
                return True  # an acronym: by_word has it under this word only
            return words[0] == person.last or (words[0] == person.words[0] and bool(person.gender))
        if len(person.words) == 1:
            return person.words[0] in (words[0], words[-1])
        if words[-1] != person.last:
            return False
        initial = len(words[0].rstrip(".")) == 1 or len(person.words[0].rstrip(".")) == 1
        return words[0] == person.words[0] or (initial and words[0][0] == person.words[0][0])

    def _learn(self, person: Person, run: NameRun, gender: str) -> None:
        if not person.gender:
            person.gender = gender
        if len(run.words) > len(person.words):
            old = set(person.words)
            person.words = tuple(word.lower() for word in run.words)
            person.name = self._shown(run)
            for word in {person.words[0], person.words[-1]} - old:
                self.by_word.setdefault(word, []).append(person)
        elif len(run.words) == len(person.words) == 1 and run.titles and " " not in person.name:
            person.name = self._shown(run)
        self.give_roles(person, [title.rstrip(".") for title in run.titles])

    def _shown(self, run: NameRun) -> str:
        name = " ".join(run.words)
        courtesy = run.titles[-1] if run.titles else ""
        if len(run.words) == 1 and courtesy.rstrip(".") in self.words.gendered_titles:
            return f"{courtesy.capitalize()} {name}"
        return name

    def _gender(self, run: NameRun) -> str:
        for title in run.titles:
            kind = self.words.gendered_titles.get(title.rstrip("."))
            if kind:
                return kind
        return gender_of(run.words[0])


def name_at(
    tokens: Sequence[Token], first: int, words: Reporting, lows: Set[str], known: Set[str] = frozenset()
) -> NameRun | None:
    """The name that begins at token ``first``; None if none does.

    Args:
        tokens: A sentence.
        first: Where to look; a capitalised word.
        words: The language.
        lows: Words that the text writes with a small letter too: one of them at a sentence's start is no name.
        known: Words that the text writes with a capital inside its sentences too, and its last names.
    """
    if not _can_name(tokens[first], words):
        return None
    last = first + 1
    while last < len(tokens) and last - first < 9:
        step = _continues(tokens, last, words)
        if not step or tokens[last - 1].low.endswith("'s"):
            break
        last += step
    if first == 0 or tokens[first - 1].kind is not WORD:
        if tokens[first].low.endswith(words.adverb_endings) and last - first > 1 and not words.nouns_capital:
            return name_at(tokens, first + 1, words, lows, known)
        alone = last - first == 1 and not gender_of(tokens[first].low.removesuffix("'s"))
        if alone and (tokens[first].low in lows or tokens[first].low.removesuffix("'s") not in known):
            return None
    return _split(tokens, first, last, words)


def _can_name(token: Token, words: Reporting) -> bool:
    low = token.low
    if token.kind is not WORD or not token.capital or low.isdigit():
        return False
    return not (is_small(low, words) or ("'" in low and low.split("'")[0] in words.pronouns))


def _continues(tokens: Sequence[Token], at: int, words: Reporting) -> int:
    token = tokens[at]
    if token.kind is WORD and token.capital:
        return 1 if _can_name(token, words) else 0
    if words.nouns_capital and token.kind is WORD and token.low in words.particles:
        return _german_particles(tokens, at, words)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind is not WORD or not following.capital:
        return 0
    if token.low == ".":
        before = tokens[at - 1].low
        return 1 if before in words.abbreviations or len(before) == 1 else 0
    if token.kind is not WORD or token.low not in words.particles or token.low in words.joining:
        return 0
    # "Bank of England" goes on, "Ana Ruiz of Port Linn" and "President of France" do not.
    return 1 if token.low not in words.genitives or _names_body(tokens[at - 1], words) else 0


def _german_particles(tokens: Sequence[Token], at: int, words: Reporting) -> int:
    """As in "Ida von der Heide", "Karl zu Salm": after a given name only, for "Weber zu Salm" are two people."""
    if tokens[at].low in words.determiners or tokens[at].low in words.joining or not gender_of(tokens[at - 1].low):
        return 0
    last = at + 1
    while last < min(len(tokens), at + 3) and tokens[last].low in words.particles and not tokens[last].capital:
        last += 1
    return last - at if last < len(tokens) and tokens[last].kind is WORD and tokens[last].capital else 0


def _names_body(token: Token, words: Reporting) -> bool:
    return bool(words.genitives) and "of" in words.genitives and is_body(token.low)


def is_body(low: str) -> bool:
    """True for the first noun of an English name with "of": "Department of …", "University of …"."""
    return low in _BODIES


_BODIES: Final = frozenset(
    words_of("""
    academy agency association bank board bureau centre center chamber church city college commission committee
    conference confederation congress council court department division duke duchess earl exchange faculty federation
    fund house institute institution kingdom league library ministry museum office order organisation organization
    parliament party people's prince princess republic royal school secretary senate society state states supreme
    trust union university
    """)
)


def _latest(people: Mapping[str, list[Person]], named: str) -> list[Person]:
    """Those who bear a name or a role, the one met last first."""
    return people.get(named, [])[: -_MOST_ALIKE - 1 : -1]


def _split(tokens: Sequence[Token], first: int, last: int, words: Reporting) -> NameRun | None:
    shown: list[str] = []
    possessive = False
    for token in tokens[first:last]:
        if token.kind is not WORD:
            if shown:
                shown[-1] += "."
            continue
        low = token.low
        possessive = low.endswith(("'s", "'"))
        shown.append(_shown_word(token, possessive))
    cut = 0
    for index, word in enumerate(shown[:-1]):
        if _is_title(word.lower().rstrip("."), words):
            cut = index + 1
    if not cut and len(shown) > 2 and not gender_of(shown[0]):
        # "Milliardär Richard Branson": what stands before a given name is what he is.
        cut = next((index for index in range(1, len(shown) - 1) if gender_of(shown[index])), 0)
    if not shown or (_is_title(shown[-1].lower(), words) and len(shown) == 1):
        return None
    return NameRun(first, last, tuple(word.lower() for word in shown[:cut]), tuple(shown[cut:]), possessive)


def _shown_word(token: Token, possessive: bool) -> str:
    text = token.text
    if possessive:
        text = text[:-2] if text[-1] in "sS" else text[:-1]
    return text


def _is_title(low: str, words: Reporting) -> bool:
    return low in words.titles or (words.nouns_capital and low.endswith(words.role_endings))


def role_words(tokens: Sequence[Token], words: Reporting) -> list[str]:
    """The nouns and adjectives of a phrase that say what somebody is, small words left out."""
    found = []
    for token in tokens:
        low = token.low
        if token.kind is not WORD or low.endswith("'s") or low in words.determiners or low in words.adverbs:
            continue
        if low in words.prepositions or low in words.inner_prepositions or low in words.conjunctions:
            break
        found.append(low)
    return found
