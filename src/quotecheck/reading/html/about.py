"""What a page says of itself: title, author, date, language, access. Data only: nothing of it is run or fetched."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from quotecheck.reading.html.blocks import Page

_LARGEST: Final = 1_000_000  # code points of a script of data that is looked at
_MOST: Final = 2_000  # objects in it
_LONGEST: Final = 500  # code points of a title or a name
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}\Z")
_WORKS: Final = frozenset(
    "AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle BackgroundNewsArticle Blog BlogPosting "
    "Book Chapter LiveBlogPosting NewsArticle OpinionNewsArticle Poem Report ReportageNewsArticle ReviewNewsArticle "
    "ScholarlyArticle ShortStory SocialMediaPosting SpeechArticle TechArticle WebPage".split()
)
# In a news report the narration is nobody's: only of these is the one who wrote them the one who speaks.
_OWN_WORDS: Final = frozenset(
    "BlogPosting Book Chapter OpinionNewsArticle Poem ReviewNewsArticle ShortStory SocialMediaPosting".split()
)


@attrs.frozen
class About:
    """What a page says of itself; None is unknown.

    Attributes:
        title: Its title.
        author: Who speaks in it, where it says that it is an opinion, a letter or a story.
        date: When it was published, as given.
        language: BCP 47 tag.
        free: False if it says that not all may read it.
        words: How many words it says that it has.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    free: bool | None = None
    words: int | None = None


def about(page: Page) -> About:
    """What a page says of itself.

    Args:
        page: A page in blocks.
    """
    metas = dict(_metas(page))
    works = [one for one in _objects(page) if not _types(one).isdisjoint(_WORKS)]
    works.sort(key=lambda one: _types(one) <= {"WebPage"})
    return About(
        title=_first(_words(one.get("headline")) for one in works) or metas.get("og:title") or _title(page),
        author=_first(_names(one.get("author")) for one in works if _types(one) & _OWN_WORDS),
        date=_first(_words(one.get("datePublished")) for one in works) or _date(metas),
        language=_language(page, metas, works),
        free=False if any(_is_false(one.get("isAccessibleForFree")) for one in works) else None,
        words=next((count for count in (_count(one.get("wordCount")) for one in works) if count), None),
    )


def _metas(page: Page) -> Iterator[tuple[str, str]]:
    """The first of a name counts."""
    found: dict[str, str] = {}
    for name, attributes, _ in page.raw:
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or ""
            content = _clean(attributes.get("content", ""))
            if key and content:
                found.setdefault(key.lower(), content)
    yield from found.items()


def _title(page: Page) -> str | None:
    return next((_clean(words) for name, _, words in page.raw if name == "title" and words.strip()), None)


def _date(metas: Mapping[str, str]) -> str | None:
    names = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dcterms.created", "pubdate")
    return _first(metas.get(name) for name in names)


def _language(page: Page, metas: Mapping[str, str], works: Iterable[Mapping[str, object]]) -> str | None:
    roots = [attributes for name, attributes, _ in page.raw if name == "html"]
    said = [root.get("lang") or root.get("xml:lang") for root in roots]
    said += [metas.get("content-language"), metas.get("og:locale"), *(_words(one.get("inLanguage")) for one in works)]
    for one in said:
        if one and _LANGUAGE.match(one.strip()):
            return one.strip().replace("_", "-")
    return None


def _objects(page: Page) -> Iterator[Mapping[str, object]]:
    """Every JSON-LD object of a page, however deep, a bounded number of them."""
    waiting: list[object] = []
    for name, attributes, words in page.raw:
        if name == "script" and attributes.get("type", "").lower().startswith("application/ld+json"):
            waiting.append(_parsed(words))
    met = 0
    while waiting and met < _MOST:
        met += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting.extend(one[:_MOST])
        elif isinstance(one, dict):
            yield one
            waiting.extend(one.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one)


def _parsed(words: str) -> object:
    if len(words) > _LARGEST:
        return None
    try:
        return json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return None


def _types(one: Mapping[str, object]) -> set[str]:
    kind = one.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return {name for name in kinds if isinstance(name, str)}


def _names(value: object) -> str | None:
    """A person's name, or several with commas between them."""
    found = [_name(one) for one in (value if isinstance(value, list) else [value])[:9]]
    return ", ".join(name for name in found if name) or None


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        return None if value.get("@type") == "Organization" else _words(value.get("name"))
    return _words(value)


def _words(value: object) -> str | None:
    if not isinstance(value, str) or re.match(r"https?://", value):
        return None
    return _clean(value) or None


def _clean(words: str) -> str:
    return " ".join(html.unescape(words[: 4 * _LONGEST]).split())[:_LONGEST]


def _count(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 8 else None


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.lower() == "false")


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
