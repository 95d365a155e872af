"""English negation as data: negative words, contractions, verbs that negate what follows, and affix guards."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import rows, words

NEGATIONS: Final = frozenset(
    words("""
    not no never none nobody nothing nowhere neither nor without non no-one noone nope nah nay nae ne'er nary naught
    nought nowt noways nowise cannot dunno nevermore nix sans
    """)
)

# They leave a little: "hardly any" is nearly none. A change from or to one of these turns the meaning all the same.
WEAK_NEGATIONS: Final = frozenset(words("hardly barely scarcely seldom rarely scarce"))

# Written with no apostrophe, as in subtitles and posts; "cant", "wont" and "wed" are words of their own.
BARE_NEGATIONS: Final = frozenset(
    words("""
    dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt mustnt neednt aint
    """)
)

# Auxiliaries that take n't, with the form that stands before it where that differs.
BEFORE_NOT: Final = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is", "a": "am"}
AUXILIARIES_WITH_NOT: Final = frozenset(
    words("""
    is are was were am do does did has have had can could will would shall should may might must need ought dare used
    let tis
    """)
)

# What a clitic may stand for, the likeliest first.
CLITICS: Final = {
    "'s": ("is", "has"),
    "'re": ("are",),
    "'m": ("am",),
    "'ve": ("have",),
    "'ll": ("will", "shall"),
    "'d": ("would", "had"),
}

# Joined words: the word, then its full forms; "/" parts two readings.
JOINED: Final = {
    row[0]: tuple(tuple(reading.split()) for reading in " ".join(row[1:]).split("/"))
    for row in rows("""
    gonna going to; wanna want to / want a; gotta got to / have got to; gimme give me; lemme let me; kinda kind of;
    sorta sort of; outta out of; lotta lot of; dunno do not know; coulda could have; shoulda should have; woulda would
    have; musta must have; mighta might have; oughta ought to; hafta have to; hasta has to; tryna trying to; c'mon
    come on; y'all you all; d'you do you; d'ye do you; cannot can not; let's let us; 'tis it is; tis it is; 'twas it
    was; twas it was; 'twere it were; 'twill it will; 'twould it would; 'twixt betwixt; 'em them; 'im him; 'er her;
    'cause because; cause because; 'til until / till; 'bout about; 'round around; 'nother another; an' and; 'n' and;
    'n and; o' of; ol' old; ma'am madam; ain't is not / are not / am not / has not / have not; aint is not / are not /
    am not / has not / have not; an't am not / are not; 'tisn't it is not; tisn't it is not; 'twasn't it was not;
    innit is it not; whatcha what are you / what do you; gotcha got you; betcha bet you; how'd how did / how would /
    how had; where'd where did / where would / where had; why'd why did / why would; what'd what did / what would /
    what had; dontcha do not you; prolly probably; cuz because; 'cos because; cos because; thru through; tho though;
    till until; ya you; ye you; yer your; yo your; aught anything; e'en even
    """)
}

# Verbs, nouns and adjectives that deny what depends on them, as lemmas by part of speech.
IMPLICIT_VERBS: Final = words("""
fail refuse deny lack avoid prevent reject decline forbid prohibit ban bar stop cease quit halt block abandon cancel
neglect omit refrain abstain resist oppose doubt disagree dispute exclude preclude deter hinder withhold withdraw
forgo abolish renounce disown disavow disclaim rebuff repudiate veto dismiss overturn revoke rescind scrap shun spurn
""")
IMPLICIT_WORDS: Final = frozenset(
    words("""
    unable impossible unlikely absent devoid failure failures refusal refusals denial denials absence rejection
    rejections prohibition abstention cessation nonexistent void deny-all
    """)
) - {"deny-all"}

# Pairs that only look like a word and its negation: the longer word, whatever its affix.
NOT_NEGATED: Final = frozenset(
    words("""
    infamous invaluable inflammable inhabitable indifferent indeed income inside inform input into inland install
    invest invent intend increase indoor indoors insure infuse inborn intense intent inflame inspire inset insight
    inquest infer infield influx inlay inlet inmate inroad inscribe inspect insect insert instance instant instead
    instinct institute instruct instrument insult intake interior intern intone intrude inverse invert invite invoke
    involve inward incense incite incline include index indent individual induct indulge industry infant infest
    inflate inflict import impress impose impair impart improve impersonate immigrate immigrant immigration implant
    implode impact impending imply impeach impel imperil impound imprint imprison impute impale important importance
    impression irrigate irritate illustrate illuminate irradiate illusion discover discovery display discharge
    disclose disclosure dissolve dispose discount dismiss dispatch disease discourse disguise disappoint dismember
    displace discord distract disgust distribute disturb discuss disperse dispute distance distil distill distinct
    distort distress district dispel dispense dispart discard disband discern disciple disco discreet discrete
    disposal disposition disport disrupt dissent dissect disaster dissertation unit union unite unto under until
    unless uniform unison universe unique unloose unloosen unravel unthaw unanimous unction undergo unities unify
    unfold nonsense nonchalant nonplus nonplussed none nonetheless nonet priceless regardless nevertheless nonetheless
    unless bless ruthless feckless reckless listless restless timeless countless numberless endless ceaseless
    relentless tireless doubtless needless matchless peerless selfless fearless wireless cordless bottomless shameless
    breathless
    """)
)

# Prefixes that negate adjectives and what is made from them, and the letters they stand before.
ADJECTIVE_PREFIXES: Final = {"in": "", "im": "mbp", "ir": "r", "il": "l", "a": ""}
