"""Language tags: which language's data a tag asks for."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def base_language(tag: str) -> str:
    """The first part of a BCP 47 tag, in lower case: "de" for "de-AT", and for "de_AT" as some systems write it."""
    return tag.split("-")[0].split("_")[0].lower()
