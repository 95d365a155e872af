"""Links that open a page at words: text fragments. Nothing is fetched, and only web addresses become links.

``#:~:text=prefix-,start,end,-suffix`` (wicg.github.io/scroll-to-text-fragment): whole words, each part percent-encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from quotecheck.model.errors import UNSHOWN

_ENDS = 5  # words that name where a long passage begins, and where it ends
_CONTEXT = 3  # words that tell a short passage from its like
_SHORT = 8  # words up to which a passage is named whole
_WORD = re.compile(r"\S+")


def web_address(address: str | None) -> str | None:
    """``address`` if it is one of the web and nothing else; None for anything that could run or mislead."""
    if not address or UNSHOWN.search(address) or any(char.isspace() for char in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else None


def link_to(address: str | None, exact: str, prefix: str = "", suffix: str = "") -> str | None:
    """A link that opens a page with a passage marked; None if the address is not of the web.

    Args:
        address: Where the page was found.
        exact: The passage's words.
        prefix: Words before it.
        suffix: Words after it.
    """
    page = web_address(address)
    words = _WORD.findall(exact)
    if page is None or not words:
        return page
    page, _, anchor = page.partition("#")
    anchor = anchor.partition(":~:")[0]
    if len(words) > _SHORT:
        directive = f"{_encoded(words[:_ENDS])},{_encoded(words[-_ENDS:])}"
    else:
        before, after = _whole(prefix, last=True), _whole(suffix, last=False)
        directive = _encoded(words)
        directive = f"{_encoded(before)}-,{directive}" if before else directive
        directive = f"{directive},-{_encoded(after)}" if after else directive
    return f"{page}#{anchor}:~:text={directive}"


def _whole(text: str, *, last: bool) -> list[str]:
    """Some whole words next to a passage, of its own line only: a part of a fragment stands in one block."""
    if last:
        near = text.rpartition("\n")[2]
        words = _WORD.findall(near)
        return words[1:][-_CONTEXT:] if near and near[-1].isspace() else []
    near = text.partition("\n")[0]
    words = _WORD.findall(near)
    return words[:-1][:_CONTEXT] if near and near[0].isspace() else []


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
