"""Italian number words, as data. Compounds are written in one word ("ventitré"); they are made here once."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

_UNITS: Final = dict(zip(words("uno due tre quattro cinque sei sette otto nove"), range(1, 10), strict=True))
_TEENS: Final = dict(
    zip(
        words("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"),
        range(10, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip(words("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"), range(20, 100, 10), strict=True)
)
# "ventuno", "ventotto": the vowel before "uno" and "otto" is dropped; "tre" at the end bears an accent.
_BELOW_HUNDRED: Final = {
    **_UNITS,
    **_TEENS,
    **_TENS,
    **{
        (ten[:-1] if unit in ("uno", "otto") else ten) + ("tré" if unit == "tre" else unit): tens + one
        for ten, tens in _TENS.items()
        for unit, one in _UNITS.items()
    },
}
_HUNDREDS: Final = {"cento": 100} | {f"{unit}cento": 100 * one for unit, one in _UNITS.items() if one > 1}

SMALL: Final = (
    {"zero": 0, "un": 1, "una": 1, "un'": 1}
    | _BELOW_HUNDRED
    | _HUNDREDS
    | {
        hundred + rest: hundreds + value
        for hundred, hundreds in _HUNDREDS.items()
        for rest, value in _BELOW_HUNDRED.items()
    }
    | {f"{word}mila": 1000 * value for word, value in (_BELOW_HUNDRED | _HUNDREDS).items() if value > 1}
)
TENS: Final[dict[str, int]] = {}
HUNDREDS: Final[dict[str, int]] = {}
SCALES: Final = {
    "mille": 10**3, "mila": 10**3, "milione": 10**6, "milioni": 10**6, "miliardo": 10**9, "miliardi": 10**9,
}  # fmt: skip
JOINERS: Final = frozenset({"e"})
INDEFINITE: Final[frozenset[str]] = frozenset()
POINTS: Final = frozenset({"virgola"})
ORDINALS: Final = {
    stem + ending: value
    for stem, value in dict(
        zip(words("prim second terz quart quint sest settim ottav non decim"), range(1, 11), strict=True)
    ).items()
    for ending in ("o", "a", "i", "e")
}
DENOMINATORS: Final = {"mezzo": 2, "mezza": 2, "metà": 2, "terzi": 3, "quarti": 4, "quinti": 5}
PLURALS: Final = {"decine": 10, "dozzine": 12, "centinaia": 100, "migliaia": 1000}
DECADES: Final[dict[str, int]] = {}
TIMES: Final = {"doppio": 2, "doppia": 2, "triplo": 3, "raddoppiato": 2, "triplicato": 3}
DOZENS: Final = {"decina": 10, "dozzina": 12, "ventina": 20, "centinaio": 100, "migliaio": 1000}
SCORES: Final[dict[str, int]] = {}
DOUBTFUL: Final = frozenset(
    words("un una uno prima primo primi prime seconda secondo mezzo mezza metà sei nona none terzi quarti")
)
