"""What is not looked for in a text whose language there are no data for. What is found all the same, others do."""

from __future__ import annotations

from typing import Final

from quotecheck.language.guess import UNKNOWN, language_of
from quotecheck.language.known import languages
from quotecheck.language.tags import base_language
from quotecheck.model import Problem, Text

CODE: Final = "language-unknown"


def untried(text: Text) -> tuple[Problem, ...]:
    """Says that speakers were looked for by labels, marks and signs alone.

    Args:
        text: A draft or a source.

    Returns:
        One problem, or none where the text's language is one of those that there are data for.
    """
    language = language_of(text.content, text.language)
    if base_language(language) in languages():
        return ()
    which = "could not be told" if language == UNKNOWN else f"is {language!r}, for which there are no word lists"
    message = (
        f"its language {which}: speakers were looked for by labels, marks and signs alone, and reported speech "
        "not at all"
    )
    return (Problem(message=message, code=CODE, path=text.id),)
