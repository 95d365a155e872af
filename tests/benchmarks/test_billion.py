"""The plan for a billion articles: measured on a few texts, and arithmetic that holds."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

pytest.importorskip("numpy")

from benchmarks import billion
from benchmarks.pages import markers

ONE = billion.Constants(
    documents=10, words=500, characters=3000, text=1500, index=3000, voices=100, build=0.004, build_voices=0.04,
    lookup=0.0005, lookup_document=1e-7, touched_document=2.0, read=5, check=0.05, check_voices=0.02,
)  # fmt: skip


def amounts(one: billion.Constants, given: billion.Assumptions) -> dict[str, str]:
    return {what: how_much for what, how_much, _ in billion.plan(one, given)}


def test_the_arithmetic() -> None:
    """By hand: a billion articles of 1,500 and 3,000 bytes, 40 ms each."""
    found = amounts(ONE, billion.Assumptions())
    assert found["documents, compressed"] == "1.50 TB" and found["index"] == "3.00 TB"
    assert found["building with who says what"] == "11,111 core hours"
    assert found["price of that building"] == "556"
    assert found["one search through all"] == "108.3 core seconds"  # 100 for the articles, 8.3 for 16,667 segments
    assert found["1,000,000 statements, each against one archive"].startswith("33 core hours")


def test_twice_the_articles_take_twice_as_much() -> None:
    """And nothing else changes with it."""
    once, twice = (amounts(ONE, billion.Assumptions(articles=count)) for count in (1e9, 2e9))
    figure = re.compile(r"[\d,.]+")
    for what in ("documents, compressed", "index", "building", "price of the disk, a month"):
        small, large = (float(figure.findall(one[what])[0].replace(",", "")) for one in (once, twice))
        assert large == pytest.approx(2 * small, rel=0.01)
    assert attrs.asdict(ONE)["documents"] == 10


def test_the_page_is_written(tmp_path: Path) -> None:
    """From texts as they lie in a folder."""
    for number in range(4):
        text = f"Ada Brook said the bridge number{number} would be rebuilt before the winter. It was late. " * 5
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text("\n".join(markers("billion")), encoding="utf-8")
    assert billion.main(["--texts", str(tmp_path), "--copies", "2", "--out", str(page), "--cores", "10"]) == 0
    assert "4 articles" in page.read_text("utf-8") and "the same on 10 cores" in page.read_text("utf-8")
