"""The policies that ship, code by code, and the making of a user's own."""

from __future__ import annotations

import pickle
import tomllib
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Claims, Code, Fidelity, Severity, Zone
from quotecheck.model.errors import ConfigError, QuotecheckError, UnknownCode, UsageError
from quotecheck.verdicts.explained import explain_policy, why
from quotecheck.verdicts.foldings import FOLDINGS
from quotecheck.verdicts.policies import POLICY_NAMES, differences, policy_from, policy_named
from quotecheck.verdicts.registry import ALL_RULES

FINGERPRINTS = {
    "news": "e5bd1e10ab31e893",
    "news-tidy": "57c3f4d90f713c26",
    "ap": "54be11ce7cb6e55f",
    "apa": "a21ade29e17a64f1",
    "mla": "b842384013ac666f",
    "chicago": "1d0d3c65ee0cab3f",
    "legal": "ba2a0da6e17f055f",
    "transcript": "4ad699b2587152d4",
    "grounding": "490a720e2ee82433",
    "literary": "686fe68a564a6666",
}
"""Every report carries one of these. A change here is a change of what users' runs do, and is on purpose."""

TABLE = """
        news       news-tidy  ap         apa        mla        chicago    legal      transcript grounding  literary
QC101   none       none       none       none       none       none       none       none       none       none
QC102   none       none       none       none       none       none       none       none       none       note
QC103   note       note       note       note       note       note       note       none       warning    note
QC104   note       note       note       note       note       note       note       none       warning    note
QC105   none       none       none       none       none       none       note       none       none       none
QC106   note       none       error      error      error      error      error      note       error      error
QC107   note       note       warning    error      error      error      error      none       note       warning
QC108   note       note       note       warning    warning    warning    error      none       note       note
QC109   none       none       none       none       error      none       error      none       none       note
QC110   note       note       note       note       note       note       error      none       note       error
QC111   note       note       note       note       note       note       note       none       warning    note
QC112   note       note       note       warning    warning    warning    note       note       warning    warning
QC201   error      error      error      error      error      error      error      error      error      error
QC202   error      error      error      error      error      error      error      error      error      error
QC203   error      error      error      error      error      error      error      error      error      error
QC204   warning    none       error      error      error      error      error      note       error      error
QC205   note       none       note       note       error      none       error      none       note       warning
QC206   error      error      error      error      error      error      error      error      error      error
QC207   error      error      error      error      error      error      error      error      error      error
QC208   note       note       note       warning    warning    warning    error      none       none       warning
QC301   error      error      error      error      error      error      error      error      error      error
QC302   error      error      error      error      error      error      error      warning    error      error
QC303   error      error      error      error      error      error      error      error      error      error
QC304   warning    warning    warning    note       note       note       warning    warning    warning    note
QC305   warning    warning    warning    warning    warning    warning    error      note       warning    note
QC306   warning    warning    warning    error      error      error      error      warning    error      warning
QC307   note       note       note       note       note       note       warning    warning    note       note
QC401   error      error      error      error      error      error      error      error      error      error
QC402   error      error      error      error      error      error      error      error      error      error
QC403   error      error      error      error      error      error      error      error      error      error
QC404   error      error      error      error      error      error      error      error      error      error
QC405   error      error      error      error      error      error      error      error      error      error
QC406   error      error      error      error      error      error      error      error      error      error
QC407   error      error      error      error      error      error      error      error      error      warning
QC408   error      error      error      error      error      error      error      error      error      error
QC409   note       note       warning    note       note       note       warning    note       warning    none
QC410   warning    warning    error      error      error      error      error      error      error      warning
QC411   warning    warning    warning    note       note       note       warning    warning    note       none
QC501   warning    warning    warning    warning    warning    warning    warning    warning    warning    warning
QC502   note       note       warning    note       note       note       none       none       none       none
QC503   note       note       note       note       note       note       note       note       note       note
QC504   warning    warning    warning    warning    warning    warning    warning    warning    error      warning
QC505   warning    warning    error      warning    warning    warning    error      warning    error      warning
QC506   warning    warning    warning    warning    warning    warning    warning    warning    warning    warning
QC507   note       note       note       note       note       note       note       note       note       note
QC508   note       note       note       note       note       note       warning    note       note       none
QC509   note       note       warning    none       none       none       none       none       none       none
"""


def rows() -> list[tuple[str, list[str]]]:
    return [(code, weights) for code, *weights in (line.split() for line in TABLE.strip().splitlines()[1:])]


@pytest.mark.parametrize(("code", "weights"), rows(), ids=[code for code, _ in rows()])
def test_what_each_policy_weighs(code: str, weights: list[str]) -> None:
    names = TABLE.split("\n")[1].split()
    assert {name: policy_named(name).severity(Code(code)).value for name in names} == dict(
        zip(names, weights, strict=True)
    )


@pytest.mark.parametrize("name", POLICY_NAMES)
class TestEachPolicyThatShips:
    def test_weighs_every_code(self, name: str) -> None:
        assert set(policy_named(name).severities) == set(Code)

    def test_has_the_fingerprint_that_was_pinned(self, name: str) -> None:
        assert policy_named(name).fingerprint == FINGERPRINTS[name]

    def test_is_told_whole(self, name: str) -> None:
        text = explain_policy(name)
        assert text.startswith(name) and policy_named(name).fingerprint in text
        assert [code for code in Code if code.value not in text] == []

    def test_says_whose_rules_it_holds(self, name: str) -> None:
        assert policy_named(name).doc.startswith(("For ", "The default"))

    def test_survives_pickling(self, name: str) -> None:
        assert pickle.loads(pickle.dumps(policy_named(name))) == policy_named(name)

    def test_repeats_nothing_of_its_base(self, name: str) -> None:
        path = resources.files("quotecheck.verdicts").joinpath("houses", f"{name}.toml")
        house = tomllib.loads(path.read_text(encoding="utf-8"))
        policy = policy_named(name)
        known = {
            "base",
            "claims",
            "doc",
            "fidelities",
            "foldings",
            "lenient",
            "severities",
            "unchecked",
            "why",
            "zones",
        }
        assert set(house) <= known
        written = {Code(code): Severity(weight) for code, weight in house.get("severities", {}).items()}
        assert written == differences(policy, policy_named(policy.base or name))

    def test_never_lets_a_turned_meaning_pass(self, name: str) -> None:
        turned = "QC201 QC202 QC203 QC301 QC303 QC401 QC402 QC403 QC404 QC405 QC406 QC408".split()
        assert {policy_named(name).severity(Code(code)) for code in turned} == {Severity.ERROR}


def test_fingerprints_tell_the_policies_apart() -> None:
    assert len(set(FINGERPRINTS.values())) == len(POLICY_NAMES)


@pytest.mark.parametrize(
    ("name", "foldings"), [("news", set()), ("transcript", {"fillers"}), ("news-tidy", {"fillers"})]
)
def test_foldings_in_force(name: str, foldings: set[str]) -> None:
    assert policy_named(name).foldings == foldings


def test_what_a_folding_may_do_is_said() -> None:
    assert "not sound" in explain_policy("transcript")
    assert "none beside these" in explain_policy("news") and "fillers (not sound)" in explain_policy("news-tidy")
    assert "marks (sound)" in explain_policy("news")
    assert all(folding.name == name and folding.doc for name, folding in FOLDINGS.items())


@pytest.mark.parametrize("said", ["news-tidy", "News-Tidy", " news_tidy "])
def test_a_policy_is_found_by_name(said: str) -> None:
    assert policy_named(said).name == "news-tidy"


@pytest.mark.parametrize(
    ("said", "hint"), [("nwes", "'news'"), ("litrary", "'literary'"), ("", "news-tidy"), ("%", "ap")]
)
def test_an_unknown_policy_names_the_nearest(said: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        policy_named(said)


@pytest.mark.parametrize("name", POLICY_NAMES)
def test_what_could_not_be_checked_fails_where_houses_must_not_pass_on_it(name: str) -> None:
    assert (policy_named(name).unchecked is Severity.ERROR) is (name in {"ap", "legal", "grounding"})
    assert ("fails the run\n" in explain_policy(name)) is (name in {"ap", "legal", "grounding"})


@pytest.mark.parametrize(
    ("name", "code", "zone", "fidelity", "severity"),
    [
        ("news", "QC201", "headline", None, "none"),
        ("news", "QC201", "body", None, "error"),
        ("news", "QC402", "headline", None, "error"),
        ("news", "QC201", "caption", None, "error"),
        ("ap", "QC201", "headline", None, "none"),
        ("ap", "QC509", "headline", None, "warning"),
        ("apa", "QC201", "headline", None, "error"),
        ("legal", "QC201", "headline", None, "error"),
        ("news-tidy", "QC202", "headline", "machine", "none"),
        ("news", "QC202", "body", "machine", "error"),
    ],
)
def test_severity_depends_on_the_zone(name: str, code: str, zone: str, fidelity: str | None, severity: str) -> None:
    found = policy_named(name).severity(Code(code), zone=Zone(zone), fidelity=Fidelity(fidelity) if fidelity else None)
    assert found.value == severity


@pytest.mark.parametrize(
    ("name", "code", "page"),
    [
        ("mla", "QC109", "style.mla.org/capitalize-quotation"),
        ("chicago", "QC205", "cmosshoptalk.com"),
        ("legal", "QC207", "yankwitt.com"),
        ("ap", "QC204", "writingexplained.org"),
        ("news-tidy", "QC106", "anyotherbusiness.blogspot.com"),
    ],
)
def test_why_names_the_house_s_page(name: str, code: str, page: str) -> None:
    assert page in why(policy_named(name), Code(code))
    assert page in " ".join(explain_policy(name).split())


@pytest.mark.parametrize("name", POLICY_NAMES)
def test_what_a_policy_changes_has_a_reason_of_its_own_or_the_codes(name: str) -> None:
    policy = policy_named(name)
    if policy.base is None:
        return
    base = policy_named(policy.base)
    for code in differences(policy, base):
        assert why(policy, code) and (code not in base.reasons or policy.reasons.get(code) != base.reasons[code])


class TestOwnPolicy:
    def test_weighs_otherwise_in_a_zone_and_with_a_fidelity_and_the_zone_outranks(self) -> None:
        own = policy_from(
            "ap",
            zones={"caption": {"QC107": "none"}, "headline": {}},
            fidelities={"machine": {"QC107": "note", "QC205": "none"}},
            lenient=["machine"],
            unchecked="none",
        )
        machine = Fidelity.MACHINE
        assert own.severity(Code.INNER_PUNCTUATION, zone=Zone.CAPTION, fidelity=machine) is Severity.NONE
        assert own.severity(Code.INNER_PUNCTUATION, fidelity=machine) is Severity.NOTE
        assert own.severity(Code.INNER_PUNCTUATION) is Severity.WARNING
        assert own.severity(Code.ALTERED_QUOTATION, zone=Zone.HEADLINE) is Severity.ERROR
        assert (own.lenient, own.unchecked) == ({machine}, Severity.NONE)

    @pytest.mark.parametrize(
        "changed",
        [
            {"zones": {"caption": {"QC107": "none"}}},
            {"fidelities": {"edited": {"QC107": "none"}}},
            {"lenient": []},
            {"unchecked": "error"},
            {"foldings": ["fillers"]},
        ],
        ids=lambda changed: next(iter(changed)),
    )
    def test_has_another_fingerprint_for_whatever_can_change_an_outcome(self, changed: dict[str, Any]) -> None:
        assert policy_from("news", **changed).fingerprint != FINGERPRINTS["news"]

    def test_extends_and_differs_where_it_says_so(self) -> None:
        own = policy_from("ap", {"QC107": "none", "no-speaker": "error", "104": "Warning"}, name="desk", doc="Ours.")
        assert (own.name, own.base, own.doc) == ("desk", "ap", "Ours.")
        assert differences(own, policy_named("ap")) == {
            Code.BRACKETED: Severity.WARNING,
            Code.INNER_PUNCTUATION: Severity.NONE,
            Code.NO_SPEAKER: Severity.ERROR,
        }

    def test_keeps_the_foldings_unless_told(self) -> None:
        assert policy_from("transcript").foldings == {"fillers"}
        assert policy_from("transcript", foldings=()).foldings == frozenset()
        assert policy_from("news", foldings=["accents"]).foldings == {"accents"}

    def test_that_changes_nothing_has_the_same_fingerprint(self) -> None:
        assert policy_from("news", {"QC107": "note"}).fingerprint == FINGERPRINTS["news"]

    def test_extends_an_own_one(self) -> None:
        first = policy_from("news", {"QC107": "error"}, name="first")
        assert policy_from(first, {"QC108": "error"}, name="second").severity(Code.INNER_PUNCTUATION) is Severity.ERROR

    @pytest.mark.parametrize(
        ("severities", "foldings", "error", "words"),
        [
            ({"QC999": "note"}, None, UnknownCode, "QC999"),
            ({"polarty": "note"}, None, UnknownCode, "QC402"),
            ({"QC107": "loud"}, None, ConfigError, "none, note, warning, error"),
            ({"QC107": "note", "inner-punctuation": "none"}, None, ConfigError, "two severities"),
            ({}, ["filler"], ConfigError, "'fillers'"),
        ],
    )
    def test_is_refused_with_a_reason(
        self, severities: dict[str, str], foldings: list[str] | None, error: type[QuotecheckError], words: str
    ) -> None:
        with pytest.raises(error, match=words):
            policy_from("news", severities, foldings=foldings)

    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"zones": {"title": {}}}, "headline, body, caption, block"),
            ({"fidelities": {"loose": {}}}, "verbatim, edited"),
            ({"lenient": ["loose"]}, "verbatim, edited"),
            ({"unchecked": "warning"}, '"error" or "none"'),
        ],
    )
    def test_is_refused_where_a_scope_is_unknown(self, given: dict[str, Any], words: str) -> None:
        with pytest.raises(ConfigError, match=words):
            policy_from("news", **given)

    @given(
        st.dictionaries(
            st.sampled_from([rule.name for rule in ALL_RULES]), st.sampled_from([s.value for s in Severity])
        )
    )
    def test_the_order_of_the_keys_makes_no_difference(self, severities: dict[str, str]) -> None:
        one = policy_from("news", severities)
        other = policy_from("news", dict(reversed(severities.items())))
        assert one.fingerprint == other.fingerprint
        assert (one.fingerprint == FINGERPRINTS["news"]) is (not differences(one, policy_named("news")))


def test_only_grounding_asks_for_every_claim() -> None:
    assert [name for name in POLICY_NAMES if policy_named(name).claims is Claims.ALL] == ["grounding"]


def test_which_claims_are_checked_is_kept_by_what_extends_a_policy() -> None:
    assert policy_from("grounding").claims is Claims.ALL
    assert policy_from("grounding", claims="attributed").claims is Claims.ATTRIBUTED
    assert policy_from("news", claims="all").fingerprint != policy_named("news").fingerprint
    with pytest.raises(ConfigError, match='"attributed" or "all"'):
        policy_from("news", claims="some")
