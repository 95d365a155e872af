"""Words that begin with an apostrophe ('tis, '90s). Marks are paired elsewhere."""

from __future__ import annotations

import re
from typing import Final

# Common elisions of English, French and German dialogue; lower case, without the apostrophe.
_ELIDED: Final = frozenset(
    "tis twas twere twill twould twon til till em cause cos coz cuz bout round ere neath gainst tween fraid nother "
    "n nuff nough kay ow im er is ad ome ouse ave eard ear im ard tec plane phone flu cello bus fore mid mongst scuse "
    "spect spose tude tain taint taren board bye gator hood hoods most nam roo sup zat ello allo ot igh alf s t m d "
    "nen ne nem ner nes ran rein raus rauf runter rüber".split()
)
_YEARS: Final = re.compile(r"\d\d(?:er|s|ies)?(?!\w)")
_WORD: Final = re.compile(r"[^\W\d_]{1,8}")


def is_elided(content: str, at: int) -> bool:
    """True if the word that begins at ``at`` is one that an apostrophe shortens at its front."""
    if _YEARS.match(content, at):
        return True
    word = _WORD.match(content, at)
    return word is not None and word.group().lower() in _ELIDED and not content[word.end() : word.end() + 1].isalnum()
