"""Spanish words that declare what a quotation changes, and that stand for what a house does not print. Data only."""

from __future__ import annotations

_STRESS = r"(?:(?:el|la|las|los) )?(?:énfasis|cursivas?|negritas?|subrayados?)"

DECLARING = {
    "emphasis": (
        rf"{_STRESS}(?: (?:es|son))? (?:añadid[oa]s?|agregad[oa]s?|mí[oa]s?|nuestr[oa]s?|propi[oa]s?)",
        rf"{_STRESS} (?:del autor|de la autora)",
    ),
    "citations": (r"(?:citas?|referencias?)(?: internas?)? omitidas?",),
    "notes": (r"notas?(?: (?:al|a) pie(?: de página)?)? omitidas?",),
    "original": (rf"{_STRESS} (?:en el|del) original",),
}

OBSCENE = frozenset("mierda puta puto joder coño cabrón gilipollas carajo pendejo".split())
MASKS = frozenset({"improperio", "palabrota", "insulto", "grosería"})
MASKED_NAMES = frozenset({"nombre", "nombre omitido", "nombre suprimido"})
