"""Styles of paragraphs: which of them set a block quotation, a title, an author. Styles of letters are not read."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import attrs

from quotecheck.reading.docx.package import NoPart, Package

_LONGEST_CHAIN: Final = 20  # styles that are based on each other
_FOLDED: Final = re.compile(r"[\W_]+")


class Role(enum.Enum):
    """What a style says of a paragraph."""

    QUOTE = "quote"
    TITLE = "title"
    AUTHOR = "author"
    CONTENTS = "contents"
    HEADING = "heading"
    CAPTION = "caption"


# Names as Word, LibreOffice, Pandoc and Pages write them, and what templates in other languages call theirs; folded.
_ROLES: Final = {
    Role.QUOTE: frozenset(
        "quote intensequote blocktext quotations quotation blockquote blockquotation blockquotes extract longquote "
        "quotetext pullquote displayquote zitat intensiveszitat intensivzitat blockzitat zitate blocktextzitat "
        "citation citationintense blocdetexte textblock cita citadestacada citaintensa textodebloque citas citazione "
        "citazioneintensa testodelblocco citacao citacaointensa textoembloco citat starktcitat starkcitat sterktsitat "
        "sitat intenstcitat citaat duidelijkcitaat lainaus erottuvalainaus cytat cytatintensywny citat1".split()
    ),
    Role.TITLE: frozenset("title titel titre titulo titolo".split()),
    Role.CAPTION: frozenset("caption beschriftung legende epigrafe didascalia legenda bijschrift".split()),
    Role.AUTHOR: frozenset("author authors byline autor autorin auteur autore".split()),
}
_HEADING: Final = re.compile(r"(?:heading|uberschrift|titre|titulo|encabezado|titolo|kop|rubrik|overskrift)\d")
_CONTENTS: Final = re.compile(r"(?:toc|contents|verzeichnis|tm|tdc|sommario)\d")


@attrs.frozen
class Styles:
    """The roles of a document's paragraph styles.

    Attributes:
        roles: By the style's id.
    """

    roles: Mapping[str, Role]

    def role(self, style: str | None) -> Role | None:
        """What a style says; a style that the document does not define is known by its id."""
        if style is None:
            return None
        return self.roles.get(style) or _role_of(style)


def read_styles(package: Package, part: str | None) -> Styles:
    """The styles of a document.

    Args:
        package: The open file.
        part: The part with the styles; None if there is none.

    Raises:
        ReadingError: if the part cannot be read.
    """
    reader = _Reader()
    try:
        if part is not None:
            package.parse(part, reader.start, reader.end, None)
    except NoPart:
        pass
    return Styles({style: role for style in reader.names if (role := reader.role(style)) is not None})


class _Reader:
    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._style: str | None = None

    def start(self, _space: str, local: str, given: Mapping[str, str]) -> None:
        if local == "style":
            self._style = given.get("styleId") if given.get("type", "paragraph") == "paragraph" else None
            if self._style is not None:
                self.names.setdefault(self._style, self._style)
        elif self._style is not None and local == "name":
            self.names[self._style] = given.get("val", self._style)
        elif self._style is not None and local == "basedOn":
            self._based[self._style] = given.get("val", "")

    def end(self, _space: str, local: str) -> None:
        if local == "style":
            self._style = None

    def role(self, style: str) -> Role | None:
        """What a style, or the one it is based on, is called."""
        seen: str | None = style
        for _ in range(_LONGEST_CHAIN):
            if seen is None or seen not in self.names:
                return None
            found = _role_of(self.names[seen]) or _role_of(seen)
            if found is not None:
                return found if found is Role.QUOTE or seen == style else None
            seen = self._based.get(seen)
        return None


@lru_cache(maxsize=256)
def _role_of(name: str) -> Role | None:
    folded = _FOLDED.sub("", name).casefold()
    for plain, accented in (("a", "áàâãä"), ("e", "éèêë"), ("i", "íì"), ("o", "óòôõö"), ("u", "úùü"), ("c", "ç")):
        folded = re.sub(f"[{accented}]", plain, folded)
    if _CONTENTS.fullmatch(folded):
        return Role.CONTENTS
    if _HEADING.fullmatch(folded):
        return Role.HEADING
    return next((role for role, names in _ROLES.items() if folded in names), None)
