"""Words to the reader of a text, which claim nothing, by language. Which sentence is one is decided in ``speech``."""

from __future__ import annotations

from typing import Final

import attrs

from quotecheck.language.en import talk as en
from quotecheck.language.tags import base_language


@attrs.frozen(eq=False)
class Talk:
    """What one language speaks to its reader with. All words are lower-cased, apostrophes straight.

    Attributes:
        greetings: Words that alone, or with two more, are a greeting or an assent.
        courtesies: Beginnings of sentences that are words to the reader.
        announcements: Beginnings of sentences that announce what comes; ``announced`` are words for that.
        instructions: Verbs that open an instruction; ``pointing`` are those that a bare noun may follow, and
            ``after_instruction`` the words that follow the others.
        noting: Beginnings that go before a claim and are none of it.
        documents: What an answer calls the text it rests on.
        silent: Words of a sentence that says that a text does not tell; ``no_answer`` are beginnings of such.
    """

    greetings: frozenset[str] = frozenset()
    courtesies: tuple[str, ...] = ()
    announcements: tuple[str, ...] = ()
    announced: frozenset[str] = frozenset()
    instructions: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    after_instruction: frozenset[str] = frozenset()
    noting: tuple[str, ...] = ()
    documents: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    no_answer: tuple[str, ...] = ()


_ENGLISH: Final = Talk(
    greetings=en.GREETINGS,
    courtesies=en.COURTESIES,
    announcements=en.ANNOUNCEMENTS,
    announced=en.ANNOUNCED,
    instructions=en.INSTRUCTIONS,
    pointing=en.POINTING,
    after_instruction=en.AFTER_INSTRUCTION,
    noting=en.NOTING,
    documents=en.DOCUMENTS,
    silent=en.SILENT,
    no_answer=en.NO_ANSWER,
)
_NONE: Final = Talk()


def talk_of(language: str) -> Talk:
    """The words of a language; none for one without data.

    Args:
        language: A BCP 47 tag; only its first part counts.
    """
    return _ENGLISH if base_language(language) == "en" else _NONE
