"""German words round reported speech. Verbs and nouns of saying stand in ``saying``."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = """
er=m sie=f wir=1 ich=1 du=2 ihr=2 man=c dieser=m diese=f jener=m jene=f wer=c 
niemand=c jemand=c letzterer=m letztere=f
"""
DETERMINERS: Final = """
der die das den dem des ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene jenes sein seine
seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere euer eure mein meine meiner kein keine
mehrere
viele einige alle beide zwei drei vier fünf sechs zahlreiche andere weitere manche jeder jede jedes etliche
"""
GENITIVES: Final = "von vom der des"
INNER_PREPOSITIONS: Final = "von vom der des für"
PREPOSITIONS: Final = """
in im ins an am ans auf aus bei beim mit nach seit zu zum zur durch gegen ohne um über unter vor hinter neben zwischen
während wegen trotz statt anstatt innerhalb außerhalb gegenüber laut gemäß zufolge bis ab entlang per pro binnen dank
mittels angesichts aufgrund bezüglich hinsichtlich infolge anlässlich gegenüber entgegen samt nebst
"""
CONJUNCTIONS: Final = """
und oder aber denn sondern dass daß ob weil da wenn als während obwohl nachdem bevor damit indem sodass so wie wo
welcher welche welches deren dessen wobei woraufhin wodurch womit worauf doch jedoch sowie falls sobald solange
"""
AUXILIARIES: Final = """
hat haben hatte hatten habe hätte hätten ist sind war waren sei seien wäre wären wird werden wurde wurden werde würde
würden worden gewesen kann können konnte konnten könne könnte muss müssen musste soll sollen sollte solle will wollen
wollte wolle darf dürfen durfte dürfe mag möchte nicht
"""
PASSIVES: Final = "wird werden wurde wurden werde würde würden worden"
ADVERBS: Final = """
auch dann noch schon nur bereits zudem außerdem ferner weiter weiterhin dabei dazu daraufhin darauf gestern heute
morgen später zuvor vorher nun jetzt damals hier dort jedoch allerdings hingegen dagegen deshalb daher darum trotzdem
zunächst schließlich letztlich wörtlich unterdessen inzwischen erneut wieder mehrfach bislang bisher sich ihm ihr
ihnen uns mir selbst selber nicht nie immer oft ebenfalls ebenso gleichzeitig zugleich abschließend anschließend
einst so eben gar sogar offenbar angeblich montag dienstag mittwoch donnerstag freitag samstag sonntag hierzu
demnach danach diesbezüglich unter anderem unteranderem insbesondere kürzlich jüngst sodann hernach es weitere
"""
ADVERB_ENDINGS: Final = "weise lich"
THAT: Final = "dass daß ob wie warum"
AS_WORDS: Final = "wie"
# Other frames ("nach Angaben von") are a word of LOOSE_SOURCES and a noun of saying or of SOURCE_NOUNS.
SOURCES: Final = "laut"
SOURCES_AFTER: Final = "zufolge"
TAGS: Final = "so"
NO_TAG: Final = "auch etwa zum beispiel dass"
EXPLETIVES: Final = "es"
VIEWPOINTS: Final = "für"
LINKING: Final = "ist sind war waren sei seien wäre wären bleibt blieb bedeutet bedeutete"
WANTING: Final = "will wollen wollte wollten möchte möchten hofft hofften plant planten"
# Before marks these say that a name or a term stands in them.
GLOSSES: Final = """
sogenannte; sogenannten; sogenannter; sogenanntes; sogenanntem; so genannte; so genannten; so genannter; so genanntes;
so genanntem; kurz; kurz auch; deutsch; zu deutsch; auf deutsch; englisch; übersetzt; übersetzt etwa; dem motto;
dem titel; dem namen; dem begriff; des begriffs; das wort; dem stichwort; namens; alias; bekannt als; auch als
"""
OWN: Final = "eigenen eigenem eigener"
CALLED: Final = "als von"
KINDS: Final = """
partei firma zeitung magazin magazins magazines magazine buch buches film films filmes album single cd stamm stamms
website webseite internetseite homepage portal blog band gruppe schiff satelliten satellit programm projekt serie
sendung aktion kampagne verein vereins verband organisation stiftung hotel restaurant typ typs marke modell modells
fahrzeug wagen beiwagen flugzeug sonde mission rakete zeitschrift agentur sender senders unternehmen unternehmens
konzern konzerns club klub lied song roman stück oper preis bündnis allianz initiative netzwerk plattform titel motto
"""
PARTICLES: Final = "de la von van der den del di da dos du al el bin ibn zu le y und ter & ten"
ADDRESSING: Final = """
fragt fragte fragten gefragt bittet bat baten gebeten warnt warnte warnten zitiert zitierte zitierten
"""
ABBREVIATIONS: Final = """
dr prof st nr hr fr bzw ca usw etc vgl evtl ggf inkl max min mio mrd tel abs art bd hrsg jh jhd str u.a z.b d.h u.s
a.d i.d s o.ä z u d h a b ing dipl mag jun sen geb gest verh sog zzt zt jr sr vs no jan feb apr aug sept okt nov dez
"""
TITLES: Final = """
herr frau dr prof professor präsident präsidentin kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin
sprecher sprecherin chef chefin vorsitzender vorsitzende direktor direktorin papst könig königin prinz general
"""
NOUNS_CAPITAL: Final = True
ORDINAL_DOTS: Final = True
CLITICS: Final = ""
VERB_SECOND: Final = True
JOINING: Final = "und sowie oder"
RELATIVES: Final = "der die das welcher welche"
BARE: Final = ""
# Moods that mark reported speech of their own.
REPORTIVE: Final = """
sei seien seist habe hätte hätten werde würde würden könne könnten könnte müsse müssten müsste solle wolle dürfe
dürften dürfte möge wäre wären gebe gäbe gäben komme käme kämen gehe ginge stehe stünde stünden liege läge lägen
bleibe bliebe wisse wüsste lasse ließe nehme nähme mache führe fordere brauche bestehe gelte gälte bringe brächte
halte fehle sehe sähe zeige trage spiele arbeite erwarte betrage beginne finde fände erhalte verfüge handle handele
heiße laufe gehöre diene drohe reiche stelle glaube hoffe bedeute berichte leiste biete achte warte koste richte leite
streite behaupte fürchte rechne wohne kenne trete verhalte
"""
LOOSE_SOURCES: Final = "nach laut gemäß"
# Object forms: a phrase that begins with one is no subject.
OBLIQUE: Final = """
den dem des einen einem eines diesen diesem dieses jenen jenem seinen seinem seines ihren ihrem ihres keinen keinem
deren dessen ihn ihm ihnen einigen mehreren vielen anderen allen beiden letzten vergangenen diesjährigen unseren
unserem meinen meinem
"""
# Verbs that report speech only with their particle: the verb's forms, then what must follow in the clause.
SEPARATED: Final = """
gab gaben gibt geben gebe gäbe: an bekannt zu weiter; stellt stellte stellten stelle stellen: fest klar dar infrage;
teilt teilte teilten teile teilen: mit; führt führte führten führe führen: aus an fort;
legt legte legten lege legen: dar nahe fest; wirft warf warfen werfe: vor ein; weist wies wiesen weise: hin zurück;
räumt räumte räumten räume räumen: ein; fügt fügte fügten füge fügen: hinzu an; kündigt kündigte kündigten kündige: an;
schlägt schlug schlugen: vor; fuhr fuhren fährt: fort; merkt merkte merkten merke: an; schließt schloss schlossen: aus;
wendet wandte wendete wandten wendeten: ein; sprach sprachen spricht spreche: aus von über; 
fasst fasste fassten: zusammen; hebt hob hoben: hervor; nimmt nahm nahmen: an; geht ging gingen gehe gehen: davon;
bietet bot boten: an; rief riefen ruft: auf; deutet deutete deuteten: an; rechnet rechnete rechneten: damit;
einigten verständigten: darauf;
griff griffen greift: an; hielt hält hielten halte: für fest; lehnt lehnte lehnten lehne: ab; trug tragen: vor;
tritt trat traten: ein; setzt setzte setzten: hinzu auseinander; kam kommt: hinzu;
gegeben geben: bekannt;
gestellt gelegt geteilt geführt gefügt gewendet geräumt gekündigt geworfen gemerkt geschlossen gezogen: nie
"""
# Verbs that give a quotation only together with "als", "von" and the like.
NAMING: Final = """
würdigt würdigte würdigten gewürdigt lobt lobte lobten kritisiert kritisierte kritisierten verurteilt verurteilte
verurteilten attackiert attackierte attackierten bewertet bewertete bewerteten wertet wertete werteten feiert feierte
feierten bezeichnet bezeichnete bezeichneten bezeichnet nennt nannte nannten genannt beschimpft beschimpfte
beschimpften tituliert titulierte verteidigt verteidigte verteidigten begrüßt begrüßte begrüßten rechtfertigt
rechtfertigte sprach sprachen spricht hält hielt hielten warb warben wirbt skandierte skandierten skandiert
sieht sah sahen empfindet empfand urteilt urteilte urteilten beurteilt beurteilte beurteilten
prangert prangerte prangerten
betitelt betitelte überschrieb charakterisiert charakterisierte
"""
# Verbs whose object is the one who speaks ("zitiert den Minister").
QUOTING: Final = "zitiert zitierte zitierten zitiere"
# Verbs that say what stands in a paper ("in dem Antrag heißt es").
STANDING: Final = "heißt hieß steht stand"
# Nouns before a word like "nach" that make a frame of it ("seiner Meinung nach").
OPINIONS: Final = "meinung ansicht auffassung einschätzung überzeugung angabe angaben darstellung worten aussage"
# Words before marks round what somebody calls something.
CALLING: Final = "als einem einer ein eine einen von"
BY: Final = "von vom"
# Forms of address and ranks that tell the gender.
GENDERED_TITLES: Final = """
herr=m frau=f könig=m königin=f papst=m prinz=m prinzessin=f
"""
# Nouns for a person, with the gender they tell; "c" for either.
PERSON_NOUNS: Final = """
mann=m frau=f junge=m mädchen=f herr=m dame=f vater=m mutter=f bruder=m schwester=f sohn=m tochter=f
"""
# Endings of nouns for a role, before a name.
ROLE_ENDINGS: Final = """
sprecher sprecherin minister ministerin präsident präsidentin chef chefin vorsitzende vorsitzender kanzler kanzlerin
trainer trainerin leiter leiterin anwalt anwältin direktor direktorin general bischof meister meisterin richter
richterin kommissar kommissarin experte expertin politiker politikerin abgeordnete abgeordneter professor
professorin forscher forscherin autor autorin sekretär sekretärin papst könig königin premier senator senatorin
manager managerin sprecher beauftragter beauftragte kandidat kandidatin schauspieler schauspielerin sänger sängerin
regisseur ökonom historiker verteidiger verteidigerin staatsanwalt mitarbeiter mitarbeiterin koordinator gründer
wirt arzt ärztin führer führerin rat rätin
"""
TITLE_FORMS: Final = "dr=doktor prof=professor"
POSSESSIVES: Final = "seine=m sein=m seiner=m seinem=m ihre=f ihr=f ihrer=f ihrem=f"
# Articles that are no subject's when an adjective with this ending follows ("der zuständigen Behörde").
OBLIQUE_BEFORE: Final = "der=en"
# Determiners that can be a subject of their own.
STANDING_ALONE: Final = ""
# Verb forms that are nouns more often.
NOUNS_TOO: Final = ""
DROPPED: Final = "dass daß"
CONSEQUENCE: Final = "so sodass ohne statt"
# With these a clause begins that is the reporter's: a purpose, a time, a cause.
NO_CONTENT: Final = """
um ohne statt anstatt nachdem weil da wenn als obwohl während bevor damit indem sodass wobei woraufhin worauf wo zumal
seit seitdem falls sofern sobald solange bis nicht sondern darunter sowie und oder welcher welche welches welchen
welchem wodurch womit weshalb weswegen denen deren dessen selbst nämlich sollte
"""
INFINITIVES: Final = "zu"
INFINITIVE_ENDINGS: Final = "en ern eln"
IRREALIS: Final = """
würde würden könnte könnten müsste müssten dürfte dürften wäre wären hätte hätten käme kämen ginge stünde stünden läge
lägen gäbe gäben bliebe wüsste ließe brächte fände sähe gälte stärkten
"""
PLAIN: Final = (
    "ist sind war waren hat hatte hatten wird wurde wurden kann konnte konnten muss musste mussten will wollte"
)
# The mood of reported speech by its ending: "er rechne", "die Brücke bleibe". The past of weak verbs ends in "te" too.
MOOD_ENDINGS: Final = "e"
OTHER_ENDINGS: Final = "te ie ee ige liche ische ere ende ame bare hafte lose volle"
NO_MOOD: Final = """
heute alleine gerne lange bitte beinahe nahe gerade beide solche viele einige wenige andere ganze meiste erste zweite
ohne etwa seine ihre keine meine unsere diese jene welche eine alle jede beste letzte nächste eigene große kleine neue
alte gute hohe frühe späte ebene ferne leise halbe
"""
ADJECTIVE_ENDINGS: Final = "e en er es em"
HEARSAY_MODALS: Final = "soll sollen"
PERFECT: Final = "haben sein"
# Nouns that govern a reported clause: "die Ansicht, dass", "mit der Begründung, er sei".
CLAUSE_NOUNS: Final = """
meinung ansicht auffassung überzeugung einschätzung these theorie behauptung behauptungen vorwurf vorwürfe forderung
forderungen begründung hinweis hinweise schluss ergebnis gerücht gerüchte verdacht befürchtung befürchtungen hoffnung
entschluss aufforderung appell mahnung standpunkt prognose vermutung vermutungen botschaft schlussfolgerung
versprechen drohung vorschlag zusage nachricht meldung meldungen aussage aussagen äußerung äußerungen erklärung worten
frage warnung kritik ankündigung bericht berichte mitteilung angabe angaben bedingung erkenntnis anschuldigung
anschuldigungen beschuldigung auskunft argument stellungnahme bemerkung bitte einwand feststellung klage
"""
IMPERSONAL: Final = "bekannt heraus klargestellt"
THEREFORE: Final = "demnach demzufolge"
# Endings of nouns that make a frame with "nach": "nach Behördenangaben", "nach ersten Erkenntnissen".
SOURCE_NOUNS: Final = """
angaben angabe aussage aussagen auskunft bericht berichten berichts erkenntnissen informationen untersuchung
untersuchungen analyse analysen schätzung schätzungen einschätzung studie studien umfrage umfragen recherchen
ermittlungen ermittlungsstand hochrechnung hochrechnungen endergebnis ergebnissen darstellung darstellungen meinung
ansicht auffassung überzeugung medien medienberichten gerüchten annahmen annahme statistik statistiken prognose
prognosen worten bekunden willen wunsch mitteilung meldung meldungen
"""
BACK: Final = "das dies"
GENITIVE_OPENERS: Final = """
der des eines einer dieses dieser seines seiner ihres ihrer unseres unserer mehrerer einiger vieler zweier dreier
"""
DATIVE_ENDINGS: Final = "en em er"
VIEWING: Final = "aus"
VIEWING_NOUNS: Final = "sicht kreisen militärkreisen regierungskreisen"
# A perfect participle begins or ends so.
PARTICIPLE: Final = r"(?:\w{0,12}ge\w+|(?:be|er|ver|ent|zer|miss|über|unter|wider)\w+|\w+ier)(?:t|en)|worden"
OBJECT_ENDINGS: Final = "en em es e"
PARTICIPLE_ENDINGS: Final = "te ter ten tes tem ene ener enen enes enem nde nder nden ndes ndem"
WITH_WORDS: Final = "mit worten"
LINKS: Final = "und aber während"
