"""``python -m benchmarks.mutants``: would the tests notice a fault in our own code? A sample of mutmut's mutants."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from itertools import zip_longest
from math import sqrt
from pathlib import Path

import attrs
import pytest

from benchmarks.mutant_tests import LEAST_SECONDS, PATIENCE, QUIETLY, TESTS, Map, Outcome, Runs, mapped
from benchmarks.mutating import PACKAGES, SOURCE, Mutant, mutant, sample
from benchmarks.pages import write
from benchmarks.tables import markdown, share

NAME = "mutants"
KEPT = Path("build") / "mutants"
NORMAL = 1.959964  # of a normal distribution, 95 % lie within so many standard deviations

INTRODUCTION = """\
`python -m benchmarks.mutants --seed {seed} --count {count} --seconds {seconds:g}`: {count} mutants of each package,
drawn with this seed from all that mutmut {version} makes of it. `killed`: a test failed. `timed out`: a test took
{patience} times as long as without the mutant, and {least:g} seconds more. `survived`: none failed within {seconds:g}
seconds of a processor. `no test`: no test runs the line. `score`: killed and timed out, of all that were drawn, with
the interval that holds the score of the whole package in 95 of 100 draws."""


@attrs.frozen
class Tried:
    """A mutant and what became of it.

    Attributes:
        name: Its name.
        outcome: What became of it.
        by: The test that killed it, or took too long.
        seconds: How long that took.
        difference: What was changed.
    """

    name: str
    outcome: Outcome
    by: str
    seconds: float
    difference: str

    @property
    def package(self) -> str:
        """The package that it is in."""
        return self.name.split(".")[1]


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's interval of 95 % for a share; all there is, of nothing."""
    if not of:
        return 0.0, 1.0
    found, spread = right / of, NORMAL**2 / of
    middle = (found + spread / 2) / (1 + spread)
    half = NORMAL * sqrt(found * (1 - found) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def cells(name: str, made: int, tried: Sequence[Tried]) -> list[str]:
    """A line of the table."""
    counts = {outcome: sum(one.outcome is outcome for one in tried) for outcome in Outcome}
    noticed = counts[Outcome.KILLED] + counts[Outcome.TIMED_OUT]
    low, high = interval(noticed, len(tried))
    score = share(noticed / len(tried)) if tried else share(None)
    return [name, str(made), str(len(tried)), *map(str, counts.values()), score, f"{low:.3f} to {high:.3f}"]


def table(made: Mapping[str, int], tried: Sequence[Tried]) -> str:
    """The table: a line a package, and all of them."""
    heading = ["package", "mutants", "drawn", *Outcome, "score", "95 % interval"]
    lines = [cells(package, count, [one for one in tried if one.package == package]) for package, count in made.items()]
    return markdown(heading, [*lines, cells("all", sum(made.values()), tried)])


def key_of(paths: Iterable[Path]) -> str:
    """What files are together."""
    read = hashlib.sha256()
    for path in sorted(paths):
        read.update(f"{path}\n".encode() + path.read_bytes())
    return read.hexdigest()[:16]


def files_in(folder: Path) -> list[Path]:
    """All files of a folder but compiled ones."""
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def keys_of_tests(folder: Path) -> dict[str, str]:
    """What each file of tests is, with what it may read: a table of its own name, and all that has no test's name."""
    files = files_in(folder)
    tests = [path for path in files if path.name.startswith("test_") and path.suffix == ".py"]
    owners = {path.stem.removeprefix("test_") for path in tests}
    shared = [path for path in files if path not in tests and path.stem not in owners]
    own = {test: [path for path in files if f"test_{path.stem}" == test.stem] for test in tests}
    return {test.as_posix(): key_of([test, *own[test], *shared]) for test in tests}


def map_of(kept: Path, folders: Sequence[str]) -> Map:
    """Which test runs what; while the source is as it was, only files of tests that changed are run again."""
    key = key_of(files_in(SOURCE))
    there = kept / f"tests-{key}.json"
    before = json.loads(there.read_text("utf-8")) if there.exists() else {}
    now = {name: one for folder in folders for name, one in keys_of_tests(Path(folder)).items()}
    tests = mapped(kept, key, [name for name in now if before.get(name) != now[name]])
    there.write_text(json.dumps(before | now), encoding="utf-8")
    return tests


def try_all(names: Iterable[str], folders: Sequence[str], seconds: float, kept: Path, said: Path) -> list[Tried]:
    """Runs the tests against each mutant, until there is no more or Ctrl-C.

    Args:
        names: The mutants.
        folders: Where the tests are.
        seconds: How long the tests of one may take.
        kept: A folder for what need not be done twice.
        said: A file that gets a line of JSON for each, as soon as it is known.

    Raises:
        RuntimeError: if the tests do not pass without a mutant; the files must stay as they are while this runs.
    """
    kept.mkdir(parents=True, exist_ok=True)
    tests = map_of(kept, folders)
    tried: list[Tried] = []
    with said.open("w", encoding="utf-8") as lines:

        def tell(one: Mutant, outcome: Outcome, by: str, took: float) -> None:
            tried.append(Tried(one.name, outcome, by, round(took, 2), one.difference))
            print(json.dumps(attrs.asdict(tried[-1]), ensure_ascii=False), file=lines, flush=True)

        mutants = (mutant(name, kept) for name in names)
        code = pytest.main([*QUIETLY, *folders], plugins=[Runs(tests, seconds, mutants, tell)])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.INTERRUPTED):
        raise RuntimeError(f"pytest ended with {code!r}")
    return tried


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{NAME}", description=__doc__)
    parser.add_argument("--packages", nargs="+", default=PACKAGES, choices=PACKAGES, metavar="NAME")
    parser.add_argument("--count", type=int, default=100, help="mutants of each package (default: %(default)s)")
    parser.add_argument("--seed", default="1", help="another seed draws others (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=30.0, help="for the tests of a mutant (default: %(default)s)")
    parser.add_argument("--mutants", nargs="+", default=(), metavar="NAME", help="these, and none that is drawn")
    parser.add_argument("--tests", nargs="+", default=TESTS, metavar="FOLDER", help="default: %(default)s")
    parser.add_argument("--kept", type=Path, default=KEPT, help="a folder for what need not be done twice")
    parser.add_argument("--out", type=Path, help="page to write the table into, between its markers")
    asked = parser.parse_args(arguments)
    drawn = {package: sample(package, asked.count, asked.seed, asked.kept) for package in asked.packages}
    rounds = zip_longest(*(some for some, _ in drawn.values()))  # a run that is ended early has as many of each
    names = list(asked.mutants) or [name for each in rounds for name in each if name]
    said = asked.kept / f"tried-{'named' if asked.mutants else asked.seed}.jsonl"
    tried = try_all(names, asked.tests, asked.seconds, asked.kept, said)
    told = INTRODUCTION.format(
        count=asked.count,
        seed=asked.seed,
        version=version("mutmut"),
        patience=PATIENCE,
        least=LEAST_SECONDS,
        seconds=asked.seconds,
    )
    made = {package: count for package, (_, count) in drawn.items()}
    write(NAME, f"{told}\n\n{table(made, tried)}", asked.out)
    print(f"each mutant, what killed it and its text: {said}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
