"""Mutants of our own code: how they are drawn, put in and counted. What mutmut makes of a file is mutmut's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from types import FunctionType

import pytest

from benchmarks import mutants, mutating
from benchmarks.mutant_tests import Map, Outcome
from benchmarks.mutants import Tried, cells, interval, keys_of_tests
from benchmarks.mutating import Made, Mutant, put_in, sample, statement
from quotecheck.text import sentences
from quotecheck.text.sentences import paragraphs

ROOT = Path(__file__).parents[2]
MODULE = Path("src/quotecheck/text/sentences.py")


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (85, 100, 0.767, 0.907), (850, 1000, 0.827, 0.871)],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert interval(right, of) == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))


def test_killed_and_timed_out_are_noticed_and_the_rest_is_not() -> None:
    outcomes = [Outcome.KILLED] * 5 + [Outcome.TIMED_OUT] + [Outcome.SURVIVED] * 3 + [Outcome.NO_TEST]
    tried = [Tried(f"quotecheck.text.a.x_b__mutmut_{at}", one, "", 0.0, "") for at, one in enumerate(outcomes)]
    assert cells("text", 900, tried)[:-1] == ["text", "900", "10", "5", "1", "3", "1", "0.600"]
    assert cells("text", 900, [])[-2:] == ["–", "0.000 to 1.000"]
    assert "| all | 950 | 10 |" in mutants.table({"text": 900, "speech": 50}, tried)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    places = {f"x_f__mutmut_{at}": (at, at) for at in range(1, 40)}
    monkeypatch.setattr(mutating, "made_of", lambda path, kept: Made(path, places))


@pytest.mark.usefixtures("made")
def test_the_same_seed_draws_the_same_mutants(tmp_path: Path) -> None:
    names, count = sample("meaning", 30, "1", tmp_path)
    assert count == 39 * len(list(Path("src/quotecheck/meaning").rglob("*.py")))
    assert len(set(names)) == 30
    assert sample("meaning", 30, "1", tmp_path) == (names, count)
    assert sample("meaning", 30, "2", tmp_path)[0] != names
    assert len(sample("meaning", 10**6, "1", tmp_path)[0]) == count


SOURCE = dedent(
    """\
    def f(a, b=1):
        if a:
            return g(
                a,
                b,
            )
        return b
    """
)


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ((1, 1), range(2, 8)),
        ((2, 2), range(2, 3)),
        ((4, 4), range(3, 7)),
        ((7, 7), range(7, 8)),
        ((9, 9), range(9, 10)),
    ],
)
def test_a_change_is_run_with_its_statement(changed: tuple[int, int], lines: range, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, encoding="utf-8")
    assert statement(path, changed) == lines


@pytest.fixture
def as_it_was() -> Iterator[None]:
    functions = [one for one in vars(sentences).values() if isinstance(one, FunctionType)]
    before = [(one, one.__code__, one.__defaults__) for one in functions]
    yield
    for one, code, defaults in before:
        one.__code__, one.__defaults__ = code, defaults


def changed(function: str, old: str, new: str) -> Mutant:
    code = MODULE.read_text("utf-8")
    assert code.count(old) == 1
    return Mutant(f"quotecheck.text.sentences.{function}", MODULE, function, code.replace(old, new), (1, 1), "")


@pytest.mark.usefixtures("as_it_was")
def test_a_mutant_is_there_for_those_who_hold_the_function_already() -> None:
    assert len(paragraphs("One.\n\nTwo.")) == 2
    put_in(changed("paragraphs", "for found in _BLOCK.finditer(content))", "for found in ())"))
    assert len(paragraphs("One.\n\nTwo.")) == 0


@pytest.mark.usefixtures("as_it_was")
def test_a_changed_default_is_put_in() -> None:
    content = "“We won. We are done,” she said."
    assert len(sentences.sentences(content)) == 1
    put_in(changed("sentences", "inside_quotes: bool = False)", "inside_quotes: bool = True)"))
    assert len(sentences.sentences(content)) == 2


def test_what_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(LookupError):
        put_in(Mutant("quotecheck.text.sentences.none", MODULE, "none", "", (1, 1), ""))


def test_fast_tests_come_first_and_the_later_cases_of_a_test_behind_others() -> None:
    seconds = {"a[1]": 0.1, "a[2]": 0.1, "b[1]": 0.15, "c": 3.0, "d": 0.01, "b[2]": 0.15}
    known = Map(lambda path: {}, seconds)
    assert known.ordered(["a[1]", "a[2]", "b[1]", "c"]) == ["a[1]", "b[1]", "a[2]", "c", "b[2]"]
    assert known.ordered([]) == []


def test_a_file_of_tests_is_run_again_if_it_or_what_it_reads_has_changed(tmp_path: Path) -> None:
    for name in ("test_one.py", "test_two.py", "one.jsonl", "helper.py"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    one, two = ((tmp_path / name).as_posix() for name in ("test_one.py", "test_two.py"))

    def again(name: str) -> set[str]:
        before = keys_of_tests(tmp_path)
        (tmp_path / name).write_text("changed", encoding="utf-8")
        after = keys_of_tests(tmp_path)
        return {test for test in (one, two) if before[test] != after[test]}

    assert again("test_one.py") == {one}
    assert again("one.jsonl") == {one}
    assert again("helper.py") == {one, two}


def test_mutmut_makes_what_can_be_put_in(tmp_path: Path) -> None:
    pytest.importorskip("mutmut")
    names = [f"quotecheck.text.sentences.{name}" for name in mutating.made_of(MODULE, tmp_path).places]
    assert len(names) > 100
    for name in names[::50]:
        one = mutating.mutant(name, tmp_path)
        compile(one.module, "module", "exec")
        assert one.module != MODULE.read_text("utf-8")
        assert f"+++ {name}" in one.difference
