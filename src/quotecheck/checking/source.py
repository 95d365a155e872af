"""The two ways to a source: a file, or words at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from quotecheck.model import Fidelity, Text
from quotecheck.model.errors import UsageError
from quotecheck.reading.files import read_file
from quotecheck.reading.known import Known

_WAYS: Final = "Source.read(path) reads a file, Source.from_text(words) takes words"


def texts_given(sources: object) -> tuple[Text, ...]:
    """The sources of a checker.

    Args:
        sources: What a caller gave as them.

    Raises:
        UsageError: if they are no texts, in a list or another collection.
    """
    if isinstance(sources, Text) or not isinstance(sources, Iterable):
        raise UsageError(f"sources are a list of texts: {_WAYS}")
    return tuple(text_given(one) for one in ((sources,) if isinstance(sources, str) else sources))


def text_given(draft: object) -> Text:
    """A draft or a source.

    Args:
        draft: What a caller gave as it.

    Raises:
        UsageError: if it is no text.
    """
    if not isinstance(draft, Text):
        raise UsageError(f"a text is wanted and no {type(draft).__name__}: {_WAYS}")
    return draft


class Source:
    """Makes the texts that a draft is checked against; a draft is read in the same way."""

    @staticmethod
    def read(path: str | Path, *, known: Known | None = None) -> Text:
        """The text of a file.

        Args:
            path: The file. Its format is told by its content first and its name second.
            known: What is known of it: id, speaker, author, labels, language and so on.

        Raises:
            ReadingError: if it cannot be read or holds no text.
        """
        return read_file(Path(path), known=known)

    @staticmethod
    def from_text(
        content: str,
        *,
        id: str = "text",
        speaker: str | None = None,
        author: str | None = None,
        title: str | None = None,
        date: str | None = None,
        language: str | None = None,
        fidelity: Fidelity | str = Fidelity.VERBATIM,
        labels: Mapping[str, str] | None = None,
    ) -> Text:
        """Words at hand as a text.

        Args:
            content: The words; offsets count its code points.
            id: The name by which results speak of it.
            speaker: The one person whose words all of it is; None if there is no such one.
            author: The author of the work; None if unknown.
            title: Title of the work; None if unknown.
            date: Date as given; None if unknown.
            language: BCP 47 tag; None if unknown.
            fidelity: How closely it keeps to what was said.
            labels: Who stands behind a transcript's labels.

        Raises:
            UsageError: if the content is no string, or there is no such fidelity.
        """
        if not isinstance(content, str):
            raise UsageError(f"content is a string, not {type(content).__name__}: Source.read takes a file")
        return Text(
            content=content,
            id=id,
            speaker=speaker,
            author=author,
            title=title,
            date=date,
            language=language,
            fidelity=fidelity,
            labels=dict(labels or {}),
        )
