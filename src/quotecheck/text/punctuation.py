"""What stands between two words, reduced to the marks that a reader hears: quotation marks and spaces are gone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import regex

from quotecheck.text.folding import IGNORABLE
from quotecheck.text.tokens import Tokens

_SILENT: Final = regex.compile(rf"[\s\"'“”„‟‘’‚‛«»‹›「」『』〝〞`´′″*_\[\]⁰¹²³⁴⁵⁶⁷⁸⁹†‡\x00-\x1f¬{IGNORABLE}]++")
_MARK: Final = regex.compile(
    r"(?P<dots>…\.?|\.(?:[ \u00a0]?\.){2,5}+)"
    r"|(?P<dash>-{2,}+|[–—―‒─]|(?<=\s)[-−‐‑](?=\s))"
    r"|(?P<hyphen>[-‐‑−⁃])"
    r"|(?P<other>[^\s])"
)
_STOPS: Final = frozenset(".!?…。")
_SHORT: Final = 8
"""Characters up to which a gap comes again and again."""
_BEFORE_A_NAME: Final = frozenset(
    "mr mrs ms messrs mx dr prof st sen gen gov rep rev hon capt col lt sgt maj cmdr adm pres sec fr sr mme mlle hr frl"
    " vs no vol pp".split()
)
_SAME: Final = {"，": ",", "、": ",", "。": ".", "！": "!", "？": "?", "：": ":", "；": ";", "،": ",", "؟": "?"}


def marks_between(gap: str) -> tuple[str, ...]:
    """The marks of a gap between two words, each in one form.

    Args:
        gap: The characters between two tokens.

    Returns:
        The marks in order: ``…`` for every form of an ellipsis, ``—`` for every dash, ``-`` for a hyphen, other signs
        as they are. Spaces, quotation marks, brackets [ ], italics and note signs are left out.
    """
    if gap in (" ", "\n", ""):
        return ()
    return _marks_of_short(gap) if len(gap) <= _SHORT else tuple(_marks(gap))


@lru_cache(maxsize=4096)
def _marks_of_short(gap: str) -> tuple[str, ...]:
    return tuple(_marks(gap))


def _marks(gap: str) -> Iterator[str]:
    for match in _MARK.finditer(gap):
        if match.lastgroup == "dots":
            yield "…"
        elif match.lastgroup == "dash":
            yield "—"
        elif match.lastgroup == "hyphen":
            yield "-"
        elif not _SILENT.fullmatch(match[0]):
            yield _SAME.get(match[0], match[0])


def ends_sentence(gap: str) -> bool:
    """True if a full stop, a question mark, an exclamation mark, dots or a paragraph's end stands in the gap."""
    if gap in (" ", ""):
        return False
    return not _STOPS.isdisjoint(marks_between(gap)) or gap.count("\n") > 1


def sentence_ends(tokens: Tokens, at: int) -> bool:
    """True if a sentence ends before token ``at``; the stop of "Mr." and of an initial ends none."""
    gap = tokens.before(at)
    if not ends_sentence(gap):
        return False
    if at == 0 or gap.strip() != "." or gap.count("\n") > 1 or at >= len(tokens):
        return True
    before = tokens.keys[at - 1]
    initial = len(before) == 1 and before.isalpha() and tokens.word(at - 1).isupper() and before != "i"
    return not (initial or before in _BEFORE_A_NAME)


def ends_clause(gap: str) -> bool:
    """True if the gap ends a sentence, or holds a colon, a semicolon or a dash."""
    return ends_sentence(gap) or any(mark in ":;—" for mark in marks_between(gap))
