"""A query held against the passage it was aligned with: every difference, with its kind and both places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
import regex

from quotecheck.language.function_words import is_function_word
from quotecheck.language.morphology import is_known_word, lemmas
from quotecheck.language.spelling import is_one_word
from quotecheck.matching.align import Step, StepKind
from quotecheck.matching.differences import Difference, DifferenceKind
from quotecheck.matching.query import Query
from quotecheck.matching.search import Hit
from quotecheck.matching.settle import Free, Settled, settle
from quotecheck.text.folding import unify
from quotecheck.text.punctuation import marks_between, sentence_ends
from quotecheck.text.tokens import Tokens, is_figure

ENDINGS: Final = frozenset(
    (
        "s",
        "es",
        "ed",
        "d",
        "ing",
        "ly",
        "n",
        "an",
        "ian",
        "en",
        "ish",
        "ese",
        "ic",
        "al",
        "i",
        "r",
        "m",
        "e",
        "er",
        "em",
    )
)
"""Endings that a bracket may add to a word of the source's without making another word of it."""

_HYPHEN_AT_LINE_END: Final = regex.compile(r"[-‐¬\u00ad\x02][ \t]*\r?\n")
_GROUPING: Final = frozenset(" \u00a0\u202f\u2009")
_EMPTY_BRACKET: Final = regex.compile(r"\[\s?\]")
_BRACKETED_LETTERS: Final = regex.compile(r"[\[(]\p{L}+[\])]")


@attrs.frozen(eq=False)
class Comparison:
    """What became of a query's words in a passage.

    Attributes:
        query: The words looked for.
        source: The source's tokens.
        differences: In the order of the query.
        pairs: (query token, source token) for every word that is the same but for case, in order.
        stretches: Token ranges of the source that the query's words stand in: split where it leaves words out with a
            mark and where it passes over what is not of the source's words.
        score: Share of the query's tokens that stand in the passage, conventions allowed.
    """

    query: Query
    source: Tokens
    differences: tuple[Difference, ...]
    pairs: tuple[tuple[int, int], ...]
    stretches: tuple[tuple[int, int], ...]
    score: float

    @property
    def start(self) -> int:
        """First source token."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """One past the last source token."""
        return self.stretches[-1][1]

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that are no conventions."""
        return tuple(one for one in self.differences if not one.is_convention)

    def said(self, one: Difference) -> str:
        """The source's words of a difference."""
        return one.source.of(self.source.content)

    def written(self, one: Difference) -> str:
        """The query's words of a difference."""
        return one.statement.of(self.query.text)


def compare(query: Query, source: Tokens, hit: Hit) -> Comparison:
    """All differences between a query and the passage of a hit.

    Args:
        query: The words looked for.
        source: The tokens of the source that the hit speaks of.
        hit: An alignment of the two.

    Returns:
        The comparison; its differences have spans in the query's text and in the source's content.
    """
    reading = _Reading(query, source)
    for step in hit.steps:
        reading.take(step)
    reading.finish(hit)
    differences = sorted(
        (*reading.differences, *_signs(query, source, reading.pairs)), key=lambda one: (one.first, one.start)
    )
    lacking = sum(one.past - one.first for one in differences if not one.is_convention)
    return Comparison(
        query,
        source,
        tuple(differences),
        tuple(reading.pairs),
        _stretches(reading.start, reading.end, differences),
        1.0 - lacking / max(1, len(query)),
    )


class _Reading:
    """The steps of an alignment, read into equal pairs and settled differences."""

    def __init__(self, query: Query, source: Tokens) -> None:
        self.query, self.source = query, source
        self.dots = {index for _, index in query.dots}
        self.pairs: list[tuple[int, int]] = []
        self.differences: list[Difference] = []
        self.run: tuple[int, int, int, int] | None = None
        self.head: tuple[int, int, int, int] | None = None
        self.start = self.end = 0

    def take(self, step: Step) -> None:
        """One step of the alignment."""
        if step.kind is StepKind.PAIRED:
            for at in range(step.past - step.first):
                self._pair(step.first + at, step.start + at)
        elif step.kind is StepKind.OVER:
            self._apart(DifferenceKind.PASSED, step)
        elif step.kind is StepKind.OMITTED and step.first in self.dots:
            self._apart(DifferenceKind.DOTTED, step)
        else:
            self._extend(step.first, step.past, step.start, step.end)

    def _pair(self, first: int, start: int) -> None:
        if self.query.keys[first] == self.source.keys[start]:
            self.flush()
            self.pairs.append((first, start))
        else:
            self._extend(first, first + 1, start, start + 1)

    def _apart(self, kind: DifferenceKind, step: Step) -> None:
        self.flush()
        if step.start < step.end:
            self.differences.append(self._difference(kind, step.first, step.past, step.start, step.end))

    def _extend(self, first: int, past: int, start: int, end: int) -> None:
        if self.run is None:
            self.run = first, past, start, end
        else:
            self.run = self.run[0], past, self.run[2], end

    def flush(self) -> None:
        """What a run of unequal tokens comes to; the first run waits for the end, where it may reach further back."""
        run, self.run = self.run, None
        if run is None:
            return
        if not self.pairs and not self.differences and run[0] == 0 and self.head is None:
            self.head = run
        else:
            self._settle_run(*run)

    def _settle_run(self, first: int, past: int, start: int, end: int, free: Free = Free.NOWHERE) -> tuple[int, int]:
        """Settles a run; returns the range of source tokens that it takes up."""
        optional = self.query.optional[first:past]
        if optional and all(optional) and not self._bracketed_there(first, start, end):
            inside = start if free is not Free.START else end, end if free is not Free.END else start
            self.differences.append(self._difference(DifferenceKind.BRACKETED, first, past, *inside))
            return inside
        settled = settle(self.query.keys[first:past], self.source.keys[start:end], free)
        for one in settled:
            self._settled(one, first, start)
        taken = [one for one in settled if one.start < one.end]
        if not taken:
            border = end if free is Free.START else start
            return border, border
        return taken[0].start + start, taken[-1].end + start

    def finish(self, hit: Hit) -> None:
        """The last run, and the words at either end that were found to differ.

        At its ends an alignment leaves words without a match rather than put them against others, for the source is
        free there. What they stand in place of is still to be shown: the source's words just outside the passage, as
        far as its sentence goes.
        """
        self.start, self.end = hit.start, hit.end
        tail, self.run = self.run, None
        if self.head is None and tail is not None and not self.pairs:
            self._settle_run(*tail)
            return
        if self.head is not None:
            first, past, start, end = self.head
            low = self._reach_back(start, 2 * (past - first) + 4)
            self.start = self._settle_run(first, past, low, end, Free.START)[0]
        if tail is not None:
            first, past, start, end = tail
            high = self._reach_on(end, 2 * (past - first) + 4)
            further = self._further_on(first, past, start, high) if start == end else None
            if further is not None:
                self._go_further(first, past, start, further)
                return
            self.end = self._settle_run(first, past, start, high, Free.END)[1]
        self.pairs.sort()

    def _further_on(self, first: int, past: int, start: int, high: int) -> int | None:
        """Where the last words of the query stand as they are, further on in the source's sentence; None if nowhere."""
        wanted = list(self.query.keys[first:past])
        if any(self.query.optional[first:past]) or all(is_function_word(key) for key in wanted):
            return None
        places = range(start + 1, high - len(wanted) + 1)
        return next((at for at in places if list(self.source.keys[at : at + len(wanted)]) == wanted), None)

    def _go_further(self, first: int, past: int, start: int, further: int) -> None:
        """The last words paired further on, with the words before them that stand there too: "before | a fall"."""
        self.pairs += [(first + at, further + at) for at in range(past - first)]
        self.end = further + past - first
        while self.pairs and self._stands_too(first, start, further):
            self.pairs.remove((first - 1, start - 1))
            first, start, further = first - 1, start - 1, further - 1
            self.pairs.append((first, further))
            last = self.differences[-1] if self.differences else None
            if last is not None and last.kind is DifferenceKind.OMITTED and (last.first, last.end) == (first, start):
                self.differences.pop()
                start = last.start
        self.differences.append(self._difference(DifferenceKind.OMITTED, first, first, start, further))
        self.pairs.sort()

    def _stands_too(self, first: int, start: int, further: int) -> bool:
        if further - 1 <= start or (first - 1, start - 1) not in self.pairs or first < 2:
            return False
        key = self.query.keys[first - 1]
        return is_function_word(key) and self.source.keys[further - 1] == key

    def _reach_back(self, start: int, most: int) -> int:
        low = start
        while low > 0 and start - low < most and not sentence_ends(self.source, low):
            low -= 1
        return low

    def _reach_on(self, end: int, most: int) -> int:
        high = end
        while high < len(self.source) and high - end < most and not sentence_ends(self.source, high):
            high += 1
        return high

    def _settled(self, one: Settled, first: int, start: int) -> None:
        place = one.first + first, one.past + first, one.start + start, one.end + start
        if one.kind is None:
            self.pairs.append((place[0], place[2]))
            return
        optional = self.query.optional[place[0] : place[1]]
        own = optional and all(optional) and not self._bracketed_there(place[0], place[2], place[3])
        kind = DifferenceKind.BRACKETED if own else self._altered(one.kind, *place)
        self.differences.append(self._difference(kind, *place))

    def _altered(self, kind: DifferenceKind, first: int, past: int, start: int, end: int) -> DifferenceKind:
        """A word whose bracketed letters are all that differs (``question[s]``), or one cut by a line's end."""
        if kind is DifferenceKind.JOINED and not self._one_number(first, past, start, end):
            return DifferenceKind.REPLACED
        if kind is DifferenceKind.COMPOUND and self._two_words(first, past, start, end):
            return DifferenceKind.REPLACED
        if kind is not DifferenceKind.REPLACED:
            return kind
        if self._cut_by_line(first, past, start, end):
            return DifferenceKind.JOINED
        if past - first != 1 or end - start != 1:
            return kind
        if self._ending_dropped(first, start):
            return DifferenceKind.BRACKETED
        written = self.query.tokens.word(first)
        bare = _BRACKETED_LETTERS.sub("", written).lower()
        said = self.source.keys[start]
        form = self.query.keys[first]
        if bare == written.lower() or not bare or not said.startswith(bare[:3]):
            return kind
        grown = form.startswith(said.rstrip("ey")) and form.removeprefix(said) in ENDINGS
        return DifferenceKind.BRACKETED if grown or lemmas(form) & lemmas(said) else kind

    def _ending_dropped(self, first: int, start: int) -> bool:
        """True if an empty bracket stands for the ending that a word of the source's has: ``walk[]``."""
        form, said = self.query.keys[first], self.source.keys[start]
        end = self.query.tokens.ends[first]
        return said.removeprefix(form) in ENDINGS and _EMPTY_BRACKET.match(self.query.text, end) is not None

    def _bracketed_there(self, first: int, start: int, end: int) -> bool:
        """True if the source has a bracket of the same sort at the place, so that what stands in it is its words."""
        sort = next(("(" if one.round else "[") for one, low, high in self.query.brackets if low <= first < high)
        before = self.source.before(start) if start <= len(self.source) else ""
        inside = self.source.stretch(start, end).of(self.source.content)
        return sort in before or sort in inside or self._inside_bracket(start, sort)

    def _inside_bracket(self, start: int, sort: str) -> bool:
        """True if an open bracket of the sort stands a few words before and is not closed there."""
        low = self.source.starts[max(0, start - 12)] if len(self.source) else 0
        high = self.source.starts[start] if start < len(self.source) else len(self.source.content)
        words = self.source.content[low:high]
        return words.rfind(sort) > words.rfind(")" if sort == "(" else "]")

    def _one_number(self, first: int, past: int, start: int, end: int) -> bool:
        """True unless groups of digits stand apart by more than a space: "In 20, 300 people"."""
        for tokens, low, high in ((self.query.tokens, first, past), (self.source, start, end)):
            for at in range(low + 1, high):
                if is_figure(tokens.keys[at]) and tokens.before(at) not in _GROUPING:
                    return False
        return True

    def _two_words(self, first: int, past: int, start: int, end: int) -> bool:
        """True if the letters cut otherwise by a space alone make other words: "now here" and "nowhere"."""
        several = self.query.tokens.stretch(first, past) if past - first > 1 else self.source.stretch(start, end)
        content = self.query.text if past - first > 1 else self.source.content
        keys = self.query.keys[first:past] if past - first > 1 else self.source.keys[start:end]
        if not all(gap.isspace() for gap in _gaps(several.of(content))):
            return False
        if is_one_word(keys) or not all(is_known_word(key) for key in keys):
            return False
        return is_known_word("".join(keys)) or keys[0] == "a"  # "amoral" need not be known to be no "a moral"

    def _cut_by_line(self, first: int, past: int, start: int, end: int) -> bool:
        """True if a hyphen at a line's end is all that makes two words of one, or one of two."""
        written, said = self.query.tokens.stretch(first, past), self.source.stretch(start, end)
        keys = (*self.query.keys[first:past], *self.source.keys[start:end])
        if len(keys) > 6 or any(is_figure(key) for key in keys):
            return False
        sides = written.of(self.query.text), said.of(self.source.content)
        if not any(_HYPHEN_AT_LINE_END.search(side) for side in sides):
            return False
        return "".join(self.query.keys[first:past]) == "".join(self.source.keys[start:end])

    def _difference(self, kind: DifferenceKind, first: int, past: int, start: int, end: int) -> Difference:
        return Difference(
            kind,
            first,
            past,
            start,
            end,
            self.query.tokens.stretch(first, past),
            self.source.stretch(start, end),
        )


def _gaps(words: str) -> list[str]:
    return regex.findall(r"[^\p{L}\p{M}\d]+", words)


def _signs(query: Query, source: Tokens, pairs: Sequence[tuple[int, int]]) -> Iterator[Difference]:
    """Differences of case and of punctuation along the equal words."""
    before: tuple[int, int] | None = None
    text, content = query.text, source.content
    for first, start in pairs:
        if query.tokens.word(first) != source.word(start):
            word, other = query.tokens.span(first), source.span(start)
            if "[" in word.of(text):
                yield Difference(DifferenceKind.BRACKETED, first, first + 1, start, start + 1, word, other)
            elif unify(word.of(text)) != unify(other.of(content)):
                yield Difference(DifferenceKind.CAPITALS, first, first + 1, start, start + 1, word, other)
        if before == (first - 1, start - 1):
            left, right = query.tokens.before(first), source.before(start)
            if left != right and marks_between(left) != marks_between(right):
                gap, other_gap = query.tokens.gap(first), source.gap(start)
                yield Difference(DifferenceKind.MARKS, first, first, start, start, gap, other_gap)
        before = first, start


def _stretches(first: int, past: int, differences: Sequence[Difference]) -> tuple[tuple[int, int], ...]:
    apart = {DifferenceKind.PASSED, DifferenceKind.DOTTED}
    borders = [first]
    for one in differences:
        if one.kind in apart:
            borders += [one.start, one.end]
    borders.append(past)
    pairs = zip(borders[::2], borders[1::2], strict=True)
    return tuple((start, end) for start, end in pairs if start < end) or ((first, past),)
