"""A self-test's counts and what went wrong, as text or as JSON. Nothing is checked or counted here."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quotecheck.model import Result, Severity
from quotecheck.model.errors import shown
from quotecheck.selftest.tally import Count, Found, Tally
from quotecheck.selftest.trials import Tried

_FALSE_HEAD = ("falsehoods", "made", "caught", "missed", "false exact")
_TRUE_HEAD = ("true statements", "made", "passed", "false alarms", "")
_POLICY_HEAD = ("policy", "falsehoods", "caught", "false exact", "true", "false alarms")


def text_lines(tally: Tally, show: int = 0) -> Iterator[str]:
    """The tables, the shares, and some of what went wrong.

    Args:
        tally: The counts.
        show: How many of each kind's misses and false alarms are shown.
    """
    false = [count for count in tally.counts if count.recipe.false]
    true = [count for count in tally.counts if not count.recipe.false]
    for head, counts in ((_FALSE_HEAD, false), (_TRUE_HEAD, true)):
        if counts:
            yield _row(*head)
            yield from (_row(*_cells(count)) for count in counts)
            yield ""
    if len(tally.policies) > 1:
        yield _row(*_POLICY_HEAD)
        yield from (_row(name, *_policy_cells(one)) for name, one in tally.policies.items())
        yield ""
    yield from _sums(tally)
    for tried in _wrong(tally, show):
        yield ""
        yield from tried_lines(tried)


def _wrong(tally: Tally, show: int) -> Iterator[Tried]:
    """Some of each kind's faults, and in drafts some of what was read amiss, each once."""
    shown = [tried for count in tally.counts for tried in count.wrong[:show]]
    yield from shown
    if tally.drafts is not None:
        yield from [tried for tried in tally.drafts.wrong if tried not in shown][:show]


def _policy_cells(tally: Tally) -> tuple[str, ...]:
    caught = sum(count.caught for count in tally.counts)
    alarms = tally.truths - sum(count.right - count.caught for count in tally.counts)
    return tuple(map(str, (tally.falsehoods, caught, tally.false_exact, tally.truths, alarms)))


def _cells(count: Count) -> tuple[str, ...]:
    wrong = count.asked - count.right
    last = str(count.false_exact) if count.recipe.false else ""
    return count.recipe.name, str(count.asked), str(count.right), str(wrong), last


def _row(name: str, *cells: str) -> str:
    return (f"{name:16}" + "".join(f"{cell:>13}" for cell in cells)).rstrip()


def _sums(tally: Tally) -> Iterator[str]:
    if tally.caught is not None:
        yield f"caught with the right reason: {tally.caught:.1%}; called exact: {tally.false_exact}"
    if tally.alarms is not None:
        yield f"false alarms: {tally.alarms:.1%}"
    if tally.drafts is not None and tally.drafts.asked:
        asked = tally.drafts.asked
        found, speakers = tally.drafts.found / asked, tally.drafts.speakers / asked
        yield f"in drafts: {asked}; found: {found:.1%}; given to the right one: {speakers:.1%}"
    if tally.caught is None and tally.alarms is None:
        yield "no statement could be made from the sources"


def tried_lines(tried: Tried) -> Iterator[str]:
    """One trial that went wrong: what was done, the statement, what it was made from, and the answer."""
    made, truth = tried.trial.made, tried.trial.truth
    yield shown(f"{_fault(tried)}: {tried.trial.recipe.name} ({made.what})")
    yield shown(f"  statement  “{made.text}” {made.speaker or 'no speaker'}")
    if truth.text != made.text:
        yield shown(f"  source     “{truth.text}” {truth.speaker or 'no speaker'}")
    yield shown(f"  answer     {_answer(tried.result)}")
    reasons = " or ".join(
        f"{verdict.value if verdict else 'no verdict'} with {'/'.join(sorted(code.value for code in codes))}"
        for verdict, codes in tried.trial.recipe.expects(tried.policy).items()
    )
    yield f"  expected   {reasons or 'exact without an error'}"
    if tried.policy.name != "news":
        yield shown(f"  policy     {tried.policy.name}")


def _fault(tried: Tried) -> str:
    if tried.right:
        return "misread"
    return "false exact" if tried.false_exact else "missed" if tried.false else "false alarm"


def _answer(result: Result | None) -> str:
    if result is None:
        return "not found in the draft"
    codes = ", ".join(
        f"{one.code.value} {one.code.slug}" for one in result.findings if one.severity is not Severity.NONE
    )
    whose = f" (read as the words of {result.statement.speaker})" if result.statement.draft else ""
    return f"{result.verdict.value if result.verdict else 'no verdict'}: {codes or 'no finding'}{whose}"


def document(tally: Tally, show: int = 0) -> str:
    """The same as one JSON document; shares are 0 to 1, null where nothing was made."""
    content = {
        "sources": list(tally.sources),
        "kinds": [_kind(count) for count in tally.counts],
        "caught": tally.caught,
        "alarms": tally.alarms,
        "false_exact": tally.false_exact,
        "policies": {name: _policy(one) for name, one in tally.policies.items()},
        "drafts": _drafts(tally.drafts),
        "shown": [_shown(tried) for tried in _wrong(tally, show)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _policy(tally: Tally) -> dict[str, object]:
    names = ("falsehoods", "caught", "false_exact", "truths", "false_alarms")
    return dict(zip(names, map(int, _policy_cells(tally)), strict=True))


def _drafts(found: Found | None) -> dict[str, int] | None:
    return None if found is None else {"made": found.asked, "found": found.found, "speakers": found.speakers}


def _kind(count: Count) -> dict[str, object]:
    wrong = count.asked - count.right
    false = count.recipe.false
    return {
        "kind": count.recipe.name,
        "false": false,
        "doc": count.recipe.doc,
        "made": count.asked,
        "caught" if false else "passed": count.right,
        "missed" if false else "false_alarms": wrong,
        **({"false_exact": count.false_exact} if false else {}),
    }


def _shown(tried: Tried) -> dict[str, object]:
    made, truth, result = tried.trial.made, tried.trial.truth, tried.result
    return {
        "kind": tried.trial.recipe.name,
        "policy": tried.policy.name,
        "done": made.what,
        "text": made.text,
        "speaker": made.speaker,
        "source_text": truth.text,
        "source_speaker": truth.speaker,
        "source": tried.trial.source,
        "start": truth.span.start,
        "end": truth.span.end,
        "verdict": result.verdict.value if result and result.verdict else None,
        "codes": [one.code.value for one in result.findings] if result else [],
        "false_exact": tried.false_exact,
    }
