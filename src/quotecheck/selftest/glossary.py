"""Words that variants are made with: spellings, fillers, strangers, nations, units. Nothing is altered here.

Written, as the lists beside it, without a look at what the judge knows.
"""

from __future__ import annotations

from typing import Final

FILLERS: Final = ("um", "uh", "er", "you know")

# British and American.
SPELLINGS: Final = tuple(
    (one, other)
    for pair in """
    honour/honor honours/honors labour/labor colour/color colours/colors favour/favor favours/favors humour/humor
    neighbour/neighbor neighbours/neighbors harbour/harbor centre/center theatre/theater defence/defense
    offence/offense organise/organize organised/organized recognise/recognize recognised/recognized realise/realize
    realised/realized programme/program programmes/programs grey/gray plough/plow travelled/traveled
    behaviour/behavior endeavour/endeavor rumour/rumor vigour/vigor valour/valor
    """.split()
    for one, other in [pair.split("/")]
)
# As old prints have it, and as it is written now.
OLD_SPELLINGS: Final = (
    ("to-morrow", "tomorrow"), ("to-day", "today"), ("to-night", "tonight"), ("shew", "show"), ("shewn", "shown"),
    ("connexion", "connection"), ("every body", "everybody"), ("any body", "anybody"), ("every thing", "everything"),
)  # fmt: skip
# As spoken words may be written either way.
RENDERINGS: Final = (
    ("two", "2"), ("three", "3"), ("four", "4"), ("five", "5"), ("six", "6"), ("seven", "7"), ("eight", "8"),
    ("nine", "9"), ("ten", "10"), ("twelve", "12"), ("fifteen", "15"), ("twenty", "20"), ("thirty", "30"),
    ("forty", "40"), ("fifty", "50"), ("per cent", "percent"),
)  # fmt: skip
STRANGERS: Final = ("Zelda Quist", "Ottmar Vreeland", "Ingrid Pasternacki", "Lucasta Wembley")
LOOKALIKES: Final = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440"}
TRANSLATED: Final = (
    "Wir werden den alten Hafen auch im nächsten Jahr nicht verkaufen, das habe ich schon im Frühjahr gesagt.",
    "Nous ne vendrons pas le vieux port cette année, et je l'ai déjà dit au printemps à tout le monde.",
    "No vamos a vender el viejo puerto este año, y eso ya lo dije en primavera delante de todos los vecinos.",
)

# Each may stand in the place of another of its line.
NATIONS: Final = (
    ("American", "British", "French", "German", "Spanish", "Italian", "Russian", "Chinese", "Japanese", "Cuban"),
    ("Americans", "Britons", "Frenchmen", "Germans", "Spaniards", "Italians", "Russians", "Cubans"),
    ("America", "Britain", "France", "Germany", "Spain", "Italy", "Russia", "China", "Japan", "Cuba"),
    ("Washington", "London", "Paris", "Berlin", "Madrid", "Havana", "Moscow", "New York", "Boston", "Kyiv"),
    ("Europe", "Asia", "Africa", "Australia"),
    ("Senate", "House"),
    ("Army", "Navy"),
)
# Behind a figure, each is another amount.
UNITS: Final = (
    ("dollars", "pounds", "francs", "marks"),
    ("miles", "yards", "feet", "inches"),
    ("tons", "pounds", "ounces"),
    ("years", "months", "weeks", "days", "hours", "minutes"),
    ("million", "billion", "thousand"),
)
