"""What a draft cites: the source and the place in it, and which sources it names."""

from __future__ import annotations

import pytest

from quotecheck.model import Place, Text
from quotecheck.verdicts.citations import Citation, is_place, names_source, read_citation

READ = {
    "speech.txt": ("speech.txt", None, 0, None),
    "speech.txt, p. 12": ("speech.txt", "page", 12, None),
    "speech.txt:26": ("speech.txt", "line", 26, None),
    "brook2026, pp. 3–5": ("brook2026", "page", 3, 5),
    "Rede, S. 12": ("Rede", "page", 12, None),
    "speech.txt, line 4": ("speech.txt", "line", 4, None),
    "speech.txt, para 3": ("speech.txt", "paragraph", 3, None),
    "¶ 3": ("", "paragraph", 3, None),
    "Interview, 12:30": ("Interview", "time", 750, None),
    "tape, at 1:02:03": ("tape", "time", 3723, None),
    "https://a.example/v?id=3&t=95": ("https://a.example/v?id=3", "time", 95, None),
    "https://a.example:8080/talk": ("https://a.example:8080/talk", None, 0, None),
    "Room at 12 High Street": ("Room at 12 High Street", None, 0, None),
}


@pytest.mark.parametrize("cited", READ, ids=str)
def test_a_citation_in_its_parts(cited: str) -> None:
    found = read_citation(cited)
    assert (found.source, found.kind, found.value, found.last) == READ[cited]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://a.example/talk#:~:text=We%20stay", ("We stay", "")),
        ("https://a.example/talk#part:~:text=We%20stay,the%20harbour", ("We stay", "the harbour")),
        ("https://a.example/talk#:~:text=before-,We%20stay,the%20harbour,-after", ("We stay", "the harbour")),
        ("https://a.example/talk#:~:text=We%20stay&text=Others", ("We stay", "")),
    ],
)
def test_a_link_to_the_very_words(address: str, words: tuple[str, str]) -> None:
    assert read_citation(address) == Citation(source="https://a.example/talk", kind="words", words=words)


TEXT = Text(
    content="x",
    id="notes/ada-brook.txt",
    path="notes/ada-brook.txt",
    title="The Harbour of Larkmoor",
    url="https://www.a.example/talk/",
)
NAMED = [
    ("ada-brook.txt", True),
    ("ada-brook", True),
    ("brook", False),
    ("./ada-brook.txt", True),
    ("The Harbour of Larkmoor", True),
    ("Ada Brook, “The Harbour of Larkmoor”, 2024", True),
    ("see ada-brook.txt, my emphasis", True),
    ("see nada-brook.txt", False),
    ("http://a.example/talk", True),
    ("the recording: https://a.example/talk#top", True),
    ("https://a.example/talks", False),
    ("https://b.example/talk", False),
    ("Ben Cole, letter of 4 March", False),
    ("", True),
]


@pytest.mark.parametrize(("source", "named"), NAMED, ids=[source for source, _ in NAMED])
def test_which_source_is_named(source: str, named: bool) -> None:
    assert names_source(Citation(source=source), TEXT) is named


@pytest.mark.parametrize(
    ("citation", "stands"),
    [
        (Citation(source="", kind="page", value=3), True),
        (Citation(source="", kind="page", value=2, last=3), True),
        (Citation(source="", kind="page", value=5, last=6), False),
        (Citation(source="", kind="line", value=3), None),
        (Citation(source="", kind="time", value=110), True),
        (Citation(source="", kind="time", value=200), False),
    ],
)
def test_whether_words_stand_there(citation: Citation, stands: bool | None) -> None:
    assert is_place(citation, Place(page=3, time=100.0), Place(page=4, time=104.0)) is stands


PRINTED = {
    "Brook dep. 45:12": ("Brook dep", ((45, 12), (45, 12))),
    "Xu dep., 45:12-46:3": ("Xu dep", ((45, 12), (46, 3))),
    "45:12–15, Linux": ("Linux", ((45, 12), (45, 15))),
    "Tr. at 45, line 12": ("Tr", ((45, 12), (45, 12))),
    "Tr. p. 45, ll. 12-15": ("Tr", ((45, 12), (45, 15))),
    "45:12": ("", ((45, 12), (45, 12))),
    "Tr. 45:15-12": ("Tr", ((45, 15), (45, 15))),
    "Tr. 45:12 and 46:1": ("Tr. 45:12 and", ((46, 1), (46, 1))),
    "Tr. 45": ("Tr. 45", None),
    "https://a.example/45:12": ("https://a.example/45:12", None),
    "see https://a.example/x 45:12": ("see https://a.example/x", ((45, 12), (45, 12))),
}


@pytest.mark.parametrize("cited", PRINTED, ids=str)
def test_a_page_and_a_line(cited: str) -> None:
    found = read_citation(cited)
    assert (found.source, found.printed) == PRINTED[cited]
