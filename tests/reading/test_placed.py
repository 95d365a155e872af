"""TOML with places: every key is found where it stands, whatever stands around it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model.errors import ConfigError
from quotecheck.reading.placed import Keys, Placed

WHOLE = '''\
# comment = "no key"
top = 1
"quoted key".inner = """
fake = 1
[fake]
"""
list = [
  "a # no comment", # a comment
  'b ] c',
]

[[source]]
path = "a.txt"   # the first
[source.labels]
JS = "Jens"
[[source]]
  path = 'b.txt'
  title = "says \\"path = 3\\" [[source]]"
[tool.x]
y.z = 2026-01-02
'''

PLACES: dict[Keys, tuple[int, str]] = {
    ("top",): (2, "1"),
    ("quoted key", "inner"): (3, '"""\nfake = 1\n[fake]\n"""'),
    ("list",): (7, "[\n  \"a # no comment\", # a comment\n  'b ] c',\n]"),
    ("source", 0, "path"): (13, '"a.txt"'),
    ("source", 0, "labels", "JS"): (15, '"Jens"'),
    ("source", 1, "path"): (17, "'b.txt'"),
    ("source", 1, "title"): (18, '"says \\"path = 3\\" [[source]]"'),
    ("tool", "x", "y", "z"): (20, "2026-01-02"),
}


@pytest.mark.parametrize("keys", PLACES, ids=str)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_value_stands_where_it_stands(keys: Keys, end: str) -> None:
    file = Placed(WHOLE.replace("\n", end), "x.toml")
    line, value = PLACES[keys]
    span = file.value(*keys)
    assert (file.line(*keys), span and span.of(file.text)) == (line, value.replace("\n", end))


@pytest.mark.parametrize("keys", [("fake",), ("a",), ("nothing", "at", "all")], ids=str)
def test_what_does_not_stand_there_is_not_found(keys: Keys) -> None:
    assert Placed(WHOLE, "x.toml").line(*keys) is None


def test_tables_and_the_nearest_that_holds_a_key() -> None:
    file = Placed(WHOLE, "x.toml")
    assert [file.line("source", 0), file.line("source", 1), file.line("source", 1, "nothing")] == [12, 16, 16]
    assert file.text[: file.end_of("source", 0)].endswith("# the first\n")
    assert file.text[: file.end_of("source", 1)].endswith('[[source]]"\n')


def test_keys_count_from_the_root() -> None:
    file = Placed("[tool.other]\na = 1\n[tool.x]\na = 2\n", "x.toml", root=("tool", "x"))
    assert (file.data, file.line("a")) == ({"a": 2}, 4)


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026-01-02", datetime.date(2026, 1, 2)), ('"2026-01-02"', datetime.date(2026, 1, 2)),
     ("2026-01-02T10:00:00", datetime.date(2026, 1, 2)), ('"tomorrow"', None), ("3", None), ("[]", None)],
)  # fmt: skip
def test_days(value: str, day: datetime.date | None) -> None:
    file = Placed(f"d = {value}\n", "x.toml")
    assert isinstance(file.data, dict)
    if day is None:
        with pytest.raises(ConfigError, match='"d" must be a date: d = 2026-03-31'):
            file.day(file.data["d"], "d")
    else:
        assert file.day(file.data["d"], "d") == day


NAMES = st.text("abc_-1", min_size=1, max_size=4)
VALUES = st.sampled_from(['"x"', "1", "'it''s'"[:4], '"""a\n[b]\nc = 1"""', "[1, [2, 3], # x\n 4]", '{ k = "v" }'])


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6, unique_by=lambda pair: pair[0]), st.booleans())
def test_every_key_of_any_table_has_its_value(pairs: list[tuple[str, str]], array: bool) -> None:
    """And the span of a value is the value: put alone after a key, it reads as the same."""
    header = "[[t]]\nfirst = 1\n[[t]]\n" if array else "[t]\n"
    file = Placed(header + "".join(f"{key} = {value}\n" for key, value in pairs), "x.toml")
    table: Keys = ("t", 1) if array else ("t",)
    for key, value in pairs:
        span = file.value(*table, key)
        assert span is not None and span.of(file.text) == value


@given(st.text("[]=\"'#.ab1 \n\r\\{},", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        file = Placed(text, "x.toml")
    except ConfigError as error:
        assert str(error).startswith("x.toml")
    else:
        assert isinstance(file.data, dict)


def test_a_large_file_is_gone_through_once() -> None:
    """A hundred thousand entries: no entry costs more for those before it."""
    file = Placed('[[source]]\npath = "x"\n' * 100_000, "x.toml")
    assert file.line("source", 99_999, "path") == 200_000
    assert file.end_of("source", 99_999) == len(file.text)
