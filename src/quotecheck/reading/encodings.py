"""Bytes to characters: which encoding a text is in. Formats and files are other modules' work.

The order: byte-order mark, the pattern of UTF-16, strict UTF-8, the declared encoding, Windows-1252; a detector only
where most letters are not Latin, for on western text it turns curly quotation marks into letters. What is left is a
guess, and a guess is told.
"""

from __future__ import annotations

import codecs

import attrs

from quotecheck.model.errors import ReadingError

_BOMS = (  # UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"}))
_ACCENTED = bytes(range(0xC0, 0x100))  # letters in Windows-1252; in western words they are the fewer
_LEADS = bytes(range(0xC2, 0xF5))  # first bytes of a longer sequence in UTF-8
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
_UNDEFINED_1252 = b"\x81\x8d\x8f\x90\x9d"
_NOT_LATIN = frozenset(
    {"Cyrillic", "Greek and Coptic", "Hebrew", "Arabic", "Thai", "Hiragana", "Katakana"}
    | {"CJK Unified Ideographs", "Hangul Syllables"}
)
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
"""Codecs that Python has and no file is in: a page that names one is not obeyed (one takes quadratic time)."""
_SAMPLE = 1 << 16  # bytes looked at for the pattern of UTF-16, and by the detector


@attrs.frozen
class Decoded:
    """A text out of its bytes.

    Attributes:
        text: The characters, without a byte-order mark; line ends as they are, but carriage returns alone are lines'
            ends as others write them, code point for code point.
        encoding: Python's name of the encoding that was used.
        guess: What was guessed, as a sentence; None if nothing was.
        fault: Offset in ``text`` of the first character that was guessed; None if unknown or none was.
    """

    text: str
    encoding: str
    guess: str | None = None
    fault: int | None = None


def not_text(name: str) -> ReadingError:
    """The error for bytes of which ``decode`` makes nothing.

    Args:
        name: What problems call the file.
    """
    message = "not text: these bytes are no letters of any known encoding; save it as plain text, in UTF-8"
    return ReadingError(message, path=name, code="not-text")


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """The characters of ``data``, or None if these bytes are no text.

    Args:
        data: A whole file.
        declared: The encoding that the file or its carrier names, if any.
    """
    found = _decoded(data, declared)
    if found is None or "\r" not in found.text or "\n" in found.text:
        return found
    # Lines of an old Mac, as layout programs write them still.
    return attrs.evolve(found, text=found.text.replace("\r", "\n"))


def _decoded(data: bytes, declared: str | None) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _if_text(_by_mark(data[len(mark) :], encoding))
    wide = _wide(data)
    if wide:
        return _if_text(_strictly(data, wide))
    if _too_many_controls(data):
        return None
    return _strictly(data, "utf-8") or (_strictly(data, declared) if declared else None) or _fallback(data)


def _if_text(read: Decoded | None) -> Decoded | None:
    return None if read is None or _too_many_controls(read.text.encode("utf-8")) else read


def _by_mark(data: bytes, encoding: str) -> Decoded | None:
    read = _strictly(data, encoding)
    if read is None and encoding == "utf-8":
        return _fallback(data)
    if read is None:
        text = data.decode(encoding, "replace")
        guess = f"some bytes are not {encoding.upper()}, which the file's mark promises: shown as U+FFFD"
        return Decoded(text, encoding, guess, max(text.find("\ufffd"), 0))
    return read


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        if codecs.lookup(encoding).name in _NO_CHARSETS:
            return None
        return Decoded(data.decode(encoding), encoding)
    except (ValueError, LookupError):  # of the bytes, or of a name that is none
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in western text every other byte is zero, and hardly any between."""
    sample = data[:_SAMPLE]
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2], sample[1::2]
    zeros_even, zeros_odd = even.count(0), odd.count(0)
    if zeros_odd * 10 > len(odd) * 4 and zeros_even * 20 < len(even):
        return "utf-16-le"
    if zeros_even * 10 > len(even) * 4 and zeros_odd * 20 < len(odd):
        return "utf-16-be"
    return None


def _count(data: bytes, some: bytes) -> int:
    return len(data) - len(data.translate(None, some))


def _too_many_controls(data: bytes) -> bool:
    """A few controls stand in honest texts (lost ligatures of a PDF's text); in other files they are everywhere."""
    controls = _count(data, _CONTROLS)
    return controls * 10 > len(data) or (controls > 16 and controls * 20 > len(data))


def _fallback(data: bytes) -> Decoded | None:
    """Not UTF-8 throughout: UTF-8 with damage, Windows-1252, or a guess."""
    damaged = _damaged_utf8(data)
    if damaged is not None:
        return damaged
    undefined = _count(data, _UNDEFINED_1252)
    accented = _count(data, _ACCENTED)
    if not undefined and accented <= _count(data, _LETTERS):
        return Decoded(data.decode("cp1252"), "cp1252")
    detected = _detected(data) if accented > 16 else None
    if detected is not None:
        return detected
    if accented > 16 and undefined * 50 > accented:
        return None
    guess = "the encoding is neither UTF-8 nor surely Windows-1252: read as Windows-1252, letters may be wrong"
    return Decoded(data.decode("cp1252", "replace"), "cp1252", guess)


def _detected(data: bytes) -> Decoded | None:
    """What a detector makes of bytes that are mostly no Latin letters; None if it finds no text in them."""
    from charset_normalizer import from_bytes  # only on the way to a guess

    best = from_bytes(data[:_SAMPLE]).best()
    read = _strictly(data, best.encoding) if best is not None else None
    if read is None or best is None or not any(alphabet in _NOT_LATIN for alphabet in best.alphabets):
        return None
    return attrs.evolve(read, guess=f"the encoding is not declared: read as {best.encoding}, which is a guess")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are wrong: read as UTF-8, or all its curly quotes would be garbled.

    A wrong byte on its own is taken for Windows-1252 (pasted from elsewhere); a sequence cut short is U+FFFD.
    """
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if _count(data, _LEADS) < 2 * broken or broken == 0:
        return None
    first = lenient.find("\ufffd")
    text = data.decode("utf-8", "quotecheck-damaged")
    guess = f"UTF-8, but {broken} byte{'s are' if broken > 1 else ' is'} wrong: read as Windows-1252 or U+FFFD"
    return Decoded(text, "utf-8", guess, first)


def _mend(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    if len(bad) > 1 or (error.end == len(error.object) and bad in _LEADS):
        return "\ufffd", error.end
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error("quotecheck-damaged", _mend)
