"""The shape of the code: sizes, names, and what every module says of itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src" / "quotecheck").rglob("*.py")) + sorted((ROOT / "benchmarks").glob("*.py"))
LONGEST_FILE = 600
LONGEST_FUNCTION = 60
# Names that say nothing of what is inside, and so collect everything.
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "core", "base"}


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def shown(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def test_no_file_is_too_long_to_read() -> None:
    sizes = {shown(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    sizes = {f"{shown(module)}:{node.name}": lines(node) for module in MODULES for node in functions(module)}
    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [shown(module) for module in MODULES if module.stem in VAGUE or module.parent.name in VAGUE] == []


@pytest.mark.parametrize("module", MODULES, ids=shown)
def test_first_line_of_a_module_says_what_is_in_it(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert ast.get_docstring(tree) or not tree.body  # an empty __init__ has nothing to say
