"""Linked data read as candidates: what a page's markup, or annotations, say that somebody said.

``Quotation`` and ``ClaimReview`` of schema.org in JSON-LD (in a file of its own, or in a page's scripts), and Web
Annotations (w3.org/TR/annotation-model) whose target has a ``TextQuoteSelector``. Nothing is fetched: a context is
taken to be schema.org's or the annotations' own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quotecheck.model.errors import ReadingError
from quotecheck.model.statements import Statement
from quotecheck.model.verdicts import Kind
from quotecheck.reading.candidates import Candidate, Unread
from quotecheck.reading.transcripts.located import Broken, Scalar, Value, parse

_SCRIPT: Final = re.compile(r"<script\b(?P<given>[^<>]{0,1000})>", re.IGNORECASE)
_SCRIPT_END: Final = re.compile(r"</script\b", re.IGNORECASE)
_LINKED: Final = re.compile(r"\btype\s{0,9}=\s{0,9}[\"']?\s{0,9}application/ld\+json\b", re.IGNORECASE)
_MOST: Final = 1_000_000  # values that are looked at

Node = Mapping[str, Value]


def looks_linked(text: str) -> bool:
    """True for JSON with a context or with annotations, and for pages."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    return head.startswith("<") or (head.startswith(("{", "[")) and ('"@context"' in text or '"@type"' in text))


def read(text: str, name: str) -> Iterator[Candidate | Unread]:
    """The candidates of a page or of JSON-LD, in order of place.

    Args:
        text: The whole file.
        name: Its name, for messages.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for begin, end in _parts(text):
        try:
            value = parse(text[begin:end], lambda _: True)
        except Broken as error:
            line = bisect_right(starts, begin + error.at)
            fault = ReadingError(f"not JSON-LD: {error.message}", path=name, line=line, code="bad-json")
            yield Unread(line=line, error=fault)
            continue
        for node in _nodes(value):
            yield from _candidates(node, begin, starts)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Where the JSON stands: the whole, or each script of a page that is linked data."""
    if not text[:4096].lstrip("\ufeff \t\r\n").startswith("<"):
        yield 0, len(text)
        return
    at = 0
    while (found := _SCRIPT.search(text, at)) is not None:
        closed = _SCRIPT_END.search(text, found.end())
        end = closed.start() if closed else len(text)
        if _LINKED.search(found["given"]) and text[found.end() : end].strip():
            yield found.end(), end
        at = closed.end() if closed else len(text)


def _nodes(value: Value) -> Iterator[Node]:
    """Every object, in order of place; depth costs nothing."""
    stack: list[Value] = [value]
    for _ in range(_MOST):
        if not stack:
            return
        one = stack.pop()
        if isinstance(one, dict):
            yield one
            stack.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            stack.extend(reversed(one))


def _candidates(node: Node, begin: int, starts: Sequence[int]) -> Iterator[Candidate]:
    kinds = _types(node)
    if "Quotation" in kinds:
        said = _string(node, "text") or _string(node, "name")
        by = _first(node, ("spokenByCharacter", "creator", "author"))
        yield from _made(
            said, Kind.DIRECT, node, by, _first(node, ("isBasedOn", "citation", "isPartOf")), begin, starts
        )
    elif "ClaimReview" in kinds:
        item = node.get("itemReviewed")
        claim: Node = item if isinstance(item, dict) else {}
        seen = _first(claim, ("appearance", "firstAppearance", "isBasedOn"))
        yield from _made(_string(node, "claimReviewed"), Kind.INDIRECT, node, claim.get("author"), seen, begin, starts)
    elif "Annotation" in kinds and not _is_ours(node):
        targets = node.get("target")
        for target in targets if isinstance(targets, list) else [targets]:
            if isinstance(target, dict):
                yield from _made(exact_of(target), Kind.DIRECT, node, None, target.get("source"), begin, starts)


def _made(
    said: Scalar | None,
    kind: Kind,
    node: Node,
    by: Value | None,
    source: Value | None,
    begin: int,
    starts: Sequence[int],
) -> Iterator[Candidate]:
    if said is None or not said.text.strip():
        return
    key = _string(node, "@id") or _string(node, "id")
    statement = Statement(
        " ".join(said.text.split()),
        kind=kind,
        speaker=_name(by),
        source=_address(source),
        id=key.text if key else None,
    )
    yield Candidate(statement=statement, line=bisect_right(starts, begin + said.start), quoted=kind is Kind.DIRECT)


def exact_of(target: Node) -> Scalar | None:
    """The words that a target's selector quotes; None if it quotes none."""
    selectors = target.get("selector")
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if isinstance(selector, dict) and "TextQuoteSelector" in _types(selector):
            return _string(selector, "exact")
    return None


def _is_ours(node: Node) -> bool:
    """True for what quotecheck wrote: a finding is no statement."""
    key = _string(node, "id")
    return key is not None and key.text.startswith("urn:quotecheck:")


def _types(node: Node) -> frozenset[str]:
    value = node.get("@type", node.get("type"))
    listed = value if isinstance(value, list) else [value]
    words = (one.text for one in listed if isinstance(one, Scalar) and one.is_string)
    return frozenset(re.split(r"[/:#]", word)[-1] for word in words)


def _string(node: Node, key: str) -> Scalar | None:
    value = node.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, Scalar) and value.is_string else None


def _first(node: Node, keys: Sequence[str]) -> Value | None:
    return next((node[key] for key in keys if key in node), None)


def _name(value: Value | None) -> str | None:
    """A person's name, given as such or as an object with one."""
    if isinstance(value, list):
        value = value[0] if value else None
    found = _string(value, "name") if isinstance(value, dict) else value
    return " ".join(found.text.split()) or None if isinstance(found, Scalar) and found.is_string else None


def _address(value: Value | None) -> str | None:
    """Where something stands: an address, else a title."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        found = next((one for key in ("url", "@id", "id", "name", "headline") if (one := _string(value, key))), None)
    else:
        found = value if isinstance(value, Scalar) and value.is_string else None
    return found.text.strip() or None if found else None
