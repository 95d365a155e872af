"""English words that say how much is claimed, by class and degree, as data (QC405).

One line a degree: class, rank, words. Words of one class and rank may stand for each other; another rank or class, or
one of them added or dropped, changes the strength of what is said.
"""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import lines

# Classes that are ladders; the rank counts from weak to strong. "0" is the negative end.
LADDERS: Final = lines("""
modality 1 may might could can mayst couldst
modality 2 should ought supposed
modality 3 will would shall wilt 'll gonna
modality 4 must
certainty 1 possibly perhaps maybe conceivably potentially possible
certainty 2 probably likely presumably probable
certainty 3 certainly definitely undoubtedly surely clearly obviously undeniably certain sure definite inevitable
quantity 0 none no neither nobody nothing
quantity 1 few fewer little
quantity 2 some several
quantity 3 many much
quantity 4 most mostly
quantity 5 all every each everyone everybody everything entire whole entirely wholly
frequency 0 never
frequency 1 rarely seldom
frequency 2 sometimes occasionally
frequency 3 often frequently usually generally normally regularly typically
frequency 4 always constantly forever invariably
degree 1 slightly somewhat partly partially
degree 2 fairly rather quite relatively reasonably
degree 3 very highly extremely really greatly hugely
degree 4 completely totally fully absolutely utterly perfectly
""")

# Classes whose words are no ladder: each rank is a meaning of its own.
KINDS: Final = lines("""
focus 1 only solely exclusively
focus 2 just merely simply
focus 3 even
focus 4 also too
focus 5 alone
approximation 1 almost nearly virtually practically
approximation 2 about approximately roughly around circa
approximation 3 exactly precisely
approximation 4 barely hardly scarcely
comparison 1 more
comparison 2 less
comparison 3 most
comparison 4 least
order 1 before
order 2 after
order 3 first
order 4 last
order 5 until till
order 6 since
dual 1 both
dual 2 either
dual 3 half
dual 4 any
condition 1 if
condition 2 unless
hedge 1 reportedly allegedly apparently supposedly purportedly ostensibly seemingly alleged reported supposed purported
hedge 2 seem seems seemed appear appears appeared
hedge 3 think thinks thought believe believes believed guess suppose
hedge 4 hope hopes hoped
plan 1 plan plans planned planning intend intends intended intending
plan 2 try tries tried trying attempted attempting seek seeks sought seeking
plan 3 want wants wanted wish wishes wished
plan 4 consider considers considered considering
plan 5 propose proposes proposed proposing
allegation 1 allege alleges alleged claim claims claimed accuse accuses accused
allegation 2 suspect suspects suspected suspicion
allegation 3 prove proves proved proven confirm confirms confirmed
""")

# Several words that stand for one of a class; tokens parted by a space.
PHRASES: Final = lines("""
bound 1 at least
bound 2 at most
bound 2 up to
bound 3 more than
bound 4 less than
bound 4 fewer than
approximation 1 close to
hedge 3 i think
hedge 3 i believe
hedge 3 i guess
hedge 3 in my opinion
plan 1 going to
certainty 3 of course
certainty 3 no doubt
quantity 2 a few
quantity 4 the mass of
quantity 4 the bulk of
quantity 4 the majority of
quantity 4 a majority of
quantity 4 the vast majority of
quantity 4 the great majority of
quantity 3 a lot of
quantity 3 lots of
quantity 1 a little
degree 1 a little
degree 1 a bit
modality 4 have to
modality 4 has to
modality 4 had to
modality 4 need to
frequency 2 at times
frequency 2 from time to time
""")
