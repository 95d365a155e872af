"""French words that declare what a quotation changes, and that stand for what a house does not print. Data only."""

from __future__ import annotations

DECLARING = {
    "emphasis": (
        r"c['’]est (?:moi|nous) qui soulign(?:e|ons)",
        r"(?:nous soulignons|je souligne|soulignement ajouté|souligné par (?:nous|moi|l['’]auteur))",
        r"(?:l['’])?(?:italiques?|gras) (?:de moi|ajoutée?s?|de l['’]auteure?|est de moi)",
    ),
    "citations": (r"(?:citations?|références?) (?:internes )?omises?",),
    "notes": (r"notes?(?: de bas de page)? omises?",),
    "original": (r"(?:souligné|italiques?|en italique) dans (?:l['’]original|le texte)",),
}

OBSCENE = frozenset("merde putain connard connasse enculé bordel salope pute".split())
MASKS = frozenset({"juron", "grossièreté", "insulte", "bip"})
MASKED_NAMES = frozenset({"nom", "nom supprimé", "prénom", "nom modifié"})
