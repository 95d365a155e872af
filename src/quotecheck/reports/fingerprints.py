"""Names of findings and statements that stay when lines shift: for SARIF, baselines, sign-offs. Their use is theirs."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from quotecheck.model import Result, Severity
from quotecheck.text.folding import in_form

SCHEME = "quotecheckStatement/v1"
"""Name of the scheme; it changes when the same finding would get another fingerprint."""

UNCHECKED = "unchecked"
"""Stands for the code where a statement could not be checked."""

# An editor that curls the quotation marks of a file does not make its findings new ones.
_MARKS = str.maketrans("‘’‚‛“”„‟‐‑‒–—", "''''\"\"\"\"-----")
_BLANK = re.compile(r"\s+")


class Fingerprints:
    """Gives fingerprints to results in their order; the same statement again in a draft gets another number."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str | None, str, str, str]] = Counter()

    def of(self, result: Result) -> Mapping[str, str]:
        """The fingerprint of each code of a result, and of ``UNCHECKED``, as 32 hexadecimal digits.

        It depends on the statement's words (white space, the form of marks and dashes aside), the code, the speaker,
        and which of several equal ones in the draft it is: not on the draft's name, on lines, or on the sources.

        Args:
            result: The next one; each is to be asked for once.
        """
        statement = result.statement
        words, speaker = _folded(statement.text), _folded(statement.speaker or "")
        names: dict[str, str] = {}
        for code in (*dict.fromkeys(one.code.value for one in result.findings), UNCHECKED):
            key = (statement.draft, words, code, speaker)
            self._seen[key] += 1
            names[code] = _hash([words, code, speaker, self._seen[key]])
        return names


def signatures(results: Iterable[Result]) -> Iterator[tuple[str, str]]:
    """For each result a fingerprint of its statement, and one of what was found of it.

    The first depends on the statement's words, its speaker and which of several equal ones in the draft it is. The
    second on the verdict, the findings that are more than allowed, and the words and speakers of the passages: not on
    where the sources lie, nor on what was waived.

    Args:
        results: All of a run, in order of place.
    """
    seen: Counter[tuple[str | None, str, str]] = Counter()
    for result in results:
        statement = result.statement
        words, speaker = _folded(statement.text), _folded(statement.speaker or "")
        key = (statement.draft, words, speaker)
        seen[key] += 1
        passages = result.evidence.passages if result.evidence else ()
        found = [
            result.verdict.value if result.verdict else None,
            sorted((one.code.value, one.severity.value) for one in result.findings if one.severity != Severity.NONE),
            [(_folded(one.exact), _folded(one.speaker or "")) for one in passages],
        ]
        yield _hash([words, speaker, seen[key]]), _hash(found)


def _hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()[:32]


def _folded(text: str) -> str:
    return _BLANK.sub(" ", in_form("NFC", text).translate(_MARKS)).strip()
