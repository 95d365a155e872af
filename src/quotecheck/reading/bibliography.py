"""Bibliographies: the source that a key stands for, from BibTeX (.bib) or CSL-JSON (.json). No draft is read here."""

from __future__ import annotations

import json
import os
import re
import stat
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

import attrs

from quotecheck.model.errors import ReadingError
from quotecheck.model.problems import Problem
from quotecheck.model.texts import Text

LARGEST: Final = 16 * 1024 * 1024
"""Bytes of the largest bibliography that is read."""

_FRONT: Final = re.compile(r"---[ \t]*\r?\n(?P<head>.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_NAMED: Final = re.compile(r"(?m)^bibliography:[ \t]*(?P<one>[^\r\n]*)(?P<more>(?:\r?\n[ \t]*-[ \t]+[^\r\n]+){0,50})")
_RESOURCE: Final = re.compile(r"\\(?:addbibresource|bibliography)\s*+(?:\[[^\]\n]{0,200}+\]\s*+)?\{([^{}\n]{1,500}+)\}")
_COMMENT: Final = re.compile(r"(?<!\\)%[^\n]*")
_LATEX: Final = 1_000_000  # code points of a document in which its bibliography is looked for
_MARKUP: Final = re.compile(r"[{}]|\\[a-zA-Z]+\s?")
_ADDRESS: Final = re.compile(r"https?://\S+")


def read_bibliography(path: str | os.PathLike[str]) -> dict[str, str]:
    """The name of the source that each key stands for.

    Args:
        path: A BibTeX or CSL-JSON file.

    Returns:
        By key: the name of the file that the entry names, else its title and address. Entries without any are left out.

    Raises:
        ReadingError: if it cannot be read, is none of the two, or needs a library that is not there.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ReadingError("a bibliography is a file", path=name, code="unreadable")
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReadingError(f"cannot be read: {error.strerror or error}", path=name, code="unreadable") from error
    if len(data) > LARGEST:
        raise ReadingError("too large for a bibliography", path=name, code="too-large")
    text = data.decode("utf-8-sig", "replace")
    entries = _csl(text, name) if text.lstrip()[:1] in ("[", "{") else _bibtex(text, name)
    named = {key: _source_of(values) for key, values in entries}
    return {key: source for key, source in named.items() if source}


def with_bibliography(text: Text, path: str | os.PathLike[str]) -> Text:
    """A draft with the bibliography that its front matter or its preamble names, read from beside it.

    Args:
        text: A text; one without front matter, or whose front matter names no bibliography, stays as it is.
        path: Its file. What the front matter names counts from there and may lie in no other place by an absolute path.
    """
    names = _named_in_latex(path) if os.fspath(path).lower().endswith((".tex", ".ltx")) else _named_in_front(text)
    if not names:
        return text
    known: dict[str, str] = {}
    problems: list[Problem] = []
    for name in names:
        if PurePosixPath(name).is_absolute() or Path(name).is_absolute():
            continue  # a draft may come from anybody: it does not choose among this machine's files
        try:
            known |= read_bibliography(Path(path).parent / name)
        except ReadingError as error:
            problems.append(error.problem(fatal=False))
    return attrs.evolve(text, bibliography={**known, **text.bibliography}, problems=(*text.problems, *problems))


def _named_in_front(text: Text) -> list[str]:
    front = _FRONT.match(text.content)
    found = _NAMED.search(front["head"]) if front else None
    if found is None:
        return []
    listed = [found["one"].strip("[] \t"), *(line.partition("-")[2] for line in found["more"].splitlines() if line)]
    return [name.strip(" \t\"'") for line in listed for name in line.split(",") if name.strip(" \t\"'")]


def _named_in_latex(path: str | os.PathLike[str]) -> list[str]:
    r"""The files of ``\addbibresource`` and ``\bibliography``: they stand in no word that is printed."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            source = _COMMENT.sub("", file.read(_LATEX))
    except OSError:
        return []
    named = [name.strip() for listed in _RESOURCE.findall(source) for name in listed.split(",")]
    return [name if PurePosixPath(name).suffix else f"{name}.bib" for name in named if name]


def _bibtex(text: str, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library's, about its own parser
            from bibtexparser.bparser import BibTexParser

            parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
            entries = parser.parse(text, partial=True).entries
    except ImportError as error:
        message = "a .bib file needs bibtexparser: pip install 'quotecheck-editorial[bib]', or export it as CSL-JSON"
        raise ReadingError(message, path=name, code="missing-extra") from error
    except Exception as error:  # what its parser makes of a broken file
        raise ReadingError(f"no BibTeX: {error}", path=name, code="damaged") from error
    return [(entry["ID"], {key.lower(): value for key, value in entry.items()}) for entry in entries if "ID" in entry]


def _csl(text: str, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"no JSON: {error}", path=name, code="damaged") from error
    items = data.get("items", data.get("references")) if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise ReadingError("no CSL-JSON: a list of entries is wanted", path=name, code="damaged")
    return [
        (str(item.get("citation-key") or item["id"]), {str(key).lower(): value for key, value in item.items()})
        for item in items
        if isinstance(item, dict) and "id" in item
    ]


def _source_of(values: Mapping[str, Any]) -> str:
    file = _file_name(str(values.get("file") or ""))
    if file:
        return file
    title = " ".join(_MARKUP.sub("", str(values.get("title") or "")).split())
    address = _ADDRESS.search(str(values.get("url") or ""))
    return " ".join(_without_none((title, address[0] if address else "")))


def _without_none(words: Iterable[str]) -> list[str]:
    return [word for word in words if word]


def _file_name(value: str) -> str:
    r"""The name of the first file of ``:papers/brook.pdf:PDF;...``, ``C\:\\x\\brook.pdf`` or ``brook.pdf``."""
    first = re.split(r"(?<!\\);", value)[0]
    parts = [part for part in re.split(r"(?<!\\):", first) if part]
    named = next((part for part in parts if re.search(r"\.\w{2,5}$", part)), "")
    return re.split(r"[/\\]", named.replace("\\\\", "\\"))[-1].strip()
