"""Words that limit, govern or hedge the clause beside them. How far they reach is found elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

LIMITS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "en": (("if",), ("unless",), ("except",), ("without",), ("until",), ("provided", "that"), ("provided",),
           ("providing",), ("as", "long", "as"), ("so", "long", "as"), ("only", "if"), ("only", "when"),
           ("save", "for"), ("other", "than"), ("in", "the", "absence", "of"), ("but", "only"), ("but", "for")),
    "de": (("wenn",), ("falls",), ("sofern",), ("solange",), ("außer",), ("ohne",), ("es", "sei", "denn"),
           ("vorausgesetzt",), ("bis",)),
    "fr": (("si",), ("sauf",), ("sans",), ("à", "moins"), ("à", "condition"), ("tant", "que")),
    "es": (("si",), ("salvo",), ("sin",), ("excepto",), ("a", "menos"), ("siempre", "que"), ("mientras",)),
}  # fmt: skip
"""What begins a limit after a clause: condition, exception, proviso."""

CONDITIONS: Final = {
    "en": frozenset({"if", "unless", "provided", "suppose", "supposing", "when", "whenever", "until", "were", "had"}),
    "de": frozenset({"wenn", "falls", "sofern", "solange", "sobald"}),
    "fr": frozenset({"si", "quand", "lorsque"}),
    "es": frozenset({"si", "cuando", "mientras"}),
}
"""What a sentence begins with whose main clause holds on a condition."""

ATTITUDES: Final = frozenset(
    "think thinks thought believe believes believed say says said mean means meant suppose supposed agree agreed"
    " claim claimed suggest suggested expect expected imply implied feel felt know knew see accept accepted contend"
    " argue argued maintain assert imagine".split()
)
"""Verbs whose negation negates the clause after them: "I don't think that …"."""

DEGREES: Final = frozenset(
    "almost nearly virtually practically hardly barely scarcely not half never rarely seldom fast".split()
)
"""Words that bear on a quantity or a universal that follows: "nearly all", "not every"."""

UNIVERSALS: Final = frozenset(
    "all every always everyone everybody everything everywhere each any anyone anybody anything both entirely"
    " completely totally wholly never none no nothing nobody".split()
)
"""Words that a degree before them makes less than universal."""

NOT_CERTAIN: Final = frozenset(
    "certainty evidence proof guarantee indication sign suggestion doubt reason chance way assurance question".split()
)
"""Nouns after "no" whose content clause is not asserted: "there is no evidence that …"."""

HEDGES: Final[tuple[tuple[str, ...], ...]] = (
    ("i", "think"), ("i", "believe"), ("i", "guess"), ("i", "suppose"), ("i", "suspect"), ("i", "assume"),
    ("i", "feel"), ("i", "would", "say"), ("i'd", "say"), ("we", "think"), ("we", "believe"), ("in", "my", "opinion"),
    ("in", "my", "view"), ("it", "seems"), ("it", "appears"), ("it", "may", "be"), ("perhaps",), ("maybe",),
    ("possibly",), ("probably",), ("apparently",), ("presumably",), ("perhaps", "it", "is", "because"),
    ("it", "seems", "to", "me"), ("my", "guess", "is"),
)  # fmt: skip
"""Hedges of belief that stand before a clause."""

CONTRASTS: Final = frozenset({"but", "however", "though", "although", "yet", "nevertheless", "still", "except"})
"""What begins a clause that takes something back."""


def begins_limit(words: Sequence[str], language: str = "en") -> int:
    """How many of the first words begin a limit on the clause before them; 0 if they do not.

    Args:
        words: Lower-cased, from the end of the clause on.
        language: BCP 47 tag; only its first part counts.
    """
    for phrase in LIMITS.get(language[:2], ()):
        if tuple(words[: len(phrase)]) == phrase:
            return len(phrase)
    return 0


def ends_with_hedge(words: Sequence[str]) -> int:
    """How many of the last words are a hedge of belief, a closing "that" included; 0 if they are none.

    Args:
        words: Lower-cased, up to the clause.
    """
    that = 1 if words[-1:] == ["that"] or tuple(words[-1:]) == ("that",) else 0
    bare = tuple(words[: len(words) - that])
    longest = max((len(phrase) for phrase in HEDGES if bare[-len(phrase) :] == phrase), default=0)
    return longest + that if longest else 0
