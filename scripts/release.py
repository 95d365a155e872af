"""A release made and tried, in one command: built twice alike, checked, installed, its parts listed. Nothing is sent.

What comes out lies in a directory: wheel, source distribution, their hashes, a list of parts (CycloneDX) and a table of
licences. Where one step fails, the command stops there with exit code 1 and says which.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
CHECK: Final = ("check", str(ROOT / "fixtures/drafts/no-fly-zone.md"), "--source", str(ROOT / "seeds"), "--quiet")
IMPORTS: Final = """
import importlib, sys
from importlib.metadata import metadata, packages_distributions, requires
from packaging.requirements import Requirement
extra = sys.argv[1]
wanted = [Requirement(each) for each in requires("quotecheck-editorial")]
names = {each.name.lower().replace("_", "-") for each in wanted
         if each.marker is None or each.marker.evaluate({"extra": extra})}
modules = {name: [module for module, names_ in packages_distributions().items()
                  if name in {each.lower().replace("_", "-") for each in names_} and not module.startswith("_")]
           for name in names}
for name, found in modules.items():
    assert found, f"{name} is not there"
    importlib.import_module(found[0])
"""
"""Imports what an extra asks for; run in the environment that it was installed into."""
TYPED: Final = """
from quotecheck import Checker, Result, Source, Statement

result: Result = Checker([Source.from_text("Words.", id="a")]).check(Statement("Words"))
code: int = result.verdict.value
"""
"""A user's program with one fault, in its last line: a type checker finds that one if our types reach it."""


def main() -> int:
    """Runs every step.

    Returns:
        0 if all went well, else 1.
    """
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("out", type=Path, help="a directory for what is made; emptied first")
    parser.add_argument("--commit", default="HEAD", help="what is released (%(default)s)")
    parser.add_argument("--extra", action="append", help="try only this extra; several may be given; none: all")
    arguments = parser.parse_args()
    shutil.rmtree(arguments.out, ignore_errors=True)
    arguments.out.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            for title, step in steps(arguments.out.resolve(), Path(folder), arguments.commit, arguments.extra):
                print(f"{title} ...", flush=True)
                step()
        except Failed as failed:
            print(f"failed: {failed}", file=sys.stderr)
            return 1
    return 0


def steps(
    out: Path, folder: Path, commit: str, only: Sequence[str] | None
) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done, in order.

    Args:
        out: Where what is made goes.
        folder: For what is only needed meanwhile.
        commit: What is released.
        only: The extras that are tried; None for all.
    """
    yield "built twice, in two places, with other settings", lambda: built_alike(out, folder, commit)
    yield "metadata", lambda: run(sys.executable, "-m", "twine", "check", "--strict", *made(out))
    wheel, source = made(out)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = sorted(project["optional-dependencies"]) if only is None else only
    yield "the source distribution, installed and used", lambda: tried(folder / "source", str(source))
    yield "the wheel, installed and used", lambda: tried(folder / "base", str(wheel))
    yield "types reach a user's program", lambda: typed(folder / "base")
    for extra in extras:
        yield f"with [{extra}]", lambda extra=extra: tried(folder / extra, f"{wheel}[{extra}]", extra)  # type: ignore[misc]
    yield "pipx run", lambda: piped(folder, wheel)
    everything = folder / "all"
    yield "with every extra", lambda: tried(everything, f"{wheel}[{','.join(extras)}]")
    yield "licences", lambda: licences(everything, out)
    yield "list of parts", lambda: parts(everything, out)


class Failed(Exception):
    """A step that did not come out as it must."""


def run(
    *command: str | Path, good: Sequence[int] = (0,), cwd: Path | None = None, more: Mapping[str, str] | None = None
) -> str:
    """What a command prints.

    Args:
        command: Its words.
        good: The exit codes with which all is well.
        cwd: Where it runs.
        more: What its environment has beside ours.

    Raises:
        Failed: if it ends with another code.
    """
    words = [str(word) for word in command]
    # Our own tree must not be what is imported.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment |= more or {}
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in good:
        raise Failed(
            f"{' '.join(words)[:300]} ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
        )
    return done.stdout


def made(out: Path) -> tuple[Path, Path]:
    """The wheel and the source distribution in a directory."""
    (wheel,), (source,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return wheel, source


def built_alike(out: Path, folder: Path, commit: str) -> None:
    """Builds a commit twice and keeps what comes out, with its hashes.

    Raises:
        Failed: if the two builds differ in a byte.
    """
    when = run("git", "log", "-1", "--format=%ct", commit, cwd=ROOT).strip()
    settings: list[Mapping[str, str]] = [
        {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    ]
    for name, setting in zip(("one", "another one"), settings, strict=True):
        tree = folder / name / "tree"
        exported(commit, tree)
        run(sys.executable, "-m", "build", "--outdir", folder / name, tree, more={"SOURCE_DATE_EPOCH": when, **setting})
    first, second = (hashes(made(folder / name)) for name in ("one", "another one"))
    if first != second:
        raise Failed(f"two builds of {commit} differ:\n{first}\n{second}")
    for path in made(folder / "one"):
        shutil.copy2(path, out)
    (out / "SHA256SUMS").write_text(first, encoding="utf-8")


def exported(commit: str, tree: Path) -> None:
    """Puts the files of a commit into a directory, with nothing else beside them."""
    tree.mkdir(parents=True)
    packed = tree.with_suffix(".tar")
    run("git", "archive", "--output", packed, commit, cwd=ROOT)
    with tarfile.open(packed) as archive:
        archive.extractall(tree, filter="data")


def hashes(paths: Sequence[Path]) -> str:
    """Hashes as sha256sum writes them."""
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)


def environment(folder: Path, what: str) -> Path:
    """A new environment with something installed; the directory of its commands."""
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what)
    return commands


def tried(folder: Path, what: str, extra: str | None = None) -> None:
    """Installs something, imports what its extra asks for, and checks a draft with it."""
    commands = environment(folder, what)
    if extra is not None:
        run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "packaging")
        run(commands / "python", "-c", IMPORTS, extra, cwd=folder)
    printed = run(commands / "quotecheck", *CHECK, good=[1], cwd=folder)
    if "QC402" not in printed:
        raise Failed(f"{what} misses the fault of the fixture")
    run(commands / "quotecheck", "formats", cwd=folder)


def typed(folder: Path) -> None:
    """Checks a user's program against the types of what is installed.

    Raises:
        Failed: if its one fault is not what is found.
    """
    program = folder / "program.py"
    program.write_text(TYPED, encoding="utf-8")
    python = next(folder.glob("[bS]*/python*"))
    found = run(
        *(sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--python-executable", python, program),
        good=[1],
        cwd=folder,
    )
    if "Found 1 error" not in found or "program.py:5" not in found:
        raise Failed(f"types of the installed package: {found}")


def piped(folder: Path, wheel: Path) -> None:
    """Runs the command from the wheel without installing it."""
    home = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "pipx-bin")}
    run(sys.executable, "-m", "pipx", "run", "--spec", wheel, "quotecheck", *CHECK, good=[1], cwd=folder, more=home)


def licences(folder: Path, out: Path) -> None:
    """Writes the licences of all that can be installed with us; what may be there stands in ``pyproject.toml``.

    Raises:
        Failed: if one has a licence that is not among them.
    """
    python = next(folder.glob("[bS]*/python*"))
    command = ["-m", "piplicenses", "--python", str(python), "--from", "mixed"]
    shown = run(sys.executable, *command, "--format", "markdown", "--with-urls", cwd=ROOT)
    (out / "licences.md").write_text(shown, encoding="utf-8")


def parts(folder: Path, out: Path) -> None:
    """Writes the list of parts as CycloneDX JSON."""
    python = next(folder.glob("[bS]*/python*"))
    path = out / "sbom.cdx.json"
    run(
        *(sys.executable, "-m", "cyclonedx_py", "environment", python, "--pyproject", ROOT / "pyproject.toml"),
        *("--output-reproducible", "--output-format", "JSON", "--output-file", path),
    )
    if len(json.loads(path.read_text("utf-8"))["components"]) < 4:  # what quotecheck itself needs
        raise Failed(f"{path}: hardly any parts")


if __name__ == "__main__":
    sys.exit(main())
