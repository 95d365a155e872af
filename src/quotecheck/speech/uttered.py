"""Whether a cue says that words were said at all: denied, only imagined, or somebody else's. English only.

"X never said “…”" and "X should have said “…”" give X no words. Whose the words are otherwise is found elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotecheck.model import Uttered
from quotecheck.speech.cues import Event
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.phrases import is_small
from quotecheck.speech.prose import QUOTE, SIGN, WORD, Token
from quotecheck.speech.subjects import Order, helpers_before

_NEGATIONS: Final = frozenset("not never cannot neither nor".split())
_MODALS: Final = frozenset("should could might may must will can shall shouldn't couldn't won't can't".split())
_NOBODY: Final = frozenset("nobody none neither no".split())
_BUT: Final = frozenset("only just merely simply".split())
"""After a negation, these say that more was said, not less ("did not only say")."""
_OPENERS: Final = frozenset("if unless whether lest suppose imagine supposing".split())
_WISHES: Final = frozenset("wish wishes wished wishing imagine imagines imagined imagining pretend pretends".split())
_DENYING: Final = frozenset(
    "deny denies denied denying avoid avoids avoided avoiding without refuse refuses refused refusing decline declines "
    "declined declining fail fails failed failing forgot forget forgets neglected reluctant unwilling stopped".split()
)
_PLANNED: Final = frozenset(
    "want wants wanted wish wishes wished hope hopes hoped hoping plan plans planned intend intends intended expect "
    "expects expected urge urged ask asked asks tell told tells about going ready prepared like love supposed meant "
    "need needs needed try tries tried trying want able".split()
)
_ACCUSING: Final = frozenset("accuse accuses accused accusing suspected suspect charged".split())
_HEARING: Final = frozenset("hear hears heard hearing overhear overheard overhears".split())
_ASKING: Final = frozenset("did does do has have had will would could should can is was were didn't doesn't".split())
_TOLD: Final = frozenset("told asked warned reminded informed advised".split())
_GOT: Final = frozenset(
    "receive receives received get gets got find finds found see sees saw notice noticed pass passes passed past read "
    "reads open opened tore".split()
)
_PAPERS: Final = frozenset(
    "note letter sign message text email e-mail card postcard poster banner placard slogan graffiti headline telegram "
    "leaflet sticker plaque reply answer".split()
)
_NEAR: Final = 8


def uttered(tokens: Sequence[Token], at: int, event: Event | None, lex: Lexis) -> Uttered:
    """What a sentence says of the words in marks at token ``at``: said, denied, imagined, or another's.

    Args:
        tokens: The sentence.
        at: The quotation.
        event: The cue that gives it to somebody; None if a colon alone does.
        lex: The language.
    """
    if lex.language != "en":
        return Uttered.SAID
    if event is None:
        return Uttered.ANOTHERS if _is_received(tokens, at, lex) else Uttered.SAID
    if _is_owners(tokens, event, lex):
        return Uttered.ANOTHERS
    if event.verb in _HEARING or (event.verb in ("read", "reads") and tokens[event.last].low == "from"):
        return Uttered.ANOTHERS
    if event.verb in _ACCUSING and tokens[max(0, at - 2)].low in ("saying", "writing", "telling"):
        return Uttered.ANOTHERS if event.subject is not None and event.subject.first < event.first else Uttered.IMAGINED
    if event.verb in _WISHES and event.verb not in ("imagine", "imagines"):
        return Uttered.IMAGINED
    return _by_helpers(tokens, event, lex) or _by_opener(tokens, event) or _by_scope(tokens, at, event, lex)


def is_negated(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """True if the verb of a cue is denied: "did not say", "never said", "nobody said"."""
    return lex.language == "en" and _by_helpers(tokens, event, lex) is Uttered.DENIED


def _is_owners(tokens: Sequence[Token], event: Event, lex: Lexis) -> bool:
    """As in "said Ruiz's husband": the phrase ends with the owner, and another is behind it."""
    phrase = event.subject
    if phrase is None or event.order is not Order.VERB_FIRST or phrase.last >= len(tokens):
        return False
    head = tokens[phrase.last]
    noun = head.kind is WORD and not head.capital and not is_small(head.low, lex.words) and head.low not in lex.nouns
    return noun and tokens[phrase.last - 1].low.endswith(("'s", "s'"))


def _by_helpers(tokens: Sequence[Token], event: Event, lex: Lexis) -> Uttered | None:
    """As in "did not say", "never said", "should have said", "refused to say", "nobody said"."""
    _, clear = helpers_before(tokens, event.first, lex)
    first = clear
    if event.subject is not None and event.subject.last <= event.first and event.order is Order.SUBJECT_FIRST:
        first = min(clear, event.subject.last)
    between = [token.low for token in tokens[first : event.first]]
    if event.subject is not None and tokens[event.subject.first].low in _NOBODY and not between:
        return Uttered.DENIED
    negated = any(low in _NEGATIONS or low.endswith("n't") for low in between)
    if negated and not any(low in _BUT for low in between):
        return Uttered.DENIED
    own = event.subject is not None and lex.words.pronouns.get(tokens[event.subject.first].low) == "1"
    unreal = any(low in _MODALS for low in between) or ("would" in between and "have" in between)
    if unreal and not own:
        return Uttered.IMAGINED
    return _by_governor(tokens, event, clear)


def _by_governor(tokens: Sequence[Token], event: Event, clear: int) -> Uttered | None:
    """As in "denied saying", "refused to say", "hoped to say", "accused of saying"."""
    if clear < 1 or (event.order is not Order.INHERITED and event.verb not in ("saying",)):
        return None
    before = tokens[clear - 1].low
    if before in ("to", "of", "short") and clear > 1:
        window = [token.low for token in tokens[max(0, clear - _NEAR) : clear - 1]]
        near = next((token.low for token in reversed(tokens[: clear - 1]) if token.low != "not"), "")
        if before == "of":
            return Uttered.IMAGINED if any(low in _ACCUSING for low in window) else None
        if near in _DENYING:
            return Uttered.DENIED
        return Uttered.IMAGINED if near in _PLANNED else None
    return Uttered.DENIED if before in _DENYING else None


def _by_opener(tokens: Sequence[Token], event: Event) -> Uttered | None:
    """As in "if X says", "did X say …?", "wished she had said", "nobody heard X say"."""
    start = event.start
    before = tokens[start - 1].low if start else ""
    if before in _OPENERS or before in _WISHES:
        return Uttered.IMAGINED
    if before in _HEARING:
        lows = (token.low for token in tokens[:start])
        if any(low in _NOBODY or low in _NEGATIONS or low.endswith("n't") for low in lows):
            return Uttered.DENIED
    asked = (start == 1 and before in _ASKING) or (start == 0 and tokens[0].low in _ASKING)
    return Uttered.IMAGINED if asked and tokens[-1].low == "?" else None


def _by_scope(tokens: Sequence[Token], at: int, event: Event, lex: Lexis) -> Uttered:
    """As in "denied she was “reckless”", "rejected the word “reckless”": a word that is only taken up."""
    if tokens[at - 1].low in ("saying", "writing", "telling") and event.verb in _DENYING:
        return Uttered.DENIED
    if event.verb in lex.denial and event.last <= at and tokens[at - 1].kind is not SIGN:
        between = tokens[event.last : at]
        if between and not any(token.low in ("as", "calling", "saying") or token.kind is QUOTE for token in between):
            return Uttered.IMAGINED
    return Uttered.SAID


def _is_received(tokens: Sequence[Token], at: int, lex: Lexis) -> bool:
    """As in "X was told: “…”", "X got a note: “…”": what stands behind the colon is said to the one named."""
    if at < 2 or tokens[at - 1].low != ":":
        return False
    last = at - 2
    if tokens[last].low in _TOLD:
        return helpers_before(tokens, last, lex)[0]
    if tokens[last].low not in _PAPERS:
        return False
    words = [token.low for token in tokens[max(0, last - _NEAR) : last] if token.kind is WORD]
    return any(low in _GOT for low in words)
