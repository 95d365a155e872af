"""Regular English inflection: the forms that a lemma takes. Irregular forms of common verbs are a table here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from quotecheck.language.lists import rows, words

_VOWELS: Final = frozenset("aeiou")

# lemma: past, participle. Verbs that data files here name; the full table is in the packed lexicon.
IRREGULAR_VERBS: Final = {
    verb: (past, participle)
    for verb, past, participle in rows(
        """
        be was been; become became become; begin began begun; break broke broken; bring brought brought; build built
        built; buy bought bought; catch caught caught; choose chose chosen; come came come; cut cut cut; do did done;
        draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen; feel felt felt; fight fought fought;
        find found found; fly flew flown; forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten;
        forgive forgave forgiven; foretell foretold foretold; get got got; give gave given; go went gone; grow grew
        grown; have had had; hear heard heard; hide hid hidden; hit hit hit; hold held held; keep kept kept; know knew
        known; lead led led; learn learned learned; leave left left; let let let; lose lost lost; make made made; mean
        meant meant; meet met met; overhear overheard overheard; pay paid paid; put put put; quit quit quit; read read
        read; rise rose risen; run ran run; say said said; see saw seen; sell sold sold; send sent sent; set set set;
        shake shook shaken; show showed shown; shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk;
        sit sat sat; speak spoke spoken; spend spent spent; spit spat spat; stand stood stood; steal stole stolen;
        swear swore sworn; take took taken; teach taught taught; tell told told; think thought thought; understand
        understood understood; undo undid undone; upset upset upset; wake woke woken; wear wore worn; win won won;
        withdraw withdrew withdrawn; withhold withheld withheld; write wrote written
        """
    )
}

# Verbs of more than one syllable whose last consonant doubles (the stress lies on the last syllable).
_DOUBLING: Final = frozenset(
    words("""
    admit commit permit submit omit rebut refer prefer confer infer defer deter regret forget begin control compel
    aver deadpan quip quiz repel expel rebel propel occur concur incur recur abet acquit allot equip
    """)
)
# British spelling doubles these although the stress lies early; both spellings are given.
_DOUBLING_BRITISH: Final = frozenset(
    words("label signal travel cancel model counsel total level tunnel marvel quarrel equal fuel worship program")
)


def forms(verb: str) -> tuple[str, ...]:
    """All inflected forms of an English verb given as its lemma, the lemma first, both spellings where two exist."""
    if verb in IRREGULAR_VERBS:
        past, participle = IRREGULAR_VERBS[verb]
        return tuple(dict.fromkeys((verb, third_person(verb), past, participle, *_with_ending(verb, "ing"))))
    return tuple(dict.fromkeys((verb, third_person(verb), *_with_ending(verb, "ed"), *_with_ending(verb, "ing"))))


def all_forms(verbs: Iterable[str]) -> frozenset[str]:
    """The inflected forms of every verb in ``verbs``."""
    return frozenset(form for verb in verbs for form in forms(verb))


@cache
def third_person(word: str) -> str:
    """The form in -s: third person of a verb, or plural of a noun ("deny" -> "denies")."""
    if word == "be":
        return "is"
    if word == "have":
        return "has"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {"do", "go", "undo", "echo", "veto"}:
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _with_ending(verb: str, ending: str) -> tuple[str, ...]:
    if ending == "ed" and verb.endswith("y") and verb[-2] not in _VOWELS:
        return (verb[:-1] + "ied",)
    if verb.endswith("ie"):
        return (verb + "d",) if ending == "ed" else (verb[:-2] + "ying",)
    if verb.endswith("e") and not ((ending == "ing" and verb.endswith(("ee", "oe", "ye", "nge"))) or verb == "be"):
        return (verb[:-1] + ending,)
    if verb.endswith("nge") and ending == "ing":
        return (verb[:-1] + ending, verb + ending) if verb in {"singe", "tinge", "cringe"} else (verb[:-1] + ending,)
    if verb in _DOUBLING_BRITISH:
        return (verb + ending, verb + verb[-1] + ending)
    return (verb + verb[-1] + ending,) if _doubles(verb) else (verb + ending,)


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    if verb.endswith(("ic", "w", "x", "y")) or len(verb) < 3 or verb[-1] in _VOWELS:
        return False
    groups = sum(1 for i, letter in enumerate(verb) if letter in _VOWELS and (i == 0 or verb[i - 1] not in _VOWELS))
    return groups == 1 and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
