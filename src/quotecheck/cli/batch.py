"""``quotecheck batch``: a list of candidates, one result a line, in order."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.archive import Archive
    from quotecheck.checking.batch import Batch
    from quotecheck.checking.tally import Tally
    from quotecheck.cli.writers import Writer
    from quotecheck.config.ignores import Ignores
    from quotecheck.model import Problem, Result, Text
    from quotecheck.reading import Candidate, Unread

NAME = "batch"
HELP = "check a list of candidates (JSON Lines, CSV or Parquet), one result a line"
DESCRIPTION = """\
Check a list of statements and print one result for each, in order, as soon as it is there.

The list is JSON Lines (one object a line), CSV/TSV with a header or Parquet (extra parquet) whose columns bear the
same names; a page with JSON-LD in it, JSON-LD and Web Annotations are lists too (Quotation, ClaimReview). Only "text"
is required:
  {"id": "q17", "text": "We will rebuild", "kind": "direct", "speaker": "Ada Brook", "sources": ["talk.txt"]}
A line may carry its own sources ("sources": paths from the list's directory, or objects with "path" and what is known;
or "source_text"); one that carries none is checked against --source. Keys that are not ours come back under "extra".
A line that cannot be read gives a result with "verdict": null in its place, and the others go on (exit code 3).
With --claims all each text is taken for a whole answer and its claims are checked one by one; a line that says
"kind": "direct" stays the quotation that it is."""
EPILOG = """\
examples:
  quotecheck batch quotations.jsonl --source interviews/
  quotecheck batch quotations.csv --source speech.txt --format text
  some-program | quotecheck batch - --policy grounding > results.jsonl
  quotecheck batch answers.jsonl --source context.txt --claims all
  quotecheck batch million.jsonl --source press/ --jobs 8 --resume results.jsonl
  quotecheck batch part-*.parquet --archive press/ --into results/ --format parquet --scheduler tcp://10.0.0.1:8786"""
_FORMATS = ("jsonl", "text", "line", "csv", "junit", "sarif", "jsonld", "parquet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("candidates", metavar="CANDIDATES", help="the list; - is standard input")
    parser.add_argument("more_candidates", metavar="MORE", nargs="*", help="more lists, with --into")
    options.add_sources(parser)
    options.add_archive(parser)
    options.add_policy(parser)
    options.add_claims(
        parser,
        "all: each text is a whole answer; each of its claims has a result, with the line's id and its number "
        "(default: attributed, one result a line)",
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=_FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(_FORMATS)} (default: text on a terminal, jsonl otherwise); junit, sarif and jsonld come at "
        "the end; parquet needs --out or --into",
    )
    options.add_fail_on(parser)
    options.add_aids(parser)
    options.add_jobs(parser)
    parser.set_defaults(jobs=None)
    group = parser.add_argument_group("many lists, many machines (extra cluster)")
    group.add_argument(
        "--into",
        metavar="DIR",
        help="check each list by a worker and write its results into DIR, under its own name: jsonl or --format "
        "parquet; lists whose results are there are passed over; lists and DIR may be addresses of a store (s3://…)",
    )
    group.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="a Dask scheduler (tcp://…) whose workers check the lists; local is processes of this machine, as many as "
        "--jobs says or as there are processors (default: local)",
    )
    parser.add_argument(
        "-o",
        "--out",
        metavar="FILE",
        help="write the results to FILE, which is there when all are: Parquet if its name ends in .parquet, else jsonl",
    )
    parser.add_argument(
        "--resume",
        metavar="FILE",
        help="write the results to FILE (jsonl); a run that was killed goes on where it stopped, with the same command",
    )


def run(args: argparse.Namespace) -> int:
    """Check the list; the exit code."""
    options.one_stdin(args.candidates, *args.more_candidates, *args.source)
    _refuse_two_ways(args)
    if args.into:
        from quotecheck.cli import partitions

        return partitions.run(args)
    args.jobs = args.jobs or 1
    start = options.directory_of(args.candidates)
    settings = options.settings(args, start)
    with opened(args.candidates) as (stream, name):
        from quotecheck.config.ignores import Ignores
        from quotecheck.reading import read_candidates

        candidates = read_candidates(stream, name, tell=options.tell_problem)
        shared, problems = options.sources(args, settings.config, [args.candidates])
        for problem in problems:
            options.tell_problem(problem)
        batch = _batch(settings, start, shared, problems, args, options.archive(args))
        ignores = Ignores(settings.config, options.today(), args.candidates)
        for problem in ignores.problems:
            options.tell_problem(problem)
        _keep_inputs(args, shared)
        if args.resume:
            code = _resume(args, batch, ignores, candidates, settings)
        else:
            pairs = batch.pairs(candidates, jobs=args.jobs, forked=settings.aids is None)
            with _writer(args, settings, name, shared, problems) as written:
                code = _print(pairs, ignores, settings.fail_on, written)
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else code


def _keep_inputs(args: argparse.Namespace, shared: Sequence[Text]) -> None:
    """Refuse results in the place of the list or of a source."""
    from quotecheck.cli.writing import keep_inputs

    written = [path for path in (args.resume, args.out) if path]
    keep_inputs(written, (args.candidates, *(text.path for text in shared)))


def _refuse_two_ways(args: argparse.Namespace) -> None:
    """A file of results is in one format, and is made in one way."""
    from quotecheck.model.errors import UsageError

    named = [option for option in ("resume", "out", "into") if getattr(args, option)]
    if len(named) > 1:
        raise UsageError(f"--{named[0]} and --{named[1]} both say where the results go: give one of them")
    if not args.into and (args.more_candidates or args.scheduler):
        raise UsageError("several lists, or a scheduler, need --into DIR: a file of results for each list")
    formats = {"resume": ("jsonl",), "out": ("jsonl", "parquet"), "into": ("jsonl", "parquet")}
    for option in named:
        if args.format not in (None, *formats[option]):
            raise UsageError(f"--{option} writes {' or '.join(formats[option])}, not {args.format}")
    if args.format == "parquet" and not (args.into or (args.out or "").endswith(".parquet")):
        raise UsageError("Parquet is no text: name a file with --out FILE.parquet")


@contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """A list that is named, as bytes, and what messages call it.

    Raises:
        ReadingError: if it cannot be opened.
    """
    from quotecheck.reading.files import open_file

    if path == "-":
        yield options.stdin(), options.STDIN
        return
    with open_file(path, path) as stream:
        yield stream, path


def _batch(
    settings: options.Settings,
    base: str,
    shared: Sequence[Text],
    problems: Sequence[Problem],
    args: argparse.Namespace,
    archive: Archive | None,
) -> Batch:
    from quotecheck.checking.batch import batch_under
    from quotecheck.model import Claims

    policy, people = settings.policy_for(args.candidates), dict(settings.config.people)
    checker = None
    if archive is not None:
        from quotecheck.checking.checker import Checker

        checker = Checker(shared, policy=policy, people=people, archive=archive, **settings.plugged)
    return batch_under(
        policy,
        people=people,
        plugged=settings.plugged,
        base=base,
        list_path=args.candidates,
        shared=shared,
        shared_problems=problems,
        shared_checker=checker,
        claims=settings.claims or Claims.ATTRIBUTED,
    )


def _resume(
    args: argparse.Namespace,
    batch: Batch,
    ignores: Ignores,
    candidates: Iterator[Candidate | Unread],
    settings: options.Settings,
) -> int:
    from quotecheck.cli.resuming import Resumed
    from quotecheck.cli.writers import Filed

    with contextlib.closing(Resumed(args.resume)) as resumed:
        pairs = batch.pairs(resumed.rest(candidates), jobs=args.jobs, forked=settings.aids is None)
        return _print(pairs, ignores, settings.fail_on, Filed(resumed), resumed.tally)


def _print(
    pairs: Iterator[tuple[Candidate | Unread, Result]],
    ignores: Ignores,
    fail_on: frozenset[str],
    written: Writer,
    before: Tally | None = None,
) -> int:
    from quotecheck.checking.tally import Tally
    from quotecheck.checking.waivers import waive

    tally = before or Tally()
    with output.Progress("candidates checked") as progress:
        for candidate, found in pairs:
            result = waive(found, ignores.reason)
            _tell_unread(candidate)
            written.add(candidate, result)
            progress.step()
            tally.add(result)
    written.end(tally.verdicts, tally.outcomes)
    return exits.exit_code(tally.outcomes, fail_on=fail_on, unreadable=tally.unreadable)


def _tell_unread(candidate: Candidate | Unread) -> None:
    """A broken line, drawn with its place, for the person who has to mend it."""
    error = getattr(candidate, "error", None)
    if error is not None:
        output.tell(f"quotecheck: {error}")


@contextmanager
def _writer(
    args: argparse.Namespace,
    settings: options.Settings,
    name: str,
    shared: Sequence[Text],
    problems: Sequence[Problem],
) -> Iterator[Writer]:
    from quotecheck.cli.writers import AtTheEnd, Filed, Streamed

    if args.out:
        from quotecheck.reports.results_files import results_to
        from quotecheck.reports.writing import whole_file

        with whole_file(args.out) as stream, results_to(stream, args.out) as results:
            yield Filed(results)
        return
    chosen = args.format or ("text" if output.on_terminal() else "jsonl")
    if chosen in ("junit", "sarif", "jsonld"):
        yield AtTheEnd(chosen, settings, name, shared, problems)
    else:
        yield Streamed(chosen, name, settings.fail_on)
