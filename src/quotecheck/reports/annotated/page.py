"""The page: one file that needs no network, shows everything without a script, and runs nothing of a draft or source.

Every word of a draft, a source or a person goes through the template's escaping; control characters are shown by their
number, so that none can turn the order of what stands round it. The page's policy allows its own style and script, by
their hashes, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import attrs

from quotecheck.model import Outcome, Report, Result, Statement, Text, Verdict
from quotecheck.model.errors import UNSHOWN, UsageError
from quotecheck.model.signoffs import SignOff, Standing
from quotecheck.reports.annotated.cards import Card, card
from quotecheck.reports.annotated.drafts import Mark, Row, marks, rows
from quotecheck.reports.fingerprints import signatures
from quotecheck.reports.fragments import web_address
from quotecheck.reports.overrides import Override, overrides
from quotecheck.reports.text import SYMBOLS

_SHAPES = {Outcome.FAIL: 40, Outcome.WARN: 28, Outcome.UNCHECKED: 28, Outcome.PASS: 14, Outcome.SKIPPED: 8}
"""Height of a statement in the picture: what is grave stands out without its colour."""


@attrs.frozen(kw_only=True)
class Bar:
    """A statement in the picture of a draft."""

    number: int
    outcome: str
    x: float
    width: float
    height: int


@attrs.frozen(kw_only=True)
class DraftView:
    """A draft as the page shows it."""

    path: str
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    counts: Mapping[str, int]
    loose: tuple[int, ...]
    told: str


def page(
    report: Report,
    texts: Mapping[str, Text],
    version: str,
    *,
    standings: Mapping[Statement, Standing] | None = None,
    gone: Sequence[SignOff] = (),
    record: str = "",
) -> str:
    """The annotated copy.

    Args:
        report: What was found.
        texts: Drafts and sources by id.
        version: Of quotecheck.
        standings: Where statements stand with those who signed; None if nobody signed.
        gone: Sign-offs of statements that are no longer there.
        record: The file of record as JSON, to be kept in the page; "" for none.

    Raises:
        UsageError: if the library for it is not installed.
    """
    names = list(signatures(report.results))
    known = standings or {}
    cards = {
        number: card(number, result, texts, known.get(result.statement) or Standing(statement=one, state=state))
        for number, (result, (one, state)) in enumerate(zip(report.results, names, strict=True), 1)
    }
    drafts = _drafts(report, texts)
    style, script = _file("page.css"), _file("page.js")
    return str(
        _template().render(
            report=report,
            title=_title(report),
            standing=_sentence(report),
            drafts=drafts,
            cards=cards,
            counts=Counter(report.by_outcome),
            verdicts=Counter(report.by_verdict),
            outcomes=[(one.value, SYMBOLS[one]) for one in Outcome],
            verdict_names=[*(one.value for one in Verdict), "none"],
            signed=_signed(cards.values(), gone) if standings is not None else None,
            gone=gone,
            sources=_sources(report, texts),
            overrides=_grouped(overrides(report.results, known)),
            version=version,
            style=style,
            script=script,
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'",
            record=_inert(record),
        )
    )


def _drafts(report: Report, texts: Mapping[str, Text]) -> list[DraftView]:
    by_draft: dict[str, list[tuple[int, Result]]] = {}
    for number, result in enumerate(report.results, 1):
        by_draft.setdefault(result.statement.draft or "", []).append((number, result))
    order = dict.fromkeys([*(one.path for one in report.drafts), *by_draft])
    return [_draft(path, by_draft.get(path, []), texts.get(path)) for path in order]


def _draft(path: str, numbered: list[tuple[int, Result]], text: Text | None) -> DraftView:
    found = rows(text, numbered) if text else []
    outcomes = {number: result.outcome for number, result in numbered}
    at = marks(text, numbered) if text else []
    bars = [_bar(mark, outcomes[mark.number]) for mark in at]
    bars.sort(key=lambda bar: (bar.height, bar.number))  # the grave ones are drawn over the others
    beside = {number for row in found for number in row.numbers}
    counts = Counter(one.value for one in outcomes.values())
    told = ", ".join(f"{counts[one.value]} {one.value}" for one in Outcome if counts[one.value]) or "no statements"
    return DraftView(
        path=path,
        rows=tuple(found),
        bars=tuple(bars),
        counts=counts,
        loose=tuple(number for number in outcomes if number not in beside),
        told=told,
    )


def _bar(mark: Mark, outcome: Outcome) -> Bar:
    width = max(mark.width, 2.5)
    x = round(min(mark.start, 1000 - width), 2)
    return Bar(number=mark.number, outcome=outcome.value, x=x, width=round(width, 2), height=_SHAPES[outcome])


def _title(report: Report) -> str:
    paths = [one.path for one in report.drafts]
    return paths[0] if len(paths) == 1 else f"{len(paths)} drafts" if paths else "No draft"


def _sentence(report: Report) -> str:
    """How the draft stands, in one sentence."""
    total, counts = len(report.results), Counter(report.by_outcome)
    if not total:
        return "No statement was found."
    fail, look = counts["fail"], counts["warn"] + counts["unchecked"]
    of = f"of {total} statement{'' if total == 1 else 's'}"
    if not fail and not look:
        return f"Nothing stands in the way: none {of} fails, none needs a look."
    parts = [f"{fail} {of} {'fails' if fail == 1 else 'fail'}"] if fail else [f"None {of} fails"]
    if look:
        parts.append(f"{look} need{'s' if look == 1 else ''} a look")
    return f"{', '.join(parts)}."


def _signed(cards: Any, gone: Sequence[SignOff]) -> str:
    listed = list(cards)
    now = sum(one.standing.signed is not None for one in listed)
    changed = sum(one.standing.before is not None for one in listed)
    return f"Signed off: {now} of {len(listed)}. Changed since they were signed: {changed}. Gone: {len(gone)}."


def _sources(report: Report, texts: Mapping[str, Text]) -> list[dict[str, str | None]]:
    by_path = {text.path or text.id: text for text in texts.values()}
    found = []
    for one in report.sources:
        text = by_path.get(one.path)
        found.append(
            {
                "path": one.path,
                "sha256": one.sha256,
                "title": text.title if text else None,
                "date": text.date if text else None,
                "url": web_address(text.url) if text else None,
                "fidelity": text.fidelity.value if text else None,
            }
        )
    return found


def _grouped(found: Sequence[Override]) -> list[tuple[Override, list[int]]]:
    """The same decision about several statements stands once."""
    grouped: dict[tuple[str, str, str], tuple[Override, list[int]]] = {}
    for one in found:
        grouped.setdefault((one.kind, one.code, one.reason), (one, []))[1].append(one.number)
    return list(grouped.values())


def _file(name: str) -> str:
    return files("quotecheck.reports.annotated").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _inert(json: str) -> str:
    """JSON that cannot end the element it stands in."""
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _template() -> Any:
    try:
        import jinja2
        from markupsafe import Markup, escape
    except ImportError as error:
        raise UsageError("the annotated copy needs jinja2: pip install 'quotecheck-editorial[report]'") from error

    def visible(text: str) -> Markup:
        return Markup(_CONTROL.sub(_by_number, str(escape(text))))

    names = ("page.html", "parts.html")
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({name: _file(name) for name in names}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    environment.filters["inert"] = Markup  # only for our own files and for what ``_inert`` made
    return environment.get_template("page.html")


_CONTROL = re.compile(f"(?!\t|\r?\n){UNSHOWN.pattern}|[\ufdd0-\ufdef\ufffe\uffff]")


def _by_number(match: re.Match[str]) -> str:
    return f'<span class="control">U+{ord(match[0]):04X}</span>'


__all__ = ["Card", "page"]
