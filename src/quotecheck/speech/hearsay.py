"""Who cannot have said a quotation, by what its source says beside it: given to somebody wrongly, described anew."""

from __future__ import annotations

from typing import Final

import regex

from quotecheck.model import Span, Voice

REACH: Final = 300
"""Code points behind a quotation that are read."""
_GIVEN: Final = r"(?:given|attributed|ascribed|credited|misattributed)"
_NAME: Final = r"(?P<name>[^.;:!?“”\"\n]{2,60}?)(?=[.;,:]|\s(?:but|though|although|yet)\b)"
_OFTEN: Final = r"(?:often|usually|widely|commonly|frequently|popularly|sometimes|generally|long|still)"
_WRONGLY: Final = r"(?:wrongly|falsely|mistakenly|incorrectly|erroneously|misleadingly|apocryphally)"
_IS: Final = r"[”\"’]?\s(?:is|was|are|were|has\sbeen|have\sbeen|gets)\s"
_DISOWNED: Final = regex.compile(rf"{_IS}(?:{_OFTEN}\s)?(?:{_WRONGLY}\s{_GIVEN}|misattributed)\s(?:to|with)\s{_NAME}")
_HEARSAY: Final = regex.compile(rf"{_IS}{_OFTEN}\s{_GIVEN}\sto\s{_NAME}")
SCENE: Final = 1500
"""Code points before a quotation in which somebody has just spoken."""
_VERBS: Final = r"(?:said|says|asked|replied|cried|answered|added|exclaimed|continued|observed|remarked|told)"
_BY_LOOKS: Final = regex.compile(
    r"(?:the|a|an)\s(?:[\w-]+\s){1,2}(?:in|with)\s(?:the|a|an|his|her)\s\w", regex.IGNORECASE
)
# What is said of it next: that it is somebody else's, or that the one named never said it.
_CORRECTED: Final = regex.compile(
    r"\A[.;,:]?\s(?:but\s|though\s|although\s|yet\s|in\sfact,?\s|in\sreality,?\s|actually,?\s)?"
    r"(?:(?:it|they|this|the\s(?:line|words|phrase|saying|quotation))\s(?:actually\s|really\s|in\sfact\s)?"
    r"(?:comes?\sfrom|came\sfrom|(?:is|was|are|were)\s(?:first\s)?(?:by|from|written|said|coined|penned|used|not)|"
    r"appears?\sin|appeared\sin|originates?|originated|dates?\sfrom)"
    r"|(?:there\sis\s)?no\s(?:evidence|record)|(?:he|she|they)\s(?:never|did\snot|didn['’]t))",
    regex.IGNORECASE,
)


def described_beside(given: str, voice: Voice, content: str) -> bool:
    """True if one who has just spoken by name cannot be the one described by looks: "the man in the white coat".

    Args:
        given: A name.
        voice: Somebody who speaks.
        content: The source.
    """
    if voice.mention is None or not given[:1].isupper():
        return False
    if not _BY_LOOKS.match(content, voice.mention.start, min(len(content), voice.mention.end + 40)):
        return False
    name = regex.escape(given.split()[-1])
    start = voice.parts[0].start
    before = content[max(0, start - SCENE) : start]
    spoken = rf"{_VERBS}\s(?:\p{{Lu}}[\w.]*\s){{0,2}}{name}\b(?=[.,;:])|\b{name}\s{_VERBS}\b"
    return regex.search(spoken, before) is not None


def wrongly_given_to(content: str, span: Span) -> str | None:
    """The one to whom a source says that a quotation is given wrongly; None if it says so of nobody.

    Args:
        content: The source.
        span: The words of the quotation, or the last of them.
    """
    window = content[span.end : span.end + REACH].lstrip(".,!?…")
    disowned = _DISOWNED.match(window)
    if disowned is not None:
        return disowned["name"].strip()
    told = _HEARSAY.match(window)
    if told is None or not _CORRECTED.match(window[told.end() :]):
        return None
    return told["name"].strip()
