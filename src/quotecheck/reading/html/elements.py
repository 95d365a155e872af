"""What is known of HTML's elements: which begin a block, which are not shown, which stand round an article. Data."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from typing import Final

BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
"""Elements whose tags part paragraphs."""

CELLS: Final = frozenset(("td", "th"))
VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end tag."""

UNSHOWN: Final = frozenset(
    "annotation audio button canvas datalist del dialog map math-annotation object rp rt s select strike svg template "
    "video".split()
)
"""Elements whose words are not shown, are no text (a button's), or are struck out."""

CLOSES: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "tbody": (frozenset(("tr", "tbody", "thead", "tfoot")), frozenset(("table",))),
    "tfoot": (frozenset(("tr", "tbody", "thead", "tfoot")), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
"""Start tag → (elements it ends if they are open, elements beyond which it does not look)."""

BARRIERS: Final = frozenset(("table", "td", "th", "caption", "body", "html"))
"""Elements that an end tag inside them does not close."""


class Box(enum.Enum):
    """A part of a page that may be its article, or stands round it."""

    ARTICLE = "article"
    MAIN = "main"
    BODY = "article body"
    AROUND = "around"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    FORM = "form"


_BY_NAME: Final = {
    "article": Box.ARTICLE,
    "main": Box.MAIN,
    "nav": Box.AROUND,
    "header": Box.HEADER,
    "footer": Box.FOOTER,
    "aside": Box.ASIDE,
    "form": Box.FORM,
}
_BY_ROLE: Final = {
    "article": Box.ARTICLE,
    "main": Box.MAIN,
    "alertdialog": Box.AROUND,
    "banner": Box.AROUND,
    "complementary": Box.AROUND,
    "contentinfo": Box.AROUND,
    "dialog": Box.AROUND,
    "menu": Box.AROUND,
    "menubar": Box.AROUND,
    "navigation": Box.AROUND,
    "search": Box.AROUND,
    "toolbar": Box.AROUND,
}
_BY_CLASS: Final = frozenset(
    "advert advertisement ads banner breadcrumb breadcrumbs comments consent cookie cookies cookiebanner disqus gdpr "
    "masthead menu modal navbar navigation navbox newsletter outbrain overlay pager pagination paywall popup promo "
    "recommended recommendations related share sharing sidebar skiplink social sponsored subscribe subscription "
    "taboola toolbar trending".split()
)
_HIDDEN_CLASSES: Final = frozenset(
    ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only", "u-visually-hidden")
)
_OPENED: Final = {"dialog": "open", "template": "shadowrootmode"}
"""Unshown elements that are shown where they have this attribute."""
_HIDDEN_STYLE: Final = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST: Final = 500  # code points of a class or id that are looked at


def is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    """True if an element's words do not stand there to be read."""
    if name in ("html", "body"):
        return False  # scripts show them when the page has come
    if name in UNSHOWN and _OPENED.get(name) not in attributes:
        return True
    if attributes.get("role") == "doc-backlink":
        return True
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")[:_LONGEST]):
        return True
    return not _HIDDEN_CLASSES.isdisjoint(attributes.get("class", "")[:_LONGEST].lower().split())


def box_of(name: str, attributes: Mapping[str, str]) -> Box | None:
    """What part of a page an element is, by its name, its role, its class or its id; None for most."""
    role = _BY_ROLE.get(attributes.get("role", "").strip().lower())
    if role is not None:
        return role
    if attributes.get("itemprop") == "articleBody":
        return Box.BODY
    if name in ("article", "header", "main", "nav"):
        return _BY_NAME[name]
    if name in ("html", "body", "a", "span", "p", "h1"):
        return None
    names = f"{attributes.get('class', '')[:_LONGEST]} {attributes.get('id', '')[:_LONGEST]}"
    words = {word.lower() for word in _WORDS.findall(names)}
    return _BY_NAME.get(name) if _BY_CLASS.isdisjoint(words) else Box.AROUND
