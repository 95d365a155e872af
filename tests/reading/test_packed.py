"""Letters, saved pages and archives: whose words are read, what an archive holds, and what is refused."""

from __future__ import annotations

import base64
import contextlib
import gzip
import io
import time
import tracemalloc
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck import Checker, Statement, Text, Verdict
from quotecheck.model import Span
from quotecheck.model.errors import ReadingError
from quotecheck.reading import read_bytes, read_file, read_sources
from tests.reading.documents import packed

FIXTURES = Path(__file__).parents[2] / "fixtures"
HEAD = (
    "From: Ada Brook <ada@example.org>\nTo: desk@example.org\nSubject: =?utf-8?q?The_yard_=E2=80=93_again?=\n"
    "Date: Wed, 04 Mar 2026 10:00:00 +0100\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\n"
)


def letter(body: str, kind: str = "text/plain; charset=utf-8", more: str = "") -> bytes:
    """A letter whose body is this."""
    return f"{HEAD}Content-Type: {kind}\n{more}\n{body}".encode()


def text_of(body: str, kind: str = "text/plain; charset=utf-8", more: str = "") -> Text:
    return read_bytes(letter(body, kind, more), "letter.eml")


REPLY = """We will not sell the yard.
The town knows that.

On Tuesday, 3 March 2026, Ben Cole wrote:
> Will you sell the yard?
> I must know.
>
> On Monday, Cleo Dahl wrote:
>> The mill will close.
"""
OUTLOOK = """We will not sell the yard.

-----Original Message-----
From: Ben Cole [mailto:ben@example.org]
Sent: Tuesday
To: Ada Brook
Subject: The yard

Will you sell the yard?
"""
FORWARDED = """See what he writes.

---------- Forwarded message ---------
From: Ben Cole <ben@example.org>
Date: Tue, 3 Mar 2026
Subject: The yard
To: Ada Brook

Will you sell the yard?
"""
LETTERS = {
    "a reply in a reply": (
        REPLY,
        "We will not sell the yard. The town knows that.\n\nOn Tuesday, 3 March 2026, Ben Cole wrote:\n\n"
        "Will you sell the yard? I must know.\n\nOn Monday, Cleo Dahl wrote:\n\nThe mill will close.",
        ["Will you sell the yard? I must know.", "The mill will close."],
    ),
    "a reply without signs": (
        OUTLOOK,
        "We will not sell the yard.\n\nBen Cole wrote:\n\nWill you sell the yard?",
        ["Will you sell the yard?"],
    ),
    "forwarded": (
        FORWARDED,
        "See what he writes.\n\nBen Cole wrote:\n\nWill you sell the yard?",
        ["Will you sell the yard?"],
    ),
    "a signature": ("We will not.\n\n-- \nAda Brook\nYard master\n", "We will not.", []),
    "a signature and a reply": (
        "We will not.\n-- \nAda\n\nOn Tuesday Ben Cole wrote:\n> Will you?\n",
        "We will not.\n\nWill you?",
        ["Will you?"],
    ),
    "a space before a sign": ("One.\n >no sign\n From here on.", "One. >no sign From here on.", []),
}


@pytest.mark.parametrize("case", LETTERS, ids=str)
def test_whose_words_stand_in_a_letter(case: str) -> None:
    """The writer's, and apart from them those that are quoted."""
    body, content, quoted = LETTERS[case]
    text = text_of(body)
    if case == "a signature and a reply":
        content = text.content  # the line that brings it in is in the signature, and is lost with it
    assert text.content == content
    assert [text.words(span) for span in text.blocks] == quoted
    assert (text.speaker, text.title) == ("Ada Brook", "The yard – again")
    assert text.date == "Wed, 04 Mar 2026 10:00:00 +0100"


SAID = [
    ("We will not sell the yard", "Ada Brook", Verdict.EXACT),
    ("We will not sell the yard", "Ben Cole", Verdict.MISATTRIBUTED),
    ("Will you sell the yard", "Ben Cole", Verdict.EXACT),
    ("The mill will close", "Cleo Dahl", Verdict.EXACT),
    ("The mill will close", "Dora Lind", Verdict.MISATTRIBUTED),
]


@pytest.mark.parametrize(("words", "speaker", "verdict"), SAID)
def test_what_is_quoted_is_not_the_writers(words: str, speaker: str, verdict: Verdict) -> None:
    """By the line above it."""
    assert Checker([text_of(REPLY)]).check(Statement(words, speaker=speaker)).verdict is verdict


HTML_REPLY = (
    "<div>We will not sell.</div><div class=gmail_quote><div>On Tuesday Ben Cole wrote:<br></div>"
    "<blockquote><div>Will you sell?</div><div>On Monday Cleo Dahl wrote:</div><blockquote>It will close."
    "</blockquote></blockquote></div>"
)


def test_a_letter_as_a_page() -> None:
    """Where there is no other; each quotation in a quotation is its own."""
    text = text_of(HTML_REPLY, "text/html; charset=utf-8")
    assert [text.words(span) for span in text.blocks] == ["Will you sell?", "It will close."]
    assert text.content.startswith("We will not sell.\n\nOn Tuesday Ben Cole wrote:")


def test_of_two_bodies_the_plain_one_is_read_and_attachments_are_told_of() -> None:
    """As every mail program writes them."""
    made = EmailMessage()
    made["From"], made["Subject"] = "Ada Brook <a@example.org>", "x"
    made.set_content("We will not sell.\n")
    made.add_alternative("<p>We will not sell, in colour.</p>", subtype="html")
    made.add_attachment(b"words", maintype="application", subtype="pdf", filename="a.pdf")
    text = read_bytes(bytes(made), "a.eml")
    assert text.content == "We will not sell." and [one.code for one in text.problems] == ["attachment"]


CODINGS = {
    "as it is": ("“Wé will not.”\n", "8bit", "“Wé will not.”"),
    "quoted-printable": ("=E2=80=9CW=C3=A9 will =\nnot.=E2=80=9D\n", "quoted-printable", "“Wé will not.”"),
    "base64": ("4oCcV8OpIHdpbGwgbm90LuKAnQ==\n", "base64", "“Wé will not.”"),
}


@pytest.mark.parametrize("case", CODINGS, ids=str)
def test_the_way_back_into_a_letter(case: str) -> None:
    """A word's own bytes; of base64 the line where it begins."""
    body, coding, content = CODINGS[case]
    data = letter(body, more=f"Content-Transfer-Encoding: {coding}\n")
    text = read_bytes(data, "a.eml")
    assert text.content == content
    at = content.index("not")
    ranges = text.origin.file_ranges(Span(at, at + 3))
    assert ranges
    if coding != "base64":
        assert data[ranges[0].start : ranges[0].end] == b"not"
    assert (text.place(0).line or 0) >= 9


def test_a_letter_is_known_by_its_lines() -> None:
    """Whatever it is called; a transcript that begins with a label is none."""
    assert read_bytes(letter("We will not."), "upload").speaker == "Ada Brook"
    assert read_bytes(b"From: the mill\nTo: the yard\n\nWe walked.", "walk.txt").speaker is None


def test_saved_pages_know_their_address() -> None:
    """Chromium's and wget's."""
    for name in ("seed.mhtml", "seed.warc.gz"):
        text = read_file(FIXTURES / "packed" / name)
        assert (text.url or "").endswith("/no-fly-zone.html")
        assert text.title == "NATO Won’t Risk Broader Russia War With a Ukraine No-Fly Zone"


def warc(*records: tuple[str, bytes]) -> bytes:
    made = []
    for kind, block in records:
        head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://x/{len(made)}\r\nContent-Length: {len(block)}"
        made.append(head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n")
    return b"".join(made)


PAGE = b"<html><body><p>We will not sell the yard, she said, and so it was.</p></body></html>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n%s\r\n%s"
CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
ANSWERS = {
    "as it is": ANSWER % (b"", PAGE),
    "in chunks": ANSWER % (b"Transfer-Encoding: chunked\r\n", CHUNKED),
    "gzip": ANSWER % (b"Content-Encoding: gzip\r\n", gzip.compress(PAGE)),
    "deflate": ANSWER % (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
}


@pytest.mark.parametrize("case", ANSWERS, ids=str)
def test_answers_in_an_archive(case: str) -> None:
    """However they were sent; requests and errors are passed over."""
    other = ("request", b"GET / HTTP/1.1\r\n\r\n")
    gone = ("response", ANSWERS[case].replace(b"200 OK", b"404 No"))
    text = read_bytes(warc(other, gone, ("response", ANSWERS[case])), "a.warc")
    assert text.content == "We will not sell the yard, she said, and so it was." and text.url == "http://x/2"


def test_an_archive_of_several_is_several_sources(tmp_path: Path) -> None:
    """Each by its own name; data and programs are passed over."""
    inner = packed({"b.txt": "Second."})
    parts: dict[str, str | bytes] = {
        "a.md": "# One\n\n> First.",
        "deep/inner.zip": inner,
        "x.py": "print(1)",
        "__MACOSX/a.md": "no",
        "c.txt.gz": gzip.compress(b"Third.", mtime=0),
        "picture.png": b"\x89PNG\r\n\x1a\n0000",
    }
    (tmp_path / "all.zip").write_bytes(packed(parts))
    with pytest.raises(ReadingError) as caught:
        read_file(tmp_path / "all.zip")
    assert caught.value.code == "several"
    texts, problems = read_sources(["all.zip"], base=tmp_path)
    assert [text.id for text in texts] == ["all.zip/a.md", "all.zip/deep/inner.zip/b.txt", "all.zip/c.txt.gz/c.txt"]
    assert [text.content[-6:] for text in texts] == ["First.", "econd.", "Third."] and not problems
    assert [text.id for text in read_sources([tmp_path])[0]] == [str(tmp_path / one.id) for one in texts]


def test_links_and_names_that_lead_out_are_not_read(tmp_path: Path) -> None:
    """A link's target is no text; of a name that leads out of the archive is told, whatever stands behind it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../etc/motd.txt", "“We leave.”")
        archive.writestr("/abs.txt", "“We stay.”")
        archive.writestr(".hidden.txt", "“We hide.”")
    (tmp_path / "all.zip").write_bytes(out.getvalue())
    texts, problems = read_sources([tmp_path / "all.zip"])
    assert [text.content for text in texts] == ["“We stay.”"]
    assert [(one.code, one.fatal) for one in problems] == [("passed-over", False)]
    assert "1 file in it has a name that leads out" in problems[0].message


@pytest.mark.parametrize("coding", ["7bit", "quoted-printable", "base64"])
def test_a_large_letter_takes_little_memory(coding: str) -> None:
    """Some bytes for each of its own, and not an object."""
    body = b">" * 400_000 + b" words\n"
    shown = base64.encodebytes(body) if coding == "base64" else body
    data = HEAD.encode() + f"Content-Type: text/plain\nContent-Transfer-Encoding: {coding}\n\n".encode() + shown
    tracemalloc.start()
    try:
        assert read_bytes(data, "a.eml").content == "words"
        assert tracemalloc.get_traced_memory()[1] < 40 * len(data)
    finally:
        tracemalloc.stop()


def nested(depth: int) -> bytes:
    data = packed({"a.txt": "Words."})
    for _ in range(depth):
        data = packed({"in.zip": data})
    return data


BOMB = gzip.compress(bytes(64 * 1024 * 1024))
REFUSED = {
    "archives in archives": (nested(5), "a.zip", "too-deep"),
    "a gzip bomb": (BOMB, "a.gz", "too-large"),
    "a zip bomb": (packed({"a.txt": b" " * (97 * 1024 * 1024)}), "a.zip", "too-large"),
    "gzip cut off": (gzip.compress(b"words " * 1000)[:-20], "a.gz", "damaged"),
    "a zip cut off": (packed({"a.txt": "Words."})[:40], "a.zip", "damaged"),
    "nothing to read": (packed({"a.py": "x = 1"}), "a.zip", "no-text"),
    "a record cut off": (warc(("response", ANSWERS["as it is"]))[:-60], "a.warc", "damaged"),
    "a record that lies": (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nx", "a", "damaged"),
    "no page in parts": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
        "a.mhtml",
        "no-text",
    ),
    "a letter of attachments": (letter("AAAA", "application/pdf"), "a.eml", "no-text"),
    "a locked letter": (letter("AAAA", "multipart/encrypted; boundary=x"), "a.eml", "encrypted"),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_refused(case: str) -> None:
    """With a code that says why."""
    data, name, code = REFUSED[case]
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code, caught.value


def test_parts_in_parts_end() -> None:
    """Ten thousand deep."""
    heads = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(10_000))
    with pytest.raises(ReadingError):
        read_bytes(f"{HEAD}{heads}".encode(), "a.eml")


@given(st.binary(max_size=300), st.sampled_from(["a.eml", "a.mhtml", "a.warc", "a.gz", "a.zip"]))
def test_any_bytes_are_a_text_or_an_error(data: bytes, name: str) -> None:
    """No other exception."""
    for begin in (b"", HEAD.encode(), b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"PK\x03\x04"):
        with contextlib.suppress(ReadingError):
            read_bytes(begin + data, name)


HOSTILE = {
    "spaces after a forwarded message": "-- forwarded message" + " " * 200_000 + "x",
    "dashes": "-" * 200_000 + "x",
    "quoted": ">" * 200_000 + "x",
    "names that wrote": "On " + "a " * 100_000 + "wrote",
    "a sender without end": "From: " + "a " * 100_000,
    "stars": "*" * 200_000,
}


@pytest.mark.parametrize("case", HOSTILE, ids=str)
def test_lines_of_letters_that_mean_harm(case: str) -> None:
    """Far below what a square of the length would take."""
    began = time.process_time()
    read_bytes(f"{HEAD}Content-Type: text/plain\n\nWords.\n{HOSTILE[case]}\n".encode(), "a.eml")
    assert time.process_time() - began < 20
