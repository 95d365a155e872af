"""Quoted parts of reported clauses: they are whose the clause is. Found after both, since neither needs the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quotecheck.language.given_names import gender_of
from quotecheck.speech.attributed import Attribution, Rule, root_of
from quotecheck.speech.indirect import Reported
from quotecheck.speech.lexis import Lexis
from quotecheck.speech.paragraphs import Prose
from quotecheck.speech.phrases import Phrase, after, is_role
from quotecheck.speech.prose import QUOTE, Token
from quotecheck.speech.subjects import main_subject

_FEWEST: Final = 6
_NEAR: Final = 50
"""Quotations and clauses before one that are looked at for the one who goes on."""
_WEAK: Final = frozenset({Rule.GOES_ON, Rule.BEAT})


def share(prose: Prose, attributions: list[Attribution | None], clauses: Sequence[Reported]) -> None:
    """Give each quoted part of a reported clause to the clause's speaker, where no cue of its own does.

    Args:
        prose: The text.
        attributions: Who says each quotation; filled in where it says nobody, or only whoever spoke before.
        clauses: The reported clauses, in order of place.
    """
    if not prose.lex.words.verb_second:
        return
    for paragraph in prose.paragraphs:
        for sentence in paragraph.sentences:
            _by_stand(prose, sentence.tokens, attributions)
    for number, clause in enumerate(clauses):
        for quote in clause.quotes:
            one = attributions[quote]
            if clause.mention is not None and (one is None or one.rule in _WEAK):
                attributions[quote] = Attribution(Rule.SCOPE, clause.mention, clause.cue)
            elif clause.continues and one is None:
                attributions[quote] = _before(prose, attributions, clauses, number)


def _by_stand(prose: Prose, tokens: Sequence[Token], attributions: list[Attribution | None]) -> None:
    """As in "Die Ministerin will „…“", "Für den Trainer war das „…“": no verb of saying, but whose view it is."""
    quotes = [at for at, token in enumerate(tokens) if token.kind is QUOTE and attributions[token.quote] is None]
    if not quotes:
        return
    holder = _viewer(tokens, prose.lex) or _wanting(tokens, quotes[0], prose.lex)
    if holder is None:
        return
    for at in quotes:
        if at >= holder.last and not any(one.low in (";", ":") for one in tokens[holder.last : at]):
            attributions[tokens[at].quote] = Attribution(Rule.SCOPE, prose.mention(tokens, holder))


def _viewer(tokens: Sequence[Token], lex: Lexis) -> Phrase | None:
    if tokens[0].low not in lex.words.viewpoints or len(tokens) < _FEWEST:
        return None
    found = after(tokens, 1, lex.words, stop=lex.verbs)
    if found is None or found.last >= len(tokens):
        return None
    named = tokens[found.last - 1]
    person = is_role(named.low, lex.words) or any(
        gender_of(one.low) or is_role(one.low, lex.words) for one in tokens[found.first : found.last]
    )
    past = found.last
    if tokens[past].low == "(":  # "Ida Weber (FDP)"
        past = next((at + 1 for at in range(past, min(past + 4, len(tokens) - 1)) if tokens[at].low == ")"), past)
    return found if person and tokens[past].low in lex.words.linking else None


def _wanting(tokens: Sequence[Token], quote: int, lex: Lexis) -> Phrase | None:
    verb = next((at for at in range(quote) if tokens[at].low in lex.words.wanting), None)
    if verb is None or any(one.low in (";", ":") for one in tokens[:quote]):
        return None
    subject = main_subject(tokens, verb, lex) or main_subject(tokens, len(tokens), lex)
    return subject if subject is not None and subject.last <= quote else None


def _before(
    prose: Prose, attributions: Sequence[Attribution | None], clauses: Sequence[Reported], number: int
) -> Attribution | None:
    """Who spoke last before a clause that goes on: the clause before it, or the quotation."""
    start = clauses[number].parts[0].start
    index = bisect_left(prose.quotations, start, key=lambda one: one.outer.start) - 1
    floor = index - _NEAR
    while index > floor and index >= 0 and attributions[index] is None:
        index -= 1
    index = index if index > floor else -1
    quoted = prose.quotations[index].outer.start if index >= 0 else -1
    for other in range(number - 1, max(-1, number - 1 - _NEAR), -1):
        clause = clauses[other]
        if clause.parts[0].start <= quoted:
            break
        if clause.mention is not None:
            return Attribution(Rule.SCOPE, clause.mention, clause.cue)
    return Attribution(Rule.GOES_ON, same_as=root_of(attributions, index)) if index >= 0 else None
