"""The recipes for Spark and Ray, each run for real where it is installed."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MANY = ROOT / "examples" / "many"
VERDICTS = [("1", "exact"), ("2", "absent"), ("3", "misattributed"), ("4", "absent")]


def ran(script: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(MANY / script), str(MANY / "candidates.jsonl"), str(tmp_path / "results"),
         str(ROOT / "seeds")],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": "1"},
    )  # fmt: skip


def expected(tmp_path: Path) -> list[tuple[str, str]]:
    """What ``batch`` says of the same list."""
    code = "import sys; from quotecheck.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "batch", str(MANY / "candidates.jsonl"), "-s", str(ROOT / "seeds")]
    done = subprocess.run([*command, "--format", "jsonl"], capture_output=True, text=True)
    return [(one["id"], one["verdict"]) for one in map(json.loads, done.stdout.splitlines())]


def test_the_list_has_what_the_page_shows(tmp_path: Path) -> None:
    assert expected(tmp_path) == VERDICTS


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed")
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
def test_spark(tmp_path: Path) -> None:
    done = ran("spark_rows.py", tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for path in (tmp_path / "results").glob("part-*") for line in path.read_text("utf-8").splitlines()]
    rows = sorted((json.loads(line) for line in lines), key=lambda row: str(row["id"]))
    assert [(row["id"], row["verdict"]) for row in rows] == VERDICTS
    assert rows[0]["evidence"]["passages"][0]["exact"] == "NATO is not part of the conflict"
    assert json.loads(rows[0]["extra"]) == {"desk": "world"}
    assert "|1 |exact" in done.stdout.replace("  ", " ")


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="ray is not installed")
def test_ray(tmp_path: Path) -> None:
    done = ran("ray_rows.py", tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    shown = [line.split()[:2] for line in done.stdout.splitlines() if line[:2] in ("1 ", "2 ", "3 ", "4 ")]
    assert shown == [list(one) for one in VERDICTS]
    assert list((tmp_path / "results").glob("*.parquet"))
