"""Brackets that hold no words of the text: note marks, times, pictures, what is heard or done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from quotecheck.model import Span
from quotecheck.text.furniture.pieces import Furniture, FurnitureKind

STAGE_WORDS: Final = frozenset(
    "laughter laughs laugh laughing laughed applause applauds applauding applauded clapping cheers cheer cheering "
    "boos booing hisses crosstalk cross-talk overlapping overtalk "
    "pause pauses paused silence off-mike off-mic off-camera off-screen offscreen voiceover voice-over translator "
    "interpreter interpretation phonetic ph sighs sigh coughs coughing gasps sobs sobbing crying weeps whispers "
    "whispering nods shouts shouting sings singing chuckles chuckle giggles groans murmurs interruption interruptions "
    "interrupting gavel commotion noise bell music jeers videotape audiotape recess aplausos aplauso risas rumores "
    "protestas pausa murmullos beifall heiterkeit lachen zuruf zurufe unruhe gelächter pfiffe applaudissements rires "
    "sourires exclamations protestations applausi".split()
)
_STAGE_PHRASES: Final = frozenset(
    "off mike|off mic|off camera|on camera|cross talk|voice over|via telephone|via phone|via skype|via satellite"
    "|via video link|through translator|through interpreter|through an interpreter|commercial break|break"
    "|begin video clip|end video clip|begin video|end video|begin videotape|end videotape|begin audio clip"
    "|end audio clip|begin audio|end audio|video clip|audio clip|video clip begins|video clip ends|no response"
    "|no audible response|no verbal response|speaking foreign language|foreign language|speaks in spanish"
    "|speaking in spanish|recess taken"
    "|off the record|discussion off the record|end of recording|end of tape|minutes of silence".split("|")
)
_STAGE_COMPANY: Final = frozenset(
    "a an the and of in on from by at with for to audience crowd loud loudly prolonged general more some scattered "
    "long brief briefly great much continued continuous renewed light mild softly quietly begins ends playing "
    "background hall house room gallery floor left right both sides all members bench benches standing ovation hear y "
    "en los las de del la bancos und im bei der den dem des ganzen hause allgemeiner et sur les bancs".split()
)
_PLAIN_DIRECTIONS: Final = frozenset(
    {"Aside", "Exit", "Exeunt", "Sings", "Singing", "Within", "Beiseite", "Aparte", "Ab"}
)
_DIRECTION = re.compile(
    r"(?:Aside|Exit|Exeunt|Enter|Re-enter|Dies|Reads?|Reading|Sings?|Within|Advancing|Retir\w+|Rises?|Rising|Kneel\w*|Draws?|Drawing"
    r"|Giv\w+|Tak\w+|To|They|Stab\w*|Flourish\w*|Alarums?|Trumpets?|Music|Knock\w*|Turn\w+|Point\w+|Show\w+|Wak\w+|Fall\w*|Embrac\w+"
    r"|Drinks?|Opens?|Opening|Ab|Auf|Beiseite|Sort|Aparte|Aparté|Vase|Vanse)\b[^\[\]]*"
)
_REFERENCE = re.compile(
    r"\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*|[a-z]|\^[\w-]{1,30}|(?:pp?\.?|pages?|fol\.?|pg\.|S\.|Seite|pág\.|página)\s?\d{1,4}"
    r"(?:\s?[–-]\s?\d{1,4})?[rv]?|(?:note|nb|n|fn|footnote|ref|anm|anm\.|nota)\.?\s?\d{1,3}|[*†‡§]{1,3}"
    r"|citation needed|clarification needed|dubious|who\?|when\?"
)
_TIME = re.compile(
    r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,;:]\d{1,3})?|\d{2,3} \d\d \d\d \d\d"
    r"|\d{1,2}:\d{2}:\d{2}\s?[–-]{1,2}>?\s?\d{1,2}:\d{2}:\d{2}"
)
_PICTURE = re.compile(
    r"(?i)(?:illustration|image|picture|photo|figure|footnote \w+|sidenote|transcriber'?s note|abbildung|bild)"
    r"(?:\s*[:.].*)?",
    re.S,
)
_SQUARE = re.compile(r"\[[^\[\]]{1,400}\]")
_ROUND = re.compile(r"\([^()\n]{1,90}\)")
_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = frozenset(".?!…:;,-–—\"”’'»)]_")


def is_stage_note(inner: str) -> bool:
    """True if the words between brackets say what is heard or done, and nothing else: "Applause.", "loud laughter".

    Args:
        inner: The words between the brackets.
    """
    words = [word.casefold().replace("’", "'") for word in _WORDS.findall(inner)]
    if not 1 <= len(words) <= 9 or any(char.isdigit() for char in inner):
        return False
    if " ".join(words).replace("-", " ") in _STAGE_PHRASES:
        return True
    return any(word in STAGE_WORDS for word in words) and all(
        word in STAGE_WORDS or word in _STAGE_COMPANY for word in words
    )


def square_brackets(content: str) -> Iterator[Furniture]:
    """Notes' marks, times, pictures and stage notes in [square brackets]."""
    matches = list(_SQUARE.finditer(content))
    inner = (match[0][1:-1] for match in matches)
    numeric = sum(words[0].isdigit() and _REFERENCE.fullmatch(words) is not None for words in inner)
    for match in matches:
        kind = _square_kind(content, match.start(), match.end(), several=numeric > 1)
        if kind is not None:
            yield Furniture(Span(match.start(), match.end()), kind)


def _square_kind(content: str, start: int, end: int, several: bool) -> FurnitureKind | None:
    inner = content[start + 1 : end - 1].strip()
    if _TIME.fullmatch(inner):
        return FurnitureKind.TIME
    if _REFERENCE.fullmatch(inner):
        return FurnitureKind.REFERENCE if _is_mark(content, start, end, inner, several) else None
    if _PICTURE.fullmatch(inner):
        return FurnitureKind.PICTURE
    if is_stage_note(inner):
        return FurnitureKind.STAGE
    if _alone(content, start, end) and inner[:1].isupper() and " " in inner:
        return FurnitureKind.STAGE
    if inner.rstrip(".") in _PLAIN_DIRECTIONS:
        return FurnitureKind.STAGE
    if _DIRECTION.fullmatch(inner) and len(inner) <= 200 and _at_border(content, start, end):
        return FurnitureKind.STAGE
    return None


def _is_mark(content: str, start: int, end: int, inner: str, several: bool) -> bool:
    """A note's mark stands close to a word, before a stop, or is one of many; "[5] ships" is an editor's figure."""
    close = start > 0 and not content[start - 1].isspace()
    if len(inner) == 1 and inner.isalpha():
        # "[a] bridge", "question[s]" are an editor's; "bridge.[a]" is a note, and so is "bridge[a]".
        after = content[end : end + 1]
        return close and (inner == "a" or not content[start - 1].isalnum()) and not after.isalnum()
    if not inner[0].isdigit():
        return True
    after = content[end : end + 1]
    if close and not (content[start - 1].isalnum() and after.isalnum()):
        return content[start - 1] not in "$€£("
    return several or after in {"", ".", ",", ";", ":", "\n", "["}


def _at_border(content: str, start: int, end: int) -> bool:
    """True between two sentences, at a line's end or at a label: where nobody breaks a sentence to put a word in."""
    before = content[max(0, start - 4) : start].rstrip(" \t")
    after = content[end : end + 4].lstrip(" \t")
    closes = not before or before[-1] in _SENTENCE_END or before[-1] == "\n"
    opens = not after or after[0] == "\n" or after[0].isupper() or after[0] in "\"“‘'«"
    return (closes and opens) or (bool(after) and after[0] == "\n" and bool(before))


def _alone(content: str, start: int, end: int) -> bool:
    """True if nothing else stands on its lines."""
    line = content.rfind("\n", max(0, start - 80), start)
    before = content[line + 1 if line >= 0 else max(0, start - 80) : start]
    if before.strip() or (line < 0 and start > 80):
        return False
    stop = content.find("\n", end, end + 80)
    after = content[end : stop if stop >= 0 else end + 80]
    return not after.strip(" \t\r.")


def round_brackets(content: str) -> Iterator[Furniture]:
    """Stage notes, times and notes' numbers in (round brackets)."""
    numbered: list[tuple[int, re.Match[str]]] = []
    timed: list[re.Match[str]] = []
    for match in _ROUND.finditer(content):
        inner = match[0][1:-1].strip()
        if inner[:1].isdigit():
            if inner.isdecimal() and len(inner) <= 3:
                numbered.append((int(inner), match))
            elif _TIME.fullmatch(inner):
                timed.append(match)
        elif is_stage_note(inner):
            yield Furniture(Span(*match.span()), FurnitureKind.STAGE)
    yield from _notes_in_sequence(content, numbered)
    if len(timed) >= 3 or any(match[0].count(":") > 1 for match in timed):
        yield from (Furniture(Span(*match.span()), FurnitureKind.TIME) for match in timed)


def _notes_in_sequence(content: str, numbered: Sequence[tuple[int, re.Match[str]]]) -> Iterator[Furniture]:
    """ "(12)" is a note's number if it follows its word without a space, or if the text counts them up: (1) … (2) ….

    A number that opens a line or comes before its item ("(1) the bridge, (2) the road") belongs to a list.
    """
    after_words = [
        (number, match)
        for number, match in numbered
        if match.start() and content[match.start() - 1] not in "\n(" and _before_stop(content, match.end())
    ]
    rising = sum(b[0] == a[0] + 1 for a, b in pairwise(after_words))
    counted = len(after_words) >= 3 and after_words[0][0] <= 2 and rising * 2 >= len(after_words)
    for _, match in after_words:
        before = content[match.start() - 1]
        if counted or before in '.,;:!?”"’':
            yield Furniture(Span(*match.span()), FurnitureKind.REFERENCE)


def _before_stop(content: str, at: int) -> bool:
    return at >= len(content) or content[at] in '.,;:!?\n ”"'
