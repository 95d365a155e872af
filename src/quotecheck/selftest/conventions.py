"""Harmless variants: the same words under a convention that a quotation may use. All of them must come out exact."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from quotecheck.selftest.clauses import omissible
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import Ground, written
from quotecheck.selftest.trials import Made
from quotecheck.selftest.truths import Truth
from quotecheck.speech.names import NameKind, read_name

_DASH: Final = re.compile(r" ?[–—] ?(?!\d)|(?<=\w)--(?=\w)| -- ")
_RANGE: Final = re.compile(r"(?<=\d)[-–](?=\d)")
_DASHES: Final = (" – ", " — ", "—", " -- ", "--")
_SPACES: Final = ("\u00a0", "\u202f", "\u2009")
_LIGATURES: Final = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"))
_LONG_WORD: Final = re.compile(r"(?<![\w'’\-­])[^\W\d_]{7,}(?![\w'’\-­])")
_ELLIPSES: Final = ("…", "...", "[…]", "[...]", ". . .", "(...)")
_UNITS: Final = re.compile(r"\d\w|\b[a-z]{1,2}[A-Z]|[ßŉǰ]|[IVXLC]{2,}")

Change = Callable[[str, Ground, Dice], str | None]


def plain(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A whole sentence as it stands."""
    return Made(truth.text, truth.speaker, "nothing") if truth.whole and not truth.joined else None


def clause(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """A clause as it stands."""
    return None if truth.whole else Made(truth.text, truth.speaker, "the rest of the sentence left away")


def joined(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The parts of an interrupted quotation as one."""
    return Made(truth.text, truth.speaker, "two parts joined") if truth.joined else None


def no_speaker(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The words of somebody, given to nobody."""
    return Made(truth.text, None, "the speaker left away") if truth.speaker else None


def last_name(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
    """The speaker by a last name that nobody else of the source has."""
    name = written(truth.speaker or "")
    words = name.split()
    if len(words) < 2 or read_name(name).kind is not NameKind.PERSON or "." in words[-1]:
        return None
    bearers = [one for one in (*ground.speakers, *ground.persons) if words[-1].casefold() in one.casefold().split()]
    if any(written(one) != name for one in bearers):
        return None
    return Made(truth.text, words[-1], f"{truth.speaker} called {words[-1]}")


def changed(change: Change, what: str) -> Callable[[Truth, Ground, Dice], Made | None]:
    """A recipe's ``make`` out of a change to the words; a change that changes nothing makes no statement."""

    def make(truth: Truth, ground: Ground, dice: Dice) -> Made | None:
        text = None if truth.joined else change(truth.text, ground, dice)
        return None if text is None or text == truth.text else Made(text, truth.speaker, what)

    return make


def marks(text: str, ground: Ground, dice: Dice) -> str | None:
    """Curly quotation marks and apostrophes straight, straight ones curly."""
    if re.search("[“”‘’]", text):
        return text.translate(str.maketrans("“”‘’", "\"\"''"))
    curly = re.sub(r"(?<!\w)\"(?=\S)", "“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'", "’", curly)


def dashes(text: str, ground: Ground, dice: Dice) -> str | None:
    """Dashes written otherwise, and a hyphen between figures as a dash or back: 2022–23, 3–2."""
    other = dice.pick(_DASHES, "dash", text)
    return _RANGE.sub(lambda match: "–" if match[0] == "-" else "-", _DASH.sub(lambda match: other, text))


def spaces(text: str, ground: Ground, dice: Dice) -> str | None:
    """No-break and thin spaces for some spaces."""
    space = dice.pick(_SPACES, "space", text)
    words = text.split(" ")
    kept = dice.number(2, "which spaces", text)
    return "".join(
        word + ("" if at == len(words) - 1 else space if at % 2 == kept else " ") for at, word in enumerate(words)
    )


def ligatures(text: str, ground: Ground, dice: Dice) -> str | None:
    """Ligatures for their letters."""
    for letters, sign in _LIGATURES:
        text = text.replace(letters, sign)
    return text


def line_break(text: str, ground: Ground, dice: Dice) -> str | None:
    """A line break for a space."""
    places = [match.start() for match in re.finditer(" ", text)]
    if not places:
        return None
    at = dice.pick(places, "line break", text)
    return f"{text[:at]}\n{text[at + 1 :]}"


def line_hyphen(text: str, ground: Ground, dice: Dice) -> str | None:
    """A word parted at a line's end."""
    return _parted(text, dice, "-\n")


def soft_hyphen(text: str, ground: Ground, dice: Dice) -> str | None:
    """A soft hyphen inside a word."""
    return _parted(text, dice, "\u00ad")


def decomposed(text: str, ground: Ground, dice: Dice) -> str | None:
    """Accents as combining signs."""
    return unicodedata.normalize("NFD", text)


def omission(text: str, ground: Ground, dice: Dice) -> str | None:
    """An ellipsis over a phrase of one sentence that limits nothing."""
    phrases = list(omissible(text, ground.language))
    if not phrases or re.search(r"…|\.\.|\. \.", text):
        return None
    start, end = dice.pick(phrases, "omission", text)
    return f"{text[:start]}{dice.pick(_ELLIPSES, 'ellipsis', text)}{text[end:]}"


def bracketed_capital(text: str, ground: Ground, dice: Dice) -> str | None:
    """The first letter's case changed, and the change marked."""
    return f"[{text[0].swapcase()}]{text[1:]}" if _plain_start(text) else None


def initial_case(text: str, ground: Ground, dice: Dice) -> str | None:
    """A clause out of a sentence opened with a capital."""
    return text[0].upper() + text[1:] if _plain_start(text) and text[0].islower() else None


def capitals(text: str, ground: Ground, dice: Dice) -> str | None:
    """All in capitals, as in a headline."""
    if _UNITS.search(text) or len(text.upper()) != len(text):
        return None
    return text.upper()


def final_stop(text: str, ground: Ground, dice: Dice) -> str | None:
    """The last stop left away, or one put there."""
    if text.endswith((".", ",", ";")) and not text.endswith(".."):
        other = dice.pick(("", ",", "."), "stop", text)
        abbreviation = re.search(r"\b(?:\w\.)+\Z|\b[A-Z]\w{0,3}\.\Z", text)
        return None if abbreviation else text[:-1] + other
    return text + dice.pick((".", ","), "stop", text) if text[-1:].isalnum() else None


def _plain_start(text: str) -> bool:
    """True if the first word is an ordinary one: lower case, or in capitals by its place only."""
    return bool(re.match(r"[^\W\d_][a-z]+ ", text)) and text[0].swapcase().swapcase() == text[0]


def _parted(text: str, dice: Dice, sign: str) -> str | None:
    words = [match for match in _LONG_WORD.finditer(text) if match[0][1:].islower()]
    if not words:
        return None
    word = dice.pick(words, "parted", text)
    at = word.start() + 3 + dice.number(len(word[0]) - 5, "where", text)
    return text[:at] + sign + text[at:]
