"""Whether the one the draft names is the one the source lets speak. Words are not compared here."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from quotecheck.model import Span, Text, Voice, VoiceKind
from quotecheck.speech.people import Register, Sameness, compare
from quotecheck.speech.voices import Voices
from quotecheck.text.tokens import Tokens


class Relation(enum.Enum):
    """How the draft's speaker stands to the source's."""

    NOT_ASKED = "not-asked"
    """The draft names nobody."""
    SAME = "same"
    UNCONFIRMED = "unconfirmed"
    """The source does not say who spoke, or not in a way that can be compared."""
    RELAYED = "relayed"
    """Quoted within another's speech, and the draft names one of the two."""
    REPORTED = "reported"
    """The source reports the one named, in its own words."""
    DIFFERENT = "different"
    NARRATION = "narration"
    """The source's own narration."""
    SPLICED = "spliced"
    """Words of several speakers."""


GOOD = frozenset({Relation.NOT_ASKED, Relation.SAME, Relation.UNCONFIRMED, Relation.RELAYED})
"""Relations under which the words may be called exact."""


@attrs.frozen(kw_only=True)
class Attribution:
    """What the source says of who speaks in a passage.

    Attributes:
        relation: How the draft's speaker stands to the source's.
        said_by: The one the source gives the words to; None if it does not say.
        relayed_by: The one in whose speech they are quoted; None if in nobody's.
        kind: How the source gives the words.
        seam: Span of the first stretch by another voice; None unless spliced.
    """

    relation: Relation
    said_by: str | None = None
    relayed_by: str | None = None
    kind: VoiceKind | None = None
    seam: Span | None = None


@attrs.frozen
class _Share:
    """A voice, the stretches of the passage that are its, and how many words they hold."""

    voice: Voice
    words: int
    first: Span


def attribute(
    given: str | None, stretches: Sequence[Span], voices: Voices, tokens: Tokens, text: Text, register: Register | None
) -> Attribution:
    """Who speaks in a passage, and whether it is the one named.

    Args:
        given: The speaker that the draft names; None if it names nobody.
        stretches: Spans of the source's content in which the statement's words stand.
        voices: The source's voices.
        tokens: The source's tokens.
        text: The source.
        register: The people of the source; None to compare names alone.

    Returns:
        The relation, and what the source says instead.
    """
    shares = _shares(stretches, voices, tokens)
    if not shares:
        return Attribution(relation=Relation.NOT_ASKED if given is None else Relation.UNCONFIRMED)
    main = max(shares, key=lambda share: share.words).voice
    others = [share for share in shares if _splits(share.voice, main, register)]
    relations = [(share, _relation(given, share.voice, text, register)) for share in shares]
    if others and not _all_good(given, relations):
        return _made(Relation.SPLICED, main, others[0].first)
    if given is None:
        return _made(Relation.NOT_ASKED, main)
    worst = [relation for share, relation in relations if share.words > 1 or len(shares) == 1]
    return _made(_together(worst or [relations[0][1]]), main)


def _made(relation: Relation, voice: Voice, seam: Span | None = None) -> Attribution:
    return Attribution(
        relation=relation, said_by=voice.speaker, relayed_by=voice.relayed_by, kind=voice.kind, seam=seam
    )


def _shares(stretches: Sequence[Span], voices: Voices, tokens: Tokens) -> list[_Share]:
    shares: dict[int, _Share] = {}
    for stretch in stretches:
        for span, voice in voices.over(stretch):
            first, past = tokens.between(span)
            if first < past:
                known = shares.get(id(voice))
                words = (known.words if known else 0) + past - first
                shares[id(voice)] = _Share(voice, words, known.first if known else span)
    return list(shares.values())


def _splits(voice: Voice, main: Voice, register: Register | None) -> bool:
    """True if words of the two voices cannot be one quotation of one speaker."""
    if voice is main:
        return False
    if voice.kind is VoiceKind.TURN and main.kind is VoiceKind.TURN and (voice.shared or main.shared):
        return True
    if voice.relayed_by is not None or main.relayed_by is not None:
        return voice.relayed_by != main.speaker and main.relayed_by != voice.speaker and voice.speaker != main.speaker
    if voice.speaker is None or main.speaker is None:
        return (voice.kind is VoiceKind.NARRATION) != (main.kind is VoiceKind.NARRATION)
    return compare(voice.speaker, main.speaker, register) is Sameness.DIFFERENT


def _all_good(given: str | None, relations: Sequence[tuple[_Share, Relation]]) -> bool:
    """True if the words may still be one quotation: the narrator's, with what he quotes; or all of the one named."""
    if given is None:
        kinds = {share.voice.kind for share, _ in relations}
        people = {share.voice.speaker for share, _ in relations if share.voice.kind is not VoiceKind.NARRATION}
        return VoiceKind.NARRATION in kinds and len(people) <= 1
    return all(relation in GOOD for _, relation in relations) and any(
        relation in {Relation.SAME, Relation.RELAYED} for _, relation in relations
    )


def _relation(given: str | None, voice: Voice, text: Text, register: Register | None) -> Relation:
    if given is None:
        return Relation.NOT_ASKED
    if text.author is not None and compare(given, text.author, register) is Sameness.SAME:
        return Relation.SAME
    if voice.kind is VoiceKind.NARRATION:
        return Relation.NARRATION
    if voice.kind is VoiceKind.AUTHOR:
        return _author_relation(given, voice, text, register)
    said = _sameness(given, voice.speaker, register)
    if voice.relayed_by is not None:
        relay = _sameness(given, voice.relayed_by, register)
        if Sameness.SAME in (said, relay):
            return Relation.RELAYED
    if voice.shared and said is not Sameness.SAME:
        return Relation.UNCONFIRMED
    if voice.kind is VoiceKind.REPORTED and said is Sameness.SAME:
        return Relation.REPORTED
    return {
        Sameness.SAME: Relation.SAME,
        Sameness.DIFFERENT: Relation.DIFFERENT,
        Sameness.UNSURE: Relation.UNCONFIRMED,
    }[said]


def _author_relation(given: str, voice: Voice, text: Text, register: Register | None) -> Relation:
    said = _sameness(given, voice.speaker, register)
    if said is Sameness.DIFFERENT and text.speaker is None:
        return Relation.NARRATION
    return {
        Sameness.SAME: Relation.SAME,
        Sameness.DIFFERENT: Relation.DIFFERENT,
        Sameness.UNSURE: Relation.UNCONFIRMED,
    }[said]


def _sameness(given: str, found: str | None, register: Register | None) -> Sameness:
    return Sameness.UNSURE if found is None else compare(given, found, register)


def _together(relations: Sequence[Relation]) -> Relation:
    """One relation for a passage of several voices: the worst of them, but a mixture with the right one is a splice."""
    kinds = set(relations)
    bad = kinds & {Relation.DIFFERENT, Relation.NARRATION}
    if bad and kinds & {Relation.SAME, Relation.RELAYED}:
        return Relation.SPLICED
    order = (
        Relation.DIFFERENT,
        Relation.NARRATION,
        Relation.REPORTED,
        Relation.UNCONFIRMED,
        Relation.RELAYED,
        Relation.SAME,
        Relation.NOT_ASKED,
    )
    return next(relation for relation in order if relation in kinds)
