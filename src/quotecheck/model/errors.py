"""What quotecheck raises, and how untrusted text is put into a message. No file is opened here.

QuotecheckError (ValueError)
├── ReadingError (OSError): a draft, a source or a candidate line could not be read
├── ConfigError: the configuration is wrong
├── UsageError: the command line or an argument is wrong
├── BrokenOff: what was begun could not be finished: a full disk, a process that was killed
└── UnknownCode (KeyError): no such code
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotecheck.model.problems import Problem

# C0 and C1 controls, bidirectional controls, line and paragraph separators, invisible operators, byte-order marks,
# interlinear and tag characters, lone surrogates: everything that a terminal would obey or hide instead of showing.
# The two joiners (U+200C, U+200D) are left: scripts and emoji need them, and they move nothing.
UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_WHITE = re.compile(r"[\t\n\r\f\v]+")
_CONTEXT = 40  # code points shown on either side of a fault in a long line


def shown(text: str) -> str:
    """``text`` on one line, fit for a terminal: white space is one space, controls are escaped (``\\u202e``).

    Args:
        text: Words of a draft, a source or a user, of any kind.

    Returns:
        The same words with no character left that a terminal obeys or that starts a new line.
    """
    return UNSHOWN.sub(_escape, _WHITE.sub(" ", text))


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number < 0x20:
        return chr(0x2400 + number)  # the control pictures: ␛ for escape
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``word`` was probably meant to be; None if nothing is near."""
    import difflib  # only on the way to an error

    by_folded = {name.casefold(): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(word.casefold(), list(by_folded), n=1, cutoff=0.55)
    return by_folded[found[0]] if found else None


class QuotecheckError(ValueError):
    """Base of every error that is the input's fault and not the program's.

    Attributes:
        message: One sentence a person understands, without the place.
        path: File it speaks of; None if there is none.
        line: Line in that file, from 1; None if unknown.
        column: Column in that line in code points, from 1; None if unknown.
        excerpt: That line, to be drawn with a marker under the place; None if there is none.
        length: How many code points from ``column`` on are at fault.
        code: A short stable name, as ``Problem.code``.
    """

    code = "error"

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        excerpt: str | None = None,
        length: int = 1,
        code: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.excerpt = excerpt
        self.length = length
        self.code = code or type(self).code

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        head = shown(f"{place}: {self.message}" if place else self.message)
        if self.excerpt is None or self.column is None:
            return head
        return f"{head}\n{_drawn(self.excerpt, self.column, self.length)}"

    def __reduce__(self) -> tuple[object, ...]:
        fields = (self.message, self.path, self.line, self.column, self.excerpt, self.length, self.code)
        return (_rebuilt, (type(self), fields))

    def problem(self, *, fatal: bool = True) -> Problem:
        """The same as a problem on a result or report."""
        return Problem(
            message=self.message, code=self.code, path=self.path, line=self.line, column=self.column, fatal=fatal
        )


class ReadingError(QuotecheckError, OSError):
    """A draft, a source or a candidate line could not be read (exit code 3)."""

    code = "unreadable"


class ConfigError(QuotecheckError):
    """The configuration is wrong (exit code 2)."""

    code = "config"


class UsageError(QuotecheckError):
    """The command line or an argument is wrong (exit code 2)."""

    code = "usage"


class BrokenOff(QuotecheckError):
    """What was begun could not be finished; what was written before stands (exit code 4)."""

    code = "broken-off"


class UnknownCode(QuotecheckError, KeyError):
    """No finding has this code or name (exit code 2)."""

    code = "unknown-code"


def _rebuilt(kind: type[QuotecheckError], fields: tuple[object, ...]) -> QuotecheckError:
    message, path, line, column, excerpt, length, code = fields
    return kind(
        str(message),
        path=path,  # type: ignore[arg-type]
        line=line,  # type: ignore[arg-type]
        column=column,  # type: ignore[arg-type]
        excerpt=excerpt,  # type: ignore[arg-type]
        length=length,  # type: ignore[arg-type]
        code=code,  # type: ignore[arg-type]
    )


def _drawn(excerpt: str, column: int, length: int) -> str:
    """The line with a marker under the place; only a window of a long one."""
    at = min(column - 1, len(excerpt))
    length = max(1, min(length, len(excerpt) - at, _CONTEXT))
    first = max(0, at - _CONTEXT)
    last = min(len(excerpt), at + length + _CONTEXT)
    before = ("…" if first else "") + shown(excerpt[first:at])
    fault = shown(excerpt[at : at + length])
    after = shown(excerpt[at + length : last]) + ("…" if last < len(excerpt) else "")
    return f"    {before}{fault}{after}\n    {' ' * len(before)}{'^' * max(1, len(fault))}"
