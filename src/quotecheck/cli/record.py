"""``quotecheck record``: a check that was recorded, done again, and what is otherwise now."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, options, output

if TYPE_CHECKING:
    from quotecheck.model import Consulted, Report
    from quotecheck.reports.record import Record

NAME = "record"
HELP = "repeat a check from its file of record, and say what is otherwise now (verify)"
DESCRIPTION = """\
Repeat a check from the file of record that `check --report record=FILE` wrote, or from an annotated copy (HTML), which
holds it too. Run it where the check was run: paths are taken from there.

verify  says which drafts, sources and settings are no longer the bytes that were checked, whether the policy is
        another, and which statements are judged otherwise now"""
EPILOG = """\
examples:
  quotecheck check draft.md --source interviews/ --report record=draft.record.json
  quotecheck record verify draft.record.json

exit codes: 0 all is as recorded, 1 something differs, 2 no record, 3 something could not be read"""

_LARGEST = 512 * 1024 * 1024  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("action", choices=("verify",), help="what to do")
    parser.add_argument("record", metavar="FILE", help="a file of record, or an annotated copy")
    options.add_aids(parser)


def run(args: argparse.Namespace) -> int:
    """Verify; the exit code.

    Raises:
        ConfigError: if the file is no record.
    """
    from quotecheck.reports.record import differences

    record = _read(args.record)
    told = [*_of_itself(record), *_files(record)]
    for line in told:
        output.write_line(line)
    new = _again(record, args)
    if new is None:
        output.write_line("the check cannot be repeated: what it rested on is missing")
        return exits.UNREADABLE
    if (new.policy, new.fingerprint) != (record.report.policy, record.report.fingerprint):
        told.append(f"policy: {_policy(record.report)} then, {_policy(new)} now")
        output.write_line(told[-1])
    found = list(differences(record.report, new))
    for line in found:
        output.write_line(line)
    total = len(record.report.results)
    counted = f"{total} statement{'' if total == 1 else 's'}"
    output.write_line(f"{counted} checked again: {f'{len(found)} differ' if found else 'all as recorded'}")
    if any(problem.fatal for problem in new.problems):
        return exits.UNREADABLE
    return exits.FAILED if told or found else exits.OK


def _read(path: str) -> Record:
    from quotecheck.model.errors import ConfigError
    from quotecheck.reports.record import read_record

    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"the record cannot be read: {error.strerror or error}", path=path) from error
    if len(data) > _LARGEST:
        raise ConfigError("too large for a record", path=path)
    return read_record(data, path)


def _of_itself(record: Record) -> Iterator[str]:
    from quotecheck.cli.parser import version
    from quotecheck.model.errors import shown

    if not record.intact:
        yield "the record itself is not as it was written"
    if record.version != version():
        output.tell(f"quotecheck: recorded with version {shown(record.version)}; this is {version()}")


def _files(record: Record) -> Iterator[str]:
    """The files that are no longer what was checked."""
    from quotecheck.model.errors import shown

    report = record.report
    for what, listed in (("draft", report.drafts), ("source", report.sources), ("setting", record.basis.settings)):
        for one in listed:
            state = _state(one)
            if state:
                yield f"{state}: {what} {shown(one.path)}"


def _state(one: Consulted) -> str | None:
    import hashlib

    if one.sha256 is None:
        return None
    try:
        with open(one.path, "rb") as file:
            return None if hashlib.file_digest(file, "sha256").hexdigest() == one.sha256 else "changed"
    except OSError:
        return "missing"


def _again(record: Record, given: argparse.Namespace) -> Report | None:
    """The same check now; None if a draft, or what it is to be checked against, is not there."""
    from quotecheck.cli import check
    from quotecheck.cli.parser import parser
    from quotecheck.reports.record import SINGLE

    arguments = record.basis.arguments
    named: Sequence[str] = [*arguments["drafts"], *arguments["source"], *arguments["bibliography"]]
    single = [arguments[key] for key in ("sources", "archive", "config") if arguments[key]]
    if not arguments["drafts"] or not all(os.path.exists(path) for path in (*named, *single)):
        return None
    argv = ["check"]
    for key in ("source", "bibliography"):
        argv += [f"--{key}={value}" for value in arguments[key]]
    argv += [f"--{key}={arguments[key]}" for key in SINGLE if arguments[key]]
    args = parser().parse_args([*argv, "--", *arguments["drafts"]])
    for key in ("nli", "vectors", "syntax"):
        setattr(args, key, getattr(given, key, None))
    return check.whole_report(args)


def _policy(report: Report) -> str:
    from quotecheck.model.errors import shown

    return shown(f"{report.policy} ({report.fingerprint})")
