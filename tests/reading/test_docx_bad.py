"""Word documents that are broken, cut off, encrypted, lying or made to swell: a clear message, in bounded time."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes
from tests.reading.documents import SPACES, document, p, packed, parts_of, r

WORD = (Path(__file__).parents[2] / "fixtures" / "docx" / "word.docx").read_bytes()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def with_main(xml: str | bytes) -> bytes:
    """A document whose main part is this."""
    return packed({**parts_of(""), "word/document.xml": xml})


def encrypted() -> bytes:
    """A zip whose parts ask for a password."""
    data = bytearray(document(p("Words.")))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def lying() -> bytes:
    """A part that says it is small, and is not."""
    data = bytearray(document(p("x" * 100_000)))
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        if data[start + 46 :].startswith(b"word/document.xml"):
            data[start + 24 : start + 28] = struct.pack("<I", 90)
        start = data.find(b"PK\x01\x02", start + 4)
    return bytes(data)


LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DEEP = "<w:sdt>" * 100_000
REFUSED = {
    "cut off": (WORD[:2000], "draft.docx", "damaged or cut off", "damaged"),
    "a zip with nothing in it": (packed({}), "draft.docx", "main part is missing", "damaged"),
    "no main part": (
        packed({"[Content_Types].xml": "<Types/>", "word/styles.xml": "<a/>"}),
        "draft.docx",
        "main part",
        "damaged",
    ),
    "broken XML": (with_main(f"<w:document {SPACES}><w:body>"), "draft.docx", "word/document.xml is no XML", "damaged"),
    "bytes that are no letters": (with_main(b"<a>\xff\xfe\x00</a>"), "draft.docx", "is no XML", "damaged"),
    "encrypted parts": (encrypted(), "draft.docx", "encrypted: save it without a password", "encrypted"),
    "an encrypted document": (OLD + "EncryptedPackage".encode("utf-16-le"), "draft.docx", "encrypted", "encrypted"),
    "an old document": (OLD, "draft.doc", "an old office file: save it as .docx", "no-reader"),
    "a lie about its size": (lying(), "draft.docx", "cannot be unpacked", "damaged"),
    "a bomb": (with_main(b"<a>" + b" " * (10 << 20) + b"</a>"), "draft.docx", "unpacks to more", "too-large"),
    "entities that grow": (
        with_main(f"{LAUGHS}<w:document {SPACES}>&b;</w:document>"),
        "draft.docx",
        "document type",
        "hostile",
    ),
    "entities from outside": (
        with_main(f"{OUTSIDE}<w:document {SPACES}>&a;</w:document>"),
        "draft.docx",
        "document type",
        "hostile",
    ),
    "elements in elements": (document(DEEP), "draft.docx", "nested deeper", "too-deep"),
    "too many parts": (packed({f"word/document{n}": "" for n in range(20_001)}), "draft.docx", "parts", "too-large"),
    "pictures alone": (document(p("<w:r><w:drawing/></w:r>")), "draft.docx", "holds no words", "no-text"),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_refused(case: str) -> None:
    """Each says what is wrong and what to do; nothing outside the file is looked at."""
    data, name, message, code = REFUSED[case]
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, name)
    assert message in caught.value.message
    assert (caught.value.path, caught.value.code) == (name, code)


def test_a_document_is_known_by_its_parts() -> None:
    """Whatever its name is; another zip is the texts in it, and no document."""
    assert read_bytes(document(p("Words.")), "draft.txt").content == "Words."
    assert read_bytes(packed({"a.txt": "words"}), "a.zip").content == "words"


HALF = {
    "styles": ({"word/styles.xml": "<a"}, "damaged"),
    "footnotes": ({"word/footnotes.xml": "<a"}, "incomplete"),
    "no footnotes at all": ({}, "incomplete"),
}


@pytest.mark.parametrize("case", HALF, ids=str)
def test_what_can_be_read_is_read(case: str) -> None:
    """A broken part beside the body is a problem, and the body is read."""
    parts, code = HALF[case]
    body = p(r("Words.") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    text = read_bytes(packed({**parts_of(body), **parts}), "draft.docx")
    assert text.content == "Words."
    assert code in {problem.code for problem in text.problems}


@pytest.mark.parametrize("end", range(0, len(WORD), 211))
def test_cut_off_anywhere(end: int) -> None:
    """No part of a document is taken for the whole."""
    with pytest.raises(ReadingError):
        read_bytes(WORD[:end] or b"PK\x03\x04", "draft.docx")


@given(st.lists(st.tuples(st.integers(0, len(WORD) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_bytes_changed_anywhere(changes: list[tuple[int, int]]) -> None:
    """It is read, or it is said why not."""
    data = bytearray(WORD)
    for at, byte in changes:
        data[at] = byte
    try:
        text = read_bytes(bytes(data), "draft.docx")
    except ReadingError as error:
        assert error.message and error.path == "draft.docx"
    else:
        assert text.content


FRAGMENTS = [
    p("w", "<w:rPr><w:del/></w:rPr>"),
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>x</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:del>",
    "</w:del>",
    "<w:cellDel/>",
    '<w:ind w:left="x"/>',
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30))
def test_elements_in_places_where_nobody_puts_them(fragments: list[str]) -> None:
    """A table row without a table, a paragraph in a run: read somehow, never a crash."""
    try:
        read_bytes(document("".join(fragments)), "draft.docx")
    except ReadingError as error:
        assert error.code in {"damaged", "no-text"}


BIG = {
    "paragraphs whose ends are deleted": p("word ", "<w:rPr><w:del/></w:rPr>") * 50_000 + p("end"),
    "fields that are never ended": "<w:p>"
    + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000
    + "</w:p>"
    + p("end"),
    "one long paragraph": p(r("word ") * 100_000 + r("end")),
    "many block quotations": p("word", '<w:pStyle w:val="Quote"/>') * 50_000 + p("end"),
}


@pytest.mark.parametrize("case", BIG, ids=str)
def test_large_ones_are_read(case: str) -> None:
    """Cost goes by length: each of these takes about a second or less."""
    assert read_bytes(document(BIG[case]), "draft.docx").content.endswith("end")


def test_paragraphs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty ones cost memory and hardly bytes."""
    monkeypatch.setattr("quotecheck.reading.docx.body._MOST", 100)
    with pytest.raises(ReadingError, match="more paragraphs than any document") as caught:
        read_bytes(document("<w:p/>" * 101), "draft.docx")
    assert caught.value.code == "too-large"


def test_a_deep_table_is_flattened() -> None:
    """Tables in tables, as deep as is read at all."""
    deep = 400
    body = "<w:tbl><w:tr><w:tc>" * deep + p("Words.") + "</w:tc></w:tr></w:tbl>" * deep
    assert read_bytes(document(body), "draft.docx").content == "Words."


def test_parts_of_the_same_name(recwarn: pytest.WarningsRecorder) -> None:
    """The last one counts, as for everything that opens zips."""
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for words in ("First.", "Second."):
            for name, text in parts_of(p(words)).items():
                archive.writestr(name, text)
    recwarn.clear()
    assert read_bytes(made.getvalue(), "draft.docx").content == "Second."
