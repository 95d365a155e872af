"""Words that falsehoods are made with: opposites, degrees, figures, sentences. Nothing is altered here.

They were written without a look at what the judge knows: a self-test that took its pairs from the lists that the judge
reads would find all of them, and prove nothing.
"""

from __future__ import annotations

from typing import Final

# Each may stand for the other way round, in the same place of a sentence.
OPPOSITES: Final = tuple(
    (one, other)
    for pair in """
    rose/fell rising/falling rises/falls increase/decrease increased/decreased increases/decreases won/lost
    victory/defeat accepted/rejected accept/reject accepts/rejects support/oppose supports/opposes supported/opposed
    supporters/opponents allowed/forbidden allow/forbid allows/forbids best/worst better/worse good/bad strong/weak
    stronger/weaker strength/weakness rich/poor happy/unhappy friend/enemy friends/enemies love/hate loved/hated
    loves/hates hot/cold begin/end began/ended begins/ends beginning/end entered/left arrived/departed buy/sell
    bought/sold northern/southern eastern/western above/below inside/outside early/late easy/difficult
    possible/impossible true/false wise/foolish wisdom/folly alive/dead life/death safe/dangerous
    peace/war success/failure succeed/fail succeeded/failed remember/forget remembered/forgot high/low higher/lower
    highest/lowest guilty/innocent large/small larger/smaller largest/smallest heavy/light loyal/disloyal
    honest/dishonest known/unknown likely/unlikely able/unable equal/unequal legal/illegal visible/invisible
    necessary/unnecessary everybody/nobody everyone/nobody everything/nothing always/never admitted/denied
    admit/deny win/lose opened/closed forward/backward ancient/modern beautiful/ugly noble/base clean/dirty
    public/private proud/humble full/empty hope/despair hopes/fears blessed/cursed
    truth/falsehood freedom/slavery free/captive raised/lowered raise/lower expand/shrink
    defend/attack defended/attacked approve/disapprove approved/disapproved gain/loss gains/losses maximum/minimum
    """.split()
    for one, other in [pair.split("/")]
)
# Words beside which one of them is an idiom or has another sense.
IDIOMS: Final = frozenset(
    "good deal|good morning|good night|good evening|good day|good bye|as good|high time|better than|had better|"
    "life of|kind of|at last|at first|light of|dead of|light on|in light|kind to|end of|in the end|too late|"
    "as well|best of|at best|of late|late in|free from|full of|early in".split("|")
)

# From and to; each changes how much is claimed.
DEGREES: Final = tuple(
    (one.strip(), other.strip())
    for pair in """
    may > will; might > will; could > will; will > may; will > might; should > must; must > may;
    some of > all of; all of > some of; all the > some of the; all our > some of our; many of > all of;
    most of > all of; often > always; usually > always; sometimes > always; frequently > always; always > often;
    at least > at most; at most > at least; more than > less than; less than > more than; perhaps > certainly;
    probably > certainly; possibly > certainly; maybe > certainly; certainly > perhaps; likely to > certain to;
    nearly all > all; almost all > all; almost every > every; nearly every > every; before the > after the;
    after the > before the; every > nearly every; the first > the last; tried to > managed to; hopes to > will;
    hope to > will; plans to > will; plan to > will
    """.split(";")
    for one, other in [pair.split(">")]
)

# Each may stand in the place of another of its line and is another time.
PERIODS: Final = (
    ("week", "month", "year", "decade"),
    ("weeks", "months", "years", "decades"),
    ("yesterday", "tomorrow"),
    ("weekly", "monthly", "yearly"),
    ("Monday", "Wednesday", "Saturday"),
    ("January", "April", "October"),
)
# From and to: another person, in the same case.
PERSONS: Final = tuple(
    (one, other)
    for pair in "we/they they/we our/their their/our us/them ours/theirs my/your your/my".split()
    for one, other in [pair.split("/")]
)
# Words between two people that join them or make them one side.
EXCEPTED: Final = frozenset("and or nor but is was are were like as with of than be named called".split())

NUMBERS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty "
    "thirty forty fifty sixty seventy eighty ninety"
).split()
MAGNITUDES: Final = ("hundred", "thousand", "million", "billion")
ORDINALS: Final = "third fourth fifth sixth seventh eighth ninth tenth".split()

# Whole sentences that nobody said; of many subjects, so that some are foreign to any source.
FABRICATED: Final = tuple(
    sentence.strip()
    for sentence in """
    The harbour authority will rename both piers before the regatta opens in spring.
    Our orchard lost three dozen apricot trees to a blight nobody had seen before.
    I told the committee that the violin belonged in a museum and nowhere else.
    Engineers found hairline cracks along the dam and lowered the reservoir overnight.
    She taught herself glassblowing in a garage behind the old bakery.
    We are closing the ferry route because the timetable never paid for its fuel.
    The beekeepers want a levy on imported honey, and they deserve a hearing.
    My grandfather drew every map of this valley with a borrowed compass.
    Nobody warned the villagers that the quarry would blast on Sundays.
    The orchestra cannot tour again until its cellos come back from customs.
    Parents were promised a crossing guard outside the kindergarten last autumn.
    A decent pension is worth more to nurses than another round of applause.
    The lighthouse keeper sold his telescope to pay the printer.
    We measured the glacier twice, and both surveys show the same retreat.
    Cyclists deserve a tunnel under the railway instead of another painted lane.
    The recipe calls for saffron, but my mother always used turmeric.
    Our goalkeeper trained with a broken thumb and told the coach on Monday.
    The archive keeps its parchment in a cellar that floods each November.
    I would rather mend ten old looms than buy a single new one.
    The mayor invited every pharmacist in the district to a supper of eels.
    Wolves have come back to the plateau, and shepherds are buying mastiffs.
    The software update erased the tide tables of four fishing ports.
    Our choir meets in the tannery because the chapel roof is being tiled.
    He forged the signature with a goose quill and bottled walnut ink.
    """.strip().splitlines()
)

# Public domain: Herman Melville, Moby-Dick (1851); Charles Dickens, A Tale of Two Cities (1859) and Bleak House
# (1853); H. G. Wells, The War of the Worlds (1898). Words of another text, where only one source is given.
OTHER_TEXT: Final = tuple(
    sentence.strip()
    for sentence in """
    It is a way I have of driving off the spleen and regulating the circulation.
    There is nothing surprising in this.
    Almost all men in their degree, some time or other, cherish very nearly the same feelings towards the ocean with me.
    Circumambulate the city of a dreamy Sabbath afternoon.
    Better sleep with a sober cannibal than a drunken Christian.
    I know not all that may be coming, but be it what it will, I'll go to it laughing.
    It was the season of Light, it was the season of Darkness, it was the spring of hope, it was the winter of despair.
    A wonderful fact to reflect upon, that every human creature is constituted to be that profound secret and mystery.
    Smoke lowering down from chimney-pots, making a soft black drizzle, with flakes of soot in it as big as snowflakes.
    Fog up the river, where it flows among green aits and meadows.
    Across the gulf of space, intellects vast and cool and unsympathetic regarded this earth with envious eyes.
    Early in the twentieth century came the great disillusionment.
    The storm burst upon us six years ago now.
    """.strip().splitlines()
)
