"""The configuration: where it is found, what it says, and every way to get it wrong."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from quotecheck.config import Config, Ignore, Override, find_config, load_config
from quotecheck.model import Code, Severity
from quotecheck.model.errors import ConfigError
from quotecheck.model.people import Office

WHOLE = """\
policy = "transcript"
sources = ["interviews", "speech.txt"]
manifest = "all.toml"
foldings = ["accents"]
lenient = ["machine"]
unchecked = "error"

[zones.caption]
QC107 = "none"

[fidelities.machine]
typo-corrected = "none"

[people]
"Ada Brook" = ["A. Brook", "the mayor"]

[people."Ben Cole"]
aliases = ["Benny Cole"]
roles = [
    "harbour master",
    { title = "mayor", from = 2019-01-01, until = "2023-05-01" },
    { title = "judge", from = 2024-01-01 },
]

[severities]
QC107 = "none"
altered-quotation = "warning"

[[override]]
paths = ["opinion/**"]
policy = "literary"
severities = { QC304 = "none" }

[[override]]
paths = ["*.de.md"]

[[ignore]]
code = "QC401"
paths = ["drafts/old.md"]
text = "We will rebuild"
reason = "Said on the phone."
until = 2026-03-31

[[ignore]]
code = "too-common"
reason = "Our names are short."
"""


def write(path: Path, text: str) -> Path:
    """A file with its directories."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_it_can_say(tmp_path: Path) -> None:
    """Codes by number or name; sources count from the file."""
    path = write(tmp_path / "quotecheck.toml", WHOLE)
    assert load_config(path) == Config(
        path=str(path),
        policy="transcript",
        sources=(str(tmp_path / "interviews"), str(tmp_path / "speech.txt")),
        manifest=str(tmp_path / "all.toml"),
        people=(
            ("Ada Brook", ("A. Brook", "the mayor")),
            (
                "Ben Cole",
                (
                    "Benny Cole",
                    Office("harbour master"),
                    Office("mayor", datetime.date(2019, 1, 1), datetime.date(2023, 5, 1)),
                    Office("judge", datetime.date(2024, 1, 1)),
                ),
            ),
        ),
        severities=((Code.INNER_PUNCTUATION, Severity.NONE), (Code.ALTERED_QUOTATION, Severity.WARNING)),
        zones=(("caption", ((Code.INNER_PUNCTUATION, Severity.NONE),)),),
        fidelities=(("machine", ((Code.TYPO_CORRECTED, Severity.NONE),)),),
        lenient=("machine",),
        foldings=("accents",),
        unchecked="error",
        overrides=(
            Override(paths=("opinion/**",), policy="literary", severities=((Code.SPEAKER_UNCONFIRMED, Severity.NONE),)),
            Override(paths=("*.de.md",)),
        ),
        ignores=(
            Ignore(
                code=Code.NOT_FOUND,
                reason="Said on the phone.",
                paths=("drafts/old.md",),
                text="We will rebuild",
                until=datetime.date(2026, 3, 31),
            ),
            Ignore(code=Code.TOO_COMMON, reason="Our names are short."),
        ),
    )


def test_each_key_has_its_line(tmp_path: Path) -> None:
    """By which ``quotecheck config`` says who says so."""
    config = load_config(write(tmp_path / "quotecheck.toml", WHOLE))
    lines = WHOLE.split("\n")
    assert lines[config.lines["policy",] - 1].startswith("policy = ")
    assert lines[config.lines["people", "Ben Cole"] - 1] == '[people."Ben Cole"]'
    assert lines[config.lines["severities", "QC201"] - 1].startswith("altered-quotation")
    assert lines[config.lines["override", 0, "policy"] - 1] == 'policy = "literary"'
    assert [lines[(one.line or 0) - 1] for one in config.ignores] == ["[[ignore]]"] * 2


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    """And a byte-order mark in front does no harm."""
    path = write(tmp_path / "quotecheck.toml", "\ufeff")
    assert load_config(path) == Config(path=str(path))


def test_pyproject_has_a_table(tmp_path: Path) -> None:
    """The rest of the file is others'."""
    text = '[tool.other]\npolicy = 3\n[tool.quotecheck]\npolicy = "ap"\n[tool.quotecheck.severities]\nQC101 = "note"\n'
    config = load_config(write(tmp_path / "pyproject.toml", text))
    assert (config.policy, config.severities) == ("ap", ((Code.TYPOGRAPHY, Severity.NOTE),))


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    """Upward from the draft; our own file before the project's; a project without the table does not count."""
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    assert find_config(deep) is None or tmp_path not in find_config(deep).parents  # type: ignore[union-attr]
    top = write(tmp_path / "quotecheck.toml", "")
    assert find_config(deep) == top
    write(tmp_path / "a/b/pyproject.toml", "[tool.ruff]\n")
    write(tmp_path / "a/b/c/pyproject.toml", "this is not TOML")
    assert find_config(deep) == top
    project = write(tmp_path / "a/pyproject.toml", "[tool.quotecheck]\n")
    assert find_config(deep) == project
    own = write(tmp_path / "a/quotecheck.toml", "")
    assert find_config(deep) == own


WRONG = {
    "an unknown zone": ("[zones.title]\nQC101 = 'note'\n", 1, 2, "one of headline, body, caption, block"),
    "an unknown fidelity": ("[fidelities.loose]\n", 1, 2, "the fidelity must be one of verbatim, edited"),
    "a lenient that is none": ('lenient = ["loose"]\n', 1, 1, "the fidelity must be one of verbatim, edited"),
    "an unchecked that is a warning": ('unchecked = "warning"\n', 1, 1, 'must be "error" or "none"'),
    "a zone's unknown code": ('[zones.caption]\nQC999 = "note"\n', 2, 1, "no code is called 'QC999'"),
    "an unknown key": ('policy = "ap"\npolcy = "ap"\n', 2, 1, 'unknown key "polcy"; did you mean "policy"?'),
    "nothing near": (
        "xyzzy = 1\n", 1, 1,
        'unknown key "xyzzy"; known are claims, confidence, fidelities, foldings, ignore, lenient, manifest, nli, '
        "override, people, policy, severities, sources, syntax, unchecked, vectors, zones",
    ),
    "an unknown table": ("[sevrities]\nQC101 = 1\n", 1, 2, 'unknown key "sevrities"; did you mean "severities"?'),
    "a policy that is a number": ("\n\npolicy = 3\n", 3, 1, '"policy" must be a string'),
    "sources that are a string": ('sources = "a"\n', 1, 1, '"sources" must be an array of strings: sources = ["a"]'),
    "sources that hold a number": ("sources = [1]\n", 1, 1, '"sources" must be an array of strings: sources = ["…"]'),
    "people that are a list": ('people = ["Ada"]\n', 1, 1, '"people" must be a table'),
    "a person with one name": ('[people]\nx = ["y"]\n"Ada Brook" = "A. Brook"\n', 3, 1,
                               '"Ada Brook" must be an array of strings: "Ada Brook" = ["A. Brook"]'),
    "a code that there is not": ('[severities]\nQC101 = "note"\nQC999 = "note"\n', 3, 1, "no code is called 'QC999'"),
    "a severity that there is not": (
        '[severities]\n  QC101 = "bad"\n', 2, 3,
        'the severity of "QC101" must be one of "none", "note", "warning", "error"',
    ),
    "a severity that is a list": ("[severities]\nQC101 = []\n", 2, 1, 'the severity of "QC101" must be one of'),
    "dotted keys": ('severities.QC101 = "bad"\n', 1, 1, 'the severity of "QC101" must be one of'),
    "a policy that there is not": ('policy = "newz"\n', 1, 1, "no policy is called 'newz'; the nearest is 'news'"),
    "one code twice": (
        '[severities]\nQC107 = "none"\ninner-punctuation = "note"\n', 3, 1,
        "QC107 (inner-punctuation) has two severities",
    ),
    "a folding that there is not": (
        'foldings = ["filler"]\n', 1, 1, "no folding is called 'filler'; the nearest is 'fillers'",
    ),
    "claims that there are not": ('claims = "some"\n', 1, 1, 'claims must be "attributed" or "all", not \'some\''),
    "a manifest that is a list": ("manifest = []\n", 1, 1, '"manifest" must be a string'),
    "an unknown key of a person": (
        '[people.Ada]\nalias = ["A"]\n', 2, 1, 'unknown key "alias"; did you mean "aliases"?',
    ),
    "a role without a title": ('[people.Ada]\nroles = [{ from = 2020-01-01 }]\n', 2, 1, "a role is a title, or {"),
    "a role with another key": (
        '[people.Ada]\nroles = [{ title = "judge", to = 2020-01-01 }]\n', 2, 1, 'unknown key "to"; ',
    ),
    "a role that ends before it begins": (
        '[people.Ada]\nroles = [{ title = "judge", from = 2020-01-01, until = 2019-01-01 }]\n', 2, 1,
        'the role "judge" ends before it begins',
    ),
    "a role from no day": ('[people.A]\nroles = [{ title = "judge", from = "May" }]\n', 2, 1, '"from" must be a date'),
    "an override for nothing": ('[[override]]\npolicy = "ap"\n', 1, 3, 'an override needs "paths"'),
    "an override that is one table": ("[override]\n", 1, 2, '"override" must be an array of tables'),
    "an unknown key of an override": (
        '[[override]]\npaths = ["a"]\n[[override]]\npaths = ["a"]\npolicies = "ap"\n', 5, 1,
        'unknown key "policies"; did you mean "policy"?',
    ),
    "a severity of an override": (
        '[[override]]\npaths = ["a"]\n[override.severities]\nQC101 = "bad"\n', 4, 1, 'the severity of "QC101" must be',
    ),
    "an ignore without a reason": (
        '[[ignore]]\ncode = "QC401"\n', 1, 3, 'an ignore needs "reason", why it may stand',
    ),
    "an ignore with a blank reason": ('[[ignore]]\ncode = "QC401"\nreason = " "\n', 3, 1, 'an ignore needs "reason"'),
    "an ignore without a code": ('[[ignore]]\nreason = "x"\n', 1, 3, 'an ignore needs "code", the finding'),
    "an ignore of one path": (
        '[[ignore]]\ncode = "QC401"\nreason = "x"\npath = "a"\n', 4, 1, 'unknown key "path"; did you mean "paths"?',
    ),
    "an ignore of no code": ('[[ignore]]\ncode = "QC999"\nreason = "x"\n', 2, 1, "no code is called 'QC999'"),
    "an ignore to no day": (
        '[[ignore]]\ncode = "QC401"\nreason = "x"\nuntil = "soon"\n', 4, 1, '"until" must be a date',
    ),
    "no TOML": ("policy = \n", 1, 10, "not TOML: Invalid value"),
    "words without marks": ("policy = news\n", 1, 10, "not TOML: Invalid value; words stand in quotation marks"),
    "a key twice": ('policy = "a"\npolicy = "b"\n', 2, 13, "not TOML: Cannot overwrite a value"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_what_is_wrong_has_its_place(tmp_path: Path, case: str) -> None:
    """File, line and column; the line is drawn."""
    text, line, column, message = WRONG[case]
    path = write(tmp_path / "quotecheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    error = caught.value
    assert message in error.message
    assert (error.path, error.line, error.column) == (str(path), line, column)
    assert "^" in str(error).split("\n")[-1]


def test_wrong_in_pyproject(tmp_path: Path) -> None:
    """The place is that of our table, not of another's key of the same name."""
    text = "[tool.other]\npolcy = 1\n\n[tool.quotecheck]\npolcy = 1\n"
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path / "pyproject.toml", text))
    assert caught.value.line == 5
    with pytest.raises(ConfigError, match=r'"tool[.]quotecheck" must be a table'):
        load_config(write(tmp_path / "pyproject.toml", "tool.quotecheck = 3\n"))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, a directory, not UTF-8."""
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)
    path = tmp_path / "latin.toml"
    path.write_bytes(b'policy = "caf\xe9"')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load_config(path)


def test_nested_beyond_reason(tmp_path: Path) -> None:
    """A hostile file ends in an error, not in a crash."""
    path = write(tmp_path / "quotecheck.toml", "policy = " + "[" * 50_000)
    with pytest.raises(ConfigError, match="not TOML"):
        load_config(path)
