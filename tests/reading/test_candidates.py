"""Lists of candidates: every good line, every bad one with its place, and what goes on after it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Fidelity, Kind, Problem
from quotecheck.model.errors import ReadingError
from quotecheck.reading import Candidate, Known, SourceRef, Unread, read_candidates


def read(data: bytes | str, name: str = "list.jsonl", **options: int) -> list[Candidate | Unread]:
    """All lines of a list."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read_candidates(io.BytesIO(raw), name, **options))


def one(data: bytes | str, name: str = "list.jsonl") -> Candidate:
    """The only line of a list, which is good."""
    (found,) = read(data, name)
    assert isinstance(found, Candidate), found
    return found


def bad(data: bytes | str, name: str = "list.jsonl") -> Unread:
    """The only line of a list, which is not."""
    (found,) = read(data, name)
    assert isinstance(found, Unread), found
    return found


def test_a_whole_line() -> None:
    """Every key of the contract, and one of the user's."""
    known = {"id": "speech", "speaker": "Ada Brook", "author": None, "title": "Talk", "date": "2024-05-01"}
    known |= {"language": "en", "fidelity": "edited", "labels": {"AB": "Ada Brook"}}
    found = one(
        json.dumps(
            {"id": "q17", "text": "We rebuild", "kind": "indirect", "speaker": "Brook", "source": "speech",
             "sources": ["a.txt", {"path": "b.txt", **known}], "source_text": "Words.", "desk": {"n": [1, 2.5]}}
        )
    )  # fmt: skip
    statement = found.statement
    assert (statement.id, statement.text, statement.kind) == ("q17", "We rebuild", Kind.INDIRECT)
    assert (statement.speaker, statement.source) == ("Brook", "speech")
    assert found.sources == (
        SourceRef("a.txt"),
        SourceRef(
            "b.txt",
            Known(id="speech", speaker="Ada Brook", title="Talk", date="2024-05-01", language="en",
                  fidelity=Fidelity.EDITED, labels=(("AB", "Ada Brook"),)),
        ),
    )  # fmt: skip
    assert (found.source_text, found.extra, found.line) == ("Words.", {"desk": {"n": [1, 2.5]}}, 1)


def test_only_text_is_required() -> None:
    """The rest has its defaults; null is the same as left out."""
    short = one('{"text": "x"}')
    nulls = one('{"text": "x", "id": null, "kind": null, "speaker": null, "source": null, "sources": null}')
    assert short == nulls
    assert short.statement.kind is Kind.DIRECT and short.sources == () and short.extra == {}


GOOD = {
    "a number for an id": ('{"id": 17, "text": "x"}', "17"),
    "CRLF": ('{"id": "a", "text": "x"}\r\n', "a"),
    "no line end": ('{"id": "a", "text": "x"}', "a"),
    "a byte-order mark": ('\ufeff{"id": "a", "text": "x"}\n', "a"),
    "blank lines around": ('\n  \n{"id": "a", "text": "x"}\n\r\n', "a"),
    "spaces around": ('  {"id": "a", "text": "x"}  ', "a"),
}


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_good_lines(case: str) -> None:
    """What files in the wild have round their lines."""
    data, id = GOOD[case]
    assert one(data).statement.id == id


BAD = {
    "no JSON": ("nope", 1, 1, "not JSON: each line of a list is an object"),
    "cut off": ('{"text": "x"', 1, 13, "not JSON: expecting ',' delimiter"),
    "a string not closed": ('{"text": "x', 1, 10, "not JSON: unterminated string"),
    "two objects": ('{"text": "x"} {"text": "y"}', 1, 15, "not JSON: extra data"),
    "a number": ("17", 1, 1, 'a JSON object is wanted: {"text": "…"}'),
    "no text": ('{"id": "a"}', 1, 1, '"text" is missing'),
    "text is null": ('{"text": null}', 1, 10, '"text" must be a string, not null'),
    "text is a list": ('{"text": ["x"]}', 1, 10, '"text" must be a string, not an array'),
    "text is blank": ('{"text": " \\n"}', 1, 10, '"text" is empty'),
    "kind": ('{"kind": "quoted", "text": "x"}', 1, 10, '"kind" must be "direct" or "indirect", not "quoted"'),
    "kind is a number": ('{"kind": 1, "text": "x"}', 1, 10, '"kind" must be "direct" or "indirect", not a number'),
    "id is true": ('{"id": true, "text": "x"}', 1, 8, '"id" must be a string, not a boolean'),
    "speaker is a list": ('{"text": "x", "speaker": ["A"]}', 1, 26, '"speaker" must be a string, not an array'),
    "sources is a string": ('{"text": "x", "sources": "a"}', 1, 26, '"sources" must be an array'),
    "a source without a path": ('{"text": "x", "sources": [{"id": "a"}]}', 1, 26, 'a source needs a "path"'),
    "a source is a number": ('{"text": "x", "sources": [7]}', 1, 26, '"sources" holds paths or objects'),
    "a source's key": (
        '{"text": "x", "sources": [{"path": "a", "spaeker": "A"}]}', 1, 26,
        'unknown key "spaeker" of a source; did you mean "speaker"?',
    ),
    "a source's fidelity": (
        '{"text": "x", "sources": [{"path": "a", "fidelity": "good"}]}', 1, 26, '"fidelity" of a source must be one of',
    ),
    "a source's labels": ('{"text": "x", "sources": [{"path": "a", "labels": ["A"]}]}', 1, 26, '"labels" of a source'),
    "a key twice": ('{"text": "x", "id": "a", "text": "y"}', 1, 34, '"text" is given twice'),
    "NaN": ('{"text": "x", "n": NaN}', 1, 1, "NaN is no JSON value"),
    "infinity": ('{"text": "x", "n": -Infinity}', 1, 1, "-Infinity is no JSON value"),
    "a number beyond all": ('{"text": "x", "n": 1e999}', 1, 1, "the number 1e999 is too large"),
    "deep nesting": ('{"text": "x", "n": ' + "[" * 100_000 + "]" * 100_000 + "}", 1, 1, "nested too deeply"),
    "a number of 10,000 digits": ('{"text": "x", "n": ' + "9" * 10_000 + "}", 1, 1, "not JSON that can be read"),
    "not UTF-8": (b'{"text": "caf\xe9"}', 1, 14, "not UTF-8: byte 0xe9"),
    "a raw control character": ('{"text": "a\x01b"}', 1, 12, "not JSON: invalid control character"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD, ids=str)
def test_bad_lines_have_a_place_and_the_next_is_read(case: str) -> None:
    """File, line, column and reason; the line after it is a candidate."""
    data, line, column, message = BAD[case]
    raw = data if isinstance(data, bytes) else data.encode()
    first, second = read(raw + b'\n{"text": "after"}\n')
    assert isinstance(first, Unread) and isinstance(second, Candidate)
    assert message in first.error.message
    assert (first.error.path, first.error.line, first.error.column) == ("list.jsonl", line, column)
    assert first.error.code == "bad-line"
    assert (second.statement.text, second.line) == ("after", 2)


@pytest.mark.parametrize(("levels", "good"), [(199, True), (200, False), (990, False)])
def test_nesting_has_a_fixed_limit(levels: int, good: bool) -> None:
    """Not the interpreter's, which hangs on who calls; many brackets side by side are no nesting."""
    for inner in ("[" * levels + "]" * levels, '{"a":' * levels + "1" + "}" * levels):
        (found,) = read('{"text": "x", "n": ' + inner + "}")
        assert isinstance(found, Candidate) is good
    assert one('{"text": "x", "n": [' + ",".join(["[]"] * 1000) + "]}").extra == {"n": [[]] * 1000}


def test_a_bad_line_keeps_what_could_be_read() -> None:
    """Its id, text and own keys go into its result."""
    found = bad('{"id": "q1", "text": "We rebuild", "kind": "said", "desk": 4}')
    assert (found.id, found.text, found.extra) == ("q1", "We rebuild", {"desk": 4})


def test_the_place_is_drawn() -> None:
    """The fault is underlined, also in the middle of a long line."""
    short = bad('{"kind": "quoted", "text": "We seek war."}')
    assert str(short.error) == (
        'list.jsonl:1:10: "kind" must be "direct" or "indirect", not "quoted"\n'
        '    {"kind": "quoted", "text": "We seek war."}\n'
        "             ^^^^^^^^"
    )
    long = bad('{"text": "' + "x" * 500 + '", "kind": "q", "n": "' + "y" * 500 + '"}')
    head, excerpt, marks = str(long.error).split("\n")
    assert head.startswith("list.jsonl:1:522: ")
    assert len(excerpt) < 110 and excerpt[len(marks) - 3 : len(marks)] == '"q"'


def test_a_line_over_the_limit_is_skipped() -> None:
    """Its rest is not taken for the next line."""
    data = '{"text": "' + "x" * 3000 + '"}\n{"text": "y"}\n'
    first, second = read(data, limit=1000)
    assert isinstance(first, Unread) and "longer than the limit of 1,000 bytes" in first.error.message
    assert isinstance(second, Candidate) and second.line == 2


def test_a_line_of_ten_megabytes() -> None:
    """Long lines are lines."""
    assert len(one('{"text": "x", "source_text": "' + "word " * 2_000_000 + '"}').source_text or "") == 10_000_000


def test_an_array_is_refused_as_a_whole() -> None:
    """The commonest mistake has a message of its own."""
    with pytest.raises(ReadingError, match=r"one JSON object a line is wanted \(JSON Lines\), not one array"):
        read('[{"text": "x"}]')
    with pytest.raises(ReadingError, match="JSON Lines are UTF-8"):
        read("\ufeff{}".encode("utf-16-le"))


def test_an_empty_list_is_empty() -> None:
    """Nothing comes out, and nothing is raised."""
    assert read("") == read("\n\n") == read("\ufeff") == []


TABLE = 'id,text,kind,speaker,desk\r\nq1,"We ""will""\r\nrebuild",,Ada Brook,4\r\nq2,x,indirect,,\r\n'


@pytest.mark.parametrize("data", [TABLE, "\ufeff" + TABLE, TABLE.replace(",", ";"), TABLE.replace("\r\n", "\n")])
def test_a_table(data: str) -> None:
    """Commas or semicolons, a mark in front, quoted line ends; empty cells are null."""
    first, second = read(data, "list.csv")
    assert isinstance(first, Candidate) and isinstance(second, Candidate)
    assert first.statement.text.split() == ["We", '"will"', "rebuild"]
    assert (first.statement.id, first.statement.speaker, first.extra) == ("q1", "Ada Brook", {"desk": "4"})
    assert (second.statement.kind, second.line) == (Kind.INDIRECT, 4)


def test_a_table_with_tabs_and_sources() -> None:
    """Paths with semicolons between them, or JSON."""
    rows = 'text\tsources\nx\ta.txt; b.txt\ny\t"[{""path"": ""c.txt"", ""speaker"": ""Ada""}]"\n'
    first, second = read(rows, "list.tsv")
    assert isinstance(first, Candidate) and first.sources == (SourceRef("a.txt"), SourceRef("b.txt"))
    assert isinstance(second, Candidate) and second.sources == (SourceRef("c.txt", Known(speaker="Ada")),)


def test_content_decides_before_the_name() -> None:
    """JSON Lines called CSV, a table called anything."""
    assert one('{"text": "x"}', "list.csv").statement.text == "x"
    assert one("text\nx\n", "<stdin>").statement.text == "x"


def test_a_table_in_other_encodings() -> None:
    """As spreadsheets write them."""
    assert one("text\n“don’t”\n".encode("cp1252"), "a.csv").statement.text == "“don’t”"
    assert one("text\n“don’t”\n".encode("utf-16"), "a.csv").statement.text == "“don’t”"


BAD_ROWS = {
    "too many cells": ("text,id\nx,a,b\ny,c\n", 2, "3 cells in a row, and the header names 2 columns", 2),
    "no text": ("text,id\n,a\ny,c\n", 2, '"text" is empty', 2),
    "a kind": ("text,kind\nx,said\ny,\n", 2, '"kind" must be "direct" or "indirect", not "said"', 2),
    "letters after a quote": ('text,id\n"x"y,a\ny,c\n', 2, "not CSV", 2),
    "sources": ('text,sources\nx,"[1"\ny,\n', 2, '"sources" is no JSON array', 2),
    "a quote never closed": ('text,id\nw,a\n"x,b\ny,c\n', 3, "never closed: nothing after it could be read", 2),
}


@pytest.mark.parametrize("case", BAD_ROWS, ids=str)
def test_bad_rows(case: str) -> None:
    """File, line and reason, and the others are read."""
    data, line, message, total = BAD_ROWS[case]
    found = read(data, "list.csv")
    assert len(found) == total
    (unread,) = [row for row in found if isinstance(row, Unread)]
    assert message in unread.error.message
    assert (unread.error.path, unread.error.line) == ("list.csv", line)


def test_a_header_without_text() -> None:
    """The nearest column is named; where several may be meant, none is taken; two of one name are refused."""
    with pytest.raises(ReadingError, match='no column is named "text"; is it "texts"') as caught:
        read("id,texts\n1,x\n", "list.csv")
    assert (caught.value.path, caught.value.line) == ("list.csv", 1)
    with pytest.raises(ReadingError, match=r'is it "Quote" or "statement"[?] Name it "text"'):
        read("Quote,statement\n1,x\n", "list.csv")
    with pytest.raises(ReadingError, match='two columns are named "id"'):
        read("id,text,id\n1,x,2\n", "list.csv")
    with pytest.raises(ReadingError, match="never closed"):
        read('id,"text\n1,x\n', "list.csv")


HEADERS = {
    "ours": ("text,speaker\nx,Ada", []),
    "ours in capitals, with spaces": ("TEXT, Source Text \nx,y", []),
    "text under another name": ("Quotation,speaker\nx,Ada", ['no column is named "text": "Quotation" is taken for it']),
    "both under other names": (
        "Said by;Zitat\nAda;x",
        [
            'no column is named "text": "Zitat" is taken for it',
            'no column is named "speaker": "Said by" is taken for it',
        ],
    ),
    "ours beside another that might be": ("quote,text\ny,x", []),
    "a name that may be the reporter's": ("text,name\nx,Ada", []),
    "after what stands between the cells": ("sep=;\r\nid;text\r\n1;x", []),
    "after what stands between the cells, which nothing else tells": ("sep=|\nid|text\n1|x", []),
}


@pytest.mark.parametrize("name", ["list.csv", "<stdin>"])
@pytest.mark.parametrize("case", HEADERS, ids=str)
def test_columns_have_names_and_guesses_are_told(case: str, name: str) -> None:
    """At once, with the line of the header."""
    data, guesses = HEADERS[case]
    told: list[Problem] = []
    (found,) = read_candidates(io.BytesIO(data.encode()), name, tell=told.append)
    assert isinstance(found, Candidate) and found.statement.text == "x"
    assert [one.message for one in told] == guesses
    assert {(one.code, one.path, one.line, one.fatal) for one in told} <= {("column-guessed", name, 1, False)}


def test_a_header_over_several_lines() -> None:
    """As a spreadsheet writes it; the file's name must say that it is a table."""
    found = one('"quoted\ntext",id\nx,1', "list.csv")
    assert (found.statement.text, found.statement.id, found.line) == ("x", "1", 3)


def test_an_encoding_that_was_guessed_is_told_once() -> None:
    told: list[Problem] = []
    rows = "text\nplain\n“don’t”\n“won’t”\n".encode("cp1252")
    found = list(read_candidates(io.BytesIO(rows), "a.csv", tell=told.append))
    assert len(found) == 3
    assert [(one.code, one.line) for one in told] == [("encoding-guessed", 3)]


def test_rows_after_a_separator_have_their_own_lines() -> None:
    first, second = read('sep=;\ntext;id\n"a\nb";1\n;2\n', "a.csv")
    assert (first.line, second.line) == (3, 5) and isinstance(second, Unread)


def test_a_long_cell() -> None:
    """50,000 words in one cell are a candidate."""
    assert len(one("text\n" + "word " * 50_000 + "\n", "a.csv").statement.text) == 250_000


class Trickle(io.RawIOBase):
    """A stream that gives one lump a read, as a pipe does."""

    def __init__(self, lumps: Iterator[bytes]) -> None:
        self._lumps = lumps

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = next(self._lumps, b"")
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize("name", ["list.jsonl", "list.csv", "<stdin>"])
def test_a_slow_pipe_is_read_like_a_file(name: str) -> None:
    """Where the lumps end says nothing about what the list is."""
    data = b"id,text\n1,one\n2,two\n" if name != "list.jsonl" else b'{"text": "one"}\n{"text": "two"}\n'
    lumps = (data[at : at + 1] for at in range(len(data)))
    found = list(read_candidates(io.BufferedReader(Trickle(lumps)), name))
    assert [line.statement.text for line in found if isinstance(line, Candidate)] == ["one", "two"]


def test_lines_come_one_by_one() -> None:
    """The second line need not be there for the first to be read."""

    def stream() -> Iterator[bytes]:
        yield b'{"text": "a"}\n'
        raise AssertionError("read on before the first line was given")

    first = next(read_candidates(io.BufferedReader(Trickle(stream())), "list.jsonl"))
    assert isinstance(first, Candidate)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text().filter(lambda key: key not in ("text", "id", "kind", "speaker", "source", "sources",
                                                               "source_text")), json_values, max_size=4))  # fmt: skip
def test_own_keys_come_back_as_they_came(extra: dict[str, object]) -> None:
    """Whatever JSON values the user's keys have."""
    assert one(json.dumps({"text": "x", **extra})).extra == extra


@given(st.binary(max_size=200), st.sampled_from(["a.jsonl", "a.csv", "a.tsv", "-"]))
def test_any_bytes_give_lines_or_one_error(data: bytes, name: str) -> None:
    """Nothing but a ReadingError for the whole comes out of hostile bytes."""
    try:
        found = read(data, name)
    except ReadingError:
        return
    for line in found:
        assert isinstance(line, Candidate | Unread)
        assert not isinstance(line, Unread) or "\n" not in str(line.error).split("\n")[0]
