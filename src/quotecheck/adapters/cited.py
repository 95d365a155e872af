"""What a model cites, checked for words *and* offsets: do the cited words stand in that document, and at that place?

Three shapes are read: Anthropic's messages (``citations`` with ``cited_text``), Amazon Bedrock's
(``citationsContent``), and Google's check-grounding (``claims`` with ``citationIndices``, ``citedChunks``). Documents
are those of the request, in its order. Nothing is asked of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from quotecheck.checking.checker import Checker
from quotecheck.model import Code, Kind, Place, Policy, Problem, Result, Span, Statement, Text, Verdict
from quotecheck.model.errors import UsageError
from quotecheck.text.tokens import tokenize
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.findings import Weighing, findings_of, outcome_of

_KINDS: Final = {
    "char_location": ("char", "start_char_index", "end_char_index"),
    "page_location": ("page", "start_page_number", "end_page_number"),
    "content_block_location": ("block", "start_block_index", "end_block_index"),
    "documentChar": ("char", "start", "end"),
    "documentPage": ("page", "start", "end"),
    "documentChunk": ("block", "start", "end"),
}
_UNITS: Final = ("utf-32-le", "utf-16-le", "utf-8")
_WIDTH: Final = {"utf-32-le": 4, "utf-16-le": 2, "utf-8": 1}


@attrs.frozen(kw_only=True)
class Citation:
    """Words that a model cites.

    Attributes:
        words: As it cites them.
        document: Number of the document, from 0; None if it gives none.
        title: The document's title; None if it gives none.
        kind: "char", "page" or "block": what ``start`` and ``end`` count; None if no place is cited.
        start: The first.
        end: One past the last.
    """

    words: str
    document: int | None = None
    title: str | None = None
    kind: str | None = None
    start: int = 0
    end: int = 0


@attrs.frozen(kw_only=True)
class Claim:
    """Words of an answer, and what it cites for them; words without a citation are a claim too.

    Attributes:
        words: The claim; empty for citations that belong to no words.
        citations: In order.
    """

    words: str
    citations: tuple[Citation, ...] = ()


@attrs.frozen(kw_only=True)
class Checked:
    """What was found of a claim.

    Attributes:
        claim: The claim.
        support: Whether the documents bear it out; None for a claim without words.
        citations: For each citation, whether its words stand there, and at the place cited (else QC306).
    """

    claim: Claim
    support: Result | None
    citations: tuple[Result, ...]


def read_answer(answer: object) -> tuple[Claim, ...]:
    """The claims of an answer, each with what it cites.

    Args:
        answer: The response as JSON values: whole, its message, or its list of content blocks.

    Raises:
        UsageError: if it has none of the three shapes.
    """
    values = _message(answer)
    if isinstance(values, Mapping) and isinstance(values.get("claims"), list):
        return tuple(_grounded(values))
    if isinstance(values, list):
        return tuple(claim for block in values if isinstance(block, Mapping) for claim in _block(block))
    raise UsageError("no answer with citations: a message with content blocks, or claims with citedChunks, is wanted")


def check_citations(
    answer: object, documents: Sequence[Text], *, policy: Policy | str = "grounding", support: bool = True
) -> tuple[Checked, ...]:
    """Check what an answer cites.

    Args:
        answer: As for ``read_answer``.
        documents: Those of the request, in its order.
        policy: The policy, or its name.
        support: True to check, beside the cited words, whether the documents bear out the claims that rest on them.

    Raises:
        UsageError: if the answer has none of the shapes, or there is no such policy.
    """
    checker = Checker(documents, policy=policy)
    return tuple(_checked(claim, checker, documents, support) for claim in read_answer(answer))


def _message(answer: object) -> object:
    """The part of a response that holds the claims."""
    for key in ("output", "message", "content"):
        if isinstance(answer, Mapping) and key in answer and "claims" not in answer:
            answer = answer[key]
    return answer


def _block(block: Mapping[str, Any]) -> Iterator[Claim]:
    inner = block.get("citationsContent")
    if isinstance(inner, Mapping):
        words = "".join(_string(one, "text") for one in _list(inner, "content"))
        yield Claim(words=words, citations=tuple(_bedrock(one) for one in _list(inner, "citations")))
        return
    words = _string(block, "text")
    if words.strip():
        yield Claim(words=words, citations=tuple(map(_anthropic, _list(block, "citations"))))


def _anthropic(values: Mapping[str, Any]) -> Citation:
    kind, first, last = _KINDS.get(_string(values, "type"), (None, "", ""))
    start, end = _number(values, first), _number(values, last)
    return Citation(
        words=_string(values, "cited_text"),
        document=_number(values, "document_index"),
        title=_string(values, "document_title") or _string(values, "title") or None,
        kind=kind if start is not None and end is not None else None,
        start=start or 0,
        end=end or 0,
    )


def _bedrock(values: Mapping[str, Any]) -> Citation:
    location = values.get("location")
    name = next((key for key in _KINDS if isinstance(location, Mapping) and key in location), "")
    place = location[name] if isinstance(location, Mapping) and name else {}
    kind, first, last = _KINDS.get(name, (None, "", ""))
    start, end = _number(place, first), _number(place, last)
    return Citation(
        words=" ".join(_string(one, "text") for one in _list(values, "sourceContent")),
        document=_number(place, "documentIndex"),
        title=_string(values, "title") or None,
        kind=kind if start is not None and end is not None else None,
        start=start or 0,
        end=end or 0,
    )


def _grounded(values: Mapping[str, Any]) -> Iterator[Claim]:
    """Claims of check-grounding; a chunk's ``source`` is the number of its fact."""
    chunks = [
        Citation(words=_string(one, "chunkText"), document=_fact(one), title=_string(one, "title") or None)
        for one in _list(values, "citedChunks")
    ]
    for one in _list(values, "claims"):
        cited = one.get("citationIndices") or ()
        known = [at for at in cited if isinstance(at, int) and 0 <= at < len(chunks)]
        yield Claim(words=_string(one, "claimText"), citations=tuple(chunks[at] for at in known))


def _fact(chunk: Mapping[str, Any]) -> int | None:
    name = chunk.get("source")
    return int(name) if isinstance(name, str) and name.isascii() and name.isdigit() else None


def _list(values: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = values.get(key)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _string(values: Mapping[str, Any], key: str) -> str:
    found = values.get(key)
    return found if isinstance(found, str) else ""


def _number(values: Mapping[str, Any], key: str) -> int | None:
    found = values.get(key)
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def _checked(claim: Claim, checker: Checker, documents: Sequence[Text], support: bool) -> Checked:
    found = None
    if support and claim.words.strip():
        found = checker.check(Statement(claim.words.strip(), kind=Kind.INDIRECT))
    results = tuple(_citation(one, checker, documents) for one in claim.citations)
    return Checked(claim=claim, support=found, citations=results)


def _citation(citation: Citation, checker: Checker, documents: Sequence[Text]) -> Result:
    """The cited words against the documents, as words in quotation marks from the one that is cited."""
    cited = _document(citation, documents)
    named = cited.id if cited else None
    result = checker.check(Statement(citation.words.strip(), source=named))
    if cited is None:
        said = citation.title or citation.document
        missing = f"the document it cites, {said!r}, is not among those given" if said is not None else "it cites none"
        return _with_problem(result, Problem(message=f"{missing}: where it stands was not checked", code="no-document"))
    if citation.kind is None or result.verdict not in (Verdict.EXACT, Verdict.PARAPHRASED):
        return result
    held = _held(citation, cited)
    if held is None:
        return _with_problem(result, Problem(message="its place was not checked", code="place-unknown", path=cited.id))
    return result if held else _misplaced(result, citation, cited, checker)


def _document(citation: Citation, documents: Sequence[Text]) -> Text | None:
    if citation.document is not None:
        return documents[citation.document] if citation.document < len(documents) else None
    return next((one for one in documents if citation.title and citation.title in (one.id, one.title)), None)


def _held(citation: Citation, text: Text) -> bool | None:
    """True if the words stand at the place; None if that cannot be told."""
    if citation.kind == "char":
        wanted = list(tokenize(citation.words).keys)
        return any(list(tokenize(_cut(text.content, citation, unit)).keys) == wanted for unit in _UNITS)
    if citation.kind == "page" and text.origin.pages:
        # Whether the last page is the last or one past it, providers see differently.
        cut = _pages(text, citation.start, max(citation.start, citation.end))
        return " ".join(tokenize(citation.words).keys) in " ".join(tokenize(cut).keys)
    return None


def _cut(content: str, citation: Citation, unit: str) -> str:
    """The stretch between two offsets, counted in code points, UTF-16 units or bytes of UTF-8."""
    if unit == "utf-32-le":
        return content[citation.start : citation.end]
    width = _WIDTH[unit]
    data = content.encode(unit, "surrogatepass")
    return data[citation.start * width : citation.end * width].decode(unit, "ignore")


def _pages(text: Text, first: int, last: int) -> str:
    starts = [(at, page) for at, page in text.origin.pages if first <= page <= last]
    after = [at for at, page in text.origin.pages if page > last]
    return text.content[starts[0][0] : after[0] if after else None] if starts else ""


def _misplaced(result: Result, citation: Citation, text: Text, checker: Checker) -> Result:
    """The result with QC306."""
    passages = result.evidence.passages if result.evidence else ()
    own = [one for one in passages if one.source == text.id]
    if not own:
        return result  # it is another document's, and QC302 says so
    spans = tuple(Span(one.start, one.end) for one in own)
    gaps = {"cited": _place(citation), "found": _where(own[0].start, own[-1].end, own[0].place, citation)}
    weighing = Weighing(policy=checker.policy, fidelity=text.fidelity)
    fact = Fact(code=Code.WRONG_PLACE, source=spans, gaps=gaps)
    more = findings_of((fact,), weighing=weighing, text=result.statement.text, content=text.content, passages=passages)
    kept = (*(one for one in result.findings if one.code is not Code.WRONG_PLACE), *more)
    findings = tuple(sorted(kept, key=lambda one: (-one.severity.rank, one.code.value)))
    return attrs.evolve(result, findings=findings, outcome=outcome_of(result.verdict, findings))


def _place(citation: Citation) -> str:
    unit = "page" if citation.kind == "page" else "characters"
    return f"{unit} {citation.start} to {citation.end}"


def _where(start: int, end: int, place: Place, citation: Citation) -> str:
    return f"page {place.page}" if citation.kind == "page" else f"characters {start} to {end}"


def _with_problem(result: Result, problem: Problem) -> Result:
    return attrs.evolve(result, problems=(*result.problems, problem))
