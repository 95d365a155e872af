"""Linked data as candidates: quotations and reviewed claims of pages, annotations; and highlights as a source."""

from __future__ import annotations

import io
import json
import time

import pytest

from quotecheck import Checker, Statement
from quotecheck.model import Fidelity, Kind
from quotecheck.model.errors import ReadingError
from quotecheck.reading import Candidate, Unread, read_bytes, read_candidates
from quotecheck.reading.formats import format_of


def read(file: str, name: str = "list.json") -> list[Candidate | Unread]:
    return list(read_candidates(io.BytesIO(file.encode()), name))


def linked(*nodes: dict[str, object]) -> str:
    return json.dumps({"@context": "https://schema.org", "@graph": list(nodes)}, indent=1)


SAID = {"@type": "Quotation", "text": "We will not sell."}
WORDS = {"type": "TextQuoteSelector", "exact": "We will not sell.", "prefix": "So "}


def annotation(selector: object, **more: object) -> str:
    target = {"source": "https://example.org/a", "selector": selector}
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "items": [{"type": "Annotation", "target": target, **more}]}
    return json.dumps(page, indent=1)


# the file; text, kind, speaker, source of its one candidate
CASES: dict[str, tuple[str, tuple[str, Kind, str | None, str | None]]] = {
    "a quotation": (linked(SAID), ("We will not sell.", Kind.DIRECT, None, None)),
    "its speaker": (
        linked({**SAID, "spokenByCharacter": {"@type": "Person", "name": "Ada Brook"}, "author": {"name": "A Paper"}}),
        ("We will not sell.", Kind.DIRECT, "Ada Brook", None),
    ),
    "its creator, as a word": (
        linked({**SAID, "creator": ["Ada Brook"]}),
        ("We will not sell.", Kind.DIRECT, "Ada Brook", None),
    ),
    "its source": (
        linked({**SAID, "isBasedOn": {"@type": "Article", "url": "https://example.org/a", "name": "A"}}),
        ("We will not sell.", Kind.DIRECT, None, "https://example.org/a"),
    ),
    "its source, as an address": (
        linked({**SAID, "citation": "https://example.org/a"}),
        ("We will not sell.", Kind.DIRECT, None, "https://example.org/a"),
    ),
    "within an article": (
        linked(
            {"@type": "NewsArticle", "hasPart": [{"@type": ["Thing", "http://schema.org/Quotation"], "text": "So."}]}
        ),
        ("So.", Kind.DIRECT, None, None),
    ),
    "a reviewed claim": (
        linked(
            {
                "@type": "ClaimReview",
                "claimReviewed": "The yard was sold",
                "author": {"name": "A Paper"},
                "itemReviewed": {
                    "@type": "Claim",
                    "author": {"name": "Ben Cole"},
                    "appearance": [{"url": "https://x.org"}],
                },
            }
        ),
        ("The yard was sold", Kind.INDIRECT, "Ben Cole", "https://x.org"),
    ),
    "an annotation": (annotation(WORDS), ("We will not sell.", Kind.DIRECT, None, "https://example.org/a")),
    "an annotation with several selectors": (
        annotation([{"type": "TextPositionSelector", "start": 3, "end": 4}, WORDS]),
        ("We will not sell.", Kind.DIRECT, None, "https://example.org/a"),
    ),
    "a page": (
        f'<html><script>"@type"</script>\n<script type="application/ld+json">{linked(SAID)}</script><p>x</p>',
        ("We will not sell.", Kind.DIRECT, None, None),
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_candidates(case: str) -> None:
    """One candidate: its words, who said them, where."""
    file, wanted = CASES[case]
    (found,) = read(file)
    assert isinstance(found, Candidate)
    one = found.statement
    assert (one.text, one.kind, one.speaker, one.source) == wanted
    assert found.quoted is (one.kind is Kind.DIRECT)
    assert one.text in file.splitlines()[found.line - 1]


NONE = {
    "our own findings": annotation(WORDS, id="urn:quotecheck:1"),
    "a place without words": annotation({"type": "TextPositionSelector", "start": 3, "end": 4}),
    "other things": linked({"@type": "Person", "name": "Ada Brook"}, {"@type": "Quotation"}, {"@type": "ClaimReview"}),
    "a page without": "<html><p>We will not sell.</p></html>",
}


@pytest.mark.parametrize("case", NONE, ids=str)
def test_no_candidates(case: str) -> None:
    """Nobody is said to have said anything there."""
    assert read(NONE[case]) == []


def test_a_script_that_is_broken_is_told_with_its_line() -> None:
    """And the others are read."""
    script = '<script type="application/ld+json">'
    page = f"<html>\n{script}{{oops</script>\n{script}{linked(SAID)}</script>"
    broken, found = read(page, "page.html")
    assert isinstance(broken, Unread) and broken.line == 2 and "not JSON-LD" in broken.error.message
    assert isinstance(found, Candidate)


def test_lists_stay_lists() -> None:
    """JSON Lines that speak of a context, a table, an array."""
    (found,) = read('{"text": "We will not sell.", "note": "a {context}"}\n', "list.jsonl")
    assert isinstance(found, Candidate) and found.statement.text == "We will not sell."
    (broken,) = read('{\n"text": "We will not sell."}\n', "list.jsonl")[:1]
    assert isinstance(broken, Unread)
    with pytest.raises(ReadingError, match="not one array"):
        read('[\n{"text": "a"}]')


HOSTILE = {
    "deep": '{"@context": "x", "a": ' + '{"a":' * 100_000,
    "wide": '{"@context": "x", "a": [' + "{}," * 100_000 + "{}]}",
    "scripts": '<html><script type="application/ld+json">' * 30_000,
    "tags": "<html>" + "<script " * 200_000,
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_hostile_files_end_in_time(case: str) -> None:
    """Read or refused."""
    begun = time.process_time()
    read(HOSTILE[case])
    assert time.process_time() - begun < 8


ZOTERO = [
    {
        "key": "A1",
        "data": {
            "itemType": "annotation",
            "annotationType": "highlight",
            "annotationText": "We will not\nsell.",
            "annotationComment": "They will sell!",
            "annotationPageLabel": "3",
        },
    },
    {"data": {"itemType": "annotation", "annotationText": "The town paid.", "annotationPageLabel": "iv"}},
    {"data": {"itemType": "annotation", "annotationType": "note", "annotationComment": "So?"}},
]
CLOUD = {
    "pages": [{"page": 0, "contents": "We will not\nsell.", "ocr": "tess4"}, {"page": 1, "contents": "The town paid."}]
}


def test_highlights_of_zotero() -> None:
    """What was highlighted, with its page; the reader's comments are no source; the whole text is not there."""
    text = read_bytes(json.dumps(ZOTERO).encode(), "items.json")
    assert text.content == "The town paid.\n\nWe will not\nsell."
    assert text.place(text.content.index("sell")).page == 3 and text.place(0).page is None
    assert "incomplete" in [problem.code for problem in text.problems]
    result = Checker([text]).check(Statement("They will sell"))
    assert result.verdict is not None and result.verdict.value == "absent"
    assert "QC505" in {finding.code.value for finding in result.findings}


def test_page_text_of_documentcloud() -> None:
    """Its pages count from 0; a page that a machine read makes the source a machine's."""
    file = json.dumps(CLOUD)
    text = read_bytes(file.encode(), "doc.txt.json")
    assert text.content == "We will not\nsell.\n\nThe town paid."
    assert [text.place(text.content.index(word)).page for word in ("sell", "paid")] == [1, 2]
    assert text.fidelity is Fidelity.MACHINE
    for run in text.origin.runs or ():
        assert json.loads(f'"{run.file.of(file)}"') == text.words(run.content)


BAD = {
    "notes of DocumentCloud": (
        '{"results": [{"page_number": 3, "content": "x", "x1": 0}]}',
        "hold the words of who",
    ),
    "nothing highlighted": ('[{"annotationText": ""}]', "no highlighted passage"),
    "cut off": ('[{"annotationText": "We', "not JSON"),
    "deep": ('[{"annotationText": "a", "data": ' + "[" * 100_000, "nested deeper"),
}


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_passages(case: str) -> None:
    """What is wrong."""
    file, message = BAD[case]
    with pytest.raises(ReadingError, match=message):
        read_bytes(file.encode(), "items.json")


def test_other_json_is_no_source_of_passages() -> None:
    """A program's settings."""
    assert "highlights" not in format_of(b'{"contents": "a", "pages": 3}', "a.json").name
    assert "highlights" in format_of(json.dumps(CLOUD).encode(), "a.json").name
