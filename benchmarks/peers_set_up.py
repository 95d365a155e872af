"""``python -m benchmarks.peers_set_up DIR``: an environment for each tool that quotecheck is measured against.

Each has its own, since what one needs another may not bear. The versions are those that were measured; whoever wants
others changes them here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

PACKAGES: Final[Mapping[str, str]] = {
    "rapidfuzz": "rapidfuzz==3.14.6",
    "edlib": "edlib==1.3.9.post1",
    "gtrex": "gtrex==1.1.0",
    "citations": "citations==0.6.1",
    "krokai": "krokai==0.15.0",
    "langextract": "langextract==1.7.1",
}
"""By tool, what is installed. What is not named runs under this Python: quotecheck, and the standard library."""


def python_of(tool: str, folder: Path) -> str:
    """The Python that has a tool."""
    if tool not in PACKAGES:
        return sys.executable
    place = folder / tool
    return str(place / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def set_up(folder: Path, tools: Sequence[str] = tuple(PACKAGES)) -> None:
    """Makes the environments that are not there yet.

    Raises:
        subprocess.CalledProcessError: if a package cannot be installed; its environment is not there then.
    """
    for tool in tools:
        done = folder / tool / "installed.txt"  # written last: an environment without it is not whole
        if tool not in PACKAGES or (done.exists() and done.read_text("utf-8") == PACKAGES[tool]):
            continue
        print(f"{PACKAGES[tool]} into {folder / tool}", file=sys.stderr)
        venv.create(folder / tool, clear=True, with_pip=True)
        install = [python_of(tool, folder), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        subprocess.run([*install, PACKAGES[tool]], check=True)
        done.write_text(PACKAGES[tool], encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Sets all of them up."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers_set_up", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the environments are to be")
    set_up(parser.parse_args(arguments).folder.resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
