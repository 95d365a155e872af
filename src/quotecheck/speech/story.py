"""Who speaks in a story: reads it from the first word with its people in mind, then weighs all turns together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from quotecheck.language.stories import ADDRESS, KIN, calling_of, canonical, same_calling
from quotecheck.model import Words
from quotecheck.speech.attributed import Attribution, Rule, root_of
from quotecheck.speech.characters import Character, Characters, characters, differ, is_called, runs_in
from quotecheck.speech.following import Follower
from quotecheck.speech.likeness import fold
from quotecheck.speech.narrator import narrator_of
from quotecheck.speech.paragraphs import Paragraph, Prose
from quotecheck.speech.prose import QUOTE, WORD, Token, sentences_of
from quotecheck.speech.sequence import Turn, decide, pair
from quotecheck.speech.ties import called_otherwise, others_of

_RECENT: Final = 8
"""Turns of which the speakers may speak again without being named."""
_SELF: Final = re.compile(
    r"\b(?:I am|I'm|I’m|[Mm]y name is|[Mm]y name's|[Mm]y name’s)[ \n]((?:[A-Z][\w.’'-]*[ \n]?){1,3})(?=[,.!?;]|$)"
)


@attrs.frozen
class Told:
    """What a story tells of its speakers.

    Attributes:
        names: Who each mention means, by the offset where it starts.
        turns: The turns, in order, with their speakers.
        others: Those who are surely not the speaker of a quotation that a description gives to somebody, by number.
    """

    names: Mapping[int, str]
    turns: tuple[Turn, ...]
    others: Mapping[int, tuple[str, ...]]

    @property
    def rivals(self) -> dict[int, tuple[str, ...]]:
        """Others who may speak a quotation, by its number."""
        return {
            number: tuple(dict.fromkeys(one.name for one in turn.rivals if one.name))
            for turn in self.turns
            if turn.rivals
            for number in turn.quotes
        }


def read_story(prose: Prose, found: Sequence[Attribution | None], mentions: Sequence[Words]) -> Told:
    """Who each mention of a speaker means in a story, and who speaks each turn.

    Args:
        prose: The text.
        found: The attribution of each quotation, as far as a cue tells it.
        mentions: All mentions of speakers, those of reported clauses included.
    """
    people = characters(prose)
    me = Character(shown="I")
    reader = _Reader(prose, people, found, mentions, me)
    reader.read()
    name = _own_name(reader, narrator_of(prose, mentions)) if reader.i_speaks else None
    ties = [(called.name, one.name) for called, one in called_otherwise(reader.turns)]
    if name is not None or ties:
        people = characters(prose)
        by_name = {one.name: one for one in people.people}
        for called, other in ties:
            if called in by_name and other in by_name:
                by_name[other].also(by_name[called])
        me = Character(shown=name or "I", alias=by_name.get(name) if name else None)
        reader = _Reader(prose, people, found, mentions, me)
        reader.read()
    return Told(reader.names(), tuple(reader.turns), others_of(reader.turns, people.people))


def _own_name(reader: _Reader, written: str | None) -> str | None:
    """The name of "I": what the others call him, else what he writes himself and never tells of as another's."""
    called = _called_i(reader.turns, reader.me)
    if called is not None:
        return called.name
    words = {fold(word) for word in written.split()} if written else set()
    bearers = [one for one in reader.people.people if one.words & words]
    if any(one.acts > 1 or one.speaks for one in bearers):
        return None
    if bearers:
        return bearers[0].name
    return written


def _called_i(turns: Sequence[Turn], me: Character) -> Character | None:
    """The one whom the others call while they talk to "I", and whom the narrator hardly names."""
    votes: Counter[Character] = Counter()
    own = sum(turn.speaker is me for turn in turns)
    for at, turn in enumerate(turns):
        if turn.speaker is me:
            for one in turn.called:
                votes[one] -= 2
            continue
        beside = [near for near in turns[max(0, at - 1) : at + 2] if near is not turn]
        if any(near.speaker is me and near.told for near in beside):
            for one in turn.called:
                votes[one] += 1
    likely = [
        (one, count)
        for one, count in votes.most_common()
        if count > 0 and one.named and one.told <= _OWN_TELLINGS and one.acts <= 1
    ]
    if not likely or own < 2:
        return None
    if len(likely) > 1 and likely[0][1] < 2 * likely[1][1]:
        return None
    one, count = likely[0]
    spoke = sum(turn.speaker is one for turn in turns if turn.told)  # by "he said": it may have been misread
    return None if one.speaks or _CALLS_EACH * spoke > one.called or (count < 2 and own < 4) else one


_CALLS_EACH: Final = 8
"""Times that somebody is called for each "he said" that seems to be his, and may be "I" all the same."""


_OWN_TELLINGS: Final = 3
"""How often a narrator may write his own name."""


class _Reader(Follower):
    def __init__(
        self,
        prose: Prose,
        people: Characters,
        found: Sequence[Attribution | None],
        mentions: Sequence[Words],
        me: Character,
    ) -> None:
        super().__init__(prose, people, me)
        self.attributions = found
        self.wanted = {mention.start: mention for mention in mentions}
        self.found: dict[int, Character] = {}
        self.turns: list[Turn] = []
        self.beats: dict[int, tuple[Character | None, dict[Character, float]]] = {}
        self.i_speaks = any(mention.text == "I" for mention in mentions)
        self.scored: dict[int, dict[Character, float]] = {}
        self.by_start: dict[int, int] = {}
        self.heard: set[int] = set()
        self.silent = 0
        self.scene_from = 0

    def read(self) -> None:
        """Follow the whole text, then weigh all turns."""
        self._see_who_speaks()
        for number, paragraph in enumerate(self.prose.paragraphs):
            before = len(self.turns)
            if _is_heading(paragraph):
                self.scene.about.clear()
                self.scene_from = len(self.turns)
                self.silent = _NEW_SCENE
            self._paragraph(number, paragraph)
            self.silent = 0 if len(self.turns) > before or paragraph.quotes else self.silent + 1
        decide(self.turns)

    def _see_who_speaks(self) -> None:
        """Whoever speaks anywhere is a person."""
        for paragraph in self.prose.paragraphs:
            for sentence in paragraph.sentences:
                for at, token in enumerate(sentence.tokens):
                    mention = self.wanted.get(token.start)
                    if mention is None or token.kind is not WORD:
                        continue
                    last = sum(one.start < mention.end for one in sentence.tokens)
                    run = self.name_in(sentence.tokens, at, last)
                    one = self.people.of(run) if run is not None else None
                    if one is not None:
                        one.speaks = True

    def names(self) -> dict[int, str]:
        """The name of each mention."""
        by_quote = {turn.quotes[0]: turn for turn in self.turns}
        for number, one in enumerate(self.attributions):
            if one is not None and one.mention is not None and number in by_quote:
                speaker = by_quote[number].speaker
                if speaker is not None:
                    self.found[one.mention.start] = speaker
        names = {start: " ".join(mention.text.split()) for start, mention in self.wanted.items()}
        names.update({start: one.name for start, one in self.found.items() if one.name})
        return names

    # ---- turns

    def _paragraph(self, number: int, paragraph: Paragraph) -> None:
        turns = list(self._turns(number, paragraph))
        by_quote = {quote: turn for turn in turns for quote in turn.quotes}
        by_mention: dict[int, Turn] = {}
        for turn in turns:
            one = self.attributions[turn.quotes[0]]
            if one is not None and one.mention is not None:
                by_mention[one.mention.start] = turn
        entered: set[int] = set()
        for sentence in paragraph.sentences:
            self.scene.now += 1
            self._sentence(sentence.tokens, by_quote, by_mention, entered)
        for turn in turns:
            if id(turn) not in entered and not turn.scores:
                self._enter(turn)
            if turn.speaker is not None:
                self.scene.touch(turn.speaker, subject=True)

    def _turns(self, number: int, paragraph: Paragraph) -> Iterator[Turn]:
        opens = bool(paragraph.sentences) and paragraph.sentences[0].tokens[0].kind is QUOTE
        roots = [self._root(quote) for quote in paragraph.quotes]
        tellers = {root for root in roots if root is not None}
        turn: Turn | None = None
        last: int | None = None
        for quote, root in zip(paragraph.quotes, roots, strict=True):
            if quote in self.heard:  # it runs on over paragraphs
                continue
            self.heard.add(quote)
            if root is None:
                if not (self.prose.alone[quote] or self.prose.before[quote] is None or self._is_whole(quote)):
                    continue
                root = last if last is not None else next(iter(tellers)) if len(tellers) == 1 else -1
            if turn is None or root != last:
                turn = Turn([quote], number, opens=opens, gap=self.silent)
                last = root
                yield self._known(turn, root)
            else:
                turn.quotes.append(quote)

    def _root(self, quote: int) -> int | None:
        """The quotation that tells who speaks this one: the first of those that share a mention."""
        if self.attributions[quote] is None:
            return None
        root = root_of(self.attributions, quote)
        one = self.attributions[root]
        if one is None or one.mention is None:
            return root
        return self.by_start.setdefault(one.mention.start, root)

    def _is_whole(self, quote: int) -> bool:
        """True for words that are a sentence, wherever they stand."""
        words = self.prose.quotations[quote].inner.of(self.prose.shadow).split()
        return len(words) >= _SENTENCE and words[0][:1].isupper() and words[-1][-1] in ".!?—-"

    def _is_beat(self, turn: Turn) -> bool:
        one = self.attributions[turn.quotes[0]]
        if one is None or one.same_as is not None:
            return False
        return one.rule is Rule.BEAT or one.rule is Rule.GOES_ON

    def _known(self, turn: Turn, root: int) -> Turn:
        """Fill in what is known of a turn before its paragraph is read."""
        if root >= 0 and root != turn.quotes[0]:
            earlier = next((one for one in reversed(self.turns) if root in one.quotes), None)
            if earlier is not None and earlier.speaker is not None:
                turn.scores = {earlier.speaker: 0.0}
                turn.told = True
        one = self.attributions[root] if root >= 0 else None
        if one is not None and one.mention is not None and one.mention.start in self.found:
            if self._is_beat(turn):
                self.beats[id(turn)] = (self.found[one.mention.start], {})
                return turn
            # "She said:" in the paragraph before
            turn.scores = dict(self.scored.get(one.mention.start, {self.found[one.mention.start]: 0.0}))
            turn.told = True
        if turn.scores:
            self._enter(turn)
        return turn

    def _enter(self, turn: Turn) -> None:
        """Read what the words themselves tell, and let the likeliest one speak for the time being."""
        called: dict[Character, None] = {}
        named: dict[Character, None] = {}
        for quote in turn.quotes:
            self._listen(quote, turn, called, named)
        turn.called, turn.named = tuple(called), tuple(named)
        if not turn.scores:
            turn.scores = self._anybody(turn)
            actor, actors = self.beats.get(id(turn), (None, {}))
            for one in [actor] if actor is not None else list(actors):
                turn.scores[one] = turn.scores.get(one, 0.0) + (_BEAT if actor is not None else 0.5 * actors[one])
            if all(one in called for one in turn.scores):
                turn.scores = {}
        if len(turn.scores) > 1:
            for one in turn.scores:
                turn.scores[one] += _KIN_OF * _has_kin(one, turn.calls_kin)
                turn.scores[one] -= 4.0 * (one in called) + 1.0 * (one in named and one is not self.me.one)
        before = self.turns[-1] if self.turns else None
        earlier = self.turns[-2].speaker if len(self.turns) > 1 else None
        best, most = None, float("-inf")
        for one, score in turn.scores.items():
            score += pair(turn, one, before, before.speaker, earlier) if before is not None else 0.0
            if score > most:
                best, most = one, score
        turn.speaker = best
        if best is not None:
            best.one.talks |= turn.told
            self._name_partner(turn, best)
            self._name_hearer(turn, best, before)
            self._name_answerer(turn, best, before)
        for one in called:
            self.scene.touch(one, subject=False)
        if best is not None:
            self._introduce(turn, best)
            self.scene.touch(best, subject=True)
        self.turns.append(turn)

    def _anybody(self, turn: Turn) -> dict[Character, float]:
        """Those who may speak where no cue tells: who has spoken, who is told of, who is called."""
        found: dict[Character, float] = {}
        for near in self.turns[max(self.scene_from, len(self.turns) - _RECENT) :]:
            if near.speaker is not None and not near.speaker.crowd:
                found[near.speaker.one] = 0.0
            for one in near.called:
                found[one.one] = 0.0
        for one in self.scene.about:
            if not one.crowd and one.personal and self.scene.weight(one) > _ABOUT:
                found[one.one] = 0.0
        if not self.i_speaks:
            found.pop(self.me.one, None)
        return {one: 0.5 * self.scene.weight(one) + self._presence(one) for one in found}

    def _presence(self, one: Character) -> float:
        """One who speaks elsewhere is likelier than one who never does; one who is only talked of is hardly there."""
        if one is self.me.one or not one.named or one.speaks or one.talks:
            return 0.0
        return -0.5 if one.told else -1.5

    def _listen(self, quote: int, turn: Turn, called: dict[Character, None], named: dict[Character, None]) -> None:
        inner, lex = self.prose.quotations[quote].inner, self.prose.lex
        for sentence in sentences_of(self.prose.shadow, inner.start, inner.end, (), lex.words, lex.saying):
            tokens = sentence.tokens
            if tokens[0].start > inner.start + _CALLS_FIRST and tokens[-1].end < inner.end - _CALLS_LAST:
                continue  # in the midst of a long speech, names are what it tells of
            for run in runs_in(self.prose, tokens, self.people.lows, self.people.known):
                one = self.people.of(run)
                if one is None:
                    continue
                echo = run.first == 0 and run.last == len(tokens) - 1 and tokens[-1].low == "?"
                (called if is_called(tokens, run.first, run.last) and not echo else named)[one] = None
            for at, token in enumerate(tokens):
                if token.kind is WORD and token.low in ADDRESS and is_called(tokens, at, at + 1):
                    turn.hearer = ADDRESS[token.low]
                    if token.low in KIN:
                        turn.calls_kin.append(token.low)
                    one = self.scene.by_role(token.low) if token.low in KIN else None
                    if one is not None:
                        called[one] = None
                    elif token.low in KIN:
                        turn.kin.append(token.low)
            turn.asks = bool(tokens) and tokens[-1].low == "?"

    def _name_partner(self, turn: Turn, speaker: Character) -> None:
        """A new name where the one without a name is due to answer: it is his."""
        if len(self.turns) < 2 or not turn.told or turn.gap or not speaker.named or speaker.seen_at >= 0:
            return
        before, earlier = self.turns[-1], self.turns[-2]
        partner = earlier.speaker.one if earlier.speaker is not None else None
        if partner is None or partner.named or partner.crowd or partner is self.me.one or before.gap:
            return
        if before.speaker is None or before.speaker.one is partner or not (earlier.told or earlier.margin == 0.0):
            return
        if not differ(partner, speaker):
            partner.become(speaker)

    def _name_hearer(self, turn: Turn, speaker: Character, before: Turn | None) -> None:
        """One without a name who has just spoken is the one that is called now; one who is called "mother" is one."""
        hearer = before.speaker if before is not None and turn.gap <= 1 else None
        spoke = {near.speaker.one for near in self.turns[-_RECENT:] if near.speaker is not None}
        called = [one for one in turn.called if one.named and one is not speaker.one]
        if (hearer is None or hearer.one is speaker.one or hearer.named) and len(called) == 1 and called[0].seen_at < 0:
            near = self.scene.nameless(called[0], speaker.one)
            if near is not None:
                near.become(called[0])
        if hearer is None or hearer.one is speaker.one or hearer.crowd:
            return
        hearer = hearer.one
        if len(called) == 1 and not hearer.named and hearer is not self.me.one and called[0] not in spoke:
            one = called[0]
            if not differ(one, hearer):
                hearer.become(one)
        for noun in turn.kin:
            gender = calling_of(noun) or "c"
            if not turn.called and gender in ("c", hearer.gender or gender):
                hearer.roles.add(noun)
                speaker.one.kin.setdefault(noun, hearer)
                child = _CHILD.get(speaker.one.gender)
                if child and canonical(noun) in ("father", "mother"):
                    hearer.kin.setdefault(child, speaker.one)

    def _name_answerer(self, turn: Turn, speaker: Character, before: Turn | None) -> None:
        """As in "Am I right, Jack?" and then "said my uncle": who answers a call has that name, if nobody else does."""
        if before is None or turn.gap or not turn.told or speaker.one.named or speaker.one is self.me.one:
            return
        called = [one.one for one in before.called if one.one.named]
        if len(called) != 1 or speaker.crowd or differ(called[0], speaker):
            return
        one = called[0]
        if not one.speaks and one.acts == 0 and one.told <= _OWN_TELLINGS:
            speaker.one.become(one)
            one.speaks = True

    def _introduce(self, turn: Turn, speaker: Character) -> None:
        """As in "I am Parson Tringham": one without a name tells it."""
        if speaker.one.named or speaker.crowd:
            return
        for quote in turn.quotes:
            inner = self.prose.quotations[quote].inner
            words = self.prose.shadow[inner.start : inner.end]
            for told in _SELF.finditer(words):
                start = inner.start + told.start(1)
                one = self._named_at(start)
                if one is not None and one.one is not speaker.one and not differ(one, speaker):
                    speaker.one.become(one.one)
                    return

    def _named_at(self, start: int) -> Character | None:
        lex = self.prose.lex
        for sentence in sentences_of(self.prose.shadow, start, start + _LONGEST_NAME, (), lex.words, lex.saying):
            for run in runs_in(self.prose, sentence.tokens, self.people.lows, self.people.known):
                return self.people.of(run) if run.first <= 1 else None
        return None

    # ---- narration

    def _sentence(
        self,
        tokens: Sequence[Token],
        by_quote: Mapping[int, Turn],
        by_mention: Mapping[int, Turn],
        entered: set[int],
    ) -> None:
        fresh = True
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.kind is QUOTE:
                turn = by_quote.get(token.quote)
                waits = turn is not None and id(turn) in map(id, by_mention.values()) and not self._is_beat(turn)
                if turn is not None and id(turn) not in entered and not waits:
                    entered.add(id(turn))
                    if turn not in self.turns:
                        self._enter(turn)
                fresh = True
                at += 1
                continue
            if token.kind is not WORD:
                at += 1
                continue
            mention = self.wanted.get(token.start)
            if mention is not None:
                at = self._mention(tokens, at, mention, by_mention.get(token.start), entered)
                fresh = False
                continue
            at = self.step(tokens, at, fresh)
            if token.low not in self.words.adverbs and token.low not in self.words.joining:
                fresh = False

    def _mention(self, tokens: Sequence[Token], at: int, mention: Words, turn: Turn | None, entered: set[int]) -> int:
        last = at
        while last < len(tokens) and tokens[last].start < mention.end:
            last += 1
        one, scores = self.meant(tokens, at, last)
        if turn is not None and self._is_beat(turn) and turn not in self.turns and id(turn) not in entered:
            self.beats[id(turn)] = (one, scores)
            if one is not None:
                self.scene.touch(one, subject=True)
                self.found[mention.start] = one
            elif scores:
                one = max(scores, key=lambda each: scores[each])
                self.found[mention.start] = one
                self.scene.touch(one, subject=True)
            return last
        if one is not None and one.named and one.seen_at < 0:
            self.scene.name_the_nameless(one)
        if one is None and not scores:
            one = Character(shown=" ".join(mention.text.split()), crowd=True)
        if turn is None or id(turn) in entered or turn in self.turns:
            if one is None:
                one = max(scores, key=lambda each: scores[each])
                self.scored[mention.start] = scores
            self.scene.touch(one, subject=True)
            self.found[mention.start] = one
            return last
        entered.add(id(turn))
        turn.told = True
        turn.scores = {one: 0.0} if one is not None else scores
        self._enter(turn)
        return last


def _has_kin(one: Character, nouns: Sequence[str]) -> bool:
    """True if the story tells of somebody's kin by one of these nouns: who says "papa" is the one with a father."""
    return any(same_calling(noun, kin) for noun in nouns for kin in one.one.kin)


_CHILD: Final = {"m": "son", "f": "daughter"}
_KIN_OF: Final = 1.6
_CALLS_FIRST: Final = 200
_CALLS_LAST: Final = 200
"""Code points at the front and the end of a speech in which somebody may be called."""
_SENTENCE: Final = 5
_NEW_SCENE: Final = 9
_HEADING: Final = re.compile(
    r"(?i)(?:chapter|book|part|act|scene|canto|letter|section|volume|stave|adventure|story|tale|episode)\b"
    r"[ .]*(?:[ivxlc]+|\d+|the\b)|[ivxlc]+\.?$|\* ?\*"
)


def _is_heading(paragraph: Paragraph) -> bool:
    """True for what stands between two scenes: "CHAPTER II", "IV", a row of stars."""
    if len(paragraph.sentences) > 2 or paragraph.quotes or not paragraph.sentences:
        return False
    tokens = [token for sentence in paragraph.sentences for token in sentence.tokens]
    return len(tokens) < 12 and bool(_HEADING.match(" ".join(token.text for token in tokens)))


_SOFT: Final = frozenset({Rule.BEAT, Rule.GOES_ON})
"""Rules that go by what stands near and not by a verb of saying: the order of speech may know better."""
_LONGEST_NAME: Final = 40
_ABOUT: Final = 0.25
_BEAT: Final = 1.5


def fill_in(prose: Prose, told: Told, found: list[Attribution | None], speakers: list[str | None]) -> None:
    """Give the turns' speakers to their quotations.

    Args:
        prose: The text.
        told: The story, read.
        found: The attributions so far; those that the order of speech tells are put in.
        speakers: The speaker of each quotation; filled in likewise.
    """
    for turn in told.turns:
        if turn.speaker is None or not turn.speaker.name:
            continue
        for number in turn.quotes:
            own = found[number]
            if own is None or (own.rule in _SOFT and speakers[number] != turn.speaker.name):
                first = turn.quotes[0]
                found[number] = Attribution(Rule.TURNS, same_as=first if number != first else None)
            speakers[number] = turn.speaker.name
