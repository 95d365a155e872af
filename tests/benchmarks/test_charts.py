"""Charts: whole SVG, the same every time, everything where its figure says."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from benchmarks.charts import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Axis, Series, bars, lines

ACROSS, UP = Axis("size & more", "{:g} B".format), Axis("time", "{:g} s".format)
TWO = [Series("one", ((1, 1), (10, 100))), Series("<two>", ((10, 1),))]


def drawn(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def named(picture: str, tag: str) -> list[ElementTree.Element]:
    return drawn(picture).findall(f"{{http://www.w3.org/2000/svg}}{tag}")


def words(picture: str) -> list[str | None]:
    return [one.text for one in named(picture, "text")]


def test_the_same_figures_give_the_same_bytes() -> None:
    assert lines("times", ACROSS, UP, TWO) == lines("times", ACROSS, UP, TWO)
    assert lines("times", ACROSS, UP, TWO) != lines("times", ACROSS, UP, TWO[:1])


def test_a_line_goes_from_corner_to_corner_and_all_is_named() -> None:
    picture = lines("a < b", ACROSS, UP, TWO)
    first, last = f"{LEFT:.1f} {HEIGHT - BOTTOM:.1f}", f"{WIDTH - RIGHT:.1f} {TOP:.1f}"
    assert f'd="M{first}L{last}"' in picture
    assert {"a < b", "size & more", "time", "1 B", "10 B", "1 s", "100 s", "one", "<two>"} <= set(words(picture))


def test_one_point_is_a_mark_without_a_line() -> None:
    alone = lines("t", ACROSS, UP, [Series("one", ((3, 3),))])
    assert len(named(alone, "circle")) == 2  # the point and the key
    assert 'fill="none"' not in alone


@pytest.mark.parametrize("points", [(), ((0, 5),), ((5, 0),)])
def test_what_has_no_logarithm_is_left_out(points: tuple[tuple[float, float], ...]) -> None:
    picture = lines("t", ACROSS, UP, [Series("one", points)])
    assert len(named(picture, "circle")) == 1 and "one" in words(picture)


def test_bars_are_as_high_as_their_shares() -> None:
    picture = bars("right", ["a", "b"], "share", [Series("kind", ((0, 1.0), (1, 0.5))), Series("other", ((1, 0.0),))])
    high = [float(one.attrib["height"]) for one in named(picture, "rect")[1:4]]
    assert high == [HEIGHT - TOP - BOTTOM, (HEIGHT - TOP - BOTTOM) / 2, 1.5]
    assert {"a", "b", "kind", "other", "0 %", "100 %"} <= set(words(picture))
