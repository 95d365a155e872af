"""French number words, as data. Those from 70 to 99 are hyphenated compounds, made here once."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

_UNITS: Final = dict(zip(words("un deux trois quatre cinq six sept huit neuf"), range(1, 10), strict=True))
_TEENS: Final = dict(
    zip(words("dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"), range(10, 20), strict=True)
)

SMALL: Final = {
    "zéro": 0, "une": 1, **_UNITS, **_TEENS, "soixante-et-onze": 71, "quatre-vingt": 80, "quatre-vingts": 80,
    **{f"soixante-{word}": 60 + value for word, value in _TEENS.items()},
    **{f"quatre-vingt-{word}": 80 + value for word, value in (_UNITS | _TEENS | {"une": 1}).items()},
}  # fmt: skip
TENS: Final = dict(
    zip(words("vingt trente quarante cinquante soixante septante huitante nonante"), (20, 30, 40, 50, 60, 70, 80, 90),
        strict=True)
)  # fmt: skip
HUNDREDS: Final = {"cent": 100, "cents": 100}
SCALES: Final = {
    "mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12,
    "billions": 10**12,
}  # fmt: skip
JOINERS: Final = frozenset({"et"})
INDEFINITE: Final[frozenset[str]] = frozenset()
POINTS: Final = frozenset({"virgule"})
ORDINALS: Final = {
    "premier": 1, "première": 1, "premiers": 1, "premières": 1, "second": 2, "seconde": 2, "deuxième": 2,
    "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9,
    "dixième": 10, "vingtième": 20, "centième": 100,
}  # fmt: skip
DENOMINATORS: Final = {"demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4, "cinquièmes": 5}
PLURALS: Final = {"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000}
DECADES: Final[dict[str, int]] = {}
TIMES: Final = {"doublé": 2, "triplé": 3, "double": 2, "triple": 3}
DOZENS: Final = {"douzaine": 12, "dizaine": 10, "vingtaine": 20, "centaine": 100}
SCORES: Final[dict[str, int]] = {}
DOUBTFUL: Final = frozenset(
    words("un une premier première premiers premières second seconde moitié demi demie tiers quart double triple")
)
