"""Labels of speakers at the start of lines: what could be one, line by line. Which of them are, ``turns`` decides."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

import attrs

from quotecheck.speech.headings import NOT_SPEAKERS, STAGE_OPENERS
from quotecheck.speech.places import SHORT_TIMES, TIMES

LONGEST_LABEL = 160  # code points of a line that are looked at: roles and "(via telephone)" included


class Style(enum.Enum):
    """How a label is set off from the words that follow it."""

    COLON_CAPITALS = "SMITH: words"
    COLON_NAME = "Hazel Smith: words"
    QUESTION_ANSWER = "Q. words"
    CHEVRON = ">> words"
    BRACKET = "[Anna, 00:12] words"
    TIMED = "Hazel Smith  1:02:07"
    STOP_ALONE = "HAMLET."
    STOP_INLINE = "Ham. words"
    COLUMN = "CDR   words"
    ALONE = "HAMLET"


@attrs.frozen(kw_only=True)
class Label:
    """A line's beginning that may name who speaks.

    Attributes:
        style: How it is set off.
        line: Offset at which its line begins, times and marks before the label included.
        start: First code point of the name.
        end: One past the last code point of the name; equal to ``start`` for a bare ">>".
        words: Offset at which the words said can begin at the earliest.
        name: The name without time, place or role.
        role: What else the label says of the speaker ("CEO, NORTHSEA"); None if nothing.
        opens: True if a blank line or the text's beginning stands before it.
        alone: True if nothing else stands on its line.
        capitals: True if the name is set in capitals.
    """

    style: Style
    line: int
    start: int
    end: int
    words: int
    name: str
    role: str | None = None
    opens: bool = False
    alone: bool = False
    capitals: bool = False

    @property
    def heads_paragraph(self) -> bool:
        """True if a blank line stands before it, or its line is set in."""
        return self.opens or self.start - self.line > 1

    @property
    def titled(self) -> bool:
        """True for a title with a name: "Mr. Smith", "Chairman Brook"; not for "The CHAIR"."""
        words = self.name.split()
        return len(words) > 1 and words[0] != "The" and words[0].rstrip(".").casefold() in _TITLES

    @property
    def key(self) -> str:
        """The name as it is counted: case and inner space do not tell two labels apart."""
        return " ".join(self.name.casefold().split()).rstrip(".")


@attrs.frozen(kw_only=True)
class Scan:
    """A text's lines, as far as labels are concerned.

    Attributes:
        labels: What could be a label, in order of place.
        rivals: Lines that begin with other words before a colon.
        lines: Lines that are not blank.
        paragraphs: Runs of lines that are not blank.
        quoted: Lines that a letter's ">" marks as quoted.
    """

    labels: tuple[Label, ...]
    rivals: int
    lines: int
    paragraphs: int
    quoted: int


_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,;:]\d{1,3})?"
_STAMP = rf"[\[(<]?(?:{_TIME}|\d{{2,3}}[ :]\d\d[ :]\d\d[ :]\d\d)[\])>]?"
_LEAD = (
    rf"[ \t\xa0]*(?:\d{{1,3}}[ \t]{{2,}})?(?:{_STAMP}[ \t]+(?:[-–][ \t]+)?)?"
    r"(?P<chevron>>{2,3}[ \t]*)?(?:[-–—•][ \t]+)?(?P<mark>\*\*|__|\*|_)?"
)
_HEAD = r"(?P<head>[^\W_](?:[^:：\n()\[\]]|\([^()\n]{0,60}\)|\[[^\[\]\n]{0,40}\]){0,110}?)"
_COLON = re.compile(_LEAD + _HEAD + r"(?:\*\*|__|\*|_)?[ \t\xa0]?[:：](?:\*\*|__|\*|_)?(?=[\s\xa0“\"«‘']|$|(?<=：))")
_QUESTION = re.compile(
    r"[ \t\xa0]*(?:\d{1,3}[ \t]{2,})?(?P<head>[QA])"
    r"(?!\.[ ]?[A-Z][A-Z'’-]+(?:[ ][A-Z][A-Z'’-]+)?:)(?:[.:](?=\s|$)|(?=[ \t]{2,}|\t|$))(?=[ \t]*(?:\S|$))"
    r"|[ \t\xa0]*(?P<bare>Q)(?=[ \t\xa0]+[A-Z“\"(‘'\[-])"
)
_BRACKET = re.compile(_LEAD + r"\[(?P<head>[^\[\]\n]{1,80})\](?P<colon>[ \t]?:)?")
_TIMED = re.compile(
    _LEAD + rf"(?P<head>[^\W\d_][^\n:()\[\]]{{0,60}}?)(?:[ \t]*[,–|-][ \t]*|[ \t]+)"
    rf"[\[(]?{_TIME}[\])]?[ \t]*+(?::[ \t]*+)?$"
)
_STOP = re.compile(r"(?<=\w)[.\]](?:[—–]|--?(?=\w))?_?(?=[\s\xa0]|$|(?<=[—–-]))")
_ANY_STOP = re.compile(r"\w[.\]]")
_STOP_WITHIN = 61
_OPENING_SIGNS = frozenset("QA>")
_LONGEST_ALONE = 44  # code points of a line without its margins: 40 of a name, and what is written round it
_COLUMN = re.compile(_LEAD + r"(?P<head>[A-Z][A-Z0-9 /&.'-]{0,24}?)(?:[ ]{0,9}\t[ \t]*|[ ]{2,})(?=\S)")
_CHEVRON = re.compile(r"[ \t\xa0]*>{2,3}(?!>)[ \t]*")
_SPEAKER_ID = re.compile(
    r"(?i:speaker|spkr?|participant|respondent|person|voice|guest|host|witness|juror|unknown)[ _-]?[0-9A-Za-z]{0,3}"
)
# Blanks are read from the first of them on: from each of them a long row would take its square.
_BRACKET_TIME = re.compile(rf"(?:[,;|][ \t]*+|(?<![ \t])[ \t]++)?(?<![\d:]){_TIME}$")
_GROUP = re.compile(r"(?:(?<![ \t])[ \t]++)?[(\[]([^()\[\]]*)[)\]][ \t]*+")
_SUFFIX = re.compile(r"(?i)(?:jr|sr|esq|ii|iii|iv|m\.?d|ph\.?d|q\.?c|k\.?c)\.?$")
_TITLE_DOT = re.compile(
    r"(?i)(?:mr|mrs|ms|messrs|dr|prof|rev|hon|sen|rep|gov|gen|col|capt|lt|sgt|adm|maj|cmdr|st|jr|sr|sra|dra|mme|mlle|mgr|pres|sec"
    r"|amb|supt|atty|[^\W\d_])(?:\.[^\W\d_])*\.$"
)
_PARTICLES = frozenset(
    "of the de la le las los del da do dos di du des van von der den zu zum zur y i e et und and bin ibn al el ter te "
    "ten af av na d' señor señora señorita don doña sr sra pro tempore für für in for".split()
)
_OPENERS = frozenset(
    "a an and as at because but by for from he her here his how i if in it its just like my no not now of on or our "
    "she so some still that their then there these they this those though thus to we well what when where which while "
    "who why with yes yet you your let is are was were do did does have had has can could would should may might aber "
    "als an auf aus bei da dann das dass denn dies diese doch ein eine er es für hier ich in ist ja mit nach nein "
    "nicht nun ob oder sie so und uns von warum was weil wenn wer wie wir wo zu zum zur cuando como donde pero porque "
    "que quien si sin y ce cet cette ces dans donc elle et il ils je mais ou pour quand qui".split()
)
_DATES = (TIMES | SHORT_TIMES) - {"may", "april", "june", "august", "summer", "mai", "winter"}
_LEADING_ARTICLES = frozenset({"the", "el", "la", "le", "der", "die", "m"})
_TITLES = frozenset(
    "mr mrs ms miss messrs dr m mm mme mlle senator sen representative rep sir the chairman chairwoman chair "
    "ambassador secretary commissioner governor general admiral judge".split()
)
_NUMBERED = re.compile(
    r"(?i)(?:act|scene|chapter|part|book|section|article|exhibit|figure|table|canto|page|vol|volume|no|item|step"
    r"|akt|szene|kapitel|teil|acte|scène|capítulo|escena|acto)\.?\s+(?:\d+|[ivxlc]+|the\b.*|one|two|three|four|five)\b"
)


def scan(content: str) -> Scan:
    """Every line's possible label.

    Args:
        content: A text's content.

    Returns:
        Labels with offsets in code points of ``content``. Cost is linear in its length.
    """
    labels: list[Label] = []
    rivals = lines = paragraphs = quoted = 0
    opens = True
    for start, end in _lines(content):
        head = content[start : min(end, start + LONGEST_LABEL)]
        if not head or head.isspace():
            opens = True
            continue
        lines += 1
        paragraphs += opens
        quoted += head.startswith("> ")
        label = _label(head, start, opens, whole=end - start == len(head))
        if label is not None:
            labels.append(label)
        elif _has_colon(head) and _COLON.match(head):
            rivals += 1
        opens = False
    return Scan(labels=tuple(labels), rivals=rivals, lines=lines, paragraphs=paragraphs, quoted=quoted)


def _lines(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(content):
        end = content.find("\n", start)
        if end < 0:
            end = len(content)
        yield start, end
        start = end + 1


def _may_be_label(line: str, whole: bool) -> bool:
    """False for most lines of prose: they have none of the signs without which no style can be met."""
    if ":" in line or "[" in line or "  " in line or "\t" in line or "：" in line:
        return True
    bare = line.lstrip(" \xa0")
    first = bare[:1]
    if first in _OPENING_SIGNS:
        return True
    if first == "_":
        bare = bare.lstrip(" \xa0_")
        first = bare[:1]
    if first.isupper() and _ANY_STOP.search(bare, 0, _STOP_WITHIN) is not None:
        return True
    return whole and len(bare) <= _LONGEST_ALONE and bare != bare.lower()


def _label(line: str, at: int, opens: bool, whole: bool) -> Label | None:
    if not _may_be_label(line, whole):
        return None
    for style_of in (_by_question, _by_colon, _by_bracket, _by_time, _by_chevron, _by_stop, _by_column, _by_itself):
        found = style_of(line, whole)
        if found is None:
            continue
        style, start, end, words, head = found
        return Label(
            style=style,
            line=at,
            start=at + start,
            end=at + end,
            words=at + words,
            name=head.name,
            role=head.role,
            opens=opens,
            alone=whole and not line[words:].strip(" \t\xa0\r*_"),
            capitals=head.capitals,
        )
    return None


@attrs.frozen
class _Head:
    name: str
    role: str | None
    capitals: bool


_Found = tuple[Style, int, int, int, _Head]


def _has_colon(line: str) -> bool:
    return ":" in line or "：" in line


def _by_colon(line: str, whole: bool) -> _Found | None:
    match = _COLON.match(line) if _has_colon(line) else None
    head = _read_head(match["head"]) if match else None
    if match is None or head is None:
        return None
    start = match.start("head")
    style = Style.COLON_CAPITALS if head.capitals else Style.COLON_NAME
    return style, start, start + len(head.name), match.end(), head


def _by_question(line: str, whole: bool) -> _Found | None:
    match = _QUESTION.match(line)
    if match is None:
        return None
    group = "head" if match["head"] else "bare"
    return Style.QUESTION_ANSWER, match.start(group), match.end(group), match.end(), _Head(match[group], None, True)


def _by_bracket(line: str, whole: bool) -> _Found | None:
    match = _BRACKET.match(line) if "[" in line else None
    if match is None:
        return None
    inner = match["head"]
    time = _BRACKET_TIME.search(inner)
    name = inner[: time.start()] if time else inner
    known = _SPEAKER_ID.fullmatch(name)
    if not known and not time and not match["colon"]:
        return None
    head = _Head(name, None, name.isupper()) if known else _read_head(name)
    if head is None:
        return None
    start = match.start("head")
    return Style.BRACKET, start, start + len(head.name), match.end(), head


def _by_time(line: str, whole: bool) -> _Found | None:
    match = _TIMED.match(line) if whole and ":" in line else None
    head = _read_head(match["head"]) if match else None
    if match is None or head is None:
        return None
    start = match.start("head")
    return Style.TIMED, start, start + len(head.name), match.end(), head


def _by_chevron(line: str, whole: bool) -> _Found | None:
    match = _CHEVRON.match(line)
    if match is None:
        return None
    return Style.CHEVRON, match.end(), match.end(), match.end(), _Head("", None, False)


def _by_stop(line: str, whole: bool) -> _Found | None:
    start = len(line) - len(line.lstrip(" \t\xa0_"))
    if not line[start : start + 1].isupper():
        return None
    for stop in _STOP.finditer(line, start, start + 60):
        written = line[start : stop.start()]
        if _TITLE_DOT.match(written.split()[-1] + "."):
            continue  # a title's own full stop ("Mr. COLE.") does not end the label
        head = _read_head(written)
        alone = whole and not line[stop.end() :].strip("_ \t\r\xa0")
        if head is None or not _ends_with_stop(head, written) or (alone and not head.capitals):
            return None
        return Style.STOP_ALONE if alone else Style.STOP_INLINE, start, start + len(head.name), stop.end(), head
    return None


def _ends_with_stop(head: _Head, written: str) -> bool:
    """Labels that end in a full stop: capitals, a title with its name, or one short word (an abbreviation)."""
    words = written.split()
    titled = words[0].rstrip(".").casefold() in _TITLES and len(words) > 1 and words[0] != "The"
    return head.capitals or titled or (len(words) == 1 and len(words[0]) <= 6)


def _by_column(line: str, whole: bool) -> _Found | None:
    match = _COLUMN.match(line) if "\t" in line or "  " in line else None
    head = _read_head(match["head"]) if match else None
    if match is None or head is None or len(head.name.split()) > 2:
        return None
    start = match.start("head")
    return Style.COLUMN, start, start + len(head.name), match.end(), head


def _by_itself(line: str, whole: bool) -> _Found | None:
    name = line.strip(" \t\r\xa0")
    head = _read_head(name) if whole and len(name) <= 40 else None
    if head is None or not head.capitals or len(name.split()) > 4:
        return None
    start = line.index(name)
    return Style.ALONE, start, start + len(head.name), len(line), head


def _read_head(head: str) -> _Head | None:
    """Name and role in the words before a colon; None if they cannot be somebody's label."""
    plain = head
    notes: list[str] = []
    group = None
    while plain.endswith((")", "]")) and (group := _GROUP.search(plain, max(plain.rfind("("), plain.rfind("["), 0))):
        notes.append(group[1])
        plain = plain[: group.start()]
    first, *rest = plain.split(",")
    name = first
    while rest and _SUFFIX.match(rest[0].strip()):
        name += "," + rest.pop(0)
    name = name.rstrip()
    if rest and name.endswith(")") and (group := _GROUP.search(name, max(name.rfind("("), 0))):
        notes.append(group[1])  # the party, before the office: "JOHN SMITH (D-OH), MAYOR"
        name = name[: group.start()].rstrip()
    if not _is_name(name):
        return None
    role = ", ".join(part.strip() for part in rest if part.strip()) or None
    return _Head(name, role, _in_capitals(name))


def _is_name(name: str) -> bool:
    words = name.replace(",", " ").split()
    if not 1 <= len(words) <= 7 or (len(words) > 2 and any(map(_is_small, words))) or _NUMBERED.match(name):
        return False
    folded = name.casefold().strip(". ")
    first = words[0].casefold().strip(".,'’")
    if folded in NOT_SPEAKERS or first in STAGE_OPENERS:
        return False
    if _SPEAKER_ID.fullmatch(name):
        return True
    if words[0].strip(".").isdigit() or any(word.casefold().strip(".") in _DATES for word in words):
        return False  # dates and numbered items
    if first in _OPENERS and not _in_capitals(name) and not (len(words) == 1 and len(first) == 1):
        return False
    if first in _LEADING_ARTICLES and len(words) == 1:
        return False
    return all(_is_name_word(word) for word in words) and _is_proper(words[-1])


def _is_small(word: str) -> bool:
    """True for a word in small letters that no name has: what ``_is_name_word`` says of it, sooner."""
    return word.islower() and word.isascii() and word.isalpha() and word not in _PARTICLES


def _is_name_word(word: str) -> bool:
    if word.endswith(".") and not _TITLE_DOT.match(word):
        return False
    bare = word.strip(".'’")
    return bare.casefold() in _PARTICLES or bare == "&" or _is_proper(word) or bare.isdigit()


def _is_proper(word: str) -> bool:
    bare = word.lstrip("'’")
    if not bare or not all(char.isalnum() or char in ".'’-/–&" for char in bare):
        return False
    letter = bare[0]
    # Scripts without case (CJK, Arabic) cannot show a name by its capital.
    caseless = letter.isalpha() and letter.lower() == letter.upper() and len(bare) <= 8
    return letter.isupper() or bare.isdigit() or caseless or bare.casefold() in {"tempore"} or _inner_capital(bare)


def _inner_capital(word: str) -> bool:
    """ "wikiHow", "d'Artagnan", "al-Hassan": a small letter first, a capital inside."""
    return any(char.isupper() for char in word[1:])


def _in_capitals(name: str) -> bool:
    words = [word for word in re.split(r"[\s,]+", name) if word.strip(".").casefold() not in _PARTICLES]
    shouted = [word for word in words if sum(map(str.isupper, word)) >= 2 and not _has_small(word)]
    if not shouted:
        return all(len(word.strip(".")) == 1 and word.isupper() for word in words) and bool(words)
    return True


def _has_small(word: str) -> bool:
    """Small letters, those of "McCREADIE" and "O'Brien"-like prefixes aside."""
    bare = re.sub(r"^(?:Mc|Mac|De|Di|La|Le|Von|Van|St)(?=[A-Z]{2})", "", word)
    return any(char.islower() for char in bare.removesuffix("s"))
