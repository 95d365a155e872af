"""English function words by kind, and the persons of pronouns."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

ARTICLES: Final = frozenset(words("the a an"))

PERSONS: Final = {
    word: person
    for person, forms in {
        "1s": "i me my mine myself meself",
        "1p": "we us our ours ourselves ourself",
        "2": "you your yours yourself yourselves thou thee thy thine thyself ye y'all",
        "3m": "he him his himself hisself",
        "3f": "she her hers herself",
        "3n": "it its itself",
        "3p": "they them their theirs themselves themself 'em",
    }.items()
    for word in words(forms)
}

PRONOUNS: Final = frozenset(PERSONS) | frozenset(
    words("""
    this that these those who whom whose which what whoever whomever whatever whichever whosoever whatsoever one one's
    oneself somebody someone something anybody anyone anything everybody everyone everything nobody nothing none each
    other another such same
    """)
)

AUXILIARIES: Final = frozenset(
    words("""
    be am is are was were been being have has had having do does did done doing will would shall should can could may
    might must ought need dare used cannot art wast wert hast hath hadst dost doth didst wilt wouldst shalt shouldst
    canst couldst mayst gonna gotta
    """)
)

CONJUNCTIONS: Final = frozenset(
    words("""
    and or but nor so yet for if unless because since although though while whereas whilst when whenever where
    wherever until till before after once as than that whether lest provided however therefore thus hence whereby
    whereupon wherein
    """)
)

PREPOSITIONS: Final = frozenset(
    words("""
    of in to for with on at from by about as into like through after over between out against during without before
    under around among across behind beyond near within upon throughout toward towards off above below beside besides
    beneath inside outside along despite except until till since onto amid amidst amongst per via past down up
    underneath unto versus vs regarding concerning
    """)
)

OTHERS: Final = frozenset(
    words("""
    not no n't there here then now how why all any both every few many much more most some several either neither too
    very just also only own again further ever never else even still rather quite almost already always perhaps maybe
    yes well oh ah o
    """)
)
