"""Where sentences and paragraphs begin and end. Who speaks and which marks are quotations is not decided here.

Three steps, each linear in the length of the text: blank lines part paragraphs; in a paragraph, lines that open
something new (a list item, a heading, a speaker's label) part *units*; in a unit every stop is weighed as the end of
a sentence, and pairs of quotation marks and brackets keep the stops inside them from ending what goes on outside.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import attrs
import regex

from quotecheck.model import Span

_BREAK = r"\n\r\x85\u2028"
_BLOCK = regex.compile(rf"\S(?:[^{_BREAK}\u2029]++|(?:\r\n|[{_BREAK}])(?![^\S{_BREAK}]*+(?:[{_BREAK}\u2029]|\Z)))*+")
_LINE_END = regex.compile(rf"\r\n|[{_BREAK}]")
_NONSPACE = regex.compile(r"\S")
_WORD = regex.compile(r"[\p{L}\p{N}]")
_FIRST_WORD = regex.compile(r"[\p{L}\p{M}]{1,24}+")
_CAPITAL = regex.compile(r"[\p{Lu}\p{Lt}]")

_RULE_LINE = regex.compile(r"[>\-*_=~+|#\s]++\Z")
_HEADING = regex.compile(r"[ \t]{0,3}#{1,6}[ \t]")
_ITEM = regex.compile(
    r"[ \t]*+(?:[-*+•‣◦▪●][ \t]++(?=\S)|[–—][ \t]*+(?=[\p{Lu}\p{Lt}“\"«‹„‘¿¡])|>>+|\|"
    r"|\p{Lu}[\p{Lu}\p{N}. '’_-]{0,40}+:(?=\s|\Z))"
)
_NUMBERED = regex.compile(r"[ \t]*+(?:\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})\)|[0-9]{1,3}\.)[ \t]++(?=\S)")
_LINE_STOPPED = regex.compile(r"[.!?…:;,–—-][\"'”’»“)\]]{0,3}+\s*+\Z")
_WRAPPED = 120  # code points: nobody wraps lines by hand beyond this

_SHAPES = (("U", r"[\p{Lu}\p{Lt}]"), ("l", r"\p{Ll}"), ("o", r"\p{L}"), ("d", r"\p{N}"), (" ", r"\s"))
_STOPS = ".!?…‽⁇⁈⁉؟۔।॥。！？｡"
_CJK_STOPS = frozenset("。！？｡")
_CLOSERS = "\"'”’»›“‘«‹)]}」』】》〉）*_"
_CJK_CLOSERS = frozenset("」』”’）》")
_STOP = regex.compile(
    rf"(?P<stop>\.(?:[ \t\u00a0\u2009\u202f]\.){{2,}}+|[{_STOPS}]++)"
    rf"(?P<close>(?:[ \u00a0\u202f]?[»›](?![^\s\p{{P}}])|[{regex.escape(_CLOSERS)}]){{0,8}}+)"
    r"(?P<note>(?:[¹²³⁰⁴-⁹†‡]{1,4}+|(?:\[[0-9a-z]{1,3}\]){1,8}+|(?:[0-9]{1,3}(?:,[0-9]{1,3}){0,3})(?=\s|\Z))?+)"
    r"(?P<more>[\"'”’»)\]]{0,2}+)"
)
_CHUNK = regex.compile(r"[^\s“”\"„«»‹›‘()\[\]{}–—/*_]++\Z")
_DOTTED = regex.compile(r"(?:\p{L}{1,2}\.-?)+\p{L}{1,2}")
_SPACED = regex.compile(r"\p{L}\.")  # the second half of "z. B."
_LOOK_BACK = 24  # code points: longer than any abbreviation

_MARK = regex.compile(r"([“”„‟\"＂«»‹›‘‚「」『』()（）\[\]【】]|['’](?!\w)|(?<!\w)['’])\1*+")
_FAMILY = {
    mark: family
    for family, marks in (
        ("double", "“”„‟\"＂"), ("single", "‘’‚'"), ("guillemets", "«»"), ("single guillemets", "‹›"),
        ("corner", "「」"), ("white corner", "『』"), ("round", "()（）"), ("square", "[]【】"),
    )
    for mark in marks
}  # fmt: skip
_BRACKETS = frozenset({"round", "square"})
_OPENING = frozenset("“„‟«‹‘‚「『(（[【")
_BY_SHAPE = frozenset("「」『』()（）[]【】")
_BEFORE_OPENING = frozenset("([{—–-/“„«‹‘‚\"'¿¡:=>*_（「『")
_AFTER_CLOSING = frozenset(".,;:!?…)]}”’»›\"'—–-/。，、！？；：）」』*_")
_LEADING = frozenset("“”\"„«»‹›‘’'‚([{—–-*_¿¡「『（ \u00a0\u202f")


@attrs.frozen
class _Stop:
    """A place where a sentence may end: where its stop begins, and one past the marks that close after it."""

    start: int
    end: int


@attrs.frozen
class _Pair:
    """A pair of marks or brackets: offsets of the opening and of the closing one."""

    start: int
    end: int
    bracket: bool


def paragraphs(content: str) -> tuple[Span, ...]:
    """The paragraphs of a text: stretches between blank lines, without the white space at their ends.

    Args:
        content: The text; its offsets count code points.

    Returns:
        Spans in order. Every character that is not white space lies in exactly one.
    """
    return tuple(_trimmed(content, found.start(), found.end()) for found in _BLOCK.finditer(content))


def sentences(content: str, inside_quotes: bool = False) -> tuple[Span, ...]:
    """The sentences of a text, without the white space at their ends.

    A stop between quotation marks or in brackets does not end the sentence around them, unless they hold whole
    sentences and stand by themselves: ``“We won. We are done,” she said.`` is one sentence, ``“We won. We are
    done.” She left.`` are three.

    Args:
        content: The text; its offsets count code points.
        inside_quotes: True to end a sentence at the stops inside quotation marks too, whatever stands around them.

    Returns:
        Spans in order. Every character that is not white space lies in exactly one. With ``inside_quotes``, each is
        a part of one that is found without.
    """
    found: list[Span] = []
    for block in _BLOCK.finditer(content):
        for start, end in _units(content, block.start(), block.end()):
            found.extend(_unit_sentences(content, start, end, inside_quotes))
    return tuple(found)


def _trimmed(content: str, start: int, end: int) -> Span:
    while start < end and _shape(content[start]) == " ":
        start += 1
    while start < end and _shape(content[end - 1]) == " ":
        end -= 1
    return Span(start, end)


# --- characters and words -------------------------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _shape(char: str) -> str:
    """``U`` capital, ``l`` small, ``o`` letter without case, ``d`` digit, space, or ``p`` for all else."""
    for shape, pattern in _SHAPES:
        if regex.match(pattern, char):
            return shape
    return "p"


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    content = files("quotecheck.text").joinpath("data/sentences.tsv").read_text("utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            kind, _, words = line.split("\t")
            kinds.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in kinds.items()}


@lru_cache(maxsize=8192)
def _kinds(word: str) -> frozenset[str]:
    """The kinds of a word, as it stands or, all in capitals, as a capitalised word (``MR``)."""
    forms = {word, word.capitalize()} if len(word) > 1 and word.isupper() else {word}
    return frozenset(kind for kind, words in _lexicon().items() if words & forms)


def _is(kind: str, word: str) -> bool:
    return kind in _kinds(word)


# --- units ----------------------------------------------------------------------------------------------------------


def _units(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of one paragraph that no sentence crosses."""
    lines = list(_lines(content, start, end))
    if len(lines) == 1:
        yield start, end
        return
    width = max(stop - begin for begin, stop in lines)
    numbered = _NUMBERED.match(content, *lines[0]) is not None
    begin = start
    for before, line in pairwise(lines):
        if _opens_unit(content, before, line, width, numbered):
            yield begin, before[1]
            begin = line[0]
    yield begin, end


def _lines(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _LINE_END.finditer(content, start, end):
        yield start, found.start()
        start = found.end()
    yield start, end


def _opens_unit(content: str, before: tuple[int, int], line: tuple[int, int], width: int, numbered: bool) -> bool:
    if any(_RULE_LINE.match(content, *one) or _HEADING.match(content, *one) for one in (before, line)):
        return True
    if _ITEM.match(content, *line):
        return True
    stopped = _LINE_STOPPED.search(content, max(before[0], before[1] - 12), before[1]) is not None
    if _NUMBERED.match(content, *line):
        return numbered or stopped  # "on June\n5. Then" is no list
    return not stopped and width > _WRAPPED and _broken_on_purpose(content, before, line, width)


def _broken_on_purpose(content: str, before: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """True if the next line's first word would have fitted: nothing wrapped the line there but its author."""
    word_end = content.find(" ", line[0], line[1])
    word = (word_end if word_end >= 0 else line[1]) - line[0]
    return before[1] - before[0] + 1 + word <= width and _shape(_first_letter(content, *line)) not in "l "


# --- sentences of a unit --------------------------------------------------------------------------------------------


def _unit_sentences(content: str, start: int, end: int, inside_quotes: bool) -> list[Span]:
    capitals = _CAPITAL.search(content, start, end) is not None
    stops = [
        stop
        for found in _STOP.finditer(content, start, end)
        if (stop := _weighed(content, found, start, end, capitals)) is not None
    ]
    pairs = _pairs(content, start, end) if stops else []
    if inside_quotes:
        pairs = [pair for pair in pairs if pair.bracket]
    spans: list[Span] = []
    for after in _in_force(content, start, end, stops, pairs):
        spans.append(_trimmed(content, start, after))
        start = after
    tail = _trimmed(content, start, end)
    if len(tail) and (not spans or _WORD.search(content, tail.start, tail.end)):
        spans.append(tail)
    elif len(tail):  # a lone mark or sign behind the last sentence is its own
        spans[-1] = Span(spans[-1].start, tail.end)
    return spans


def _in_force(content: str, start: int, end: int, stops: list[_Stop], pairs: list[_Pair]) -> Iterator[int]:
    """The ends among ``stops`` that no pair of marks keeps from ending a sentence."""
    ends = [stop.end for stop in stops]
    around: list[tuple[int, bool]] = []  # the pairs that are open: where each closes, and whether it lets stops count
    coming = 0
    first = _next_word(content, start, end)
    for stop in stops:
        while coming < len(pairs) and pairs[coming].start < stop.end:
            pair = pairs[coming]
            _leave(around, pair.start + 1)
            opened = not around or around[-1][1]
            alone = opened and first > pair.start and _ends_with(content, pair, stops, ends, end)
            around.append((pair.end, alone))
            coming += 1
        _leave(around, stop.end)
        if first < stop.start and (not around or around[-1][1]):
            yield stop.end
            first = _next_word(content, stop.end, end)


def _leave(around: list[tuple[int, bool]], offset: int) -> None:
    while around and around[-1][0] < offset:
        around.pop()


def _next_word(content: str, start: int, end: int) -> int:
    found = _WORD.search(content, start, end)
    return found.start() if found else end


def _ends_with(content: str, pair: _Pair, stops: list[_Stop], ends: list[int], end: int) -> bool:
    """True if a sentence ends where the pair closes, so that nothing of it goes on behind."""
    index = bisect_right(ends, pair.end)
    if index < len(stops):
        return stops[index].start <= pair.end + 1
    return len(_trimmed(content, pair.end + 1, end)) == 0


# --- one stop -------------------------------------------------------------------------------------------------------


def _weighed(content: str, found: regex.Match[str], start: int, end: int, capitals: bool) -> _Stop | None:
    """The stop as a place where a sentence may end; None if it does not end one, whatever stands around."""
    marks, at, after = found["stop"], found.start(), found.end()
    stop = _Stop(at, after)
    if found["note"][:1].isascii() and found["note"][:1].isdigit() and not _takes_note(content, found, start):
        return None
    if marks[-1] in _CJK_STOPS:
        return stop if _ends_cjk(content, found, end) else None
    if after < end and _shape(content[after]) != " ":
        return None
    ahead = _NONSPACE.search(content, after, end)
    if ahead is None:
        return stop
    following = _first_letter(content, ahead.start(), end)
    if _shape(following) == "l" and capitals:
        return None
    if "!" in marks or "?" in marks or any(mark in "‽⁇⁈⁉؟" for mark in marks):
        return None if found["close"] and _names_speaker(content, ahead.start(), end) else stop
    if len(marks) > 1 or marks == "…":
        return stop if _ends_after_ellipsis(content, found, start, ahead.start(), end) else None
    return None if marks == "." and _abbreviates(content, at, start, ahead.start(), end, bool(found["close"])) else stop


def _takes_note(content: str, found: regex.Match[str], start: int) -> bool:
    """True if the figures behind a stop are a note's number and not decimals."""
    return bool(found["close"]) or (found.start() > start and _shape(content[found.start() - 1]) not in "d p")


def _ends_cjk(content: str, found: regex.Match[str], end: int) -> bool:
    """Behind a closing mark the sentence goes on without a space: 「勝った。」と言った。"""
    if not any(mark in _CJK_CLOSERS for mark in found["close"]) or found.end() >= end:
        return True
    return content[found.end()] in "「『“‘（(" or _shape(content[found.end()]) == " "


def _first_letter(content: str, start: int, end: int) -> str:
    """The first character from ``start`` behind opening marks, brackets and dashes; a space if there is none."""
    for at in range(start, min(end, start + 12)):
        if content[at] not in _LEADING:
            return content[at]
    return " "


def _word_at(content: str, start: int, end: int) -> tuple[str, str]:
    """The first word from ``start`` behind opening marks, and the character after it."""
    at = start
    while at < min(end, start + 12) and content[at] in _LEADING:
        at += 1
    found = _FIRST_WORD.match(content, at, end)
    if found is None:
        return "", ""
    return found[0], content[found.end() : found.end() + 1]


def _starts_sentence(content: str, start: int, end: int, initial: bool = False) -> bool:
    if content[start] in '“„«‘"¿¡「':
        return True
    word, then = _word_at(content, start, end)
    if initial and _is("particle", word):
        return False
    return _is("starter", word) and not (len(word) == 1 and then == ".")


def _names_speaker(content: str, start: int, end: int) -> bool:
    """True for ``Smith asked.`` behind ``“Why?”``: a name and a verb of saying, with no word that opens a sentence."""
    words = content[start : min(end, start + 60)].split(" ")
    if not words[0] or _is("starter", words[0].rstrip(",")):
        return False
    for word in words[1:6]:
        if _is("saying", word.rstrip(".,:;\n")):
            return True
        if word[-1:] in ".!?:;":
            return False
    return False


def _ends_after_ellipsis(content: str, found: regex.Match[str], start: int, ahead: int, end: int) -> bool:
    """Three dots close to a word end a sentence before a capital; dots that stand apart only before an opening word."""
    at = found.start()
    if at == start or content[at - 1] in "[(":
        return False
    dots = found["stop"].count(".")
    if dots > 3:
        return True
    if _shape(content[at - 1]) == " ":
        return _starts_sentence(content, ahead, end)
    return True


def _abbreviates(content: str, at: int, start: int, ahead: int, end: int, closed: bool) -> bool:
    """True if the full stop at ``at`` belongs to the word before it and ends nothing."""
    chunk = _CHUNK.search(content, max(start, at - _LOOK_BACK), at)
    if chunk is None or closed:
        return False
    word = chunk[0] if _is("inner", chunk[0]) else chunk[0].rpartition("-")[2]
    kinds, figure = _kinds(word), _shape(content[ahead]) == "d"
    if "title" in kinds or "inner" in kinds or (figure and "number" in kinds):
        return True
    if _shape(word[-1:]) == "d":
        return _is_ordinal(content, chunk.start(), word, start, ahead, end)
    if len(word) == 1 and _shape(word) == "l" and _SPACED.match(content, ahead, end):
        return True
    if "time" in kinds:
        return figure or _is("follower", _word_at(content, ahead, end)[0])
    initial = len(word) == 1 and _shape(word) == "U"
    if initial or "final" in kinds or _DOTTED.fullmatch(word):
        return not _starts_sentence(content, ahead, end, initial)
    return False


def _is_ordinal(content: str, at: int, word: str, start: int, ahead: int, end: int) -> bool:
    """``am 3. März``, and the number of an item that opens its sentence: ``1. We won.``"""
    if len(word) > 3 or not word.isdecimal():
        return False
    before = content[max(start, at - _LOOK_BACK) : at].split()
    if not before:
        return at - start < _LOOK_BACK
    if before[-1][-1] in _STOPS and not _kinds(before[-1][:-1]):
        return True
    return len(word) < 3 and _is("ordinal", before[-1].lower()) and not _starts_sentence(content, ahead, end)


# --- pairs of marks -------------------------------------------------------------------------------------------------


def _pairs(content: str, start: int, end: int) -> list[_Pair]:
    """The pairs of quotation marks and brackets of a unit, by their opening; no two cross. Unclosed ones are none."""
    found: list[_Pair] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(content, start, end):
        if match.end() - match.start() > 3:
            continue
        family = _FAMILY[match[1]]
        depth = next((index for index, (one, _) in enumerate(opened) if one == family), None)
        opening = _opens(content, match.start(), match.end(), start, end, depth is not None)
        if opening and depth is not None:
            del opened[depth]  # a mark that opens twice was never closed the first time
        if opening:
            opened.append((family, match.start()))
        elif opening is False and depth is not None:
            found.append(_Pair(opened[depth][1], match.end() - 1, family in _BRACKETS))
            del opened[depth:]
    return sorted(found, key=lambda pair: pair.start)


def _opens(content: str, at: int, after: int, start: int, end: int, is_open: bool) -> bool | None:
    """True if the mark opens, False if it closes, None if it is no mark but an apostrophe or a stray."""
    mark = content[at]
    if mark in _BY_SHAPE:
        return mark in _OPENING
    left = at == start or content[at - 1] in _BEFORE_OPENING or _shape(content[at - 1]) == " "
    right = after == end or content[after] in _AFTER_CLOSING or _shape(content[after]) == " "
    if mark in "'’":
        return _single(content, at, after, end, left, right)
    if left and not right:
        return not (mark == "”" and is_open)
    if right and not left:
        return mark in "„‚" or (mark in "“«‹‘" and not is_open)
    if mark in '"＂':
        return not is_open
    return mark in _OPENING


def _single(content: str, at: int, after: int, end: int, left: bool, right: bool) -> bool | None:
    if right and not left:
        # "the drivers' union" closes nothing
        return None if content[at - 1] == "s" and after < end and _shape(content[after]) == " " else False
    if left and not right and content[at] == "'":
        word = _word_at(content, after, end)[0]
        return None if _is("elision", word.lower()) or _shape(content[after]) == "d" else True
    return None
