"""Markup of what was verified: schema.org's ``Quotation`` in JSON-LD."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck import Checker, Statement
from quotecheck.cli import main
from quotecheck.model import Kind, Report
from quotecheck.reading import Known, read_bytes
from quotecheck.reports.quotations import to_quotations

TALK = read_bytes(
    b"Ada Brook: We will not sell the yard. It is ours.\n\nBen Cole: Why not? Who pays?\n\nAda Brook: The town.\n",
    "talk.txt",
    known=Known(title="A hearing", url="https://example.org/hearing", date="2026-03-04"),
)


def markup(*statements: Statement) -> list[dict[str, object]]:
    checker = Checker([TALK])
    report = Report(policy="news", fingerprint="0", results=tuple(map(checker.check, statements)))
    found = to_quotations(report, {TALK.id: TALK})
    assert found["@context"] == "https://schema.org"
    graph: list[dict[str, object]] = found["@graph"]
    return graph


def test_an_exact_quotation_is_marked_up() -> None:
    """Its words, who said them, and the page at the words."""
    (found,) = markup(Statement("We will not sell the yard", speaker="Brook"))
    assert found == {
        "@type": "Quotation",
        "text": "We will not sell the yard",
        "spokenByCharacter": {"@type": "Person", "name": "Ada Brook"},
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": "A hearing",
            "url": "https://example.org/hearing#:~:text=Brook%3A-,We%20will%20not%20sell%20the%20yard",
            "datePublished": "2026-03-04",
        },
    }


def test_what_did_not_pass_is_not() -> None:
    """Nor what nobody gave as words: a false quotation, another's words, reported speech."""
    assert not markup(
        Statement("We will sell the yard", speaker="Ada Brook"),
        Statement("We will not sell the yard", speaker="Ben Cole"),
        Statement("the yard will not be sold", speaker="Ada Brook", kind=Kind.INDIRECT),
    )


def test_markup_cannot_end_the_script_that_it_stands_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words of a source are untrusted."""
    (tmp_path / "talk.txt").write_text("Ada Brook: We will </script><b>not sell.\n\nBen Cole: Why?\n\nAda Brook: So.\n")
    (tmp_path / "list.jsonl").write_text('{"text": "We will </script><b>not sell", "speaker": "Ada Brook"}\n')
    main(["batch", str(tmp_path / "list.jsonl"), "--source", str(tmp_path / "talk.txt"), "--format", "jsonld"])
    out = capsys.readouterr().out
    assert "<" not in out and json.loads(out)["@graph"][0]["text"] == "We will </script><b>not sell"
