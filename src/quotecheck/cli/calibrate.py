"""``quotecheck calibrate``: the confidence of reported speech, fitted again on a house's own labelled cases."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.checking.calibrating import Fit, Labelled
    from quotecheck.model import Verdict

NAME = "calibrate"
HELP = "fit the confidence of reported speech again on your own labelled cases"
DESCRIPTION = """\
Fit the model of confidence again on cases that you labelled, and write a file that a configuration can name:
  confidence = "confidence.json"

CASES are lines as `batch` reads them, each with "kind": "indirect" and a "verdict" that is right (exact, paraphrased,
misattributed: the source bears it out; absent: it does not). What is printed are the figures of five folds, each
measured with a fit on the other four: how far confidence is from how often it is right, before and after."""
EPILOG = """\
examples:
  quotecheck calibrate labelled.jsonl --source reports/ -o confidence.json"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("candidates", metavar="CASES", help="labelled candidates, JSON Lines or CSV; - is stdin")
    options.add_sources(parser)
    options.add_policy(parser)
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the file to write")


def run(args: argparse.Namespace) -> int:
    """Fit, say how well, write; the exit code.

    Raises:
        UsageError: if the cases are too few or nearly all of one kind, or a line is not labelled.
    """
    from quotecheck.checking.calibrating import fit
    from quotecheck.cli.writing import write_file
    from quotecheck.meaning.calibration import write_calibration

    cases, apart = _cases(args)
    found = fit(cases)
    write_file(args.output, write_calibration(found.calibration).encode("utf-8"))
    for line in _lines(found, apart):
        output.write_line(line)
    output.tell(f"quotecheck: written to {args.output}")
    return exits.OK


def _cases(args: argparse.Namespace) -> tuple[list[Labelled], Counter[str]]:
    """The cases that the model decides, and how many lines were set aside for which reason."""
    from typing import cast

    from quotecheck.checking.batch import Batch
    from quotecheck.checking.calibrating import labelled
    from quotecheck.checking.checker import Checker
    from quotecheck.cli.batch import opened
    from quotecheck.model import Kind
    from quotecheck.reading import Unread, read_candidates, read_sources

    options.one_stdin(args.candidates, *args.source)
    start = options.directory_of(args.candidates)
    config = options.settings(args, start).config
    apart: Counter[str] = Counter()
    found: list[Labelled] = []
    with opened(args.candidates) as (stream, name):
        shared, problems = options.sources(args, config, [args.candidates])
        for problem in problems:
            options.tell_problem(problem)
        read = partial(read_sources, base=start, but=[args.candidates])
        batch = Batch(partial(Checker, people=dict(config.people)), read, shared=shared, base=start)
        for line in read_candidates(stream, name, tell=options.tell_problem):
            if isinstance(line, Unread):
                raise line.error
            gold = _gold(line.extra, name, line.line)
            if line.statement.kind is Kind.DIRECT:
                apart["quotations, of which no model says anything"] += 1
                continue
            checker = cast("Checker | None", batch.sourced(line).checker)
            case = labelled(checker.sources, line.statement, gold) if checker is not None else None
            if case is not None:
                found.append(case)
            elif checker is None:
                apart["without a source that can be read"] += 1
            else:
                apart["settled by a reason or by their words alone"] += 1
    return found, apart


def _gold(extra: Mapping[str, object], name: str, line: int) -> Verdict:
    from quotecheck.model import Verdict
    from quotecheck.model.errors import UsageError

    try:
        return Verdict(extra.get("verdict"))
    except ValueError:
        names = ", ".join(one.value for one in Verdict)
        raise UsageError(f'a case needs a "verdict" that is right: one of {names}', path=name, line=line) from None


def _lines(found: Fit, apart: Counter[str]) -> Iterator[str]:
    yield f"cases: {found.cases} indirect statements that the model decides"
    for why, count in sorted(apart.items()):
        yield f"set aside: {count} {why}"
    yield f"calibration error, five folds: {found.before:.3f} before, {found.after:.3f} after"
    yield f"right, five folds: {found.right_before:.0%} before, {found.right_after:.0%} after"
    if found.after >= found.before:
        yield "it is no better than the model that ships"
