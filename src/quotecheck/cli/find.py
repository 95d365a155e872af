"""``quotecheck find``: every place in which words stand, the earliest first, and who said them there."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.checking.sightings import Sighting

NAME = "find"
HELP = "find every place in which words stand, the earliest first, with speakers"
DESCRIPTION = """\
Tell where words stand, or nearly, in sources or an archive: the earliest text first, with the one who says them
there. Texts that are copies of an earlier one (wire copy) are listed under it. A date is read from what is
known of a text (a manifest, a document's "date"); texts without one come last.

Exit code 0 if the words stand somewhere, 1 if nowhere."""
EPILOG = """\
examples:
  quotecheck find "the buck stops here" --archive press/
  quotecheck find "we will rebuild" --source interviews/ --speaker "Ada Brook" --format jsonl"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("words", metavar="WORDS", help="what to look for")
    options.add_sources(parser)
    options.add_archive(parser)
    parser.add_argument("--speaker", metavar="NAME", help="who is said to have said it")
    options.add_policy(parser)
    parser.add_argument(
        "--most",
        metavar="N",
        type=_positive,
        default=1000,
        help="documents of the archive that are looked at (default: 1000)",
    )
    options.add_format(parser, lines="place")


def _positive(value: str) -> int:
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number from 1")
    return number


def run(args: argparse.Namespace) -> int:
    """Find the words; the exit code.

    Raises:
        UsageError: if nothing says what to look for, or where.
    """
    from quotecheck.checking.checker import Checker
    from quotecheck.model import Statement
    from quotecheck.model.errors import UsageError

    if not any(character.isalnum() for character in args.words):
        raise UsageError("there are no words to look for")
    settings = options.settings(args, options.start_of("."))
    if not options.has_sources(args, settings.config):
        raise UsageError("nothing says where to look: give --archive DIR or --source PATH")
    sources, problems = options.sources(args, settings.config, [])
    for problem in problems:
        options.tell_problem(problem)
    checker = Checker(
        sources, policy=settings.policy, people=dict(settings.config.people), archive=options.archive(args)
    )
    found = checker.find(Statement(args.words, speaker=args.speaker), most=args.most)
    for line in _lines(found) if args.format == "text" else _jsonl(found):
        output.write_line(line)
    if any(problem.fatal for problem in problems):
        return exits.UNREADABLE
    return exits.OK if found else exits.FAILED


def _lines(found: Sequence[Sighting]) -> Iterator[str]:
    from quotecheck.model.errors import shown

    if not found:
        yield "nowhere"
        return
    for one in (one for one in found if one.copy_of is None):
        result = one.result
        verdict = result.verdict.value if result.verdict else ""
        for passage in result.evidence.passages if result.evidence else ():
            place = ":".join(str(part) for part in (passage.source, passage.place.line) if part is not None)
            speaker = shown(passage.speaker) if passage.speaker else "speaker not named"
            yield f"{shown(one.text.date or 'no date')}  {shown(place)}  {verdict}  {speaker}"
            yield f"    “{shown(passage.exact)}”"
        for other in result.alternatives:
            for passage in other.passages:
                speaker = shown(passage.speaker) if passage.speaker else "speaker not named"
                yield f"    also line {passage.place.line}: {speaker}: “{shown(passage.exact)}”"
        copies = [shown(copy.text.id) for copy in found if copy.copy_of == one.text.id]
        if copies:
            yield f"    copies: {', '.join(copies)}"
    texts = len(found)
    copies_in_all = sum(one.copy_of is not None for one in found)
    yield f"{texts} text{'' if texts == 1 else 's'}" + (f", {copies_in_all} of them copies" if copies_in_all else "")


def _jsonl(found: Sequence[Sighting]) -> Iterator[str]:
    import json

    from quotecheck.reports.wire import to_dict

    for one in found:
        known = {"id": one.text.id, "title": one.text.title, "date": one.text.date, "url": one.text.url}
        values = {"text": known, "copy_of": one.copy_of, "result": to_dict(one.result)}
        yield json.dumps(values, ensure_ascii=False)
