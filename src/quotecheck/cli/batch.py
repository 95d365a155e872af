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
HELP = "check a list of candidates (JSON Lines or CSV), one result a line"
DESCRIPTION = """\
Check a list of statements and print one result for each, in order, as soon as it is there.

The list is JSON Lines (one object a line) or CSV/TSV with a header; a page with JSON-LD in it, JSON-LD and Web
Annotations are lists too (Quotation, ClaimReview). Only "text" is required:
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
        "--resume",
        metavar="FILE",
        help="write the results to FILE (jsonl); a run that was killed goes on where it stopped, with the same command",
    )


def run(args: argparse.Namespace) -> int:
    """Check the list; the exit code."""
    options.one_stdin(args.candidates, *args.source)
    if args.resume and args.format not in (None, "jsonl"):
        from quotecheck.model.errors import UsageError

        raise UsageError(f"--resume writes jsonl, not {args.format}")
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
            written = _writer(args, settings, name, shared, problems)
            code = _print(
                batch.pairs(candidates, jobs=args.jobs, forked=settings.aids is None),
                ignores,
                settings.fail_on,
                written,
            )
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else code


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


def _writer(
    args: argparse.Namespace,
    settings: options.Settings,
    name: str,
    shared: Sequence[Text],
    problems: Sequence[Problem],
) -> Writer:
    from quotecheck.cli.writers import AtTheEnd, Streamed

    chosen = args.format or ("text" if output.on_terminal() else "jsonl")
    if chosen in ("junit", "sarif", "jsonld"):
        return AtTheEnd(chosen, settings, name, shared, problems)
    return Streamed(chosen, name, settings.fail_on)
