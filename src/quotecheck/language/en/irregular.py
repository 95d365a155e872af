"""Irregular English forms and the lemmas they belong to, chosen by hand. Regular forms follow rules elsewhere."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import rows

# lemma, then its irregular past and participle forms.
VERBS: Final = rows("""
abide abode; arise arose arisen; awake awoke awoken; be am is are was were been being 's 're 'm wast wert art; bear
bore borne born; beat beat beaten; become became become; befall befell befallen; beget begot begat begotten; begin
began begun; behold beheld; bend bent; bereave bereft; beseech besought; beset beset; bet bet betted; betake betook
betaken; bid bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed
bred; bring brought; broadcast broadcast; browbeat browbeat browbeaten; build built; burn burnt; burst burst; bust
bust; buy bought; cast cast; catch caught; choose chose chosen; cling clung; clothe clad; come came; cost cost; creep
crept; cut cut; deal dealt; dig dug; dive dove; do did done does doth dost; draw drew drawn; dream dreamt; drink drank
drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find
found; flee fled; fling flung; fly flew flown; forbear forbore forborne; forbid forbade forbad forbidden; forecast
forecast; forego forewent foregone; foresee foresaw foreseen; foretell foretold; forget forgot forgotten; forgive
forgave forgiven; forgo forwent forgone; forsake forsook forsaken; forswear forswore forsworn; freeze froze frozen;
get got gotten; gild gilt; gird girt; give gave given; go went gone; grind ground; grow grew grown; hamstring
hamstrung; hang hung; have has had hath hast 've; hear heard; heave hove; hew hewn; hide hid hidden; hit hit; hold
held; hurt hurt; inlay inlaid; input input; inset inset; interweave interwove interwoven; keep kept; kneel knelt; knit
knit; know knew known; lay laid; lead led; lean leant; leap leapt; learn learnt; leave left; lend lent; let let; lie
lay lain lying; light lit; lose lost; make made; mean meant; meet met; mislay mislaid; mislead misled; misread
misread; misspell misspelt; mistake mistook mistaken; misunderstand misunderstood; mow mown; offset offset; outbid
outbid; outdo outdid outdone; outgrow outgrew outgrown; outrun outran; outsell outsold; overcome overcame; overdo
overdid overdone; overdraw overdrew overdrawn; overhang overhung; overhear overheard; overlay overlaid; override
overrode overridden; overrun overran; oversee oversaw overseen; overshoot overshot; oversleep overslept; overtake
overtook overtaken; overthrow overthrew overthrown; partake partook partaken; pay paid; plead pled; prove proven; put
put; quit quit; read read; rebuild rebuilt; redo redid redone; remake remade; rend rent; repay repaid; resell resold;
reset reset; retell retold; rethink rethought; rewrite rewrote rewritten; rid rid; ride rode ridden; ring rang rung;
rise rose risen; run ran; saw sawn; say said saith; see saw seen; seek sought; sell sold; send sent; set set; sew
sewn; shake shook shaken; shear shorn; shed shed; shine shone; shoe shod; shoot shot; show shown shewn; shrink shrank
shrunk shrunken; shut shut; sing sang sung; sink sank sunk sunken; sit sat; slay slew slain; sleep slept; slide slid;
sling slung; slink slunk; slit slit; smell smelt; smite smote smitten; sow sown; speak spoke spoken spake; speed sped;
spell spelt; spend spent; spill spilt; spin spun; spit spat; split split; spoil spoilt; spread spread; spring sprang
sprung; stand stood; stave stove; steal stole stolen; stick stuck; sting stung; stink stank stunk; strew strewn;
stride strode stridden; strike struck stricken; string strung; strive strove striven; swear swore sworn; sweat sweat;
sweep swept; swell swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told;
think thought; thrive throve thriven; throw threw thrown; thrust thrust; tread trod trodden; unbind unbound; undergo
underwent undergone; underlie underlay underlain underlying; understand understood; undertake undertook undertaken;
underwrite underwrote underwritten; undo undid undone; unwind unwound; uphold upheld; upset upset; wake woke woken;
waylay waylaid; wear wore worn; weave wove woven; wed wed; weep wept; wet wet; win won; wind wound; withdraw withdrew
withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written writ; die dying; tie tying; vie
vying; belie belying; untie untying; bus bussed bussing; gas gassed gassing; panic panicked panicking; traffic
trafficked trafficking; picnic picnicked picnicking; mimic mimicked mimicking; frolic frolicked frolicking; bivouac
bivouacked bivouacking; singe singeing; dye dyeing; age ageing; can can; quip quipped quipping; quit quitted quitting;
quiz quizzed quizzing quizzes; equip equipped equipping; acquit acquitted acquitting; squat squatted squatting; squad
squads
""")

# lemma, then its irregular plurals.
NOUNS: Final = rows("""
man men; woman women; child children; person people persons; foot feet; tooth teeth; goose geese; mouse mice; louse
lice; ox oxen; die dice; penny pence pennies; brother brethren; cow kine; half halves; calf calves; elf elves; hoof
hooves; knife knives; leaf leaves; life lives; loaf loaves; scarf scarves; self selves; sheaf sheaves; shelf shelves;
thief thieves; wharf wharves; wife wives; wolf wolves; dwarf dwarves; turf turves; analysis analyses; axis axes; basis
bases; crisis crises; diagnosis diagnoses; ellipsis ellipses; emphasis emphases; hypothesis hypotheses; neurosis
neuroses; oasis oases; parenthesis parentheses; prognosis prognoses; synopsis synopses; synthesis syntheses; thesis
theses; paralysis paralyses; catharsis catharses; metamorphosis metamorphoses; criterion criteria; phenomenon
phenomena; automaton automata; datum data; medium media; bacterium bacteria; curriculum curricula; memorandum
memoranda; referendum referenda; stadium stadia; stratum strata; symposium symposia; addendum addenda; erratum errata;
millennium millennia; spectrum spectra; forum fora; ultimatum ultimata; consortium consortia; alumnus alumni; cactus
cacti; fungus fungi; nucleus nuclei; radius radii; stimulus stimuli; syllabus syllabi; focus foci; locus loci;
terminus termini; genus genera; corpus corpora; opus opera; alumna alumnae; alga algae; antenna antennae; formula
formulae; larva larvae; nebula nebulae; vertebra vertebrae; appendix appendices; index indices; matrix matrices;
vertex vertices; vortex vortices; codex codices; bureau bureaux; plateau plateaux; tableau tableaux; chateau chateaux;
beau beaux; gateau gateaux; attorney-general attorneys-general; mother-in-law mothers-in-law; father-in-law
fathers-in-law; passer-by passers-by; passerby passersby; runner-up runners-up; virtuoso virtuosi; graffito graffiti;
paparazzo paparazzi; libretto libretti; cherub cherubim; seraph seraphim; kibbutz kibbutzim; gentleman gentlemen;
policeman policemen; policewoman policewomen; spokesman spokesmen; spokeswoman spokeswomen; spokesperson spokespeople;
businessman businessmen; businesswoman businesswomen; chairman chairmen; fireman firemen; salesman salesmen; statesman
statesmen; congressman congressmen; congresswoman congresswomen; grandchild grandchildren; schoolchild schoolchildren;
quiz quizzes; gas gases gasses; bus buses busses; hero heroes; potato potatoes; tomato tomatoes; veto vetoes; echo
echoes; cargo cargoes; torpedo torpedoes; embargo embargoes; tornado tornadoes; volcano volcanoes; mosquito
mosquitoes; negro negroes; buffalo buffaloes; domino dominoes; mango mangoes
""")

# lemma, then its irregular grades and adverbs of grade.
ADJECTIVES: Final = rows("""
good better best; well better best; bad worse worst; badly worse worst; ill worse worst; far farther farthest further
furthest; little less least; much more most; many more most; old elder eldest; late latter last; few fewer fewest; lay
laid; sly slyer slyest; shy shyer shyest; dry drier driest
""")

# Forms of function words, with one lemma for them all; they have no entry in the lexicon.
FUNCTION_WORDS: Final = rows("""
a an; this these; that those; other others; one ones; who whom; whatever whate'er; whenever whene'er; ever e'er; over
o'er; never ne'er; you ye; your yer
""")
