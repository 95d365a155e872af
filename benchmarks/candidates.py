"""Quotations made from a text, of four kinds whose right answer is known, and what is right of an answer.

A quotation is 8 to 30 words that follow each other in one paragraph, with no quotation mark among them, as it is when
one quotes one speaker, and with no figure at its edge. How each kind is made stands in ``MADE``; the words that are put
for others stand in ``LIKE``, which is written here for this and comes from no checker's lists. Nothing is run or timed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from benchmarks.suites import Case

NOISE, CHANGED, AWAY, LIKEWISE = "verbatim with noise", "one word changed", "absent", "paraphrased"
KINDS: Final = (NOISE, CHANGED, AWAY, LIKEWISE)
MADE: Final[Mapping[str, str]] = {
    NOISE: "apostrophes curly for straight or straight for curly, “--” as a dash, one space that does not break",
    CHANGED: "one word, neither the first nor the last, changed for another that has nothing to do with it",
    AWAY: "as many words of a part of the texts that the source does not have",
    LIKEWISE: "three words at least changed for others of like meaning; what stands before the first comma put last",
}
NEAR: Final = 40
"""Code points by which a place may be off and still be the right one."""
SHORTEST, LONGEST = 8, 30
TRIES: Final = 400
"""Places that are looked at for a quotation of a kind; if none will do, the last is taken as it is."""
REACH: Final = 12
"""Code points that are looked at for each word of a quotation."""

_OTHERS: Final = ("carriage", "Tuesday", "green", "purchased", "indeed", "horse", "seventeen", "gladly")
_LIKE: Final = """\
about=around above=over across=over afraid=scared after=following agree=concur agreed=concurred alike=similar
almost=nearly also=too although=though among=amid angry=cross answer=reply answered=replied appear=seem appeared=seemed
ask=enquire asked=enquired attempt=effort bad=poor because=since become=get began=started begin=start believe=think
believed=thought below=beneath big=large brief=short bring=fetch brought=fetched build=construct built=constructed
but=yet buy=purchase called=named came=arrived cannot=can't car=motorcar certain=sure certainly=surely change=shift
child=youngster children=youngsters clear=plain close=near come=arrive correct=right country=land court=bench day=date
decided=resolved decision=ruling died=perished different=other difficult=hard doctor=physician does=makes
during=throughout earlier=before easy=simple end=finish enough=sufficient entire=whole even=still evening=dusk
explain=clarify father=dad feel=sense felt=sensed find=discover fine=good first=foremost found=discovered
friend=companion gave=handed get=obtain girl=lass give=hand given=handed go=move going=moving good=fine got=obtained
great=grand happy=glad hard=tough heard=learned help=aid here=present house=home however=still husband=spouse
idea=notion illness=sickness important=vital increase=rise instead=rather into=inside issue=matter job=work just=only
keep=hold kept=held kind=sort king=monarch know=realise known=recognised large=big last=final later=afterwards
law=statute left=departed less=fewer let=allow letter=note little=small long=lengthy look=glance looked=glanced
made=created make=create man=fellow many=numerous maybe=perhaps mean=intend means=intends men=fellows money=cash
more=further morning=forenoon mother=mum much=plenty near=by need=require needed=required new=fresh next=following
nice=pleasant night=evening nothing=nought now=currently number=figure often=frequently old=aged only=merely
opinion=view other=further over=above paper=sheet part=portion party=group people=persons perhaps=maybe place=spot
point=matter poor=needy possible=feasible problem=trouble put=placed question=query quick=fast quickly=swiftly
quite=rather rather=quite real=true really=truly reason=cause right=correct room=chamber sad=unhappy said=stated
same=identical saw=noticed say=state saying=stating says=states see=notice seem=appear seemed=appeared seen=noticed
several=various short=brief shown=displayed simply=merely since=because small=little so=thus some=certain soon=shortly
speak=talk speech=address start=begin started=began state=nation still=yet stopped=halted story=tale street=road
such=similar sure=certain take=grab taken=grabbed talk=speak tell=inform then=afterwards there=present therefore=hence
thing=object things=objects think=believe this=that those=these though=although thought=believed through=via
time=moment told=informed too=also took=grabbed toward=to towards=to town=city true=real truly=really try=attempt
trying=attempting under=below understand=grasp until=till upon=on use=employ used=employed usually=commonly very=highly
voice=tone want=wish wanted=wished war=conflict way=manner well=nicely went=moved while=whilst whole=entire wife=spouse
win=triumph wish=want woman=lady women=ladies won=triumphed word=term work=labour world=globe wrong=mistaken
year=twelvemonth years=twelvemonths yes=indeed yet=still young=youthful"""
LIKE: Final[Mapping[str, str]] = dict(pair.split("=") for pair in _LIKE.split())
FEWEST_CHANGED: Final = 3

_SPLITS: Final = re.compile(r"[\"“”„«»‘`]|(?<!\w)['’]|['’](?!\w)|\n\s*\n")
"""Marks that open or close a quotation, and the end of a paragraph; an apostrophe between letters is none."""
_TURN: Final = re.compile(r">>|\n\W*(?:[A-Z][\w.'’-]* +){0,4}[A-Z][\w.'’-]*:\s")
"""The label of the next speaker's turn."""
_FIGURE_AT_EDGE: Final = re.compile(r"\S*\d|.*\d\S*\Z", re.DOTALL)
"""A figure may go on outside: "£8" of "£8 billion" is another figure, not another word."""
_DASH: Final = re.compile(r" ?-- ?")
_WORD: Final = re.compile(r"\S+")
_LETTERS: Final = re.compile(r"[A-Za-z]+")


@attrs.frozen
class Asked:
    """A candidate.

    Attributes:
        kind: How it was made.
        words: What is asked about.
        start: Where its words were taken from; -1 if they are of no place.
        passage: What stands there, letter for letter; empty if nothing does.
    """

    kind: str
    words: str
    start: int
    passage: str

    @property
    def case(self) -> Case:
        """What is right to say of it, as a labelled case."""
        verdict = {NOISE: "exact", AWAY: "absent"}.get(self.kind, "paraphrased")
        accept = frozenset({"absent"} if self.kind == CHANGED else ())
        return Case(id="", text=self.words, verdict=verdict, accept=accept, type=self.kind)


def candidates(
    text: str, kind: str, count: int, chance: random.Random, *, part: slice = slice(None), elsewhere: str = ""
) -> list[Asked]:
    """Quotations of one kind.

    Args:
        text: What they are looked for in.
        kind: One of ``KINDS``.
        count: How many.
        chance: Where chance comes from.
        part: The stretch of the text that they are taken from.
        elsewhere: What absent ones are taken from; if empty, they are words of the text in no order.
    """
    start, end, _ = part.indices(len(text))
    if kind != AWAY:
        return [_made(text, start, end, kind, chance) for _ in range(count)]
    return [_away(text, start, end, elsewhere, chance) for _ in range(count)]


def _made(text: str, start: int, end: int, kind: str, chance: random.Random) -> Asked:
    at, passage, words = _taken(text, start, end, chance, _can_be_put_otherwise if kind == LIKEWISE else _anything)
    if kind == CHANGED:
        inner = range(1, max(2, len(words) - 1))
        place = chance.choice([number for number in inner if _LETTERS.search(words[number])] or [*inner])
        words[place] = chance.choice([one for one in _OTHERS if one not in words[place]])
    quoted = put_otherwise(words) if kind == LIKEWISE else " ".join(words)
    return Asked(kind, with_noise(quoted) if kind == NOISE else quoted, at, passage)


def _away(text: str, start: int, end: int, elsewhere: str, chance: random.Random) -> Asked:
    for _ in range(TRIES):
        if not elsewhere:
            size = chance.randint(SHORTEST, LONGEST)
            taken = [_taken(text, start, end, chance, _anything, words=1)[2] for _ in range(size)]
            words = [one[0] for one in taken if one]
        else:
            words = _taken(elsewhere, 0, len(elsewhere), chance, _anything)[2]
        if " ".join(words) not in text:
            break
    return Asked(AWAY, " ".join(words), -1, "")


def _anything(words: Sequence[str]) -> bool:
    return True


def _taken(
    text: str,
    start: int,
    end: int,
    chance: random.Random,
    good: Callable[[Sequence[str]], bool],
    words: int | None = None,
) -> tuple[int, str, list[str]]:
    """Where some words stand, what stands there, and the words."""
    best: tuple[int, str, list[str]] = start, "", []
    for _ in range(TRIES):
        size = words or chance.randint(SHORTEST, LONGEST)
        at = chance.randrange(start, max(start + 1, end - size * REACH // 2))
        until = min(end, at + (size + 2) * REACH)
        found = [match.span() for match in _WORD.finditer(text, at, until)]
        found = found[at > start : len(found) - (until < end)][:size]  # what is cut at either edge is no word
        if not found:
            continue
        passage = text[found[0][0] : found[-1][1]]
        taken = passage.split()
        if len(taken) >= len(best[2]):
            best = found[0][0], passage, taken
        if len(taken) == size and good(taken) and is_one_stretch(passage):
            return found[0][0], passage, taken
    return best


def is_one_stretch(passage: str) -> bool:
    """True of words as one quotes them: of one paragraph and one voice, and not from the middle of a figure."""
    parted = _SPLITS.search(passage) or _TURN.search(passage)
    return passage[0].isalnum() and not parted and not _FIGURE_AT_EDGE.match(passage)


def with_noise(words: str) -> str:
    """The words as another keyboard or typesetter writes them."""
    turned = _DASH.sub(" — ", words.translate(str.maketrans("'’", "’'")))
    middle = turned.find(" ", len(turned) // 2)
    return turned if middle < 0 else f"{turned[:middle]}\u00a0{turned[middle + 1 :]}"


def _can_be_put_otherwise(words: Sequence[str]) -> bool:
    return sum(_LETTERS.sub(_other, word) != word for word in words) >= FEWEST_CHANGED


def put_otherwise(words: Sequence[str]) -> str:
    """The same in other words: each word of ``LIKE`` changed, what stands before the first comma put last."""
    said = [_LETTERS.sub(_other, word) for word in words]
    comma = next((number for number, word in enumerate(said[:-1], 1) if word.endswith(",")), 0)
    if 2 <= comma <= len(said) - 2:
        said = [*said[comma:], *said[:comma]]
    return " ".join(said).rstrip(",")


def _other(match: re.Match[str]) -> str:
    word = match[0]
    other = LIKE.get(word.lower(), word)
    return other.capitalize() if word[0].isupper() and other != word else other


def is_right_place(text: str, asked: Asked, start: int | None) -> bool:
    """True where the words were taken from, and wherever else the text has the same passage."""
    if start is None or asked.start < 0:
        return False
    if abs(start - asked.start) <= NEAR:
        return True
    return asked.passage in text[max(0, start - NEAR) : start + len(asked.passage) + NEAR]
