"""The extension for VS Code: its lines are checked, it is built, and the real server answers its library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors" / "vscode"
ENTRY = "#!{python}\nimport sys\nfrom quotecheck.cli import main\nsys.exit(main())\n"


def test_its_settings_are_the_servers_options() -> None:
    options = pytest.importorskip("quotecheck.servers.lsp.client").Options
    settings = json.loads((EXTENSION / "package.json").read_text("utf-8"))["contributes"]["configuration"]["properties"]
    assert {*settings} == {f"quotecheck.{name}" for name in ("command", *(one.name for one in attrs.fields(options)))}
    assert settings["quotecheck.delay"]["default"] == options().delay


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("npm") is None, reason="needs npm and its registry")
def test_it_is_built_and_works_with_the_server(tmp_path: Path) -> None:
    for name in ("src", "test"):
        shutil.copytree(EXTENSION / name, tmp_path / name)
    for name in ("package.json", "package-lock.json", "tsconfig.json", "eslint.config.js"):
        shutil.copy(EXTENSION / name, tmp_path / name)
    program = tmp_path / "quotecheck"
    program.write_text(ENTRY.format(python=sys.executable), "utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "QUOTECHECK": str(program)}
    for command in ("ci --no-audit --no-fund", "run lint", "test", "run build"):
        done = subprocess.run(
            ["npm", *command.split()], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "dist" / "extension.js").stat().st_size > 0
