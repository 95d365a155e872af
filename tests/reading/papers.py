"""Small PDF files, drawn string by string, for the tests of the PDF reader. Real ones are in ``fixtures/pdf``."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import attrs


@attrs.frozen
class Drawn:
    """A string where it stands: x and y in points from the lower left corner.

    Attributes:
        turn: Cosine and sine of the direction in which it runs.
        font: "F" (Helvetica) or "U" (letters whose codes mean no character).
    """

    x: float
    y: float
    text: str
    size: float = 10
    turn: tuple[int, int] = (1, 0)
    font: str = "F"


def lines(x: float, y: float, texts: str, *, size: float = 10, step: float = 12) -> list[Drawn]:
    """The lines of a text one under the other; an empty one leaves its place free."""
    return [Drawn(x, y - step * n, text, size) for n, text in enumerate(texts.split("\n")) if text]


def drawing(strings: Iterable[Drawn]) -> bytes:
    """A page's content stream."""
    out = b""
    for one in strings:
        words = one.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        cos, sin = one.turn
        out += b"BT /%s %g Tf %d %d %d %d %g %g Tm (%s) Tj ET\n" % (
            one.font.encode(), one.size, cos, sin, -sin, cos, one.x, one.y, words,
        )  # fmt: skip
    return out


def paper(
    *pages: Sequence[Drawn] | bytes,
    size: tuple[int, int] = (420, 600),
    turn: int = 0,
    title: str = "",
    extra: bytes = b"",
) -> bytes:
    """A PDF file of pages, each given as its strings or as its content stream."""
    info = b"<< /Title (%s) >>" % title.encode("cp1252")
    fonts = b"<< /F 4 0 R /U 5 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        info,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Unknown /FirstChar 32 /LastChar 126 /Widths [%s] /Encoding << "
        b"/Type /Encoding /Differences [32 %s] >> >>"
        % (b"500 " * 95, b" ".join(b"/g%d" % code for code in range(32, 127))),
    ]
    kids = []
    for page in pages:
        stream = page if isinstance(page, bytes) else drawing(page)
        packed = zlib.compress(stream)
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /Rotate %d /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font %s %s >> >>" % (turn, *size, len(objects) + 2, fonts, extra)
        )
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return bound(objects)


def bound(objects: Sequence[bytes]) -> bytes:
    """A file of numbered objects: the first is the catalogue, the third says what the file is."""
    out = b"%PDF-1.5\n"
    starts = []
    for number, one in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"trailer << /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def lettered(names: str, text: bytes) -> bytes:
    """A page set in a typeface that has glyphs of its own names from code 1 on, and says nothing of what they mean.

    Args:
        names: Of the glyphs: "f_f_i fi".
        text: The codes; a parenthesis has a backslash before it.
    """
    stream = b"BT /F 10 Tf 1 0 0 1 30 500 Tm (%s) Tj ET" % text
    differences = " ".join(f"/{name}" for name in names.split()).encode()
    return bound(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
            b"<< >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Own-Regular /FirstChar 1 /LastChar 255 /Widths [%s] "
            b"/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 %s] >> >>"
            % (b"500 " * 255, differences),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 620 600] /Contents 6 0 R "
            b"/Resources << /Font << /F 4 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    )
