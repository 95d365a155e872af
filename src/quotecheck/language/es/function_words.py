"""Spanish function words by kind, and the persons of pronouns."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

ARTICLES: Final = frozenset(words("el la los las lo un una unos unas al del"))

# "su" and "se" do not tell whom they speak of, so they have no person here.
PERSONS: Final = {
    word: person
    for person, forms in {
        "1s": "yo me mí mi mis mío mía míos mías conmigo",
        "1p": "nosotros nosotras nos nuestro nuestra nuestros nuestras",
        "2": "tú te ti tu tus tuyo tuya contigo vosotros vosotras os vuestro vuestra usted ustedes",
        "3m": "él",
        "3f": "ella",
        "3n": "ello",
        "3p": "ellos ellas",
    }.items()
    for word in words(forms)
}

PRONOUNS: Final = frozenset(PERSONS) | frozenset(
    words("""
    se sí consigo su sus suyo suya suyos suyas le les lo la los las este esta esto estos estas ese esa eso esos esas
    aquel aquella aquello aquellos aquellas que qué quien quién quienes cual cuál cuales cuyo cuya alguien nadie algo
    nada todo toda todos todas cada otro otra otros otras mismo misma uno
    """)
)

AUXILIARIES: Final = frozenset(
    words("""
    ser soy eres es somos son era eran fue fueron sido será serán sería serían sea sean estar estoy está estamos están
    estaba estaban estuvo estado haber he has ha hemos han había habían hubo habrá habrán habría habrían haya hayan
    hay puede pueden podía podrá podría podrían debe deben debía debería deberían va van iba iban
    """)
)

CONJUNCTIONS: Final = frozenset(
    words("y e o u ni pero sino que si porque pues aunque cuando como mientras donde luego conque")
)

PREPOSITIONS: Final = frozenset(
    words("""
    a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras al del
    """)
)

OTHERS: Final = frozenset(
    words("""
    no sí nunca jamás tampoco también ya muy más menos tan tanto mucho poco aquí allí ahí entonces ahora cómo cuándo
    dónde ningún ninguno ninguna algún alguno alguna algunos algunas sólo solo bien
    """)
)
