"""Writes ``docs/command-line.md`` and the man page ``docs/quotecheck.1`` from the parser of the command line.

    python scripts/command_line.py

Both are made of one reading of the parser, sign for sign the same under every version of Python; a test compares them
with what is there. What the parser says stands in ``quotecheck.cli``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotecheck.cli.parser import parser

DOCS = Path(__file__).parents[1] / "docs"
PAGE = DOCS / "command-line.md"
MANUAL = DOCS / "quotecheck.1"


class Argument(NamedTuple):
    """An option with what it takes, or a positional argument; ``written`` is how it is given."""

    written: str
    help: str
    option: bool


class Command(NamedTuple):
    """A command as it is told of; ``groups`` are its arguments under their headings, the first two without one."""

    name: str
    help: str
    description: str
    epilog: str
    groups: list[tuple[str, list[Argument]]]

    @property
    def usage(self) -> str:
        """The command with its positional arguments, as one line."""
        given = [argument for _, group in self.groups for argument in group]
        positional = [argument.written for argument in given if not argument.option]
        return " ".join([self.name, *(["[OPTIONS]"] if len(positional) < len(given) else []), *positional])


def commands() -> list[Command]:
    """The program itself, then every command, in the help's order."""
    top = parser()
    below = next(action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    helps = [action.help or "" for action in below._choices_actions]
    named = zip(below.choices.values(), helps, strict=True)
    return [read(top, ""), *(read(command, help) for command, help in named)]


def read(command: argparse.ArgumentParser, help: str) -> Command:
    """What a parser says of itself."""
    groups = []
    for group in command._action_groups:
        listed = [one for one in group._group_actions if help == "" or not isinstance(one, argparse._HelpAction)]
        shown = [read_argument(one) for one in listed]
        title = "" if group.title in ("positional arguments", "options", "commands") else group.title or ""
        kept = [one for one in shown if one.written != "COMMAND"]
        if kept:
            groups.append((title, kept))
    name = command.prog
    return Command(name, help, command.description or "", command.epilog or "", groups)


def read_argument(action: argparse.Action) -> Argument:
    """How an argument is given, and what it says of itself."""
    names = ", ".join(action.option_strings)
    value = str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper())
    takes = action.nargs != 0
    if not names:
        return Argument(
            {"+": f"{value}…", "*": f"[{value}…]", "?": f"[{value}]"}.get(str(action.nargs), value),
            action.help or "",
            False,
        )
    value = f"[{value}]" if action.nargs == "?" else value
    return Argument(f"{names} {value}" if takes else names, action.help or "", True)


def paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """Paragraphs, each with whether its lines must stay as they are: a list in columns, an example."""
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        lines = part.splitlines()
        if lines[0] == "examples:":
            yield True, "\n".join(line.removeprefix("  ") for line in lines[1:])
        elif any(re.search(r"^ |\S  +\S", line) for line in lines):
            first, rest = (lines[0], lines[1:]) if lines[0].endswith(":") else ("", lines)
            if first:
                yield False, first
            yield True, "\n".join(line.removeprefix("  ") if first else line for line in rest)
        else:
            yield False, " ".join(lines)


def page() -> str:
    """The page, as Markdown."""
    top, *rest = commands()
    lines = ["# The command line", "", "<!-- Made from the parser; python scripts/command_line.py writes it anew. -->"]
    lines += ["", "What `quotecheck COMMAND --help` says, on one page. `man quotecheck` has the same."]
    lines += ["", *section(top, rest)]
    for command in rest:
        lines += ["", f"## {command.name}", "", f"{plain(command.help[:1].upper() + command.help[1:])}.", ""]
        lines += section(command, [])
    return "\n".join(lines) + "\n"


def section(command: Command, below: list[Command]) -> list[str]:
    """A command's part of the page, without its heading."""
    lines = ["```text", command.usage + (" COMMAND …" if below else ""), "```"]
    lines += told(command.description)
    for title, arguments in command.groups:
        lines += ["", *([f"{plain(title[:1].upper() + title[1:])}:", ""] if title else []), "| | |", "|---|---|"]
        lines += [f"| {code(one.written)} | {plain(one.help)} |" for one in arguments]
    if below:
        anchors = [(one, one.name.replace(" ", "-")) for one in below]
        lines += ["", "| command | |", "|---|---|"]
        lines += [f"| [`{one.name}`](#{anchor}) | {plain(one.help)} |" for one, anchor in anchors]
    return lines + told(command.epilog)


def told(text: str) -> list[str]:
    """Prose as prose, columns and examples as they stand."""
    lines = []
    for kept, part in paragraphs(text) if text else ():
        block = "sh" if part.startswith("quotecheck ") else "text"
        lines += ["", *([f"```{block}", part, "```"] if kept else [plain(part)])]
    return lines


def code(text: str) -> str:
    """As code in a cell of a table."""
    return f"`{text}`".replace("|", "\\|")


def plain(text: str) -> str:
    """As text in a cell of a table: nothing in it is markup but what stands in backticks."""
    parts = text.split("`")
    parts[::2] = [re.sub(r"([|*_<\[\]])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def manual() -> str:
    """The man page, as roff."""
    top, *rest = commands()
    lines = ['.TH QUOTECHECK 1 "" "quotecheck" "User Commands"', ".SH NAME"]
    lines += [f"quotecheck {chr(92)}- quotations checked against their sources", ".SH SYNOPSIS"]
    lines += [f".B {roff(top.usage)} COMMAND", ".SH DESCRIPTION", *body(top.description), ".SH OPTIONS"]
    lines += items(top)
    lines += [".SH COMMANDS"]
    for command in rest:
        lines += [f".SS {roff(command.usage)}", f"{roff(command.help[:1].upper() + command.help[1:])}."]
        lines += [".PP", *body(command.description), *items(command), *body(command.epilog, ".PP")]
    return "\n".join([*lines, ".SH EXAMPLES AND EXIT CODES", *body(top.epilog)]) + "\n"


def items(command: Command) -> list[str]:
    """A command's arguments."""
    lines = []
    for title, arguments in command.groups:
        lines += [".PP", roff(f"{title[:1].upper() + title[1:]}:")] if title else []
        for one in arguments:
            lines += [".TP", f"{chr(92)}fB{roff(one.written)}{chr(92)}fR", roff(one.help)]
    return lines


def body(text: str, opening: str = "") -> list[str]:
    """Prose filled, columns and examples as they stand."""
    lines = [opening] if opening and text else []
    for index, (kept, part) in enumerate(paragraphs(text)) if text else ():
        lines += [".PP"] if index else []
        lines += [".nf", *map(roff, part.splitlines()), ".fi"] if kept else [roff(part)]
    return lines


def roff(text: str) -> str:
    """A line in which nothing is a request or an escape."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "")
    text = "".join(sign if sign < "\x7f" else f"\\[u{ord(sign):04X}]" for sign in text)
    return f"\\&{text}" if text[:1] in (".", "'") else text


def main() -> None:
    """Writes both."""
    PAGE.write_text(page(), encoding="utf-8")
    MANUAL.write_text(manual(), encoding="utf-8")


if __name__ == "__main__":
    main()
