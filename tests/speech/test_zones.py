"""Headlines, captions and blocks of drafts, and what a draft stresses inside a quotation."""

from __future__ import annotations

from pathlib import Path

from quotecheck.model import Statement, Zone
from quotecheck.reading import read_bytes
from quotecheck.speech.statements import extract

PAGE = b"""<html><body><article><h1>\xe2\x80\x9cWe will not sell,\xe2\x80\x9d Ada Brook says</h1>
<p>It rained all day in the town, and the hall was full. \xe2\x80\x9cWe will <em>not</em> sell the harbour to
anybody,\xe2\x80\x9d Ada Brook
<a href="https://a.example/s#:~:text=We%20will">said</a>. Nobody else in the hall had a word to say to this.</p>
<figure><figcaption>\xe2\x80\x9cIt is a fine pier,\xe2\x80\x9d Ben Cole said.</figcaption></figure>
<blockquote><p>The pier was built by our own hands.</p></blockquote></article></body></html>"""


def found(data: bytes, name: str) -> dict[str, Statement]:
    return {one.text: one for one in extract(read_bytes(data, name)) if one.kind.value == "direct"}


def test_a_web_page_says_its_zones_its_stress_and_its_links() -> None:
    told = found(PAGE, "page.html")
    zones = {text.split()[0] + " " + text.split()[1]: one.zone for text, one in told.items()}
    assert zones["It is"] is Zone.CAPTION
    said = next(one for text, one in told.items() if "harbour" in text)
    assert [span.of(said.text) for span in said.emphasis] == ["not"]
    assert (said.zone, said.source) == (Zone.BODY, "https://a.example/s#:~:text=We%20will")
    assert any(one.zone is Zone.HEADLINE for one in told.values())
    assert any(one.zone is Zone.BLOCK for one in told.values())


def test_markdown_says_its_own() -> None:
    draft = (
        "# “We will not sell,” says Ada Brook\n\n“We will *not* sell the harbour,” Ada Brook said.\n\n"
        "Ben Cole said:\n\n> The pier was built by our own hands.\n"
    )
    told = found(draft.encode(), "draft.md")
    assert {one.zone for one in told.values()} == {Zone.HEADLINE, Zone.BODY, Zone.BLOCK}
    said = next(one for text, one in told.items() if "harbour" in text)
    assert [span.of(said.text) for span in said.emphasis] == ["not"]


def test_a_text_without_marks_carries_no_emphasis() -> None:
    assert read_bytes(b"We will not sell.", "speech.txt").emphases is None
    assert read_bytes(b"We will not sell.", "speech.md").emphases == ()
    assert Path("speech.md").suffix == ".md"
