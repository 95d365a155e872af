"""How far a passage bears out an indirect statement: which of its content words have their match there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import attrs

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import lemmas
from quotecheck.language.opposites import Relation, related

_UNRELATED: Final = frozenset({None, Relation.OPPOSITE})
MOST_RELATED: Final = 120
"""Words of a passage that one word is compared with."""


@attrs.frozen(kw_only=True)
class Support:
    """What a passage has of a statement's content words.

    Attributes:
        share: Weight of the words that have their match, 0 to 1.
        unmatched: Keys of those that have none, in order.
    """

    share: float
    unmatched: tuple[str, ...]


def content_keys(keys: Iterable[str], language: str = "en") -> tuple[str, ...]:
    """The keys that belong to the matter and not to the grammar, each once, in order."""
    return tuple(dict.fromkeys(key for key in keys if not is_function_word(key, language)))


def support(statement: Sequence[str], passage: Sequence[str], weight: Callable[[str], float]) -> Support:
    """How many of a statement's content words a passage has, as themselves, in another form or as a related word.

    Args:
        statement: Content keys of the statement.
        passage: Keys of the passage.
        weight: How much a key counts: rare ones more.
    """
    there = set(passage)
    forms = {form for key in there for form in lemmas(key)}
    plain = [key for key in sorted(there) if not is_function_word(key)][:MOST_RELATED]
    total = held = 0.0
    unmatched = []
    for key in statement:
        total += weight(key)
        if key in there or lemmas(key) & forms or any(related(key, other) not in _UNRELATED for other in plain):
            held += weight(key)
        else:
            unmatched.append(key)
    return Support(share=held / total if total else 0.0, unmatched=tuple(unmatched))
