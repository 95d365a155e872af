"""Tokens: spans are the words shown, nothing that carries meaning is lost, keys tell different words apart."""

from __future__ import annotations

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from quotecheck.model import Span
from quotecheck.text.folding import fold_figure, fold_word, unify
from quotecheck.text.tokens import Chunks, is_figure, keys_of, tokenize
from tests.text.strategies import any_text

# Pairs that a reader takes for different things: their keys must differ.
APART = [
    ("$10.0", "$100"),
    ("$10", "10"),
    ("$10", "£10"),
    ("-5", "5"),
    ("−5", "5"),
    ("-$5", "$5"),
    ("$-5", "$5"),
    ("1½", "11/2"),
    ("1½", "½"),
    ("½", "¼"),
    ("10²", "102"),
    ("10²", "10"),
    ("10²", "10³"),
    ("m²", "m³"),
    ("5 km²", "5 km"),
    ("5%", "5"),
    ("5%", "5‰"),
    ("5 %", "6 %"),
    ("2027", "2028"),
    ("1,000", "1.000"),
    ("1.5", "15"),
    ("1/2", "12"),
    ("24/7", "247"),
    ("3-4", "34"),
    ("40°", "40"),
    ("§ 5", "5"),
    ("a + b", "a b"),
    ("p < 5", "p > 5"),
    ("resume", "résumé"),
    ("Muller", "Müller"),
    ("ano", "año"),
    ("dont", "don’t"),
    ("were", "we’re"),
    ("U.S.", "us"),
    ("AT&T", "ATT"),
    ("C#", "C"),
    ("paypal", "раураl"),
    ("1990s", "1990"),
    ("3rd", "3"),
    ("no-fly", "nofly"),
    ("re-sign", "resign"),
    ("我们", "他们"),
    ("−½", "½"),
    ("10⁻³", "10⁻⁶"),
    ("10⁻³", "10"),
    ("CO₂", "CO"),
    ("x₁", "x₂"),
    ("Henry Ⅷ", "Henry Ⅶ"),
    ("①", "②"),
    ("x ≥ 5", "x ≤ 5"),
    ("x ≠ 5", "x 5"),
    ("±5", "5"),
    ("3×4", "3÷4"),
    ("5¢", "5"),
    ("₪5", "₱5"),
    ("√2", "2"),
    ("A ∪ B", "A ∩ B"),
    ("A → B", "A ← B"),
    ("to ∞", "to ∅"),
    ("~5", "5"),
    ("≈5", "5"),
    ("it was –5", "it was 5"),
    ("5′", "5″"),
    ("C♯", "C♭"),
    ("I ❤ it", "I ☠ it"),
    ("E=mc²", "E=mc"),
]

# The same, where keys do not tell them apart yet: each of these can make a wrong "exact".

# Pairs that differ in typography alone: their keys must be equal.
ALIKE = [
    ("don’t", "don't"),
    ("donʼt", "don't"),
    ("O’Neill", "O'Neill"),
    ("ﬁnal", "final"),
    ("oﬀice", "office"),
    ("é", "e\u0301"),
    ("Å", "A\u030a"),
    ("Å", "Å"),
    ("5 Ω", "5 Ω"),
    ("ñandú", "n\u0303andu\u0301"),
    ("co\u00adoperate", "cooperate"),
    ("war\u200b", "war"),
    ("wa\u2060r", "war"),
    ("The", "the"),
    ("NATO", "Nato"),
    ("−5", "-5"),
    ("$−5", "$-5"),
    ("１２", "12"),
    ("٣", "3"),
    ("ＮＡＴＯ", "NATO"),
    ("[T]he", "the"),
    ("question[s]", "questions"),
    ("inter-\nnational", "international"),
    ("inter-\r\n  national", "international"),
    ("“war”", '"war"'),
    ("war…", "war"),
    ("a — b", "a - b"),
    ("5\u00a0%", "5 %"),
    ("inter\u00ad\nnational", "international"),  # a soft hyphen shown at a line's end
    ("inter\x02\nnational", "international"),  # how some PDF readers write it
    ("5 µm", "5 μm"),  # MICRO SIGN and the Greek letter: the same glyph
    ("1 ½", "1½"),
    ("question(s)", "questions"),  # at the end of a text; before a stop or a space it is one word
    ("1⁄2", "1/2"),
]


def keys(content: str) -> list[str]:
    return list(tokenize(content).keys)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_words_and_figures_have_different_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_typography_makes_no_difference(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(("one", "other"), [("mW", "MW"), ("Us", "US"), ("polish", "Polish")])
def test_case_is_folded_in_keys_and_kept_in_one_form(one: str, other: str) -> None:
    assert keys(one) == keys(other)
    assert unify(one) != unify(other)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("NATO’s forces", ["NATO’s", "forces"]),
        ("rock ’n’ roll", ["rock", "n", "roll"]),
        ("$10.0 million", ["$", "10.0", "million"]),
        ("-5 to −6", ["-5", "to", "−6"]),
        ("5-6", ["5", "6"]),
        ("1½ cups", ["1½", "cups"]),
        ("[T]he question[s]", ["[T]he", "question[s]"]),
        ("inter-\nnational", ["inter-\nnational"]),
        ("the plan -\nwhich", ["the", "plan", "which"]),
        ("我们赢了。", ["我", "们", "赢", "了"]),
        ("1,000.50,", ["1,000.50"]),
        ("war.1", ["war", "1"]),
        ("…", []),
        ("", []),
    ],
)
def test_tokens_are_the_words_shown(content: str, words: list[str]) -> None:
    tokens = tokenize(content)
    assert [tokens.word(index) for index in range(len(tokens))] == words


@given(any_text())
def test_tokens_stand_in_order_and_do_not_overlap(content: str) -> None:
    tokens = tokenize(content)
    assert len(tokens) == len(tokens.starts) == len(tokens.ends) == len(tokens.keys)
    end = 0
    for index in range(len(tokens)):
        span = tokens.span(index)
        assert end <= span.start < span.end <= len(content)
        assert span.of(content) == tokens.word(index) != ""
        assert tokens.keys[index]
        end = span.end


@given(any_text())
def test_tokens_and_gaps_make_the_text(content: str) -> None:
    tokens = tokenize(content)
    parts = [tokens.gap(0).of(content)]
    for index in range(len(tokens)):
        parts += [tokens.word(index), tokens.gap(index + 1).of(content)]
    assert "".join(parts) == content


_MEANS = regex.compile(r"[\p{L}\p{Nd}¼½¾⅓⅔$€£¥%‰°§&+=<>@#]")
_UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}")


@given(any_text())
def test_what_carries_meaning_is_in_a_token(content: str) -> None:
    tokens = tokenize(content)
    for index in range(len(tokens) + 1):
        gap = _UNSEEN.sub("", tokens.gap(index).of(content))
        assert not _MEANS.search(gap), gap


@given(any_text())
def test_folding_twice_is_folding_once(content: str) -> None:
    for key in tokenize(content).keys:
        assert (fold_figure(key) if is_figure(key) else fold_word(key)) == key


@given(any_text(), any_text())
def test_a_space_between_two_texts_parts_their_tokens(one: str, other: str) -> None:
    """What stands before a sentence changes nothing in it."""
    assume(not one.endswith(")"))  # "war(s)" at a text's end: told apart, see the table
    assert keys(one + " \n \n " + other) == keys(one) + keys(other)


@given(any_text(), st.integers(0, 200), st.integers(0, 200))
def test_between_gives_the_tokens_that_touch_a_span(content: str, start: int, length: int) -> None:
    tokens = tokenize(content)
    span = Span(min(start, len(content)), min(start + length, len(content)))
    assume(len(span))
    first, past = tokens.between(span)
    touching = [index for index in range(len(tokens)) if tokens.span(index).overlaps(span)]
    assert list(range(first, past)) == touching


_DIGITS = st.text("0123456789", min_size=1, max_size=4)


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """A figure as written, and what it says: sign, unit, whole part, decimals, fraction, exponent."""
    minus, unit = draw(st.sampled_from(["", "-", "−"])), draw(st.sampled_from(["", "$", "€"]))
    whole, decimals = draw(_DIGITS), draw(st.one_of(st.just(""), _DIGITS.map(lambda digits: "." + digits)))
    fraction = "" if decimals else draw(st.sampled_from(["", "½", "¼", "⅞"]))
    exponent = "" if fraction or decimals else draw(st.sampled_from(["", "²", "³", "¹⁰"]))
    wide = draw(st.booleans())
    shown = "".join(chr(ord(sign) + 0xFEE0) for sign in whole) if wide else whole
    said = ("-" if minus else "", unit, whole, decimals, fraction, exponent)
    return minus + unit + shown + decimals + fraction + exponent, said


@given(figures(), figures())
def test_two_figures_have_one_key_only_if_they_say_the_same(one: tuple[str, object], other: tuple[str, object]) -> None:
    assert (keys(one[0]) == keys(other[0])) == (one[1] == other[1])


@given(st.text("abcdefgé", min_size=1, max_size=6), st.sampled_from("\u0301\u0308\u0303\u0327"), st.integers(0, 5))
def test_an_accent_more_makes_another_word(word: str, accent: str, at: int) -> None:
    at = min(at, len(word) - 1) + 1
    assert keys(word[:at] + accent + word[at:]) != keys(word)


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8), st.integers(0, 7))
def test_invisible_characters_make_no_other_word(word: str, at: int) -> None:
    for unseen in "\u00ad\u200b\u200d\u2060":
        assert keys(word[:at] + unseen + word[at:]) == keys(word)


@pytest.mark.parametrize(
    "piece",
    ["1/", "1,", "1.", "[", "[a]", "a-\n", "a'", "a’ ", "1½", "-", "$-", "(a)", "a(s) ", "m²", "1²", "²", "我",
     "\u0301",
     "a\u00ad", " -\n", "-\n", "\x02", "[T]"],
    ids=ascii,
)  # fmt: skip
def test_a_long_run_of_one_piece_comes_to_an_end(piece: str) -> None:
    """A step that costs the square of the length would not end here while anybody waits."""
    content = piece * (200_000 // len(piece)) + "x"
    assert tokenize(content) is not None


@given(any_text())
def test_chunks_that_come_again_are_read_as_the_pattern_reads_the_whole(text: str) -> None:
    plain = Chunks()
    expected = list(plain.read(text, 0, len(text)))
    chunks = Chunks()
    for _ in range(2):  # the second time from what was read the first
        tokens = tokenize(text, chunks)
        assert list(zip(tokens.keys, tokens.starts, tokens.ends, strict=True)) == expected
        assert list(keys_of(text, chunks)) == [key for key, _, _ in expected]


@pytest.mark.parametrize(
    "text",
    [
        "1 ½ 1 ½ 2",
        "word ½",
        "½ ½",
        "so ² he said",
        "re-\nsign ½ re-\n- sign",
        "a -\n-\nb-\nc",
        "x\u00ad\ny",
        "⁺2 5 ⁻",
        "-\n-\n-",
        "5\u00a0½ miles",
        "5\u00a0\n½",
        "word - word -- \nword - 5 --5",
    ],
)
def test_what_belongs_together_over_white_space_is_read_together(text: str) -> None:
    tokens = tokenize(text)
    assert list(keys_of(text, Chunks())) == list(tokens.keys)
    assert list(zip(tokens.keys, tokens.starts, tokens.ends, strict=True)) == list(Chunks().read(text, 0, len(text)))


@pytest.mark.parametrize(
    ("figure", "key"),
    [
        ("½", "1/2"), ("1½", "1+1/2"), ("−½", "-1/2"), (".5", "0.5"), ("-.5", "-0.5"), ("−.5", "-0.5"), (",5", "0,5"),
        ("0.5", "0.5"), ("10²", "10^2"), ("H₂", "H2"), ("٣٤", "34"), ("10⁻³", "10^-^3"),
        ("1\u202f000", "1000"), ("—5", "-5"), ("5—", "5—"), ("３．５", "3.5"), ("1⁄2", "1/2"), ("1,000.50", "1,000.50"),
    ],
)  # fmt: skip
def test_figures_have_one_form(figure: str, key: str) -> None:
    assert fold_figure(figure) == key


IGNORED = [
    "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e", "\u200e", "\u200f", "\u202a", "\u202c",
    "\u202e", "\u2066", "\u2067", "\u2069", "\ufe00", "\ufe08", "\ufe0f", "\U000e0100", "\U000e0180", "\U000e01ef",
    "[", "]", "(",
]  # fmt: skip
KEPT = ["\u2029", "\u202f", "\u2065", "\u206a", "\ufdff", "\ufe10", "\U000e00ff", "\U000e01f0", "-", ".", "{", "<", "1"]


@pytest.mark.parametrize("sign", IGNORED, ids=ascii)
def test_what_nobody_sees_is_no_part_of_a_word(sign: str) -> None:
    assert fold_word(f"Brü{sign}cke") == "brücke"


@pytest.mark.parametrize("sign", KEPT, ids=ascii)
def test_what_stands_beside_it_is_a_part(sign: str) -> None:
    assert fold_word(f"Brü{sign}cke") != "brücke"


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Don’t", "don't"), ("donʼt", "don't"), ("don＇t", "don't"), ("ﬁnd", "find"), ("oﬃce", "office"),
        ("ſo", "so"), ("ＮＡＴＯ", "nato"), ("re‐sign", "re-sign"), ("re‑sign", "re-sign"), ("re–sign", "re-sign"),
        ("e\u0301t\u00e9", "été"), ("µm", "μm"), ("CO₂", "co2"), ("m²", "m^2"), ("long-\nterm", "longterm"),
        ("long\u00ad\nterm", "longterm"), ("ĳs", "ijs"), ("ÉTÉ", "été"),
    ],
)  # fmt: skip
def test_words_have_one_form(word: str, key: str) -> None:
    assert fold_word(word) == key
    assert fold_word(key) == key
