"""The wheel, as a user gets it: built, installed into an empty environment, used once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CANDIDATES = ROOT / "fixtures" / "candidates" / "no-fly-zone.jsonl"


def run(*command: str | Path, cwd: Path, good: Sequence[int] = (0,)) -> str:
    """Runs a command outside the repository's tree and returns what it prints."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in good, f"{command} exited {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a wheel and a source distribution of the tree as it stands."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def only(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    assert len(found) == 1, found
    return found[0]


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_wheel_is_named_for_the_distribution_and_holds_the_package_alone(dist: Path) -> None:
    wheel = only(dist, "*.whl")
    assert wheel.name.startswith("quotecheck_editorial-")
    assert wheel.name.endswith("-py3-none-any.whl")
    assert {name.split("/")[0].split("-")[0] for name in names(wheel)} == {"quotecheck", "quotecheck_editorial"}


def test_wheel_holds_every_file_of_the_package_that_git_knows(dist: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    known = run("git", "ls-files", "src/quotecheck", cwd=ROOT).split()
    assert {name.removeprefix("src/") for name in known} <= names(only(dist, "*.whl"))


def test_installed_wheel_checks_a_list_of_candidates(dist: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    bin_folder = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    run(bin_folder / "python", "-m", "pip", "install", "--quiet", only(dist, "*.whl"), cwd=tmp_path)
    command = bin_folder / "quotecheck"
    printed = run(
        *(command, "batch", CANDIDATES, "--source", ROOT / "seeds", "--format", "jsonl"), cwd=tmp_path, good=[1]
    )
    verdicts = {result["id"]: result["verdict"] for result in map(json.loads, printed.splitlines())}
    assert list(verdicts) == [json.loads(line)["id"] for line in CANDIDATES.read_text("utf-8").splitlines()]
    assert verdicts["verbatim"] == "exact"
    assert verdicts["negation-dropped"] == "absent"
    assert (tmp_path / "venv" / "share" / "man" / "man1" / "quotecheck.1").is_file()


@pytest.mark.slow
def test_wheel_built_from_the_source_distribution_is_the_same(dist: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(only(dist, "*.tar.gz"), tmp_path)
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=only(tmp_path, "quotecheck_*"))
    assert names(only(tmp_path, "*.whl")) == names(only(dist, "*.whl"))
