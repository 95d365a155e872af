"""The archive's costs: what is measured is there, and the documents are the same each time."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from benchmarks import archiving, serving
from benchmarks.pages import markers

pytest.importorskip("numpy")

ROOT = Path(__file__).parents[2]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


def test_the_same_seed_gives_the_same_documents() -> None:
    first, again, other = (
        [text.content for text in archiving.documents(TEXTS, 3, seed)] for seed in (1, 1, 2)
    )  # fmt: skip
    assert first == again
    assert first != other
    assert all(archiving.WORDS <= len(content.split()) < 2 * archiving.WORDS for content in first)


def test_an_archive_is_measured() -> None:
    """Every document of which a word was changed is found, and nothing costs nothing."""
    one = archiving.measure(TEXTS, 40, 4)
    assert one.documents == 40
    assert one.found == 1.0
    assert min(one.build, one.build_voices, one.text, one.index, one.first, one.later) > 0


def test_the_table_is_put_into_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("\n".join(markers("archiving")), encoding="utf-8")
    shown = archiving.main(
        ["--texts", str(ROOT / "seeds"), "--documents", "8", "--spoken", "2", "--out", str(page)]
    )  # fmt: skip
    assert shown == 0
    assert "| built, without voices |" in page.read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("wrk") is None or sys.platform == "win32", reason="needs wrk")
def test_a_server_under_load_answers(capsys: pytest.CaptureFixture[str]) -> None:
    """Four connections for a second: answers, and no connection that breaks."""
    asked = ["--texts", str(ROOT / "seeds"), "--documents", "40", "--connections", "4", "--seconds", "1"]
    assert serving.main(asked) == 0
    rows = [row.split("|")[1:-1] for row in capsys.readouterr().out.splitlines() if row.startswith("| /api/")]
    assert len(rows) == 4
    assert all(int(row[2]) > 0 and int(row[-1]) == 0 for row in rows)
