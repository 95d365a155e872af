"""Mutants of our own functions, as mutmut makes them: their text, their place, and how one is put in. No test is run.

mutmut writes every mutant of a function beside the original, under a name of its own, and chooses between them at each
call. Here only its text is taken: the mutant's lines stand in the module in place of the function's.
"""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib.machinery
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from types import CodeType, FunctionType

import attrs

SOURCE = Path("src")
PACKAGES = ("text", "language", "speech", "matching", "meaning", "verdicts")
BETWEEN_NAMES = "ǁ"  # mutmut's, between class and method

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@attrs.frozen
class Mutant:
    """One function with one thing changed.

    Attributes:
        name: mutmut's, with the module.
        path: The file, from the root of the repository.
        function: The function's qualified name in its module.
        module: The file's text with the mutant in it.
        changed: The lines of the original that differ, the first and the last, counted from 1.
        difference: Both, as a unified diff.
    """

    name: str
    path: Path
    function: str
    module: str = attrs.field(repr=False)
    changed: tuple[int, int]
    difference: str = attrs.field(repr=False)


@attrs.frozen
class Made:
    """What mutmut makes of a file.

    Attributes:
        text: Where it stands: every mutant behind the other.
        places: The mutants in order, each with its first line there and its last, counted from 1.
    """

    text: Path
    places: Mapping[str, tuple[int, int]]


def module_of(path: Path) -> str:
    """The name under which a file is imported."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def made_of(path: Path, kept: Path) -> Made:
    """What mutmut makes of a file.

    Args:
        path: The file.
        kept: A folder; what was made of the same text by the same mutmut is taken from there.
    """
    code = path.read_text("utf-8")
    key = hashlib.sha256(f"{version('mutmut')}\n{path}\n{code}".encode()).hexdigest()[:24]
    text, index = kept / f"{key}.py", kept / f"{key}.json"
    if not index.exists():
        from mutmut.mutation.file_mutation import mutate_file_contents

        kept.mkdir(parents=True, exist_ok=True)
        made = mutate_file_contents(str(path), code)
        spans = {name: made.line_span_by_function_name[name] for name in made.mutant_names}
        text.write_text(made.code, encoding="utf-8")
        index.write_text(json.dumps({name: (span.start, span.end) for name, span in spans.items()}), encoding="utf-8")
    return Made(text, json.loads(index.read_text("utf-8")))


def functions(tree: ast.Module) -> Iterator[tuple[_Function, str]]:
    """Functions of a module and methods of its classes, each with its qualified name."""
    for node in tree.body:
        if isinstance(node, _Function):
            yield node, node.name
        elif isinstance(node, ast.ClassDef):
            yield from ((each, f"{node.name}.{each.name}") for each in node.body if isinstance(each, _Function))


def sample(package: str, count: int, seed: int, kept: Path) -> tuple[list[str], int]:
    """Names of mutants drawn from a package, and how many there are to draw from.

    The same seed and the same source give the same names; each package is drawn for itself.
    """
    paths = sorted((SOURCE / "quotecheck" / package).rglob("*.py"))
    names = [f"{module_of(path)}.{name}" for path in paths for name in made_of(path, kept).places]
    drawn = random.Random(f"{seed} {package}").sample(names, min(count, len(names)))
    return drawn, len(names)


def mutant(name: str, kept: Path) -> Mutant:
    """The mutant of this name.

    Raises:
        KeyError: if there is none.
    """
    module, _, mangled = name.rpartition(".")
    path = SOURCE.joinpath(*module.split(".")).with_suffix(".py")
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    code, made = path.read_text("utf-8"), made_of(path, kept)
    function = mangled.partition("__mutmut_")[0].removeprefix("x_").removeprefix("x").strip(BETWEEN_NAMES)
    function = function.replace(BETWEEN_NAMES, ".")
    original = next(node for node, qualified in functions(ast.parse(code)) if qualified == function)
    start, end = made.places[mangled]
    with made.text.open(encoding="utf-8") as lines:
        changed = list(islice(lines, start - 1, end))
    while not changed[0].lstrip().startswith(("def ", "async def ")):  # blank lines and decorators
        del changed[0]
    changed[0] = changed[0].replace(mangled, original.name, 1)
    return _put_together(name, path, function, (code, original), changed)


def _put_together(name: str, path: Path, function: str, original: tuple[str, _Function], now: list[str]) -> Mutant:
    code, node = original
    lines = code.splitlines(keepends=True)
    before = lines[node.lineno - 1 : node.end_lineno]
    module = "".join([*lines[: node.lineno - 1], *now, *lines[node.end_lineno :]])
    parts = [each for each in difflib.SequenceMatcher(None, before, now, False).get_opcodes() if each[0] != "equal"]
    first, last = (parts[0][1], max(parts[0][1] + 1, parts[-1][2])) if parts else (0, 1)
    difference = "".join(difflib.unified_diff(before, now, str(path), name, n=2))
    return Mutant(name, path, function, module, (node.lineno + first, node.lineno + last - 1), difference)


def statement(path: Path, changed: tuple[int, int]) -> range:
    """The lines of the smallest statement round a change: whoever runs one of them runs the change, or decides on it.

    A change in the head of a function shows in its whole body: the head itself is run when the module is imported.
    """
    best: ast.stmt | None = None
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.stmt)
            and node.lineno <= changed[0]
            and (node.end_lineno or 0) >= changed[1]
            and (best is None or node.lineno >= best.lineno)
        ):
            best = node
    if best is None:
        return range(changed[0], changed[1] + 1)
    if isinstance(best, _Function):
        return range(best.body[0].lineno, (best.end_lineno or best.lineno) + 1)
    last = best.body[0].lineno - 1 if isinstance(best, ast.If | ast.For | ast.While | ast.With) else best.end_lineno
    return range(best.lineno, max(last or 0, changed[1], best.lineno) + 1)


def put_in(one: Mutant) -> None:
    """Gives the function that is loaded the mutant's code, wherever it is referred to.

    Raises:
        LookupError: if there is no such function, or what is there cannot take the code.
    """
    module = sys.modules[module_of(one.path)]
    found: object = module
    for part in one.function.split("."):
        found = vars(found)[part]
    while not isinstance(found, FunctionType):
        inner = getattr(found, "__func__", None) or getattr(found, "__wrapped__", None)
        if inner is None:
            raise LookupError(one.name)
        found = inner
    code = _code_in(compile(one.module, str(one.path.resolve()), "exec", dont_inherit=True), one.function)
    if code.co_freevars != found.__code__.co_freevars:
        raise LookupError(one.name)
    found.__code__ = code
    node = next(node for node, qualified in functions(ast.parse(one.module)) if qualified == one.function)
    if found.__defaults__ is not None:
        found.__defaults__ = tuple(_values(node.args.defaults, vars(module), found.__defaults__))
    if found.__kwdefaults__:
        names = [arg.arg for arg, value in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if value]
        values = [value for value in node.args.kw_defaults if value]
        old = [found.__kwdefaults__[name] for name in names]
        found.__kwdefaults__ = dict(zip(names, _values(values, vars(module), old), strict=True))


def _values(written: Sequence[ast.expr], names: dict[str, object], old: Sequence[object]) -> list[object]:
    """Default values: those that mutmut may change are simple, the others stay."""
    simple = (ast.Name, ast.Constant)
    return [
        eval(compile(ast.Expression(each), "default", "eval"), names) if isinstance(each, simple) else value
        for each, value in zip(written, old, strict=True)
    ]


def _code_in(code: CodeType, qualified: str) -> CodeType:
    found = [each for each in _all_code(code) if each.co_qualname == qualified]
    return found[-1]


def _all_code(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _all_code(each)


def put_in_when_imported(one: Mutant) -> None:
    """The mutant is there from the first import on; the module must not have been imported."""
    place = str(one.path.resolve())
    usual = importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
        if loader.path == place:
            return compile(one.module, place, "exec", dont_inherit=True)
        return usual(loader, fullname)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign,assignment]
