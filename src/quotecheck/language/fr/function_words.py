"""French function words by kind, and the persons of pronouns."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

ARTICLES: Final = frozenset(words("le la les l' un une des du de d' au aux"))

# "leur", "son", "sa", "ses", "lui" do not tell man from woman, so they have no person here.
PERSONS: Final = {
    word: person
    for person, forms in {
        "1s": "je j' me m' moi mon ma mes mien mienne miens miennes",
        "1p": "nous notre nos nôtre nôtres",
        "2": "tu te t' toi ton ta tes tien tienne vous votre vos vôtre vôtres",
        "3m": "il",
        "3f": "elle",
        "3p": "ils elles eux leurs",
    }.items()
    for word in words(forms)
}

PRONOUNS: Final = frozenset(PERSONS) | frozenset(
    words("""
    lui leur son sa ses se s' soi sien sienne on ce c' ceci cela ça cet cette ces celui celle ceux celles qui que qu'
    quoi dont où lequel laquelle lesquels lesquelles auquel duquel quelqu'un quelque quelques chacun chacune personne
    rien tout tous toute toutes même mêmes autre autres en y
    """)
)

AUXILIARIES: Final = frozenset(
    words("""
    être suis es est sommes êtes sont étais était étions étaient été sera seront serait seraient soit soient fut
    furent avoir ai as a avons avez ont avais avait avaient eu aura auront aurait auraient ait aient eut eurent peut
    peuvent pouvait pourra pourrait pourraient doit doivent devait devra devrait devraient veut veulent voulait
    voudrait va vont allait
    """)
)

CONJUNCTIONS: Final = frozenset(
    words("""
    et ou mais or ni car donc que qu' si s' quand lorsque lorsqu' comme puisque puisqu' parce afin tandis quoique
    """)
)

PREPOSITIONS: Final = frozenset(
    words("""
    à de d' du des en dans sur sous par pour avec sans chez vers entre contre depuis pendant avant après devant
    derrière selon malgré dès jusque jusqu' parmi envers hors outre
    """)
)

OTHERS: Final = frozenset(
    words("""
    ne n' pas plus jamais rien aucun aucune non oui si très trop aussi encore déjà ici là alors bien moins peu
    beaucoup comment pourquoi combien
    """)
)
