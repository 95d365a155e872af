"""Italian verbs and nouns of saying. Regular verbs are given as lemmas, the others with their forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotecheck.language.lists import words

_REGULAR: Final = words("""
affermare dichiarare spiegare raccontare annunciare assicurare indicare precisare sottolineare osservare commentare
confessare rivelare denunciare criticare accusare consigliare raccomandare ordinare reclamare protestare replicare
domandare ricordare minacciare giurare lamentare confermare garantire avvertire ribadire riferire chiarire suggerire
insistere ripetere esclamare gridare mormorare sussurrare scherzare ironizzare twittare notare narrare testimoniare
evidenziare rimarcare argomentare attaccare incalzare auspicare elogiare rassicurare segnalare informare avvisare
concordare rivendicare precisare puntualizzare constatare stimare valutare
""")

_FORMS: Final = frozenset(
    words("""
    dice dicono disse dissero diceva dicevano detto dire dicendo direbbe dirà dico aggiunge aggiungono aggiunse
    aggiunsero aggiungeva aggiunto aggiungere risponde rispondono rispose risposero rispondeva risposto rispondere
    scrive scrivono scrisse scrissero scriveva scritto scrivere chiede chiedono chiese chiesero chiedeva chiesto
    chiedere sostiene sostengono sostenne sostennero sosteneva sostenevano sostenuto sostenere ammette ammettono
    ammise ammettono ammetteva ammesso ammettere promette promettono promise promettevano promesso promettere
    conclude concludono concluse concludeva concluso concludere propone propongono propose proponeva proposto
    proporre continua continuò prosegue proseguì riprende riprese interviene intervenne legge lesse descrive
    descrisse definisce definì definito parla parlò parlano parlava parlato riconosce riconobbe riconosciuto fa
    sapere risponderà espone espose predice predisse
    """)
)

_ENDINGS: Final = {
    "are": "are a ano ò arono ava avano ato ata ando erà eranno erebbe o",
    "ere": "ere e ono é erono eva evano uto endo erà eranno erebbe o",
    "ire": "ire e isce iscono ono ì irono iva ivano ito ita endo irà iranno irebbe isco",
}


def _regular_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """The forms of regular verbs in -are, -ere and -ire, third person and first."""
    return frozenset(
        infinitive[:-3] + ending for infinitive in infinitives for ending in _ENDINGS[infinitive[-3:]].split()
    )


THOUGHT: Final = frozenset(
    words("""
    pensa pensano pensò pensava pensavano pensato pensare crede credono credette credeva credevano creduto credere
    spera sperano sperò sperava sperato sperare teme temono temette temeva temuto temere sa sanno seppe sapeva
    saputo sapere ritiene ritengono ritenne riteneva ritenuto ritenere immagina immaginava dubita dubitava suppone
    considera considerava
    """)
)

DENIAL: Final = frozenset(
    words("""
    nega negano negò negava negavano negato negare smentisce smentiscono smentì smentiva smentito smentire respinge
    respingono respinse respingeva respinto respingere rifiuta rifiutano rifiutò rifiutato contesta contestò
    contestato
    """)
)

NOUNS: Final = frozenset(
    words("""
    parola parole dichiarazione dichiarazioni discorso discorsi risposta risposte domanda domande affermazione
    affermazioni comunicato comunicati intervista interviste lettera lettere messaggio messaggi commento commenti
    rapporto rapporti testimonianza testimonianze opinione opinioni annuncio annunci promessa promesse critica
    critiche accusa accuse tweet post citazione citazioni spiegazione spiegazioni avvertimento nota appello slogan
    """)
)

SAYING: Final = (_regular_forms(_REGULAR) | _FORMS) - {"fa", "sapere", "continua"}
