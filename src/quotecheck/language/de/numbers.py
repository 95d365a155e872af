"""German number words, as data. Compounds ("dreiundzwanzig", "zweihundert") are made here once, up to 999 thousand."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

_UNITS: Final = dict(zip(words("ein zwei drei vier fünf sechs sieben acht neun"), range(1, 10), strict=True))
_TEENS: Final = dict(
    zip(
        words("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"),
        range(10, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip(words("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"), range(20, 100, 10), strict=True)
)
_BELOW_HUNDRED: Final = {
    **_UNITS,
    **_TEENS,
    **_TENS,
    **{f"{unit}und{ten}": one + tens for unit, one in _UNITS.items() for ten, tens in _TENS.items()},
}
_HUNDREDS: Final = {"hundert": 100} | {f"{unit}hundert": 100 * one for unit, one in _UNITS.items()}
_BELOW_THOUSAND: Final = {
    **_BELOW_HUNDRED,
    **_HUNDREDS,
    **{
        hundred + link + rest: hundreds + value
        for hundred, hundreds in _HUNDREDS.items()
        for rest, value in {**_BELOW_HUNDRED, "eins": 1}.items()
        for link in ("", "und")
    },
}

SMALL: Final = (
    {"null": 0, "eins": 1, "zwo": 2, "dreissig": 30}
    | _BELOW_THOUSAND
    | {form: 1 for form in words("eine einen einem einer")}
    | {f"{word}tausend": 1000 * value for word, value in _BELOW_THOUSAND.items()}
)
TENS: Final[dict[str, int]] = {}
HUNDREDS: Final[dict[str, int]] = {}
SCALES: Final = {
    "tausend": 10**3, "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9,
    "billion": 10**12, "billionen": 10**12,
}  # fmt: skip
JOINERS: Final[frozenset[str]] = frozenset()
INDEFINITE: Final[frozenset[str]] = frozenset()
POINTS: Final = frozenset({"komma"})
_FIRST_TWELVE: Final = dict(
    zip(words("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"), range(1, 13), strict=True)
)
ORDINALS: Final = {
    stem + ending: value
    for stem, value in {
        **dict(
            zip(
                words("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft"),
                range(1, 13),
                strict=True,
            )
        ),
        **{word + "t": value for word, value in _TEENS.items() if value > 12},
        **{word + "st": value for word, value in _BELOW_HUNDRED.items() if value >= 20},
    }.items()
    for ending in words("e er en es em")
}
DENOMINATORS: Final = {"halb": 2, "halbe": 2, "halben": 2, "hälfte": 2, "drittel": 3, "viertel": 4, "fünftel": 5}
PLURALS: Final = {"dutzende": 12, "hunderte": 100, "hunderten": 100, "tausende": 1000, "tausenden": 1000}
DECADES: Final[dict[str, int]] = {word + "er": value for word, value in _TENS.items()}
TIMES: Final = {"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "doppelt": 2, "verdoppelt": 2, "verdreifacht": 3}
DOZENS: Final = {"dutzend": 12}
SCORES: Final[dict[str, int]] = {}
DOUBTFUL: Final = frozenset(
    words("ein eine einen einem einer erste erster ersten erstes erstem einmal halb halbe halben viertel")
)
