"""Italian function words by kind, and the persons of pronouns."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

ARTICLES: Final = frozenset(words("il lo la i gli le l' un uno una un'"))

# "suo", "loro", "lei" and "le" may be several persons', so they have no person here.
PERSONS: Final = {
    word: person
    for person, forms in {
        "1s": "io mi me mio mia miei mie",
        "1p": "noi ci nostro nostra nostri nostre",
        "2": "tu ti te tuo tua tuoi tue voi vi vostro vostra vostri vostre",
        "3m": "egli lui esso",
        "3f": "ella essa",
        "3p": "essi esse",
    }.items()
    for word in words(forms)
}

PRONOUNS: Final = frozenset(PERSONS) | frozenset(
    words("""
    lei loro suo sua suoi sue si sé ne questo questa questi queste quest' quello quella quelli quelle quel quei quegli
    quell' ciò chi cui quale quali qualcuno qualcosa nessuno niente nulla tutto tutta tutti tutte ognuno ciascuno stesso
    stessa stessi stesse altro altra altri altre
    """)
)

AUXILIARIES: Final = frozenset(
    words("""
    essere sono sei è siamo siete era erano ero eravamo stato stata stati state sarà saranno sarebbe sarebbero sia siano
    fosse fossero fu furono avere ho hai ha abbiamo avete hanno aveva avevano avuto avrà avranno avrebbe avrebbero abbia
    abbiano avesse può possono poteva potrà potrebbe potrebbero deve devono doveva dovrà dovrebbe vuole vogliono voleva
    va vanno viene vengono
    """)
)

CONJUNCTIONS: Final = frozenset(
    words("""
    e ed o od ma però oppure né perché poiché che ch' se quando mentre come dunque quindi affinché benché sebbene finché
    anche
    """)
)

PREPOSITIONS: Final = frozenset(
    words("""
    di d' a ad da in con su per tra fra del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo
    dalla dall' dai dagli dalle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle contro verso
    senza secondo durante dopo prima presso sopra sotto oltre entro
    """)
)

OTHERS: Final = frozenset(
    words("""
    non no sì più meno molto poco mai già ancora ora poi qui qua lì là così dove come sempre solo soltanto forse c' v'
    dov' com'
    """)
)
