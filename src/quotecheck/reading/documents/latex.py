r"""LaTeX with csquotes (its manual 5.2), ranges in the file: what is printed, and what its quotations cite.

``\enquote``, ``\textquote``, ``\textcquote`` and their like are quotations in marks, ``displayquote``,
``displaycquote`` and ``quote`` block quotations; ``\textelp``, ``\textins`` and ``\textdel`` are the brackets and dots
that they print. A citation is ``[@key, p. 12]``, as in Markdown. Commands of the author's own are not expanded; other
files that are drawn in are not read, and told of. Nothing is run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text
from quotecheck.reading.documents.latex_signs import (
    ACCENTS,
    CITES,
    HEADINGS,
    HIDDEN,
    LIGATURES,
    QUOTING,
    SIGNS,
    STRESSING,
    SYMBOLS,
    UNREAD,
)
from quotecheck.reading.documents.sheet import Sheet
from quotecheck.reading.encodings import decode, not_text

_TOKEN: Final = re.compile(
    r"(?P<comment>%[^\n]*\n?[ \t]*)|\\(?P<word>[A-Za-z@]+)(?P<star>\*?)[ \t]*+(?:\n[ \t]*+(?![ \t\r\f\v]*+\n))?"
    r"|\\(?P<symbol>[^A-Za-z@])|(?P<brace>[{}])|(?P<math>\$\$?)|(?P<gap>[ \t]*\n[ \t]*\n\s*)"
    r"|(?P<sign>---?|``|''|\"[`']|[?!]`|<<|>>|,,|[`'~&])|(?P<words>[^\\%{}$\n`'~&\"?!<>,-]+|.|\n)",
    re.DOTALL,
)
_DEEPEST: Final = 500
_LONGEST: Final = 2_000  # code points of an argument that is no text
_LONGEST_MATH: Final = 1_000
_NAME: Final = re.compile(r"\s*\{([^{}\n]{1,60})\}")
_CITE: Final = re.compile(
    r"\\("
    + "|".join(sorted(CITES, key=len, reverse=True))
    + r")\*?\s*((?:\[[^\[\]]{0,200}\]\s*){0,2})\{([^{}]{1,400})\}"
)
_PLACE: Final = re.compile(r"\d+(?:\s*(?:-{1,2}|–|,)\s*\d+)*")
_BODY: Final = re.compile(r"\\begin\s*\{document\}")
_KNOWN: Final = re.compile(r"\\(title|author|date)\s*(?:\[[^\]]{0,200}\]\s*)?\{((?:[^{}]|\{[^{}]{0,200}\}){0,400})\}")
_DRAWN_IN: Final = re.compile(r"\\(?:input|include|subfile)\s*\{([^{}\n]{1,200})\}")
_BABEL: Final = re.compile(r"\\(?:usepackage|documentclass)\s*\[([^\]]{0,300})\]\s*\{[^}]{0,60}\}")
_LANGUAGES: Final = {
    "ngerman": "de", "german": "de", "french": "fr", "english": "en", "british": "en-GB", "american": "en-US",
    "spanish": "es", "italian": "it", "dutch": "nl", "polish": "pl", "portuguese": "pt",
}  # fmt: skip
_MARKS: Final = {"de": "„“‚‘", "fr": "«»“”", "es": "«»“”", "it": "«»“”", "pl": "„”«»"}


def read(data: bytes, name: str) -> Text:
    """The text of a document, or of a part of one.

    Args:
        data: The file's bytes.
        name: Its name, for messages; also the text's id.

    Raises:
        ReadingError: if the bytes are no text, groups nest too deep (code "too-deep") or nothing is printed.
    """
    decoded = decode(data)
    if decoded is None:
        raise not_text(name)
    source = decoded.text
    begin = _BODY.search(source)
    preamble = source[: begin.start()] if begin else ""
    language = _language(preamble)
    reader = _Reader(source, name, _MARKS.get(language or "en", "“”‘’"))
    reader.run(begin.end() if begin else 0)
    known = {match[1]: _plain(match[2]) for match in _KNOWN.finditer(source[:_BEFORE])}
    problems = []
    if decoded.guess is not None:
        problems.append(Problem(message=decoded.guess, code="encoding-guessed", path=name))
    drawn = list(dict.fromkeys(_DRAWN_IN.findall(source)))
    if drawn:
        message = f"it draws in other files, which are not read with it: {', '.join(drawn[:5])}"
        problems.append(Problem(message=message, code="incomplete", path=name))
    return reader.sheet.text(
        data,
        source=source,
        problems=problems,
        title=known.get("title") or None,
        author=known.get("author") or None,
        date=known.get("date") or None,
        language=language,
        empty="nothing of this file is printed",
    )


_BEFORE: Final = 100_000  # code points in which title and author are looked for


def _language(preamble: str) -> str | None:
    """The last language that babel is given is the document's."""
    for match in _BABEL.finditer(preamble[:_BEFORE]):
        options = [option.strip() for option in match[1].split(",")]
        found = [_LANGUAGES[option] for option in options if option in _LANGUAGES]
        main = next((one.partition("=")[2] for one in options if one.startswith("main=")), None)
        if main in _LANGUAGES:
            return _LANGUAGES[main]
        if found:
            return found[-1]
    return None


def _plain(words: str) -> str:
    words = re.sub(r"\s*(?:\\and\b|\\\\)", ", ", words)
    words = re.sub(r"\\[A-Za-z]+\*?\s*|[{}]", "", words)
    return " ".join(words.replace("``", "“").replace("''", "”").replace("~", " ").split())


@attrs.define
class _Open:
    """A group or an environment that stands open: what its end does."""

    name: str
    close: Callable[[int, int], None]


class _Reader:
    """One pass over a file."""

    def __init__(self, source: str, name: str, marks: str) -> None:
        self.sheet = Sheet(name)
        self._source = source
        self._name = name
        self._marks = marks
        self._open: list[_Open] = []
        self._level = 0  # quotations in marks that stand open
        self._at = 0

    def run(self, at: int) -> None:
        """Read from an offset on."""
        self._at = at
        while self._at < len(self._source):
            match = _TOKEN.match(self._source, self._at)
            assert match is not None  # the last alternative takes any character
            self._at = match.end()
            kind = match.lastgroup if match.lastgroup != "star" else "word"
            start, end = match.span()
            if kind == "words":
                self.sheet.put(match[0], start, end)
            elif kind == "word":
                if match["word"] == "end" and (found := _NAME.match(self._source, end)) and found[1] == "document":
                    return
                self._command(match["word"], bool(match["star"]), start)
            elif kind == "symbol":
                self._symbol(match["symbol"], start, end)
            elif kind == "brace":
                self._brace(match[0], start, end)
            elif kind == "math":
                self._math(match[0], start)
            elif kind == "gap":
                self.sheet.end()
            elif kind == "sign":
                shown = LIGATURES.get(match[0])
                self._put("\t" if match[0] == "&" else shown or match[0], start, end)

    def _put(self, shown: str, start: int, end: int) -> None:
        if shown == "\n" or shown == "\t":
            self.sheet.sign(shown, start, end)
        elif shown:
            self.sheet.put(shown, start, end)

    # --- groups

    def _push(self, name: str, close: Callable[[int, int], None]) -> None:
        if len(self._open) >= _DEEPEST:
            raise ReadingError("its groups nest deeper than any document's", path=self._name, code="too-deep")
        self._open.append(_Open(name, close))

    def _brace(self, brace: str, start: int, end: int) -> None:
        if brace == "{":
            stressed = self.sheet.stressed
            self._push("{", lambda *_: self._restore(stressed))
        elif self._open and self._open[-1].name == "{":
            self._open.pop().close(start, end)

    def _restore(self, stressed: bool) -> None:
        self.sheet.stressed = stressed

    def _text_argument(self, close: Callable[[int, int], None]) -> None:
        """The group that follows is read; its end does something."""
        found = re.compile(r"\s*\{").match(self._source, self._at)
        if found is None:
            close(self._at, self._at)
            return
        self._at = found.end()
        self._push("{", close)

    def _optional(self) -> str | None:
        """What stands in the brackets that follow; None if none do."""
        found = re.compile(r"[ \t]*\n?[ \t]*\[").match(self._source, self._at)
        end = self._balanced(found.end(), "]") if found else -1
        if found is None or end < 0:
            return None
        inner = self._source[found.end() : end]
        self._at = end + 1
        return inner

    def _argument(self) -> str:
        """What stands in the braces that follow, no text to be read; "" if none do."""
        found = re.compile(r"[ \t]*\n?[ \t]*\{").match(self._source, self._at)
        end = self._balanced(found.end(), "}") if found else -1
        if found is None or end < 0:
            return ""
        inner = self._source[found.end() : end]
        self._at = end + 1
        return inner

    def _balanced(self, at: int, closing: str) -> int:
        """Where the sign stands that closes; -1 if not near. Brackets in brackets count too."""
        depth = inner = 0
        for index in range(at, min(len(self._source), at + _LONGEST)):
            letter = self._source[index]
            if letter == closing and not depth and self._source[index - 1] != "\\":
                if not inner:
                    return index
                inner -= 1
            inner += letter == "[" and closing == "]" and not depth
            depth += (letter == "{") - (letter == "}")
            if depth < 0:
                return -1
        return -1

    # --- commands

    def _symbol(self, symbol: str, start: int, end: int) -> None:
        if symbol == "\\":
            self._optional()
            self._put("\n", start, end)
        elif symbol in ACCENTS:
            self._accent(symbol, start)
        else:
            self._put(SYMBOLS.get(symbol, ""), start, end)

    def _accent(self, sign: str, start: int) -> None:
        found = re.compile(
            r"\s*\{?\s*(\\[ij]\b|[^\W\d_])\s*\}?" if sign.isalpha() else r"\{?(\\[ij]\b|[^\W\d_])\}?"
        ).match(self._source, self._at)
        if found is None:
            return
        self._at = found.end()
        shown = unicodedata.normalize("NFC", found[1].lstrip("\\") + ACCENTS[sign])
        self.sheet.put(shown, start, found.end())

    def _command(self, word: str, star: bool, start: int) -> None:
        if word in ("begin", "end"):
            found = _NAME.match(self._source, self._at)
            if found is not None:
                self._at = found.end()
                (self._begin if word == "begin" else self._end)(found[1].strip(), start)
        elif word in SIGNS:
            self._put(SIGNS[word], start, self._at)
        elif word in ACCENTS:
            self._accent(word, start)
        elif word in _QUOTES:
            self._quote(word, star, start)
        elif word in ("textelp", "textins", "textdel"):
            self._edit(word, star, start)
        elif word in CITES:
            self._at = start
            found = _CITE.match(self._source, start)
            self._at = found.end() if found else start + len(word) + 1
            if found:
                self._cite(found[0], start, found.end())
        elif word in STRESSING or word in HEADINGS or word == "caption":
            self._looks(word)
        elif word in ("footnote", "endnote", "footnotetext"):
            self._note()
        elif word in ("verb", "lstinline"):
            self._verb()
        elif word == "href":
            self._link()
        elif word in ("par", "item", "maketitle", "newpage", "clearpage", "bigskip", "medskip", "smallskip"):
            self.sheet.end()
            self._optional()
        elif word in UNREAD:
            self._unread()

    def _unread(self) -> None:
        for _ in range(4):
            if self._optional() is None and not self._argument():
                return

    def _verb(self) -> None:
        sign = self._source[self._at : self._at + 1]
        end = self._source.find(sign, self._at + 1, self._at + _LONGEST) if sign else -1
        if end > 0:
            self.sheet.put(self._source[self._at + 1 : end], self._at + 1, end)
            self._at = end + 1

    def _looks(self, word: str) -> None:
        self._optional()
        sheet = self.sheet
        if word in STRESSING:
            stressed = sheet.stressed
            sheet.stressed = True
            self._text_argument(lambda *_: self._restore(stressed))
            return
        sheet.end()
        if word == "caption":
            sheet.caption = True
        else:
            sheet.heading = 1
        self._text_argument(lambda *_: self._looked())

    def _looked(self) -> None:
        self.sheet.end()
        self.sheet.heading, self.sheet.caption = 0, False

    def _note(self) -> None:
        self._optional()
        place, level, stressed = self.sheet.here(), self._level, self.sheet.stressed
        quote, self.sheet.quote = self.sheet.quote, None
        self._level, self.sheet.stressed = 0, False
        self.sheet.begin_aside()

        def close(*_: int) -> None:
            self.sheet.end_aside(keep="note", at=place)
            self._level, self.sheet.stressed, self.sheet.quote = level, stressed, quote

        self._text_argument(close)

    def _link(self) -> None:
        address = self._argument()
        place = self.sheet.here()
        self._text_argument(lambda *_: self.sheet.say(address, place) if "://" in address else None)

    # --- quotations

    def _quote(self, word: str, star: bool, start: int) -> None:
        r"""``\textcquote[before][place]{key}[point]{words}`` and its like."""
        foreign, keyed, citing = _QUOTES[word]
        if foreign:
            self._argument()
        first = self._optional() if citing else None
        second = self._optional() if first is not None else None
        key = self._argument() if keyed else ""
        point = (self._optional() if keyed else second) or ""
        cited = _citation(second if second is not None else first, key) if keyed else _cited(first or "")
        inner = self._level % 2 == 1 or star
        outer_marks, inner_marks = self._marks[:2], self._marks[2:]
        opening, closing = tuple(inner_marks if inner else outer_marks)
        found = re.compile(r"\s*\{").match(self._source, self._at)
        self.sheet.put(opening, start, found.end() if found else self._at)
        self._level += 1

        def close(at: int, end: int) -> None:
            self._level -= 1
            self.sheet.put(point + closing, at, end)
            if cited:
                self.sheet.put(f" {cited}", end, end)

        self._text_argument(close)

    def _edit(self, word: str, star: bool, start: int) -> None:
        r"""``\textelp{}``, ``\textins{}``, ``\textdel{}``: what is left out, put in, taken away."""
        if word == "textdel":
            self._argument()
            self.sheet.put("[]", start, self._at)
            return
        empty = re.compile(r"\s*\{\s*\}").match(self._source, self._at)
        if word == "textelp" and empty:
            self._at = empty.end()
            self.sheet.put("[…]", start, self._at)
            return
        before, after = ("[…] [", "]") if word == "textelp" and not star else ("[", "]")
        after = "] […]" if word == "textelp" and star else after
        self.sheet.put(before, start, self._at + 1)
        self._text_argument(lambda at, end: self.sheet.put(after, at, end))

    def _cite(self, command: str, start: int, end: int) -> None:
        self.sheet.put(_cited(command), start, end)

    # --- environments

    def _begin(self, name: str, start: int) -> None:
        if name in HIDDEN:
            end = self._source.find(f"\\end{{{name}}}", self._at)
            self._at = end + len(name) + 6 if end >= 0 else len(self._source)
            return
        sheet = self.sheet
        if name not in QUOTING:
            sheet.end()
            if name in ("tabular", "tabularx", "longtable", "array"):
                self._unread()
            else:
                self._optional()
            self._push(name, lambda *_: sheet.end())
            return
        sheet.end()
        cited = self._of_block(name)
        outer, sheet.quote = sheet.quote, sheet.quotation() if sheet.quote is None else sheet.quote
        began = sheet.here()

        def close(at: int, end: int) -> None:
            if cited:
                sheet.say(cited, began)
            sheet.end()
            sheet.quote = outer

        self._push(name, close)

    def _of_block(self, name: str) -> str:
        """What a block quotation cites."""
        if name.startswith("foreign"):
            self._argument()
        first = self._optional()
        second = self._optional() if first is not None else None
        if name == "displaycquote":
            key = self._argument()
            self._optional()
            return _citation(second if second is not None else first, key)
        return _cited(first or "")

    def _end(self, name: str, start: int) -> None:
        """An environment ends, and with it what was never closed in it."""
        if not any(one.name == name for one in self._open):
            return
        while self._open:
            one = self._open.pop()
            one.close(start, self._at)
            if one.name == name:
                return

    def _math(self, sign: str, start: int) -> None:
        """A formula in the line stands as it is written; one that is not closed is a dollar sign."""
        end = self._source.find(sign, self._at, self._at + _LONGEST_MATH)
        if end < 0 or "\n\n" in self._source[self._at : end]:
            self.sheet.put("$", start, self._at)
            return
        self.sheet.put(self._source[self._at : end], self._at, end)
        self._at = end + len(sign)


_QUOTES: Final = {  # command → (a language first, a key, brackets)
    "enquote": (False, False, False),
    "textquote": (False, False, True),
    "blockquote": (False, False, True),
    "textcquote": (False, True, True),
    "blockcquote": (False, True, True),
    "foreignquote": (True, False, False),
    "hyphenquote": (True, False, False),
    "foreigntextquote": (True, False, True),
    "hyphentextquote": (True, False, True),
    "foreignblockquote": (True, False, True),
    "hyphenblockquote": (True, False, True),
    "foreigntextcquote": (True, True, True),
    "hyphentextcquote": (True, True, True),
    "foreignblockcquote": (True, True, True),
}


def _citation(place: str | None, keys: str) -> str:
    """A citation of the first of some keys."""
    key = keys.split(",")[0].strip()
    if not re.fullmatch(r"[\w:./#$%&+?<>~-]{1,200}", key):
        return ""
    where = " ".join((place or "").replace("~", " ").replace("--", "–").replace("\\,", " ").split())
    where = re.sub(r"\\[A-Za-z]+\s*|[{}\[\]]", "", where)[:80]
    if _PLACE.fullmatch(where):  # as biblatex prints it
        where = f"p. {where}" if where.isdigit() else f"pp. {where}"
    return f"[@{key}, {where}]" if where else f"[@{key}]"


def _cited(words: str) -> str:
    r"""The citation in ``\cite[12]{key}``; "" if there is none."""
    found = _CITE.search(words)
    if found is None:
        return ""
    notes = re.findall(r"\[([^\[\]]*)\]", found[2])
    return _citation(notes[-1] if notes else None, found[3])
