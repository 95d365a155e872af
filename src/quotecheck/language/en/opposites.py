"""English opposites chosen by hand: directions and pairs that a lexicon lacks, and pairs of its that are none."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import lines

_RISING: Final = """
rise climb grow increase gain jump soar surge expand raise boost lift swell escalate skyrocket up rally
"""
_FALLING: Final = """
fall drop decline decrease sink plunge slump shrink dip tumble slide slip lower cut reduce diminish contract plummet
dwindle down
"""

# One opposition each: every lemma left of "|" is the opposite of every lemma right of it.
OPPOSED: Final = (
    f"{_RISING} | {_FALLING}",
    *lines("""
double triple quadruple treble | halve
noble | base ignoble
growth rise increase gain surge expansion upturn | decline decrease drop fall slump contraction reduction downturn cut
win | lose
win victory triumph success | loss defeat
winner victor | loser
succeed | fail
success | failure
beat defeat | lose
accept approve endorse welcome adopt support back grant allow permit authorise authorize | reject refuse oppose veto
allow permit let authorise authorize enable legalise legalize | forbid ban prohibit block prevent bar outlaw
acceptance approval endorsement support | rejection refusal opposition veto
support favour favor | oppose
supporter | opponent critic
proponent | opponent
admit confirm acknowledge affirm concede claim | deny
confirmation admission | denial
grant | deny withhold refuse
agree | refuse
agreement | disagreement
praise applaud hail commend | criticise criticize condemn denounce slam blast blame
praise | criticism condemnation
begin start open launch commence resume continue | end stop finish close cease halt conclude suspend
beginning start opening launch | end closing finish close halt
open | close closed shut
resume | suspend abandon
enter join | leave quit exit
arrive come | leave go depart
arrival | departure
stay remain keep | leave go depart quit
entry entrance | exit
join | leave withdraw quit
deploy send | withdraw recall
build create establish construct found | destroy demolish dismantle
creation construction | destruction demolition
attack invade | defend protect
attacker aggressor | defender victim
advance | retreat withdraw
buy purchase | sell
buyer | seller
borrow | lend
borrower | lender
import | export
importer | exporter
hire employ appoint | fire sack dismiss
promote | demote
push | pull
send give | receive
give | take
ask | answer
question | answer reply
lead | follow
leader | follower
love like | hate dislike
love | hate hatred
remember | forget
pass | fail
live survive | die perish
life | death
birth | death
born | died dead
alive | dead
save rescue spare | kill destroy
save | spend waste
earn | spend
saving | spending
acquit clear exonerate | convict
acquittal | conviction
arrest detain imprison jail | release free
guilty | innocent
guilt | innocence
friend ally | enemy foe opponent rival adversary
friendly | hostile
hot warm | cold cool
heat | cold
inside | outside
indoors | outdoors
insider | outsider
on | off
in | out
over above | under below beneath
before | after
earlier sooner | later
early | late
ahead | behind
near | far
close | distant far
nearer closer | farther further
nearest closest | farthest furthest
first | last
former | latter
next | previous last
previous preceding | next following subsequent
old elderly | new young
older elder | younger newer
oldest | youngest newest
always | never
often frequently usually | rarely seldom never
all every | no none
everyone everybody all | nobody no-one none
everyone everybody | nobody no-one
someone somebody anyone anybody | nobody no-one
everything all | nothing
something anything | nothing
everywhere somewhere anywhere | nowhere
both | neither
either | neither
more | less fewer
most | least fewest
many | few
much | little
major | minor
majority | minority
maximum | minimum
maximal | minimal
high | low
higher | lower
highest | lowest
upper | lower
top | bottom
big large huge enormous great | small little tiny
bigger larger greater | smaller lesser
biggest largest greatest | smallest
long tall | short
longer | shorter
longest | shortest
best | worst
better | worse
good excellent | bad terrible awful
well | badly poorly
right correct | wrong incorrect
true | false untrue
truth | lie falsehood
yes | no
positive | negative
plus | minus
profit | loss
profitable | unprofitable
surplus | deficit
credit | debit
asset | liability
public | private
publicly | privately
war | peace
wartime | peacetime
safe | dangerous unsafe
safety | danger
legal lawful | illegal unlawful
rich wealthy | poor
richer | poorer
wealth | poverty
strong | weak
strength | weakness
strengthen | weaken
easy simple | hard difficult
easier | harder
cheap | expensive costly
fast quick rapid | slow
faster quicker | slower
quickly rapidly | slowly
accelerate | slow decelerate
hope | despair fear
hopeful optimistic | pessimistic
optimism | pessimism
optimist | pessimist
for pro | against anti
with | without
left | right
leftist left-wing | rightist right-wing
leftwards | rightwards
up | down
upward upwards | downward downwards
forward forwards | backward backwards back
upstairs | downstairs
uphill | downhill
upstream | downstream
include | exclude
inclusion | exclusion
inclusive | exclusive
including | excluding
add | remove subtract
addition | removal
internal | external
domestic | foreign
national | international
day | night
morning | evening
dawn sunrise | dusk sunset
male | female
man | woman
boy | girl
he him | she
his | her
himself | herself
husband | wife
father | mother
son | daughter
brother | sister
uncle | aunt
nephew | niece
king | queen
employer | employee
teacher | student pupil
doctor | patient
landlord | tenant
present | absent
presence | absence
liberal | conservative
black | white
light | dark heavy
encourage | discourage
trust | distrust mistrust
tighten | loosen ease relax
widen broaden | narrow
lengthen extend | shorten
improve | worsen deteriorate
improvement | deterioration
optional voluntary | mandatory compulsory obligatory
voluntarily | forcibly
temporary | permanent
temporarily | permanently
partial | complete full total
partially partly | fully wholly completely entirely totally
full | empty
inbound | outbound
incoming | outgoing
hide conceal | show reveal expose
appear | disappear vanish
attract | repel
north northern northward | south southern southward
east eastern eastward | west western westward
north-east northeast | south-west southwest
north-west northwest | south-east southeast
northeastern | southwestern
northwestern | southeastern
same identical | different
similar | different
similarity | difference
like | unlike
equal | unequal
clean | dirty
dry | wet
hard | soft
loud noisy | quiet silent
thick | thin
wide broad | narrow
deep | shallow
bright | dull dim
beautiful | ugly
happy glad | sad unhappy
happiness joy | sadness sorrow
brave | cowardly
courage | cowardice
clever intelligent wise smart | stupid foolish
wisdom | folly
proud | ashamed
calm | angry agitated
healthy well | sick ill
heal cure | harm
help aid assist | hinder harm
healthy | unhealthy sick
asleep | awake
single | married
marry | divorce
marriage | divorce
unite | divide split
united | divided
unity | division
connect attach | disconnect detach
lock | unlock
legalise legalize | criminalise criminalize outlaw
centralise centralize | decentralise decentralize
nationalise nationalize | privatise privatize
regulate | deregulate
escalate intensify | de-escalate deescalate ease calm
tense | relaxed
armed | unarmed
guest visitor | host
demand | supply
ceiling | floor
ancestor | descendant
predecessor | successor
amateur | professional
urban | rural
modern | ancient
natural | artificial
voluntary | involuntary
active | passive inactive
visible | invisible hidden
known | unknown
possible | impossible
able | unable
likely | unlikely
certain sure | uncertain unsure doubtful
certainly definitely | possibly perhaps
probable | improbable
necessary | unnecessary
justify | condemn
obey | disobey defy
comply | defy
loyal | disloyal
loyalty | treason
honest | dishonest corrupt
transparent | opaque secret
permit | deny
occupy | liberate
liberation | occupation
liberate free | enslave
freedom liberty | slavery
free | captive
surrender yield | resist
resistance | surrender
victory | defeat
advantage | disadvantage
benefit | harm detriment
beneficial | harmful
gain | loss lose
find | lose
found | lost
retain keep | lose abandon scrap
maintain uphold | overturn abandon
ratify | repeal
enact | repeal
uphold affirm | overturn reverse quash
valid | invalid
approve | disapprove reject
approval | disapproval
inflate | deflate
inflation | deflation
boom | bust
bull bullish | bear bearish
lend | borrow
tax | subsidise subsidize
underestimate understate | overestimate overstate exaggerate
under-report | over-report
overpaid | underpaid
overweight | underweight
inferior | superior
senior | junior
"""),
)

# Antonyms of the lexicon that are none where one word replaces the other, or are a matter of degree (QC405).
NOT_OPPOSED: Final = frozenset(
    tuple(sorted(pair.split("/")))
    for pair in """
    allow/deny all/some claim/forfeit common/individual express/local delay/rush passing/running out/safe
    overhead/surface ride/walk mushroom/toadstool bounce/clear age/rejuvenate begrudge/wish horizontal/inclined
    running/standing have/miss early/middle late/middle beginning/middle end/middle bottom/side side/top stand/yield
    particular/universal color/colorlessness abstain/consume break/keep cash/credit fancy/plain bore/interest
    flash-forward/flashback acquaintance/stranger forte/piano green/ripe half/whole head/rear boil/freeze maxi/midi
    midi/mini foot/head obligate/facultative lie/sit lie/stand
    """.split()
)
