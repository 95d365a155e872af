"""Web pages: the article and not its menus, what a page says of itself, walls; by our own rules and with the extra."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from quotecheck.model import Text
from quotecheck.reading import read_bytes, read_file

SITE = Path("fixtures/html/news-site.html")
SEED = next(Path("seeds").glob("*.txt")).read_text(encoding="utf-8")


@pytest.fixture(params=["own rules", "with the extra"])
def rules(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of telling the article, where the extra is installed."""
    if request.param == "own rules":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    elif importlib.util.find_spec("trafilatura") is None:
        pytest.skip("trafilatura is not installed")
    return str(request.param)


def paragraphs(words: str) -> list[str]:
    return [one.strip() for one in words.split("\n") if one.strip()]


@pytest.mark.parametrize("name", ["news-site", "chromium-saved", "windows-1252", "pandoc", "libreoffice"])
@pytest.mark.usefixtures("rules")
def test_the_whole_article_and_no_word_of_the_site(name: str) -> None:
    """Every paragraph of the article in order; nothing of menus, boxes, comments and footers."""
    content = read_file(f"fixtures/html/{name}.html").content
    found = [one for one in paragraphs(content) if one in {" ".join(part.split()) for part in paragraphs(SEED)}]
    assert found == [" ".join(part.split()) for part in paragraphs(SEED)]
    for other in ("cookies", "World", "newsletter", "We will not wait", "promised them", "Every word", "Subscribe"):
        assert other not in content


@pytest.mark.usefixtures("rules")
def test_captions_and_bylines_are_of_the_article() -> None:
    """A caption is quoted and checked as any paragraph is."""
    content = read_file(SITE).content
    assert "A column of tanks north of Kyiv, seen from the road. Photo: C. Dahl" in content
    assert "By Ada Brook, 4 March 2022" in content


PROSE = "The minister said on Monday that the bridge would open in May, and that nobody would pay to cross it."
OTHER = "Another story altogether, which has its own words and its own people, and stands on this page as well."
MENU = "<ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/m>Money and markets</a></ul>"

KEPT = {
    "in an article": (f"<nav>{MENU}</nav><article><p>{PROSE}</p></article><footer>Imprint</footer>", PROSE),
    "without an article": (f"<div>{MENU}</div><div><p>{PROSE}</p></div>", PROSE),
    "its heading stands before it": (
        f"<header><h1>Bridge opens</h1></header><article>{PROSE}</article>",
        f"Bridge opens\n\n{PROSE}",
    ),
    "in main": (f"<div class=sidebar><p>{OTHER}</p></div><main><p>{PROSE}</p></main>", PROSE),
    "by its role": (f"<div role=navigation><p>{OTHER}</p></div><div role=main><p>{PROSE}</p></div>", PROSE),
    "in a form, as old servers write it": (f"<form action=x><p>{PROSE}</p></form>", PROSE),
    "in a class that says more than it is": (
        f"<div class='content with-sidebar comments-open'><p>{PROSE}</p></div>",
        PROSE,
    ),
    "in an aside": (f"<article><p>{PROSE}</p><aside><p>{OTHER}</p></aside></article>", f"{PROSE}\n\n{OTHER}"),
    "a pull quote is the article's again": (f"<article><p>{PROSE}</p><aside>“Nobody pays”</aside></article>", PROSE),
    "a linked paragraph is a sentence": (
        f"<article><p><a href=x>{PROSE}</a></p><p>{PROSE}</p></article>",
        f"{PROSE}\n\n{PROSE}",
    ),
    "a linked list is none": (f"<article><p>{PROSE}</p><p><a href=x>More: the old bridge</a></p></article>", PROSE),
    "two articles of one size": (f"<article>{PROSE}</article><article>{OTHER}</article>", f"{PROSE}\n\n{OTHER}"),
    "a comment is no article": (f"<article>{PROSE}</article><div id=comments><article>{OTHER}</article></div>", PROSE),
    "short words only": ("<p>Yes.</p><p>No.</p>", "Yes.\n\nNo."),
    "nothing but a menu": (f"<nav>{MENU}</nav>", "Home\n\nWorld\n\nMoney and markets"),
}


@pytest.mark.parametrize("case", KEPT, ids=str)
def test_what_is_kept(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By our own rules; a doubtful part is kept."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page, content = KEPT[case]
    assert read(page).content == content


def read(body: str, head: str = "", attributes: str = "") -> Text:
    page = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "page.html")


def page(body: str, head: str = "", attributes: str = "") -> tuple[str, str, str]:
    return body, head, attributes


def data(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(values)}</script>'


def test_what_a_page_says_of_itself() -> None:
    """Title, date and language of a real page."""
    text = read_file(SITE)
    assert text.title == "NATO Won’t Risk Broader Russia War With a Ukraine No-Fly Zone"
    assert (text.date, text.language) == ("2022-03-04T14:02:00Z", "en")


ABOUT = {
    "title": (page("x", "<title> A &amp;\n B </title>"), "title", "A & B"),
    "title as shared": (page("x", "<title>A | Site</title><meta property=og:title content='A'>"), "title", "A"),
    "title as data": (page("x", data(**{"@type": "NewsArticle", "headline": "A &amp; B"})), "title", "A & B"),
    "title by its heading": (page("<h1>The <i>bridge</i></h1><p>x"), "title", "The bridge"),
    "date": (page("x", "<meta property='article:published_time' content='2024-05-01'>"), "date", "2024-05-01"),
    "language": (page("x", attributes="lang=de-AT"), "language", "de-AT"),
    "language as shared": (page("x", "<meta property=og:locale content=fr_FR>"), "language", "fr-FR"),
    "language that is none": (page("x", attributes="lang='{{lang}}'"), "language", None),
    "author of an opinion": (
        page("x", data(**{"@type": "OpinionNewsArticle", "author": [{"name": "Ada Brook"}, {"name": "Ben Cole"}]})),
        "author",
        "Ada Brook, Ben Cole",
    ),
    "a reporter is no author of what others say": (
        page("x", data(**{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada Brook"}})),
        "author",
        None,
    ),
    "an organisation does not speak": (
        page("x", data(**{"@type": "BlogPosting", "author": {"@type": "Organization", "name": "Northsea"}})),
        "author",
        None,
    ),
    "data in a graph": (
        page("x", data(**{"@graph": [{"@type": ["Thing", "Article"], "headline": "A"}]})),
        "title",
        "A",
    ),
    "data that is broken": (page("x", "<script type='application/ld+json'>{[</script><title>A</title>"), "title", "A"),
    "data of the wrong kind": (
        page("x", data(**{"@type": 3, "headline": {}, "author": 7}) + "<title>A</title>"),
        "title",
        "A",
    ),
}


@pytest.mark.parametrize("case", ABOUT, ids=str)
def test_about(case: str) -> None:
    """Data over meta tags over the title; nothing is made of what is broken."""
    parts, key, value = ABOUT[case]
    assert getattr(read(*parts), key) == value


LONG = f"<article><p>{PROSE}</p></article>" + "".join(f"<p>{PROSE}</p>" for _ in range(60))
FREE_NOT = data(**{"@type": "NewsArticle", "isAccessibleForFree": "False"})
WALLS = {
    "a pay wall": page(f"<article><p>{PROSE}</p></article><div class=paywall>Subscribe to continue reading.</div>"),
    "for members": page(f"<p>{PROSE}</p><p>This article is only for paying subscribers.</p>"),
    "in German": page(f"<p>{PROSE}</p><p>Dieser Artikel ist nur für Abonnenten.</p>"),
    "in French": page(f"<p>{PROSE}</p><p>Il vous reste 72.5% de cet article à lire.</p>"),
    "by its data": page(f"<p>{PROSE}</p>", FREE_NOT),
    "by its count of words": page(
        LONG, data(**{"@type": "NewsArticle", "isAccessibleForFree": False, "wordCount": 9000})
    ),
    "cookies": page("<div><h2>We value your privacy</h2><p>We and our partners use cookies.</p></div>"),
    "a gate": page("<h1>Just a moment</h1><p>Checking your browser before you enter. Please enable JavaScript.</p>"),
}
NO_WALLS = {
    "an offer to subscribe": page(f"<article><p>{PROSE}</p></article><p>Subscribe to our newsletter.</p>"),
    "a saved page that is whole": page(LONG, FREE_NOT),
    "an article on cookies": page(f"<article>{f'<p>{PROSE} Cookies need consent.</p>' * 9}</article>"),
    "speaking of subscribers": page(f"<p>{PROSE}</p><p>“Our subscribers will continue reading,” she said.</p>"),
    "short, and no more": page("<h1>Correction</h1><p>The minister’s name is Brook.</p>"),
}


@pytest.mark.parametrize("case", WALLS, ids=str)
def test_a_wall_is_noticed(case: str) -> None:
    """The source seems cut off (QC505): what is not found in it may stand behind the wall."""
    problems = read(*WALLS[case]).problems
    assert {problem.code for problem in problems} == {"incomplete"}
    assert not any(problem.fatal for problem in problems)


@pytest.mark.parametrize("case", NO_WALLS, ids=str)
def test_no_wall_is_imagined(case: str) -> None:
    """Words about subscribing stand on every page."""
    assert read(*NO_WALLS[case]).problems == ()


def test_the_extra_only_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words are never read as ours, what it loses between its blocks stays, and its faults do no harm."""
    page = f"<div><p>{PROSE}</p><p>Yes.</p><p>{OTHER}</p></div><div><p>Short tail</p></div>"

    class Extractor:
        answer: object = f"{PROSE}\n{OTHER}\nWords that do not stand in the page at all, not one of them."

        @classmethod
        def extract(cls, source: str, **options: object) -> object:
            if isinstance(cls.answer, Exception):
                raise cls.answer
            return cls.answer

    monkeypatch.setitem(sys.modules, "trafilatura", Extractor)
    assert read(page).content == f"{PROSE}\n\nYes.\n\n{OTHER}"
    for answer in (None, "", "words of nothing in this page", RecursionError()):
        Extractor.answer = answer
        assert read(page).content == f"{PROSE}\n\nYes.\n\n{OTHER}\n\nShort tail"
