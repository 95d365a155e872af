"""English cues of attitude and judgement: what follows them is what somebody wants, praises, fears. Lemmas by frame."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

# Their object is what the attitude is about ("criticised the plan", "endorsed X").
OBJECTS: Final = words("""
accuse acknowledge admit announce applaud approve articulate ask assail assert assure attack bash believe belittle
bemoan blame blast brush call challenge characterise characterize chastise chide cite claim compare condemn confirm
congratulate consider contemplate contrast credit criticise criticize decide decry deem defend demand denounce
depict deride describe despise disavow disclose discuss dislike dismiss disown dispute downplay dub emphasise
emphasize encourage endorse envision expect explain express fault fear float foresee hail highlight ignore
illustrate imagine imply indicate lambast lambaste lament laud liken list mention mock offer oppose outline paint
ponder portray praise predict prefer proclaim project promise pronounce propose question rebuke rebut recall recite
reference refute reiterate reject relish remember remind renounce repeat repudiate repute reveal ridicule rip salute
support back favor favour welcome unveil address embrace detail
savage show shrug signal slam stress suggest thank tout trumpet underline urge vilify voice vow want warn
""")

# Their object is, where "as" follows it ("sees the plan as a risk").
OBJECTS_AS: Final = words("see view know treat hail paint cast remember")

# An infinitive says what is wanted or meant ("vowed to fight", "declined to comment").
INFINITIVES: Final = words("""
agree aim ask claim decide decline demand desire expect fear hate hesitate hope long love offer pledge prefer
promise propose refuse seek strive swear threaten urge vow want wish
""")

# Forms that no rule gives.
INFINITIVE_FORMS: Final = words("sought")

# A clause says what is held ("shows that", "made clear that").
CLAUSES: Final = words("""
show demonstrate prove illustrate project rate calculate envision
""")

# Prepositions that belong to the verb: what follows is what the words are about.
AFTER_PREPOSITIONS: Final = {
    "to": words("point refer allude object respond admit react"),
    "for": words("apologise apologize argue ask call hope lobby plead press push vouch wish"),
    "of": words("boast complain speak talk warn approve disapprove dream conceive remind assure think"),
    "about": words(
        "say ask boast brag comment complain inquire joke know lie muse rave speak speculate talk think tweet warn "
        "worry wonder write gush fret dream care rant argue"
    ),
    "on": words("call comment elaborate expand insist reflect touch dwell opine agree"),
    "out": words("call lay point single"),
    "at": words("balk bristle hint scoff marvel sneer jeer rage"),
    "with": words("agree disagree concur sympathise sympathize side"),
    "in": words("believe trust weigh"),
    "against": words("argue caution campaign inveigh rail vote protest"),
    "behind": words("stand rally"),
    "by": words("stand"),
    "as": words("describe regard see view know portray depict identify characterise characterize"),
}

# States of mind after a form of "be" and its ("is confident that", "critical of", "eager to").
STATES: Final = {
    "that": words("""
    confident convinced hopeful worried concerned certain sure adamant aware unaware clear optimistic afraid glad sorry
    proud skeptical sceptical doubtful positive frustrated
    """),
    "to": words("""
    eager reluctant unwilling determined loath keen anxious hesitant
    """),
    "of": words("""
    critical aware unaware supportive skeptical sceptical wary proud afraid fond dismissive suspicious convinced tired
    sick mindful
    """),
    "about": words("""
    concerned worried angry anxious excited enthusiastic skeptical sceptical optimistic pessimistic nervous upset
    passionate serious frustrated confident curious
    """),
    "in": words("interested confident"),
    "with": words("""
    comfortable happy unhappy impressed satisfied dissatisfied disappointed frustrated obsessed thrilled
    """),
    "by": words("appalled outraged angered disturbed troubled offended impressed baffled"),
}

# What things look to the writer or to nobody named ("seems to", "appears to").
SEEMING: Final = words("seem appear")
# The passive of these says what people hold, with nobody named ("is expected to win").
HELD: Final = words("expect believe think say consider rumour rumor project predict")
# The passive of these says what people hold, with nothing between: "is considered a risk".
HELD_SO: Final = words("consider deem")
# The passive of these with "as" or "for": "is seen as a risk", "is known for his wit".
HELD_AS: Final = words("see view regard describe know perceive depict portray")
# Adverbs that say that a sentence is what others say.
HEARSAY: Final = words("reportedly allegedly supposedly purportedly")

# Nouns with an owner whose content is a clause ("his claim that"). Others ("his support for") mostly only name a thing.
NOUNS: Final = {
    "that": words("""
    claim claims belief assertion suggestion fear fears concern concerns hope hopes warning warnings idea allegation
    allegations argument arguments conclusion view complaint complaints insistence admission assumption prediction
    promise statement contention theory conviction pledge vow threat demand accusation accusations
    """),
    "to": words("promise promises pledge pledges vow vows threat threats plan offer refusal"),
    "of": words("criticism criticisms praise"),
}
# Nouns that need no owner.
NOUNS_ALONE: Final = {
    "about": words("concern concerns doubt doubts misgivings skepticism worries"),
    "of": words("condemnation denunciation mention"),
    "that": words("suggestion suggestions complaint complaints concern concerns"),
}
