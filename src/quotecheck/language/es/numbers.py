"""Spanish number words, as data."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

SMALL: Final = (
    {
        word: value
        for value, word in enumerate(
            words("""
        cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
        dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
        veintiocho veintinueve
        """)
        )
    }
    | {"un": 1, "una": 1, "veintiún": 21, "veintiuna": 21}
    | {
        word + ending: value
        for word, value in dict(
            zip(
                words("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"),
                range(200, 1000, 100),
                strict=True,
            )
        ).items()
        for ending in ("os", "as")
    }
    | {"cien": 100, "ciento": 100}
)
TENS: Final = dict(
    zip(words("treinta cuarenta cincuenta sesenta setenta ochenta noventa"), range(30, 100, 10), strict=True)
)
HUNDREDS: Final[dict[str, int]] = {}
SCALES: Final = {
    "mil": 10**3, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12,
}  # fmt: skip
JOINERS: Final = frozenset({"y"})
INDEFINITE: Final[frozenset[str]] = frozenset()
POINTS: Final = frozenset({"coma"})
ORDINALS: Final = {
    stem + ending: value
    for stem, value in dict(
        zip(words("primer segund tercer cuart quint sext séptim octav noven décim"), range(1, 11), strict=True)
    ).items()
    for ending in ("o", "a", "os", "as")
} | {"primer": 1, "tercer": 3}
DENOMINATORS: Final = {"medio": 2, "media": 2, "mitad": 2, "tercio": 3, "tercios": 3}
PLURALS: Final = {"decenas": 10, "docenas": 12, "centenares": 100, "cientos": 100, "miles": 1000}
DECADES: Final[dict[str, int]] = {}
TIMES: Final = {"doble": 2, "triple": 3, "duplicado": 2}
DOZENS: Final = {"docena": 12, "decena": 10, "centenar": 100}
SCORES: Final[dict[str, int]] = {}
DOUBTFUL: Final = frozenset(
    words(
        "un una uno primero primera primeros primeras primer segundo segunda segundos cuarto cuarta media medio mitad"
    )
)
