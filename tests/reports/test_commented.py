"""Comments in Word documents: at the exact words, and nothing else touched. Programs that are not ours read them."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import attrs
import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecheck.model import Code, Outcome, Problem, Report, Result, Severity, Span, Statement, Text
from quotecheck.model.errors import UsageError
from quotecheck.reading import read_bytes
from quotecheck.reports.commented import commented
from tests.reading.documents import OFFICE, PACKAGE, W, p, packed, parts_of, r
from tests.reports import made

CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
KINDS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{CONTENT}"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    '"application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def whole(body: str, **others: str) -> bytes:
    """A document that python-docx opens too."""
    parts = parts_of(body, **others)
    parts["[Content_Types].xml"] = KINDS
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    )
    return packed(parts)


def result(text: Text, span: Span, words: Span | None = None) -> Result:
    """A result whose finding speaks of ``words``, counted from the statement's start; None for none."""
    statement = Statement(span.of(text.content), parts=(span,), draft=text.id)
    found = made.finding(Code.FIGURE, Severity.ERROR, "Another figure.", *([(words.start, words.end)] if words else []))
    return attrs.evolve(made.polarity(), statement=statement, findings=(found,), evidence=None)


def put(data: bytes, *results: tuple[str, str], name: str = "draft.docx") -> bytes:
    """The document with a comment at each (statement, words in it)."""
    text = read_bytes(data, name)
    listed = []
    for statement, words in results:
        at = text.content.index(statement)
        inner = statement.index(words)
        listed.append(result(text, Span(at, at + len(statement)), Span(inner, inner + len(words))))
    return commented(attrs.evolve(made.report(), results=tuple(listed)), text, data)


def part(data: bytes, name: str = "word/document.xml") -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def covered(data: bytes) -> dict[str, str]:
    """The words under each comment, by its number, as another reader of XML finds them."""
    opened: set[str] = set()
    found: dict[str, str] = {}
    for one in ElementTree.fromstring(part(data)).iter():
        number = one.get(f"{{{W}}}id", "")
        if one.tag == f"{{{W}}}commentRangeStart":
            opened.add(number)
            found[number] = ""
        elif one.tag == f"{{{W}}}commentRangeEnd":
            opened.remove(number)
        elif one.tag in (f"{{{W}}}t", f"{{{W}}}tab"):
            for each in opened:
                found[each] += one.text or "\t"
    assert not opened
    return found


def letters(data: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every letter with its properties and the elements round its run: what a comment must not change."""

    def walk(element: ElementTree.Element, above: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        if element.tag == f"{{{W}}}r":
            properties = element.find(f"{{{W}}}rPr")
            look = ElementTree.tostring(properties, encoding="unicode") if properties is not None else ""
            for child in element:
                if child.tag == f"{{{W}}}commentReference" or child is properties:
                    continue
                name = child.tag.rpartition("}")[2]
                for letter in (child.text or "") if name in ("t", "delText", "instrText") else [""]:
                    yield letter, f"{name}{look}{sorted(element.items())}", above
            for box in element.iter(f"{{{W}}}txbxContent"):
                yield from walk(box, (*above, "box"))
            return
        for child in element:
            yield from walk(child, (*above, element.tag.rpartition("}")[2]))

    return list(walk(ElementTree.fromstring(part(data)), ()))


INSERTED = '<w:ins w:id="7" w:author="Ann" w:date="2026-03-04T00:00:00Z">{}</w:ins>'
DELETED = '<w:del w:id="8" w:author="Ann" w:date="2026-03-04T00:00:00Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
LINK = '<w:hyperlink w:anchor="x">{}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 99</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>99</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOLD = "<w:b/><w:color w:val='00FF00'/>"
CASES: dict[str, tuple[str, str]] = {
    # body, the words to comment
    "a whole run": (p(r("It cost ") + r("10 million") + r(" in May")), "10 million"),
    "inside a run": (p("It cost 10 million in May"), "10 million"),
    "the first words": (p("It cost 10 million"), "It cost"),
    "the last words": (p("It cost 10 million"), "10 million"),
    "one letter": (p("It cost 1 million"), "1"),
    "over runs": (p(r("It cost 1") + r("0 mil", BOLD) + r("lion in May")), "10 million"),
    "letters beyond ASCII": (p("Ça coûte 10 €, 🏭 says"), "10 €, 🏭"),
    "an entity before, in and after": (p("R&amp;D &lt;cost&gt; 10 &amp; 20 &#x20AC; now"), "10 & 20 €"),
    "white space at the ends": (p("  It cost  10 million  "), "cost  10"),
    "a line end in the XML": (p(r("It cost\n10\r\nmillion in May")), "10 million"),
    "a tab and a break": (p("<w:r><w:t>It cost</w:t><w:tab/><w:t>10</w:t><w:br/><w:t>million</w:t></w:r>"), "10"),
    "inserted words": (p(r("It cost ") + INSERTED.format(r("10 million")) + r(" in May")), "10 million"),
    "half of inserted words": (p(r("It cost ") + INSERTED.format(r("10 million now"))), "10 million"),
    "over deleted words": (p(r("It cost 10 ") + DELETED.format("thousand") + r("million in May")), "10 million"),
    "a link": (p(r("It cost ") + LINK.format(r("10 million now"))), "10 million"),
    "a field": (p(r("It cost ") + FIELD + r(" million in May")), "99 million"),
    "two paragraphs": (p("It cost 10") + p("million in May"), "10\n\nmillion"),
    "a cell": (f"<w:tbl><w:tr><w:tc>{p('It cost')}</w:tc><w:tc>{p('10 million')}</w:tc></w:tr></w:tbl>", "10"),
    "after a table of contents": (
        p("It cost 10", '<w:pStyle w:val="TOC1"/>') + p("It cost 10 million", '<w:pStyle w:val="Heading1"/>'), "10",
    ),
    "after an equation": (p(f"<m:oMath><m:r><m:t>x=10</m:t></m:r></m:oMath>{r(' cost 10 million')}"), "10 million"),
    "an attribute with a bracket": (p('<w:r w:rsidR="a>b"><w:t xml:space="preserve">It cost 10</w:t></w:r>'), "10"),
    "an empty text before": (p("<w:r><w:t/><w:t>It cost 10 million</w:t></w:r>"), "10"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_comment_stands_at_the_exact_words(name: str) -> None:
    body, words = CASES[name]
    data = whole(body)
    text = read_bytes(data, "draft.docx")
    out = put(data, (text.content[text.content.rindex(words) :], words))
    (found,) = covered(out).values()
    assert "".join(found.split()) == "".join(words.split())


@pytest.mark.parametrize("name", CASES)
def test_nothing_else_is_touched(name: str) -> None:
    body, words = CASES[name]
    data = whole(body)
    text = read_bytes(data, "draft.docx")
    out = put(data, (text.content[text.content.rindex(words) :], words))
    assert letters(out) == letters(data)
    again = read_bytes(out, "draft.docx")
    assert again.content == text.content and again.origin == text.origin
    assert [one.text for one in docx.Document(io.BytesIO(out)).paragraphs] == [
        one.text for one in docx.Document(io.BytesIO(data)).paragraphs
    ]


def test_other_parts_are_kept_byte_for_byte_in_their_order() -> None:
    data = whole(p("It cost 10"), styles="<w:style w:styleId='x'/>")
    old, new = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, put(data, ("It cost 10", "10"))))
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert new.namelist() == [*old.namelist(), "word/comments.xml"]
    assert all(old.read(name) == new.read(name) for name in old.namelist() if name not in changed)
    assert all(one.date_time == new.getinfo(one.filename).date_time for one in old.infolist())


def test_the_same_input_gives_the_same_file_and_no_finding_the_very_file() -> None:
    data = whole(p("It cost 10"))
    assert put(data, ("It cost 10", "10")) == put(data, ("It cost 10", "10"))
    assert put(data) == data


RICH = p(r("Ann &amp; Bo said ", BOLD) + INSERTED.format(r("it cost 10")) + r(" — “never” 20 €")) + p(
    LINK.format(r("Once more") + r(" and\tagain", "<w:i/>")) + r(" 🏭 in May  ")
)


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(1, 40)), min_size=1, max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_comments_anywhere(spans: list[tuple[int, int]]) -> None:
    """Over each other, in each other, side by side."""
    data = whole(RICH)
    text = read_bytes(data, "draft.docx")
    inside = [Span(start, start + length) for start, length in spans if start + length <= len(text.content)]
    inside = [one for one in inside if one.of(text.content).strip()]
    results = tuple(result(text, one, Span(0, len(one))) for one in inside)
    out = commented(attrs.evolve(made.report(), results=results), text, data)
    assert letters(out) == letters(data)
    if results:
        found = [covered(out)[str(number)] for number in range(len(inside))]
        assert ["".join(one.split()) for one in found] == ["".join(one.of(text.content).split()) for one in inside]


def test_what_a_comment_says() -> None:
    data = whole(p("We will sell the mill, she said."))
    text = read_bytes(data, "draft.docx")
    parts = (Span(0, 22),)
    polarity = attrs.evolve(
        made.polarity(), statement=attrs.evolve(made.polarity().statement, parts=parts, draft=text.id)
    )
    unchecked = attrs.evolve(
        polarity, outcome=Outcome.UNCHECKED, verdict=None, findings=(), evidence=None,
        problems=(Problem(message="the source is in another language", code="language"),),
    )  # fmt: skip
    waived = attrs.evolve(polarity, findings=tuple(attrs.evolve(one, waived="known") for one in polarity.findings))
    report = attrs.evolve(made.report(), results=(polarity, waived, unchecked))
    first, second = docx.Document(io.BytesIO(commented(report, text, data))).comments
    assert (first.author, first.initials, first.timestamp) == ("quotecheck", "qc", None)
    assert [one.text for one in first.paragraphs] == [
        "✗ QC402 polarity: The source says “won’t”, the quotation “will”: the reverse.",
        "Source: “We [-won’t-]{+will+} sell the mill” — Ada Brook (talk.txt, line 1)",
        "→ Say what the source says, or name the source that says this.",
    ]
    assert [one.text for one in second.paragraphs] == [
        "? This could not be checked.", "not checked: the source is in another language",
    ]  # fmt: skip


def test_comments_that_are_there_stay() -> None:
    made_once = put(whole(p("It cost 10 million")), ("It cost 10 million", "10"))
    twice = put(made_once, ("It cost 10 million", "million"))
    assert covered(twice) == {"0": "10", "1": "million"}
    assert [one.comment_id for one in docx.Document(io.BytesIO(twice)).comments] == [0, 1]


def test_words_in_a_note_or_a_text_box_are_commented_at_the_first_words_and_quoted() -> None:
    box = p(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('It cost 10')}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    for body in (p("Good evening.") + box,):
        out = put(whole(body), ("It cost 10", "10"))
        assert covered(out) == {"0": "Good evening."}
        (one,) = docx.Document(io.BytesIO(out)).comments
        assert one.paragraphs[-1].text == "This is about “10” (in a note or a text box)."


def test_a_document_whose_elements_have_no_prefix_or_another() -> None:
    """Attributes need a prefix, and the one that the document uses may be any."""
    for prefix in ("", "x:"):
        body = f"<{prefix}p><{prefix}r><{prefix}t>It cost 10 million</{prefix}t></{prefix}r></{prefix}p>"
        space = f'xmlns{":" if prefix else ""}{prefix.rstrip(":")}="{W}"'
        parts = parts_of("")
        parts["word/document.xml"] = f"<{prefix}document {space}><{prefix}body>{body}</{prefix}body></{prefix}document>"
        assert covered(put(packed(parts), ("It cost 10 million", "10"))) == {"0": "10"}


def test_a_strict_document() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {name: str(text).replace(W, strict) for name, text in parts_of(p("It cost 10 million")).items()}
    out = put(packed(parts), ("It cost 10 million", "10"))
    assert f'xmlns:w="{strict}"' in part(out, "word/comments.xml")
    assert "purl.oclc.org/ooxml/officeDocument/relationships/comments" in part(out, "word/_rels/document.xml.rels")


def test_hostile_words_are_words_in_a_comment() -> None:
    data = whole(p("It cost 10"))
    text = read_bytes(data, "draft.docx")
    one = result(text, Span(0, 10), Span(8, 10))
    bad = attrs.evolve(one, findings=tuple(attrs.evolve(each, message=made.HOSTILE) for each in one.findings))
    out = commented(attrs.evolve(made.report(), results=(bad,)), text, data)
    (comment,) = docx.Document(io.BytesIO(out)).comments
    assert "<script>alert(1)</script>" in comment.text and "\\u202e" in comment.text
    assert len(comment.paragraphs) == 2


def test_a_part_in_another_encoding_is_refused() -> None:
    parts = parts_of(p("It cost 10"))
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + str(parts["word/document.xml"])
    data = packed({**parts, "word/document.xml": xml.encode("utf-16")})
    with pytest.raises(UsageError, match="not in UTF-8"):
        put(data, ("It cost 10", "10"))


def test_of_several_drafts_only_the_own_results_count() -> None:
    data = whole(p("It cost 10"))
    text = read_bytes(data, "draft.docx")
    other = attrs.evolve(result(text, Span(0, 2)), statement=Statement("It", draft="other.docx"))
    report: Report = attrs.evolve(made.report(), results=(other,))
    assert commented(report, text, data) == data


SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.slow
@pytest.mark.skipif(
    SOFFICE is None, reason="no LibreOffice on this machine (Debian: apt-get install libreoffice-writer)"
)
def test_libreoffice_opens_it_and_has_the_words_and_the_comments(tmp_path: Path) -> None:
    body = "".join(one for name, (one, _) in CASES.items() if "equation" not in name)
    data = whole(body)
    text = read_bytes(data, "draft.docx")
    at = text.content.index("10 million")
    results = tuple(result(text, Span(at, at + 10), span) for span in (Span(0, 2), Span(3, 10), Span(0, 10)))
    (tmp_path / "draft.docx").write_bytes(commented(attrs.evolve(made.report(), results=results), text, data))
    (tmp_path / "before.docx").write_bytes(data)
    for name in ("draft", "before"):
        command = [
            str(SOFFICE),
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "odt",
        ]
        subprocess.run([*command, f"{name}.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=240)
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    trees = {}
    for name in ("draft", "before"):
        trees[name] = ElementTree.fromstring(zipfile.ZipFile(tmp_path / f"{name}.odt").read("content.xml"))
    comments = list(trees["draft"].iter(f"{{{office}}}annotation"))
    assert ["Another figure." in "".join(one.itertext()) for one in comments] == [True] * 3
    for parent in trees["draft"].iter():
        for one in list(parent):
            if one.tag == f"{{{office}}}annotation":
                tail = one.tail
                one.clear()
                one.tail = tail
    words = {name: "".join("".join(tree.itertext()).split()) for name, tree in trees.items()}
    assert words["draft"] == words["before"]
