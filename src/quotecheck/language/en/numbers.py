"""English number words, as data. How they go together is in ``quotecheck.language.numbers``."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

SMALL: Final = {
    word: value
    for value, word in enumerate(
        words("""
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen
        """)
    )
} | {"nil": 0, "nought": 0, "naught": 0}
TENS: Final = {
    word: 10 * value
    for value, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
} | {"fourty": 40}
HUNDREDS: Final = {"hundred": 100}
SCALES: Final = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "milliard": 10**9,
    "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip
JOINERS: Final = frozenset({"and"})
INDEFINITE: Final = frozenset({"a", "an"})
POINTS: Final = frozenset({"point"})
ORDINALS: Final = (
    {
        word: value
        for value, word in enumerate(
            words("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth
        """),
            start=1,
        )
    }
    | {
        word: 10 * value
        for value, word in enumerate(
            words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"), start=2
        )
    }
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9}
)
DENOMINATORS: Final = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + ending: value for word, value in ORDINALS.items() if value > 2 for ending in ("", "s")
}
PLURALS: Final = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
DECADES: Final = {
    word: 10 * value
    for value, word in enumerate(
        words("twenties thirties forties fifties sixties seventies eighties nineties"), start=2
    )
}
TIMES: Final = {
    "once": 1, "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "quadruple": 4, "quadrupled": 4,
    "quadrupling": 4, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7,
    "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100, "thousandfold": 1000,
}  # fmt: skip
DOZENS: Final = {"dozen": 12}
SCORES: Final = {"score": 20, "threescore": 60, "fourscore": 80}
DOUBTFUL: Final = frozenset(words("one second once first half couple quarter score third nil double triple treble"))
