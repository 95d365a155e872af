"""Look-alikes: what is called a disguise, what is left alone, and what holds of every text."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Span
from quotecheck.text.lookalikes import Disguise, DisguiseKind, disguised, skeleton
from tests.text.strategies import any_text

MIXED, WORD = DisguiseKind.MIXED_SCRIPTS, DisguiseKind.FOREIGN_WORD
DIRECTION, INVISIBLE = DisguiseKind.DIRECTION, DisguiseKind.INVISIBLE

# text, the word that is disguised, how, and what it looks like
LETTERS = [
    # Cyrillic, Greek and others inside a Latin word, and a Latin letter inside a Cyrillic one
    ("We use раураl here.", "раураl", MIXED, "paypal"),
    ("Pаris fell", "Pаris", MIXED, "Paris"),
    ("O’Вrien said", "Вrien", MIXED, "Brien"),
    ("Bιden said", "Bιden", MIXED, "Biden"),
    ("We saw gοοgle", "gοοgle", MIXED, "google"),
    ("the Սnited States", "Սnited", MIXED, "United"),
    ("the ᎪTO", "ᎪTO", MIXED, "ATO"),
    ("NАТО said", "NАТО", MIXED, "NATO"),
    ("the Ｎato pact", "Ｎato", MIXED, "Nato"),
    ("so 𝐍ato said", "𝐍ato", MIXED, "Nato"),
    ("Владимиp сказал", "Владимиp", MIXED, "Владимир"),
    ("Ρоссия сказала", "Ρоссия", MIXED, "Россия"),
    # a whole word of letters that all look Latin, among Latin words
    ("The сору was good", "сору", WORD, "copy"),
    ("The аррӏе fell", "аррӏе", WORD, "apple"),
    ("ΝΑΤΟ is here", "ΝΑΤΟ", WORD, "NATO"),
    ("This is а test", "а", WORD, "a"),
    ("vitamin С helps", "С", WORD, "C"),
    ("ＮＡＴＯ said yes", "ＮＡＴＯ", WORD, "NATO"),
    ("𝐍𝐀𝐓𝐎 said yes", "𝐍𝐀𝐓𝐎", WORD, "NATO"),
    # a known word or one in marks, when the Latin word stands there too
    ("The same area, the same рас, the same pac", "рас", WORD, "pac"),
    ("Some copy, “сору” as he said", "сору", WORD, "copy"),
]

LEFT_ALONE = [
    "Plain words of ASCII.",
    "Zażółć gęślą jaźń, naïve, Þór, İstanbul, œuvre",
    "Владимир Putin said",
    "Ο Αλέξης Τσίπρας said",
    "из избы сор не выносить",
    "The word “сор” means litter.",
    "The word *сор* means litter, as does (сору).",
    "The proverb “сор из избы” is old.",
    "The сор was swept.",
    "Shevchenko’s name is Тарас in full",
    "СССР was big, and НАТО too",
    "kΩ and TNFα, NFκB, PPARγ, μm, µm, Δx, ρgh, χ², β-blocker, αMSH",
    "SMSка, VIPы, IT-шник и DVDшник",
    "日本のＮＡＴＯは",
    "A股 and T恤",
    "the field 𝔽 and 𝑓𝑥",
    "ВладимирΕλλάδα",
    "Հայաստան is Armenia",
    "сору",
]


def found_in(content: str) -> list[tuple[str, DisguiseKind, str]]:
    return [(one.span.of(content), one.kind, one.imitates) for one in disguised(content)]


@pytest.mark.parametrize(("content", "word", "kind", "imitates"), LETTERS, ids=[case[0] for case in LETTERS])
def test_look_alike_letters_are_found(content: str, word: str, kind: DisguiseKind, imitates: str) -> None:
    assert found_in(content) == [(word, kind, imitates)]


@pytest.mark.parametrize("content", LEFT_ALONE)
def test_words_of_another_script_and_symbols_are_left_alone(content: str) -> None:
    assert found_in(content) == []


def test_the_characters_are_named() -> None:
    assert disguised("We use раураl here.")[0].names == (
        "CYRILLIC SMALL LETTER ER",
        "CYRILLIC SMALL LETTER A",
        "CYRILLIC SMALL LETTER U",
    )
    assert disguised("ab\u202e")[0].names == ("RIGHT-TO-LEFT OVERRIDE",)


@pytest.mark.parametrize(
    ("content", "kind", "start", "end"),
    [
        ("pass\u200bword", INVISIBLE, 4, 5),
        ("pass\u2060\u200cword", INVISIBLE, 4, 6),
        ("10\u200b000", INVISIBLE, 2, 3),
        ("слово\u200dслово", INVISIBLE, 5, 6),
        ("wo\ufeffrd", INVISIBLE, 2, 3),
        ("\ufeff\ufe00\ufe01\ufe02word", INVISIBLE, 1, 4),
        ("a\U000e0041 word", INVISIBLE, 1, 2),
        ("so \ufe00\ufe01\ufe02 it", INVISIBLE, 3, 6),
        ("wo\u200erd", INVISIBLE, 2, 3),
        ("cafe\u0301\u200bs", INVISIBLE, 5, 6),
        ("wo\ufe0frd", INVISIBLE, 2, 3),
        ("so\U000e0161", INVISIBLE, 2, 3),
        ("hi\U000e0068\U000e0069", INVISIBLE, 2, 4),
        ("hi 😀\ufe01\U000e0120\U000e0121", INVISIBLE, 4, 7),
        ("We \u202eraw\u202c won", DIRECTION, 3, 4),
        ("שלום \u202eabc", DIRECTION, 5, 6),
        ("a \u2066b", DIRECTION, 2, 3),
    ],
    ids=ascii,
)
def test_controls_and_invisible_characters_are_found(content: str, kind: DisguiseKind, start: int, end: int) -> None:
    first = disguised(content)[0]
    assert (first.kind, first.span, first.imitates) == (kind, Span(start, end), "")


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffWe won",
        "co\u00adop\u00aderate",
        "end\u200b next",
        "https://example.com/\u200bpath",
        "می\u200cخواهم",
        "क्\u200dष",
        "ไทย\u200bภาษา",
        "👩\u200d👩\u200d👧 and ❤\ufe0f",
        "1\ufe0f\u20e3 and 0\ufe00",
        "葛\U000e0100",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "שלום \u202aabc\u202c",
        "שלום\u200f!",
        "We won.\u200e",
        "We won.\ufeff" + "\ufe00\U000e0101" * 20,
    ],
    ids=ascii,
)
def test_invisible_characters_with_a_use_are_left_alone(content: str) -> None:
    assert disguised(content) == ()


def test_selectors_after_a_mark_that_are_no_manifest_are_found() -> None:
    assert [one.kind for one in disguised("We won.\ufeff" + "\ufe00" * 4)] == [INVISIBLE]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("раураl", "paypal"),
        ("ΝΑΤΟ", "NATO"),
        ("ＮＡＴＯ", "NATO"),
        ("𝐍𝐀𝐓𝐎", "NATO"),
        ("𝓗ℯ𝓁𝓁ℴ", "Hello"),
        ("pass\u200bword", "password"),
        ("Владимир", "Bлaдимиp"),
        ("résumé", "résumé"),
        ("", ""),
    ],
)
def test_a_skeleton_is_what_a_reader_of_latin_sees(word: str, expected: str) -> None:
    assert skeleton(word) == expected


@given(any_text())
def test_a_skeleton_is_its_own_skeleton(content: str) -> None:
    assert skeleton(skeleton(content)) == skeleton(content)


@given(any_text())
def test_disguises_lie_in_the_text_in_order_with_names(content: str) -> None:
    found = disguised(content)
    assert list(found) == sorted(found, key=lambda one: one.span)
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(content)
        assert one.names and all(one.names) and len(set(one.names)) == len(one.names)
        assert (one.imitates != "") == (one.kind in (MIXED, WORD))
        assert not one.span.of(content).isascii()


@given(any_text())
def test_a_disguised_word_is_not_what_it_imitates(content: str) -> None:
    for one in disguised(content):
        assert one.span.of(content) != one.imitates


@given(st.text(st.characters(max_codepoint=0x24F, exclude_characters="\u00ad")))
def test_latin_text_has_no_disguise(content: str) -> None:
    assert disguised(content) == ()


@given(any_text(), any_text())
def test_lines_are_looked_at_one_by_one(first: str, second: str) -> None:
    """A text's first line has the mixed words that it has alone."""

    def mixed(content: str) -> list[Disguise]:
        return [one for one in disguised(content) if one.kind is MIXED]

    alone = mixed(first)
    assert mixed(first + "\n" + second)[: len(alone)] == alone


def test_a_long_line_has_the_disguises_of_its_parts() -> None:
    part = "This is а test of сору, of раураl and of “сор” too; "
    each = [one.span.shifted(at * len(part)) for at in range(2000) for one in disguised(part)]
    assert [one.span for one in disguised(part * 2000)] == each


def test_no_prototype_is_itself_a_look_alike() -> None:
    cyrillic = "".join(chr(point) for point in range(0x400, 0x530))
    assert not regex.search(r"[асеорхуАВСЕНКМОРТХ]", skeleton(cyrillic))


@pytest.mark.parametrize(
    "piece",
    ["а", "аl", "аl ", "а\u200b", "\u202e", "a\u202a", "\ufe0f", "сору ", "сору x ", "我", "\u0301\u200b"],
    ids=ascii,
)
def test_a_long_run_of_one_piece_comes_to_an_end(piece: str) -> None:
    """A step that costs the square of the length would not end here while anybody waits."""
    content = piece * (200_000 // len(piece)) + "x"
    assert disguised(content) is not None
