"""Bytes to characters: the order of the encodings, what is told, what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.reading.encodings import decode

CURLY = "“It’s late,” she said – and left. "

READ = {
    "ascii": (b"plain", "plain", "utf-8"),
    "utf-8": (CURLY.encode(), CURLY, "utf-8"),
    "utf-8 with a mark": (codecs.BOM_UTF8 + CURLY.encode(), CURLY, "utf-8"),
    "utf-16 little-endian with a mark": (codecs.BOM_UTF16_LE + CURLY.encode("utf-16-le"), CURLY, "utf-16-le"),
    "utf-16 big-endian with a mark": (codecs.BOM_UTF16_BE + CURLY.encode("utf-16-be"), CURLY, "utf-16-be"),
    "utf-32 with a mark": (codecs.BOM_UTF32_LE + CURLY.encode("utf-32-le"), CURLY, "utf-32-le"),
    "utf-16 by its pattern": (CURLY.encode("utf-16-le"), CURLY, "utf-16-le"),
    "utf-16 big-endian by its pattern": (CURLY.encode("utf-16-be"), CURLY, "utf-16-be"),
    "windows-1252, curly quotes": (CURLY.encode("cp1252"), CURLY, "cp1252"),
    "windows-1252, one curly apostrophe": ("don’t".encode("cp1252"), "don’t", "cp1252"),
    "windows-1252, French": ("L’été à Évry, déjà fêté".encode("cp1252"), "L’été à Évry, déjà fêté", "cp1252"),
    "line ends stay": (b"a\r\nb\rc\n", "a\r\nb\rc\n", "utf-8"),
    "a lost ligature is text": (
        b"o\x00ce staff were brie\x01y seen " * 4,
        "o\0ce staff were brie\1y seen " * 4,
        "utf-8",
    ),
    "empty": (b"", "", "utf-8"),
    "only a mark": (codecs.BOM_UTF8, "", "utf-8"),
    "escape characters of a log": (b"\x1b[31mred\x1b[0m", "\x1b[31mred\x1b[0m", "utf-8"),
}


@pytest.mark.parametrize("case", READ, ids=str)
def test_read_without_a_guess(case: str) -> None:
    """The encodings that are sure are used in silence."""
    data, text, encoding = READ[case]
    found = decode(data)
    assert found is not None
    assert (found.text, found.encoding, found.guess) == (text, encoding, None)


def test_declared_comes_after_utf8_and_before_windows_1252() -> None:
    """A declaration decides only what UTF-8 does not."""
    koi = decode("Привет, мир".encode("koi8-r"), declared="koi8-r")
    assert koi is not None and koi.text == "Привет, мир" and koi.guess is None
    lying = decode("Привет".encode(), declared="koi8-r")
    assert lying is not None and lying.text == "Привет"
    unknown = decode("don’t".encode("cp1252"), declared="no-such-encoding")
    assert unknown is not None and unknown.text == "don’t"


GUESSED = {
    "utf-8 with one byte pasted from Windows": (CURLY.encode() * 2 + b"\x93so\x94", CURLY * 2 + "“so”"),
    "utf-8 cut in the middle of a sequence": ((CURLY * 2 + "”").encode()[:-1], CURLY * 2 + "\ufffd"),
    "utf-8 mark, then a wrong byte": (codecs.BOM_UTF8 + CURLY.encode() + b"\x92", CURLY + "’"),
}


@pytest.mark.parametrize("case", GUESSED, ids=str)
def test_damage_keeps_the_curly_quotes(case: str) -> None:
    """A few wrong bytes must not turn every curly quote into garbage; that they are there is told."""
    data, text = GUESSED[case]
    found = decode(data)
    assert found is not None and found.guess
    assert found.text == text
    assert found.fault == text.rindex("and left. ") + len("and left. ")


def test_a_guess_is_told() -> None:
    """Bytes that are hardly western letters are read somehow, and that is said."""
    found = decode("Москва и область, как и прежде".encode("cp1251"))
    assert found is not None and found.guess is not None and "guess" in found.guess


NOT_TEXT = {
    "zeros": bytes(50),
    "a short lump of zeros": bytes(3),
    "all byte values": bytes(range(256)) * 4,
    "numbers in 32 bits": b"".join(number.to_bytes(4, "little") for number in range(70_000, 71_000)),
}


@pytest.mark.parametrize("case", NOT_TEXT, ids=str)
def test_bytes_that_are_no_text(case: str) -> None:
    """What no encoding explains is None, never mojibake."""
    assert decode(NOT_TEXT[case]) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes raise, and what is read can be written as UTF-8."""
    found = decode(data)
    if found is not None:
        found.text.encode("utf-8")
        assert found.fault is None or 0 <= found.fault < max(1, len(found.text))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200))
def test_every_text_comes_back_from_utf8(text: str) -> None:
    """UTF-8 is read as it was written, whatever it says."""
    found = decode(codecs.BOM_UTF8 + text.encode())
    assert found is not None and found.text == text


RUSSIAN = "Мы не продадим лес, сказала она. Мост откроют в мае, и паром больше не нужен никому в этом городе."
GREEK = "Δεν θα πουλήσουμε το δάσος, είπε. Η γέφυρα θα ανοίξει τον Μάιο και κανείς δεν θα χρειάζεται πια το πλοίο."


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253")], ids=["cp1251", "koi8", "greek"]
)
def test_letters_that_are_not_latin_are_detected_and_the_guess_is_told(text: str, encoding: str) -> None:
    read = decode((text * 4).encode(encoding))
    assert read is not None
    assert read.text == text * 4
    assert read.guess is not None and "guess" in read.guess


@pytest.mark.parametrize("text", ["“Don’t,” she said – “it’s a café.”", "Müßig wäre es, „Größe“ zu messen."])
def test_western_text_is_never_given_to_the_detector(text: str) -> None:
    read = decode(text.encode("cp1252"))
    assert read is not None
    assert (read.text, read.encoding, read.guess) == (text, "cp1252", None)


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "zlib", "no-such", "a\0b", ""]
)
def test_a_declared_encoding_that_is_none_is_not_obeyed(name: str) -> None:
    data = "“We keep the mill.”".encode() * 1000
    assert decode(data, declared=name) == decode(data)
    latin = "Café, naïve. ".encode("latin-1") * 1000
    assert decode(latin, declared=name) == decode(latin)


def test_lines_that_end_as_on_an_old_mac() -> None:
    found = decode("One.\rTwo “words”.\r".encode("mac_roman"), declared="mac_roman")
    assert found is not None and found.text == "One.\nTwo “words”.\n"
    mixed = decode(b"One.\rTwo.\r\n")
    assert mixed is not None and mixed.text == "One.\rTwo.\r\n"
