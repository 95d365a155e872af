"""What the site needs beside the pages in docs/: files of the repository that they link to, and a look at each page.

A page links to a file of the repository as a code host shows it ("../fixtures/…"). Here such a file becomes part of
the site, so that no link depends on an address. What is on a page and how it looks is not decided here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from pymdownx.slugs import slugify

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs"
FOLDER = "repository"
LINK = re.compile(r"\]\((?!\w+:|#)([^)\s#]+)(#[^)\s]*)?\)")
FENCE = re.compile(r"^(`{3,}).*?^\1", re.MULTILINE | re.DOTALL)
FETCHED = re.compile(r"""<(?:script|img|iframe|source)\b[^>]*\ssrc=["']?(?:https?:)?//[^>]*>""")
STYLED = re.compile(r"""<link\b[^>]*\bhref=["']?(?:https?:)?//[^>]*>""")


def on_config(config: Any) -> Any:
    """Headings get the anchors that code hosts give them."""
    config.mdx_configs["toc"]["slugify"] = slugify(case="lower")
    return config


def on_files(files: Files, config: Any) -> Files:
    """Adds what the pages link to, and what those files link to in turn."""
    waiting = [Path(file.abs_src_path) for file in files.documentation_pages()]
    seen = set(waiting)
    while waiting:
        for target in targets(waiting.pop()):
            if target in seen or not target.is_file() or PAGES in target.parents:
                continue
            seen.add(target)
            files.append(File.generated(config, uri(target), abs_src_path=str(target)))
            if is_page(target):
                waiting.append(target)
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Links that leave docs/ lead to the copies."""
    source = Path(page.file.abs_src_path)

    def put(match: re.Match[str]) -> str:
        target = absolute(source, match[1])
        if PAGES in target.parents and PAGES in source.parents:
            return match[0]
        way = os.path.relpath(uri(target), os.path.dirname(page.file.src_uri)).replace(os.sep, "/")
        return f"]({way}{match[2] or ''})"

    return outside_fences(markdown, put)


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """A page that would load something from elsewhere ends the build."""
    loaded = FETCHED.findall(output) + STYLED.findall(output)
    if loaded:
        raise PluginError(f"{page.file.src_uri} loads from elsewhere: {loaded[0]}")
    return output


def outside_fences(markdown: str, put: Any) -> str:
    """The text with every link replaced that does not stand in a block of code."""
    parts, end = [], 0
    for fence in FENCE.finditer(markdown):
        parts += [LINK.sub(put, markdown[end : fence.start()]), fence[0]]
        end = fence.end()
    return "".join([*parts, LINK.sub(put, markdown[end:])])


def targets(page: Path) -> Iterator[Path]:
    """The files that a page links to."""
    for match in LINK.finditer(FENCE.sub("", page.read_text("utf-8"))):
        yield absolute(page, match[1])


def absolute(page: Path, target: str) -> Path:
    """Where a link leads."""
    return Path(os.path.normpath(page.parent / target))


def is_page(path: Path) -> bool:
    """True for prose of the repository; drafts and fixtures are copied as they are, even if they are Markdown."""
    return path.name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")


def uri(path: Path) -> str:
    """Where a file stands in the site's sources."""
    if PAGES in path.parents:
        return path.relative_to(PAGES).as_posix()
    name = f"{FOLDER}/{path.relative_to(ROOT).as_posix()}"
    return name if is_page(path) or path.suffix != ".md" else f"{name}.txt"
