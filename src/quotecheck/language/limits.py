"""Words that limit, govern or hedge the clause beside them. How far they reach is found elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

LIMITS: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "en": (("if",), ("unless",), ("except",), ("without",), ("until",), ("provided", "that"), ("provided",),
           ("providing",), ("as", "long", "as"), ("so", "long", "as"), ("only", "if"), ("only", "when"),
           ("save", "for"), ("other", "than"), ("in", "the", "absence", "of"), ("but", "only"), ("but", "for"),
           ("in", "case"), ("in", "the", "event"),
           ("on", "condition"), ("assuming",), ("apart", "from"), ("aside", "from")),
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
    " argue argued maintain assert imagine prove proves proved proven show shows showed shown demonstrate demonstrated"
    " establish established".split()
)
"""Verbs whose negation negates the clause after them: "I don't think that …"."""

FACTIVES: Final = frozenset({"know", "knew", "see", "knows"})
"""Attitudes whose clause holds even where they are negated: "I did not know that …"."""

ATTITUDES_ELSEWHERE: Final = frozenset(
    "glaube glauben glaubt glaubte denke denken denkt sage sagen sagt sagte gesagt meine meinen meint behaupte"
    " behaupten behauptet finde finden creo cree creemos creen pienso piensa pensamos digo dice decimos dicho dije"
    " crois croit croyons croient pense pensons pensent dis dit disons stimmt wahr cierto verdad vrai".split()
)
"""German, Spanish and French words of attitude and truth, whose negation negates the clause after them."""

DENIALS: Final = frozenset(
    "doubt doubts doubted deny denies denied denying dispute disputes disputed disbelieve disbelieved refute refuted"
    " reject rejected disproved disprove debunked pretend pretends pretended".split()
)
"""Verbs that deny the clause after them."""

UNTRUE: Final = frozenset(
    "unlikely improbable untrue false impossible doubtful inconceivable unthinkable unproven incorrect dubious".split()
)
"""Adjectives that deny the clause after them: "it is unlikely that …"."""

UNPROVEN: Final = frozenset(
    "true clear certain likely possible sure convinced proven evident obvious plausible probable correct conceivable"
    " confident positive case truth".split()
)
"""Adjectives whose negation leaves open the clause after them: "it is not true that …"."""

FALSEHOODS: Final = frozenset(
    "lie lies myth idea notion allegation allegations rumour rumours rumor rumors accusation accusations"
    " fiction falsehood illusion delusion misconception pretence pretense fantasy hoax fallacy slander libel".split()
)
"""Nouns whose content clause the speaker does not assert: "it is a myth that …"."""

WRONGLY: Final = frozenset("falsely wrongly mistakenly wrongfully dishonestly incorrectly untruthfully".split())
"""Adverbs that deny what is claimed."""

UNASSERTED: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset("if whether unless lest wish wishes wished supposing".split()),
    "de": frozenset({"wenn", "falls", "ob", "sofern"}),
    "fr": frozenset({"si"}),
    "es": frozenset({"si", "ojalá"}),
}
"""Words after which a clause is supposed, asked or wished, and not asserted."""

NEGATIVE_SUBJECTS: Final = frozenset(
    "no nobody none neither few nothing no-one noone kein keine keiner keines niemand nichts nadie ningún ninguno"
    " ninguna nada aucun aucune personne rien nul".split()
)
"""What begins the subject of a clause and negates the whole of it."""

CANCELS: Final = frozenset(
    "hesitate hesitated hesitation problem problems trouble qualms objection objections difficulty hard difficult wrong"
    " bad harm forget forgets forgot mind miss missed harder help delay regret ashamed afraid".split()
)
"""Words that take a negation back: "did not hesitate to", "no qualms about", "not hard to"."""

WITHHOLDING: Final = frozenset(
    "against oppose unwilling reluctant loath without forbidden banned barred impossible dissuade dissuaded discourage"
    " discouraged prevented illegal unlawful incapable averse".split()
)
"""Words that deny an act named after them, beside the verbs that do: "we are against killing …"."""

PRIVATIVE: Final = frozenset(
    "former ex erstwhile fake false alleged supposed pretended bogus sham would-be self-styled mock pseudo counterfeit"
    " phony phoney purported imaginary fictitious onetime ousted".split()
)
"""Adjectives after which a noun is no longer, or not truly, what it says."""

EXCEPTING: Final = (("but",), ("besides",), ("apart", "from"), ("aside", "from"), ("bar",), ("save",), ("except",),
                    ("excluding",), ("other", "than"), ("excepting",))  # fmt: skip
"""What takes something out of a universal that stands before it: "everyone besides his mother"."""

NEGATING_PHRASES: Final = (
    ("far", "from"), ("anything", "but"), ("instead", "of"), ("rather", "than"), ("all", "but"), ("too", "far", "to"),
    ("short", "of"), ("out", "of", "the", "question"),
)  # fmt: skip
"""Several words that deny what follows them."""

ASSURING: Final = (
    ("no", "doubt"), ("no", "question"), ("no", "denying"), ("without", "doubt"), ("without", "question"),
    ("not", "only"), ("not", "just"), ("not", "merely"), ("not", "simply"), ("no", "matter"), ("no", "sooner"),
    ("whether", "or", "not"), ("nothing", "but"), ("cannot", "but"), ("why", "not"), ("no", "less"), ("not", "least"),
    ("not", "to", "mention"), ("can't", "wait"), ("cannot", "wait"), ("couldn't", "wait"), ("not", "wait"),
    ("if", "not"), ("no", "wonder"), ("not", "surprising"), ("nothing", "less", "than"),
)  # fmt: skip
"""Phrases with a negation that deny nothing of the clause they stand in."""

QUANTITIES: Final = frozenset("some half most part many few several two three one none any much all".split())
"""Quantities that a phrase with "of" takes from a whole: "some of the soldiers"."""

DEGREES: Final = frozenset(
    "almost nearly virtually practically hardly barely scarcely not half never rarely seldom fast".split()
)
"""Words that bear on a quantity or a universal that follows: "nearly all", "not every"."""

UNIVERSALS: Final = frozenset(
    "all every always everyone everybody everything everywhere each any anyone anybody anything both entirely"
    " completely totally wholly never none no nothing nobody anywhere".split()
)
"""Words that a degree before them makes less than universal."""

NOT_CERTAIN: Final = frozenset(
    "certainty evidence proof guarantee indication sign suggestion reason chance way assurance".split()
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
