"""The WordPress panel, with stand-ins for the editor's parts, against a real server. It is not run inside WordPress."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.servers.running import ROOT, Running

PLUGIN = ROOT / "integrations" / "wordpress" / "quotecheck"
TALK = "“We don’t seek war,” Ada Brook said.\n\n“The mill is ours,” Dora Lind said.\n"
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="needs node")


def shown(server: str) -> Any:
    """What the panel shows."""
    command = [str(NODE), str(Path(__file__).with_name("wordpress.mjs")), str(PLUGIN / "panel.js"), server]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@needs_node
def test_findings_stand_at_their_blocks(tmp_path: Path) -> None:
    pytest.importorskip("starlette")
    (tmp_path / "talk.txt").write_text(TALK, "utf-8")
    with Running("--workers", "1", "--source", str(tmp_path / "talk.txt")) as running:
        found = shown(running.url)
    assert found["selected"] == ["a", "q"]
    assert all("QC402" in one and "We seek war" in one for one in found["remarks"])


@needs_node
def test_a_server_that_is_not_there_is_said() -> None:
    found = shown("http://127.0.0.1:1/")
    assert found["remarks"] == [] and found["said"][0].startswith("Not checked:")


@pytest.mark.skipif(shutil.which("php") is None, reason="needs php")
def test_the_php_is_php() -> None:
    done = subprocess.run(["php", "-l", str(PLUGIN / "quotecheck.php")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_nothing_is_put_in_as_markup_and_no_secret_in_the_script() -> None:
    script = (PLUGIN / "panel.js").read_text("utf-8")
    assert not [
        word for word in ("innerHTML", "dangerouslySetInnerHTML", "RawHTML", "TOKEN", "eval(") if word in script
    ]
    assert "permission_callback" in (PLUGIN / "quotecheck.php").read_text("utf-8")
