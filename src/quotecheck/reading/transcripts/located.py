"""JSON with the place of every string: the few values a transcript is made of. What they mean is not decided here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import attrs

from quotecheck.reading.transcripts.talk import MOST_PIECES, Piece

_TOKEN: Final = re.compile(
    r'[ \t\r\n]*+(?:(?P<string>"(?:[^"\\]++|\\.)*+")|(?P<mark>[{}\[\],:])'
    r"|(?P<number>-?\d[\d.eE+-]{0,400})|(?P<word>true|false|null|NaN|-?Infinity))",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_SHORT: Final = {"n": " ", "t": " ", "r": " ", "b": "", "f": " "}
_DEEPEST: Final = 200
_ONE_SPACE: Final = str.maketrans("\t\n\r\f\v", "     ")


class Broken(Exception):
    """The text is no JSON, or deeper than anybody writes.

    Attributes:
        message: What is wrong, as a sentence.
        at: Where, as an offset.
    """

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


@attrs.frozen
class Scalar:
    """A string, number or word.

    Attributes:
        raw: As it stands, quotation marks included.
        start: Offset of its first character.
    """

    raw: str
    start: int

    @property
    def is_string(self) -> bool:
        """True for a string."""
        return self.raw[0] == '"'

    @property
    def number(self) -> float | None:
        """The number it is, or that a string of digits is; None if it is none."""
        try:
            found = float(self.raw.strip('"'))
        except ValueError:
            return None
        return found if 0 <= found < 1e9 else None

    @property
    def text(self) -> str:
        """The characters it stands for."""
        if self.is_string and "\\" not in self.raw:
            return self.raw[1:-1].translate(_ONE_SPACE)
        return "".join(piece.text for piece in self.pieces())

    def pieces(self, *, lines: bool = False) -> list[Piece]:
        """The characters of a string, with their places; every white space is one space.

        Args:
            lines: True to keep the ends of lines.

        Raises:
            Broken: if they are more than can be laid out.
        """
        if not self.is_string:
            return [Piece(self.raw, self.start, self.start + len(self.raw))]
        found: list[Piece] = []
        at = 1
        if "\\" not in self.raw:
            self._plain(found, at, len(self.raw) - 1)
            return found
        if self.raw.count("\\") > MOST_PIECES:
            raise Broken("a string has more escapes than days of speech", self.start)
        for escape in _ESCAPE.finditer(self.raw, 1, len(self.raw) - 1):
            self._plain(found, at, escape.start())
            shown = "\n" if lines and escape[0] == "\\n" else _unescaped(escape[0])
            found.append(Piece(shown, self.start + escape.start(), self.start + escape.end()))
            at = escape.end()
        self._plain(found, at, len(self.raw) - 1)
        return found

    def _plain(self, found: list[Piece], start: int, end: int) -> None:
        if start < end:
            words = self.raw[start:end].translate(_ONE_SPACE)
            found.append(Piece(words, self.start + start, self.start + end))


Value = Scalar | dict[str, "Value"] | list["Value"]


def _unescaped(escape: str) -> str:
    kind = escape[1]
    if kind != "u":
        return _SHORT.get(kind, kind)
    if len(escape) > 6:
        return (bytes.fromhex(escape[2:6]) + bytes.fromhex(escape[8:])).decode("utf-16-be")
    number = int(escape[2:], 16)
    if 0xD800 <= number < 0xE000:
        return "\ufffd"
    return chr(number) if number >= 0x20 else " "


def parse(text: str, wanted: Callable[[str], bool]) -> Value:
    """The value that a JSON text stands for.

    Args:
        text: The whole text.
        wanted: Says of a key whether its value is kept; others are passed over, whatever they hold.

    Raises:
        Broken: if it is no JSON.
    """
    return _Parser(text, wanted).value()


class _Parser:
    """Reads without recursion, so that depth costs nothing but its own brackets."""

    def __init__(self, text: str, wanted: Callable[[str], bool]) -> None:
        self._text = text
        self._wanted = wanted
        self._at = 0

    def value(self) -> Value:
        """The one value of the text."""
        start = self._at = len(self._text) - len(self._text.lstrip("\ufeff"))
        top: list[Value] = []
        stack: list[dict[str, Value] | list[Value]] = [top]
        while True:
            token = self._next()
            opened = self._opened(token)
            if opened is not None:
                self._keep(stack, opened)
                stack.append(opened)
                if len(stack) > _DEEPEST:
                    raise Broken("it is nested deeper than any transcript", token.start())
                if not self._begin(opened):
                    continue
                stack.pop()
            else:
                self._keep(stack, self._scalar(token))
            if not self._after(stack):
                break
        if self._text[self._at :].strip():
            raise Broken("something stands after its end", self._at)
        assert top, start
        return top[0]

    def _next(self) -> re.Match[str]:
        token = _TOKEN.match(self._text, self._at)
        if token is None:
            rest = self._text[self._at : self._at + 200].strip()
            raise Broken("it breaks off" if not rest else "this is no JSON", self._at)
        self._at = token.end()
        return token

    def _opened(self, token: re.Match[str]) -> dict[str, Value] | list[Value] | None:
        if token["mark"] == "{":
            return {}
        return [] if token["mark"] == "[" else None

    def _scalar(self, token: re.Match[str]) -> Scalar:
        group = token.lastgroup or ""
        if group == "mark":
            raise Broken("a value is missing", token.start("mark"))
        return Scalar(token[group], token.start(group))

    def _keep(self, stack: list[dict[str, Value] | list[Value]], value: Value) -> None:
        holder = stack[-1]
        if isinstance(holder, list):
            holder.append(value)
        else:
            holder[self._key] = value

    def _begin(self, opened: dict[str, Value] | list[Value]) -> bool:
        """After an opening bracket: up to the first value; True if there is none."""
        if isinstance(opened, list):
            token = _TOKEN.match(self._text, self._at)
            if token is not None and token["mark"] == "]":
                self._at = token.end()
                return True
            return False
        return self._members(closes=True)

    def _members(self, *, closes: bool) -> bool:
        """Keys up to the next one whose value is wanted; True if the object ends before."""
        while True:
            token = self._next()
            if token["mark"] == "}" and closes:
                return True
            if token["string"] is None:
                raise Broken("a key is missing", token.start())
            self._key = Scalar(token["string"], token.start("string")).text
            if self._next()["mark"] != ":":
                raise Broken("a colon is missing", self._at)
            if self._wanted(self._key):
                return False
            self._pass_over()
            token = self._next()
            if token["mark"] == "}":
                return True
            if token["mark"] != ",":
                raise Broken("a comma is missing", token.start())
            closes = False

    def _pass_over(self) -> None:
        depth = 0
        while True:
            mark = self._next()["mark"]
            if mark in ("{", "["):
                depth += 1
            elif mark in ("}", "]"):
                depth -= 1
            if depth <= 0 and mark not in (",", ":"):
                return

    def _after(self, stack: list[dict[str, Value] | list[Value]]) -> bool:
        """After a value: up to the next; False at the text's end."""
        while len(stack) > 1:
            holder = stack[-1]
            mark = self._next()["mark"]
            if isinstance(holder, list):
                if mark == ",":
                    return True
                if mark != "]":
                    raise Broken("a comma is missing", self._at)
            elif mark == ",":
                if not self._members(closes=False):
                    return True
            elif mark != "}":
                raise Broken("a comma is missing", self._at)
            stack.pop()
        return False
