"""What the worst texts cost: twice the text costs about twice, on every road. The texts are made in ``worst``.

Processor time of one process, each size tried again where the first look was bad: a square gives four times, and
three is the bound. Nothing is said of seconds, but for a ceiling far above what anything takes.
"""

from __future__ import annotations

import sys
import time

import pytest

from tests.hostile.worst import ROADS, TEXTS, Case, cases

SIZE = 12_000
"""Code points of the smaller text."""
BOUND = 3.0
LEAST = 0.15
"""Seconds below which nothing is said of a growth: start and rounding are in it."""

ONCE_BAD = [
    Case("people of one last name", "extract"),
    Case("offices of other people", "extract"),
    Case("quotations by other people", "extract"),
    Case("quotations that go on", "extract"),
    Case("combining marks of every kind", "source"),
]
"""What grew with the square once."""


def cost(case: Case, size: int) -> float:
    """Processor time of one walk."""
    text = TEXTS[case.text](size)
    began = time.process_time()
    ROADS[case.road](text)
    return time.process_time() - began


def grows_with_its_length(case: Case, size: int) -> None:
    case.run(1000)  # what is read once is read now
    small, large = cost(case, size), cost(case, 2 * size)
    for _ in range(4):
        if large <= max(LEAST, BOUND * small):
            return
        small, large = max(small, cost(case, size)), min(large, cost(case, 2 * size))
    if large > max(LEAST, BOUND * small):
        pytest.fail(f"{case.text}, {case.road}: {small:.2f} s for {size} code points, {large:.2f} s for twice as many")


@pytest.mark.parametrize("case", ONCE_BAD, ids=lambda case: f"{case.road}: {case.text}")
def test_what_was_bad_once(case: Case) -> None:
    grows_with_its_length(case, SIZE)


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_gone_through(name: str) -> None:
    """On every road, in a small size: a verdict or none, and no error."""
    for road in ROADS:
        Case(name, road).run(200)


@pytest.mark.slow
@pytest.mark.parametrize("case", list(cases())[::40], ids=lambda case: f"{case.road}: {case.text}")
def test_some_texts_on_some_roads(case: Case) -> None:
    grows_with_its_length(case, SIZE)


@pytest.mark.long
@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.road}: {case.text}")
def test_every_text_on_every_road(case: Case) -> None:
    grows_with_its_length(case, 2 * SIZE)


MILLION = [
    "one word",
    "marks of every kind",
    "opening marks",
    "brackets nested",
    "ellipses",
    "soup",
    "labels and their words",
]


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited in another way there")
@pytest.mark.parametrize("road", ["extract", "draft", "source"])
@pytest.mark.parametrize("name", MILLION)
def test_a_million_code_points(name: str, road: str) -> None:
    """In two gigabytes and ten minutes of a processor, in a process of its own."""
    import multiprocessing

    process = multiprocessing.get_context("forkserver").Process(target=_limited, args=(name, road))
    process.start()
    process.join()
    assert process.exitcode == 0


def _limited(name: str, road: str) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
    Case(name, road).run(1_000_000)
