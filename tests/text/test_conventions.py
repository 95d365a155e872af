"""The clauses of the contract's "Conventions, precisely" that the text room answers for, one test a clause."""

from __future__ import annotations

import pytest
from hypothesis import given

from quotecheck.text.dots import brackets, ellipses, minor_alterations
from quotecheck.text.punctuation import ends_clause, ends_sentence, marks_between
from quotecheck.text.sentences import sentences
from quotecheck.text.tokens import tokenize
from tests.text.strategies import any_text


def keys(content: str) -> list[str]:
    return list(tokenize(content).keys)


class TestFoldingNeverRemovesWhatCarriesMeaning:
    """``$10.0`` is not ``$100``, ``-5`` is not ``5``, ``1½`` is not ``11/2``, ``resume`` is not ``résumé``."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("$10.0 million", "$100 million"),
            ("$10.0 million", "$10.0 billion"),
            ("a loss of -5", "a loss of 5"),
            ("a loss of −5 %", "a loss of 5 %"),
            ("1½ cups", "11/2 cups"),
            ("10² men", "102 men"),
            ("her resume", "her résumé"),
            ("in 2027", "in 2028"),
            ("5 %", "6 %"),
            ("5 %", "5"),
        ],
    )
    def test_what_differs_stays_different(self, one: str, other: str) -> None:
        assert keys(one) != keys(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [("$10.0 million", "$10.0\u00a0million"), ("-5", "−5"), ("1½", "１½"), ("résumé", "re\u0301sume\u0301")],
    )
    def test_what_only_looks_different_does_not(self, one: str, other: str) -> None:
        assert keys(one) == keys(other)


class TestPunctuationIsComparedAsTokens:
    @pytest.mark.parametrize(
        ("gap", "marks"),
        [
            (" ", ()),
            ("\n", ()),
            (", ", (",",)),
            (",” ", (",",)),
            ("; ", (";",)),
            (" — ", ("—",)),
            ("--", ("—",)),
            (" - ", ("—",)),
            ("-", ("-",)),
            ("‑", ("-",)),
            ("…", ("…",)),
            ("... ", ("…",)),
            (" . . . ", ("…",)),
            ("?! ", ("?", "!")),
            ("。", (".",)),
            ("/", ("/",)),
        ],
        ids=repr,
    )
    def test_each_mark_has_one_form(self, gap: str, marks: tuple[str, ...]) -> None:
        assert marks_between(gap) == marks

    @pytest.mark.parametrize("mark", list("“”‘’\"'„‚«»‹›「」『』"))
    def test_marks_of_every_language_are_marks_and_no_words(self, mark: str) -> None:
        assert marks_between(f" {mark}") == ()
        assert keys(f"{mark}war{mark}") == ["war"]

    @pytest.mark.parametrize(
        ("gap", "sentence", "clause"),
        [
            (". ", True, True), ("?” ", True, True), ("… ", True, True), ("\n\n", True, True),
            ("; ", False, True), (" — ", False, True), (", ", False, False), (" ", False, False), ("-", False, False),
        ],
        ids=repr,
    )  # fmt: skip
    def test_a_gap_tells_what_it_ends(self, gap: str, sentence: bool, clause: bool) -> None:
        assert (ends_sentence(gap), ends_clause(gap)) == (sentence, clause)

    @given(any_text())
    def test_marks_of_a_gap_are_found_in_any_text(self, content: str) -> None:
        assert all(marks_between(content))
        assert not (ends_sentence(content) and not ends_clause(content))


class TestHyphens:
    """A hyphen at a line's end matches the joined form; a hyphen inside a line stays."""

    @pytest.mark.parametrize("broken", ["re-\nsign", "re-\r\nsign", "re-  \n   sign", "re‐\nsign"], ids=repr)
    def test_a_hyphen_at_a_lines_end_joins(self, broken: str) -> None:
        assert keys(broken) == keys("resign")

    @pytest.mark.parametrize("kept", ["re-sign", "re‑sign", "re - sign", "re-\n\nsign", "re-\nSign"], ids=repr)
    def test_any_other_hyphen_stays(self, kept: str) -> None:
        assert keys(kept) == ["re", "sign"]


class TestDotsAndBrackets:
    @pytest.mark.parametrize("dots", ["…", "...", ". . .", "[…]", "[...]", "(…)", "( . . . )", "[ … ]", "....", "…."])
    def test_an_ellipsis_in_each_form_is_one(self, dots: str) -> None:
        content = f"We {dots} won"
        assert [span.of(content) for span in ellipses(content)] == [dots]
        assert brackets(content) == ()

    @pytest.mark.parametrize("content", ["We won.", "We won.. then", "1.5", "U.S.A.", "Who?!", "(no) [war]"])
    def test_other_dots_are_none(self, content: str) -> None:
        assert ellipses(content) == ()

    @pytest.mark.parametrize(
        ("content", "words", "letters"),
        [
            ("[T]he plan", [], ["[T]"]),
            ("the question[s]", [], ["[s]"]),
            ("the [new] plan", ["[new]"], []),
            ("the (new) plan", ["(new)"], []),
            ("the [sic] plan [… ] went", ["[sic]"], []),
            ("the [new", [], []),
            ("the [new\nplan] went", [], []),
        ],
    )
    def test_a_bracket_holds_words_or_letters_of_a_word(
        self, content: str, words: list[str], letters: list[str]
    ) -> None:
        assert [bracket.span.of(content) for bracket in brackets(content)] == words
        assert [span.of(content) for span in minor_alterations(content)] == letters

    @given(any_text())
    def test_dots_and_brackets_lie_in_order_in_any_text(self, content: str) -> None:
        for spans in (ellipses(content), tuple(one.span for one in brackets(content)), minor_alterations(content)):
            ends = 0
            for span in spans:
                assert ends <= span.start < span.end <= len(content)
                ends = span.end


class TestMarksAreNoApostrophes:
    @pytest.mark.parametrize("word", ["don’t", "drivers’", "’90s", "’til", "O’Neill", "rock ’n’ roll", "it's", "'em"])
    def test_an_apostrophe_holds_no_sentence_together(self, word: str) -> None:
        content = f"We saw {word} there. They left. The drivers’ day was over. It ended."
        assert len(sentences(content)) == 4
