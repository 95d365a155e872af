"""``quotecheck formats``: what can be read here."""

from __future__ import annotations

import json

import pytest

from quotecheck.reading import readable as formats
from tests.cli.conftest import Run


def test_every_format_with_its_endings(run: Run) -> None:
    """One a line; each has an ending."""
    ran = run("formats")
    assert ran.code == 0 and ran.out.startswith("read here\n")
    for name in ("rich text (RTF)", "OpenDocument text (ODT)", "LaTeX", "mail (EML)", "plain text"):
        assert name in ran.out
    assert all(one.endings for one in formats.readable())


def test_what_an_extra_would_add(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it; what is needed is not readable without it, what helps only is."""
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    listed, _, missing = run("formats").out.partition("with an extra")
    assert "PDF" not in listed and "web page (HTML)" in listed
    assert "quotecheck-editorial[pdf]" in missing and "quotecheck-editorial[pdf-second]" in missing
    assert "quotecheck-editorial[html]" in missing


def test_for_programs(run: Run) -> None:
    """One object a line."""
    rows = [json.loads(line) for line in run("formats", "--json").out.splitlines()]
    assert {"name", "endings", "readable", "extras"} == set(rows[0])
    extras = next(row for row in rows if row["name"] == "PDF")["extras"]
    assert [(one["extra"], one["needed"]) for one in extras] == [("pdf", True), ("pdf-second", False)]
    assert all(isinstance(one["installed"], bool) and one["adds"] for one in extras)
