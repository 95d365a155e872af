"""A page as a reader of HTML that is not ours finds it. No test is in here."""

from __future__ import annotations

from html.parser import HTMLParser

import attrs

VOID = {"meta", "input", "rect"}


@attrs.define
class Element:
    """An element: its name, its attributes, what is in it."""

    name: str
    given: dict[str, str | None]
    inner: list[Element | str] = attrs.field(factory=list)

    def all(self, name: str = "", kind: str = "") -> list[Element]:
        """Every element in it of this name and class, in order."""
        found = []
        for one in self.inner:
            if isinstance(one, Element):
                if (not name or one.name == name) and (not kind or kind in one.classes):
                    found.append(one)
                found += one.all(name, kind)
        return found

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return (self.given.get("class") or "").split()

    @property
    def text(self) -> str:
        """All words in it but our own numbers of statements."""
        parts = [one if isinstance(one, str) else "" if "number" in one.classes else one.text for one in self.inner]
        return "".join(parts)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("", {})]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, dict(attrs))
        self.stack[-1].inner.append(one)
        if tag not in VOID:
            self.stack.append(one)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.stack[-1].name != tag:
            self.faults.append(f"</{tag}> in <{self.stack[-1].name}>")
        else:
            self.stack.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack[-1].inner.append(Element(tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.stack[-1].inner.append(data)

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data[:40]}")


def opened(page: str) -> Element:
    """The page's elements.

    Raises:
        AssertionError: if an element is not closed where it was opened, or there is a comment.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.faults == [] and len(reader.stack) == 1
    return reader.stack[0]
