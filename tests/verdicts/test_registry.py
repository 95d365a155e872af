"""The registry of codes: complete, in order, explained; its examples are run, and the page about it is made from it."""

from __future__ import annotations

import os
import pickle
import re
from pathlib import Path

import pytest

from quotecheck.model import Code, Severity, Verdict
from quotecheck.model.errors import QuotecheckError, UnknownCode
from quotecheck.verdicts.policies import POLICY_NAMES, policy_named
from quotecheck.verdicts.registry import ALL_RULES, FAMILIES, RETIRED, RULES, Example, Rule, explain, rule_for, told
from quotecheck.verdicts.rules import GAPS
from quotecheck.verdicts.rules.rule import LONGEST_SHOWN, shortened

SOURCE = Path(__file__).parents[2] / "src" / "quotecheck"
PAGE = Path(__file__).parents[2] / "docs" / "codes.md"

JUDGED = (
    "100 101 102 103 104 105 106 107 108 109 110 111 112 113 200 201 202 203 204 205 206 207 208 301 302 303 "
    "304 305 306 307 401 402 403 404 405 406 407 408 409 410 411 501 502 503 504 505 506 507 508 509 510 511"
)

NO_EXAMPLE = {
    Code.UNSURE: "which texts leave doubt changes with every calibration",
    Code.READINGS_DIFFER: "it takes a PDF file that two programs read otherwise",
}

CONTRACT = """
QC100 exact -; QC101 exact -; QC102 exact -; QC103 exact note; QC104 exact note; QC105 exact -; QC106 exact note
QC107 exact note; QC108 exact note; QC109 exact -; QC110 exact note; QC111 exact note; QC112 exact note
QC113 exact note; QC200 paraphrased -; QC201 paraphrased error; QC202 paraphrased error; QC203 paraphrased error
QC204 paraphrased warning; QC205 exact note; QC206 found error; QC207 paraphrased error; QC208 found note
QC301 misattributed error; QC302 misattributed error; QC303 misattributed error; QC304 found warning
QC305 exact warning; QC306 found warning; QC307 found note; QC401 absent error; QC402 absent error
QC403 absent error; QC404 absent error; QC405 absent error; QC406 absent error; QC407 exact error
QC408 absent error; QC409 found note; QC410 found warning; QC411 found warning; QC501 found warning
QC502 found note; QC503 found note; QC504 found warning; QC505 found warning; QC506 none warning
QC507 none note; QC508 found note; QC509 found note; QC510 found warning; QC511 none warning
"""
"""Code, verdict and default severity as the contract has them; "found" is "as found" or no verdict of its own."""


def contract() -> list[tuple[str, str, str]]:
    lines = [line.split() for line in CONTRACT.replace("\n", ";").split(";") if line.strip()]
    return [(code, verdict, severity) for code, verdict, severity in lines]


@pytest.mark.parametrize(("code", "verdict", "severity"), contract(), ids=[code for code, *_ in contract()])
def test_verdict_and_severity_are_the_contracts(code: str, verdict: str, severity: str) -> None:
    rule = rule_for(code)
    assert rule.bearing.replace("as found", "found") == verdict
    assert rule.severity is (Severity.NONE if severity == "-" else Severity(severity))


def test_every_code_has_one_rule_in_order() -> None:
    codes = [rule.code.value for rule in ALL_RULES]
    assert codes == sorted(codes)
    assert {rule.code for rule in ALL_RULES} == set(Code) == set(RULES)
    assert len(contract()) == len(codes)


def test_the_codes_judged_are_those_of_this_version() -> None:
    assert " ".join(rule.code.value[2:] for rule in ALL_RULES if rule.since) == JUDGED


@pytest.mark.parametrize("room", ["verdicts", "checking", "meaning"])
def test_a_code_that_the_code_gives_is_not_reserved(room: str) -> None:
    given = {
        name
        for path in (SOURCE / room).glob("*.py")
        for name in re.findall(r"Code\.([A-Z_]+)", path.read_text("utf-8"))
    }
    assert sorted(name for name in given if RULES[Code[name]].since is None) == []


def test_retired_codes_are_not_used_again() -> None:
    assert not RETIRED.keys() & {rule.code.value for rule in ALL_RULES}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code.value)
class TestEachRule:
    def test_says_what_it_is_in_one_sentence_and_a_paragraph(self, rule: Rule) -> None:
        assert rule.summary.endswith((".", "?")) and 20 < len(rule.summary) <= 110
        assert rule.doc.endswith(".") and len(rule.doc) > 60 and "\n" not in rule.doc
        assert "stays silent" in rule.doc or "nothing to do" in rule.doc or "no filler" in rule.doc or not rule.since

    def test_message_has_only_known_gaps_and_ends_as_a_sentence(self, rule: Rule) -> None:
        assert rule.gaps <= GAPS.keys()
        for template in (rule.template, rule.template_added, rule.template_left_out):
            assert template is None or template.endswith((".", "?"))

    def test_message_shows_what_fills_its_gaps(self, rule: Rule) -> None:
        filled = {gap: f"<{gap}>" for gap in GAPS}
        message = rule.message(**filled)
        assert "{" not in message
        assert set(re.findall(r"<(\w+)>", message)) <= rule.gaps

    def test_judged_ones_have_both_examples(self, rule: Rule) -> None:
        wanted = rule.since is not None and rule.code not in NO_EXAMPLE
        assert (rule.fires is not None, rule.silent is not None) == (wanted, wanted)

    def test_explains_itself(self, rule: Rule) -> None:
        text = explain(rule.name)
        assert text.startswith(f"{rule.code.value} {rule.name}\n")
        assert rule.summary in " ".join(text.split())
        assert ("Reserved" in text) is (rule.since is None)

    def test_survives_pickling(self, rule: Rule) -> None:
        assert pickle.loads(pickle.dumps(rule)) == rule


@pytest.mark.parametrize("said", ["QC402", "qc402", " 402 ", "polarity", "Polarity", Code.POLARITY])
def test_a_rule_is_found_by_code_number_and_name(said: str | Code) -> None:
    assert rule_for(said).code is Code.POLARITY


@pytest.mark.parametrize("said", ["wrong-speaker", "Wrong Speaker", "WRONG_SPEAKER"])
def test_a_name_may_be_written_in_any_way(said: str) -> None:
    assert rule_for(said).code is Code.WRONG_SPEAKER


@pytest.mark.parametrize(
    ("said", "nearest"),
    [
        ("polarty", "QC402"),
        ("QC4033", "QC403"),
        ("wrong speakr", "QC301"),
        ("zzzz", "QC100 to QC511"),
    ],
)
def test_an_unknown_code_names_the_nearest(said: str, nearest: str) -> None:
    with pytest.raises(UnknownCode, match=nearest) as caught:
        rule_for(said)
    assert isinstance(caught.value, KeyError) and isinstance(caught.value, QuotecheckError)


@pytest.mark.parametrize("said", ["", "   ", "QC", "²³⁴", "QC402\n", "\x1b[2J"])
def test_odd_input_is_found_or_refused_and_nothing_else(said: str) -> None:
    try:
        assert rule_for(said).code is Code.POLARITY
    except UnknownCode as error:
        assert "\x1b" not in str(error)


@pytest.mark.parametrize(
    ("code", "gaps", "message"),
    [
        ("405", {"source": "may", "statement": "will"}, "The source says “may”; the statement says “will”."),
        ("402", {"source": "not", "statement": ""}, "This turns the meaning round: the source's “not” is left out."),
        (
            "402",
            {"source": "not", "statement": "not"},
            "This turns the meaning round: “not” stands at another place in the source.",
        ),
        ("402", {"statement": "never"}, "This turns the meaning round: the source does not have “never”."),
        ("301", {"said_by": "Ada Brook", "speaker": "Ben Cole"}, "Ada Brook said this, not Ben Cole."),
        ("103", {"source": "a\n  b", "statement": "…"}, "The ellipsis leaves out “a b”."),
        ("103", {"source": "{evil} {0}", "statement": "…"}, "The ellipsis leaves out “{evil} {0}”."),
        ("101", {"source": "\n", "statement": " "}, rule_for("101").summary),
        ("101", {"source": ".\n", "statement": ". "}, rule_for("101").summary),
        (
            "410",
            {"source": "?”", "statement": "."},
            "A question, an order or a condition stands against a plain statement: the source has “?”, the quotation "
            "“.”.",
        ),
        ("201", {"source": "", "statement": "fix"}, "The source does not have “fix”."),
        ("301", {"said_by": "", "speaker": "Ben Cole"}, rule_for("301").summary),
    ],
)
def test_messages_speak_to_an_editor(code: str, gaps: dict[str, str], message: str) -> None:
    assert rule_for(code).message(**gaps) == message


def test_a_missing_gap_is_named() -> None:
    with pytest.raises(ValueError, match="QC301 needs said_by"):
        rule_for("301").message(speaker="Ben Cole")


@pytest.mark.parametrize("length", [1, 119, 120, 121, 479, 480, 481, 100_000])
def test_long_words_lose_their_middle_only(length: int) -> None:
    words = ("word " * length)[:length]
    short = shortened(words)
    assert len(short) <= LONGEST_SHOWN
    assert words.startswith(short.split(" … ")[0]) and words.strip().endswith(short.split(" … ")[-1])


def test_a_rule_with_a_verdict_is_not_as_found_too() -> None:
    with pytest.raises(ValueError, match="QC402"):
        Rule(
            code=Code.POLARITY,
            verdict=Verdict.ABSENT,
            as_found=True,
            severity=Severity.ERROR,
            summary="",
            doc="",
            template="",
        )


def page() -> str:
    """docs/codes.md, as the registry has it."""
    names = ", ".join(f"`{name}`" for name in POLICY_NAMES)
    lines = [
        "# The codes",
        "",
        "<!-- Made from the registry (src/quotecheck/verdicts/rules); QUOTECHECK_WRITE=1 pytest"
        " tests/verdicts/test_registry.py writes it anew. -->",
        "",
        "What each finding means, as `quotecheck explain CODE` tells it too. A code is never used for anything else."
        " *As found* means that the finding comes with any verdict: words and speaker decide that. A *reserved* code"
        f" is not judged by this version. The severities stand for the policies {names}; they can be changed"
        " code by code in the configuration.",
        "",
        "| code | name | verdict | " + " | ".join(POLICY_NAMES) + " |",
        "|---|---|---|" + "---|" * len(POLICY_NAMES),
    ]
    lines += [row(rule) for rule in ALL_RULES]
    for title, rules in FAMILIES.items():
        lines += ["", f"## {title}"]
        for rule in rules:
            lines += ["", *section(rule)]
    return "\n".join(lines) + "\n"


def row(rule: Rule) -> str:
    weights = [policy_named(name).severity(rule.code).value.replace("none", "–") for name in POLICY_NAMES]
    cells = [f"[{rule.code.value}](#{anchor(rule)})", rule.name, rule.bearing.replace("none", "–"), *weights]
    return "| " + " | ".join(cells) + " |"


def anchor(rule: Rule) -> str:
    return f"{rule.code.value}-{rule.name}".lower()


def section(rule: Rule) -> list[str]:
    lines = [f"### {rule.code.value} {rule.name}", "", f"**{rule.summary}** {rule.doc}"]
    if rule.since is None:
        return [*lines, "", "*Reserved: this version does not judge it yet.*"]
    for title, example in (("Found", rule.fires), ("Not found", rule.silent)):
        if example is not None:
            lines += ["", f"{title}:", "", "```text", *told(example), "```"]
    return lines


def test_the_page_is_what_the_registry_says() -> None:
    if os.environ.get("QUOTECHECK_WRITE"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run with QUOTECHECK_WRITE=1 to write it anew"


def test_examples_are_in_our_own_names() -> None:
    people = {one.speaker for rule in ALL_RULES for one in (rule.fires, rule.silent) if isinstance(one, Example)}
    assert people <= {None, "Ada Brook", "Ben Cole", "Mayor Brook"}


MARKS = [
    ("“We will rebuild”", "We will rebuild"),
    ("nothing there bears out “1989”", "nothing there bears out “1989”"),
    ("nothing there bears out “1989”, “Leeds”", "nothing there bears out “1989”, “Leeds”"),
]


@pytest.mark.parametrize(("words", "shown"), MARKS)
def test_marks_that_pair_stay_in_a_message(words: str, shown: str) -> None:
    assert shortened(words) == shown
