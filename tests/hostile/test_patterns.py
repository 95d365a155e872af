"""Every regular expression of the package, against strings made to slow it: no search may blow up.

A pattern is read by Python's own parser; for each of its repetitions a string is made that goes on in it for long and
then ends wrongly. The pattern does with it what the package does: search where it is used to search, match where not.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
import regex

import quotecheck

parser: Any = importlib.import_module("re._parser")
ops: Any = importlib.import_module("re._constants")

FOUND: dict[tuple[str, str], tuple[str, int, Any]] = {}
"""Pattern and flags to module, line and what was compiled."""
SEARCHES = frozenset({"search", "finditer", "findall", "sub", "subn", "split"})
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
USUAL = (
    "a", "A", "1", " ", "\n", "\t ", "a ", "A. ", "1,", "1.", "-", " -", "(", "[", "<", "“", '"', "'", "`", "*", "_",
    "> ", "a\n", "a, ", "said ", "a: ", "#", "&", "\\", "{", "\u0301", "…", ". ", "|", "—",
)  # fmt: skip
"""What texts repeat, whatever the pattern."""


@attrs.frozen
class Pattern:
    """A regular expression of the package, where it stands, and whether it is searched for from every place."""

    where: str
    compiled: Any
    searched: bool

    def run(self, text: str) -> float:
        """Processor time that it takes over a text."""
        given = text.encode("utf-8", "replace") if isinstance(self.compiled.pattern, bytes) else text
        began = time.process_time()
        if self.searched:
            for _ in self.compiled.finditer(given):
                pass
        else:
            self.compiled.match(given)
            self.compiled.fullmatch(given)
        return time.process_time() - began


@cache
def patterns() -> tuple[Pattern, ...]:
    """All that are compiled when the modules are imported: asked for in a process of its own, where none is yet."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (re, regex):
            patch.setattr(module, "compile", _noting(module.compile))
        for one in pkgutil.walk_packages(quotecheck.__path__, "quotecheck."):
            if not one.name.endswith("__main__") and _installed(one.name):
                importlib.import_module(one.name)
    methods = _methods()
    return tuple(
        Pattern(f"{module}:{line}", compiled, methods.get((module, line), SEARCHES) & SEARCHES != set())
        for module, line, compiled in sorted(FOUND.values(), key=lambda found: found[:2])
    )


def _installed(name: str) -> bool:
    try:
        importlib.import_module(name)
    except ImportError:
        return False
    return True


def _noting(real: Callable[..., Any]) -> Callable[..., Any]:
    def compiling(pattern: Any, *args: Any, **more: Any) -> Any:
        compiled = real(pattern, *args, **more)
        frame = sys._getframe(1)
        module = frame.f_globals.get("__name__", "")
        if module.startswith("quotecheck"):
            FOUND.setdefault((str(compiled.pattern), str(compiled.flags)), (module, frame.f_lineno, compiled))
        return compiled

    return compiling


def _methods() -> dict[tuple[str, int], frozenset[str]]:
    """What is asked of each pattern that has a name of its own, by module and the lines where it is compiled."""
    lines: dict[tuple[str, str], list[tuple[str, int]]] = {}
    asked: dict[tuple[str, str], set[str]] = {}
    root = Path(quotecheck.__file__).parent
    for path in root.rglob("*.py"):
        module = ".".join(("quotecheck", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.AnnAssign | ast.Assign):
                target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
                if isinstance(target, ast.Name) and node.value is not None and "compile(" in ast.unparse(node.value):
                    lines.setdefault(_named(module, target.id), []).extend((module, line) for line in _lines(node))
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                asked.setdefault(_named(module, node.value.id), set()).add(node.attr)
    return {
        place: frozenset(asked[name] & (SEARCHES | {"match", "fullmatch"}))
        for name, places in lines.items()
        if asked.get(name, set()) & (SEARCHES | {"match", "fullmatch"})
        for place in places
    }


def _named(module: str, name: str) -> tuple[str, str]:
    """A pattern's name: a private one is its module's, any other may be used everywhere."""
    return (module if name.startswith("_") else "", name)


def _lines(node: ast.stmt) -> Iterable[int]:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def attacks(pattern: Pattern) -> list[tuple[str, str]]:
    """Beginnings, and what is repeated behind them."""
    source = pattern.compiled.pattern
    text = source.decode("latin-1") if isinstance(source, bytes) else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = parser.parse(text, pattern.compiled.flags & (re.I | re.M | re.S | re.X))
    except re.error:  # of the other library's language
        tree = []
    made = {*_pumped(tree, [""]), *(("", one) for one in USUAL), *(("", one[:60]) for one in _samples(tree) if one)}
    return sorted(made)


def _pumped(tree: Any, before: list[str]) -> Iterator[tuple[str, str]]:
    for op, value in tree:
        if op in REPEATS:
            _, most, inner = value
            if most is ops.MAXREPEAT or most >= 50:
                yield from ((one[:40], pump[:40]) for one in before[:2] for pump in _samples(inner)[:4] if pump)
        for inner in _parts(op, value):
            yield from _pumped(inner, before[:2])
        before = [one + more for one in before[:2] for more in _samples([(op, value)])[:2]][:3]


def _parts(op: Any, value: Any) -> list[Any]:
    if op in REPEATS:
        return [value[2]]
    if op is ops.SUBPATTERN:
        return [value[-1]]
    if op is ops.ATOMIC_GROUP:
        return [value]
    if op is ops.BRANCH:
        return list(value[1])
    return [value[1]] if op in (ops.ASSERT, ops.ASSERT_NOT) else []


def _samples(tree: Any) -> list[str]:
    """A few strings that a part of a pattern fits."""
    found = [""]
    for op, value in tree:
        found = [one + more for one in found[:3] for more in _fitting(op, value)[:3]][:6]
    return found


def _fitting(op: Any, value: Any) -> list[str]:
    if op is ops.LITERAL:
        return [chr(value)]
    if op is ops.NOT_LITERAL:
        return ["a" if value != ord("a") else "b"]
    if op is ops.ANY:
        return ["a"]
    if op is ops.IN:
        return _of_class(value)
    if op in REPEATS:
        return [one * max(1, value[0]) for one in _samples(value[2])]
    if op is ops.SUBPATTERN:
        return _samples(value[-1])
    if op is ops.ATOMIC_GROUP:
        return _samples(value)
    if op is ops.BRANCH:
        return [one for inner in value[1][:6] for one in _samples(inner)[:2]]
    return [""]


_OF_CATEGORY = {
    ops.CATEGORY_DIGIT: "1", ops.CATEGORY_SPACE: " ", ops.CATEGORY_WORD: "a", ops.CATEGORY_NOT_DIGIT: "a",
    ops.CATEGORY_NOT_SPACE: "a", ops.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _of_class(items: Any) -> list[str]:
    found = []
    for op, value in items:
        if op is ops.NEGATE:
            return [next((one for one in "a 1-\n,.x" if (ops.LITERAL, ord(one)) not in items), "\u4e00")]
        if op is ops.LITERAL:
            found.append(chr(value))
        elif op is ops.RANGE:
            found += [chr(value[0]), chr(value[1])]
        elif op is ops.CATEGORY:
            found.append(_OF_CATEGORY[value])
    return found[:3] or ["a"]


def attacked(pattern: Pattern, size: int) -> Iterator[tuple[float, str, str]]:
    """The time of each attack of a size, with what it is made of."""
    for before, pump in attacks(pattern):
        yield pattern.run(f"{before}{pump * (size // len(pump))}\x00"), before, pump


def blows_up(pattern: Pattern) -> bool:
    """True if a few characters more take far longer."""
    return any(max(attacked(pattern, size))[0] > 0.05 for size in (12, 16, 20, 24, 28, 600))


def growing(pattern: Pattern) -> tuple[float, str, str] | None:
    """What takes about four times as long when it is twice as long; None if nothing does."""
    for taken, before, pump in attacked(pattern, 4000):
        if taken < 0.004:
            continue
        made = [f"{before}{pump * (size // len(pump))}\x00" for size in (4000, 8000)]
        small, large = (min(pattern.run(one) for _ in range(3)) for one in made)
        if large > 2.6 * small and large > 0.02:
            return round(large, 3), before, pump
    return None


@pytest.mark.parametrize("bad", [r"(a+)+$", r"(?:a|aa)+\Z", r"(?:\w+\s*)+:", r"(?:a*)*y"])
def test_what_blows_up_is_seen(bad: str) -> None:
    assert blows_up(Pattern("here:1", re.compile(bad), searched=False))


@pytest.mark.parametrize("fine", [r"a+b", r"(?:a+b)+\Z", r"(?>a+)+$", r"(?:a++)+\Z"])
def test_what_does_not_is_not(fine: str) -> None:
    assert not blows_up(Pattern("here:1", re.compile(fine), searched=True))


def test_what_grows_is_seen() -> None:
    assert growing(Pattern("here:1", re.compile(r"a+b"), searched=True)) is not None
    assert growing(Pattern("here:1", re.compile(r"a+b"), searched=False)) is None


def test_no_pattern_of_the_package_blows_up_or_grows() -> None:
    """In a process of its own, for a pattern is only seen when it is compiled."""
    ran = subprocess.run([sys.executable, __file__], capture_output=True, text=True, encoding="utf-8", check=True)
    found = json.loads(ran.stdout)
    assert found["patterns"] > 300 and 100 < found["searched"] < found["patterns"]
    assert found["bad"] == []
    assert found["growing"] == {}


def _told(pattern: Pattern) -> tuple[float, str, str] | None:
    """As ``growing``, and told on standard error at once."""
    found = growing(pattern)
    if found is not None:
        print(pattern.where, found, file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    seen = patterns()
    report = {
        "patterns": len(seen),
        "searched": sum(one.searched for one in seen),
        "bad": [one.where for one in seen if blows_up(one)],
        "growing": {one.where: found for one in seen if (found := _told(one)) is not None},
    }
    print(json.dumps(report))
