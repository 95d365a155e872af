"""Word documents made for a test, part by part. Nothing is tested here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from quotecheck.model import Text
from quotecheck.reading import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
)
KINDS = ("styles", "footnotes", "endnotes", "comments")


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 4, 0, 0, 0)), text, how)
    return made.getvalue()


def parts_of(body: str, *, core: str = "", **others: str) -> dict[str, str | bytes]:
    """The parts of a document whose body holds this XML; others by their kind: styles, notes, comments."""
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(KINDS)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        f'Target="word/document.xml"/><Relationship Id="b" Type="{PACKAGE}/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    for kind, inner in others.items():
        parts[f"word/{kind}.xml"] = f"<w:{kind} {SPACES}>{inner}</w:{kind}>"
    if core:
        parts["docProps/core.xml"] = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>'
    return parts


def document(body: str, *, core: str = "", **others: str) -> bytes:
    """A document's bytes; arguments as ``parts_of``."""
    return packed(parts_of(body, core=core, **others))


def text_of(body: str, **others: str) -> Text:
    """What is read in such a document."""
    return read_bytes(document(body, **others), "draft.docx")


def p(inner: str, properties: str = "") -> str:
    """A paragraph; plain words are put in a run."""
    runs = inner if inner.startswith("<") or not inner else r(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def style(name: str) -> str:
    """The property of a paragraph that has a style."""
    return f'<w:pStyle w:val="{name}"/>'
