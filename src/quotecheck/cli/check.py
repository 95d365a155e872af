"""``quotecheck check``: every statement of a draft against its sources."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import exits, formats, gate, mending, options, output

if TYPE_CHECKING:
    from quotecheck.archive import Archive
    from quotecheck.checking.checker import Checker
    from quotecheck.model import Consulted, Problem, Report, Result, Text
    from quotecheck.model.errors import QuotecheckError
    from quotecheck.reports.record import Basis

NAME = "check"
HELP = "check every statement of one or more drafts against the sources"
DESCRIPTION = """\
Find the statements in a draft - quotations and reported speech, each with its speaker - and check every one.

A result shows the verdict, the statement, the source's words under it with what differs
([-only in the source-], {+only in the draft+}), the place, the speaker there, and what to do."""
EPILOG = """\
examples:
  quotecheck check draft.md --source interviews/
  quotecheck check draft.md --source speech.txt --policy transcript --quiet
  quotecheck check *.md --source sources/ --format json > report.json
  quotecheck check answer.md --source context.txt --claims all
  quotecheck check *.md --baseline known.json --report sarif=quotations.sarif
  quotecheck check draft.md --source interviews/ --report html=copy.html
  quotecheck check draft.md --source interviews/ --report html=copy.html --signed signed.json
  quotecheck check draft.md --source interviews/ --diff"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("drafts", metavar="DRAFT", nargs="+", help="a text, or a directory of texts; - is stdin")
    options.add_sources(parser)
    options.add_archive(parser)
    parser.add_argument(
        "--bibliography",
        metavar="FILE",
        action="append",
        default=[],
        help="a .bib or CSL-JSON file with the keys that drafts cite ([@key, p. 12]); may be given again",
    )
    options.add_policy(parser)
    options.add_claims(
        parser,
        "what is checked: attributed is what the draft gives to somebody or puts in marks; all is every sentence that "
        "claims something too (default: the policy's; all under grounding)",
    )
    listed = "; ".join(f"{name}: {what}" for name, what in formats.FORMATS.items())
    parser.add_argument(
        "-f",
        "--format",
        type=_printed,
        choices=tuple(formats.FORMATS),
        metavar="FORMAT",
        default="text",
        help=f"{listed} (default: text)",
    )
    parser.add_argument(
        "--report",
        metavar="FORMAT=FILE",
        action="append",
        default=[],
        type=_named_report,
        help="write a report to a file too; may be given again; also "
        + "; ".join(f"{name}: {what}" for name, what in formats.FILES.items()),
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("-q", "--quiet", action="store_true", help="text: only what did not pass, and the summary")
    how.add_argument(
        "-v", "--verbose", action="store_true", help="text: also what is allowed silently, and the other places"
    )
    options.add_fail_on(parser)
    options.add_aids(parser)
    options.add_jobs(parser)
    gate.add_arguments(parser)
    mending.add_arguments(parser)


def _printed(value: str) -> str:
    if value in formats.FILES:
        raise argparse.ArgumentTypeError(f"{value} is a file and is not printed: --report {value}=FILE")
    return value


def _named_report(value: str) -> tuple[str, str]:
    name, _, path = value.partition("=")
    known = (*formats.FORMATS, *formats.FILES)
    if name not in known or not path:
        raise argparse.ArgumentTypeError(f"{value!r} is not FORMAT=FILE with one of {', '.join(known)}")
    return name, path


def run(args: argparse.Namespace) -> int:
    """Check the drafts; the exit code."""
    options.one_stdin(*args.drafts, *args.source)
    gate.check_arguments(args)
    settings = options.settings(args, options.start_of(args.drafts[0]))
    if not options.has_sources(args, settings.config):
        from quotecheck.model.errors import UsageError

        raise UsageError("no source is named: give --source PATH, or sources or manifest in quotecheck.toml")
    named, unlisted = named_drafts(args.drafts, options.source_paths(args, settings.config))
    sources, problems = options.sources(args, settings.config, [*named])
    _keep_inputs(args, settings, named, sources)
    checks = _Checks(settings, sources, problems, unlisted, options.archive(args), args.jobs)
    drafts, draft_problems = _drafts(named, args.bibliography)
    barrier = gate.Gate(args, drafts)
    whole = checks.report(drafts, draft_problems)
    if args.diff or args.fix:
        _mend(args, checks, barrier, whole, drafts)
    if args.fix:  # what is reported is what stands there now
        drafts, draft_problems = _drafts(named, args.bibliography)
        barrier = gate.Gate(args, drafts)
        whole = checks.report(drafts, draft_problems)
    report = barrier.passed(whole, drafts)
    for problem in report.problems:
        options.tell_problem(problem)
    _write(args, settings, report, sources, drafts, barrier)
    return _code(settings, whole, report)


def _keep_inputs(
    args: argparse.Namespace, settings: options.Settings, named: Iterable[str], sources: Sequence[Text]
) -> None:
    """Refuse a report in the place of a draft, a source or a file of settings."""
    from quotecheck.cli.writing import keep_inputs

    config = settings.config
    beside = (config.path, config.manifest, args.sources, args.baseline, args.signed, *args.bibliography)
    keep_inputs((path for _, path in args.report), (*named, *(text.path for text in sources), *beside))


def whole_report(args: argparse.Namespace) -> Report:
    """The report over all statements of the drafts, for a check that is done again.

    Args:
        args: As this command takes them.
    """
    settings = options.settings(args, options.start_of(args.drafts[0]))
    named, unlisted = named_drafts(args.drafts, options.source_paths(args, settings.config))
    sources, problems = options.sources(args, settings.config, [*named])
    drafts, draft_problems = _drafts(named, args.bibliography)
    checks = _Checks(settings, sources, problems, unlisted, options.archive(args))
    return checks.report(drafts, draft_problems)


def _mend(args: argparse.Namespace, checks: _Checks, barrier: gate.Gate, whole: Report, drafts: Sequence[Text]) -> None:
    """Print a diff, or write the drafts; say what is left."""
    for one in mending.mended(barrier.passed(whole, drafts, told=False), drafts, lambda text: checks.under(text).check):
        if args.diff:
            for line in one.diff():
                output.write_line(line)
        else:
            one.write()
        one.tell("would be mended" if args.diff else "mended")


def _write(
    args: argparse.Namespace,
    settings: options.Settings,
    report: Report,
    sources: Sequence[Text],
    drafts: Sequence[Text],
    barrier: gate.Gate,
) -> None:
    """The report to each file that was asked for, and to standard output: what fails of these keeps no other back."""
    from quotecheck.reports.text import Look

    baseline = bool(args.baseline or args.write_baseline)
    look = formats.look(args.verbose)
    texts = {text.id: text for text in (*sources, *drafts)}
    run = formats.Run(
        report, texts, settings.fail_on, baseline, args.quiet, look, barrier.standings, tuple(barrier.gone)
    )
    if args.format in formats.RECORDING or any(name in formats.RECORDING for name, _ in args.report):
        run = run._replace(basis=_basis(args, settings))
    failed = _files(args.report, run._replace(look=Look(width=output.WIDTH, verbose=args.verbose)), drafts)
    if not args.diff:
        for line in formats.written(run, args.format):
            output.write_line(line)
    if args.diff or args.format not in formats.COUNTING:
        output.tell(f"quotecheck: {'; '.join(formats.sums(report))}")
    for error in failed[1:]:
        output.tell(f"quotecheck: {error}")
    if failed:
        raise failed[0]


def _files(named: Sequence[tuple[str, str]], run: formats.Run, drafts: Sequence[Text]) -> list[QuotecheckError]:
    """Write the reports that are files; what stood in the way of some."""
    from quotecheck.cli.writing import write_file
    from quotecheck.model.errors import QuotecheckError

    failed: list[QuotecheckError] = []
    for name, path in named:
        try:
            write_file(path, formats.file(run, name, drafts))
        except QuotecheckError as error:
            failed.append(error)
    return failed


def _basis(args: argparse.Namespace, settings: options.Settings) -> Basis:
    """What the run rested on, for the file of record."""
    from quotecheck.model import Consulted
    from quotecheck.reports.record import LISTS, SINGLE, Basis

    arguments = {key: getattr(args, key) for key in (*LISTS, *SINGLE)}
    config = settings.config
    if config.path:
        arguments["config"] = options.from_here(config.path)
    files = (arguments["config"], args.sources or config.manifest, *args.bibliography, args.baseline, args.signed)
    named = dict.fromkeys(options.from_here(path) for path in files if path)
    return Basis(arguments=arguments, settings=tuple(Consulted(path=path, sha256=_hash(path)) for path in named))


def _hash(path: str) -> str | None:
    import hashlib

    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _code(settings: options.Settings, whole: Report, report: Report) -> int:
    """A draft of which nothing changed is not empty."""
    fail_on = settings.fail_on - {"empty"} if whole.results else settings.fail_on
    unreadable = any(problem.fatal for problem in report.problems)
    return exits.exit_code(Counter(report.by_outcome), fail_on=fail_on, unreadable=unreadable)


def named_drafts(paths: Sequence[str], sources: Sequence[str] = ()) -> tuple[dict[str, bool], list[Problem]]:
    """The drafts that are named, each once: True for one that was named itself, not found in a directory.

    Args:
        paths: Files and directories of drafts.
        sources: Those of sources: what they hold is no draft where they stand inside a directory of drafts.
    """
    import os
    from pathlib import Path

    from quotecheck.model import Problem
    from quotecheck.reading.formats import is_data
    from quotecheck.reading.manifest import real_path
    from quotecheck.reading.own import is_report
    from quotecheck.reading.sources import files_under

    apart = [real_path(one) for one in sources]

    named: dict[str, bool] = {}
    problems: list[Problem] = []
    for path in paths:
        if path == "-" or not os.path.isdir(path):
            named[path] = True
            continue
        here = real_path(path)
        inside = [one for one in apart if one != here and Path(one).is_relative_to(here)]
        files = [one for one in files_under(path, problems) if not is_data(one) and not is_report(one)]
        found = [one for one in files if not any(Path(real_path(one)).is_relative_to(other) for other in inside)]
        named |= {one.removeprefix(f".{os.sep}"): False for one in found}
        if not found:
            message = "no readable file under this directory: nothing to check"
            problems.append(Problem(message=message, code="empty-directory", path=path, fatal=True))
    return named, problems


def _drafts(named: dict[str, bool], bibliographies: Sequence[str]) -> tuple[list[Text], list[Problem]]:
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading import read_file

    drafts: list[Text] = []
    known, problems = _keys(bibliographies)
    for path, itself in named.items():
        if path == "-":
            more, more_problems = options.read_stdin()
            drafts, problems = [*drafts, *more], [*problems, *more_problems]
            continue
        try:
            draft = read_file(path)
        except ReadingError as error:
            if itself or error.code not in ("not-text", "no-reader"):  # a picture beside the drafts is no draft
                problems.append(error.problem())
        else:
            drafts.append(draft)
            problems.extend(draft.problems)
    return [_with_keys(draft, known) for draft in drafts], problems


def _keys(bibliographies: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """The sources that keys stand for, and what could not be read."""
    if not bibliographies:
        return {}, []
    from quotecheck.model.errors import ReadingError
    from quotecheck.reading.bibliography import read_bibliography

    known: dict[str, str] = {}
    problems: list[Problem] = []
    for path in bibliographies:
        try:
            known |= read_bibliography(path)
        except ReadingError as error:
            problems.append(error.problem())
    return known, problems


def _with_keys(draft: Text, known: dict[str, str]) -> Text:
    if not known:
        return draft
    import attrs

    return attrs.evolve(draft, bibliography={**draft.bibliography, **known})


class _Checks:
    """Reports over drafts against the same sources."""

    def __init__(
        self,
        settings: options.Settings,
        sources: Sequence[Text],
        problems: Sequence[Problem],
        more: Sequence[Problem],
        archive: Archive | None = None,
        jobs: int = 1,
    ) -> None:
        """The checks of a run.

        Args:
            settings: What is in force.
            sources: What was read of them.
            problems: What could not be.
            more: Problems of the run that are not the sources'.
            archive: Documents beside the sources.
            jobs: Processes that check.
        """
        from quotecheck.checking.checker import Checker
        from quotecheck.config.ignores import Ignores

        self._settings = settings
        self._jobs = jobs
        self._sources = sources
        self._ignores = Ignores(settings.config, options.today())
        self._problems = (*problems, *more, *self._ignores.problems)
        self._lost = [problem for problem in problems if problem.fatal]
        people = dict(settings.config.people)
        self._checker = Checker(sources, policy=settings.policy, people=people, archive=archive, **settings.plugged)

    def under(self, draft: Text) -> Checker:
        """The checker for a draft: under the policy in force for it."""
        policy = self._settings.policy_for(draft.path)
        return self._checker if policy == self._settings.policy else self._checker.under(policy)

    def report(self, drafts: Sequence[Text], problems: Sequence[Problem]) -> Report:
        """One report over all drafts.

        Args:
            drafts: What was read of them.
            problems: What could not be.
        """
        from quotecheck.checking.batch import with_problems
        from quotecheck.checking.waivers import waive
        from quotecheck.config.scopes import as_one
        from quotecheck.model import Report

        policies = [self._settings.policy_for(draft.path) for draft in drafts]
        name, fingerprint = as_one(policies or [self._settings.policy])
        known = [*self._problems, *problems]
        results: list[Result] = []
        more: list[Problem] = []
        consulted = dict.fromkeys(_consulted(self._sources))
        for draft in drafts:
            one = self.under(draft).check_draft(draft, jobs=self._jobs)
            results.extend(waive(with_problems(result, self._lost), self._ignores.reason) for result in one.results)
            consulted |= dict.fromkeys(one.sources)
            more.extend(problem for problem in one.problems if problem not in known and problem not in more)
        return Report(
            policy=name,
            fingerprint=fingerprint,
            drafts=_consulted(drafts),
            sources=tuple(consulted),
            results=tuple(results),
            problems=(*known, *more),
        )


def _consulted(texts: Iterable[Text]) -> tuple[Consulted, ...]:
    from quotecheck.model import Consulted

    return tuple(Consulted(path=text.path or text.id, sha256=text.sha256) for text in texts)
