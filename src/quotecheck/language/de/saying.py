"""German verbs and nouns of saying. Weak verbs are given as lemmas, strong ones with their forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from quotecheck.language.lists import words

# Infinitives of weak verbs without a separable prefix; the forms follow one rule.
_WEAK: Final = words("""
sagen erklären fragen antworten melden berichten behaupten betonen warnen meinen fordern bemerken ergänzen erwähnen
erzählen äußern beteuern bekräftigen versichern bestätigen bezeugen kritisieren kommentieren twittern posten mailen
argumentieren prognostizieren präzisieren formulieren resümieren konstatieren unterstreichen mahnen drohen klagen
beklagen bedauern loben tadeln rügen monieren begründen bezeichnen kündigen verkünden schildern schätzen folgern
flüstern murmeln stammeln brummen knurren seufzen jubeln spotten witzeln scherzen höhnen wettern poltern stöhnen
erläutern entgegnen erwidern kontern verlangen beantragen verlautbaren offenbaren bilanzieren beschwören analysieren
appellieren plädieren orakeln vermuten befürchten mutmaßen telefonieren informieren zitieren entschuldigen beschreiben
beschuldigen bezichtigen protestieren besagen signalisieren vermelden verlauten spekulieren bemängeln erinnern drängen
beanstanden propagieren vereinbaren beauftragen veröffentlichen rechtfertigen zusichern
""")

# Weak verbs with a separable prefix: prefix|rest.
_SEPARABLE: Final = words("""
hinzu|fügen fest|stellen mit|teilen an|kündigen ein|wenden an|merken klar|stellen dar|legen an|klagen auf|fordern
voraus|sagen vorher|sagen aus|sagen nach|fragen zurück|fragen ein|räumen aus|führen zu|sichern an|drohen
an|prangern an|deuten
""")

_FORMS: Final = frozenset(
    words("""
    sprach spricht sprechen sprachen gesprochen spreche schrieb schreibt schreiben schrieben geschrieben schreibe rief
    ruft rufen riefen gerufen rufe schrie schreit schreien schrien geschrien gab gibt geben gaben gegeben gebe hieß
    heißt heißen heiße hieße wies weist wiesen verwies verweist verwiesen verweise widersprach widerspricht
    widersprachen widersprochen versprach verspricht versprachen versprochen verspreche empfahl empfiehlt empfahlen
    empfohlen empfehle gestand gesteht gestanden gestehe zugab zugibt zugegeben zugaben einwandte einwendet einwandten
    betonte warf wirft warfen geworfen vorwarf vorwirft vorgeworfen riet rät rieten geraten rate bat bittet baten
    gebeten bitte schwor schwört schworen geschworen schwöre log lügt schloss schließt schlossen geschlossen folgerte
    unterstrich unterstreicht unterstrichen unterstrichen beschrieb beschreibt beschrieben hielt hält hielten fuhr
    fährt fort fortfuhr fortfährt wandte wendet ein nannte nennt nannten genannt nenne beschwor beschworen bezeichnete
    vorschlug vorschlägt schlug schlägt vorgeschlagen las liest lasen unterbrach unterbricht angab angibt angegeben
    hob hebt hoben heben hervorgehoben hervorhebt hervorhob entschied entscheidet entscheiden entschieden beschloss
    beschließt beschließen beschlossen bot bietet boten angeboten eingestand einzugestehen hinwies hinweist hingewiesen
    aufrief aufgerufen bekanntgab bekanntgegeben lautet lautete verbreitet verbreitete durchblicken
    """)
)

THOUGHT: Final = frozenset(
    words("""
    glaubt glaubte glauben glaubten geglaubt glaube denkt dachte denken dachten gedacht denke meint meinte meinen
    meinten hofft hoffte hoffen hofften gehofft fürchtet fürchtete fürchten fürchteten befürchtet befürchtete
    befürchten weiß wusste wussten wissen gewusst vermutet vermutete vermuten vermuteten findet fand finden fanden
    gefunden erwartet erwartete erwarten erwarteten zweifelt zweifelte zweifeln bezweifelt bezweifelte ahnt ahnte
    überlegt überlegte geht ging gehen gingen gehe ausgegangen ausgeht ausgehen ausging rechnet rechnete rechnen
    rechneten ergab ergeben zeigt zeigte belegt belegte belegen beweist bewies erwägt erwog
    beabsichtigt beabsichtigte beabsichtigten plant plante planten einigten geeinigt verständigten verständigt
    """)
)

DENIAL: Final = frozenset(
    words("""
    bestreitet bestritt bestreiten bestritten bestreite leugnet leugnete leugnen leugneten geleugnet dementiert
    dementierte dementieren dementierten verneint verneinte verneinen verneinten widerspricht widersprach
    widersprechen widersprachen widersprochen zurückweist zurückwies zurückgewiesen zurückwiesen abstreitet abstritt
    abgestritten
    """)
)

NOUNS: Final = frozenset(
    words("""
    wort worte worten wörter aussage aussagen äußerung äußerungen erklärung erklärungen rede reden antwort antworten
    frage fragen behauptung behauptungen bericht berichte berichten angabe angaben mitteilung mitteilungen meldung
    meldungen interview interviews gespräch kommentar kommentare brief briefe stellungnahme stellungnahmen warnung
    warnungen forderung forderungen vorwurf vorwürfe meinung meinungen ansicht ansichten ankündigung tweet tweets
    post parole parolen slogan slogans spruch sprüche aufschrift losung losungen zitat zitate bemerkung bemerkungen
    einschätzung versprechen drohung bekenntnis geständnis vorschlag vorschläge
    """)
)


def _weak_forms(infinitives: Iterable[str]) -> frozenset[str]:
    """The forms of weak verbs: "sagen" -> sage, sagt, sagte, sagten, gesagt, sagen, sagend."""
    return frozenset(form for infinitive in infinitives for form in _weak(infinitive))


def _separable_forms(verbs: Iterable[str]) -> frozenset[str]:
    """The forms of separable weak verbs written as ``prefix|rest``: joined, apart (the rest alone) and participle."""
    found: set[str] = set()
    for verb in verbs:
        prefix, rest = verb.split("|")
        apart = _weak(rest)
        participle = next((form for form in apart if form.startswith("ge")), rest)
        found.update(apart)
        found.update(prefix + form for form in apart)
        found.update((prefix + participle, prefix + "zu" + rest))
    return frozenset(found)


def _weak(infinitive: str) -> tuple[str, ...]:
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    link = "e" if stem.endswith(("t", "d", "hn")) or stem.endswith(("chn", "ffn", "gn")) else ""
    past = stem + link + "te"
    inseparable = (stem.startswith(("be", "er", "ver", "ent", "unter", "wider")) and len(stem) > 4) or stem.endswith(
        "ier"
    )
    participle = ("" if inseparable else "ge") + stem + link + "t"
    return (infinitive, stem + "e", stem + link + "t", past, past + "n", participle, infinitive + "d")


SAYING: Final = _weak_forms(_WEAK) | _separable_forms(_SEPARABLE) | _FORMS

# What ties a quotation to the one before it: the same speaker goes on, or another answers.
ADDING: Final = frozenset(words("fügte fügt ergänzte ergänzt"))
ANSWERING: Final = frozenset(words("erwiderte erwidert entgegnete entgegnet antwortete antwortet"))
