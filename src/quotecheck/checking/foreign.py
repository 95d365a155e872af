"""Statements and sources in different languages, or scripts: what is not there was not compared (QC506)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from quotecheck.checking.known import KnownSource
from quotecheck.language.guess import UNKNOWN, sure_language
from quotecheck.language.tags import base_language
from quotecheck.model import Code, Statement, Verdict
from quotecheck.text.scripts import hardly_has, script_of
from quotecheck.verdicts.citations import names_source, read_citation
from quotecheck.verdicts.facts import Fact
from quotecheck.verdicts.judge import Considered, Judgement

_NAMES: Final[Mapping[str, str]] = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
    "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_NOT_THERE: Final = frozenset({Code.NOT_FOUND, Code.UNSURE})


def not_compared(
    statement: Statement, judged: Sequence[tuple[Considered, Judgement]], sources: Sequence[KnownSource]
) -> Fact | None:
    """QC506 if nothing like a statement is there, and every source that counts is in another language.

    Args:
        statement: What was asked.
        judged: What was looked at, the deciding passage first.
        sources: All sources, at least one.

    Returns:
        The fact; None where the words are there or are contradicted, where a source is in the statement's language,
        and where a language is not known for sure: a short statement, one of names, a source of two languages.
    """
    if judged:
        judgement = judged[0][1]
        if judgement.verdict is not Verdict.ABSENT or not any(one.code in _NOT_THERE for one in judgement.facts):
            return None
    cited = [one for one in sources if _is_cited(statement, one)] or list(sources)
    spoken = sure_language(statement.text)
    script = script_of(statement.text)
    others = [_other(one, spoken, script) for one in cited]
    if not all(others):
        return None
    said = _called(spoken) if spoken != UNKNOWN else f"{script} script"
    return Fact(code=Code.TRANSLATED, gaps={"why": f"it is in {others[0]}, the statement in {said}"})


def _is_cited(statement: Statement, source: KnownSource) -> bool:
    citation = read_citation(statement.source) if statement.source else None
    return citation is not None and bool(citation.source) and names_source(citation, source.text)


def _other(source: KnownSource, spoken: str, script: str | None) -> str | None:
    """What a source is written in, if that is surely another language or script than the statement's; else None."""
    if script is not None:
        own = source.script
        if own is not None and own != script and hardly_has(source.text.content, script):
            return _called(source.text.language) if source.text.language else f"{own} script"
    language = source.sure_language
    if spoken == UNKNOWN or base_language(language) in {UNKNOWN, base_language(spoken)}:
        return None
    return _called(language)


def _called(language: str) -> str:
    return _NAMES.get(base_language(language), repr(language))
