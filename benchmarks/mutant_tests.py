"""Which tests run which lines, and those tests run against a mutant: two plugins of pytest. Nothing is counted here.

pytest finds the tests once. For each mutant the process forks, and the fork puts the mutant in and runs the tests that
run its line. A mutant of what runs already while modules are imported needs a process of its own (``python -m
benchmarks.mutant_tests``). Works where processes fork: not on Windows.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import attrs
import pytest
from _pytest.runner import runtestprotocol

from benchmarks.mutating import PACKAGES, SOURCE, Mutant, put_in, put_in_when_imported, statement

if TYPE_CHECKING:
    import coverage

TESTS = tuple(f"tests/{each}" for each in (*PACKAGES, "checking", "adversary"))
QUIETLY = ("-q", "-p", "no:cacheprovider", "-p", "no:quotecheck", "-p", "no:xdist", "-W", "ignore", "--assert=plain")
"""Plain assertions: pytest would load our own modules in its way, past the mutants, since they hold a plugin."""
MEMORY = 4 * 2**30  # bytes, for the tests of one mutant
PATIENCE = 10  # times as long as without the mutant
LEAST_SECONDS = 4.0  # of a processor, for any test
START_SECONDS = 60.0  # of a clock, for a process to be there


class Outcome(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    NO_TEST = "no test"


@attrs.frozen
class Map:
    """Which test runs what.

    Attributes:
        lines: For each file of ours, for each line, the tests that ran it; the empty name stands for an import.
        seconds: How long each test took.
    """

    lines: Callable[[Path], Mapping[int, Collection[str]]]
    seconds: Mapping[str, float]

    def tests_of(self, one: Mutant) -> tuple[list[str], bool]:
        """The tests that ran the mutant's statement, in the order to run them; whether an import ran it as well."""
        by_line = self.lines(one.path)
        found = {test for line in statement(one.path, one.changed) for test in by_line.get(line, ())}
        return self.ordered(found - {""}), "" in found

    def ordered(self, tests: Iterable[str]) -> list[str]:
        """The fastest first; the later cases of a test behind the first ones of others.

        The other cases of a test stand last: what is kept from one case to the next runs only in the first.
        """
        families: dict[str, list[str]] = defaultdict(list)
        chosen = set(tests)
        for test in sorted(self.seconds, key=lambda test: (self.seconds[test], test)):
            families[test.partition("[")[0]].append(test)
        ranked = []
        for family in families.values():
            direct = [test for test in family if test in chosen]
            beside = [test for test in family if test not in chosen] if direct else []
            for place, test in enumerate([*direct, *beside]):
                late = (self.seconds[test] + 0.005) * (1 + place.bit_length())
                ranked.append((test not in chosen, late, test))
        return [test for _, _, test in sorted(ranked)]


class Notes:
    """Notes for each test the lines it runs."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.measured = measured
        self.seconds: dict[str, float] = {}
        self.family = ""

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        family = item.nodeid.partition("[")[0]
        if family != self.family:
            self.family = family
            forget()
        self.measured.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            raise RuntimeError(f"{report.nodeid} fails without any mutant:\n{report.longrepr}")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.get_closest_marker("xfail") is None]


def forget() -> None:
    """Empties what our modules keep, so that the next test runs it again and is known to."""
    for name, module in list(sys.modules.items()):
        if name.startswith("quotecheck."):
            for kept in list(vars(module).values()):
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()


def mapped(kept: Path, key: str, changed: Sequence[str]) -> Map:
    """The map of all tests.

    Args:
        kept: A folder; the map stands in it.
        key: What the source is; of another source, all is mapped again.
        changed: Files of tests to run, since they are new or not as they were.
    """
    import coverage

    data, times = kept / f"lines-{key}", kept / f"seconds-{key}.json"
    seconds: dict[str, float] = json.loads(times.read_text("utf-8")) if times.exists() and data.exists() else {}
    if changed:
        child = os.fork()
        if not child:
            os._exit(_map(changed, data, times, seconds))
        if os.waitpid(child, 0)[1]:
            raise RuntimeError("the tests do not pass without any mutant")
        seconds = json.loads(times.read_text("utf-8"))
    found = coverage.CoverageData(str(data))
    found.read()
    known = {Path(path).resolve(): path for path in found.measured_files()}
    cached: dict[Path, Mapping[int, Collection[str]]] = {}

    def lines(path: Path) -> Mapping[int, Collection[str]]:
        if path not in cached:
            there = known.get(path.resolve())
            cached[path] = found.contexts_by_lineno(there) if there else {}
        return cached[path]

    return Map(lines, seconds)


def _map(files: Sequence[str], data: Path, times: Path, seconds: Mapping[str, float]) -> int:
    """Runs files of tests and notes what they run; in a process of its own, whose modules keep nothing for later."""
    import coverage

    ours = [str(SOURCE / "quotecheck" / package / "*") for package in PACKAGES]
    measured = coverage.Coverage(str(data), include=ours, config_file=False)
    if seconds:
        measured.load()
    notes = Notes(measured)
    measured.start()
    code = pytest.main([*QUIETLY, *files], plugins=[notes])
    measured.stop()
    if not code:
        measured.save()
        gone = tuple(f"{file}::" for file in files)
        others = {test: took for test, took in seconds.items() if not test.startswith(gone)}
        times.write_text(json.dumps(others | notes.seconds), encoding="utf-8")
    return int(code)


class Runs:
    """Instead of pytest's run: the tests of each mutant, in a fork."""

    def __init__(self, tests: Map, seconds: float, mutants: Iterable[Mutant], tell: Callable[..., None]) -> None:
        self.tests = tests
        self.seconds = seconds
        self.mutants = mutants
        self.tell = tell
        self.sound: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items if item.get_closest_marker("xfail") is None}
        gc.collect()
        gc.freeze()
        for one in self.mutants:
            begun = time.monotonic()
            outcome, by = self.tried(one, items)
            self.tell(one, outcome, by, time.monotonic() - begun)
        return True

    def tried(self, one: Mutant, items: Mapping[str, pytest.Item]) -> tuple[Outcome, str]:
        """What became of the mutant, and the test that killed it."""
        names, imported = self.tests.tests_of(one)
        chosen = [items[name] for name in names if name in items]
        outcome, by = (Outcome.NO_TEST, "")
        if chosen:
            outcome, by = in_fork(one, chosen, self.tests.seconds, self.seconds)
            self.check(by, items)
        if imported and outcome in (Outcome.NO_TEST, Outcome.SURVIVED):
            package = one.path.relative_to(SOURCE).parts[1]
            mine = [name for name in self.tests.seconds if name.startswith(f"tests/{package}/")]
            outcome, by = in_process(one, names or self.tests.ordered(mine), self.tests.seconds, self.seconds)
        return outcome, by

    def check(self, by: str, items: Mapping[str, pytest.Item]) -> None:
        """A test that kills must pass in a fork without a mutant; each is asked once.

        Raises:
            RuntimeError: if it does not.
        """
        if by and by not in self.sound:
            outcome, _ = in_fork(None, [items[by]], self.tests.seconds, self.seconds)
            if outcome is not Outcome.SURVIVED:
                raise RuntimeError(f"{by} does not pass in a fork without any mutant")
            self.sound.add(by)


def in_fork(
    one: Mutant | None, items: Sequence[pytest.Item], seconds: Mapping[str, float], most: float
) -> tuple[Outcome, str]:
    """The tests, one after another, until one fails, in a copy of this process."""
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if not child:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            code = 1
            with contextlib.suppress(BaseException):
                if one is not None:
                    put_in(one)
                code = run(items, seconds, most, told.fileno())
            os._exit(code)
        return waited(child, told, PATIENCE * most + START_SECONDS)


def waited(child: int, told: IO[bytes], most: float) -> tuple[Outcome, str]:
    """What became of a process that runs tests and writes the name of each before it runs."""
    until = time.monotonic() + most
    done, status = os.waitpid(child, os.WNOHANG)
    while not done and time.monotonic() < until:
        time.sleep(0.005)
        done, status = os.waitpid(child, os.WNOHANG)
    if not done:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    told.seek(0)
    last = told.read().decode("utf-8")
    if not done or (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF):
        return Outcome.TIMED_OUT, last
    return (Outcome.KILLED, last) if status else (Outcome.SURVIVED, "")


def run(items: Sequence[pytest.Item], seconds: Mapping[str, float], most: float, telling: int) -> int:
    """1 if a test fails, 0 if none does within ``most`` seconds of a processor."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    begun = time.process_time()
    for item, following in zip(items, [*items[1:], None], strict=True):
        os.ftruncate(telling, os.pwrite(telling, item.nodeid.encode("utf-8"), 0))
        limit = LEAST_SECONDS + PATIENCE * seconds.get(item.nodeid, 0.0)
        signal.setitimer(signal.ITIMER_PROF, limit)
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return 1
        if time.process_time() - begun > most:
            break
    signal.setitimer(signal.ITIMER_PROF, 0)
    return 0


def in_process(one: Mutant, tests: Sequence[str], seconds: Mapping[str, float], most: float) -> tuple[Outcome, str]:
    """The same in a process that imports the mutant."""
    with tempfile.TemporaryFile() as told:
        asked = {"mutant": attrs.asdict(one), "tests": tests, "seconds": seconds, "most": most}
        started = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.mutant_tests", str(told.fileno())],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=[told.fileno()],
        )  # fmt: skip
        assert started.stdin is not None
        with started.stdin as stdin:
            stdin.write(json.dumps(asked, default=str).encode("utf-8"))
        return waited(started.pid, told, PATIENCE * most + START_SECONDS)


class RunsThese:
    """Instead of pytest's run: some of the tests, in an order."""

    def __init__(self, asked: Mapping[str, Any], telling: int) -> None:
        self.asked = asked
        self.telling = telling

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items if item.get_closest_marker("xfail") is None}
        tests, seconds, most = (self.asked[name] for name in ("tests", "seconds", "most"))
        chosen = [items[name] for name in tests if name in items]
        broken = session.testsfailed or not chosen  # a module of tests could not even be imported
        os._exit(1 if broken else run(chosen, seconds, most, self.telling))


def main() -> int:
    """Runs what another process of ours asks for on its standard input."""
    asked = json.load(sys.stdin)
    told = asked["mutant"]
    put_in_when_imported(Mutant(**{**told, "path": Path(told["path"]), "changed": tuple(told["changed"])}))
    files = sorted({name.partition("::")[0] for name in asked["tests"]})
    pytest.main([*QUIETLY, *files], plugins=[RunsThese(asked, int(sys.argv[1]))])
    return 1  # the tests could not even be found


if __name__ == "__main__":
    sys.exit(main())
