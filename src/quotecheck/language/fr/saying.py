"""French verbs and nouns of saying. Verbs in -er are given as lemmas, the others with their forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotecheck.language.lists import words

_REGULAR: Final = words("""
affirmer déclarer expliquer ajouter demander raconter annoncer assurer indiquer préciser souligner estimer rappeler
noter insister répliquer rétorquer commenter constater observer remarquer avouer confier révéler dénoncer critiquer
accuser proposer conseiller recommander ordonner exiger réclamer plaider protester objecter argumenter témoigner
menacer jurer regretter déplorer saluer résumer détailler signaler évoquer relater rapporter marteler lancer lâcher
glisser crier murmurer chuchoter hurler s'exclamer exclamer s'interroger interroger s'indigner indigner plaisanter
ironiser tweeter poster nuancer tempérer renchérir confirmer certifier attester informer alerter juger considérer
rassurer martelé avancer clamer proclamer énoncer formuler pronostiquer tonner soupirer bégayer balbutier grommeler
""")

_FORMS: Final = frozenset(
    words("""
    dit disent disait disaient dira dirait dire disant dis dites répond répondent répondit répondirent répondait
    répondu répondre répondant écrit écrivent écrivait écrivit écrire écrivant soutient soutiennent soutenait soutint
    soutenu soutenir prétend prétendent prétendait prétendit prétendu prétendre promet promettent promettait promit
    promis promettre avertit avertissent avertissait averti avertir prévient préviennent prévenait prévint prévenu
    prévenir reconnaît reconnait reconnaissent reconnaissait reconnut reconnu reconnaître admet admettent admettait
    admit admis admettre prédit prédisent prédire conclut concluent concluait conclu conclure conclurent reprend
    reprit reprenait repris reprendre poursuit poursuivent poursuivait poursuivit poursuivi poursuivre fait fit
    faisait faire renchérit renchérissait renchéri répète répètent répétait répéta répété répéter rappelle rappellent
    interpelle révèle révèlent suggère suggèrent suggéra suggérait suggéré suggérer se plaint plaignait plaignit
    intervient intervenait intervint enchaîne enchaîna enchaînait défend défendait défendit vante vantait décrit
    décrivait décrivit lit lisait fustige
    """)
) - {"se"}

THOUGHT: Final = frozenset(
    words("""
    pense pensent pensait pensaient pensa pensé penser croit croient croyait croyaient crut cru croire espère espèrent
    espérait espéra espéré espérer craint craignent craignait craignit craindre sait savent savait savaient sut su
    savoir doute doutent doutait douta douter imagine imaginait imaginer suppose supposait supposer juge jugent
    jugeait estime estiment estimait considère considèrent considérait trouve trouvent trouvait
    """)
)

DENIAL: Final = frozenset(
    words("""
    nie nient niait niaient nia nié nier dément démentent démentait démentit démenti démentir conteste contestent
    contestait contesta contesté contester réfute réfutent réfutait réfuta réfuté réfuter rejette rejettent rejetait
    rejeta rejeté rejeter récuse récusait récusa récusé récuser
    """)
)

NOUNS: Final = frozenset(
    words("""
    mot mots parole paroles propos déclaration déclarations discours réponse réponses question questions affirmation
    affirmations communiqué communiqués entretien entretiens interview interviews lettre lettres message messages
    commentaire commentaires rapport rapports témoignage témoignages avis annonce annonces promesse promesses critique
    critiques accusation accusations tweet tweets citation citations remarque remarques explication explications aveu
    """)
)


def _regular_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """The forms in which verbs in -er report speech, present to conditional, third and first person."""
    return frozenset(form for infinitive in infinitives if infinitive.endswith("er") for form in _forms(infinitive))


def _forms(infinitive: str) -> tuple[str, ...]:
    stem = infinitive[:-2]
    soft = _softened(stem)
    weak = _opened(stem)
    participle = stem + "é"
    return (
        infinitive, weak + "e", weak + "es", weak + "ent", soft + "ait", soft + "aient", soft + "ais", soft + "a",
        stem + "èrent", infinitive + "a", infinitive + "ait", infinitive + "ont", soft + "ant", soft + "ons",
        stem + "ez", participle, participle + "e", participle + "s", participle + "es",
    )  # fmt: skip


def _softened(stem: str) -> str:
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def _opened(stem: str) -> str:
    if stem.endswith("el") and stem in {"rappel", "martel"}:
        return stem + "l" if stem == "rappel" else stem[:-2] + "èl"
    if len(stem) > 2 and stem[-2] == "é":
        return stem[:-2] + "è" + stem[-1]
    return stem


SAYING: Final = _regular_forms(_REGULAR) | _FORMS

# What ties a quotation to the one before it: the same speaker goes on, or another answers.
ADDING: Final = frozenset(words("ajouté ajoute ajouta ajoutait poursuivi poursuit poursuivit conclu conclut"))
ANSWERING: Final = frozenset(words("répondu répond répondit répondait répliqué réplique répliqua rétorqué rétorque"))
