"""Pages say what is there: links lead somewhere, rooms and dependencies have their line, kept in step."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import quotecheck
from quotecheck import model
from quotecheck.cli.formats import FILES, FORMATS
from quotecheck.verdicts.policies import POLICY_NAMES

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BESIDE = sorted(
    path
    for folder in ("changelog.d", "editors", "examples", "fixtures", "integrations")
    for path in (ROOT / folder).rglob("README.md")
    if "node_modules" not in path.parts
)
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def linked(page: Path) -> list[Path]:
    """The files that a page links to, anchors and web addresses aside."""
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    return [(page.parent / target.split("#")[0]).resolve() for target in targets if not re.match(r"#|\w+:", target)]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts and the site make them."""
    text = re.sub(r"^(`{3,}).*?^\1", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", re.sub(r"\[(.*?)\]\(.*?\)", r"\1", one)) for one in headings)
    return {one.strip().lower().replace(" ", "-") for one in plain}


def package(requirement: str) -> str:
    return re.split(r"[<>=\[; ]", requirement)[0]


def required() -> list[str]:
    """Names of all packages that are declared, for users and for developers."""
    groups = SETTINGS["dependency-groups"].values()
    extras = SETTINGS["project"].get("optional-dependencies", {}).values()
    lists = [SETTINGS["project"]["dependencies"], SETTINGS["build-system"]["requires"], *groups, *extras]
    return sorted({package(each) for names in lists for each in names if isinstance(each, str)})


@pytest.mark.parametrize("page", [*PAGES, *BESIDE], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(page: Path) -> None:
    assert [path for path in linked(page) if not path.exists()] == []
    with_anchor = re.findall(r"\]\((?!\w+:)([^)\s#]*)#([^)\s]+)\)", page.read_text("utf-8"))
    targets = [((page.parent / file).resolve() if file else page, anchor) for file, anchor in with_anchor]
    assert [f"{to.name}#{anchor}" for to, anchor in targets if anchor not in anchors(to)] == []


def test_every_page_can_be_reached_from_readme() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += [path for path in linked(page) if path.suffix == ".md" and path.exists()]
    assert [page.name for page in PAGES if page not in seen] == []


def test_every_room_has_its_line_in_the_design() -> None:
    folders = (path for path in (ROOT / "src" / "quotecheck").iterdir() if (path / "__init__.py").exists())
    table = "\n".join(re.findall(r"^\|.*$", (ROOT / "docs" / "design.md").read_text("utf-8"), flags=re.MULTILINE))
    assert [path.name for path in folders if f"`{path.name}`" not in table] == []


def test_every_command_is_on_the_page_of_commands() -> None:
    modules = (ROOT / "src" / "quotecheck" / "cli").glob("*.py")
    said = (re.match(r'"""``quotecheck (\w+)', path.read_text("utf-8")) for path in modules)
    commands = [found[1] for found in said if found]
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert commands
    assert [name for name in commands if f"\n## quotecheck {name}\n" not in page] == []


@pytest.mark.parametrize("name", required())
def test_every_dependency_has_its_reason(name: str) -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert re.search(rf"^\| {re.escape(name)} \|", page, flags=re.MULTILINE)


def test_what_users_install_is_what_the_page_says() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    section = page.split("## Always installed")[1].split("\n## ")[0]
    named = re.findall(r"^\| ([\w-]+) \| ", section, flags=re.MULTILINE)
    assert named[1:] == sorted(package(each) for each in SETTINGS["project"]["dependencies"])


@pytest.mark.parametrize(
    ("page", "names"),
    [("output.md", [*FORMATS, *FILES]), ("house-rules.md", list(POLICY_NAMES))],
    ids=["formats", "policies"],
)
def test_every_format_and_policy_has_its_row(page: str, names: list[str]) -> None:
    told = (ROOT / "docs" / page).read_text("utf-8")
    assert [name for name in names if f"\n| `{name}` |" not in told] == []


def test_the_glossary_names_what_the_code_has() -> None:
    page = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    named = [name.split(".") for name in re.findall(r"`([A-Z]\w+(?:\.\w+)?)`", page)]
    assert named
    assert [".".join(parts) for parts in named if not known(*parts)] == []


def known(name: str, attribute: str = "") -> bool:
    """True if there is such a public type, with such an attribute."""
    kind = getattr(quotecheck, name, None) or getattr(model, name, None)
    fields = {field.name for field in getattr(kind, "__attrs_attrs__", ())}
    return kind is not None and (not attribute or attribute in fields or hasattr(kind, attribute))
