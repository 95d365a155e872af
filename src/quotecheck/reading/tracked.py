"""What is told of a document with tracked changes, whatever its format."""

from __future__ import annotations

from quotecheck.model import Problem


def changes_accepted(name: str, changed: bool) -> list[Problem]:
    """What is told of a document with tracked changes; nothing of one without.

    Args:
        name: The document's.
        changed: True if it has them.
    """
    message = "it has tracked changes: read as if all of them were accepted"
    return [Problem(message=message, code="tracked-changes", path=name)] if changed else []
