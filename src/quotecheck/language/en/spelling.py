"""English spelling variants as data: British and American, old, poetic, and names written in more than one way.

Only pairs that are the same word to a reader. "Affect"/"effect", "towards"/"toward" or "learned"/"taught" are not here.
"""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import rows, words

# Variants of one word, the canonical one first. Endings (-s, -ed, -ing, -al ...) are dealt with by the reader.
GROUPS: Final = rows("""
gray grey; program programme; plow plough; tire tyre; check cheque; curb kerb; jail gaol; connection connexion;
reflection reflexion; inflection inflexion; deflection deflexion; genuflection genuflexion; show shew; judgment
judgement; acknowledgment acknowledgement; abridgment abridgement; lodgment lodgement; aging ageing; mustache
moustache; pajamas pyjamas; skeptic sceptic; skeptical sceptical; skepticism scepticism; sulfur sulphur; sulfate
sulphate; aluminum aluminium; whiskey whisky; yogurt yoghurt yoghourt; doughnut donut; omelet omelette; ax axe; disk
disc; artifact artefact; cozy cosy; furor furore; inquire enquire; inquiry enquiry; inquiries enquiries; dispatch
despatch; ok okay o.k.; adviser advisor; focused focussed; focusing focussing; benefited benefitted; benefiting
benefitting; biased biassed; practice practise; practicing practising; license licence; defense defence; offense
offence; pretense pretence; maneuver manoeuvre manoeuver; maneuvering manoeuvring; maneuvers manoeuvres; jewelry
jewellery; woolen woollen; enroll enrol; fulfill fulfil; skillful skilful; willful wilful; install instal; instill
instil; distill distil; appall appal; enthrall enthral; enrollment enrolment; fulfillment fulfilment; installment
instalment; councilor councillor; likable likeable; lovable loveable; livable liveable; sizable sizeable; salable
saleable; movable moveable; mold mould; molt moult; smolder smoulder; mollusk mollusc; carcass carcase; cipher cypher;
dreadnought dreadnaught; draftsman draughtsman; fantasy phantasy; gypsy gipsy; gypsies gipsies; wagon waggon; cider
cyder; peddler pedlar; siphon syphon; story storey; stories storeys; tidbit titbit; vial phial; hiccup hiccough;
licorice liquorice; learned learnt; burned burnt; dreamed dreamt; leaned leant; leaped leapt; spelled spelt; spoiled
spoilt; spilled spilt; smelled smelt; kneeled knelt; stopped stopt; dropped dropt; stepped stept; whipped whipt;
wrapped wrapt; slipped slipt; dipped dipt; blessed blest; cursed curst; dressed drest; pressed prest; mixed mixt;
fixed fixt; expressed exprest; oppressed opprest; possessed possest; professed profest; tossed tost; crossed crost;
choose chuse; chooses chuses; complete compleat; ancient antient; burden burthen; murder murther; increase encrease;
entire intire; control controul; crowd croud; falsehood falshood; gulf gulph; music musick; public publick; physic
physick; politic politick; logic logick; havoc havock; until untill; through thro' thro thru; though tho' tho;
although altho' altho; over o'er; ever e'er; never ne'er; even e'en; taken ta'en; whatever whate'er; wherever
where'er; whenever whene'er; whoever whoe'er; howe'er however; the th'; of o'; against 'gainst; beneath 'neath; among
'mong; above 'bove; till 'til; every ev'ry; good-bye goodbye good-by; tsar czar tzar; sheikh sheik shaikh; caviar
caviare; cigarette cigaret; eyrie aerie; glamour glamor; nosy nosey; phony phoney; veranda verandah; wintry wintery;
woeful woful; balk baulk; barreled barrelled; behoove behove; bogie bogey; bolshy bolshie; briar brier; buses busses;
calk caulk; czarist tsarist; dependant dependent; dependants dependents; draft draught; drouth drought; duffel duffle;
encase incase; endorse indorse; enforce inforce; fervor fervour; filet fillet; fledgling fledgeling; gibe jibe;
glycerin glycerine; gram gramme; kilogram kilogramme; kidnapped kidnaped; kidnapping kidnaping; kidnapper kidnaper;
worshipped worshiped; worshipping worshiping; worshipper worshiper; lacquer lacker; mamma mama; meager meagre;
medieval mediaeval; nought naught; percent per-cent; pricey pricy; pygmy pigmy; raccoon racoon; reverie revery;
savanna savannah; sergeant serjeant; sulfuric sulphuric; swap swop; tranquility tranquillity; tranquilizer
tranquilliser tranquillizer; tumbrel tumbril; vermilion vermillion; zeros zeroes; no-one noone; naive naïve
""")

# -our/-or: what stands before it.
OUR_STEMS: Final = words("""
col hon fav lab neighb hum rum vap vig harb behavi endeav flav arm od rig sav savi splend tum val parl clam cand arb
ard demean misdemean dol enam ferv glam ranc succ err terr superi emper govern auth mirr horr discol ten inferi exteri
interi warri
""")

# -re/-er: the words in -re.
RE_WORDS: Final = words("""
centre theatre metre litre fibre calibre lustre sabre sombre spectre meagre goitre mitre nitre reconnoitre sepulchre
saltpetre amphitheatre epicentre kilometre centimetre millimetre micrometre nanometre millilitre accoutre titre
""")

# -lled/-led: verbs (and nouns) in an unstressed -l.
L_STEMS: Final = words("""
travel cancel label model level signal counsel marvel quarrel total tunnel fuel channel chisel dial duel equal funnel
grovel initial jewel libel panel pencil rival shovel shrivel snivel spiral stencil swivel symbol trammel unravel yodel
bevel cavil dishevel enamel gambol hovel kennel laurel medal metal parcel pedal peril pommel pummel ravel revel tassel
tinsel towel trowel weasel carol bedevil imperil victual credential council barrel caramel carburet fuel kernel vial
""")

# -ogue/-og.
OGUE_STEMS: Final = words("dialogue catalogue analogue monologue prologue epilogue travelogue homologue demagogue")

# ae and oe for e: letters before, the pair, letters after.
LIGATURE_PARTS: Final = words("""
anaem haemo haema haemi aesth anaesth paed mediaev gynaec archaeo encyclopaed orthopaed palaeo foet oesoph oestr rrhoe
homoeo oedem faec leukaem aeon toxaem primaev hyaen uraem septicaem caesarean caesarian ischaem coeliac amoeb subpoen
poenal oecumen oecolog oeconom aether judaea caesium glycaem lipaem
""")

# Accented words whose bare letters are another English word too rare for its frequency to show it.
ACCENTS_NEEDED: Final = frozenset(words("résumé résumés exposé rosé pâté pâtés lamé maté saké paté flambé öre"))

# Words of other languages, met in quotations and names of works, whose accent makes another word or form.
ACCENTS_ABROAD: Final = frozenset(
    words("""
    schön wurde würde würden könnte könnten möchte möchten hätte hätten müsste müssten wäre wären dürfte dürften
    mütter väter töchter brüder fördern förderte fördert zählen zählte drücken drückte fällen lösen à où là dû sûr
    côte côté marché passé été né él sí está están esté mí tú qué cómo cuándo dónde quién año años sólo más aún
    también será habló llegó pasó tomó dejó ganó é són é às pôde
    """)
)

# Accented words that are the same word without: borrowed and naturalised.
ACCENTS_OPTIONAL: Final = frozenset(
    words("""
    naïve café cafés façade façades rôle rôles élite élites fête fêtes cliché clichés début débuts décor régime
    régimes première premières protégé protégés protégée fiancé fiancée fiancés matinée matinées mêlée mêlées fiancées
    soirée soirées séance séances entrée entrées crêpe crêpes crèche dénouement blasé risqué touché voilà déjà passé
    négligée mañana señor señora señorita jalapeño jalapeños piñata über doppelgänger naïveté coöperate coöperation
    reëlect zoölogy learnèd blessèd belovèd bête château châteaux tête-à-tête vis-à-vis d'être hôtel dépôt débâcle
    éclair éclat émigré émigrés étude garçon ingénue maître mémoire née papier-mâché pied-à-terre précis ragoût
    smörgåsbord sauté sautéed soupçon tiède d'état appliqué attaché attachés canapé canapés cortège communiqué
    communiqués consommé décolleté divorcée détente habitué lycée manqué métier outré purée retroussé roué soigné
    suède tempêté vicuña führer kindergärten bric-à-brac
    """)
)

# Joined and parted they mean different things: never the same word by a hyphen or a space alone.
JOINS_APART: Final = frozenset(
    words("""
    resign resigned resigns resigning recover recovered recovers recovering recovery reform reformed reforms reforming
    reformation recreation recreate recreated recount recounted recounts resent represent represented represents
    release released remark remarked repress repressed resort resorted restore reserve reserved resound retreat
    retreated recollect recollected react relay relaid retire redress refuse refund reprove resolve resolved reside
    reset recede replay coop coops corespondent unionized unionised unionize prejudge rebound recoil recess maybe
    already altogether apart everyday sometime sometimes along around about away again abroad aside beside because
    become before without within inside outside indeed into onto upon alive alone aloud almost also always awhile
    backup breakup breakdown buildup checkup cleanup comeback crackdown cutback dropout fallout follow-up getaway
    handout holdup layoff lookout makeup meltdown payoff pickup rollout runaway setback setup showdown shutdown
    standoff takeover turnout workout altar notable notice often preposition prepositions replace replaced replaces
    report reported reports record recorded overlook oversee undergo understand overall attend allot alright alight
    amount abide alike allow amend
    """)
)

# Function words that older spelling parts from what follows: first word, then what may follow it.
JOINED_AFTER: Final = {
    first: frozenset(others)
    for first, *others in rows("""
    to day night morrow; any one body thing where how; every one body thing where; some one body thing where how what;
    no where body one; can not; for ever evermore; who ever soever; what ever soever; where ever soever as by upon;
    when ever soever; how ever soever; which ever soever; never theless the-less; none theless; more over; there fore
    upon after by; here after by upon in tofore; mean time while; not withstanding; through out; an other; with al;
    good bye; your self selves; my self; him self; her self; it self; our selves; them selves
    """)
}

# Names of one person, place or body in different transliterations, the canonical one first.
NAME_GROUPS: Final = rows("""
kyiv kiev kyjiw kiew; kharkiv kharkov charkiw; lviv lvov; odesa odessa; zaporizhzhia zaporizhia zaporizhzhya
zaporozhye; chernobyl chornobyl; mykolaiv mykolayiv nikolaev; luhansk lugansk; dnipro dnepr dnieper; donbas donbass;
muhammad mohammed mohammad muhammed mohamed mohamad; gaddafi qaddafi gadhafi kadhafi qadhafi kaddafi gaddafy; osama
usama; hussein hussain husain husayn; alexei aleksei alexey aleksey; sergei sergey sergej; yuri yury yuriy jurij;
dmitri dmitry dmitriy dmitrii dmitrij; andrei andrey andrej; nikolai nikolay nikolaj; yevgeny evgeny yevgeniy evgenii
yevgeni evgeniy; hezbollah hizbullah hizbollah hezbullah hizballah; koran quran qur'an; al-qaeda al-qaida al-qa'ida
alqaeda; taliban taleban; mecca makkah; romania rumania roumania; serbia servia; korea corea; tibet thibet; hindu
hindoo; hindus hindoos; shakespeare shakspeare shakspere; khrushchev khrushchov; tchaikovsky chaikovsky tschaikowsky;
chekhov tchekhov tschechow; gorbachev gorbachov; tolstoy tolstoi; dostoevsky dostoyevsky dostoievsky dostojewski;
trotsky trotzky trotski; pushkin puschkin; peking beijing; tehran teheran; baghdad bagdad; riyadh riad; beirut
beyrouth; sana'a sanaa; haj hajj; ramadan ramadhan ramazan; sharia shari'a shariah; burka burqa; hanukkah chanukah
hanukah; netanyahu netanjahu; lukashenko lukashenka lukaschenko; yanukovych yanukovich janukowitsch; poroshenko
poroschenko; putin poutine; yeltsin jelzin eltsine; medvedev medwedew; lavrov lawrow; navalny nawalny navalnyy;
saakashvili saakaschwili; erdogan erdoğan; assad asad; khamenei chamenei; khomeini chomeini; mujahideen mujahedin
mujahedeen mujahidin; intifada intifadah; moslem muslim; moslems muslims; jesu jesus
""")
