"""What a user knows of a source beside its words, and how a candidate or manifest says it. Nothing is opened here."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from quotecheck.model.errors import QuotecheckError, nearest
from quotecheck.model.texts import Fidelity

_WORDS = ("id", "speaker", "author", "title", "date", "url", "language", "sha256", "version_of")
KEYS = (*_WORDS, "fidelity", "labels")
"""What can be said of a source, beside its path."""
_SHA256 = re.compile(r"[0-9a-f]{64}")


@attrs.frozen(kw_only=True)
class Known:
    """What is known of a source; None is unknown. The fields are those of ``Text``.

    Attributes:
        id: The name by which results speak of it; None for its path.
        speaker: The one person whose words the whole text is.
        author: The author of the work.
        title: Title of the work.
        date: Date as given.
        url: Where it was found.
        language: BCP 47 tag.
        fidelity: How closely it keeps to what was said; None for verbatim.
        labels: (label, person) pairs: who stands behind a transcript's labels.
        sha256: Hash of the file as it was when somebody looked at it, in hexadecimal.
        version_of: Id or path of the source that this is an earlier or later state of.
    """

    id: str | None = None
    speaker: str | None = None
    author: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    fidelity: Fidelity | None = None
    labels: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    version_of: str | None = None

    def over(self, other: Known) -> Known:
        """This, and where it says nothing what ``other`` says."""
        mine = attrs.asdict(self, filter=lambda field, value: field.name != "labels" and value is not None)
        return attrs.evolve(other, **mine, labels=tuple({**dict(other.labels), **dict(self.labels)}.items()))


def known_from(values: Mapping[str, object]) -> Known:
    """What ``values`` (keys of ``Known``, labels as an object) say.

    Raises:
        QuotecheckError: if a key is not known or a value has the wrong type; the message names the key.
    """
    for key in values:
        if key not in KEYS:
            near = nearest(key, (*KEYS, "path"))
            raise QuotecheckError(f'unknown key "{key}" of a source' + (f'; did you mean "{near}"?' if near else ""))
    words = {key: _word(values.get(key), key) for key in _WORDS}
    if words["sha256"] is not None and not _SHA256.fullmatch(words["sha256"]):
        raise QuotecheckError('"sha256" of a source must be 64 hexadecimal digits, in small letters')
    return Known(**words, fidelity=_fidelity(values.get("fidelity")), labels=_labels(values.get("labels")))


def _word(value: object, key: str) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise QuotecheckError(f'"{key}" of a source must be a string, not {type_name(value)}')


def _fidelity(value: object) -> Fidelity | None:
    if value is None:
        return None
    try:
        return Fidelity(value)
    except ValueError:
        names = ", ".join(f'"{one.value}"' for one in Fidelity)
        raise QuotecheckError(f'"fidelity" of a source must be one of {names}, not {value!r}') from None


def _labels(value: object) -> tuple[tuple[str, str], ...]:
    if value is None:
        return ()
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value.values()):
        raise QuotecheckError('"labels" of a source must be an object of strings: {"JS": "Jens Stoltenberg"}')
    return tuple((str(label), str(name)) for label, name in value.items())


def type_name(value: object) -> str:
    """What JSON calls the type of ``value``."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "a boolean"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "an array" if isinstance(value, list | tuple) else "an object"
