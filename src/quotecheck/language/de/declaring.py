"""German words that declare what a quotation changes, and that stand for what a house does not print. Data only."""

from __future__ import annotations

_STRESS = r"(?:hervorhebung(?:en)?|hervorh\.?|herv\.?|kursivierung(?:en)?|unterstreichung(?:en)?|fettdruck)"

DECLARING = {
    "emphasis": (
        rf"{_STRESS},? (?:(?:durch|von|v\.|des|der|d\.|vom) [^()\[\]]{{1,40}}|hinzugefügt|ergänzt|nicht im original)",
        rf"(?:eigene|meine|unsere) {_STRESS}",
    ),
    "citations": (
        r"(?:(?:interne|innere) )?(?:nachweise?|fundstellen?|zitate?|verweise?|belege?) "
        r"(?:weggelassen|ausgelassen|entfernt|nicht übernommen)",
    ),
    "notes": (
        r"(?:fußnoten?|fn\.?|fußnotenzeichen|anmerkungen?) (?:weggelassen|ausgelassen|entfernt|nicht übernommen)",
        r"ohne fußnoten",
    ),
    "original": (rf"(?:{_STRESS}|auslassung(?:en)?|klammern) im (?:original|orig\.?)", rf"{_STRESS} i\. ?o\.?"),
}

OBSCENE = frozenset("scheiß scheiss arsch fick hure fotze wichs kack piss schlampe".split())
MASKS = frozenset({"schimpfwort", "kraftausdruck", "piep", "obszönität"})
MASKED_NAMES = frozenset({"name", "name geändert", "name entfernt", "name geschwärzt", "geschwärzt"})
