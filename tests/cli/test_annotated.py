"""``check --report html=FILE`` and ``--signed FILE``: written, signed, checked again."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.reading.documents import document, p
from tests.reports.opened import Element, opened


@pytest.fixture
def draft(room: Path) -> str:
    """A draft of two statements, one of which stands in the source."""
    (room / "draft.md").write_text("It’s late.\n\ndestroy it\n", encoding="utf-8", newline="")
    return "draft.md"


def copy_of(room: Path) -> Element:
    return opened((room / "copy.html").read_text("utf-8"))


def sign(room: Path, decision: str, **fields: str) -> None:
    """Sign every statement that the copy holds, as its script would."""
    listed = [
        {
            **{key: form.given[f"data-{key}"] for key in ("draft", "statement", "state", "words", "verdict")},
            "decision": decision,
            "by": "Ann",
            **fields,
        }
        for form in copy_of(room).all("form", "signing")
    ]
    values = {"schema": "quotecheck-signed/1", "signed": listed}
    (room / "signed.json").write_text(json.dumps(values), encoding="utf-8")


def test_html_to_a_file_and_to_standard_output(run: Run, draft: str, room: Path) -> None:
    ran = run("check", draft, "-s", "speech.txt", "--report", "html=copy.html")
    assert ran.code == 1 and "outcome: 1 fail, 1 pass" in ran.out
    printed = run("check", draft, "-s", "speech.txt", "-f", "html")
    assert printed.out == (room / "copy.html").read_text("utf-8")
    assert "1 of 2 statements fails." in printed.out


def test_what_is_let_stand_does_not_fail(run: Run, draft: str, room: Path) -> None:
    run("check", draft, "-s", "speech.txt", "--report", "html=copy.html")
    sign(room, "stands", reason="the tape has it", day="2026-03-31")
    ran = run("check", draft, "-s", "speech.txt", "--signed", "signed.json", "--report", "html=copy.html")
    assert ran.code == 0 and "sign-offs: 2 hold, 0 changed since, 0 gone" in ran.err
    assert "waived (signed off by Ann on 2026-03-31: the tape has it)" in ran.out
    rows = [[cell.text.strip() for cell in row.all("td")] for row in copy_of(room).all("tbody")[0].all("tr")]
    assert rows == [["QC401", "sign-off, Ann, 2026-03-31", "the tape has it", "2"]]


def test_what_was_only_looked_at_still_fails(run: Run, draft: str, room: Path) -> None:
    run("check", draft, "-s", "speech.txt", "--report", "html=copy.html")
    sign(room, "checked")
    assert run("check", draft, "-s", "speech.txt", "--signed", "signed.json").code == 1


def test_what_changed_since_comes_back(run: Run, draft: str, room: Path) -> None:
    run("check", draft, "-s", "speech.txt", "--report", "html=copy.html")
    sign(room, "stands", reason="the tape has it")
    (room / draft).write_text("It’s late.\n\ndestroy it now\n", encoding="utf-8")
    ran = run("check", draft, "-s", "speech.txt", "--signed", "signed.json", "--report", "html=copy.html")
    assert ran.code == 1 and "sign-offs: 1 hold, 1 changed since, 0 gone" in ran.err
    (stamp,) = copy_of(room).all("p", "changed")
    assert "Since then the words or the speaker changed; it was: “destroy it”" in stamp.text


def test_what_is_gone_is_said(run: Run, draft: str, room: Path) -> None:
    run("check", draft, "-s", "speech.txt", "--report", "html=copy.html")
    sign(room, "checked")
    (room / draft).write_text("It’s late.\n", encoding="utf-8")
    ran = run("check", draft, "-s", "speech.txt", "--signed", "signed.json", "--report", "html=copy.html")
    assert "1 gone" in ran.err and "destroy it" in copy_of(room).all("section", "record")[0].text


def test_without_the_library(run: Run, draft: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    ran = run("check", draft, "-s", "speech.txt", "-f", "html")
    assert ran.code == 2 and "pip install 'quotecheck-editorial[report]'" in ran.err


def test_sign_offs_that_cannot_be_read(run: Run, draft: str) -> None:
    assert run("check", draft, "-s", "speech.txt", "--signed", "none.json").code == 2


def test_web_annotations(run: Run, draft: str) -> None:
    ran = run("check", draft, "-s", "speech.txt", "-f", "annotations")
    values = json.loads(ran.out)
    assert values["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (item,) = values["items"]
    assert item["target"]["selector"][0] == {
        "type": "TextQuoteSelector", "exact": "destroy it", "prefix": "It’s late.\n\n", "suffix": "\n",
    }  # fmt: skip


def test_comments_in_a_word_document(run: Run, room: Path) -> None:
    data = document(p("It’s late.") + p("destroy it"))
    (room / "draft.docx").write_bytes(data)
    ran = run(
        "check", "draft.docx", "-s", "speech.txt", "--report", "docx=commented.docx", "--report", "line=lines.txt"
    )
    assert ran.code == 1 and (room / "draft.docx").read_bytes() == data
    written = zipfile.ZipFile(room / "commented.docx").read("word/comments.xml").decode()
    assert written.count("<w:comment ") == 1 and "QC401 not-found" in written


def test_comments_need_one_word_document(run: Run, draft: str, room: Path) -> None:
    (room / "a.docx").write_bytes(document(p("It’s late.")))
    for drafts in ([draft], ["a.docx", draft]):
        ran = run("check", *drafts, "-s", "speech.txt", "--report", "docx=commented.docx")
        assert ran.code == 2 and "needs one draft that is a Word document" in ran.err
    assert run("check", "a.docx", "-s", "speech.txt", "-f", "docx").code == 2
