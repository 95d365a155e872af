"""One door to what is known of English word forms and of how words are related. The work is done next door."""

from __future__ import annotations

from quotecheck.language.morphology import is_common_word, is_known_word, lemma, lemmas, parts_of_speech
from quotecheck.language.opposites import Relation, related

__all__ = ["Relation", "is_common_word", "is_known_word", "lemma", "lemmas", "parts_of_speech", "related"]
