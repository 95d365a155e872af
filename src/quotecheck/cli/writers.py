"""How a list's results are written: one by one as they come, or as one report at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import attrs

from quotecheck.cli import formats, options, output
from quotecheck.model import Consulted, Report, Result
from quotecheck.reports.text import summary_lines

if TYPE_CHECKING:
    from quotecheck.cli.resuming import Resumed
    from quotecheck.model import Problem, Text
    from quotecheck.reading import Candidate, Unread
    from quotecheck.reports.results_files import Results


class Writer(Protocol):
    """What ``batch`` asks of a format."""

    def add(self, candidate: Candidate | Unread, result: Result) -> None:
        """One more result."""

    def end(self, verdicts: Counter[str], outcomes: Counter[str]) -> None:
        """There are no more."""


class Streamed:
    """A line or some lines for each result, at once."""

    def __init__(self, name: str, path: str, fail_on: frozenset[str]) -> None:
        """A writer.

        Args:
            name: "jsonl", "text", "line" or "csv".
            path: The list's, for the places in "line" and "csv".
            fail_on: What fails the run beside errors.
        """
        from quotecheck.reports.fingerprints import Fingerprints

        self._name = name
        self._path = path
        self._fail_on = fail_on
        self._prints = Fingerprints()
        if name == "csv":
            from quotecheck.reports import table

            output.write_line(table.header())

    def add(self, candidate: Candidate | Unread, result: Result) -> None:
        """Write it."""
        for line in self._lines(candidate, result):
            output.write_line(line)

    def end(self, verdicts: Counter[str], outcomes: Counter[str]) -> None:
        """The sums: under the text; beside what programs read, if there is something to say."""
        lines = list(summary_lines(verdicts, outcomes))
        if self._name == "text":
            for line in lines:
                output.write_line(line)
        elif not outcomes:
            output.tell("quotecheck: the list is empty: no candidates")
        elif self._name not in formats.COUNTING:
            output.tell(f"quotecheck: {'; '.join(lines)}")

    def _lines(self, candidate: Candidate | Unread, result: Result) -> Sequence[str]:
        if self._name == "jsonl":
            from quotecheck.reports import wire

            return [wire.line(wire.to_dict(result))]
        if self._name == "text":
            from quotecheck.reports.text import result_lines

            return [*result_lines(result, formats.look()), ""]
        placed = in_list(result, self._path, candidate.line)
        if self._name == "csv":
            from quotecheck.reports import table

            return [table.line(placed)]
        from quotecheck.reports import line
        from quotecheck.reports.remarks import remarks_of

        return list(line.lines(remarks_of(placed, self._prints.of(placed), {}, self._fail_on)))


class Filed:
    """The results to a file, the sums beside it."""

    def __init__(self, file: Resumed | Results) -> None:
        """A writer to an open file."""
        self._file = file

    def add(self, candidate: Candidate | Unread, result: Result) -> None:
        """Write it."""
        self._file.add(result)

    def end(self, verdicts: Counter[str], outcomes: Counter[str]) -> None:
        """The sums, those of the earlier runs too."""
        output.tell(f"quotecheck: {'; '.join(summary_lines(verdicts, outcomes))}")


class AtTheEnd:
    """One report over the whole list; the results are kept until then."""

    def __init__(
        self,
        name: str,
        settings: options.Settings,
        path: str,
        shared: Sequence[Text],
        problems: Sequence[Problem],
    ) -> None:
        """A writer.

        Args:
            name: "junit", "sarif" or "jsonld".
            settings: What is in force.
            path: The list's.
            shared: Sources of every line that carries none.
            problems: What could not be read of those.
        """
        self._name = name
        self._settings = settings
        self._path = path
        self._shared: Mapping[str, Text] = {text.id: text for text in shared}
        self._problems = tuple(problems)
        self._results: list[Result] = []

    def add(self, candidate: Candidate | Unread, result: Result) -> None:
        """Keep it."""
        self._results.append(in_list(result, self._path, candidate.line))

    def end(self, verdicts: Counter[str], outcomes: Counter[str]) -> None:
        """Write the report, and the sums beside it."""
        policy = self._settings.policy_for(self._path)
        report = Report(
            policy=policy.name,
            fingerprint=policy.fingerprint,
            drafts=(Consulted(path=self._path),),
            sources=tuple(Consulted(path=one.path or one.id, sha256=one.sha256) for one in self._shared.values()),
            results=tuple(self._results),
            problems=self._problems,
        )
        run = formats.Run(report, self._shared, self._settings.fail_on, False, False, formats.look())
        for line in formats.written(run, self._name):
            output.write_line(line)
        output.tell(f"quotecheck: {'; '.join(summary_lines(verdicts, outcomes))}")


def in_list(result: Result, path: str, line: int) -> Result:
    """``result`` with its place in the list, for formats that point at places."""
    return attrs.evolve(result, statement=attrs.evolve(result.statement, draft=path, line=line, column=None, parts=()))
