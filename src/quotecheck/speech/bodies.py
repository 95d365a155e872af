"""Where a turn's words end, and what stands among them that nobody says. Who says them is not asked here."""

from __future__ import annotations

import re

from quotecheck.model import Span
from quotecheck.speech.headings import CLOSING_HEADINGS, STAGE_OPENERS

_BLANK = re.compile(r"\n[ \t\r\f\v\xa0]*\n\s*")
_EDGE = " \t\r\n\f\v\xa0*_"
_STAMP_LINE = re.compile(
    r"[\[(<]?(?:\d{1,3}[: ]\d{2}(?:[: ]\d{2}){0,2}(?:[.,;]\d{1,3})?)(?:[ \t]*(?:-->|[-–—])[ \t]*[\d:.,; ]{4,14})?[\])>]?"
    r"(?:[ \t]*[AaPp]\.?[Mm]\.?(?:[ \t]+[A-Z]{2,4})?)?$"
)
_HEADING = re.compile(
    r"(?:ACT|SCENE|Act|Scene|CHAPTER|Chapter|PART|PROLOGUE|EPILOGUE|END|FINIS|THE END|AKT|SZENE|ACTE|ACTO|ESCENA)\b[^\n]{0,80}$|#{1,6} |[*\-_=~#][*\-_=~# ]{2,}$"
)
_CAPTION = re.compile(r"[^\n]{0,200}\b(?i:Image|Photo|Picture|Foto|Bild|Credit)s?(?: by)?: [^\n]{1,60}$")
_PULL_QUOTE = re.compile(r"[\"“„«][^\n]{1,600}[\"”“»][ \t]*[—–-]{1,2}[ \t]?[A-Z][^\n]{0,200}$")
_DIRECTION = re.compile(r"[\[(][^\[\]()\n]*(?:\n[^\[\]()\n]+){0,4}[\])][.]?$")
_OPENING = re.compile(r"_?([A-Za-z-]{4,10})[ .,]")

_STAGE_WORDS = (
    r"laughter|laughs?|laughing|applause|applauds?|cheers?|cheering|inaudible|unintelligible|indiscernible|indistinct|cross-?talk|"
    r"overlapping|pause[sd]?|silence|off[- ]mike|off[- ]mic|off camera|voice-?over|on camera|via [a-z ]{3,20}|through (?:an )?interpreter|"
    r"begin (?:video|audio|tape)[a-z ]*|end (?:video|audio|tape)[a-z ]*|video ?(?:clip|tape)|audio ?clip|commercial break|break|"
    r"music(?: playing)?|foreign language|speaking [a-z ]{3,20}|sighs?|coughs?|gasps?|sobs?|crying|whispers?|nods?|shouts?|singing|sings?|phonetic|"
    r"sic|ph|recess(?: taken)?|interruption|interrupting|continuing|reading|reads|gavel|no response|no audible response|"
    r"aplausos|risas|rumores|protestas|pausa|beifall|heiterkeit|lachen|zuruf|zurufe|unruhe|applaudissements|rires|sourires"
)
_NOTE = re.compile(
    rf"[(\[](?:(?i:(?:{_STAGE_WORDS})\b[^()\[\]\n]{{0,80}})|[A-Z][A-Z ,.'’/-]{{3,60}}|(?:\d{{1,3}}:)?\d{{1,2}}:\d{{2}}(?:[.,;:]\d{{1,3}})?)[)\]]"
    r"|\[(?:Aside|Exit|Exeunt|Enter|Re-enter|Dies|Reads?|Sings?|Within|Advancing|Retir\w*|Ris\w+|Kneel\w*|Draw\w*|Giv\w+|Tak\w+|To)\b[^\[\]\n]{0,160}\]"
    r"|^[ \t]*\[[^\[\]\n]{1,200}(?:\n[^\[\]\n]{1,200}){0,3}\][ \t]*$"
    r"|^[ \t]*\([^()\n]{1,200}\)[ \t]*$",
    re.M,
)


def body_of(content: str, start: int, limit: int) -> Span | None:
    """From the first word said to the last.

    Args:
        content: A text's content.
        start: Where words can begin: the end of the label.
        limit: Where the next turn's line begins.

    Returns:
        The words' span without the headings, directions, captions and times that stand after them; None if nobody
        says anything there.
    """
    start, end = _trimmed(content, start, _closed(content, start, limit))
    while start < end:
        last = _last_paragraph(content, start, end)
        if not _is_aside(content[last:end].strip(_EDGE), first=last == start):
            last = _headed(content, start, last, end)
            if last == end:
                break
        start, end = _trimmed(content, start, last)
    return Span(start, end) if start < end else None


def notes_in(content: str, body: Span) -> tuple[Span, ...]:
    """Stage directions and times inside a turn's words."""
    return tuple(Span(*match.span()) for match in _NOTE.finditer(content, body.start, body.end))


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in _EDGE:
        start += 1
    while end > start and content[end - 1] in _EDGE:
        end -= 1
    return start, end


def _last_paragraph(content: str, start: int, end: int) -> int:
    at = content.rfind("\n", start, end)
    while at >= 0:
        before = content.rfind("\n", start, at)
        if not content[max(before, start) : at].strip():
            return at + 1
        at = before
    # A time or a direction that stands on the last line, with no blank line before it.
    line = content.rfind("\n", start, end) + 1
    if line > start and (_STAMP_LINE.match(content[line:end].strip()) or _DIRECTION.match(content[line:end].strip())):
        return line
    return start


def _headed(content: str, start: int, last: int, end: int) -> int:
    """Where a heading begins that a short last line (a caption) stands under; ``end`` if there is none."""
    line = content[last:end].strip(_EDGE)
    above = _trimmed(content, start, last)[1]
    heading = _last_paragraph(content, start, above)
    if last == start or heading == start or "\n" in line or len(line.split()) > 12:
        return end
    return heading if _is_heading(content[heading:above].strip(_EDGE)) else end


def _is_aside(block: str, first: bool) -> bool:
    if not block or _STAMP_LINE.match(block) or _DIRECTION.match(block):
        return True
    if first:
        return False
    opening = _OPENING.match(block)
    if opening and opening[1].casefold() in STAGE_OPENERS and len(block) < 300:
        return True
    return bool(_HEADING.match(block) or _CAPTION.match(block) or _PULL_QUOTE.match(block)) or _is_heading(block)


def _is_heading(block: str) -> bool:
    """One short line that opens with a capital and ends in no stop: the next part's heading."""
    if "\n" in block or len(block) > 80 or not block[0].isupper():
        return False
    return block[-1] not in ".?!…:;,\"'”’»-–—)]" and len(block.split()) <= 10


def _closed(content: str, start: int, limit: int) -> int:
    for blank in _BLANK.finditer(content, start, limit):
        line = content[blank.end() : content.find("\n", blank.end()) if "\n" in content[blank.end() : limit] else limit]
        if line.strip("# *_:\r").casefold() in CLOSING_HEADINGS:
            return blank.start()
    return limit
