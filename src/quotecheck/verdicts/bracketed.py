"""What words and letters in brackets do to what they stand in or stand for: whether they rewrite it (QC408).

A bracket is read twice: with its letters and without them. Where the reading with them negates the one without, weakens
it or makes another word of it, the bracket hides what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from quotecheck.language.declaring import is_obscene, masks_name, masks_word
from quotecheck.language.function_words import Person, is_auxiliary, is_function_word, person_of
from quotecheck.language.given_names import FEMALE, MALE
from quotecheck.language.limits import PRIVATIVE
from quotecheck.language.morphology import is_known_word, lemmas, parts_of_speech
from quotecheck.language.names import is_title
from quotecheck.language.negation import is_implicit_negation, is_negation, splits_negation
from quotecheck.language.opposites import are_opposites, related
from quotecheck.language.spelling import same_word
from quotecheck.language.strength import Scale, strength_class
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.text.punctuation import ends_clause, sentence_ends
from quotecheck.text.tokens import Tokens, tokenize

_BRACKET: Final = regex.compile(r"[\[(]([^\[\]()]{1,80}+)[\])]")
_RUN: Final = regex.compile(r"(?:[^\s\[\]()]|[\[(][^\[\]()]{1,80}+[\])])++")
_MOSTLY: Final = 0.75
"""Share of a statement's words from which the brackets are the statement."""
_PREFIXES: Final = frozenset("mis un dis non anti ex pseudo over under out de quasi".split())
"""Prefixes that make another word of any word that they are put before."""
_OTHERS: Final = frozenset({Person.HE, Person.SHE, Person.IT, Person.THEY})
_OWN: Final = frozenset({Person.I, Person.WE})
_SEXES: Final = frozenset({Person.HE, Person.SHE})


def bracket_hides(one: Difference, comparison: Comparison, language: str) -> bool:
    """True if a bracket negates, weakens or reverses what it stands for, or what it is part of.

    Args:
        one: A difference of the kind BRACKETED.
        comparison: The statement against its passage.
        language: BCP 47 tag of the source.
    """
    said = _stood_for(one, comparison)
    written = comparison.query.keys[one.first : one.past]
    if any(are_opposites(key, other) for key in said for other in written if key != other):
        return True
    if said and masks_word(comparison.written(one), language) and not any(is_obscene(key, language) for key in said):
        return True  # it makes the speaker swear who did not
    if _takes_back(one, comparison, written) or _other_speaker(said, written):
        return True
    if _other_deed(said, written) or _other_modal(said, written) or _other_sex(said, written):
        return True
    if any(denies(key, language) for key in said) != any(denies(key, language) for key in written):
        return any(denies(key, language) for key in said) or not one.is_case
    if _rewrites(one, comparison, language) or _makes_former(one, comparison):
        return True
    if masks_name(comparison.written(one), language):
        return False
    return _other_name(one, comparison) or _another_name(one, comparison) or _other_predicate(one, comparison)


def puts_words(one: Difference, comparison: Comparison) -> bool:
    """True for a bracket that puts words of its own, and not only letters or a form of the source's word."""
    if one.kind is not DifferenceKind.BRACKETED or one.first >= one.past:
        return False
    if not one.is_case:
        return True
    key, said = comparison.query.keys[one.first], comparison.source.keys[one.start]
    return bool(comparison.query.optional[one.first]) and not lemmas(key) & lemmas(said)


def bracketed_mostly(comparison: Comparison) -> bool:
    """True if a statement stands in brackets but for a few words."""
    query = comparison.query
    return len(query) > 0 and sum(query.optional) >= _MOSTLY * len(query)


def denies(key: str, language: str) -> bool:
    """True if a word negates, by itself or by what it means: "not", "refuse"."""
    if is_negation(key, language) or splits_negation(key) is not None:
        return True
    return language.startswith("en") and is_implicit_negation(key)


def _stood_for(one: Difference, comparison: Comparison) -> Sequence[str]:
    """The source's words in whose place a bracket stands; at the statement's beginning, the one before the passage."""
    keys = comparison.source.keys
    if one.start < one.end:
        return keys[one.start : one.end]
    before = _before_passage(one, comparison)
    return keys[before : before + 1] if before is not None else ()


def _before_passage(one: Difference, comparison: Comparison) -> int | None:
    """The source's token before the passage, where a bracket at the statement's beginning stands for it."""
    source, at = comparison.source, one.start - 1
    if one.first != 0 or one.start != one.end or at < 0 or one.start >= len(source):
        return None
    return None if ends_clause(source.before(one.start)) else at


def _takes_back(one: Difference, comparison: Comparison, written: Sequence[str]) -> bool:
    """True if a bracket only adds, and adds the opposite of a word beside it: "We won [lost] the war"."""
    if one.start != one.end:
        return False
    beside = comparison.source.keys[max(0, one.start - 1) : one.start + 1]
    return len(written) == 1 and any(are_opposites(key, written[0]) for key in beside)


def _other_speaker(said: Sequence[str], written: Sequence[str]) -> bool:
    """True if the speaker is put for others: "[We]" for "They". Others for the speaker is how speech is reported."""
    if len(said) != 1 or len(written) != 1:
        return False
    return person_of(said[0]) in _OTHERS and person_of(written[0]) in _OWN


def _other_deed(said: Sequence[str], written: Sequence[str]) -> bool:
    """True if a verb is put in brackets for another verb that is not related to it."""
    old = [key for key in said if parts_of_speech(key) == {"v"}]
    new = [key for key in written if "v" in parts_of_speech(key)]
    if not old or not new or any(lemmas(key) & lemmas(other) for key in old for other in new):
        return False
    return not any(related(key, other) for key in old for other in new)


def _other_modal(said: Sequence[str], written: Sequence[str]) -> bool:
    """True if a modal is put for one of another strength: "[might]" for "will"."""
    old = {found.rank for key in said if (found := strength_class(key)) and found.scale is Scale.MODALITY}
    new = {found.rank for key in written if (found := strength_class(key)) and found.scale is Scale.MODALITY}
    return bool(old and new) and old != new


def _other_sex(said: Sequence[str], written: Sequence[str]) -> bool:
    """True if "she" is put for "he", or "him" for "her"."""
    old = {person for key in said if (person := person_of(key)) in _SEXES}
    new = {person for key in written if (person := person_of(key)) in _SEXES}
    return bool(old and new) and not old & new


def _rewrites(one: Difference, comparison: Comparison, language: str) -> bool:
    """True if the words around a bracket's letters are turned by them: "can['t]", "(un)happy", "a[n im]possible"."""
    query = comparison.query
    passage = comparison.source.keys[max(0, one.start - 1) : one.end + 1]
    for run in _RUN.finditer(query.text, max(0, one.statement.start - 90), one.statement.end + 90):
        if run.end() <= one.statement.start or run.start() >= one.statement.end or not _attached(run[0]):
            continue
        bare = tokenize(_BRACKET.sub(lambda match: " " if " " in match[0] else "", run[0])).keys
        full = tokenize(_BRACKET.sub(r"\1", run[0])).keys
        new = [key for key in full if key not in bare and key not in passage]
        old = [key for key in bare if key not in full] if new else []
        if new and any(denies(key, language) for key in new) != any(denies(key, language) for key in old):
            return True
        if any(_another_word(key, other) for key in old for other in new):
            return True
    return False


def _attached(run: str) -> bool:
    """True if letters stand directly before or after a bracket."""
    return any(
        run[match.start() - 1 : match.start()].isalpha() or run[match.end() : match.end() + 1].isalpha()
        for match in _BRACKET.finditer(run)
    )


def _another_word(bare: str, full: str) -> bool:
    """True if the letters put before a word make its opposite or another word of it: "spent", "misspent"."""
    if are_opposites(bare, full):
        return True
    if is_function_word(bare) or len(bare) < 3 or not full.endswith(bare):
        return False
    if full.removesuffix(bare) in _PREFIXES:
        return True
    return is_known_word(bare) and is_known_word(full) and not lemmas(bare) & lemmas(full)


def _makes_former(one: Difference, comparison: Comparison) -> bool:
    """True for a bracket that only says that a thing is not what it is called: "my [former] friends"."""
    written = comparison.query.keys[one.first : one.past]
    if one.start != one.end or one.past >= len(comparison.query):
        return False
    named = comparison.query.tokens.word(one.past)[:1].isupper()
    alone = len(written) == 1 and written[0] in PRIVATIVE
    return not named and (alone or "-".join(written) in {"so-called", "would-be", "self-styled"})


def _other_name(one: Difference, comparison: Comparison) -> bool:
    """True if a bracket at the beginning puts a person's name for another name."""
    before = _before_passage(one, comparison)
    if before is None:
        return False
    said = comparison.source.keys[before]
    tokens = comparison.query.tokens
    written = [tokens.keys[at] for at in range(one.first, one.past) if tokens.word(at)[:1].isupper()]
    if not _is_name(comparison.source, before) or is_auxiliary(said):
        return False
    return bool([key for key in written if not is_function_word(key)]) and said.removesuffix("'s") not in written


def _another_name(one: Difference, comparison: Comparison) -> bool:
    """True if a bracket puts a name in the place of another name: "[Cole]" for "Brook".

    Names that the source has side by side are one ("Ada Brook"), and so are a name and its initials.
    """
    source, tokens = comparison.source, comparison.query.tokens
    said, written = _named_there(one, comparison), range(one.first, one.past)
    capitals = [source.word(at)[:1] for at in said] + [tokens.word(at)[:1] for at in written]
    if not said or not written or not all(letter.isupper() for letter in capitals):
        return False
    if not any(_is_name(source, at) for at in said):
        return False
    old = [key for at in said if not is_title(key := source.keys[at].removesuffix("'s"))]
    new = [key for at in written if not is_title(key := tokens.keys[at].removesuffix("'s"))]
    if not old or not new or any(_is_one_word(key, other) for key in old for other in new):
        return False
    if is_function_word(new[0]) or _initials(old, new) or _initials(new, old):
        return False
    return not any(
        {key, other} in ({old[-1], new[0]}, {new[-1], old[0]}) and source.before(at) == " "
        for at, (key, other) in enumerate(pairwise(source.keys), start=1)
    )


def _named_there(one: Difference, comparison: Comparison) -> range:
    """The source's tokens in whose place a bracket stands; at the statement's end, as many behind the passage."""
    if one.start < one.end or one.past < len(comparison.query) or one.start >= len(comparison.source):
        return range(one.start, one.end)
    if one.first == 0 or sentence_ends(comparison.source, one.start):
        return range(0)
    return range(one.start, min(len(comparison.source), one.start + one.past - one.first))


def _is_name(source: Tokens, at: int) -> bool:
    """True for a capital that is not owed to its place, or of a word that only a name can be there."""
    key = source.keys[at].removesuffix("'s")
    if not source.word(at)[:1].isupper() or is_function_word(key) or is_title(key):
        return False
    if _is_inside(source, at) or key in MALE or key in FEMALE or not is_known_word(key):
        return True
    places = [other for other, found in enumerate(source.keys) if found.removesuffix("'s") == key]
    return all(source.word(other)[:1].isupper() for other in places) and any(_is_inside(source, one) for one in places)


def _is_inside(source: Tokens, at: int) -> bool:
    """True for a place in a sentence where a capital is owed to nothing but the word."""
    return at > 0 and not sentence_ends(source, at) and not any(sign in source.before(at) for sign in '“"«„:‘(')


def _is_one_word(key: str, other: str) -> bool:
    """True for one word in two spellings, or cut short: "Fed" for "Federal"."""
    short, long = sorted((key, other), key=len)
    return key == other or same_word(key, other) or (len(short) > 2 and long.startswith(short))


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """True if one word is the first letters of several."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(key[0] for key in long)


def _other_predicate(one: Difference, comparison: Comparison) -> bool:
    """True if a bracket at the end is what somebody is said to be, and the source says something else of them.

    "The mayor is [a thief]" from "The mayor is here with us"; a pronoun or an "it" may be explained.
    """
    query, source = comparison.query, comparison.source
    if one.past != len(query) or one.start != one.end or not 0 < one.start < len(source) or one.first == 0:
        return False
    if not lemmas(query.keys[one.first - 1]) & {"be"} or ends_clause(source.before(one.start)):
        return False
    high = one.start + 1
    while high < len(source) and high - one.start < 6 and not ends_clause(source.before(high)):
        high += 1
    rest = {lemma for key in source.keys[one.start : high] if not is_function_word(key) for lemma in lemmas(key)}
    written = {lemma for key in query.keys[one.first : one.past] for lemma in lemmas(key)}
    return bool(rest) and not rest & written
