"""The people of a story by name: every form of a name with its bearer, who is man or woman, and the name to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Final

import attrs

from quotecheck.language.en.reporting import GENDERED_TITLES
from quotecheck.language.given_names import gender_of
from quotecheck.language.morphology import is_common_word
from quotecheck.language.stories import BEFORE_ADDRESS, KIN
from quotecheck.speech.likeness import fold, given_fits, may_be_short
from quotecheck.speech.naming import MARRIED, UNMARRIED
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.places import is_place
from quotecheck.speech.prose import QUOTE, WORD, Token, sentences_of
from quotecheck.speech.referents import NameRun, is_body, name_at

_BEFORE_GIVEN: Final = frozenset("lord lady sir dame aunt uncle master miss brother sister old young little".split())
"""Titles that may stand before a first name."""
_LOOSE: Final = frozenset("old young little poor dear pason".split())
"""Words before a name that are no title: they are not shown."""
_BY_FIRST_NAME: Final = 4
"""Times that a story has somebody's first name alone before a title with the last name is somebody else's."""
_FOREMOST: Final = 5
"""Times that one bearer of a first name is met for each of another before the name alone is his."""
_OFTEN: Final = 2
_MOST_NAMED: Final = 200
"""People among whom the bearer of a short form is looked for."""
_USUAL: Final = 2
"""Times that a form like "Lord Henry" is met before it is the name to show."""


@attrs.define(eq=False)
class Character:
    """Somebody in a story.

    Attributes:
        given: First name, folded; empty if it is not known.
        last: Last name, folded; empty likewise.
        titles: Titles that stand before the name anywhere.
        gender: "m", "f" or empty.
        shown: What to show for one without a name.
        roles: Nouns that say what he is.
        looks: Adjectives that say how he looks.
        marks: What he wears or has, where that tells him from others.
        kin: His kin, by noun.
        forms: Every form of the name, with its count.
        told: How often the narrator names him; ``called`` is how often others call him.
        before: Those whom the story told of when he came in as "a man".
        acts: How often he is the subject of the narration.
        crowd: True for more than one, and for things.
        speaks: True if a cue names him somewhere.
        talks: True if a pronoun has meant him as a speaker.
        known: True for one who was told of as known when he came in ("the old lady").
        met_new: True for one who came in without a name and is nobody's kin.
        subject_at: Sentence in which he last acted; ``seen_at`` is the one in which he was last named.
        alias: Who he turned out to be; None if nobody else.
    """

    given: str = ""
    last: str = ""
    titles: set[str] = attrs.field(factory=set)
    gender: str = ""
    shown: str = ""
    roles: set[str] = attrs.field(factory=set)
    looks: set[str] = attrs.field(factory=set)
    before: tuple[Character, ...] = ()
    marks: set[str] = attrs.field(factory=set)
    kin: dict[str, Character] = attrs.field(factory=dict)
    forms: Counter[str] = attrs.field(factory=Counter)
    told: int = 0
    called: int = 0
    alias: Character | None = None
    subject_at: int = -99
    seen_at: int = -99
    acts: int = 0
    crowd: bool = False
    speaks: bool = False
    talks: bool = False
    known: bool = False
    met_new: bool = False

    @property
    def one(self) -> Character:
        """The one meant in the end."""
        return self if self.alias is None else self.alias.one

    @property
    def named(self) -> bool:
        """True if he has a name."""
        return bool(self.given or self.last)

    @property
    def personal(self) -> bool:
        """True if something tells that this is a person and no place, ship or house."""
        return bool(not self.forms or self.titles or self.gender or self.called or self.speaks)

    @property
    def words(self) -> frozenset[str]:
        """The words of his names."""
        return frozenset(word for word in (self.given, self.last) if word)

    @property
    def bare(self) -> bool:
        """True if he is only called by one word, without a title."""
        return bool(self.forms) and all(" " not in form for form in self.forms)

    @property
    def titled(self) -> bool:
        """True if only a title with one name is known: "Miss Bartlett"."""
        return bool(self.forms) and all(_is_titled(form) for form in self.forms)

    def also(self, other: Character) -> None:
        """Turn out to have another name, too: Miss Bartlett is Charlotte."""
        if self.bare or self.titled:
            first, second = (other, self) if other.bare else (self, other)
            self.given, self.last = first.given or first.last, second.last or second.given
        other.become(self)
        self.titles |= other.titles
        self.forms += other.forms
        self.told, self.called, self.speaks = (
            self.told + other.told,
            self.called + other.called,
            self.speaks or other.speaks,
        )

    def become(self, named: Character) -> None:
        """Turn out to be somebody with a name."""
        named.roles |= self.roles
        named.looks |= self.looks
        named.marks |= self.marks
        named.gender = named.gender or self.gender
        self.alias = named

    @property
    def name(self) -> str:
        """The name to show: the fullest, but "Lord Henry" for one who is mostly called so."""
        one = self.one
        if not one.forms:
            return one.shown
        usual = max(one.forms, key=lambda form: (one.forms[form], len(form)))
        first, _, rest = usual.partition(" ")
        fullest = max(one.forms, key=lambda form: (_fullness(form), one.forms[form], form))
        if not rest or fold(first) not in _TITLES or fold(rest) != one.given or one.forms[usual] < _USUAL:
            return fullest
        often = fold(first) in _BEFORE_GIVEN or one.forms[usual] > _OFTEN * one.forms[fullest]
        return usual if often else fullest


def _is_titled(form: str) -> bool:
    title, _, rest = form.partition(" ")
    return bool(rest) and " " not in rest and fold(title) in _WITH_LAST_NAME


def differ(one: Character, other: Character) -> bool:
    """True if one is a man and the other a woman."""
    return bool(one.gender and other.gender and one.gender != other.gender)


def _fullness(form: str) -> tuple[int, int]:
    parts = [part for part in form.split() if fold(part) not in _LOOSE]
    bare = [part for part in parts if fold(part) not in _TITLES]
    return len(bare), len(parts)


_TITLES: Final = frozenset(
    "mr mrs ms miss mister sir lord lady dame dr doctor captain colonel major lieutenant general aunt uncle master "
    "madame monsieur mlle mme rev reverend parson squire father sister brother professor king queen prince princess "
    "count countess".split()
)


_WITH_LAST_NAME: Final = frozenset("mr mrs ms miss mister dr doctor captain colonel major".split())


@attrs.frozen
class Form:
    """A name where it stands: its words, and whether it is told or spoken, and called out."""

    run: NameRun
    quote: int
    called: bool


@attrs.define
class Characters:
    """Everybody whom a story names, found by the words of a mention."""

    people: list[Character]
    by_form: dict[tuple[str, ...], Character]
    lows: frozenset[str]
    known: frozenset[str]

    def of(self, run: NameRun) -> Character | None:
        """Whose name a run of capitalised words is."""
        found = self.by_form.get(_key(run))
        return None if found is None else found.one


def _key(run: NameRun) -> tuple[str, ...]:
    titles = tuple(fold(title) for title in run.titles if fold(title) not in _LOOSE)
    return (*titles[-1:], "|", *(fold(word) for word in run.words))


def characters(prose: Prose) -> Characters:
    """Everybody whom a text names, its quotations included.

    Args:
        prose: The text, taken apart.
    """
    told = [sentence.tokens for paragraph in prose.paragraphs for sentence in paragraph.sentences]
    spoken = [list(_spoken(prose, number)) for number in range(len(prose.quotations))]
    everything = [*told, *(tokens for sentences in spoken for tokens in sentences)]
    lows = frozenset(token.low for tokens in everything for token in tokens if token.kind is WORD and not token.capital)
    known = prose.surnames | {
        token.low.removesuffix("'s")
        for tokens in everything
        for before, token in pairwise(tokens)
        if token.kind is WORD and token.capital and (before.kind is WORD or before.low == ",")
    }
    told = [tokens for tokens in told if not _is_heading(tokens)]
    forms = [Form(run, -1, False) for tokens in told for run in runs_in(prose, tokens, lows, known)]
    for number, sentences in enumerate(spoken):
        for tokens in sentences:
            for run in runs_in(prose, tokens, lows, known):
                forms.append(Form(run, number, is_called(tokens, run.first, run.last)))
    made = _Maker(forms, _told_genders(prose, told, lows, known))
    for run, other in _known_as(prose, told, lows, known):
        one, same = made.by_form[_key(run)].one, made.by_form.get(_key(other))
        if same is not None and same.one is not one and not differ(one, same.one):
            one.also(same.one)
    return Characters(made.people, made.by_form, lows, known)


def _known_as(
    prose: Prose, told: Sequence[Sequence[Token]], lows: Set[str], known: Set[str]
) -> Iterator[tuple[NameRun, NameRun]]:
    """Two names for one, as in "Miss Anna Lind, known to her friends as “Pip”."""
    for tokens in told:
        for at, token in enumerate(tokens):
            if token.low not in ("known", "nicknamed"):
                continue
            before = [run for run in runs_in(prose, tokens[:at], lows, known) if at - run.last <= _BETWEEN]
            after = at + 1
            if token.low == "known":
                window = range(after, min(len(tokens), after + _WORDS_AS))
                after = next((here + 1 for here in window if tokens[here].low == "as"), len(tokens))
            if not before or after >= len(tokens):
                continue
            name = tokens[after : after + 1]
            if name[0].kind is QUOTE:
                name = next(_spoken(prose, name[0].quote), [])
                run = run_at(prose, name, 0, lows, known)[1] if name else None
                run = run if run is not None and len(name) - run.last <= 1 else None
            else:
                run = run_at(prose, tokens, after, lows, known)[1]
            if run is not None:
                yield before[-1], run


_BETWEEN: Final = 2
"""Tokens between a name and "known as", a comma and "better"."""
_WORDS_AS: Final = 10
"""Words between "known" and "as"."""


def _is_heading(tokens: Sequence[Token]) -> bool:
    """True for a line in capitals."""
    words = [token.text for token in tokens if token.kind is WORD]
    return (
        bool(words)
        and sum(word.isupper() for word in words) > 0.6 * len(words)
        and not any(token.kind is QUOTE for token in tokens)
    )


def _spoken(prose: Prose, number: int) -> Iterator[list[Token]]:
    inner, lex = prose.quotations[number].inner, prose.lex
    for sentence in sentences_of(prose.shadow, inner.start, inner.end, (), lex.words, lex.saying):
        yield sentence.tokens


def runs_in(prose: Prose, tokens: Sequence[Token], lows: Set[str], known: Set[str]) -> Iterator[NameRun]:
    """The names of people in a sentence."""
    at = 0
    while at < len(tokens):
        last, run = run_at(prose, tokens, at, lows, known)
        if run is not None:
            yield run
        at = last


def run_at(
    prose: Prose, tokens: Sequence[Token], at: int, lows: Set[str], known: Set[str]
) -> tuple[int, NameRun | None]:
    """The name of a person that begins at a token, or after a common word there; and where to look on."""
    run = name_at(tokens, at, prose.lex.words, lows, known) if tokens[at].capital else None
    if run is None:
        return at + 1, None
    run = _without_opener(tokens, run)
    return run.last, run if _is_person(run) else None


def _without_opener(tokens: Sequence[Token], run: NameRun) -> NameRun:
    """A name without the common word that a sentence begins with: "Whenever James", "Honest Jemima"."""
    if len(run.words) < 2 or run.titles or (run.first and tokens[run.first - 1].kind is WORD):
        return run
    low = run.words[0].lower()
    contracted = low.replace("’", "'").endswith(("'ll", "'ve", "'re"))
    if gender_of(low) or run.words[0].isupper():
        return run
    if not (contracted or "-" in low or is_common_word(low) or len(low) < 3):
        return run
    if contracted or gender_of(run.words[1]) or low in _OPENERS or "-" in low:
        return attrs.evolve(run, first=run.first + 1, words=run.words[1:])
    return run


_OPENERS: Final = frozenset(
    "let dearest poor honest sometimes whenever finally oh ah suddenly presently meanwhile".split()
)


def _is_person(run: NameRun) -> bool:
    if any(is_body(word.lower()) for word in run.words[:-1]) or any(word.isdigit() for word in run.words):
        return False
    if run.words[-1].lower() in _PLACES:
        return False
    if run.titles:
        return True
    if any(gender_of(word) for word in run.words[:1]):
        return True
    if len(run.words) == 1:
        low = run.words[0].lower()
        return len(low) > 1 and not is_place(low) and low not in _NOBODY
    return not is_place(" ".join(run.words).lower()) and len(run.words) <= 3 and not is_place(run.words[-1].lower())


_PLACES: Final = frozenset(
    "street road square lane hall house park country family club company county river creek valley mountain mountains "
    "island islands church school court place hill hills bridge fields woods grange heights manor abbey sea ocean lake "
    "theatre hotel inn station row gardens forest desert city town village land ladyship lordship truth fortune "
    "pension trail canyon".split()
)
_NOBODY: Final = frozenset(
    "god heaven lord christ jesus christmas easter sunday monday tuesday wednesday thursday friday saturday january "
    "february march april june july august september october november december providence nature english french "
    "german american british irish scotch spanish italian chapter sir madam miss ma'am mamma papa mother father "
    "bible gospel latin greek heavens goodness majesty honour highness ladyship lordship street".split()
)


def is_called(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True if words are called out: signs on either side, or the sentence's end ("Nonsense, Fergus!")."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if after is not None and (after.kind is WORD or after.low not in _CALL_SIGNS):
        return False
    if before is None:
        return after is not None or last - first == len(tokens)
    if before.kind is WORD:
        return before.low in BEFORE_ADDRESS or before.low == "you"
    return before.low in _CALL_SIGNS


_CALL_SIGNS: Final = frozenset([",", "!", "?", ".", ";", "--", "—", "–", "...", "…"])


class _Maker:
    """Puts forms of names together: full names first, then titled ones, then single words."""

    def __init__(self, forms: Sequence[Form], told: Mapping[tuple[str, ...], Counter[str]]) -> None:
        self.people: list[Character] = []
        self.by_form: dict[tuple[str, ...], Character] = {}
        self.by_word: dict[str, list[Character]] = {}
        self.told = told
        self.bare = Counter(_key(form.run)[-1] for form in forms if len(_key(form.run)) == 2 and form.quote < 0)
        counts = Counter(_key(form.run) for form in forms)
        runs = {_key(form.run): form.run for form in reversed(forms)}
        rank = {key: at for at, key in enumerate(dict.fromkeys(_key(form.run) for form in forms))}
        for key in sorted(counts, key=lambda key: (-min(len(runs[key].words), 2), key[0] == "|", rank[key])):
            one = self._whose(runs[key])
            self.by_form[key] = one
            self._learn(one, key, runs[key], counts[key])
        for form in forms:
            one = self.by_form[_key(form.run)]
            if form.quote < 0:
                one.told += 1
            elif form.called:
                one.called += 1

    def _whose(self, run: NameRun) -> Character:
        words = [fold(word) for word in run.words]
        titles = {fold(title) for title in run.titles} - _LOOSE
        gender = _gender(run) or self._told_gender(_key(run))
        near = self.by_word.get(words[-1], [])[:_MOST_NAMED]
        if len(words) == 1 and not near and not titles:
            near = self.people[:_MOST_NAMED]  # it may be short for another name
        fits = [one for one in near if _may_bear(one, titles, gender)]
        if len(words) > 1:
            found = [one for one in fits if one.last == words[-1] and given_fits(one.given, words[0])]
        else:
            found = self._by_word(fits, words[0], titles)
        if len(found) == 1 or (found and len(words) > 1):
            return found[0]
        one = Character()
        self.people.append(one)
        return one

    def _told_gender(self, key: tuple[str, ...]) -> str:
        """What "he" and "she" after a name tell: clearly, or not at all."""
        told = self.told.get(key, Counter[str]())
        men, women = told["m"], told["f"]
        if max(men, women) < 2 * min(men, women) + 1:
            return ""
        return "m" if men > women else "f"

    def _by_word(self, fits: Sequence[Character], word: str, titles: Set[str]) -> list[Character]:
        given = _foremost([one for one in fits if one.given == word])
        last = [one for one in fits if one.last == word]
        if titles and not titles <= _BEFORE_GIVEN:
            if titles & MARRIED:  # a story that calls one "Mary" seldom calls her "Mrs. Lennox" too
                last = [one for one in last if not one.given or self.bare[one.given] < _BY_FIRST_NAME]
            return last or given
        if titles:
            return (last if titles <= {"miss"} else []) or given or last
        if given or last:
            return given or [one for one in last if one.gender != "f"]  # a last name alone is a man's
        short = [one for one in fits if one.given and given_fits(word, one.given) and len(word) > 1]
        return short or [one for one in fits if one.given and may_be_short(word, one.given)]

    def _learn(self, one: Character, key: tuple[str, ...], run: NameRun, count: int) -> None:
        words = [fold(word) for word in run.words]
        titles = {fold(title) for title in run.titles} - _LOOSE
        if len(words) > 1:
            one.given, one.last = one.given if len(one.given) > len(words[0]) else words[0], words[-1]
        elif not one.named:
            if titles and not titles <= _BEFORE_GIVEN:
                one.last = words[0]
            else:
                one.given = words[0]
        for word in one.words:
            bearers = self.by_word.setdefault(word, [])
            if one not in bearers:
                bearers.append(one)
        one.titles |= titles
        one.roles |= titles
        one.gender = one.gender or _gender(run) or self._told_gender(key)
        one.forms[shown(run)] += count


def _foremost(bearers: Sequence[Character]) -> list[Character]:
    """Of several with one first name the one of whom the story tells, the others hardly being in it."""
    ranked = sorted(bearers, key=lambda one: -one.forms.total())
    clear = len(ranked) > 1 and ranked[0].forms.total() >= _FOREMOST * ranked[1].forms.total()
    return ranked[:1] if clear else list(bearers)


def shown(run: NameRun) -> str:
    """A name as it is to be read: with its title, where that is one."""
    titles = [title for title in run.titles if fold(title) in _TITLES]
    return " ".join([*(title.rstrip(".").capitalize() + _point(title) for title in titles[-1:]), *run.words])


def _point(title: str) -> str:
    return "." if title.rstrip(".") in ("mr", "mrs", "dr", "ms") else ""


_GENDERS: Final = dict(pair.split("=") for pair in GENDERED_TITLES.split())


def _gender(run: NameRun) -> str:
    for title in run.titles:
        kind = _GENDERS.get(title.rstrip("."))
        if kind:
            return kind
    return gender_of(run.words[0]) if len(run.words) > 1 or not run.titles else ""


def _may_bear(one: Character, titles: Set[str], gender: str) -> bool:
    if gender and one.gender and gender != one.gender:
        return False
    if (titles & MARRIED and one.titles & UNMARRIED) or (titles & UNMARRIED and one.titles & MARRIED):
        return False
    kin = {title for title in titles | one.titles if title in KIN and title not in ("father", "sister", "brother")}
    return len(kin) < 2


def _told_genders(
    prose: Prose, told: Sequence[Sequence[Token]], lows: Set[str], known: Set[str]
) -> dict[tuple[str, ...], Counter[str]]:
    """For each form, how often a sentence that has no other name goes on with "he" or "his", "she" or "her"."""
    found: dict[tuple[str, ...], Counter[str]] = {}
    for tokens in told:
        runs = list(runs_in(prose, tokens, lows, known))
        if not runs or len({_key(run) for run in runs}) != 1:
            continue
        if runs[0].first and tokens[runs[0].first - 1].kind is WORD and tokens[runs[0].first - 1].low != "and":
            continue  # "In the Pension Bertolini he …" tells nothing
        kind = next((_TELLING[token.low] for token in tokens[runs[0].last :] if token.low in _TELLING), "")
        if kind:
            found.setdefault(_key(runs[0]), Counter())[kind] += 1
    return found


_TELLING: Final = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
