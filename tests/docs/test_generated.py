"""Pages that are made from the code are what the code makes today."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import quotecheck
from quotecheck.config import files
from scripts import command_line, picture_of_rooms, settings
from scripts.command_line import Argument


@pytest.mark.parametrize(
    ("path", "made"),
    [(command_line.PAGE, command_line.page()), (command_line.MANUAL, command_line.manual())],
    ids=["page", "manual"],
)
def test_the_command_line_is_told_as_it_is(path: Path, made: str) -> None:
    assert path.read_text("utf-8") == made, "python scripts/command_line.py writes it anew"


def test_every_command_and_option_is_told_once() -> None:
    page = command_line.PAGE.read_text("utf-8")
    for command in command_line.commands():
        options: list[Argument] = [one for _, group in command.groups for one in group if one.option]
        part = page.partition(f"\n## {command.name}\n")[2].partition("\n## ")[0] or page
        assert [one.written for one in options if part.count(f"| {command_line.code(one.written)} |") != 1] == []


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("--source", r"\-\-source"),
        (".bib file", r"\&.bib file"),
        ("'quoted'", r"\&'quoted'"),
        ("a\\b", r"a\eb"),
        ("…", r"\[u2026]"),
    ],
)
def test_nothing_in_the_manual_is_a_request(text: str, escaped: str) -> None:
    assert command_line.roff(text) == escaped


def test_the_manual_is_set_without_a_warning() -> None:
    if shutil.which("groff") is None:
        pytest.skip("no groff")
    done = subprocess.run(
        ["groff", "-man", "-ww", "-z", "-Tutf8", str(command_line.MANUAL)], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_key_is_told_as_it_is() -> None:
    page = settings.PAGE.read_text("utf-8")
    assert page == settings.page(page), "python scripts/settings.py writes it anew"
    assert all(f"\n| `{key}` | " in page for key in files.KEYS)


def test_the_picture_of_the_rooms_is_that_of_the_contract() -> None:
    assert picture_of_rooms.PICTURE.read_text("utf-8") == picture_of_rooms.draw(), (
        "python scripts/picture_of_rooms.py draws it anew"
    )


def test_no_arrow_leads_upwards() -> None:
    row = {room: number for number, rooms in enumerate(picture_of_rooms.rows()) for room in rooms}
    drawn = picture_of_rooms.arrows(picture_of_rooms.rows())
    assert drawn
    assert [(above, below) for above, below in drawn if row[above] >= row[below]] == []


def test_every_public_name_is_on_its_page() -> None:
    page = (command_line.DOCS / "api.md").read_text("utf-8")
    assert sorted(re.findall(r"^::: quotecheck\.(\w+)$", page, flags=re.MULTILINE)) == sorted(quotecheck.__all__)
