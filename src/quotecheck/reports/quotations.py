"""What was verified, as schema.org's markup for a page (JSON-LD): a ``Quotation`` for each quotation that is exact.

A house puts it into the article's page. What did not pass is not in it: markup says to others that this was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from quotecheck.model import Kind, Outcome, Report, Result, Text, Verdict
from quotecheck.reports.fragments import link_to, web_address

Json = dict[str, Any]


def to_quotations(report: Report, texts: Mapping[str, Text]) -> Json:
    """The quotations in words that the sources have, each with who said it and where.

    Args:
        report: What was found.
        texts: Drafts and sources by id.
    """
    return {
        "@context": "https://schema.org",
        "@graph": [_quotation(result, texts) for result in report.results if _is_verified(result)],
    }


def _is_verified(result: Result) -> bool:
    passed = result.outcome in (Outcome.PASS, Outcome.WARN)
    return passed and result.verdict is Verdict.EXACT and result.statement.kind is Kind.DIRECT


def _quotation(result: Result, texts: Mapping[str, Text]) -> Json:
    passages = result.evidence.passages if result.evidence else ()
    speaker = next((passage.speaker for passage in passages if passage.speaker), None)
    found: Json = {"@type": "Quotation", "text": result.statement.text}
    if speaker:
        found["spokenByCharacter"] = {"@type": "Person", "name": speaker}
    works = list(_works(result, texts))
    if works:
        found["isBasedOn"] = works[0] if len(works) == 1 else works
    return found


def _works(result: Result, texts: Mapping[str, Text]) -> Iterator[Json]:
    """Each source once, with a link that opens it at the words."""
    met: set[str] = set()
    for passage in result.evidence.passages if result.evidence else ():
        if passage.source in met:
            continue
        met.add(passage.source)
        text = texts.get(passage.source)
        work: Json = {"@type": "CreativeWork", "name": (text.title if text else None) or PurePath(passage.source).name}
        if text and web_address(text.url):
            work["url"] = link_to(text.url, passage.exact, passage.prefix, passage.suffix)
        if text and text.date:
            work["datePublished"] = text.date
        yield work
