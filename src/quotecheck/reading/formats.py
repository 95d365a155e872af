"""Which format a file is in: by its content first, by its name second. How each is read stands in its own module."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

import attrs

from quotecheck.model.texts import Text
from quotecheck.reading import plain, subtitles, transcripts
from quotecheck.reading.transcripts import premiere

_HEAD = 4096  # bytes looked at
_HEAD_OF_XML = 1 << 16  # a document type may stand before the root

Reader = Callable[[bytes, str], Text]


@attrs.frozen(kw_only=True)
class Format:
    """A kind of file.

    Attributes:
        name: What a person calls it.
        read: Bytes and a name to a text; None if there is no reader for it.
        document: True if people keep words in such files: one that is passed over is told of.
        advice: What to do where there is no reader.
    """

    name: str
    read: Reader | None = None
    document: bool = False
    advice: str = ""


# The large readers are imported by the first file that needs them: most runs have none, and their start counts.
def _page(data: bytes, name: str) -> Text:
    from quotecheck.reading import html

    return html.read(data, name)


def _pdf(data: bytes, name: str) -> Text:
    from quotecheck.reading import pdf

    return pdf.read(data, name)


def _document(data: bytes, name: str) -> Text:
    from quotecheck.reading import docx

    return docx.read(data, name)


def _old_document(data: bytes, name: str) -> Text:
    from quotecheck.reading import docx

    return docx.read_old(data, name)


def _marked(data: bytes, name: str) -> Text:
    from quotecheck.reading import marked

    return marked.read(data, name)


def _passages(data: bytes, name: str) -> Text:
    from quotecheck.reading import passages

    return passages.read(data, name)


def _late(module: str, function: str = "read") -> Reader:
    """The reader of a module below this room, which is imported when it is asked for."""

    def read(data: bytes, name: str) -> Text:
        found: Reader = getattr(import_module(f"quotecheck.reading.{module}"), function)
        return found(data, name)

    return read


PLAIN = Format(name="plain text", read=plain.read, document=True)
MARKDOWN = Format(name="Markdown", read=plain.read, document=True)
HTML = Format(name="web page (HTML)", read=_page, document=True)
PDF = Format(name="PDF", read=_pdf, document=True)
DOCX = Format(name="Word document (DOCX)", read=_document, document=True)
SUBTITLES = Format(name="subtitles (SubRip, WebVTT)", read=subtitles.read, document=True)
TRANSCRIPT = Format(name="transcript (JSON)", read=transcripts.read, document=True)
MARKED_TALK = Format(name="debate or subtitles in XML (TTML, Akoma Ntoso, TEI, parlparse)", read=_marked, document=True)
PASSAGES = Format(name="highlights (Zotero) or page text (DocumentCloud) in JSON", read=_passages, document=True)
PREMIERE = Format(name="transcript (Premiere's text)", read=premiere.read, document=True)

ODT = Format(name="OpenDocument text (ODT)", read=_late("documents.odt"), document=True)
FLAT_ODT = Format(name="OpenDocument text, flat (FODT)", read=_late("documents.odt", "read_flat"), document=True)
RTF = Format(name="rich text (RTF)", read=_late("documents.rtf"), document=True)
EPUB = Format(name="book (EPUB)", read=_late("documents.epub"), document=True)
FB2 = Format(name="book (FictionBook)", read=_late("documents.fb2"), document=True)
IDML = Format(name="InDesign layout (IDML)", read=_late("documents.indesign"), document=True)
LATEX = Format(name="LaTeX", read=_late("documents.latex"), document=True)
RST = Format(name="reStructuredText", read=_late("documents.rst"), document=True)
LETTER = Format(name="mail (EML)", read=_late("packed.letters"), document=True)
MHTML = Format(name="saved page (MHTML)", read=_late("packed.pages", "read_mhtml"), document=True)
ARCHIVE = Format(name="archive (ZIP, gzip, WARC)", read=_late("packed.archives"), document=True)
ICML = Format(name="InCopy story (ICML)", read=_late("documents.indesign", "read_story"), document=True)

_SAVE = "save it as plain text first"
_OFFICE = Format(name="office or zip file", document=True, advice=_SAVE)
_OLD_OFFICE = Format(name="old office file", read=_old_document, document=True)
_PICTURE = Format(name="picture")
_PACKED = Format(name="packed file")
_PROGRAM = Format(name="program")
_MEDIA = Format(name="sound or film")

_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", _OFFICE),
    (b"PK\x05\x06", _OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"{\\rtf", RTF),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b\x08", ARCHIVE),
    (b"\x1f\x8b", _PACKED),
    (b"WARC/0.1", ARCHIVE),
    (b"WARC/1.", ARCHIVE),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"\x7fELF", _PROGRAM),
    (b"SQLite format 3\x00", _PROGRAM),
    (b"ID3", _MEDIA),
    (b"OggS", _MEDIA),
    (b"RIFF", _MEDIA),
)
_BY_NAME = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mkd": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".srt": SUBTITLES,
    ".vtt": SUBTITLES,
    ".rst": RST,
    ".tex": LATEX,
    ".ltx": LATEX,
    ".eml": LETTER,
    ".mht": MHTML,
    ".mhtml": MHTML,
    ".fodt": FLAT_ODT,
    ".fb2": FB2,
    ".icml": ICML,
}
# A comment or an XML declaration may stand before it; a byte-order mark and the zeros of UTF-16 are taken out.
_PAGE = re.compile(
    rb"(?:\s++|<!--(?:[^-]|-(?!->)){0,1000}+-->|<\?xml[^>]{0,200}+>){0,9}+"
    rb"<(?:!doctype\s+html|html|head|body)[\s>/]",
    re.IGNORECASE,
)

# The root element, after a declaration, instructions and comments.
_BEFORE = rb"\A\s{0,99}+(?:<(?:\?|!--)[^>]{0,600}+>\s{0,99}+){0,20}+"
_ROOTS = (
    (re.compile(_BEFORE + rb"<FictionBook[\s>]"), FB2),
    (re.compile(_BEFORE + rb"<office:document[\s>]"), FLAT_ODT),
    (re.compile(_BEFORE + rb"<(?:Document DOMVersion=|idPkg:Story\b)"), ICML),
)

DATA = frozenset(
    ".json .jsonl .ndjson .csv .tsv .tab .toml .yaml .yml .xml .ini .cfg .lock .sql .log "
    ".py .js .ts .css .sh .c .h .cpp .java .go .rs .rb .php .ipynb".split()
)
"""Endings of files that hold data or programs: no texts, unless a user names one."""


def format_of(data: bytes, name: str) -> Format:
    """The format of a file with this content and this name; plain text where neither says more."""
    for signature, found in _SIGNATURES:
        if data.startswith(signature) and not (found in (_PACKED, _MEDIA) and _only_letters(data)):
            return _zipped(data, name) if found is _OFFICE else found
    ending = PurePath(name).suffix.lower()
    if ending == ".pdf" and b"%PDF-" in data[:_HEAD]:  # something stands before it: the library looks for it too
        return PDF
    named = _BY_NAME.get(ending, PLAIN)
    if named is not PLAIN:
        return named
    head = _without_zeros(data[:_HEAD])
    marked = next((found for root, found in _ROOTS if root.search(head)), None) if b"<" in head[:64] else None
    return marked or _enveloped(data) or (HTML if _PAGE.match(head) else _spoken(data) or PLAIN)


_BY_MIMETYPE = (
    (b"application/vnd.oasis.opendocument.text", ODT),
    (b"application/epub+zip", EPUB),
    (b"application/vnd.adobe.indesign-idml-package", IDML),
)
_ZIPPED = {".odt": ODT, ".ott": ODT, ".epub": EPUB, ".idml": IDML}


def _zipped(data: bytes, name: str) -> Format:
    head = data[:256]
    at = head.find(b"mimetype")
    if at >= 0:
        for mimetype, found in _BY_MIMETYPE:
            if mimetype in head[at:]:
                return found
    named = _ZIPPED.get(PurePath(name).suffix.lower())
    if named is not None:
        return named
    from quotecheck.reading import docx

    if docx.looks_like_document(data, name):
        return DOCX
    from quotecheck.reading.packed.archives import is_zip

    return ARCHIVE if is_zip(data) else _OFFICE


def _enveloped(data: bytes) -> Format | None:
    """A letter or a saved page, by the lines that it begins with."""
    head = data[:_HEAD].lower()
    if b"mime-version:" not in head and b"\nfrom:" not in b"\n" + head:
        return None
    from quotecheck.reading.packed import letters, pages

    if pages.looks_like_mhtml(data):
        return MHTML
    return LETTER if letters.looks_like_letter(data) else None


def is_archive(data: bytes, name: str) -> bool:
    """True for a file that holds files."""
    return format_of(data, name) is ARCHIVE


def is_data(path: str) -> bool:
    """True for a file that by its name holds data or a program. Talk in JSON or XML is a text all the same."""
    ending = PurePath(path).suffix.lower()
    if ending not in (".json", ".xml"):
        return ending in DATA
    try:
        with open(path, "rb") as file:
            return is_data_by(file.read(_HEAD_OF_XML if ending == ".xml" else transcripts.LARGEST), path)
    except OSError:
        return True


def is_data_by(data: bytes, name: str) -> bool:
    """As ``is_data``, of bytes at hand."""
    ending = PurePath(name).suffix.lower()
    if ending == ".xml":
        return not _is_marked_talk(data[:_HEAD_OF_XML])
    if ending == ".json":
        return not (transcripts.looks_like_transcript(data) or _is_passages(data))
    return ending in DATA


def _spoken(data: bytes) -> Format | None:
    """Subtitles and transcripts, whatever their name is."""
    if transcripts.looks_like_transcript(data):
        return TRANSCRIPT
    if _is_marked_talk(data):
        return MARKED_TALK
    if _is_passages(data):
        return PASSAGES
    head = _without_zeros(data[:_HEAD]).decode("utf-8", "replace")
    if premiere.looks_like_premiere(head):
        return PREMIERE
    return SUBTITLES if subtitles.looks_like_webvtt(head) or subtitles.looks_like_subrip(head) else None


def _is_marked_talk(data: bytes) -> bool:
    if not _without_zeros(data[:_HEAD]).lstrip().startswith(b"<"):
        return False
    from quotecheck.reading import marked

    return marked.looks_like_talk(data)


def _is_passages(data: bytes) -> bool:
    if not data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        return False
    from quotecheck.reading import passages

    return passages.looks_like_passages(data)


def _without_zeros(head: bytes) -> bytes:
    return head.translate(None, b"\0").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def formats() -> dict[str, tuple[str, ...]]:
    """Every format that has a reader, with the endings that its files mostly have."""
    found: dict[str, tuple[str, ...]] = {}
    named = [*_BY_NAME.items(), *_ZIPPED.items(), *_USUAL]
    for one in globals().values():
        if isinstance(one, Format) and one.read is not None and one is not _OLD_OFFICE:
            found[one.name] = tuple(dict.fromkeys(ending for ending, of in named if of is one))
    return found


_USUAL = (  # endings of files that are known by their content
    (".txt", PLAIN),
    (".pdf", PDF),
    (".docx", DOCX),
    (".docm", DOCX),
    (".rtf", RTF),
    (".json", TRANSCRIPT),
    (".json", PASSAGES),
    (".txt", PREMIERE),
    (".ttml", MARKED_TALK),
    (".dfxp", MARKED_TALK),
    (".xml", MARKED_TALK),
    (".zip", ARCHIVE),
    (".gz", ARCHIVE),
    (".warc", ARCHIVE),
)


def _only_letters(data: bytes) -> bool:
    """A text may begin with "BZh" or "RIFF"; a packed file holds other bytes soon after."""
    head = data[:64]
    return all(0x20 <= byte < 0x7F or byte in b"\t\r\n" for byte in head)
