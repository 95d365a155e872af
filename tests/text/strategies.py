"""Texts that are hard to keep offsets in. Every property test of the text room draws from here."""

from __future__ import annotations

from hypothesis import strategies as st

MARKS = tuple("\"'“”‘’„‚«»‹›「」『』`´")
DASHES = ("-", "–", "—", "‐", "‑", "−", "\u00ad", " – ", "--")
ELLIPSES = ("…", "...", ". . .", "....", "[…]", "[...]", "(…)")
BRACKETS = ("(", ")", "[", "]", "{", "}", "（", "）", "[T]he", "question[s]", "(s)")
STOPS = (*".,;:!?。！？¿¡", "?!", ".”", ".’", "!)", ".1 ", ".²", ".[3]")
COMBINING = ("é", "é", "n\u0303", "Å", "Å", "ṩ", "s\u0323\u0307", "\u0301", "ﬁ", "ﬀ", "ĳ", "ŉ", "ſ", "İ", "ß")
BREAKS = ("\n", "\r\n", "\n\n", "-\n", "\u00ad\n", " \n ", "\t", "\u2028", "\f", "\n> ", "\n- ", "\n1. ", "\n# ")
SPACES = (" ", "  ", "\u00a0", "\u202f", "\u2009", "\u3000")
INVISIBLE = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u200e", "\u202e", "\u2066", "\x02")
CONTROLS = ("\x00", "\x07", "\x1b", "\x1c", "\x7f", "\x85", "\ufffd", "\ue000", "\U000e0041", "\udc80")
FIGURES = (
    "5", "10", "10.0", "100", "1,000", "1.000,5", "-5", "−5", "$5", "-$5", "½", "1½", "10²", "10^2", "5%", "5 %", "3rd",
    "No. 5", "1990s", "’90s", "24/7", "٣", "１２", "II", "x²", "1/2", "1⁄2", "+5", "±5", "€3.50", "°",
)  # fmt: skip
WORDS = (
    "we", "We", "The", "said", "Smith", "Mr.", "U.S.", "p.m.", "e.g.", "don’t", "don't", "O'Neill", "resume", "résumé",
    "no-fly", "NATO", "naïve", "mW", "MW", "am", "März", "rock ’n’ roll", "Владимир", "раураl", "сору", "Ελλάδα",
)  # fmt: skip
OTHER_SCRIPTS = (
    "我们", "勝った", "カタカナ", "مرحبا", "می\u200cخواهم", "שלום", "हिन्दी", "한국어",
    "ไทย", "👩\u200d👩\u200d👧", "1️⃣", "𝐍𝐀",
)  # fmt: skip


def pieces() -> st.SearchStrategy[str]:
    """One piece of a text: a word, a mark, a space, or any character at all."""
    tables = (MARKS, DASHES, ELLIPSES, BRACKETS, STOPS, COMBINING, BREAKS, INVISIBLE, CONTROLS, FIGURES, OTHER_SCRIPTS)
    known = st.one_of(*(st.sampled_from(table) for table in (WORDS, SPACES, *tables)))
    return st.one_of(known, st.sampled_from(WORDS), st.sampled_from(SPACES), st.characters())


def texts(max_pieces: int = 40) -> st.SearchStrategy[str]:
    """Any text, mostly made of what is hard."""
    return st.lists(pieces(), max_size=max_pieces).map("".join)


def prose() -> st.SearchStrategy[str]:
    """Texts nearer to what people write: words with spaces, stops and marks between."""
    word = st.sampled_from(WORDS + FIGURES + OTHER_SCRIPTS)
    gap = st.sampled_from(
        (" ", " ", " ", ". ", "? ", "! ", ", ", " “", "” ", ".” ", ",” ", " (", ") ", "\n", "\n\n", "… ")
    )
    return st.lists(st.tuples(word, gap), max_size=30).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def repeated() -> st.SearchStrategy[str]:
    """One or two pieces over and over: what makes a bad pattern slow or a stack overflow."""
    return st.tuples(pieces(), pieces(), st.integers(1, 60)).map(lambda drawn: (drawn[0] + drawn[1]) * drawn[2])


def any_text() -> st.SearchStrategy[str]:
    """All of the above."""
    return st.one_of(texts(), prose(), repeated())
