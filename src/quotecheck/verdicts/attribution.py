"""Whether the one the draft names is the one the source lets speak. Words are not compared here."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.matching.compare import Comparison
from quotecheck.matching.differences import DifferenceKind
from quotecheck.model import Span, Text, Uttered, Voice, VoiceKind
from quotecheck.speech.hearsay import described_beside, wrongly_given_to
from quotecheck.speech.people import Register, Sameness, compare
from quotecheck.speech.voices import Voices
from quotecheck.text.tokens import Tokens

_REPLY: Final = regex.compile(r"[”\"»]\s++[“\"«]|’\s++‘")
_DASHED: Final = regex.compile(r"[.!?…]\s*?\n[-–—][ \t]")
_NAME_AT_END: Final = regex.compile(r"(?<!\w)\p{Lu}[\w.'’-]{0,60}+(?:\s\p{Lu}[\w.'’-]{0,60}+){0,12}+\Z")
_TELLING: Final = frozenset({VoiceKind.NARRATION, VoiceKind.REPORTED, VoiceKind.AUTHOR})
_SPEAKING: Final = frozenset({VoiceKind.TURN, VoiceKind.QUOTED})
_MARKS: Final = "\"'“”„‘’‚«»‹›「」『』`´"


Known = Callable[[], Register | None]
"""Gives the people of a source: to put them together takes long, and most statements name nobody."""


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
    DENIED = "denied"
    """The source says that the one named did not say this."""
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
        cue: Span of the words that say who spoke; None if there are none.
        kind: How the source gives the words.
        seam: Span of the first stretch by another voice; None unless spliced.
    """

    relation: Relation
    said_by: str | None = None
    relayed_by: str | None = None
    cue: Span | None = None
    kind: VoiceKind | None = None
    seam: Span | None = None


@attrs.frozen
class _Share:
    """A voice, how many of the statement's words are its, and the first and last of them among the source's tokens."""

    voice: Voice
    words: int
    first: int
    last: int


def attribute(given: str | None, comparison: Comparison, voices: Voices, text: Text, register: Known) -> Attribution:
    """Who speaks in a passage, and whether it is the one named.

    Args:
        given: The speaker that the draft names; None if it names nobody.
        comparison: The statement's words against the passage's.
        voices: The source's voices.
        text: The source.
        register: Gives the people of the source, or None to compare names alone; asked only to compare two names.

    Returns:
        The relation, and what the source says instead.
    """
    shares = _shares(comparison, voices)
    if not shares:
        return Attribution(relation=Relation.NOT_ASKED if given is None else Relation.UNCONFIRMED)
    main = max(shares, key=lambda share: share.words).voice
    relations = [(share, _relation(given, share.voice, text, register)) for share in shares]
    between = _turn_between(comparison, voices, register)
    if between is not None:
        return _made(Relation.SPLICED, main, between)
    seam = _seam(comparison, shares, register)
    if seam is not None and not _all_good(given, relations, comparison, shares):
        return _made(Relation.SPLICED, main, seam)
    if given is None:
        return _made(Relation.NOT_ASKED, main)
    if _is_disowned(given, comparison, text, register):
        return attrs.evolve(_made(Relation.DIFFERENT, main), said_by=None)
    weighty = [relation for share, relation in relations if share.words > 1 or len(shares) == 1]
    return _made(_together(weighty or [relations[0][1]]), main)


def _is_disowned(given: str, comparison: Comparison, text: Text, register: Known) -> bool:
    """True if the source says itself that the words are not those of the one named."""
    last = comparison.source.stretch(comparison.stretches[-1][0], comparison.end)
    name = wrongly_given_to(text.content, last)
    return name is not None and any(
        compare(given, form, register()) is Sameness.SAME
        for form in (name, name.partition(" ")[2], *_capitalised(name))
    )


def _capitalised(name: str) -> tuple[str, ...]:
    """The capitalised end of a phrase: "Vero Santi" of "the painter Vero Santi"."""
    found = _NAME_AT_END.search(name)
    return (found[0],) if found else ()


def _made(relation: Relation, voice: Voice, seam: Span | None = None) -> Attribution:
    cue = None if voice.cue is None else Span(voice.cue.start, voice.cue.end)
    return Attribution(
        relation=relation, said_by=voice.speaker, relayed_by=voice.relayed_by, cue=cue, kind=voice.kind, seam=seam
    )


def _shares(comparison: Comparison, voices: Voices) -> list[_Share]:
    """The voices that say the words which the statement takes, in order of their first word."""
    shares: dict[int, _Share] = {}
    source = comparison.source
    for first, at in comparison.pairs:
        if comparison.query.optional[first]:
            continue
        voice = voices.at(source.starts[at])
        known = shares.get(id(voice))
        if known is None:
            shares[id(voice)] = _Share(voice, 1, at, at)
        else:
            shares[id(voice)] = attrs.evolve(known, words=known.words + 1, last=at)
    return list(shares.values())


def _seam(comparison: Comparison, shares: Sequence[_Share], register: Known) -> Span | None:
    """The word with which a second speaker begins; None if all may be one speaker's."""
    for share, following in itertools.pairwise(shares):
        if _splits(share.voice, following.voice, register):
            return comparison.source.span(following.first)
    return next(_replies(comparison), None)


def _turn_between(comparison: Comparison, voices: Voices, register: Known) -> Span | None:
    """The word before which another speaker's turn is left out: a quotation keeps to one utterance."""
    source = comparison.source
    for one in comparison.differences:
        if one.kind not in {DifferenceKind.DOTTED, DifferenceKind.OMITTED} or not 0 < one.start < one.end < len(source):
            continue
        left, right = voices.at(source.starts[one.start - 1]), voices.at(source.starts[one.end])
        if left is right or left.kind not in _SPEAKING or right.kind not in _SPEAKING:
            continue
        between = Span(source.ends[one.start - 1], source.starts[one.end])
        if any(_is_other(voice, left, register) for _, voice in voices.over(between)):
            return source.span(one.end)
    return None


def _is_other(voice: Voice, left: Voice, register: Known) -> bool:
    if voice.kind not in _SPEAKING or voice is left or voice.relayed_by is not None:
        return False
    if voice.speaker is None or left.speaker is None:
        return voice.kind is VoiceKind.TURN
    return voice.speaker != left.speaker and compare(voice.speaker, left.speaker, register()) is Sameness.DIFFERENT


def _splits(one: Voice, two: Voice, register: Known) -> bool:
    """True if the words of two neighbouring voices cannot be one quotation of one speaker."""
    if one.kind is VoiceKind.TURN and two.kind is VoiceKind.TURN and (one.shared or two.shared):
        return True
    if one.relayed_by is not None and one.relayed_by == two.speaker:
        return False
    if two.relayed_by is not None and two.relayed_by == one.speaker:
        return False
    if one.kind in _TELLING or two.kind in _TELLING:
        return (one.kind in _TELLING) != (two.kind in _TELLING)
    if one.speaker is None or two.speaker is None or one.speaker == two.speaker:
        return False
    return compare(one.speaker, two.speaker, register()) is Sameness.DIFFERENT


def _replies(comparison: Comparison) -> Iterator[Span]:
    """Words before which a quotation is closed and another opened with nothing said between: somebody answers."""
    source = comparison.source
    for (_, before), (_, at) in zip(comparison.pairs, comparison.pairs[1:], strict=False):
        gap = source.before(at) if at == before + 1 else ""
        if gap and (_REPLY.search(gap) or (_DASHED.search(gap) and _after_dash(source, before))):
            yield source.span(at)


def _after_dash(source: Tokens, at: int) -> bool:
    """True if the line of a token opens with a dash, as the next one does: two lines of a dialogue."""
    low = source.content.rfind("\n", 0, source.starts[at]) + 1
    return source.content[low : low + 1] in {"-", "–", "—"}


def _all_good(
    given: str | None,
    relations: Sequence[tuple[_Share, Relation]],
    comparison: Comparison,
    shares: Sequence[_Share],
) -> bool:
    """True if the words may still be one quotation: the narrator's, with what he quotes; or all of the one named."""
    if given is None:
        people = {share.voice.speaker for share in shares if share.voice.kind not in _TELLING}
        told = any(share.voice.kind in _TELLING for share in shares)
        return told and len(people) <= 1 and all(_marked(share, comparison) for share in shares[1:])
    own = {Relation.SAME, Relation.RELAYED, Relation.REPORTED}
    found = {relation for _, relation in relations}
    return found <= GOOD | own and bool(found & own)


def _marked(share: _Share, comparison: Comparison) -> bool:
    """True if the statement has a quotation mark where this voice begins, as the source has."""
    for first, at in comparison.pairs:
        if at == share.first:
            return any(sign in _MARKS for sign in comparison.query.tokens.before(first))
    return False


def _relation(given: str | None, voice: Voice, text: Text, register: Known) -> Relation:
    if given is None:
        return Relation.NOT_ASKED
    if text.author is not None and compare(given, text.author, register()) is Sameness.SAME:
        return Relation.SAME
    if voice.kind is VoiceKind.NARRATION:
        return Relation.NARRATION
    if voice.kind is VoiceKind.AUTHOR:
        return _author_relation(given, voice, text, register)
    said = _sameness(given, voice.speaker, register)
    if said is Sameness.DIFFERENT and _speaks_there(voice, text.content):
        said = Sameness.UNSURE
    if said is Sameness.UNSURE and described_beside(given, voice, text.content):
        said = Sameness.DIFFERENT
    if said is Sameness.DIFFERENT and any(
        compare(given, one, register()) is not Sameness.DIFFERENT for one in voice.rivals
    ):
        said = Sameness.UNSURE
    if said is Sameness.UNSURE and any(compare(given, one, register()) is Sameness.SAME for one in voice.others):
        said = Sameness.DIFFERENT
    if voice.relayed_by is not None and voice.relayed_by != text.author:
        relay = _sameness(given, voice.relayed_by, register)
        if Sameness.SAME in (said, relay):
            return Relation.RELAYED
    if voice.uttered is not Uttered.SAID and said is Sameness.SAME:
        return Relation.DENIED if voice.uttered is Uttered.DENIED else Relation.UNCONFIRMED
    if voice.kind is VoiceKind.REPORTED and said is Sameness.SAME:
        return Relation.REPORTED
    return {
        Sameness.SAME: Relation.SAME,
        Sameness.DIFFERENT: Relation.DIFFERENT,
        Sameness.UNSURE: Relation.UNCONFIRMED,
    }[said]


def _speaks_there(voice: Voice, content: str) -> bool:
    """True for "I say unto you,": whoever says so is speaking there, and is no narrator who looks back ("I said")."""
    if voice.cue is None or voice.speaker is None or voice.speaker.casefold() not in {"i", "we"}:
        return False
    return content[voice.cue.start : voice.cue.end].split()[:1] in (["say"], ["tell"], ["ask"])


def _author_relation(given: str, voice: Voice, text: Text, register: Known) -> Relation:
    said = _sameness(given, voice.speaker, register)
    if said is Sameness.DIFFERENT and text.speaker is None:
        return Relation.NARRATION
    return {
        Sameness.SAME: Relation.SAME,
        Sameness.DIFFERENT: Relation.DIFFERENT,
        Sameness.UNSURE: Relation.UNCONFIRMED,
    }[said]


def _sameness(given: str, found: str | None, register: Known) -> Sameness:
    return Sameness.UNSURE if found is None else compare(given, found, register())


def _together(relations: Sequence[Relation]) -> Relation:
    """One relation for a passage of several voices: the worst of them, but a mixture with the right one is a splice."""
    kinds = set(relations)
    bad = kinds & {Relation.DIFFERENT, Relation.NARRATION}
    if bad and kinds & {Relation.SAME, Relation.RELAYED}:
        return Relation.SPLICED
    order = (
        Relation.DENIED,
        Relation.DIFFERENT,
        Relation.NARRATION,
        Relation.REPORTED,
        Relation.SAME,
        Relation.UNCONFIRMED,
        Relation.RELAYED,
        Relation.NOT_ASKED,
    )
    return next(relation for relation in order if relation in kinds)
