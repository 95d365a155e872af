"""The two ways to a source: a file, or words at hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quotecheck.model import Fidelity, Text
from quotecheck.reading.files import read_file
from quotecheck.reading.known import Known


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
        fidelity: Fidelity = Fidelity.VERBATIM,
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
        """
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
