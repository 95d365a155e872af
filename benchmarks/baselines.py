"""What one would do without quotecheck: substring search, and a fuzzy score with a threshold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from benchmarks.figures import Answer, best_thresholds
from benchmarks.suites import Suite

QUOTES = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')
SPACES = re.compile(r"\s+")

Baseline = Callable[[Suite], Mapping[str, Answer]]


def folded(text: str) -> str:
    """The text with case, kinds of quotation marks and runs of white space folded."""
    return SPACES.sub(" ", text.translate(QUOTES).casefold()).strip()


# A suite's cases stand in no order of source; its sources together are a few megabytes.
_folded_source = lru_cache(maxsize=2000)(folded)


def substring(suite: Suite) -> dict[str, Answer]:
    """Exact if the folded candidate stands in a folded source, else absent."""
    answers = {}
    for case in suite.cases:
        wanted = folded(case.text)
        found = any(wanted in _folded_source(text) for text in suite.texts(case))
        answers[case.id] = Answer("exact" if found else "absent")
    return answers


def partial_ratio(suite: Suite) -> dict[str, Answer]:
    """RapidFuzz's best window, with the two thresholds that get most cases of this very suite right."""
    scores = {
        case.id: best_score(folded(case.text), [_folded_source(text) for text in suite.texts(case)])
        for case in suite.cases
    }
    thresholds = best_thresholds(suite.cases, scores)
    return {name: Answer(thresholds.verdict(score)) for name, score in scores.items()}


def best_score(candidate: str, sources: Sequence[str]) -> float:
    """The highest ``partial_ratio_alignment`` score of the candidate in any source, 0 to 100."""
    alignments = (fuzz.partial_ratio_alignment(candidate, source) for source in sources)
    return max((alignment.score for alignment in alignments if alignment), default=0.0)


BASELINES: Mapping[str, Baseline] = {
    "substring search, folded": substring,
    "`partial_ratio_alignment`, best thresholds": partial_ratio,
}
