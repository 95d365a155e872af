"""English word forms and the lemmas they may belong to, checked against the lexicon. How lemmas relate is elsewhere."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from quotecheck.language.en import irregular
from quotecheck.language.function_words import is_function_word
from quotecheck.language.lexicon import glance

__all__ = ["is_common_word", "is_known_word", "lemma", "lemmas", "parts_of_speech"]

_VOWELS: Final = frozenset("aeiou")

# Part of speech, ending of the form, endings of the lemma. Each candidate must stand in the lexicon with that part.
_RULES: Final = (
    ("n", "s", ("",)),
    ("n", "es", ("",)),
    ("n", "ies", ("y", "ie")),
    ("n", "ves", ("f", "fe")),
    ("n", "men", ("man",)),
    ("v", "s", ("",)),
    ("v", "es", ("",)),
    ("v", "ies", ("y", "ie")),
    ("v", "ed", ("", "e")),
    ("v", "ied", ("y", "ie")),
    ("v", "ing", ("", "e")),
    ("v", "eth", ("", "e")),  # he goeth, he loveth
    ("v", "ieth", ("y",)),
    ("v", "est", ("", "e")),  # thou knowest
    ("a", "er", ("", "e")),
    ("a", "est", ("", "e")),
    ("a", "ier", ("y",)),
    ("a", "iest", ("y",)),
    ("r", "er", ("", "e")),
    ("r", "est", ("", "e")),
)
_DOUBLED_BEFORE: Final = ("ed", "ing", "er", "est")


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """All lemmas a form may belong to; the word itself if it is a lemma, or if nothing is known of it.

    Args:
        word: One word in any case; a possessive ending is dropped.
    """
    form = _bare(word)
    found = {base for base, _ in _irregular().get(form, ())}
    if is_function_word(form):
        return frozenset(found or {form})
    found.update(candidate for part, candidate in _by_rule(form) if part in _parts(candidate))
    if _parts(form) or not found:
        found.add(form)
    return frozenset(found)


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The likeliest lemma of a form: the commonest of ``lemmas``; the form itself wins a tie."""
    form = _bare(word)
    return min(lemmas(word), key=lambda one: (-_seen(one), one != form, one))


def is_known_word(word: str) -> bool:
    """True if the word is a function word, a lemma of the lexicon or a form of one; names mostly are not."""
    form = _bare(word)
    if not form:
        return False
    return is_function_word(form) or any(_parts(one) for one in lemmas(form)) or form in _irregular()


@lru_cache(maxsize=50_000)
def is_common_word(word: str) -> bool:
    """True if a lemma of the word was met in the tagged corpus behind the lexicon."""
    return any(_seen(one) for one in lemmas(word))


@lru_cache(maxsize=50_000)
def parts_of_speech(word: str) -> frozenset[str]:
    """Parts of speech the form may have: "n", "v", "a", "r". Empty for function words and unknown words.

    A participle counts as a verb, and as an adjective only where the lexicon lists it as one.
    """
    form = _bare(word)
    found = set(_parts(form))
    for part, candidate in _by_rule(form):
        if part in _parts(candidate):
            found.add(part)
    for _, part in _irregular().get(form, ()):
        found.update(part)
    return frozenset(found)


def _bare(word: str) -> str:
    form = word.lower().replace("\u2019", "'")
    if form.endswith("'s"):
        return form[:-2]
    return form[:-1] if form.endswith("s'") else form


def _parts(candidate: str) -> str:
    return glance(candidate)[0]


def _seen(candidate: str) -> int:
    return glance(candidate)[1]


def _by_rule(form: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for part, ending, replacements in _RULES:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            if not (ending == "s" and stem.endswith(("s", "u", "i"))):
                found.extend((part, stem + replacement) for replacement in replacements)
            if ending in _DOUBLED_BEFORE and _is_doubled(stem):
                found.append((part, stem[:-1]))
    return found


def _is_doubled(stem: str) -> bool:
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS


@cache
def _irregular() -> dict[str, tuple[tuple[str, str], ...]]:
    """Irregular forms with the lemmas they belong to, each with the part of speech the form then has."""
    forms: dict[str, list[tuple[str, str]]] = {}
    tables = (
        (irregular.VERBS, "v"),
        (irregular.NOUNS, "n"),
        (irregular.ADJECTIVES, "ar"),
        (irregular.FUNCTION_WORDS, ""),
    )
    for table, part in tables:
        for base, *others in table:
            for form in others:
                if (base, part) not in forms.setdefault(form, []):
                    forms[form].append((base, part))
    return {form: tuple(bases) for form, bases in forms.items()}
