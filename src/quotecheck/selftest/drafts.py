"""Whole drafts written out of statements, so that it is tested too whether they are found and who speaks in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from quotecheck.model import Result, Span, Text
from quotecheck.selftest.dice import Dice
from quotecheck.selftest.ground import written
from quotecheck.selftest.trials import PLAIN, Trial
from quotecheck.speech.names import NameKind, read_name

STATEMENTS: Final = 8
"""Statements in a draft at most."""
_UNFIT: Final = re.compile(r"[\"“”„«»‘>*_\\`#^\n]|(?<!\w)'|'(?!\w)|\A[\W\d]|\[\W")
_COMMA: Final = re.compile(r"(?<=[a-z]), (?=[a-z])")
_END: Final = re.compile(r"[.,;:]\Z")
_CUES: Final = ("said", "told the meeting", "declared", "explained", "wrote")
_NARRATION: Final = (
    "The room was quiet for a while.",
    "Rain had begun to fall on the roofs outside.",
    "It was late in the afternoon.",
    "The windows stood open, and a cart went by in the street.",
    "Somebody closed the door.",
    "The lamps were lit before the end.",
)


@attrs.frozen
class Quoted:
    """A trial, and where a draft has its words.

    Attributes:
        trial: The trial.
        span: From the first of its words to the last, in the draft.
        speaker: The name as the draft has it.
    """

    trial: Trial
    span: Span
    speaker: str


@attrs.frozen
class Draft:
    """A draft and what stands in it.

    Attributes:
        text: The draft.
        quoted: Its statements, in order.
    """

    text: Text
    quoted: tuple[Quoted, ...]


def drafts_of(trials: Sequence[Trial], dice: Dice) -> Iterator[Draft]:
    """Drafts in which every trial that lends itself to it stands once, in an order that the dice give.

    Args:
        trials: Trials of one source.
        dice: What makes the choices.
    """
    fit = [trial for trial in trials if _fits(trial)]
    ordered = dice.order(fit, lambda one: (one.recipe.name, one.made.text, one.made.speaker), "drafts")
    for number, first in enumerate(range(0, len(ordered), STATEMENTS)):
        yield _draft(ordered[first : first + STATEMENTS], dice, number)


def result_for(one: Quoted, results: Sequence[Result]) -> Result | None:
    """The result whose statement is the quoted words; None if none was found there."""
    for result in results:
        statement = result.statement
        if statement.start == one.span.start and statement.end is not None and abs(statement.end - one.span.end) <= 1:
            return result
    return None


def speaks(one: Quoted, result: Result) -> bool:
    """True if the draft was read as giving the words to the one it gives them to."""
    found, given = _bare(result.statement.speaker or ""), _bare(one.speaker)
    return bool(found) and (found == given or found.split()[-1:] == given.split())


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _fits(trial: Trial) -> bool:
    made = trial.made
    plain = made.about == PLAIN and trial.recipe.world is None and not trial.truth.joined
    return plain and made.speaker is not None and not _UNFIT.search(made.text)


def _draft(trials: Sequence[Trial], dice: Dice, number: int) -> Draft:
    content, quoted = "", list[Quoted]()
    for at, trial in enumerate(trials):
        name = _called(trial.made.speaker or "")
        form = dice.pick(_FORMS, "form", number, at)
        cue = dice.pick(_CUES, "cue", number, at)
        words, start, end = form(trial.made.text, name, cue)
        quoted.append(Quoted(trial, Span(len(content) + start, len(content) + end), name))
        content += f"{words}\n\n{dice.pick(_NARRATION, 'narration', number, at)}\n\n"
    return Draft(Text(content=content, id=f"draft-{number}.md"), tuple(quoted))


def _called(speaker: str) -> str:
    """A speaker as running text names him: a role has its article."""
    name = written(speaker)
    if read_name(name).kind is NameKind.ROLE and not name.casefold().startswith("the "):
        return f"the {name.lower()}"
    return name


def _opened(name: str) -> str:
    return name[:1].upper() + name[1:]


def _before(text: str, name: str, cue: str) -> tuple[str, int, int]:
    """Who speaks, a colon, the words."""
    head = f"{_opened(name)} {cue}: “"
    return f"{head}{text}”", len(head), len(head) + len(text)


def _after(text: str, name: str, cue: str) -> tuple[str, int, int]:
    """The words, then who speaks."""
    words = text if text.endswith(("?", "!", "…", "-", "...")) else f"{_END.sub('', text)},"
    return f"“{words}” {name} {cue}.", 1, 1 + len(words)


def _amid(text: str, name: str, cue: str) -> tuple[str, int, int]:
    """Who speaks at a comma of the words; before them where there is none."""
    places = [match.start() for match in _COMMA.finditer(text)]
    if not places:
        return _before(text, name, cue)
    at = places[len(places) // 2]
    head = f"“{text[: at + 1]}” {name} {cue}, “"
    rest = text[at + 2 :]
    return f"{head}{rest}”", 1, len(head) + len(rest)


def _block(text: str, name: str, cue: str) -> tuple[str, int, int]:
    """The words set off, without marks."""
    head = f"{_opened(name)} {cue}:\n\n> "
    return f"{head}{text}", len(head), len(head) + len(text)


_FORMS: Final[tuple[Callable[[str, str, str], tuple[str, int, int]], ...]] = (_before, _after, _amid, _block)
