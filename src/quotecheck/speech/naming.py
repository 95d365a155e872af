"""What stands about names: titles, roles, nicknames, pronouns, organisations. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MALE_TITLES: Final = frozenset(
    "mr mister sir lord king prince duke baron count earl emperor herr senor don monsieur m father "
    "brother uncle fray friar abbe chairman congressman sr uncle grandfather master signor squire rabbi sheikh "
    "sultan tsar".split()
)
FEMALE_TITLES: Final = frozenset(
    "mrs ms miss lady dame madam madame mme mlle queen princess duchess baroness countess empress frau "
    "fraulein senora senorita dona sra mother sister aunt grandmother chairwoman congresswoman "
    "mademoiselle signora nurse".split()
)
# Titles that are the one or the other's for sure: a wife is no daughter.
MARRIED: Final = frozenset("mrs mme frau senora sra".split())
UNMARRIED: Final = frozenset("miss mlle fraulein senorita".split())

# Words of address that are no part of a name and no office to be known by.
TITLES: Final = (
    MALE_TITLES
    | FEMALE_TITLES
    | frozenset(
        "dr doctor prof professor rev reverend hon honorable honourable right st saint mx esq el la le the der die das "
        "dem den los las young old dear poor little".split()
    )
)

SUFFIXES: Final = frozenset("jr sr junior senior ii iii iv esq phd md qc kc mp mep obe mbe cbe".split())

# Offices and callings: the head of "the Spanish foreign minister". Singular, folded.
_ROLES: Final = frozenset(
    """
    president premier minister chancellor secretary chief head leader chairman chairwoman chairperson chair director
    spokesman spokeswoman spokesperson official officer commander general colonel captain major lieutenant sergeant
    admiral marshal ambassador envoy diplomat governor mayor senator congressman congresswoman representative lawmaker
    legislator deputy councillor councilor alderman judge justice attorney lawyer counsel prosecutor solicitor barrister
    clerk sheriff constable detective inspector superintendent commissioner police policeman policewoman bishop
    archbishop cardinal pope priest pastor vicar rabbi imam king queen prince princess duke duchess emperor empress
    sultan emir tsar lord lady count countess earl baron ceo cfo coo cto founder cofounder co-founder owner manager
    executive boss editor reporter journalist correspondent columnist anchor moderator host interviewer presenter author
    writer poet novelist playwright historian philosopher economist scientist researcher professor doctor physician
    surgeon nurse teacher lecturer student pupil principal headmaster headmistress dean rector coach player captain
    trainer striker goalkeeper champion actor actress singer musician composer conductor director producer artist
    painter sculptor photographer architect engineer mechanic astronaut pilot driver sailor soldier gunner guard
    messenger servant gentleman gentlewoman lord sailor clown gravedigger grave-digger ghost priest citizen commoner
    witch murderer soothsayer attendant apparition carpenter cobbler tailor weaver farmer baker butcher miller smith
    shepherd fisherman merchant banker broker trader investor analyst strategist adviser advisor aide assistant expert
    specialist consultant activist campaigner organiser organizer protester demonstrator worker employee member delegate
    commissioner treasurer auditor accountant librarian curator keeper witness victim survivor suspect defendant
    plaintiff petitioner respondent neighbour neighbor resident villager tourist passenger customer patient client
    caller listener viewer reader man woman boy girl child father mother son daughter brother sister husband wife widow
    uncle aunt grandfather grandmother friend colleague speaker voice stranger traveller traveler prisoner convict
    beadle landlord landlady maid butler cook porter steward housekeeper governess squire knight page herald nuncio
    moderator candidate nominee incumbent mp mep ladyship lordship majesty highness excellency holiness interpreter
    translator biologist chemist physicist mathematician geologist astronomer meteorologist psychologist psychiatrist
    sociologist anthropologist archaeologist linguist negotiator mediator chaplain controller chairlady whip speaker
    firefighter paramedic veteran refugee migrant ranger blogger minister richter richterin presidencia ministro
    ministra presidente presidenta vicepresidente vicepresidenta portavoz diputado diputada alcalde alcaldesa director
    directora ministre maire depute deputee porte-parole
    """.split()
)

# German callings run together with what they are for: "Finanzvorstand", "Bildungssenatorin". Each may stand alone.
_GERMAN_CALLINGS: Final = """
    minister kanzler prasident sprecher vorsitzender vorsitzende vorsitzenden chef leiter burgermeister abgeordneter
    abgeordnete abgeordneten vorstand senator sekretar direktor trainer anwalt politiker experte expertin forscher
    beauftragter beauftragte beauftragten kommissar grunder inhaber autor redakteur schauspieler sanger spieler
    manager milliardar millionar funktionar aktivist bischof kardinal papst wissenschaftler historiker okonom
    kandidat vertreter berater fuhrer professor general botschafter staatsanwalt journalist regisseur kapitan
    """.split()
CALLING_ENDINGS: Final = tuple(
    dict.fromkeys(form for word in _GERMAN_CALLINGS for form in (word, word if word.endswith("e") else word + "in"))
)
GERMAN_WOMEN: Final = tuple(word for word in CALLING_ENDINGS if word.endswith("in"))
ROLES: Final = _ROLES | frozenset(CALLING_ENDINGS)

# What stands before an office and belongs to it.
ROLE_ADJECTIVES: Final = frozenset(
    """
    prime foreign vice deputy assistant associate acting interim former ex ex-president late current new then
    outgoing incoming chief senior junior first second third fourth fifth sixth lead executive general managing
    national federal regional local state royal finance defence defense interior health education justice labour
    labor trade economy environment energy transport agriculture culture housing treasury home press communications
    campaign party opposition majority minority parliamentary presidential shadow supreme high court union trade
    company club team police fire army navy military air force naval city town village county district borough
    security intelligence policy science research medical legal financial human rights public lord under permanent
    private political old young unidentified unnamed anonymous another top retired veteran famous
    """.split()
)

# Callings that are as often a family name: an office only in small letters or after an article.
SURNAMES: Final = frozenset(
    "smith miller baker butcher weaver carpenter page porter cook butler steward shepherd farmer knight fisher taylor "
    "driver cobbler gunner guard judge dean rector earl baron duke pope bishop abbot marshal major sergeant coach "
    "squire richter wirt".split()
)

GROUPS: Final = frozenset(
    """
    officials ministers leaders sources experts analysts scientists researchers critics supporters protesters
    residents witnesses police lawmakers diplomats reporters journalists authorities spokesmen officers troops
    workers employees members students doctors teachers farmers economists activists people men women children
    others everyone everybody all both many some citizens soldiers lords ladies servants players
    """.split()
)

ORGANISATION_WORDS: Final = frozenset(
    """
    organization organisation association society institute institution university college school academy committee
    commission council ministry department office agency bureau authority administration government parliament
    congress senate court bank fund union federation confederation league alliance party company corporation corp
    inc ltd llc plc gmbh ag group holdings foundation trust club team church times post journal news magazine press
    network television radio airlines airways railway hospital museum library service services army navy force
    forces board assembly house embassy community coalition movement front initiative partnership center centre
    laboratory laboratories lab programme program project campaign periodico diario gobierno ministerio partido
    asociacion fundacion agencia universidad agence gouvernement ministere parti fondation universite
    """.split()
)
# German bodies run together with what they are for: "Bundesregierung", "Nachrichtenagentur".
ORGANISATION_ENDINGS: Final = tuple(
    """
    zeitung agentur ministerium behorde gericht verband partei regierung kommission fraktion gesellschaft anstalt
    fernsehsender radiosender rundfunk fernsehen presse universitat stiftung institut bundesamt landesamt polizei
    anwaltschaft gewerkschaft konzern verein magazin tageblatt tagblatt wochenblatt unternehmen
    """.split()
)

# Articles and possessives of German: what follows is a description, however many capitals it has.
GERMAN_DETERMINERS: Final = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines sein seine seinen seinem seiner seines ihr ihre ihren
    ihrem ihrer ihres dieser diese dieses diesen diesem mein meine meinen meinem meiner unser unsere unseren unserem
    unserer kein keine keinen keinem keiner
    """.split()
)

# Words that tell the gender of the one they describe; other callings are anybody's.
MALE_WORDS: Final = frozenset(
    """
    man boy lad father son brother husband uncle grandfather nephew gentleman king prince duke baron policeman 
    congressman widower bridegroom schoolboy chap monk waiter clergyman tradesman coachman
    footman frenchman englishman irishman scotsman scotchman welshman dutchman fisherman nobleman countryman salesman
    foreman horseman lordship papa dad daddy lord mann junge vater sohn bruder ehemann onkel grossvater neffe
    hombre nino padre hijo hermano esposo marido homme garcon pere fils frere mari
    """.split()
)
FEMALE_WORDS: Final = frozenset(
    """
    woman girl lady mother daughter sister wife aunt grandmother niece widow queen princess duchess policewoman
    spokeswoman chairwoman congresswoman actress mistress governess stewardess waitress hostess landlady maid housemaid
    schoolgirl bride spinster nun ladyship mamma mama mum mom mommy frau madchen mutter tochter schwester ehefrau tante
    grossmutter nichte witwe dame mujer nina madre hija hermana esposa femme fille mere soeur epouse
    """.split()
)
CHILD_WORDS: Final = frozenset("child boy infant baby toddler schoolboy schoolgirl lad nino nina enfant".split())
# Forms of address that no child has.
ADULT_TITLES: Final = frozenset(
    "mr mrs ms sir dr doctor prof professor rev reverend captain colonel general judge senator herr frau senor senora "
    "monsieur madame m mme".split()
)
# Titles before a given name that is one's whole name: "Prince William" is no Mr. William.
REGNAL_TITLES: Final = frozenset("prince princess king queen pope saint st emperor empress tsar sultan".split())
# How family names end where people bear two, the father's before the mother's, and may leave out the second.
DOUBLE_SURNAME_ENDINGS: Final = ("a", "o", "z", "es", "os", "as", "is", "ll", "al", "an", "en", "in", "on", "e", "i")
# What makes another office of an office: a former mayor is not the mayor.
OFFICE_LIMITS: Final = frozenset(
    "former ex late then outgoing incoming acting interim deputy vice assistant associate shadow candidate nominee "
    "elect emeritus retired".split()
)
# What stands before a name and tells nothing of its bearer.
EPITHETS: Final = frozenset("young old dear poor little".split())
# Forms of address before a family's or a land's name; "Sir" and "Aunt" stand before a given one.
FAMILY_TITLES: Final = (ADULT_TITLES - {"sir"}) | frozenset("miss mlle fraulein lady lord count countess baron".split())
# Given names that men and women bear, in one land or in two.
EITHER_NAMES: Final = frozenset(
    """
    andrea simone nicola gabriele jan kim sasha sascha robin alex evelyn jean joan sandy toni carol hilary shirley
    ashley kelly leslie lindsay tracy beverly courtney alexis dominique claude marion vivian kay jo sam charlie lou
    ray pat chris terry nikita luca jamie jordan dana morgan taylor casey jackie frances francis jesse jessie lee
    laurence may june april dylan avery billie frankie angel mika sana noa yuri sidney sydney stacy allison jocelyn
    """.split()
)
ACRONYMS: Final = frozenset(
    "nato un eu us usa uk uae who imf fbi cia nsa nasa esa bbc cnn nbc abc cbs npr pbs fox unesco unicef unhcr opec "
    "oecd osce wto ecb fed aclu naacp nra fda cdc epa irs sec doj ussr gop spd cdu csu fdp afd pp psoe isis is plo "
    "ira eta itv afp ap dpa upi mit ucla".split()
)

PRONOUNS: Final[Mapping[str, str]] = {
    **dict.fromkeys("he him himself his er ihm ihn él il lui".split(), "m"),
    **dict.fromkeys("she her herself hers ella elle".split(), "f"),
    **dict.fromkeys(
        "i me my we us our you your thou thee ye it its they them themselves one someone somebody who which this "
        "that these those sie es wir ihr ich man ellos ellas yo nosotros ils elles je nous vous on anyone nobody "
        "everyone".split(),
        "",
    ),
}

# Given names and their short forms; the names of one row may stand for each other.
_NICKNAMES: Final = """
    william bill will billy willie liam|robert bob rob bobby robbie bert|richard rick dick rich ricky
    james jim jimmy jamie|john jack johnny jon|joseph joe joey|michael mike mick mickey|thomas tom tommy
    charles charlie chuck chas|edward ed eddie ted ned teddy|edmund ed ned ted|theodore ted teddy theo
    henry harry hank hal|margaret maggie meg peggy marge daisy greta
    elizabeth liz beth betty bess eliza lizzie lisa libby betsy lizzy
    katherine catherine kathryn kate kathy katie cathy kit kitty|anthony tony|antony tony|andrew andy drew
    alexander alex alec sandy sasha xander|alexandra alex sandra sasha|daniel dan danny|david dave davey
    donald don donnie|douglas doug|eugene gene|francis frank|franklin frank|frederick fred freddie
    geoffrey geoff jeff|jeffrey jeff geoff|gerald gerry jerry|gregory greg|harold harry hal|jacob jake
    kenneth ken kenny|lawrence larry laurence|leonard len leo|martin marty|matthew matt|nathaniel nat nate
    nathan nate|nicholas nick nicky nicolas|patrick pat paddy|patricia pat patty trish tricia|peter pete
    philip phil phillip|raymond ray|ronald ron ronnie|samuel sam sammy|samantha sam|stephen steve steven|stuart stu
    timothy tim|vincent vince|walter walt wally|zachary zach zack|abraham abe|albert al bert|alfred al fred alf
    alan al allen allan|arthur art|benjamin ben benny|bernard bernie|christopher chris kit
    christine chris chrissy tina|clifford cliff|deborah deb debbie|dorothy dot dolly dottie|eleanor ellie nell nora
    ellen nell nellie|emily em emmy|frances fran fanny|gabriel gabe|janet jan|jennifer jen jenny jenn|jessica jess
    joshua josh|judith judy|julia julie|kimberly kim|louis lou lewis|louise lou|mary molly polly mamie|melissa mel
    melvin mel|mitchell mitch|pamela pam|penelope penny|rebecca becky becca|roger rog|rosemary rose|russell russ
    sarah sally sadie|susan sue suzie susie|theresa tess terry|terence terry|victoria vicky tori|vladimir volodymyr
    virginia ginny|winston winnie|joanna jo|josephine jo|barbara barb babs|bradley brad|calvin cal|cynthia cindy
    dwight ike|gwendolyn gwen|howard howie|isabella bella|jonathan jon|madeleine maddie|maximilian max
    mohammed muhammad mohamed mohammad muhammed|sergei sergey serge|yuri yury iurii|dmitri dmitry dmitriy
    joachim jochen achim|johannes hans johann|friedrich fritz|wilhelm willi willy|josé jose pepe
    francisco paco pancho|marcus mark|marc mark
    """

NICKNAMES: Final = tuple(frozenset(row.split()) for row in _NICKNAMES.replace("\n", "|").split("|") if row.strip())
