"""What counts in a run: known findings, statements that are let stand and unchanged ones do not. Options, and what they
make of a report."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotecheck.cli import output

if TYPE_CHECKING:
    from quotecheck.cli.revisions import Changes
    from quotecheck.config.baselines import Known, Ledger
    from quotecheck.model import Finding, Report, Result, Statement, Text
    from quotecheck.model.signoffs import SignOff, Standing

Tell = Callable[[str], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--baseline``, ``--write-baseline``, ``--signed`` and ``--changed-since``."""
    group = parser.add_argument_group("what counts")
    group.add_argument("--baseline", metavar="FILE", help="findings that stand in FILE do not fail the run; others do")
    group.add_argument(
        "--write-baseline", metavar="FILE", help="write all errors and warnings to FILE: from then on they are known"
    )
    group.add_argument(
        "--signed",
        metavar="FILE",
        help="sign-offs that the html report saved: what somebody lets stand does not fail, and what changed since is "
        "said",
    )
    group.add_argument(
        "--changed-since",
        metavar="REV",
        help="only statements that changed since a git revision; REV... is where this branch left REV",
    )


def check_arguments(args: argparse.Namespace) -> None:
    """Refuse what cannot go together.

    Raises:
        UsageError: if a baseline would be written of a part, or something is asked of standard input that only a file
            has.
    """
    from quotecheck.model.errors import UsageError

    if args.write_baseline and args.changed_since:
        raise UsageError("--write-baseline writes what is known of whole drafts: not with --changed-since")
    if args.write_baseline and (args.fix or args.diff):
        raise UsageError("--write-baseline is for what is not mended: not with --fix or --diff")
    if args.fix and "-" in args.drafts:
        raise UsageError("--fix needs files: standard input (-) cannot be written to; --diff can be used")
    if args.changed_since and "-" in args.drafts:
        raise UsageError("--changed-since needs files: git knows nothing of standard input (-)")


class Gate:
    """Baseline, sign-offs and changed statements of a run. A report may pass twice, before drafts are mended and after.

    Attributes:
        standings: Where statements stand with those who signed, after a report passed; None if nobody signed.
        gone: Sign-offs of statements that are no longer there.
    """

    def __init__(self, args: argparse.Namespace, drafts: Sequence[Text]) -> None:
        """A gate.

        Args:
            args: With the options above.
            drafts: As they were read.

        Raises:
            ConfigError: if the baseline or the sign-offs cannot be read.
            UsageError: if git cannot say what changed.
        """
        self._known: tuple[Known, ...] = ()
        self._baseline: str | None = args.baseline
        self._write: str | None = args.write_baseline
        self._changes: Mapping[str, Changes] = {}
        self._revision: str | None = args.changed_since
        if args.baseline and not (args.write_baseline and _same(args.baseline, args.write_baseline)):
            from quotecheck.config.baselines import load_baseline

            self._known = load_baseline(args.baseline)
        self.standings: Mapping[Statement, Standing] | None = None
        self.gone: Sequence[SignOff] = ()
        self._signed: tuple[SignOff, ...] | None = None
        if args.signed:
            from quotecheck.config.signoffs import load_signed

            self._signed = load_signed(args.signed)
        if args.changed_since:
            from quotecheck.cli.revisions import changes_since

            self._changes = changes_since(args.changed_since, [text.path for text in drafts if text.path])

    def passed(self, report: Report, drafts: Sequence[Text], *, told: bool = True) -> Report:
        """The report over what changed, known findings waived.

        Args:
            report: Over all statements.
            drafts: What was checked, as it stands now.
            told: True to say on standard error what was set aside.
        """
        tell = output.tell if told else _untold
        if self._baseline and self._known:
            report = _without_known(report, self._baseline, self._known, drafts, tell)
        if self._signed is not None:
            report = self._of_signed(report, self._signed, tell)
        if self._write:
            report = _written(report, self._write, drafts, tell)
        return report if self._revision is None else self._of_changed(report, drafts, tell)

    def _of_signed(self, report: Report, entries: Sequence[SignOff], tell: Tell) -> Report:
        import attrs

        from quotecheck.checking.waivers import waive
        from quotecheck.config.signoffs import reasons, standings
        from quotecheck.reports.fingerprints import signatures

        found, gone = standings(report.results, list(signatures(report.results)), entries)
        why = reasons(found)
        results = tuple(waive(one, lambda result, _: why.get(result.statement)) for one in report.results)
        held = sum(one.signed is not None for one in found.values())
        changed = sum(one.before is not None for one in found.values())
        tell(f"quotecheck: sign-offs: {held} hold, {changed} changed since, {len(gone)} gone")
        self.standings, self.gone = found, gone
        return attrs.evolve(report, results=results)

    def _of_changed(self, report: Report, drafts: Sequence[Text], tell: Tell) -> Report:
        import attrs

        from quotecheck.cli.changed import Changed

        changed = {text.id: Changed(text, self._changes[text.path]) for text in drafts if text.path}
        results = tuple(
            one
            for one in report.results
            if one.statement.draft not in changed or one.statement in changed[one.statement.draft]
        )
        left_out = len(report.results) - len(results)
        tell(f"quotecheck: {left_out} of {_counted(len(report.results), 'statement')} did not change")
        return attrs.evolve(report, results=results)


def _untold(_: str) -> None:
    """Nothing is said."""


def _without_known(report: Report, path: str, known: Sequence[Known], drafts: Sequence[Text], tell: Tell) -> Report:
    import attrs

    from quotecheck.config.baselines import Ledger, draft_key
    from quotecheck.model.errors import shown

    ledger = Ledger(known, os.path.dirname(os.path.abspath(path)))
    results = tuple(_struck(report.results, ledger, path))
    stale = ledger.stale({draft_key(text.path or text.id, path) for text in drafts})
    tell(f"quotecheck: {_counted(ledger.struck, 'finding')} known from {shown(path)}, {len(stale)} stale")
    for one in stale:
        tell(f"quotecheck: {shown(path)}: stale: {shown(f'{one.draft}: {one.code} “{one.words}”')}")
    return attrs.evolve(report, results=results)


def _written(report: Report, path: str, drafts: Sequence[Text], tell: Tell) -> Report:
    """Write what counts in ``report``, known findings included; then it is known."""
    import attrs

    from quotecheck.cli.writing import write_file
    from quotecheck.config.baselines import Ledger, document, draft_key, load_baseline, merged
    from quotecheck.model.errors import shown

    directory = os.path.dirname(os.path.abspath(path))
    checked = {draft_key(text.path or text.id, path) for text in drafts}
    new = list(_entries(report.results, path))
    kept = merged(load_baseline(path) if os.path.exists(path) else (), new, checked, directory)
    write_file(path, document(kept).encode("utf-8"))
    tell(f"quotecheck: {_counted(len(new), 'finding')} written to {shown(path)}")
    return attrs.evolve(report, results=tuple(_struck(report.results, Ledger(new, directory), path)))


def _struck(results: Sequence[Result], ledger: Ledger, path: str) -> Iterator[Result]:
    """The results with what the ledger knows waived."""
    import attrs

    from quotecheck.checking.waivers import waive
    from quotecheck.config.baselines import REASON, draft_key
    from quotecheck.model import Outcome
    from quotecheck.reports.fingerprints import UNCHECKED, Fingerprints

    prints = Fingerprints()
    for result in results:
        names, draft = prints.of(result), draft_key(result.statement.draft or "", path)

        def reason(_: Result, finding: Finding, names: Mapping[str, str] = names, draft: str = draft) -> str | None:
            return REASON if ledger.strike(draft, names[finding.code.value]) else None

        left = waive(result, reason)
        if left.outcome is Outcome.UNCHECKED and ledger.strike(draft, names[UNCHECKED]):
            left = attrs.evolve(left, outcome=Outcome.SKIPPED)
        yield left


def _entries(results: Sequence[Result], path: str) -> Iterator[Known]:
    """What a baseline is to know: errors and warnings that no ignore sets aside, and what could not be checked."""
    from quotecheck.config.baselines import REASON, draft_key, known
    from quotecheck.model import Outcome, Severity
    from quotecheck.reports.fingerprints import UNCHECKED, Fingerprints

    prints = Fingerprints()
    for result in results:
        statement, names = result.statement, prints.of(result)
        draft = draft_key(statement.draft or "", path)
        grave = [one for one in result.findings if one.severity.rank >= Severity.WARNING.rank]
        codes = [one.code.value for one in grave if one.waived in (None, REASON)]
        if result.outcome is Outcome.UNCHECKED:
            codes.append(UNCHECKED)
        for code in codes:
            yield known(draft, code, names[code], statement.text, statement.speaker)


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
