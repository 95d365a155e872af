"""A text that was read: a draft or a source, and what is known of it."""

from __future__ import annotations

import enum
from collections.abc import Mapping

import attrs

from quotecheck.model.errors import UsageError
from quotecheck.model.problems import Problem
from quotecheck.model.spans import Origin, Place, Span
from quotecheck.model.verdicts import Zone


class Fidelity(enum.Enum):
    """How closely a source keeps to what was said or written."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    CONDENSED = "condensed"
    MACHINE = "machine"
    TRANSLATED = "translated"


def _fidelity(value: Fidelity | str) -> Fidelity:
    try:
        return Fidelity(value)
    except ValueError:
        names = ", ".join(f'"{one.value}"' for one in Fidelity)
        raise UsageError(f"a fidelity is one of {names}, not {value!r}") from None


@attrs.frozen
class Annotation:
    """What a text says about a place in it, beside its own words: a comment, a note, a link's address.

    Attributes:
        span: What it is tied to; empty at the place of a note's mark.
        words: What it says.
    """

    span: Span
    words: str


@attrs.frozen(kw_only=True)
class Text:
    """A text as it stands to be read. All offsets everywhere count code points of ``content``.

    Attributes:
        content: What stands there to be read. For plain text and Markdown, the file's own text.
        id: The name by which results speak of it: the path as given, or a name of the user's.
        origin: The way back to the file, its lines, pages and times.
        path: The file it came from; None if it came from memory.
        sha256: Hash of the bytes as read, in hexadecimal; None for a text from memory.
        title: Title of the work; None if unknown.
        date: Date as given, not interpreted; None if unknown.
        url: Where it was found; None if unknown.
        language: BCP 47 tag; None if unknown.
        speaker: The one person whose words the whole text is (a speech, a letter); None if there is no such one.
        author: The author of the work (a play, a novel, an essay); None if unknown.
        fidelity: How closely it keeps to what was said.
        labels: Who stands behind a transcript's label ("CDR" → "James A. Lovell, Jr.").
        spoken: True if it renders speech (a transcript, subtitles); None if unknown.
        blocks: What the format itself marks as block quotations (an element, a style), in order of place; a
            quotation of several paragraphs is one span. Signs in the content (``>``) are not among them.
        emphases: What is set in italics or bold, in order of place; None if the format does not carry that.
        zones: (span, zone) of headings and captions, as the format itself marks them, in order of place.
        annotations: Comments, notes and links that say where words come from, in order of place.
        bibliography: Name of the source (its file, else its title or address) by the key that the text cites it by.
        version_of: Id or path of the source that this is an earlier or later state of; None if it is no such state.
        problems: What could not be read, or was guessed, while reading it.

    Raises:
        UsageError: if the content is no string, or there is no such fidelity.
    """

    content: str = attrs.field()
    id: str = "text"
    origin: Origin = attrs.field(repr=False)
    path: str | None = None
    sha256: str | None = attrs.field(default=None, repr=False)
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    speaker: str | None = None
    author: str | None = None
    fidelity: Fidelity = attrs.field(default=Fidelity.VERBATIM, converter=_fidelity)
    labels: Mapping[str, str] = attrs.field(factory=dict)
    spoken: bool | None = None
    blocks: tuple[Span, ...] = ()
    emphases: tuple[Span, ...] | None = None
    zones: tuple[tuple[Span, Zone], ...] = ()
    annotations: tuple[Annotation, ...] = ()
    bibliography: Mapping[str, str] = attrs.field(factory=dict)
    version_of: str | None = None
    problems: tuple[Problem, ...] = ()

    @content.validator
    def _is_a_string(self, _: object, content: object) -> None:
        if not isinstance(content, str):
            raise UsageError(f"the content of a text is a string, not {type(content).__name__}")

    @origin.default
    def _plain_origin(self) -> Origin:
        return Origin.of_plain(self.content)

    def words(self, span: Span) -> str:
        """The words that stand in ``span``."""
        return self.content[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Line, column, page and time of one content offset."""
        return self.origin.place(offset)
