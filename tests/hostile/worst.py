"""The worst texts one can make, each in any size, and the roads that a text goes. Nothing is measured here."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from quotecheck import Checker, Kind, Statement, Text, extract
from quotecheck.cli.formats import FORMATS, Run, written
from quotecheck.model import Claims
from quotecheck.reports.text import Look

Make = Callable[[int], str]


def _over(unit: str, before: str = "", after: str = "") -> Make:
    """One piece over and over, to a size in code points."""
    return lambda size: before + unit * max(1, (size - len(before) - len(after)) // len(unit)) + after


def _nested(opening: str, inner: str, closing: str) -> Make:
    def made(size: int) -> str:
        depth = max(1, (size - len(inner)) // (len(opening) + len(closing)))
        return opening * depth + inner + closing * depth

    return made


def _word(number: int) -> str:
    letters = ""
    while number or not letters:
        letters, number = letters + chr(97 + number % 26), number // 26
    return f"q{letters}o"


def _of_words(line: Callable[[int], str]) -> Make:
    """Pieces that are told apart by their number."""

    def made(size: int) -> str:
        pieces: list[str] = []
        length = 0
        for number in itertools.count():
            if length >= size:
                return "".join(pieces)[:size]
            pieces.append(line(number))
            length += len(pieces[-1])
        raise AssertionError

    return made


def _marks(size: int) -> str:
    dice = random.Random(11)
    return "".join(dice.choice("\"'“”‘’„«»‹›「」`´ \n.,") for _ in range(size))


def _soup(size: int) -> str:
    dice = random.Random(12)
    pieces = [
        "“", "”", "‘", "’", '"', "'", "said ", "Ada ", "Brook ", "he ", "that ", "… ", "[", "]", "(", ")", ", ", ". ",
        "not ", "5 ", "\n", "\n\n", "> ", "- ", ": ", "the ", "and ", "— ", "Q. ", "A. ", "according to ", "mill ",
    ]  # fmt: skip
    found: list[str] = []
    length = 0
    while length < size:
        found.append(dice.choice(pieces))
        length += len(found[-1])
    return "".join(found)[:size]


TEXTS: Final[dict[str, Make]] = {
    # Words
    "one word": _over("mill "),
    "one word with no spaces": _over("mill"),
    "one letter": _over("a"),
    "one capital word": _over("Brook "),
    "two capital words": _over("Ada Brook "),
    "capital words, all others": _of_words(lambda n: f"{_word(n).title()} "),
    "words, all others": _of_words(lambda n: f"{_word(n)} "),
    "words, all others, in sentences": _of_words(lambda n: f"{_word(n)}{'. ' if n % 9 == 8 else ' '}"),
    "one shingle everywhere": _over("the of and to a "),
    "nothing but negations": _over("not no never "),
    "nothing but hedges": _over("may perhaps might only "),
    "conditions in conditions": _over("if he says that unless she thinks that "),
    "clauses in clauses": _over("who said that "),
    "and for ever": _over("and the mill "),
    "commas": _over("mill, "),
    "verbs of saying": _over("said "),
    "he said for ever": _over("he said that "),
    "names and verbs of saying": _over("Ada Brook said Ben Cole said "),
    "according to": _over("according to Ada Brook "),
    "pronouns": _over("he she it they him her "),
    "opposites": _over("rose fell won lost "),
    "titles": _over("Mr. Dr. Prof. "),
    "initials": _over("A. B. "),
    "abbreviations": _over("e.g. i.e. U.S. p.m. "),
    "hyphens": _over("well-known-"),
    "hyphens at line ends": _over("well-\n"),
    "slashes": _over("and/or/"),
    "apostrophes": _over("don't o'clock 'tis "),
    "apostrophes without end": _over("a'"),
    "one sentence in many paragraphs": _over("The mill is closed.\n\n"),
    "one sentence over and over": _over("The mill is closed, Ada Brook said. "),
    "reports of other words": _of_words(lambda n: f"Ada Brook said that the {_word(n)} was {_word(n + 7)}. "),
    "people, all others": _of_words(lambda n: f"{_word(n).title()} {_word(n * 7).title()} said so. "),
    "people of one last name": _of_words(lambda n: f"{_word(n).title()} Brook said so. "),
    "offices of other people": _of_words(lambda n: f"The {_word(n)} minister, {_word(n).title()} Cole, said so. "),
    # Figures
    "digits": _over("1"),
    "figures": _over("1 "),
    "figures with commas": _over("1,"),
    "figures with points": _over("1."),
    "fractions": _over("1/2 "),
    "fractions without spaces": _over("1/2/"),
    "number words": _over("one hundred and two thousand "),
    "dates": _over("4 May 2021, "),
    "times": _over("12:00 00:01:02 "),
    "money": _over("$1.5 million €2 "),
    "percents": _over("5 % 6 per cent "),
    "ranges": _over("5-6–7 "),
    "figures, all others": _of_words(lambda n: f"{n * 7} "),
    "signs before figures": _over("-+±$"),
    # Quotation marks
    "straight marks": _over('"'),
    "single straight marks": _over("'"),
    "opening marks": _over("“"),
    "closing marks": _over("”"),
    "marks of every kind": _marks,
    "opening marks with spaces": _over("“ "),
    "opening marks with words": _over("“mill "),
    "straight marks with words": _over('"mill '),
    "straight marks with spaced words": _over('" mill '),
    "marks in turn": _over("“‘"),
    "marks nested": _nested("“‘", "mill", "’”"),
    "guillemets nested": _nested("«", "mill", "»"),
    "German marks left open": _over("„Mühle "),
    "quotations of one word": _over("“mill” "),
    "quotations with speakers": _over("“We keep the mill,” Ada Brook said. "),
    "quotations with he": _over("“We keep the mill,” he said. "),
    "quotations of other words": _of_words(lambda n: f"“We keep the {_word(n)},” Ada Brook said. "),
    "quotations by other people": _of_words(lambda n: f"“We keep the mill,” {_word(n).title()} Cole said.\n\n"),
    "quotations by nobody": _over("“We keep the mill.” "),
    "one quotation of many paragraphs": _over("“We keep the mill.\n\n"),
    "quotations that go on": _over("“We keep,” he said, “the mill,” "),
    "words outside and inside": _over("“a” b "),
    "LaTeX marks": _over("``mill'' "),
    "backticks": _over("`"),
    "a mark at each line": _over("> “mill\n"),
    # Blocks, lists, labels
    "blocks in blocks": _over("> "),
    "blocks": _over("> mill\n"),
    "dashes for dialogue": _over("— We keep the mill, said Ada.\n"),
    "dashes": _over("— "),
    "labels": _over("ADA: mill\n"),
    "labels, all others": _of_words(lambda n: f"{_word(n).upper()}: mill\n"),
    "labels and their words": _of_words(lambda n: f"ADA BROOK: We keep the {_word(n)}.\nBEN COLE: Not the mill.\n"),
    "labels of last names": _of_words(lambda n: f"{_word(n).title()} Brook: mill\nBrook: mill\n"),
    "questions and answers": _over("Q. Why?\nA. So.\n"),
    "colons": _over("mill: "),
    "colons alone": _over(":"),
    "headings": _over("# mill\n"),
    "lines": _over("\n"),
    "lines with a space": _over(" \n"),
    "blank pages": _over("\f"),
    "pages with a heading": _over("The Mill\nmill mill\n\f"),
    "list of points": _over("- mill\n"),
    "numbered": _over("1. mill\n"),
    "tables": _over("| mill "),
    "rules": _over("---\n"),
    "emphasis": _over("*"),
    "emphasis with words": _over("*mill "),
    "underlines": _over("_mill "),
    "footnotes": _over("mill[^1] "),
    "footnote bodies": _over("[^1]: mill\n"),
    "keys": _over("[@a, p. 1] "),
    "links": _over("[mill](a) "),
    "open links": _over("[mill]("),
    "HTML tags": _over("<q>"),
    "entities": _over("&ldquo;"),
    "comments in the text": _over("<!-- "),
    # Brackets and dots
    "opening brackets": _over("["),
    "brackets nested": _nested("[", "mill", "]"),
    "round brackets nested": _nested("(", "mill", ")"),
    "brackets of both kinds": _over("[("),
    "brackets with words": _over("[mill "),
    "brackets in words": _over("a[b]"),
    "stage notes": _over("(laughter) [inaudible] "),
    "ellipses": _over("…"),
    "ellipses with spaces": _over("… "),
    "dots": _over("."),
    "dots with spaces": _over(". "),
    "bracketed dots": _over("[...] "),
    "words and ellipses": _over("mill … "),
    "sic": _over("mill [sic] "),
    "declared": _over("(emphasis added) (cleaned up) "),
    # Characters
    "spaces": _over(" ", before="mill"),
    "tabs and spaces": _over("\t ", before="mill", after="mill"),
    "combining marks": _over("\u0301", before="a"),
    "combining marks of every kind": _over("\u0301\u0327\u0323", before="a"),
    "letters with a thousand marks": _over("a" + "\u0301" * 1000 + " "),
    "invisible characters": _over("\u200b", before="mill", after="mill"),
    "joiners": _over("a\u200d"),
    "soft hyphens": _over("mi\u00adll "),
    "right to left": _over("\u202emill\u202c "),
    "right to left left open": _over("\u202e"),
    "isolates nested": _nested("\u2067", "mill", "\u2069"),
    "Arabic": _over("قال السيد «نعم» "),
    "Hebrew": _over("הוא אמר "),
    "look-alike letters": _over("mіll раураl "),
    "look-alike letters in one word": _over("аa"),
    "Chinese": _over("他说：「我们」。"),
    "Chinese with no marks": _over("我们"),
    "Hangul": _over("각"),
    "Devanagari": _over("हिन्दी "),
    "emoji": _over("👩\u200d👩\u200d👧"),
    "flags": _over("🇩🇪"),
    "ligatures": _over("ﬁﬀ"),
    "sharp s": _over("ß"),
    "dotted i": _over("İ"),
    "controls": _over("\x00\x1b[31m"),
    "lone surrogates": _over("\ud800"),
    "private letters": _over("\ue000"),
    "full-width letters": _over("ｍｉｌｌ "),
    # Everything
    "soup": _soup,
    "French": _over("« Le moulin ferme », a dit Ada Brook, selon qui « il ferme ». "),
    "German": _over("„Die Mühle schließt“, sagte Ada Brook, die meinte, dass sie schließe. "),
    "Spanish": _over("—El molino cierra —dijo Ada Brook—. No lo sé. "),
    "subtitles": _of_words(lambda n: f"{n + 1}\n00:00:{n % 60:02d},000 --> 00:00:{n % 60:02d},900\nADA: mill\n\n"),
    "time marks": _over("[00:00:01] mill\n"),
    "line numbers": _of_words(lambda n: f"{n % 25 + 1:>2}  mill {_word(n)}\n"),
}
"""Every text by name: size in code points to the text."""

SMALL: Final = (
    "The town has a mill. “We keep the mill, and we will never sell it,” Ada Brook told reporters on 4 May 2021.\n\n"
    "Ben Cole said that the mill might be closed. “It cost $5 million,” he added.\n"
)
ASKED: Final = (
    Statement("We keep the mill, and we will never sell it", speaker="Ada Brook"),
    Statement("We keep … the [old] mill and will sell it", speaker="Cole"),
    Statement("the mill might be closed", kind=Kind.INDIRECT, speaker="Ben Cole"),
    Statement("It cost 6 million dollars"),
    Statement("mill"),
)
"""What is asked of a source."""


def _as_draft(content: str) -> None:
    Checker([Text(content=SMALL, id="source")]).check_draft(Text(content=content, id="draft.md"))


def _as_claims(content: str) -> None:
    Checker([Text(content=SMALL, id="source")]).check_draft(Text(content=content, id="draft"), claims=Claims.ALL)


def _as_source(content: str) -> None:
    checker = Checker([Text(content=content, id="source")])
    for one in ASKED:
        checker.check(one)


def _among(content: str) -> None:
    """The words asked for stand behind the bad text, and before it."""
    checker = Checker([Text(content=SMALL + content + "\n\n" + SMALL, id="source")])
    for one in ASKED:
        checker.check(one)


def _against_itself(content: str) -> None:
    Checker([Text(content=content, id="source")]).check_draft(Text(content=content, id="draft"))


def _extracted(content: str) -> None:
    for _ in extract(Text(content=content, id="draft.md")):
        pass


def _listed(content: str) -> None:
    """The whole text is one candidate of a list, direct and indirect, and its own source."""
    checker = Checker([Text(content=content, id="source"), Text(content=SMALL, id="other")])
    for kind in (Kind.DIRECT, Kind.INDIRECT):
        checker.check(Statement(content, kind=kind, speaker="Ada Brook"))


def _reported(content: str) -> None:
    """Every format, over a report whose draft and source is the text."""
    texts = {"draft": Text(content=content, id="draft"), "source": Text(content=SMALL, id="source")}
    report = Checker([texts["source"]]).check_draft(texts["draft"])
    run = Run(report, texts, frozenset(), False, False, Look(width=100))
    for name in FORMATS:
        for _ in written(run, name):
            pass


ROADS: Final[dict[str, Callable[[str], None]]] = {
    "extract": _extracted,
    "draft": _as_draft,
    "claims": _as_claims,
    "source": _as_source,
    "among": _among,
    "itself": _against_itself,
    "candidate": _listed,
    "reports": _reported,
}
"""What is done with a text, by name."""


@attrs.frozen
class Case:
    """A text and a road.

    Attributes:
        text: A key of ``TEXTS``.
        road: A key of ``ROADS``.
    """

    text: str
    road: str

    def run(self, size: int) -> None:
        """Go it with a text of so many code points."""
        ROADS[self.road](TEXTS[self.text](size))


def cases() -> Iterator[Case]:
    """Every text on every road."""
    for road, text in itertools.product(ROADS, TEXTS):
        yield Case(text, road)
