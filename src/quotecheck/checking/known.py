"""A source and all that is worked out about it: its index at once, its voices, people and gaps when first asked."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from quotecheck.checking.doubled import doubled
from quotecheck.language.guess import guess_language, sure_language
from quotecheck.language.morphology import lemmas
from quotecheck.matching.index import MemoryIndex
from quotecheck.matching.passable import Passable
from quotecheck.model import Code, Text, Voice
from quotecheck.model.people import Office, forms_at
from quotecheck.speech.marks import Quotation, pair_marks
from quotecheck.speech.people import Register
from quotecheck.speech.turns import Turn, read_turns
from quotecheck.speech.voices import Voices, read_voices, restored_voices
from quotecheck.text.furniture import Furniture, furniture
from quotecheck.text.scripts import script_of
from quotecheck.text.sentences import sentences
from quotecheck.text.tokens import Tokens
from quotecheck.verdicts.changes import capitalised

LONGEST_INTERRUPTION: Final = 60
"""Tokens of narration that may stand between two parts of one quotation."""


class KnownSource:
    """A source, read once and understood as far as it was asked.

    Nothing here changes what was worked out before: threads may share it.
    """

    def __init__(
        self,
        text: Text,
        people: Mapping[str, Sequence[str | Office]] | None = None,
        voices: Sequence[Voice] | None = None,
    ) -> None:
        """A source.

        Args:
            text: The source.
            people: The house's own list, as ``Checker`` takes it.
            voices: Whose words its stretches are, where that was read before; None to read it when it is asked.
        """
        self.text = text
        self._voices = voices
        self.index = MemoryIndex.of(text.content)
        self._people = forms_at(people or {}, text.date)

    @property
    def tokens(self) -> Tokens:
        """The source's tokens."""
        return self.index.tokens

    @cached_property
    def language(self) -> str:
        """BCP 47 tag: as given, else guessed from its small words."""
        return self.text.language or guess_language(self.text.content)

    @cached_property
    def sure_language(self) -> str:
        """BCP 47 tag: as given, else what hardly anything speaks against; "und" where it cannot be told."""
        return self.text.language or sure_language(self.text.content)

    @cached_property
    def script(self) -> str | None:
        """The script it is written in; None where there are several."""
        return script_of(self.text.content)

    @cached_property
    def voices(self) -> Voices:
        """Whose words its stretches are."""
        if self._voices is not None:
            return restored_voices(self.text, self._voices)
        return read_voices(self.text, () if self.text.speaker else self._turns)

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        return read_turns(self.text, lambda: self._furniture)

    @cached_property
    def _furniture(self) -> tuple[Furniture, ...]:
        return furniture(self.text.content)

    @cached_property
    def spoken(self) -> bool:
        """True if it renders speech: said of it, one person's, or a transcript."""
        if self.text.spoken is not None:
            return self.text.spoken
        return bool(self.text.speaker) or bool(self.voices.turns)

    @cached_property
    def register(self) -> Register:
        """The people it names, and those of the configuration."""
        return Register.of_text(self.text, people=self._people, turns=self._turns)

    def people(self) -> Register:
        """The same, for one who asks only if two names have to be compared."""
        return self.register

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of its words that stand capitalised inside a sentence."""
        return frozenset(capitalised(self.tokens))

    @cached_property
    def sentence_tokens(self) -> tuple[tuple[int, int], ...]:
        """Token range of each sentence that has words."""
        ranges = (self.tokens.between(span) for span in sentences(self.text.content))
        return tuple((first, past) for first, past in ranges if first < past)

    @cached_property
    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of the source by each lemma they may be a form of."""
        found: dict[str, list[str]] = {}
        for key in dict.fromkeys(self.tokens.keys):
            for lemma in lemmas(key):
                found.setdefault(lemma, []).append(key)
        return {lemma: tuple(keys) for lemma, keys in found.items()}

    @cached_property
    def passed(self) -> Mapping[tuple[int, int], Code]:
        """Token ranges that a quotation may run over, with the code that names why."""
        found: dict[tuple[int, int], Code] = {}
        for one in self._furniture:
            first, past = self.tokens.between(one.span)
            if first < past:
                found[first, past] = Code.TYPOGRAPHY
        for span in interruptions(self.text.content, self.tokens):
            found.setdefault(span, Code.INTERRUPTED)
        for voice in self.voices.turns:
            if voice.mention is not None:
                first, past = self.tokens.between(voice.mention.span)
                if first < past:
                    found.setdefault((first, past), Code.INTERRUPTED)
        if self.spoken:
            for span in doubled(self.text.content, self.tokens):
                found.setdefault(span, Code.EXTRACTION_NOISE)
        return dict(sorted(found.items()))

    @cached_property
    def ranges(self) -> Passable:
        """The token ranges that a quotation may run over."""
        return Passable(tuple(self.passed))


def interruptions(content: str, tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges between two quotations of one paragraph, or of two that follow each other."""
    outer = [one for one in pair_marks(content) if one.level == 0]
    found = []
    for one, other in itertools.pairwise(outer):
        if _one_utterance(content, one, other):
            first, past = tokens.between_points(one.outer.end, other.outer.start)
            if 0 < past - first <= LONGEST_INTERRUPTION:
                found.append((first, past))
    return found


def _one_utterance(content: str, one: Quotation, other: Quotation) -> bool:
    gap = content[one.outer.end : other.outer.start]
    return one.outer.end <= other.outer.start and gap.count("\n\n") == 0
