"""English verbs and nouns of saying, by kind. Chosen by hand as lemmas; inflected here."""

from __future__ import annotations

from typing import Final

from quotecheck.language.en.inflection import all_forms
from quotecheck.language.lists import words

# Old forms that no rule gives.
_ARCHAIC: Final = frozenset({"quoth", "saith", "sayeth", "sayest", "spake", "bade", "methinks", "methought", "writ"})

SAYING: Final = _ARCHAIC | all_forms(
    words("""
    say tell add state claim report announce explain note argue warn insist ask answer reply respond declare assert
    maintain contend stress emphasise emphasize write tweet retweet post blog comment remark observe admit
    acknowledge concede confirm confess reveal disclose suggest urge demand request order instruct promise pledge
    vow swear predict forecast estimate recall recount relate narrate describe testify complain lament joke quip
    jest boast brag continue conclude begin interject interrupt object protest retort counter rebut reiterate repeat
    affirm reaffirm aver avow allege opine point propose recommend advise caution appeal plead beg implore agree
    disagree allow accuse blame criticise criticize condemn denounce decry deplore praise hail thank congratulate
    apologise apologize underline underscore highlight hint imply indicate signal inform notify brief assure
    reassure mention outline elaborate clarify specify stipulate threaten call quote cite phrase put voice express
    utter speak talk teach preach pronounce proclaim profess speculate surmise theorise theorize posit hypothesise
    hypothesize venture volunteer interpose rejoin inquire enquire query question challenge charge lecture scold
    chide rebuke reprimand remonstrate tease taunt mock counsel exhort command direct prompt summarise summarize sum
    recite read sing dictate communicate convey relay message text email e-mail phone attest certify submit find
    hold rule decide advocate defend justify rebuff scoff tout deadpan correct exclaim cry ejaculate gush enthuse
    rave fume vent grumble gripe bemoan moan groan foretell prophesy guess reckon label dub
    """)
)

# The verbs among them that mostly mean something else: they report speech only beside a quotation or with "that".
LOOSE: Final = all_forms(
    words("""
    put begin point allow find hold rule sing sum talk call speak text message phone email e-mail direct praise hail
    thank submit decide order prompt relay convey correct charge challenge defend justify post command label dub
    mock read cry continue conclude express recall relate describe agree charge counter put appeal demand request
    praise
    """)
)

# How the voice sounds; verbs of saying in stories and in reportage.
MANNER: Final = all_forms(
    words("""
    shout yell scream shriek whisper murmur mutter mumble call bellow roar bark snap snarl growl hiss gasp sigh sob
    weep wail laugh chuckle giggle drawl stammer stutter croak chime pipe blurt breathe whimper whine squeak screech
    bawl thunder holler intone grunt sniff snort purr coo chirp babble rasp drone echo joke smile grin shrug nod
    """)
)

# What somebody thinks, knows or feels: reported thought, not speech, unless the text says so.
THOUGHT: Final = all_forms(
    words("""
    think believe feel know hope fear expect doubt suspect understand imagine consider guess reckon figure suppose
    presume assume wonder muse reflect ponder remember forget realise realize recognise recognize conclude decide
    dream wish worry see notice gather hear learn foresee anticipate trust regret
    """)
)

# The words that follow are said to be untrue, or not accepted.
DENIAL: Final = all_forms(
    words("deny dispute reject refute disclaim disavow repudiate dismiss contradict discount gainsay")
)

NOUNS: Final = frozenset(
    words("""
    word words statement statements comment comments remark remarks speech speeches claim claims assertion
    assertions announcement announcements answer answers reply replies response responses question questions
    interview interviews letter letters tweet tweets post posts message messages email emails report reports
    testimony warning warnings allegation allegations argument arguments accusation accusations admission admissions
    apology apologies complaint complaints confession confessions declaration declarations denial denials
    explanation explanations observation observations opinion opinions promise promises pledge pledges vow vows
    proposal proposals prediction predictions request requests suggestion suggestions demand demands order orders
    threat threats view views belief beliefs address addresses sermon sermons lecture lectures quote quotes
    quotation quotations account accounts assurance assurances affidavit deposition verdict ruling rulings saying
    sayings motto slogan phrase phrases line lines description descriptions recommendation recommendations call
    calls plea pleas appeal appeals criticism criticisms objection objections conclusion conclusions finding
    findings memo memoir memoirs diary communique
    """)
)

# What ties a quotation to the one before it: the same speaker goes on, or another answers.
ADDING: Final = all_forms(words("add continue conclude"))
ADDING_PHRASES: Final = frozenset({"went on", "goes on", "going on"})
ANSWERING: Final = all_forms(words("reply answer respond retort"))
ANSWERING_PHRASES: Final = frozenset({"in reply", "in response", "in answer"})
