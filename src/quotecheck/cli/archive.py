"""``quotecheck archive``: sources that outgrow memory, kept on disk with an index."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.archive import Archive, Writer
    from quotecheck.model import Text
    from quotecheck.model.problems import Problem

NAME = "archive"
HELP = "keep many documents on disk with an index, to check and find quotations in"
DESCRIPTION = """\
An archive holds documents that are too many to be read for every run. `check`, `batch` and `find` take one
with --archive DIR: they read those documents in which a statement may stand, and judge as they always do.

create DIR             an empty archive (--voices: also store who says what, so that asking is faster)
add DIR PATH…          add files, or with --lines JSON Lines of documents; what is there already is left alone
build DIR --lines F…   add new documents by the workers of a scheduler, a file each: all of them at once, or none
update DIR PATH…       the same, and documents that changed take the place of what is there
remove DIR ID…         remove documents by their ids
merge DIR              make few large segments of many small ones, and let removed documents go
verify DIR             look at every byte; exit code 3 if one is not as it was written
stats DIR              what it holds

One process at a time changes an archive; others read it all the while. An end at any moment leaves what was whole."""
EPILOG = """\
examples:
  quotecheck archive create press/ --voices
  quotecheck archive add press/ articles/
  quotecheck archive add press/ --lines dump.jsonl
  quotecheck find "nothing will be the same" --archive press/"""
_ACTIONS = ("create", "add", "build", "update", "remove", "merge", "verify", "stats")
_LONGEST_LINE = 64 * 1024 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("action", choices=_ACTIONS, help="what to do")
    parser.add_argument("directory", metavar="DIR", help="the archive")
    parser.add_argument("named", metavar="PATH|ID", nargs="*", help="files and directories, or ids for remove")
    parser.add_argument("--voices", action="store_true", help="create: store who says what in each document")
    parser.add_argument(
        "--lines",
        metavar="FILE",
        action="append",
        default=[],
        help='add, update: JSON Lines of documents, {"id": …, "text": …} and what is known of each (title, date, '
        "speaker and so on), or Parquet with such columns; - is standard input; may be given again",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        default="local",
        help="build: a Dask scheduler (tcp://…; extra cluster); local is processes of this machine (default: local)",
    )
    parser.add_argument("--wait", metavar="SECONDS", type=float, default=0.0, help="wait so long for another writer")


def run(args: argparse.Namespace) -> int:
    """Do it; the exit code.

    Raises:
        ArchiveError: if the archive is none, is damaged, or is being written by another.
        UsageError: if what is named does not fit the action, or what an archive needs is not installed.
        BrokenOff: if it cannot be done to its end: a full disk.
    """
    from quotecheck.model.errors import BrokenOff, QuotecheckError, UsageError

    takes = args.action in ("add", "build", "update", "remove")
    if takes != bool(args.named or args.lines) or (args.action == "remove" and args.lines):
        needs = "files or --lines" if args.action != "remove" else "ids of documents"
        raise UsageError(f"{args.action} needs {needs}" if takes else f"{args.action} takes the archive alone")
    if args.action == "build" and args.named:
        raise UsageError("build takes --lines alone: files of documents that every worker sees")
    if args.voices and args.action != "create":
        raise UsageError("--voices is for create: an archive has them of all its documents, or of none")
    try:
        return _run(args)
    except ImportError as error:
        raise options.missing_extra(error) from error
    except QuotecheckError:
        raise
    except BrokenPipeError:
        raise
    except OSError as error:
        why = f"{error.strerror or error}; what the archive held before it holds still"
        raise BrokenOff(f"cannot be read or written: {why}", path=args.directory) from error


def _run(args: argparse.Namespace) -> int:
    from quotecheck.archive import Archive, Writer, create

    if args.action == "create":
        create(args.directory, voices=args.voices)
        return exits.OK
    if args.action == "stats":
        with Archive(args.directory) as archive:
            _stats(archive)
        return exits.OK
    if args.action == "verify":
        return _verify(args.directory)
    if args.action == "build":
        return _build(args)
    with Writer(args.directory, wait=args.wait) as writer:
        if args.action == "merge":
            count = writer.merge()
            output.write_line(f"{count} segment{'' if count == 1 else 's'}")
            return exits.OK
        if args.action == "remove":
            return _remove(writer, args.named)
        return _add(writer, args)


def _build(args: argparse.Namespace) -> int:
    try:
        from quotecheck.cluster import build, client_of
    except ImportError as error:
        raise options.missing_extra(error, "build", "cluster") from error

    with client_of(args.scheduler) as client:
        documents, problems = build(args.directory, args.lines, client)
    for problem in problems:
        options.tell_problem(problem)
    output.write_line(f"{documents} documents")
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else exits.OK


def _add(writer: Writer, args: argparse.Namespace) -> int:
    problems: list[Problem] = []

    def texts() -> Iterator[Text]:
        with output.Progress("documents") as progress:
            for text in _texts(args, problems):
                progress.step()
                yield text

    change = writer.add(texts(), replace=args.action == "update")
    counts = [f"{change.added} added", f"{change.same} already there"]
    if change.replaced:
        counts.insert(1, f"{change.replaced} replaced")
    if change.repeated:
        counts.append(f"{change.repeated} with an id that came before were left out")
    output.write_line(f"{writer.catalogue.documents} documents: {', '.join(counts)}")
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else exits.OK


def _texts(args: argparse.Namespace, problems: list[Problem]) -> Iterator[Text]:
    """The texts that are named; what cannot be read is told and kept in ``problems``."""
    from quotecheck.reading.sources import stream_sources

    def told(found: Iterable[Problem]) -> None:
        for problem in found:
            options.tell_problem(problem)
            problems.append(problem)

    for texts, more in stream_sources(args.named):
        told(more)
        yield from texts
    for path in args.lines:
        yield from _documents(path, told)


def _documents(path: str, told: Callable[[Iterable[Problem]], None]) -> Iterator[Text]:
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading.whole_texts import read_documents

    with contextlib.ExitStack() as stack:
        try:
            stream = options.stdin() if path == "-" else stack.enter_context(open(path, "rb"))
        except OSError as error:
            raise ReadingError(f"cannot be read: {error.strerror}", path=path) from error
        name = options.STDIN if path == "-" else path
        for one in read_documents(stream, name, _LONGEST_LINE):
            if isinstance(one, ReadingError):
                told([one.problem()])
            else:
                yield one


def _remove(writer: Writer, ids: list[str]) -> int:
    from quotecheck.model.errors import shown

    change, missing = writer.remove(ids)
    for id in missing:
        output.tell(f"quotecheck: no document is called {shown(id)!r}")
    output.write_line(f"{writer.catalogue.documents} documents: {change.removed} removed")
    return exits.UNREADABLE if missing else exits.OK


def _verify(directory: str) -> int:
    from quotecheck.archive import Archive

    with Archive(directory) as archive:
        faults = list(archive.faults())
        for fault in faults:
            output.tell(f"quotecheck: {fault}")
        output.write_line("damaged" if faults else f"whole: {len(archive)} documents")
    return exits.UNREADABLE if faults else exits.OK


def _stats(archive: Archive) -> None:
    from quotecheck.archive.terms import CERTAIN

    stats = archive.stats()
    tokens = max(1, stats.tokens)
    rows = [
        ("documents", f"{stats.documents:,}"),
        ("removed, still there", f"{stats.removed:,}"),
        ("segments", f"{stats.segments:,}"),
        ("words, figures, signs", f"{stats.tokens:,}"),
        ("characters", f"{stats.characters:,}"),
        ("index", f"{stats.index_bytes:,} bytes, {stats.index_bytes / tokens:.1f} a word"),
        ("documents, compressed", f"{stats.text_bytes:,} bytes"),
        ("who says what", "stored" if stats.voices else "read when it is asked"),
        ("certain to be found", f"{CERTAIN} words in a row"),
    ]
    for name, value in rows:
        output.write_line(f"{name:<24}{value}")
