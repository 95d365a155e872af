"""Differences that are no conventions, made ready for weighing, and what the weighing found, as facts with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_known_word
from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.meaning.changes import Change, Weight, Word
from quotecheck.meaning.weigh import weigh
from quotecheck.model import Span
from quotecheck.text.punctuation import sentence_ends
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.address import addressed
from quotecheck.verdicts.bracketed import puts_words
from quotecheck.verdicts.facts import Fact

_CONTEXT: Final = 8
_CASED: Final = regex.compile(r"\[\p{L}\]\p{L}")


def weigh_changes(comparison: Comparison, language: str, names: frozenset[str]) -> tuple[Weight, tuple[Fact, ...]]:
    """What the changed words come to.

    Args:
        comparison: The statement against its passage.
        language: BCP 47 tag of the source.
        names: Keys of the source's words that stand capitalised inside a sentence.

    Returns:
        The weight, and a fact for each reason.
    """
    differences = [one for one in comparison.differences if _is_weighed(one, comparison)]
    called = addressed(comparison.query, names)
    changes = [_without_address(_change(one, comparison, language), called) for one in differences]
    content = sum(not is_function_word(key, language) for key in comparison.query.keys)
    weight = weigh(changes, names=names.__contains__, size=content)
    facts = tuple(
        Fact(
            code=reason.code,
            statement=_spans(reason.written, comparison.query.tokens) or (differences[reason.change].statement,),
            source=_spans(reason.said, comparison.source) or (differences[reason.change].source,),
            gaps={
                "statement": " ".join(word.text for word in reason.written),
                "source": " ".join(word.text for word in reason.said),
            },
        )
        for reason in weight.reasons
    )
    return weight, facts


def _without_address(change: Change, called: frozenset[int]) -> Change:
    """A change without the words that call somebody, unless a name is lost in their place."""
    if not called or any(word.text[:1].isupper() and not is_function_word(word.key) for word in change.said):
        return change
    return attrs.evolve(change, written=tuple(word for word in change.written if word.index not in called))


def _is_weighed(one: Difference, comparison: Comparison) -> bool:
    """Changes, and brackets that put words of their own; a short form and its long form say the same."""
    if one.kind is DifferenceKind.EXPANDED:
        return False
    return not one.is_convention or puts_words(one, comparison)


def _change(one: Difference, comparison: Comparison, language: str) -> Change:
    said, written = comparison.source, comparison.query.tokens
    if one.kind is DifferenceKind.BRACKETED:
        return Change(
            written=_words(written, one.first, one.past),
            said_before=_words(said, _sentence_from(said, one.start), one.start),
            said_after=_words(said, one.start, _sentence_to(said, one.start)),
            bracketed=True,
            language=language,
        )
    return Change(
        said=_words(said, one.start, one.end),
        written=_words(written, one.first, one.past),
        said_before=_words(said, _sentence_from(said, one.start), one.start),
        said_after=_words(said, one.end, _sentence_to(said, one.end)),
        written_before=_words(written, max(0, one.first - _CONTEXT), one.first),
        written_after=_words(written, one.past, min(len(written), one.past + _CONTEXT)),
        language=language,
    )


def _sentence_from(tokens: Tokens, at: int) -> int:
    """The first token of the context before token ``at``: some words, and none of another sentence."""
    low = at
    while low > max(0, at - _CONTEXT) and not (low < len(tokens) and sentence_ends(tokens, low)):
        low -= 1
    return low


def _sentence_to(tokens: Tokens, at: int) -> int:
    """One past the last token of the context that begins with token ``at``."""
    high = at
    while high < min(len(tokens), at + _CONTEXT) and (high == at or not sentence_ends(tokens, high)):
        high += 1
    return high


def _words(tokens: Tokens, first: int, past: int) -> tuple[Word, ...]:
    return tuple(_word(tokens, at) for at in range(first, past))


def _word(tokens: Tokens, at: int) -> Word:
    """A token; of "[p]alma" the first letter's case is the writer's own and tells nothing."""
    text = tokens.word(at)
    if _CASED.match(text):
        return Word(tokens.sense(at), text[1].upper() + text[3:], True, at)
    return Word(tokens.sense(at), text, _opens(tokens, at), at)


def _opens(tokens: Tokens, at: int) -> bool:
    """True if a capital would be owed to the place; a second capital beside it makes the first one a name's."""
    if not _begins(tokens, at):
        return False
    beside = at + 1 < len(tokens) and not _begins(tokens, at + 1) and _is_plain(tokens.before(at + 1))
    named = beside and tokens.word(at + 1)[:1].isupper() and tokens.keys[at + 1] != "i"
    return not named or is_function_word(tokens.keys[at])


def _begins(tokens: Tokens, at: int) -> bool:
    gap = tokens.before(at)
    if _is_plain(gap):
        return at == 0
    return at == 0 or sentence_ends(tokens, at) or "\n" in gap or any(sign in gap for sign in '“"«„:‘(')


def _is_plain(gap: str) -> bool:
    """True for spaces alone, of whatever kind, on one line."""
    return gap == " " or (gap.isspace() and "\n" not in gap)


def _spans(words: Sequence[Word], tokens: Tokens) -> tuple[Span, ...]:
    return tuple(tokens.span(word.index) for word in words)


def _names(tokens: Tokens, at: int) -> bool:
    """True for a capital that is not owed to its place, or of a word that can only be a name: "Northwick is …"."""
    return not _opens(tokens, at) or not (is_known_word(tokens.keys[at]) or is_function_word(tokens.keys[at]))


def capitalised(tokens: Tokens) -> Iterator[str]:
    """Keys of the words that stand capitalised inside a sentence somewhere in a text, or that only a name can be."""
    content = tokens.content
    seen: set[str] = set()
    for at, key in enumerate(tokens.keys):
        if key not in seen and content[tokens.starts[at]].isupper() and _names(tokens, at):
            seen.add(key)
            yield key
