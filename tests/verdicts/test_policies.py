"""The policies that ship, code by code, and the making of a user's own."""

from __future__ import annotations

import pickle
import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.model import Code, Severity
from quotecheck.model.errors import ConfigError, QuotecheckError, UnknownCode, UsageError
from quotecheck.verdicts.policies import (
    FOLDINGS,
    POLICY_NAMES,
    differences,
    explain_policy,
    policy_from,
    policy_named,
)
from quotecheck.verdicts.registry import ALL_RULES

FINGERPRINTS = {
    "news": "76f1063a5cd74a58",
    "news-tidy": "ca9cb7ea6ce5788d",
    "ap": "14f8d1c4885f0c77",
    "transcript": "404cac52cdd372f5",
    "grounding": "2a46852638e32c17",
    "literary": "de99f5b4db7fd8c5",
}
"""Every report carries one of these. A change here is a change of what users' runs do, and is on purpose."""

TABLE = """
        news     news-tidy ap       transcript grounding literary
QC101   none     none      none     none       none      none
QC102   none     none      none     none       none      note
QC103   note     note      note     none       warning   note
QC104   note     note      note     none       warning   note
QC106   note     none      error    note       error     error
QC107   note     note      warning  none       note      warning
QC108   note     note      note     none       note      note
QC109   none     none      none     none       none      note
QC201   error    error     error    error      error     error
QC202   error    error     error    error      error     error
QC203   error    error     error    error      error     error
QC204   warning  none      error    note       error     error
QC301   error    error     error    error      error     error
QC302   error    error     error    warning    error     error
QC303   error    error     error    error      error     error
QC304   warning  warning   warning  warning    warning   note
QC305   warning  warning   warning  note       warning   note
QC306   warning  warning   warning  warning    error     warning
QC401   error    error     error    error      error     error
QC402   error    error     error    error      error     error
QC403   error    error     error    error      error     error
QC404   error    error     error    error      error     error
QC405   error    error     error    error      error     error
QC406   error    error     error    error      error     error
QC408   error    error     error    error      error     error
QC501   warning  warning   warning  warning    warning   warning
QC502   note     note      warning  none       none      none
QC503   note     note      note     note       note      note
QC504   warning  warning   warning  warning    error     warning
QC505   warning  warning   error    warning    error     warning
QC507   note     note      note     note       note      note
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
        assert set(house) <= {"base", "doc", "foldings", "severities"}
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
    assert "Foldings beside those of the contract: none." in explain_policy("news")
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


class TestOwnPolicy:
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
