"""The people of a text: which mentions mean one person, and whether two speakers are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.model import Text
from quotecheck.speech.agreement import Sameness, agree, excluded, is_thing, unlike
from quotecheck.speech.likeness import fold, skeleton
from quotecheck.speech.mentions import find_people
from quotecheck.speech.names import Name, NameKind, bare_name, likely_gender, read_name
from quotecheck.speech.naming import EPITHETS, FAMILY_TITLES, OFFICE_LIMITS, REGNAL_TITLES
from quotecheck.speech.narration import Narration
from quotecheck.speech.places import is_peoples
from quotecheck.speech.turns import Turn, read_turns

__all__ = ["Person", "Register", "Sameness", "compare", "find_people"]

_MOST_NAMESAKES: Final = 24  # people of one last name that a mention is compared with


@attrs.frozen
class Person:
    """Somebody whom a text names.

    Attributes:
        number: Place in the register, from 0: no two people share it.
        name: The fullest name.
        names: Every form that was found, taken apart.
        roles: Word sets of the offices that the text ties to the name.
        labelled: True if a transcript's label names this one.
    """

    number: int
    name: str
    names: tuple[Name, ...] = attrs.field(repr=False)
    roles: tuple[frozenset[str], ...] = attrs.field(default=(), repr=False)
    labelled: bool = False

    @property
    def gender(self) -> str | None:
        """ "m" or "f" where one of the forms tells; None where none does or they disagree."""
        told = {name.gender for name in self.names if name.gender}
        return told.pop() if len(told) == 1 else None


@attrs.define
class _Draft:
    """A person while the register is made."""

    name: str
    names: list[Name]
    roles: list[frozenset[str]]
    labelled: bool = False


@attrs.frozen
class Register:
    """The people of a text. Made once; asking changes nothing.

    Attributes:
        people: In order of their fullest names' first mention.
        compared: What ``compare`` said of two mentions, remembered.
    """

    people: tuple[Person, ...]
    _aliases: Mapping[str, int] = attrs.field(repr=False)
    _by_word: Mapping[str, tuple[int, ...]] = attrs.field(repr=False)
    _by_role: Mapping[str, tuple[int, ...]] = attrs.field(repr=False)
    _narration: Narration | None = attrs.field(default=None, repr=False, eq=False)
    compared: dict[tuple[str, str], Sameness] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @classmethod
    def of(
        cls,
        names: Iterable[str],
        people: Mapping[str, Iterable[str]] = {},
        *,
        roles: Mapping[str, Iterable[str]] = {},
        labels: Mapping[str, str] = {},
        aliases: Mapping[str, str] = {},
    ) -> Register:
        """Makes the register of some mentions.

        Args:
            names: Mentions as they stand in a text, offices before them included.
            people: Names and their other forms, as a user ties them.
            roles: Offices by name, as appositions tie them ("Jan Hecker" → "spokesman for the union").
            labels: A transcript's labels and the names behind them.
            aliases: Other names that the text gives people, and their names ("Bear" → "Ada Brook").

        Returns:
            People, each with every form that can only be theirs.
        """
        maker = _Maker()
        for name, forms in people.items():
            maker.tie(name, forms)
        for label, name in labels.items():
            maker.label(label, name)
        distinct = dict.fromkeys(" ".join(name.split()) for name in names)
        taken_apart = [(written, read_name(written)) for written in distinct]
        taken_apart.sort(key=lambda pair: -min(len(pair[1].words), 3))
        families = {taken.words[-1] for _, taken in taken_apart if len(taken.words) > 1}
        for alias, written in aliases.items():
            if fold(alias.split()[-1]) not in families:
                maker.also_called(written, alias)
        for mention, taken in taken_apart:
            maker.add(mention, taken)
        for written, offices in roles.items():
            maker.give_roles(written, offices)
        return maker.register()

    @classmethod
    def of_text(
        cls, text: Text, people: Mapping[str, Iterable[str]] = {}, turns: Sequence[Turn] | None = None
    ) -> Register:
        """The people that a text names: its labels, what is known of it, and the names in its words.

        Args:
            text: A source or draft.
            people: Names and their other forms, as a user ties them.
            turns: Its turns, if they were read already.
        """
        taken = read_turns(text) if turns is None else turns
        labels = {turn.label.text: turn.speaker for turn in taken if turn.speaker and not turn.shared}
        labels.update(text.labels)
        known = [name for name in (text.speaker, text.author) if name]
        mentions = find_people(text.content)
        roles: dict[str, list[str]] = defaultdict(list)
        for mention in mentions:
            if mention.role:
                roles[mention.name].append(mention.role)
        names = [*known, *dict.fromkeys(mention.name for mention in mentions)]
        aliases = {mention.alias: mention.name for mention in reversed(mentions) if mention.alias}
        made = cls.of(names, people, roles=roles, labels=labels, aliases=aliases)
        return attrs.evolve(made, narration=Narration(text.content))

    def is_told_of(self, mention: str) -> bool:
        """True if a text that is told by an "I" tells of the one named as of somebody else.

        Args:
            mention: A name.

        Returns:
            False also where the text does not say "I" outside its quotations, or the name is nobody's who speaks there.
        """
        if self._narration is None or not self._narration.first_person:
            return False
        name = read_name(mention)
        person = self.resolve(mention)
        forms = [name.words, *(form.words for form in person.names)] if person else [name.words]
        return name.kind is NameKind.PERSON and any(words in self._narration.others for words in forms)

    def as_called(self, name: Name) -> Name:
        """A people's adjective as a name where the text has somebody go by it: “Come,” said Irish."""
        told = self._narration
        if name.kind is not NameKind.ORGANISATION or not is_peoples(name.words) or told is None:
            return name
        return attrs.evolve(name, kind=NameKind.PERSON) if name.words in told.nicknamed else name

    def as_titled(self, name: Name) -> Name:
        """A name alone with the title that the text never says it without: "Paul" of a text that has a St. Paul."""
        if name.kind is not NameKind.PERSON or len(name.words) != 1 or name.titles or name.role:
            return name
        numbers = self._by_word.get(skeleton(name.words[0]), ())[:_MOST_NAMESAKES]
        forms = [form for number in numbers for form in self.people[number].names if form.words == name.words]
        titled = all((form.titles | form.role) & REGNAL_TITLES for form in forms)
        return forms[0] if forms and titled else name

    def tells_apart(self, one: Person, other: Person) -> bool:
        """True if one sentence outside the quotations names both: they are two."""
        if self._narration is None or one.number == other.number:
            return False
        return self._narration.tells_apart((form.words for form in one.names), (form.words for form in other.names))

    def calls_apart(self, office: Name, name: Name) -> bool:
        """True if a text whose people go by "the King" and "the Hatter" has both of them speak."""
        told = self._narration
        if told is None or name.kind is not NameKind.PERSON or name.words not in told.called:
            return False
        return office.kind is NameKind.ROLE and any(role <= office.role for role in told.offices)

    def resolve(self, mention: str) -> Person | None:
        """The one person that a mention can mean; None if it can mean nobody or several."""
        fits = self.candidates(mention)
        return fits[0] if len(fits) == 1 else None

    def candidates(self, mention: str) -> tuple[Person, ...]:
        """Everybody whom a mention can mean.

        Args:
            mention: A name, a last name, an office, a label. A pronoun means nobody without its place.
        """
        alias = self._aliases.get(_key(mention))
        if alias is not None:
            return (self.people[alias],)
        name = read_name(mention)
        found: tuple[Person, ...] = ()
        if name.kind in (NameKind.PERSON, NameKind.ORGANISATION):
            found = self._named(name)
        elif name.kind is NameKind.ROLE:
            found = self._in_office(name)
        # In a transcript a name is, before all, one of those who speak.
        return tuple(person for person in found if person.labelled) or found

    def _named(self, name: Name) -> tuple[Person, ...]:
        found: dict[int, bool] = {}
        for number in self._near(name):
            forms = [form for form in self.people[number].names if form.words]
            verdicts = [agree(name, form) for form in forms]
            if Sameness.SAME in verdicts and not any(excluded(name, form) for form in self.people[number].names):
                found[number] = any(form.words[-1] == name.words[-1] for form in forms)
        if len(name.words) == 1 and any(found.values()):
            found = {number: last for number, last in found.items() if last}
        return tuple(self.people[number] for number in sorted(found))

    def _near(self, name: Name) -> list[int]:
        words = [name.words[-1], name.words[0], "".join(word[0] for word in name.words)]
        numbers = dict.fromkeys(_namesakes(self._by_word, words, name))
        if len(name.words) == 1 and 2 <= len(name.words[0]) <= 5:
            numbers.update(dict.fromkeys(self._by_word.get("=" + name.words[0], ())[:_MOST_NAMESAKES]))
        return list(numbers)

    def _in_office(self, name: Name) -> tuple[Person, ...]:
        """People with exactly this office; else those whose office says more than the mention."""
        numbers: dict[int, None] = {}
        for word in sorted(name.role):
            numbers.update(dict.fromkeys(self._by_role.get(word, ())[:_MOST_NAMESAKES]))
        people = [self.people[number] for number in sorted(numbers)]
        people = [one for one in people if not (name.gender and one.gender and name.gender != one.gender)]
        exact = [one for one in people if name.role in one.roles]
        return tuple(exact or [one for one in people if any(_is_held(name.role, role) for role in one.roles)])


def _is_held(mentioned: frozenset[str], office: frozenset[str]) -> bool:
    """True if an office says no less than a mention of it, and nothing that makes it another: a former, a deputy."""
    return mentioned <= office and not (office - mentioned) & OFFICE_LIMITS


def _both_ends(name: Name) -> str:
    return f"{skeleton(name.words[0])} {skeleton(name.words[-1])}"


def _namesakes(by_word: Mapping[str, Sequence[int]], words: Sequence[str], name: Name) -> list[int]:
    """People who share a word with a name. Of a crowd of one last name, only those who share the first name too."""
    found: dict[int, None] = {}
    for word in dict.fromkeys(words):
        near = by_word.get(skeleton(word), ())
        if len(near) > _MOST_NAMESAKES and len(name.words) > 1:
            near = by_word.get(_both_ends(name), ())
        found.update(dict.fromkeys(near[:_MOST_NAMESAKES]))
    return list(found)


class _Maker:
    """Puts mentions together to people."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.aliases: dict[str, int] = {}
        self.by_word: dict[str, list[int]] = defaultdict(list)

    def tie(self, written: str, forms: Iterable[str]) -> int:
        number = self._new(written, read_name(written))
        for form in forms:
            self.aliases[_key(form)] = number
            self._also(number, read_name(form))
        return number

    def label(self, label: str, written: str) -> None:
        number = self.aliases.get(_key(written))
        if number is None:
            number = self._new(written, read_name(written))
        self.drafts[number].labelled = True
        self.aliases.setdefault(_key(label), number)
        self._also(number, read_name(label))

    def also_called(self, written: str, alias: str) -> None:
        number = self._whose(written, read_name(written))
        if number is not None:
            self.aliases.setdefault(_key(alias), number)

    def _also(self, number: int, name: Name) -> None:
        """A form that is tied from outside counts as a form of the name only if it looks like one ("CDR" does not)."""
        if agree(name, self.drafts[number].names[0]) is not Sameness.DIFFERENT:
            self._form(number, name)

    def add(self, written: str, name: Name) -> None:
        if name.kind not in (NameKind.PERSON, NameKind.ORGANISATION):
            return
        number = self._whose(written, name)
        if number is not None:
            self._form(number, name)
            if len(name.words) > len(self.drafts[number].names[0].words) and not self.drafts[number].labelled:
                self.drafts[number].name = bare_name(written, name)

    def give_roles(self, written: str, offices: Iterable[str]) -> None:
        name = read_name(written)
        number = self._whose(written, name) if name.words else None
        if number is not None:
            for office in offices:
                role = read_name(office)
                self.drafts[number].roles.append(role.role | (frozenset(role.words) if role.role else frozenset()))

    def _whose(self, written: str, name: Name) -> int | None:
        """Whose form a name is; a new person's if nobody's; None if several could be meant."""
        alias = self.aliases.get(_key(written))
        if alias is not None:
            return alias
        fits = [number for number in self._near(name) if self._fits(number, name)]
        if len(name.words) == 1 and len(fits) > 1:
            last = [
                number for number in fits if any(form.words[-1:] == name.words for form in self.drafts[number].names)
            ]
            fits = last or fits
        if len(fits) > 1:
            return fits[0] if len(name.words) > 1 else None
        return fits[0] if fits else self._new(written, name)

    def _fits(self, number: int, name: Name) -> bool:
        forms = [form for form in self.drafts[number].names if form.words]
        if any(excluded(name, form) for form in forms):
            return False
        if len(name.words) == 1:  # "Hazel" and "Smith" are one if a fuller name has both
            forms = [form for form in forms if len(form.words) > 1] or forms
        verdicts = [agree(name, form) for form in forms]
        return Sameness.SAME in verdicts and Sameness.DIFFERENT not in verdicts

    def _near(self, name: Name) -> list[int]:
        return _namesakes(self.by_word, [name.words[-1], name.words[0]], name)

    def _new(self, written: str, name: Name) -> int:
        number = len(self.drafts)
        self.drafts.append(_Draft(bare_name(written, name), [], []))
        self.aliases.setdefault(_key(written), number)
        self._form(number, name)
        return number

    def _form(self, number: int, name: Name) -> None:
        draft = self.drafts[number]
        if name not in draft.names and len(draft.names) < _MOST_NAMESAKES:
            draft.names.append(name)
            keys = [skeleton(word) for word in name.words]
            if len(name.words) > 1:
                keys.append("=" + "".join(word[0] for word in name.words))
                keys.append(_both_ends(name))
            for key in dict.fromkeys(keys):
                if number not in self.by_word[key][-3:]:
                    self.by_word[key].append(number)
        if name.role:
            draft.roles.append(name.role)

    def register(self) -> Register:
        people = tuple(
            Person(number, draft.name, tuple(draft.names), tuple(dict.fromkeys(draft.roles)), draft.labelled)
            for number, draft in enumerate(self.drafts)
        )
        by_role: dict[str, list[int]] = defaultdict(list)
        for one in people:
            for word in dict.fromkeys(word for role in one.roles for word in sorted(role)):
                by_role[word].append(one.number)
        frozen = {key: tuple(numbers) for key, numbers in self.by_word.items()}
        return Register(people, dict(self.aliases), frozen, {key: tuple(numbers) for key, numbers in by_role.items()})


def compare(given: str, found: str, register: Register | None = None) -> Sameness:
    """Whether two mentions mean one speaker.

    Args:
        given: The speaker that a draft names.
        found: The speaker that the source gives.
        register: The people of the source; None to go by the words alone.

    Returns:
        ``SAME`` if the names agree or the source ties them; ``DIFFERENT`` if they exclude each other or the source
        has two people; ``UNSURE`` where an office, a pronoun or a shared last name leaves it open.
    """
    if register is None:
        return _compared(given, found, None)
    known = register.compared.get((given, found))
    if known is None:
        if len(register.compared) >= _MOST_COMPARED:
            register.compared.clear()
        known = register.compared[given, found] = _compared(given, found, register)
    return known


_MOST_COMPARED: Final = 4096
"""Pairs of mentions that a register remembers: the same few speakers are compared again and again."""


def _compared(given: str, found: str, register: Register | None) -> Sameness:
    one, other = read_name(given), read_name(found)
    if register is not None:
        one, other = (register.as_titled(register.as_called(name)) for name in (one, other))
    if NameKind.PRONOUN in (one.kind, other.kind):
        return _by_pronoun(one, other, given, found, register)
    if _key(given) != _key(found) and _is_anothers(given) != _is_anothers(found):
        return Sameness.UNSURE
    if _key(given) == _key(found):
        return Sameness.UNSURE if one.kind is NameKind.NOBODY else Sameness.SAME
    by_words = agree(one, other)
    if by_words is Sameness.UNSURE and _are_unlike(one, other, given, found, register):
        return Sameness.DIFFERENT
    if register is None:
        return by_words
    if _asks_only(one, given, found, register) or _asks_only(other, found, given, register):
        return Sameness.DIFFERENT
    mine, theirs = register.candidates(given), register.candidates(found)
    if len(mine) == 1 and len(theirs) == 1:
        return _two(mine[0], theirs[0], one, other, by_words, register)
    if mine and theirs and {person.number for person in mine} & {person.number for person in theirs}:
        return Sameness.UNSURE
    if by_words is Sameness.SAME and len(mine) > 1:
        return Sameness.UNSURE
    if by_words is Sameness.UNSURE and mine and theirs and _disjoint_names(one, other):
        return Sameness.DIFFERENT
    return by_words


_OWNED: Final = re.compile(r"(?P<owner>\w[\w.’' -]*?)['’]s? (?P<head>[a-z][\w-]*)$")
_FOR: Final = re.compile(r"(?:(?:an?|the|one) )?(?P<head>[a-z][\w -]*?) (?:for|of|to|with) (?P<owner>[^\W\da-z_].*)$")
_OWN_WORDS: Final = frozenset("statement words speech letter tweet post message account testimony book".split())
_LONGEST: Final = 120
"""Code points of a mention that is looked at for an owner."""


def _is_anothers(mention: str) -> bool:
    """As in "Ana Ruiz's husband", "a friend of Ana Ruiz", "a letter to Ana Ruiz": not the person named."""
    if len(mention) > _LONGEST:
        return False
    found = _OWNED.match(mention) or _FOR.match(mention)
    if found is None or (found.re is _OWNED and found["head"] in _OWN_WORDS):
        return False
    name = read_name(found["owner"])
    return name.kind is NameKind.PERSON and (len(name.words) > 1 or bool(name.titles))


def _may_be_one(mine: Person, theirs: Person, one: Name, other: Name) -> bool:
    """ "Sir John" and "Durbeyfield" where the text has a Jack Durbeyfield: a first and a last name."""
    if mine.labelled and theirs.labelled:
        return False
    if _may_be_halves(mine, theirs) or _may_be_halves(theirs, mine):
        return True
    for person, name in ((mine, other), (theirs, one)):
        forms = [form for form in person.names if form.words]
        if len(name.words) == 1 and any(agree(name, form) is not Sameness.DIFFERENT for form in forms):
            return not any(excluded(name, form) for form in forms)
    return False


def _may_be_halves(first: Person, last: Person) -> bool:
    """ "Rose" and "Lady Burlesdon" where no name tells that they are two: a given name, a title and a last name."""
    if any(len(form.words) != 1 for form in (*first.names, *last.names)):
        return False
    genders = {likely_gender(form) for form in first.names}
    if genders not in ({"m"}, {"f"}) or last.gender not in {None, *genders}:
        return False
    bare = not any(form.titles or form.role for form in first.names)
    return bare and all((form.titles | form.role) & FAMILY_TITLES for form in last.names)


def _are_unlike(one: Name, other: Name, given: str, found: str, register: Register | None) -> bool:
    """A description and a name that it cannot fit: "his mother" and Oliver, "the child" and Sir Henry."""
    for described, named, text, name in ((one, other, given, found), (other, one, found, given)):
        if described.kind is not NameKind.ROLE or named.kind is not NameKind.PERSON:
            continue
        person = register.resolve(name) if register else None
        if person and register and person.number in {fit.number for fit in register.candidates(text)}:
            return False  # the text ties them, whatever they seem
        if register and register.calls_apart(described, named):
            return True
        if is_thing(described):
            return True
        forms = [named, *(person.names if person else ())]
        return any(unlike(described, form, _gender_told(forms)) for form in forms)
    return False


def _gender_told(forms: Sequence[Name]) -> str | None:
    """What a title tells, else the given name of the fullest form; a word alone may be a last name."""
    by_title = {form.gender for form in forms if form.gender}
    if by_title:
        return by_title.pop() if len(by_title) == 1 else None
    fullest = max(forms, key=lambda form: len(form.words))
    return None if len(fullest.words) == 1 and any(form.titles - EPITHETS for form in forms) else likely_gender(fullest)


_ASKERS: Final = frozenset(
    {"q", "question", "questions", "reporter", "reporters", "audience", "the press", "press", "caller"}
)


def _asks_only(name: Name, label: str, named: str, register: Register) -> bool:
    """True if a label of those who ask stands against one with a label of his own: "Q" is not the press secretary."""
    if label.casefold().strip(".: ") not in _ASKERS:
        return False
    person = register.resolve(named)
    return person is not None and person.labelled and name.kind is not NameKind.PERSON


def _two(mine: Person, theirs: Person, one: Name, other: Name, by_words: Sameness, register: Register) -> Sameness:
    """Each mention can mean one person only."""
    if mine.number == theirs.number:
        # A tie by last name alone does not outweigh two given names or titles that exclude each other; names that
        # share no word were tied by the text or by the house's own list.
        alone = by_words is Sameness.DIFFERENT and _both_full(one, other) and bool(set(one.words) & set(other.words))
        return Sameness.DIFFERENT if alone else Sameness.SAME
    if by_words is Sameness.SAME:
        return Sameness.DIFFERENT if mine.labelled and theirs.labelled else Sameness.UNSURE
    if len(one.words) == len(other.words) == 1 and _may_be_one(mine, theirs, one, other):
        return Sameness.DIFFERENT if register.tells_apart(mine, theirs) else Sameness.UNSURE
    if by_words is Sameness.DIFFERENT or (mine.labelled and theirs.labelled):
        return Sameness.DIFFERENT
    if NameKind.ORGANISATION in (one.kind, other.kind):
        return Sameness.UNSURE
    if NameKind.ROLE in (one.kind, other.kind):
        # An office of one word ("the minister") may be held by one whom the text has not introduced with it.
        office, holder, rival = (one, mine, theirs) if one.kind is NameKind.ROLE else (other, theirs, mine)
        known = office.role in holder.roles and bool(rival.roles)
        return Sameness.DIFFERENT if len(office.role) > 1 or known else Sameness.UNSURE
    return by_words


def _both_full(one: Name, other: Name) -> bool:
    return excluded(one, other) or (len(one.words) > 1 and len(other.words) > 1)


def _disjoint_names(one: Name, other: Name) -> bool:
    return one.kind is other.kind is NameKind.PERSON and not set(one.words) & set(other.words)


_FIRST_PERSON: Final = frozenset({"i", "me", "ich", "je", "yo"})


def _by_pronoun(one: Name, other: Name, given: str, found: str, register: Register | None) -> Sameness:
    for pronoun, named in ((given, found), (found, given)):
        if register and pronoun.strip().casefold() in _FIRST_PERSON and register.is_told_of(named):
            return Sameness.DIFFERENT
    genders = []
    for name, written in ((one, given), (other, found)):
        person = register.resolve(written) if register and name.kind is NameKind.PERSON else None
        forms = [name, *(person.names if person else ())]
        genders.append(_gender_told(forms) if name.kind is NameKind.PERSON else name.gender)
    contradicted = genders[0] and genders[1] and genders[0] != genders[1]
    return Sameness.DIFFERENT if contradicted else Sameness.UNSURE


def _key(written: str) -> str:
    return " ".join(word for word in (fold(word) for word in written.split()) if word and word != "the")
