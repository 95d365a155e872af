"""English words round reported speech. Verbs and nouns of saying stand in ``saying``."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = (
    "he=m she=f it=n they=p we=1 i=1 you=2 who=c ye=2 thou=2 somebody=c someone=c nobody=c everyone=c one=c"
)
DETERMINERS: Final = """
the a an this that these those his her their its my our your some another any each both every no one two three four
five six seven eight nine ten several many most few other others all half either neither such former current acting
"""
GENITIVES: Final = "of for"
INNER_PREPOSITIONS: Final = "of for from at with in on to"
PREPOSITIONS: Final = """
by about after before during over under against among amongst between into through than as like since until till
without within upon toward towards amid amidst near off out via per despite besides beyond behind beside below above
across along around throughout onto inside outside except concerning regarding following including according because
"""
CONJUNCTIONS: Final = """
and or but nor while whereas because that which whose whom when where if although though since so yet unless whether
until as how why what whilst once than after before
"""
AUXILIARIES: Final = """
has have had is are was were be been being am do does did will would shall should can could may might must 's 'd 've
hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hath
doth
cannot not never didst ought used
"""
PASSIVES: Final = "is are was were be been being am isn't aren't wasn't weren't get got gets"
ADVERBS: Final = """
also later then just once again already only still even now recently soon further always often ever too meanwhile
today yesterday tomorrow tonight however therefore thus instead moreover furthermore nevertheless nonetheless
afterwards afterward earlier first finally next here there perhaps maybe both all themselves himself herself itself
quite rather almost hardly barely never not though indeed else much more simply long since thereafter hitherto
monday tuesday wednesday thursday friday saturday sunday aloud softly slowly back yet ahead last late early this
"""
ADVERB_ENDINGS: Final = "ly"
THAT: Final = "that whether how why what if"
AS_WORDS: Final = "as"
SOURCES: Final = """
according to; in the words of; as per; in the opinion of; in the view of; in the eyes of; by the account of; to quote;
quoting; citing; in a statement from; in a statement by; in the judgment of; as reported by;
as first reported by; as reported in
"""
SOURCES_AFTER: Final = ""
TAGS: Final = ""
PARTICLES: Final = (
    "de la von van der den del della di da dos du al el bin ibn ter of the y e le ten st o and & af av zu"
)
ADDRESSING: Final = """
tell tells told telling ask asks asked asking inform informs informed informing assure assures assured assuring remind
reminds reminded reminding warn warns warned warning notify notifies notified advise advises advised urge urges urged
address addresses addressed thank thanks thanked order orders ordered beg begs begged implore implored quote quotes
quoted quoting praise praised
"""
ABBREVIATIONS: Final = """
mr mrs ms messrs mme mlle dr prof rev fr sr jr st gov sen rep gen col lt sgt capt cpl cmdr maj adm hon pres supt insp
det inc co corp ltd llc plc bros dept univ est no nos vs etc al fig figs vol pp ed eds approx ave blvd rd mt ft jan feb
mar
apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.u a.m p.m ph.d m.d b.a m.a d.c i.e e.g
cf ca op cit viz esq bart messrs c d.c. pt atty
"""
TITLES: Final = """
mr mrs ms miss mister madam sir lady lord dr doctor prof professor rev reverend fr father sister brother st president
vice premier prime minister chancellor king queen prince princess duke duchess count countess baron baroness earl
senator sen governor gov representative rep congressman congresswoman mayor judge justice general gen colonel col
lieutenant lt captain capt capt. major maj sergeant sgt admiral adm commander secretary chief director chairman
chairwoman ceo officer detective inspector superintendent constable ambassador bishop archbishop pope cardinal rabbi
imam sheikh sultan emperor empress aunt uncle madame monsieur mme mlle squire dame master mistress parson widow old
young little poor dear coach attorney deputy spokesman spokeswoman spokesperson professor-emeritus foreign
"""
NOUNS_CAPITAL: Final = False
ORDINAL_DOTS: Final = False
CLITICS: Final = ""
VERB_SECOND: Final = False
JOINING: Final = "and & or"
RELATIVES: Final = "who which"
# Verbs that take a clause without "that".
BARE: Final = """
say says said saying claim claims claimed claiming add adds added adding insist insists insisted insisting think
thinks thought believe believes believed believing hope hopes hoped hoping warn warns warned warning argue argues
argued arguing suggest suggests suggested suggesting note notes noted noting acknowledge acknowledges acknowledged
admit admits admitted maintain maintains maintained allege alleges alleged alleging estimate estimates estimated
predict predicts predicted assert asserts asserted state states stated stating report reports reported reporting
reckon reckons reckoned fear fears feared suspect suspects suspected stress stresses stressed concede concedes
conceded contend contends contended explain explains explained observe observes observed reveal reveals revealed tell
tells told telling confirm confirms confirmed remark remarks remarked swear swears swore promise promises promised
promising announce announces announced declare declares declared conclude concludes concluded find finds found learn
learns learned show shows showed rule rules ruled reply replies replied write writes wrote deny denies denied recall
recalls recalled mean means meant assume assumes assumed
"""
REPORTIVE: Final = ""
LOOSE_SOURCES: Final = ""
OBLIQUE: Final = ""
SEPARATED: Final = ""
# Verbs that give a quotation, but no reported clause.
NAMING: Final = """
chant chants chanted chanting riff riffs riffed
describe describes described describing call calls called calling label labels labelled labeled labelling brand brands
branded dub dubs dubbed hail hails hailed hailing praise praises praised condemn condemns condemned condemning denounce
denounces denounced denouncing term terms termed slam slams slammed dismiss dismisses dismissed decry decries decried
characterize characterized characterise characterised criticize criticized criticise criticised blast blasts blasted
welcome welcomed lambast lambasted liken likened denounce portrayed portray
"""
QUOTING: Final = "quote quotes quoted quoting cite cites cited citing"
STANDING: Final = ""
OPINIONS: Final = ""
# Words before marks round what somebody calls something.
CALLING: Final = "as a an of"
BY: Final = "by"
# Forms of address and ranks that tell the gender.
GENDERED_TITLES: Final = """
mr=m sir=m lord=m king=m prince=m duke=m count=m baron=m earl=m father=m brother=m uncle=m squire=m monsieur=m
master=m congressman=m chairman=m spokesman=m emperor=m pope=m bishop=m parson=m mrs=f ms=f miss=f madam=f lady=f
queen=f princess=f duchess=f countess=f baroness=f sister=f aunt=f madame=f mme=f mlle=f dame=f mistress=f widow=f
congresswoman=f chairwoman=f spokeswoman=f mother=f
"""
# Nouns for a person, with the gender they tell; "c" for either.
PERSON_NOUNS: Final = """
man=m boy=m gentleman=m fellow=m lad=m father=m brother=m son=m husband=m uncle=m king=m prince=m lord=m priest=m
monk=m guy=m youth=m clergyman=m parson=m squire=m landlord=m coachman=m policeman=m fisherman=m spokesman=m
chairman=m congressman=m businessman=m grandfather=m nephew=m waiter=m woman=f girl=f lady=f mother=f sister=f
daughter=f wife=f aunt=f queen=f princess=f nurse=f maid=f widow=f spokeswoman=f chairwoman=f actress=f landlady=f
grandmother=f niece=f housekeeper=f governess=f waitress=f doctor=c officer=c soldier=c sergeant=c captain=c
lawyer=c teacher=c pupil=c stranger=c visitor=c traveller=c guide=c servant=c convict=c child=c friend=c
author=c writer=c minister=c president=c senator=c governor=c mayor=c judge=c spokesperson=c official=c expert=c
analyst=c scientist=c researcher=c director=c manager=c player=c coach=c surgeon=c beadle=m messenger=c driver=c
clerk=c porter=c butler=m prisoner=c inspector=c detective=c editor=c reporter=c journalist=c prosecutor=c
"""
# Endings of nouns for a role, before a name.
ROLE_ENDINGS: Final = "er or ist man woman person chief head boss ician president student captain general minister"
# Written short before a name, and the word that is written elsewhere.
TITLE_FORMS: Final = """
dr=doctor prof=professor gov=governor sen=senator gen=general capt=captain lt=lieutenant sgt=sergeant rev=reverend
rep=representative col=colonel maj=major adm=admiral insp=inspector det=detective
"""
# Possessive pronouns with the gender of the one they mean.
POSSESSIVES: Final = "his=m her=f their=p its=n"
OBLIQUE_BEFORE: Final = ""
# Determiners that can be a subject of their own.
STANDING_ALONE: Final = """
some others many most several few another both neither two three four five six seven eight nine ten
"""
# Verb forms that are nouns more often.
NOUNS_TOO: Final = """
state states voice voices rule rules order orders charge charges challenge challenges command commands signal signals
protest protests record records thought project projects fears hopes estimates doubts
"""
# Participles that are no past form.
PARTICIPLES: Final = "known seen shown written spoken sworn forgotten foreseen proven sung"
# "that" is no part of what is reported.
DROPPED: Final = "that"
LINKS: Final = "and but while with"
INFINITIVES: Final = "to"
WITH_WORDS: Final = "with words"
COMPLEMENTS: Final = (
    "close: to; familiar: with; involved: in; briefed: on; adviser: to; advisor: to; advisers: to; advisors: to;"
    " aide: to; aides: to; ambassador: to; envoy: to; assistant: to; counsel: to; counselor: to;"
    " donor: to; heir: to"
)
INDEFINITES: Final = "a an one another some several two three"
