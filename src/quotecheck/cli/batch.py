"""``quotecheck batch``: a list of candidates, one result a line, in order."""

from __future__ import annotations

import argparse
import contextlib
import functools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.archive import Archive
    from quotecheck.checking.batch import Batch
    from quotecheck.cli.resuming import Resumed
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
  quotecheck batch million.jsonl --source press/ --jobs 8 --resume results.jsonl"""
_FORMATS = ("jsonl", "text", "line", "csv", "junit", "sarif", "jsonld")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("candidates", metavar="CANDIDATES", help="the list; - is standard input")
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
        help=f"{', '.join(_FORMATS)} (default: text on a terminal, jsonl otherwise); the last three come at the end",
    )
    options.add_fail_on(parser)
    options.add_aids(parser)
    options.add_jobs(parser)
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
    options.one_stdin(args.candidates, *args.source)
    _refuse_two_ways(args)
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
        if args.resume:
            code = _resume(args, batch, ignores, candidates, settings)
        else:
            pairs = batch.pairs(candidates, jobs=args.jobs, forked=settings.aids is None)
            with _writer(args, settings, name, shared, problems) as written:
                code = _print(pairs, ignores, settings.fail_on, written)
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else code


def _refuse_two_ways(args: argparse.Namespace) -> None:
    """A file of results is in one format, and is made in one way."""
    from quotecheck.model.errors import UsageError

    if args.resume and args.out:
        raise UsageError("--resume and --out both name the file of results: give one of them")
    for option in ("resume", "out"):
        if getattr(args, option) and args.format not in (None, "jsonl"):
            raise UsageError(f"--{option} writes jsonl{' or Parquet' if option == 'out' else ''}, not {args.format}")


@contextmanager
def opened(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """A list that is named, as bytes, and what messages call it.

    Raises:
        ReadingError: if it cannot be opened.
    """
    from quotecheck.model.errors import ReadingError

    if path == "-":
        yield options.stdin(), options.STDIN
        return
    try:
        stream = open(path, "rb")  # noqa: SIM115 - closed below; only the opening may fail here
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
        raise ReadingError(reason, path=path) from error
    with stream:
        yield stream, path


def _batch(
    settings: options.Settings,
    base: str,
    shared: Sequence[Text],
    problems: Sequence[Problem],
    args: argparse.Namespace,
    archive: Archive | None,
) -> Batch:
    from quotecheck.checking.batch import Batch
    from quotecheck.checking.checker import Checker
    from quotecheck.model import Claims
    from quotecheck.reading import read_sources

    policy, people = settings.policy_for(args.candidates), dict(settings.config.people)
    # Partials of what has a name: a process that is not forked is sent them.
    checker: Callable[..., Checker] = functools.partial(Checker, policy=policy, people=people, **settings.plugged)
    return Batch(
        checker,
        functools.partial(read_sources, base=base, but=[args.candidates]),
        shared=shared,
        shared_problems=problems,
        shared_checker=checker(shared, archive=archive) if archive is not None else None,
        base=base,
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
        return _print(pairs, ignores, settings.fail_on, Filed(resumed), resumed)


def _print(
    pairs: Iterator[tuple[Candidate | Unread, Result]],
    ignores: Ignores,
    fail_on: frozenset[str],
    written: Writer,
    before: Resumed | None = None,
) -> int:
    from quotecheck.checking.waivers import waive

    outcomes: Counter[str] = Counter(before.outcomes if before else ())
    verdicts: Counter[str] = Counter(before.verdicts if before else ())
    unreadable = before is not None and before.unreadable
    with output.Progress("candidates checked") as progress:
        for candidate, found in pairs:
            result = waive(found, ignores.reason)
            _tell_unread(candidate)
            written.add(candidate, result)
            progress.step()
            outcomes[result.outcome.value] += 1
            verdicts[result.verdict.value if result.verdict else "none"] += 1
            unreadable |= any(problem.fatal for problem in result.problems)
    written.end(verdicts, outcomes)
    return exits.exit_code(outcomes, fail_on=fail_on, unreadable=unreadable)


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
