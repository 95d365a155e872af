"""A source as statements are made from it: its truths, its people, what stands in it. Nothing is altered here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.language.function_words import is_function_word
from quotecheck.language.given_names import gender_of
from quotecheck.model import Span, Voice, VoiceKind
from quotecheck.selftest.clauses import clauses
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.truths import Truth
from quotecheck.selftest.worlds import Maker, World
from quotecheck.speech.names import NameKind, read_name
from quotecheck.speech.people import Sameness, compare
from quotecheck.text.sentences import sentences
from quotecheck.text.tokens import tokenize

SHORTEST: Final = 4
"""Tokens of a truth at least."""
LONGEST: Final = 45
"""Tokens of a truth at most."""
LONGEST_TEXT: Final = 400  # code points
# Marks of furniture, markup and editing: what stands in them may be no words of the speaker.
_DOUBTFUL: Final = re.compile(r"[\[\]{}*_#|<>~^=\\\x00-\x08\x0b-\x1f\ufffd]|-\s*\n|\n\s*\n")
_MARKS: Final = re.compile(r"[“”„«»\"]|(?<!\w)['‘]")
_SPEAKS: Final = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.ROLE})


class Ground:
    """A source, with what recipes ask of it."""

    def __init__(self, source: KnownSource, others: Sequence[str] = ()) -> None:
        """The ground of a self-test.

        Args:
            source: A source as a checker knows it.
            others: Sentences of other texts.
        """
        self.source = source
        self.others = tuple(others)
        self.language = source.language
        self._worlds: dict[Maker, World] = {}

    @property
    def content(self) -> str:
        """The source's content."""
        return self.source.text.content

    @property
    def author(self) -> str | None:
        """Whose words the text's own are; right for all of its words, and so nobody's falsehood."""
        return self.source.voices.ground.speaker

    @cached_property
    def truths(self) -> tuple[Truth, ...]:
        """Sentences and clauses that may be quoted as they stand, in order of place."""
        found = [*self._spoken(), *self._narrated()]
        found += [part for truth in found if truth.whole and not truth.joined for part in self._parts(truth)]
        return tuple(sorted(found, key=lambda truth: (truth.span, truth.joined)))

    @cached_property
    def following(self) -> dict[Span, Truth]:
        """By a sentence's span, the next sentence of the same voice, if nothing stands between the two."""
        whole = [truth for truth in self.truths if truth.whole and not truth.joined]
        return {
            one.span: other
            for one, other in pairwise(whole)
            if one.speaker == other.speaker and not self.content[one.span.end : other.span.start].strip()
        }

    @cached_property
    def spoken(self) -> tuple[Truth, ...]:
        """Whole sentences with a speaker who is named, long enough to be one place and no other."""
        return tuple(
            truth
            for truth in self.truths
            if truth.speaker and truth.whole and not truth.joined and self.telling(truth.text) and self.alone(truth)
        )

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """People who say something in the source, by name or label, in order."""
        names = dict.fromkeys(truth.speaker for truth in self.truths if truth.speaker)
        return tuple(name for name in names if self._is_named(name) and name != self.author)

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Proper names of people of the source, as running text writes them."""
        found = {written(name): None for name in self.speakers if read_name(name).kind is NameKind.PERSON}
        for person in self.source.register.people:
            name = read_name(person.name)
            known = name.titles or person.roles or (len(name.words) > 1 and gender_of(name.words[0]))
            if name.kind is NameKind.PERSON and name.words and known:
                found[written(person.name)] = None
        return tuple(name for name in found if self._only_a_name(name.split()[-1]))

    def _only_a_name(self, word: str) -> bool:
        """True if a last name is no suffix and stands nowhere in the source as an ordinary word."""
        places = self.source.index.places(word.casefold())
        return (
            word.isalpha()
            and word[:1].isupper()
            and all(self.source.tokens.word(place)[:1].isupper() for place in places)
        )

    def other_speaker(self, truth: Truth, dice: Dice) -> str | None:
        """Somebody else of the source who does not say the truth's words; None if nobody is clearly another.

        Those who may be the speaker where only the order of a talk tells are not clearly another (``rival``), and
        where one of them is only described, nobody is.
        """
        if any(self.described(name) for name in truth.rivals):
            return None
        right = [name for name in (truth.speaker, self.author, *truth.rivals) if name]
        others = [name for name in self.speakers if all(self.are_two(name, one) for one in right)]
        return dice.pick(others, "speaker", truth.text) if others else None

    def described(self, name: str) -> bool:
        """True for a description, whom anybody may be: "a youth"."""
        return not name[:1].isupper()

    def are_two(self, one: str, other: str) -> bool:
        """True if two names share no word and nothing in the source ties them.

        A tie that the register cannot see through leaves two names two: that is what a self-test has to find.
        """
        mine, theirs = read_name(one), read_name(other)
        shared = {*re.findall(r"\w+", one.casefold())} & {*re.findall(r"\w+", other.casefold())}
        if shared or NameKind.PRONOUN in (mine.kind, theirs.kind):
            return False
        return compare(one, other, self.source.register) is not Sameness.SAME

    def count(self, words: str) -> int:
        """How often words stand in the source, token by token."""
        keys = list(tokenize(words).keys)
        if not keys:
            return 0
        index, there = self.source.index, self.source.tokens.keys
        rarest = min(range(len(keys)), key=lambda at: (len(index.places(keys[at])), at))
        starts = (place - rarest for place in index.places(keys[rarest]))
        return sum(1 for at in starts if at >= 0 and list(there[at : at + len(keys)]) == keys)

    def alone(self, truth: Truth) -> bool:
        """True if the truth's words stand at one place only."""
        return self.count(truth.text) == 1

    def near(self, truth: Truth, name: str) -> bool:
        """True if the truth's sentence has the name, or a word of it, in what may be left out."""
        return any(word in truth.span.of(self.content) for word in name.split())

    @cached_property
    def reported(self) -> tuple[tuple[str, str], ...]:
        """Words that the source reports of somebody in its own way, with the name."""
        found = ((voice, self._plain(voice)) for voice in self.source.voices.voices if voice.kind is VoiceKind.REPORTED)
        return tuple((words, voice.speaker) for voice, words in found if words and voice.speaker)

    @cached_property
    def relayed(self) -> tuple[tuple[str, str], ...]:
        """Words that somebody quotes in what he says himself, with his name."""
        found = ((voice, self._plain(voice)) for voice in self.source.voices.voices if voice.relayed_by)
        return tuple((words, voice.relayed_by) for voice, words in found if words and voice.relayed_by)

    def _plain(self, voice: Voice) -> str:
        """The words of a voice of one part that tell something and stand once; "" if they are no such words."""
        words = " ".join(voice.span.of(self.content).split()) if len(voice.parts) == 1 else ""
        name = voice.relayed_by or voice.speaker
        named = name is not None and self._is_named(name) and name != self.author
        fits = named and not voice.shared and len(words) <= LONGEST_TEXT and not _DOUBTFUL.search(words)
        return words if fits and not _MARKS.search(words) and self.telling(words) and self.count(words) == 1 else ""

    def world(self, make: Maker | None) -> World:
        """What statements are checked against: the source, or what ``make`` makes of it, once."""
        if make is None:
            return World((self.source.text,))
        if make not in self._worlds:
            self._worlds[make] = make(self)
        return self._worlds[make]

    def telling(self, words: str) -> bool:
        """True for words that are many and rare enough to tell one place from another."""
        keys = tokenize(words).keys
        return len(keys) >= 6 and sum(not is_function_word(key, self.language) for key in keys) >= 3

    def _is_named(self, name: str) -> bool:
        kind = read_name(name).kind
        if not name[:1].isupper():
            return False
        return kind is NameKind.PERSON or (name in self._labels and kind in _SPEAKS)

    @cached_property
    def _labels(self) -> frozenset[str]:
        turns = (voice for voice in self.source.voices.voices if voice.kind is VoiceKind.TURN)
        return frozenset(voice.speaker for voice in turns if voice.speaker and not voice.shared)

    def _spoken(self) -> Iterator[Truth]:
        for voice in self.source.voices.voices:
            if voice.kind is VoiceKind.REPORTED or not all(part.start < part.end for part in voice.parts):
                continue
            speaker = None if voice.shared else voice.speaker
            if voice.relayed_by not in (None, self.author) or (speaker and read_name(speaker).kind not in _SPEAKS):
                continue  # a quotation in a quotation has two speakers, and a pronoun is nobody without its place
            yield from self._of_voice(voice, speaker)

    def _of_voice(self, voice: Voice, speaker: str | None) -> Iterator[Truth]:
        """The sentences of each part, and those across each seam of an interrupted quotation as one.

        A half sentence beside a seam is no truth by itself: what limits it may stand in the other half.
        """
        before: Truth | None = None
        for at, part in enumerate(voice.parts):
            found = list(self._sentences(part, voice, speaker))
            opens_cut = at > 0 and self._goes_on(part)
            closes_cut = at + 1 < len(voice.parts) and self._goes_on(voice.parts[at + 1])
            yield from found[opens_cut : len(found) - closes_cut]
            if before and found and speaker and voice.kind is VoiceKind.QUOTED:
                yield from self._joined(before, found[0], voice.parts[at - 1], part)
            before = found[-1] if found else None

    def _goes_on(self, part: Span) -> bool:
        """True if a part goes on with the sentence of the part before it."""
        return self.content[part.start : part.start + 1].islower()

    def _sentences(self, part: Span, voice: Voice, speaker: str | None) -> Iterator[Truth]:
        for one in sentences(part.of(self.content)):
            span = one.shifted(part.start)
            owners = self.source.voices.over(span)
            if len(owners) == 1 and owners[0][1] is voice:
                yield from self._truth(span, voice.kind, speaker, voice.rivals)

    def _joined(self, one: Truth, other: Truth, before: Span, after: Span) -> Iterator[Truth]:
        """The sentences on both sides of a seam as one quotation, if nothing stands between them and the seam."""
        between = self.content[one.span.end : before.end] + self.content[after.start : other.span.start]
        if len(tokenize(between)) or "\n\n" in self.content[one.span.start : other.span.end]:
            return
        stop = "." if other.text[:1].isupper() and one.text[-1:] not in ".?!…" else ""
        text = f"{one.text.rstrip(',') if stop else one.text}{stop} {other.text}"
        span = Span(one.span.start, other.span.end)
        yield Truth(text=text, span=span, voice=one.voice, speaker=one.speaker, joined=True)

    def _narrated(self) -> Iterator[Truth]:
        ground = self.source.voices.ground
        if any(voice.kind is VoiceKind.TURN for voice in self.source.voices.voices):
            return  # what stands outside the turns of a transcript is furniture
        for span in sentences(self.content):
            owners = [voice for _, voice in self.source.voices.over(span)]
            plain = all(voice is ground for voice in owners) and not _MARKS.search(span.of(self.content))
            if plain and span.of(self.content).rstrip().endswith((".", "!", "?")):
                yield from self._truth(span, ground.kind, ground.speaker)

    def _truth(self, span: Span, kind: VoiceKind, speaker: str | None, rivals: tuple[str, ...] = ()) -> Iterator[Truth]:
        words = span.of(self.content)
        if len(words) > LONGEST_TEXT or _DOUBTFUL.search(words):
            return
        if SHORTEST <= len(tokenize(words)) <= LONGEST:
            yield Truth(text=" ".join(words.split()), span=span, voice=kind, speaker=speaker, rivals=rivals)

    def _parts(self, truth: Truth) -> Iterator[Truth]:
        for start, end in clauses(truth.text, self.language):
            yield Truth(
                text=truth.text[start:end],
                span=truth.span,
                voice=truth.voice,
                speaker=truth.speaker,
                whole=False,
                rivals=truth.rivals,
            )

    @cached_property
    def by_speaker(self) -> dict[str, tuple[Truth, ...]]:
        """The sentences of ``spoken`` by speaker, in order."""
        found: dict[str, list[Truth]] = defaultdict(list)
        for truth in self.spoken:
            found[truth.speaker or ""].append(truth)
        return {name: tuple(truths) for name, truths in found.items()}


def written(name: str) -> str:
    """A label as running text writes a name: "HAMLET" is Hamlet; titles go."""
    words = [
        word for word in name.split() if word.casefold().strip(".") not in {"mr", "mrs", "ms", "miss", "dr", "sir"}
    ]
    plain = " ".join(words) or name
    return plain.title() if plain.isupper() else plain
