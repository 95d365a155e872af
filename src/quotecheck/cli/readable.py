"""``quotecheck formats``: what can be read here, and what an extra would add."""

from __future__ import annotations

import argparse

from quotecheck.cli import exits, output

NAME = "formats"
HELP = "what files can be read here, and what an extra would add"
DESCRIPTION = """\
List the formats of drafts and sources that can be read here, each with the endings its files mostly have. A format that
needs a library which is not installed is listed with the command that installs it.

The format of a file is told by its content first and by its name second."""
EPILOG = """\
examples:
  quotecheck formats
  quotecheck formats --json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line: name, endings, readable, extras")


def run(args: argparse.Namespace) -> int:
    """List them; the exit code."""
    from quotecheck.reading.readable import readable

    formats = readable()
    if args.json:
        import json

        for one in formats:
            extras = [
                {
                    "extra": extra.name,
                    "adds": extra.adds,
                    "needed": extra.is_needed,
                    "installed": extra not in one.missing,
                }
                for extra in one.extras
            ]
            values = {"name": one.name, "endings": list(one.endings), "readable": one.is_readable, "extras": extras}
            output.write_line(json.dumps(values, ensure_ascii=False))
        return exits.OK
    width = max(len(one.name) for one in formats)
    output.write_line("read here")
    for one in formats:
        if one.is_readable:
            output.write_line(f"  {one.name:{width}}  {' '.join(one.endings)}".rstrip())
    missing = [(one.name, extra) for one in formats for extra in one.missing]
    if missing:
        output.write_line("\nwith an extra")
        for name, extra in missing:
            output.write_line(f"  {name:{width}}  {extra.adds}: {extra.install}")
    return exits.OK
