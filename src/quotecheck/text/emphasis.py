"""Emphasis in plain text and Markdown: ``*so*``, ``**so**``, ``_so_``. What it means for a quotation is not asked."""

from __future__ import annotations

from typing import Final

import regex

from quotecheck.model import Span

_MARKED: Final = regex.compile(
    r"(?<![\w*])(?P<star>\*{1,3}+)(?P<in>[^\s*](?:[^*\n]{0,300}?[^\s*])?)(?P=star)(?![\w*])"
    r"|(?<![\w_])(?P<line>_{1,3}+)(?P<on>[^\s_](?:[^_\n]{0,300}?[^\s_])?)(?P=line)(?![\w_])"
)


def emphases(content: str) -> tuple[Span, ...]:
    """What stands between marks of emphasis, without them, in order of place.

    Args:
        content: A text. A lone star or underscore, a list's bullet and ``snake_case`` are no marks.
    """
    if "*" not in content and "_" not in content:
        return ()
    return tuple(Span(*match.span("in" if match["star"] else "on")) for match in _MARKED.finditer(content))
