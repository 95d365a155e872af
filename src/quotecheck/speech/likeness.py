"""Whether two words of names are one word: accents, transliterations, initials, short forms. Words only, no people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from quotecheck.language.given_names import gender_of
from quotecheck.speech.naming import EITHER_NAMES, NICKNAMES
from quotecheck.text.folding import in_form

_LETTERS: Final = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
# Ways in which one sound of a foreign name is written. What is left is a skeleton to compare by, no spelling.
_SOUNDS: Final = (
    (re.compile(r"(?:tsch|tch|tsh|cz|č)"), "c"),
    (re.compile(r"(?:sch|shch|sh|sz)"), "s"),
    (re.compile(r"(?:kh|ch|gh)"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?:ck|q)"), "k"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"w"), "v"),
    (re.compile(r"(?:ue|ou|oo)"), "u"),
    (re.compile(r"oe"), "o"),
    (re.compile(r"ae"), "a"),
    (re.compile(r"(?:iy|yy|ij|yj|ii|y|j)$"), "i"),
    (re.compile(r"eff\b"), "ev"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORTEST_SKELETON: Final = 5
_SHORTEST_SLIP: Final = 7


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """A word without case, accents and points: "Lipavský" and "LIPAVSKY" are one."""
    plain = in_form("NFKD", word.casefold().translate(_LETTERS))
    return "".join(char for char in plain if char.isalnum() or char == "-").strip("-")


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What is left of a folded word when the ways of writing one foreign sound are made one."""
    word = word.replace("-", "")
    for pattern, one in _SOUNDS:
        word = pattern.sub(one, word)
    return word


_NO_ROWS: Final[frozenset[int]] = frozenset()
_ROWS: Final = {
    fold(name): frozenset(at for at, row in enumerate(NICKNAMES) if name in row) for row in NICKNAMES for name in row
}


def alike(one: str, other: str) -> bool:
    """True if two folded words are spellings of one name: Zelenskiy and Zelenskyy, Müller and Mueller."""
    if one == other or one.replace("-", "") == other.replace("-", ""):
        return True
    if min(len(one), len(other)) < _SHORTEST_SKELETON or one[0] != other[0]:
        return False
    return skeleton(one) == skeleton(other)


def nearly(one: str, other: str) -> bool:
    """True if one letter tells two long words apart: a slip, or another name; nobody can say."""
    if min(len(one), len(other)) < _SHORTEST_SLIP or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    rest, remains = one[head:], other[head:]
    return rest[1:] == remains[1:] or rest[1:] == remains or rest == remains[1:] or _swapped(rest, remains)


def _swapped(one: str, other: str) -> bool:
    return one[:2] == other[:2][::-1] and one[2:] == other[2:]


def given_fits(one: str, other: str) -> bool:
    """True if two folded given names can be one person's: alike, an initial, a short form."""
    if alike(one, other) or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other)):
        return True
    if _ROWS.get(one, _NO_ROWS) & _ROWS.get(other, _NO_ROWS):
        return True
    halves, others = one.split("-"), other.split("-")
    return len(halves) != len(others) and (halves[0] == others[0])


def may_be_short(one: str, other: str) -> bool:
    """True if one folded word may be short for the other, a given name: "sid" for "sidney"; nobody can say."""
    shorter, longer = sorted((one, other), key=lambda word: (len(word), word))
    if not 3 <= len(shorter) < len(longer) or not longer.startswith(shorter):
        return False
    return longer in EITHER_NAMES or bool(gender_of(longer))


def initials_of(letters: str, words: Sequence[str]) -> bool:
    """True if ``letters`` are the first letters of all the words, in order: "jfk", "nato"."""
    return len(letters) >= 2 and len(letters) == len(words) and all(map(str.startswith, words, letters))
