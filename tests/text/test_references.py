"""References to other works: what is one from end to end, and what is not."""

from __future__ import annotations

import time

import pytest

from quotecheck.text.references import is_reference

CITED = """
Brook v. Cole, 12 U.S. 3, 4 (1999)
See Brook v. Cole, 5 U.S. (1 Cranch) 137, 177 (1803)
Brook v. Cole Shipping, Inc., 477 U.S. 242, 248 (1986); Voss Corp. v. Lund, 477 U.S. 317
In re Brook, 410 F.3d 5 (2d Cir. 2005)
42 U.S.C. § 1983
Id. at 45
ibid.
"""
BRACKETED = """
Brook, 1999, p. 4
see Brook & Voss, 2001
Brook et al., 2004
12
3, 4
"""
NONE = """
not
the old bridge
Ada Brook
as my father taught me
in March 1999
12 ships
Brook did not say so
"""


@pytest.mark.parametrize("words", CITED.strip().split("\n"))
def test_is_a_reference_wherever_it_stands(words: str) -> None:
    assert is_reference(words, bracketed=False) and is_reference(words, bracketed=True)


@pytest.mark.parametrize("words", BRACKETED.strip().split("\n"))
def test_is_a_reference_in_brackets_alone(words: str) -> None:
    assert is_reference(words, bracketed=True) and not is_reference(words, bracketed=False)


@pytest.mark.parametrize("words", NONE.strip().split("\n"))
def test_is_none(words: str) -> None:
    assert not is_reference(words, bracketed=True) and not is_reference(words, bracketed=False)


@pytest.mark.parametrize(
    "words",
    ["A " * 190 + "v", "1 A " * 90, "Brook & " * 45, "See " * 90, "A. v. B. " * 40, "1 A" + "b" * 390, "(" * 399],
)
def test_hostile_words_cost_little(words: str) -> None:
    began = time.process_time()
    is_reference(words, bracketed=True)
    assert time.process_time() - began < 3.0
