"""``quotecheck batch … --into DIR``: many lists, each checked by a worker, a file of results for each."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output
from quotecheck.model.errors import QuotecheckError, UsageError, shown

if TYPE_CHECKING:
    from quotecheck.checking.tally import Tally
    from quotecheck.cluster.checking import Asked, Done
    from quotecheck.cluster.ground import Ground
    from quotecheck.model import Problem

_SHOWN = 5  # names of files that are told of


def run(args: argparse.Namespace) -> int:
    """Check the lists; the exit code.

    Raises:
        UsageError: if what is named does not go together, or the extra is not installed.
    """
    try:
        from quotecheck.cluster import places
        from quotecheck.cluster.checking import check_lists  # noqa: F401 - told here if the extra is missing
    except ImportError as error:
        raise options.missing_extra(error, "--into", "cluster") from error
    lists = [args.candidates, *args.more_candidates]
    if "-" in lists:
        raise UsageError("standard input is no list for --into: every worker must see it")
    if args.jobs and args.scheduler not in (None, "local"):
        raise UsageError("--jobs is for this machine: the scheduler knows how many workers it has")
    for place in (*lists, args.into):
        places.look_at(place)
    settings = options.settings(args, _start(args, lists))
    asked = _asked(args, lists, settings)
    ground, problems = _ground(args, lists, settings)
    places.made(args.into)
    code = _check(args, settings, ground, asked)
    return exits.UNREADABLE if any(problem.fatal for problem in problems) else code


def _start(args: argparse.Namespace, lists: Sequence[str]) -> str:
    """Where the configuration is looked for: all lists must have the same."""
    from quotecheck.cluster import places
    from quotecheck.config import find_config

    paths = [places.local_path(place) for place in lists]
    starts = list(dict.fromkeys(os.path.dirname(path) if path else os.getcwd() for path in paths))
    if not args.config and len({find_config(start) for start in starts}) > 1:
        raise UsageError("the lists have different configurations: name one with --config, or check them apart")
    return starts[0]


def _asked(args: argparse.Namespace, lists: Sequence[str], settings: options.Settings) -> list[Asked]:
    from quotecheck.cluster import places
    from quotecheck.cluster.checking import Asked

    ending = ".parquet" if args.format == "parquet" else ".jsonl"
    into = places.local_path(args.into) or args.into
    asked = [
        Asked(
            name=place,
            place=places.local_path(place) or place,
            policy=settings.policy_for(place),
            out=places.joined(into, places.stem(place) + ending),
        )
        for place in lists
    ]
    _refuse_clashes(asked)
    return asked


def _refuse_clashes(asked: Sequence[Asked]) -> None:
    by_out: dict[str, Asked] = {}
    lists = {_real(one.place) for one in asked}
    for one in asked:
        other = by_out.setdefault(one.out, one)
        if other is not one:
            raise UsageError(f"its results would have the name of those of {shown(other.name)}", path=one.name)
        if _real(one.out) in lists:
            raise UsageError("its results would take the place of a list: name another directory", path=one.name)


def _real(place: str) -> str:
    return place if "://" in place else os.path.realpath(place)


def _ground(args: argparse.Namespace, lists: Sequence[str], settings: options.Settings) -> tuple[Ground, list[Problem]]:
    """What the lists are checked with; what could not be read of it is told."""
    import attrs

    from quotecheck.cluster.ground import Ground, archive_state
    from quotecheck.config.ignores import Ignores
    from quotecheck.model import Claims

    config = settings.config
    texts, problems = options.sources(args, config, [one for one in lists if "://" not in one])
    for problem in (*problems, *Ignores(config, options.today()).problems):
        options.tell_problem(problem)
    archive = options.archive(args)
    nli, vectors, syntax = (getattr(args, name) or getattr(config, name) for name in ("nli", "vectors", "syntax"))
    ground = Ground(
        texts=tuple(texts),
        problems=tuple(problems),
        config=attrs.evolve(config, path=os.path.abspath(config.path) if config.path else None),
        today=options.today(),
        claims=settings.claims or Claims.ATTRIBUTED,
        archive=os.path.abspath(args.archive) if args.archive else None,
        archive_state=archive_state(archive) if archive is not None else "",
        aids=(os.path.abspath(nli) if nli else None, os.path.abspath(vectors) if vectors else None, syntax),
    )
    return ground, problems


def _check(args: argparse.Namespace, settings: options.Settings, ground: Ground, asked: Sequence[Asked]) -> int:
    from quotecheck.checking.tally import Tally
    from quotecheck.cluster import check_lists, client_of
    from quotecheck.reports.text import summary_lines

    tally = Tally()
    try:
        with (
            client_of(args.scheduler or "local", args.jobs) as client,
            contextlib.closing(check_lists(ground, asked, client)) as found,
            output.Progress("lists checked") as progress,
        ):
            for one, what in found:
                _tell(one, what, tally)
                progress.step()
    except (KeyboardInterrupt, QuotecheckError):
        output.tell("quotecheck: stopped: what is done stays, and the same command goes on with the rest")
        raise
    _clear_up(args.into, asked, ground)
    sums = "; ".join(summary_lines(tally.verdicts, tally.outcomes))
    output.tell(f"quotecheck: {sums}" if tally.outcomes else "quotecheck: the lists are empty: no candidates")
    return exits.exit_code(tally.outcomes, fail_on=settings.fail_on, unreadable=tally.unreadable)


def _tell(asked: Asked, what: Done | Problem, tally: Tally) -> None:
    """What became of a list, for the person and in the sums."""
    from quotecheck.model import Problem

    if isinstance(what, Problem):
        options.tell_problem(what)
        tally.unreadable = True
        return
    for message in what.told:
        output.tell(f"quotecheck: {message}")
    if what.untold:
        output.tell(f"quotecheck: {shown(asked.name)}: {what.untold:,} more problems like these")
    tally.add_sums(what.verdicts, what.outcomes, what.unreadable)


def _clear_up(into: str, asked: Sequence[Asked], ground: Ground) -> None:
    """Removes what workers that died left unfinished, and tells of results that are of no list of this run."""
    from quotecheck.cluster import places
    from quotecheck.cluster.checking import NOTE, note_of, unfinished

    names, prefix = places.names_in(into), unfinished(ground.key())
    directory = places.local_path(into)
    if directory is not None:
        for name in (name for name in names if name.startswith(prefix)):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(directory, name))
    notes = {os.path.basename(note_of(one.out)) for one in asked}
    others = [name[1 : -len(NOTE)] for name in names if name.endswith(NOTE) and name not in notes]
    if others:
        more = ", …" if len(others) > _SHOWN else ""
        told = ", ".join(map(shown, others[:_SHOWN]))
        output.tell(f"quotecheck: {shown(into)} also holds results of lists that are not in this run: {told}{more}")
