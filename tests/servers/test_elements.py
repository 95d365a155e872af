"""A draft in elements: findings come back by id, at the words that were sent."""

from __future__ import annotations

from typing import Any

import pytest

from quotecheck.servers.desk import Desk

SOURCE = {
    "name": "talk.txt",
    "text": "“We don’t seek war & we keep the old mill,” Ada Brook said.\n\n“It cost $10.0 million,” she added.\n",
}


def asked(**values: Any) -> dict[str | None, Any]:
    answer = Desk(version="1").answer("elements", {"sources": [SOURCE], **values})
    return {one["id"]: one for one in answer["elements"]}


def errors(element: Any) -> list[tuple[str, str]]:
    return [(one["code"], one["exact"]) for one in element["findings"] if one["severity"] == "error"]


def test_words_and_the_speaker_of_the_element_before() -> None:
    found = asked(
        elements=[
            {"id": "p1", "text": "“We don’t seek war & we keep the old mill,” Ada Brook said."},
            {"id": "p2", "text": "The hall was full."},
            {"id": "p3", "text": "“It cost $100 million,” she added."},
        ]
    )
    assert [found[id]["outcome"] for id in ("p1", "p2", "p3")] == ["pass", None, "fail"]
    assert errors(found["p3"]) and None not in found


SENT = [
    ("<p>“It cost <b>$100</b> million,” Ada Brook said.</p>", "$100"),
    ("<p>caf&eacute; &amp; “It cost $100 million,” Ada Brook said.</p>", "$100"),
    ("<blockquote><p>It cost $100 million</p><cite>Ada Brook</cite></blockquote>", "$100"),
]


@pytest.mark.parametrize(("html", "words"), SENT)
def test_offsets_count_in_the_html_that_was_sent(html: str, words: str) -> None:
    (found,) = asked(elements=[{"id": "b", "html": html}]).values()
    for one in found["findings"]:
        if one["severity"] == "error":
            assert words in html[one["start"] : one["end"]]
    assert found["outcome"] == "fail" and errors(found)


def test_offsets_count_in_the_words_that_were_sent() -> None:
    words = "Ada Brook said: “We seek war & we keep the old mill.”"
    (found,) = asked(elements=[{"id": "b", "text": words}]).values()
    spans = [words[one["start"] : one["end"]] for one in found["findings"] if one["code"] == "QC402"]
    assert spans and all(span in words for span in spans)
    (statement,) = found["statements"]
    assert words[statement["start"] : statement["end"]] == "We seek war & we keep the old mill."


def test_short_paragraphs_of_html_are_kept() -> None:
    found = asked(elements=[{"id": "n", "html": "<nav><p>“It cost $100 million,” Ada Brook said.</p></nav>"}])
    assert found["n"]["outcome"] == "fail"


def test_one_piece_of_html_by_the_ids_in_it() -> None:
    html = (
        "<h2>Said</h2><div id=all><p id=a>“It cost $100 million,” Ada Brook said.<p id=b>The hall was full.</p>"
        "<p>“We seek war & we keep the old mill,” Ada Brook said.</p></div><p>“It cost $9 million,” Ada Brook said.</p>"
    )
    found = asked(html=html)
    assert list(found) == ["all", "a", "b", None]
    assert [found[id]["outcome"] for id in found] == ["fail", "fail", None, "fail"]
    spot = next(one for one in found["a"]["findings"] if one["severity"] == "error")
    assert "$100" in html[spot["start"] : spot["end"]]


@pytest.mark.parametrize(("zone", "said"), [("headline", True), (None, False)])
def test_a_zone_is_taken_from_the_caller(zone: str | None, said: bool) -> None:
    element = {"id": "h", "text": "“We keep the mill,” Ada Brook said", "zone": zone}
    (found,) = asked(elements=[element]).values()
    assert ("QC509" in [one["code"] for one in found["findings"]]) is said
