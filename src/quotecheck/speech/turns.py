"""Labelled talk: the turns of a transcript, a play, an interview, and who takes each. Prose gives none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import attrs

from quotecheck.language.given_names import gender_of
from quotecheck.model import Span, Text, Words
from quotecheck.speech.bodies import Notes, body_of
from quotecheck.speech.cast import Cast, is_shared, play_begins
from quotecheck.speech.labels import Label, Scan, Style, scan
from quotecheck.speech.names import NameKind, read_name
from quotecheck.text.furniture import Furniture, furniture


@attrs.frozen(kw_only=True)
class Turn:
    """What one speaker says between two labels.

    Attributes:
        label: The label as it stands, without time, role and colon; empty words for a bare ">>".
        speaker: The fullest name known for that label; None if the label names nobody.
        body: From the first word said to the last, stage notes inside included.
        shared: True if the label stands for no one person ("OTHERS", "Q", "ALL", ">>").
        notes: Stage directions, applause, times and line numbers inside the body, which nobody says.
    """

    label: Words
    speaker: str | None
    body: Span
    shared: bool = False
    notes: tuple[Span, ...] = ()


def read_turns(text: Text, pieces: Callable[[], Iterable[Furniture]] | None = None) -> tuple[Turn, ...]:
    """The turns of a transcript.

    A text is a transcript only if its labels are systematic: they open lines, come again, and the words after them
    make up much of the text. News, novels and essays give no turns.

    Args:
        text: A draft or a source.
        pieces: Gives its furniture, if that is kept somewhere: it is asked for only where there are labels.

    Returns:
        Turns in order of place, spans in code points of ``text.content``; empty if the text is no transcript.
        Headings, scene directions and captions between turns belong to none. Cost is linear in the text's length.
    """
    found = scan(text.content)
    labels = _chosen(text, found)
    if not labels:
        return ()
    cast = Cast.of(text, labels)
    notes = Notes.of(furniture(text.content) if pieces is None else pieces())
    return tuple(_turns(text.content, labels, cast, notes))


def _turns(content: str, labels: Sequence[Label], cast: Cast, notes: Notes) -> Iterable[Turn]:
    for index, label in enumerate(labels):
        limit = labels[index + 1].line if index + 1 < len(labels) else len(content)
        body = body_of(content, label.words, limit)
        body = (notes.spoken(content, body) or body) if body else None
        if body is None:
            continue
        speaker, shared = cast.speaker(index)
        yield Turn(
            label=Words(content[label.start : label.end], label.start, label.end),
            speaker=speaker,
            body=body,
            shared=shared,
            notes=notes.inside(body),
        )


# How many labels of a style that come again make a text a transcript. A style that prose also uses needs more.
_ENOUGH = {
    Style.COLON_CAPITALS: 3,
    Style.COLON_NAME: 4,
    Style.QUESTION_ANSWER: 2,
    Style.CHEVRON: 2,
    Style.BRACKET: 2,
    Style.TIMED: 2,
    Style.STOP_ALONE: 4,
    Style.STOP_INLINE: 4,
    Style.COLUMN: 4,
    Style.ALONE: 6,
}
_PROSE_USES = frozenset({Style.STOP_ALONE, Style.STOP_INLINE, Style.COLUMN, Style.ALONE})
_SPEECH_ALONE = frozenset({Style.QUESTION_ANSWER, Style.CHEVRON, Style.BRACKET, Style.TIMED})
_LONG_TURN = 6000  # code points: what a turn counts for at most when labels are weighed against the whole text
_LEAST_SHARE = 0.15
_HEADING_LINES = 4
_HEADING_LENGTH = 100  # code points


def _chosen(text: Text, found: Scan) -> list[Label]:
    """The labels that are labels: those of the styles that are systematic in this text."""
    by_style: dict[Style, list[Label]] = defaultdict(list)
    begins = play_begins(text.content)
    found = attrs.evolve(found, labels=tuple(label for label in found.labels if label.line >= begins))
    found = attrs.evolve(found, labels=_answers_apart(text.content, found.labels))
    for label in found.labels:
        by_style[label.style].append(label)
    known = {" ".join(name.casefold().split()) for name in text.labels}
    whole = _is_all_talk(text.content, found) or _is_short_talk(text.content, found)
    asked = any(label.key == "q" for label in by_style[Style.QUESTION_ANSWER])
    styles = {
        style for style, labels in by_style.items() if labels and _systematic(style, labels, found, known, whole, asked)
    }
    if not styles:
        return []
    chosen = [label for label in found.labels if label.style in styles]
    chosen = _consistent(chosen, found, known, whole)
    if len({label.key for label in chosen}) < 2 and not (styles & _SPEECH_ALONE or known):
        return []
    return chosen if _weighty(text.content, chosen) and (known or _spoken(text.content, chosen)) else []


def _answers_apart(content: str, labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """ "A:" without any "Q:" is a letter that somebody goes by."""
    if any(label.style is Style.QUESTION_ANSWER and label.key == "q" for label in labels):
        return labels
    return tuple(
        attrs.evolve(label, style=Style.COLON_CAPITALS)
        if label.style is Style.QUESTION_ANSWER and content[label.end : label.end + 1] == ":"
        else label
        for label in labels
    )


def _systematic(style: Style, labels: Sequence[Label], found: Scan, known: set[str], whole: bool, asked: bool) -> bool:
    counts = _counted(labels)
    again = sum(count for key, count in counts.items() if count > 1 or key in known)
    repeated = sum(1 for count in counts.values() if count > 1)
    if style is Style.CHEVRON:
        return len(labels) >= 2 and found.quoted == 0
    if style is Style.QUESTION_ANSWER:
        return whole or counts["q"] >= 2 or (counts["q"] >= 1 and counts["a"] >= 1)
    if style is Style.BRACKET or style is Style.TIMED:
        return len(labels) >= 2
    if style in _PROSE_USES and (known & counts.keys() or _is_record(labels)):
        return True
    if style in _PROSE_USES:
        return again >= _ENOUGH[style] and repeated >= 2 and _pervades(style, labels, counts, found)
    if known & counts.keys() or (whole and (len(labels) >= 2 or asked)):
        return True
    if again <= found.rivals and style is Style.COLON_NAME:
        return False
    enough = 2 if asked and style is Style.COLON_CAPITALS else _ENOUGH[style]  # whom else is a "Q" put to
    return again >= enough and (len(counts) >= 2 or asked) and 3 * again >= found.rivals


def _is_record(labels: Sequence[Label]) -> bool:
    """True for the labels of a parliament's record: "Mr. Smith. I thank the chairman." at the head of paragraphs.

    Statements there run over many paragraphs, so that few of them have a label; prose does not begin them so.
    """
    heads = [label.key for label in labels if label.style is Style.STOP_INLINE and _heads_record(label)]
    return len(heads) >= _ENOUGH[Style.STOP_INLINE] and 1 < len(set(heads)) < len(heads)


def _heads_record(label: Label) -> bool:
    return label.titled and label.heads_paragraph


def _counted(labels: Sequence[Label]) -> Counter[str]:
    """How often each label comes. "BEN COLE, HOST" and the "COLE" after it are one, where labels are in capitals."""
    alone = {label.key for label in labels if " " not in label.key}
    keys = (label.key.rpartition(" ")[2] if label.style is Style.COLON_CAPITALS else label.key for label in labels)
    return Counter(short if short in alone else label.key for short, label in zip(keys, labels, strict=True))


def _pervades(style: Style, labels: Sequence[Label], counts: Counter[str], found: Scan) -> bool:
    """Styles that prose, tables and headings share count only where the text is made of them."""
    again = [label for label in labels if counts[label.key] > 1]
    if style is Style.COLUMN:
        return 2 * len(again) >= found.lines or 2 * len(again) >= found.paragraphs
    return 3 * len(again) >= found.paragraphs and len(again) * 2 >= len(labels)


def _is_all_talk(content: str, found: Scan) -> bool:
    """True if nearly every line, or every paragraph, opens with a colon label and what follows are sentences."""
    labels = [label for label in found.labels if label.style in (Style.COLON_CAPITALS, Style.COLON_NAME)]
    if len(labels) < 2 or found.rivals:
        return False
    units = min(found.lines, found.paragraphs) if found.paragraphs > 1 else found.lines
    if len(labels) < 0.8 * units or len(labels) + 1 < units:
        return False
    after = [content[label.words : label.words + 400].split("\n", 1)[0].strip() for label in labels]
    spoken = [words for words in after if not words or (words[-1:] in _SENTENCE_ENDS and _opens_sentence(words))]
    return len(spoken) == len(after)


def _is_short_talk(content: str, found: Scan) -> bool:
    """True if a text opens with a person's label in capitals, and all its labels are a person's or an asker's.

    A heading may stand before them where one of them comes again: those of a list come once. A turn may run over
    several paragraphs, and captions may lack their stops: who speaks is told so plainly that the words after the
    labels need not look like talk throughout.
    """
    labels = [label for label in found.labels if label.style in (Style.COLON_CAPITALS, Style.QUESTION_ANSWER)]
    if found.rivals or found.quoted or len(labels) != len(found.labels) or len({label.key for label in labels}) < 2:
        return False
    heading = content[: labels[0].line].strip()
    if heading and not (_is_heading(heading) and len({label.key for label in labels}) < len(labels)):
        return False
    if not all(label.opens for label in labels):
        return False
    people = [label for label in labels if _is_persons(label)]
    if not any(map(_is_surely_persons, people)) or len(people) + sum(map(_is_askers, labels)) < len(labels):
        return False
    ends = [*(label.line for label in labels[1:]), len(content)]
    stops = sum(
        content[label.words : end].strip()[-1:] in _SENTENCE_ENDS for label, end in zip(labels, ends, strict=True)
    )
    return 3 * len(labels) >= found.paragraphs and 2 * stops >= len(labels)


def _is_heading(words: str) -> bool:
    """True for what a page of minutes begins with: a few short lines, none of them a sentence."""
    lines = [line.strip() for line in words.split("\n") if line.strip()]
    return len(lines) <= _HEADING_LINES and all(
        len(line) <= _HEADING_LENGTH and line[-1] not in _SENTENCE_ENDS and not _SENTENCE_STOP.search(line)
        for line in lines
    )


def _is_persons(label: Label) -> bool:
    """True for a label in capitals that can be a person's: a title before a name, or a name of several words."""
    name = read_name(label.name)
    fits = label.style is Style.COLON_CAPITALS and name.kind is NameKind.PERSON and not is_shared(label.name)
    return fits and (bool(name.titles) or len(name.words) > 1)


def _is_surely_persons(label: Label) -> bool:
    """True for one with a title, or with a given name that is known: "EXECUTIVE SUMMARY" is nobody."""
    name = read_name(label.name)
    return bool(name.titles) or bool(gender_of(name.words[0]))


def _is_askers(label: Label) -> bool:
    return label.key == "q" or (label.capitals and is_shared(label.name))


_SENTENCE_ENDS = ".?!…”\"'’—-)]"


def _opens_sentence(words: str) -> bool:
    return not words[0].islower()


def _consistent(labels: list[Label], found: Scan, known: set[str], whole: bool) -> list[Label]:
    """Drops the odd ones: a name that comes once, set otherwise than the labels that come again."""
    counts = Counter(label.key for label in labels)
    again = [label for label in labels if counts[label.key] > 1]
    if _is_record(labels):
        labels = [label for label in labels if label.heads_paragraph]
    opening = sum(label.heads_paragraph for label in again)
    spaced = len(again) >= 3 and opening >= 0.9 * len(again)
    chevrons = any(label.style is Style.CHEVRON for label in labels)
    if spaced and all(label.style in _PROSE_USES for label in again):
        labels = [label for label in labels if label.heads_paragraph]
    return [
        label
        for label in labels
        if counts[label.key] > 1 or label.key in known or whole or _fits(label, counts, spaced and not chevrons)
    ]


def _fits(label: Label, counts: Counter[str], spaced: bool) -> bool:
    if spaced and not label.heads_paragraph:
        return False
    if label.style in (Style.STOP_INLINE, Style.COLUMN):
        return label.capitals or _heads_record(label)
    if label.style is Style.COLON_NAME and not label.capitals:
        return len(label.name.split()) > 1 or spaced
    return True


_SENTENCE_STOP = re.compile(r"[.?!…—–]|--|[\"”’»]$")


def _spoken(content: str, labels: Sequence[Label]) -> bool:
    """True if at least half of the labels are followed by sentences: fields, dates and menus are not."""
    if any(label.style in _SPEECH_ALONE for label in labels):
        return True
    starts = [*labels, None]
    sentences = 0
    for label, after in pairwise(starts):
        limit = after.line if after else len(content)
        words = content[label.words : min(limit, label.words + 400)] if label else ""
        sentences += bool(_SENTENCE_STOP.search(words.strip()))
    return 2 * sentences >= len(labels)


def _weighty(content: str, labels: Sequence[Label]) -> bool:
    starts = [label.words for label in labels] + [len(content)]
    talk = sum(min(after - before, _LONG_TURN) for before, after in pairwise(starts))
    return talk >= _LEAST_SHARE * len(content)
