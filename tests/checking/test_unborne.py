"""A figure that nothing bears out: the claim is doubtful, however like the source the rest of it is."""

from __future__ import annotations

import pytest

from quotecheck import Checker, Code, Kind, Source, Statement, Verdict

BRIDGE = (
    "Ashford Town Council voted on Tuesday to keep the old bridge open until 2027, after a debate of three hours. "
    "The work will cost 2,940,000 pounds, the mayor said."
)
CASES = {
    "another year": (BRIDGE, "Ashford's old bridge will stay open until 2028, the council decided.", True),
    "its year": (BRIDGE, "Ashford's old bridge will stay open until 2027, the council decided.", False),
    "another number": (BRIDGE, "The mayor said that the work will cost 2,950,000 pounds.", True),
    "a number that is only compared with": (
        "Early reviews have been mixed; the film holds a 27% rating based on 15 reviews.",
        "The film holds a rating lower than 33%, based on 15 early reviews.",
        False,
    ),
    "a figure of a name": (
        "The Dalai Lama fled to India, where he lives as a refugee.",
        "The 14th Dalai Lama lives in India as a refugee.",
        False,
    ),
    "another number of what was counted": (
        "On the website the film holds an approval rating of 82%, based on 45 reviews.",
        "After 43 reviews, the film holds an approval rating of 82% on the website.",
        True,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_figure_that_nothing_bears_out(name: str) -> None:
    source, claim, doubtful = CASES[name]
    result = Checker([Source.from_text(source, id="source")]).check(Statement(claim, kind=Kind.INDIRECT))
    assert (result.verdict is not Verdict.PARAPHRASED) == doubtful
    if doubtful:
        assert {one.code for one in result.findings} & {Code.UNSURE, Code.FIGURE}
