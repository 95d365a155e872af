"""What the measuring scripts share: their arguments, and the place of their tables in a page. Nothing is measured."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

OWN_COMMAND = shlex.join([sys.executable, "-c", "import sys; from quotecheck.cli import main; sys.exit(main())"])


def arguments_of(
    name: str, doc: str | None, suites: Sequence[str], arguments: Sequence[str] | None
) -> argparse.Namespace:
    """``data``, ``suites``, ``command`` and ``out`` of a script that measures suites.

    Args:
        name: The script's module in this package.
        doc: What it says of itself.
        suites: The suites that are measured if none is named.
        arguments: The command line; None is this process's.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=doc)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the suites")
    parser.add_argument("--suites", nargs="+", default=suites, metavar="NAME", help="default: %(default)s")
    add_command_and_out(parser)
    return parser.parse_args(arguments)


def add_command_and_out(parser: argparse.ArgumentParser) -> None:
    """``command`` and ``out``."""
    parser.add_argument("--command", default=OWN_COMMAND, help="how quotecheck is started (default: this Python's)")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")


def write(name: str, content: str, page: Path | None) -> None:
    """Prints ``content`` and puts it between the markers of ``name`` on the page, if there is one.

    Raises:
        ValueError: if the page does not have both markers, in order, once each.
    """
    print(content)
    if page:
        page.write_text(put_between_markers(page.read_text("utf-8"), name, content), encoding="utf-8")


def markers(name: str) -> tuple[str, str]:
    """The lines between which the table of ``name`` stands."""
    return f"<!-- {name}: written by benchmarks.{name} -->", f"<!-- {name}: end -->"


def put_between_markers(page: str, name: str, content: str) -> str:
    """The page with ``content`` in place of what stood between the markers of ``name``.

    Raises:
        ValueError: if the page does not have both markers, in order, once each.
    """
    opening, closing = markers(name)
    before, begin, rest = page.partition(opening)
    _, end, after = rest.partition(closing)
    if not begin or not end or opening in rest or closing in after:
        raise ValueError(f"the page needs one {opening!r} and after it one {closing!r}")
    return f"{before}{opening}\n\n{content.strip()}\n\n{closing}{after}"
