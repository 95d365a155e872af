"""What a statement is checked against where the source alone will not do: slips, a second source, another state of it.

Each is made of the source by rule. The truths stay those of the source as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from quotecheck.language.morphology import is_known_word
from quotecheck.model import Span, Text, VoiceKind
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Fidelity
from quotecheck.selftest.glossary import FILLERS
from quotecheck.selftest.lists import FABRICATED
from quotecheck.text.tokens import tokenize

if TYPE_CHECKING:
    from quotecheck.selftest.ground import Ground
    from quotecheck.selftest.truths import Truth

Maker = Callable[["Ground"], "World"]
"""Makes a world of a ground."""
OTHER: Final = "another-text"
"""Id of the second source."""
_LONG: Final = re.compile(r"(?<![\w'’-])[a-z]{8,14}(?![\w'’-])")
_FIRST_WORDS: Final = 3


@attrs.frozen
class World:
    """Sources, and the truths to which something was done.

    Attributes:
        texts: The sources; the first one is the ground's, or stands in its place.
        touched: Where the truths stand in the ground's source whose words were altered there.
    """

    texts: tuple[Text, ...]
    touched: frozenset[Span] = frozenset()


def beside(ground: Ground) -> World:
    """The source and a second one, of other words."""
    return World((ground.source.text, Text(content="\n\n".join(FABRICATED), id=OTHER, language="en")))


def older(ground: Ground) -> World:
    """The source cut in half, and as an older state of it the whole: what is touched stands in that one alone."""
    text = ground.source.text
    half = max((truth.span.end for truth in ground.truths if truth.span.end <= len(text.content) // 2), default=0)
    now = _of(text, text.content[:half])
    gone = frozenset(truth.span for truth in ground.truths if truth.span.start >= half)
    return World((now, attrs.evolve(text, id=f"{text.id}-before", version_of=text.id)), gone)


def incomplete(ground: Ground) -> World:
    """The source, of which its reader says that a part is missing."""
    problem = Problem(message="The text seems cut off.", code="incomplete")
    return World((attrs.evolve(ground.source.text, problems=(problem,)),))


def machine_made(ground: Ground) -> World:
    """The source as a record that a machine made."""
    return World((attrs.evolve(ground.source.text, fidelity=Fidelity.MACHINE),))


def unstressed(ground: Ground) -> World:
    """The source in a format that carries italics, and has none."""
    return World((attrs.evolve(ground.source.text, emphases=()),))


def slips(ground: Ground) -> World:
    """A letter of one long word in a truth stands after the next one: "recieve"."""
    return _altered(ground, _slip)


def split_words(ground: Ground) -> World:
    """One long word in a truth is parted by a space, as reading a page parts it."""
    return _altered(ground, _split)


def fillers(ground: Ground) -> World:
    """A filler stands in a spoken sentence, behind its first words."""
    return _altered(ground, _filled)


def _slip(truth: Truth, number: int) -> tuple[int, int, str] | None:
    word = next((one for one in _LONG.finditer(truth.text) if is_known_word(one[0])), None)
    if word is None:
        return None
    at = 3 + number % 3
    new = word[0][:at] + word[0][at + 1] + word[0][at] + word[0][at + 2 :]
    return None if new == word[0] or is_known_word(new) else (word.start(), word.end(), new)


def _split(truth: Truth, number: int) -> tuple[int, int, str] | None:
    word = next((one for one in _LONG.finditer(truth.text) if is_known_word(one[0])), None)
    if word is None:
        return None
    at = 3 + number % 3
    parts = word[0][:at], word[0][at:]
    return None if all(map(is_known_word, parts)) else (word.start(), word.end(), " ".join(parts))


def _filled(truth: Truth, number: int) -> tuple[int, int, str] | None:
    if truth.voice is not VoiceKind.TURN:
        return None
    tokens = tokenize(truth.text)
    at = _FIRST_WORDS + number % 2
    if len(tokens) <= at + 2 or tokens.before(at) != " ":
        return None
    return tokens.ends[at - 1], tokens.starts[at], f", {FILLERS[number % len(FILLERS)]}, "


def _altered(ground: Ground, edit: Callable[[Truth, int], tuple[int, int, str] | None]) -> World:
    """The source with one place altered in every truth that stands there in one line and lends itself to it."""
    content, past = ground.content, 0
    edits, touched, done = list[tuple[int, int, str]](), set[Span](), set[str]()
    for truth in ground.truths:
        plain = truth.whole and not truth.joined and truth.span.of(content) == truth.text
        found = edit(truth, len(touched)) if plain and truth.span.start >= past else None
        if found is None or (found[2].isalpha() and found[2] in done) or ground.count(truth.text) != 1:
            continue  # a slip that is made twice is a word of its own
        past = truth.span.end
        done.add(found[2])
        edits.append((truth.span.start + found[0], truth.span.start + found[1], found[2]))
        touched.add(truth.span)
    return World((_of(ground.source.text, _written(content, edits)),), frozenset(touched))


def _written(content: str, edits: Sequence[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, new in edits:
        pieces += [content[at:start], new]
        at = end
    return "".join([*pieces, content[at:]])


def _of(text: Text, content: str) -> Text:
    """A text with other words, and what is known of ``text`` beside them."""
    return Text(
        content=content,
        id=text.id,
        title=text.title,
        date=text.date,
        language=text.language,
        speaker=text.speaker,
        author=text.author,
        labels=text.labels,
        spoken=text.spoken,
    )
