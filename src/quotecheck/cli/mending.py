"""Drafts put right, on disk or as a diff. What is put right is said in ``reports.repair``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import output

if TYPE_CHECKING:
    from quotecheck.model import Report, Result, Text
    from quotecheck.reports.repair import Check, Left, Repair


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--diff`` and ``--fix``."""
    group = parser.add_argument_group("mending").add_mutually_exclusive_group()
    group.add_argument(
        "--diff", action="store_true", help="print a unified diff that puts the source's words in, and no report"
    )
    group.add_argument("--fix", action="store_true", help="put the source's words in, then report what is left")


def mended(report: Report, drafts: Sequence[Text], check: Callable[[Text], Check]) -> Iterator[Mended]:
    """What can be put right in each draft.

    Args:
        report: Over the drafts.
        drafts: As they were read.
        check: What checks a statement of a draft again.
    """
    from quotecheck.reports.repair import repairs

    for text in drafts:
        own = [result for result in report.results if result.statement.draft == text.id]
        made, left = repairs(own, text, check(text))
        yield Mended(text, made, left)


class Mended:
    """A draft, what can be put right in it, and what is left to a person."""

    def __init__(self, text: Text, made: list[Repair], left: list[Left]) -> None:
        self.text = text
        self.made = made
        self.left = left

    def diff(self) -> Iterator[str]:
        """A unified diff; on a terminal, with nothing in it that a terminal obeys."""
        from quotecheck.model.errors import shown
        from quotecheck.reports.patches import Patch
        from quotecheck.reports.repair import changes_of

        for line in Patch(self.text.content, changes_of(self.made)).lines(self.text.path or self.text.id):
            yield line[:1] + shown(line[1:]) if output.on_terminal() else line

    def write(self) -> bool:
        """Put the repairs into the file; True if there were any.

        Raises:
            UsageError: if the file is no longer what was read, or cannot be written back byte for byte.
        """
        if not self.made:
            return False
        from quotecheck.cli.writing import write_file
        from quotecheck.reports.patches import changed
        from quotecheck.reports.repair import changes_of

        path = self.text.path or self.text.id
        write_file(path, _encoded(self.text, path, changed(self.text.content, changes_of(self.made))))
        return True

    def tell(self, done: str) -> None:
        """Say on standard error what was put right, and what was not and why."""
        from quotecheck.model.errors import shown

        name = self.text.path or self.text.id
        for repair in self.made:
            codes = ", ".join(dict.fromkeys(_codes(repair.result)))
            output.tell(f"quotecheck: {shown(_place(repair.result, name))}: {done} ({codes})")
        for one in self.left:
            codes = ", ".join(dict.fromkeys(_codes(one.result)))
            output.tell(f"quotecheck: {shown(_place(one.result, name))}: not mended ({codes}): {one.why}")


def _codes(result: Result) -> Iterator[str]:
    from quotecheck.model import Severity

    yield from (one.code.value for one in result.findings if one.severity is Severity.ERROR and one.waived is None)


def _place(result: Result, name: str) -> str:
    statement = result.statement
    return ":".join(str(part) for part in (name, statement.line, statement.column) if part is not None)


def _encoded(text: Text, path: str, new: str) -> bytes:
    """``new`` as the file has its characters: the same encoding, the same byte-order mark."""
    from quotecheck.model.errors import UsageError
    from quotecheck.reading.encodings import decode

    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise UsageError(f"cannot be read again: {error.strerror or error}", path=path) from error
    decoded = decode(data)
    if decoded is None or decoded.text != text.content:
        raise UsageError("it changed while it was checked: nothing is written", path=path)
    body = text.content.encode(decoded.encoding, "replace")
    mark = data[: max(0, len(data) - len(body))]
    if mark + body != data:
        raise UsageError(f"it is not clean {decoded.encoding}: it could not be written back as it is", path=path)
    try:
        return mark + new.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        raise UsageError(f"{decoded.encoding} lacks a letter of the source's words", path=path) from error
