"""What a draft declares of a quotation, "(cleaned up)" or "(emphasis added)", proved word by word (QC111, QC207)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.language.declaring import LONGEST, Declaration, declarations
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.model import Code, Span, Statement
from quotecheck.text.references import is_reference
from quotecheck.verdicts.facts import Fact

_BRACKET: Final = regex.compile(rf"[\[(]([^\[\]()\n]{{3,{LONGEST}}}+)[\])]")
SIC: Final = regex.compile(r"[\[(]\s{0,2}+sic\s{0,2}+[!.]?\s{0,2}+[\])]", regex.IGNORECASE)
_DROPS_REFERENCES: Final = frozenset({Declaration.CITATIONS, Declaration.CLEANED_UP})
_DROPS_SIGNS: Final = frozenset({Declaration.MARKS, Declaration.CLEANED_UP})
_SIGNS: Final = frozenset({Code.INNER_PUNCTUATION, Code.INITIAL_CASE, Code.EDGE_CASE, Code.TYPOGRAPHY})
_NOTES: Final = frozenset({Declaration.NOTES, Declaration.CITATIONS, Declaration.CLEANED_UP})


@attrs.frozen(kw_only=True)
class Declared:
    """What a draft declares of a statement.

    Attributes:
        kinds: Every kind of change.
        words: The declarations, as the draft has them.
        inside: Those that stand in the statement's own text, as spans of it.
        sics: Where [sic] stands in it.
    """

    kinds: frozenset[Declaration] = frozenset()
    words: tuple[str, ...] = ()
    inside: tuple[Span, ...] = ()
    sics: tuple[Span, ...] = ()

    @property
    def changes(self) -> bool:
        """True if a change is declared: "(emphasis in original)" declares none."""
        return bool(self.kinds - {Declaration.ORIGINAL})


NOTHING: Final = Declared()


def read_declared(statement: Statement) -> Declared:
    """What the draft declares behind a statement, and in brackets inside it.

    Args:
        statement: With what stands behind it in ``declares``.
    """
    if not statement.declares and "(" not in statement.text and "[" not in statement.text:
        return NOTHING
    found: list[tuple[str, frozenset[Declaration], Span | None]] = [
        (one.text, declarations(one.text.strip("()[] ")), None) for one in statement.declares
    ]
    for match in _BRACKET.finditer(statement.text):
        found.append((match[0], declarations(match[1]), Span(*match.span())))
    told = [(words, kinds, span) for words, kinds, span in found if kinds]
    return Declared(
        kinds=frozenset().union(*(kinds for _, kinds, _ in told)),
        words=tuple(words for words, _, _ in told),
        inside=tuple(span for _, _, span in told if span is not None),
        sics=tuple(Span(*match.span()) for match in SIC.finditer(statement.text)),
    )


def without_declared(text: str, declared: Declared) -> str:
    """A statement's text with its own declarations and each [sic] blank, so that every offset stays."""
    for span in (*declared.inside, *declared.sics):
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def declared_away(comparison: Comparison, declared: Declared) -> Comparison:
    """The comparison with the references that were left out marked where the draft declares it.

    Args:
        comparison: A statement against its passage.
        declared: What the draft declares of it.
    """
    if not declared.kinds and not declared.sics:
        return comparison
    differences = tuple(
        attrs.evolve(one, kind=DifferenceKind.DECLARED) if _is_declared(one, comparison, declared.kinds) else one
        for one in comparison.differences
    )
    return attrs.evolve(comparison, differences=differences)


def _is_declared(one: Difference, comparison: Comparison, kinds: Collection[Declaration]) -> bool:
    if one.kind is not DifferenceKind.OMITTED or one.start >= one.end:
        return False
    said = comparison.said(one)
    if said.lower() == "sic" or declarations(said.strip("()[] ")):
        return True  # the source's own
    source = comparison.source
    before, after = (source.before(at) for at in (one.start, one.end))
    bracketed = any(sign in before for sign in "([") and any(sign in after for sign in ")]")
    return bool(_DROPS_REFERENCES & set(kinds)) and is_reference(said, bracketed=bracketed)


def proved(facts: Sequence[Fact], comparison: Comparison, declared: Declared) -> Iterator[Fact]:
    """The facts of words that stayed the source's, those that the draft declares as QC111.

    Args:
        facts: What was observed, the references that were left out aside.
        comparison: The statement against its passage; no change is left in it.
        declared: What the draft declares of it.
    """
    if not declared.changes:
        yield from facts
        return
    yield from (fact for fact in facts if not _covered(fact, comparison, declared.kinds))
    yield Fact(
        code=Code.DECLARED,
        statement=declared.inside,
        source=tuple(one.source for one in comparison.differences if one.kind is DifferenceKind.DECLARED),
        gaps={"statement": " ".join(declared.words)},
    )


def _covered(fact: Fact, comparison: Comparison, kinds: Collection[Declaration]) -> bool:
    """True for a sign or a letter's case that a declaration speaks of: dots, inner marks, "[t]he"."""
    if fact.code not in _SIGNS or not fact.source:
        return False
    content = comparison.source.content
    said = "".join(content[max(0, span.start - 1) : span.end + 1] for span in fact.source)
    if _DROPS_SIGNS & set(kinds) and any(sign in said for sign in "…[]“”\"'‘’«»"):
        return True
    if _DROPS_SIGNS & set(kinds) and ("..." in said or ". ." in said):
        return True
    beside = any(one.kind is DifferenceKind.DECLARED for one in comparison.differences)
    return fact.code is not Code.TYPOGRAPHY and beside and bool(_NOTES & set(kinds))


def broken(comparison: Comparison, declared: Declared) -> Iterator[Fact]:
    """QC207 for words that changed although the draft declares another kind of change only."""
    if declared.changes and comparison.changes:
        yield Fact(
            code=Code.FALSE_DECLARATION,
            statement=tuple(one.statement for one in comparison.changes),
            source=tuple(one.source for one in comparison.changes),
            gaps={"cited": " ".join(declared.words)},
        )
