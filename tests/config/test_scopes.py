"""Which drafts a pattern fits, and the policy that is in force for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Config, Override, load_config
from quotecheck.config.scopes import as_one, fits, policy_of, scoped
from quotecheck.model import Claims, Code, Fidelity, Severity, Zone
from quotecheck.verdicts.policies import policy_named

FITS = [
    ("opinion/**", "opinion/a.md", True),
    ("opinion/**", "opinion/deep/er/a.md", True),
    ("opinion/**", "news/opinion/a.md", False),
    ("opinion/", "opinion/deep/a.md", True),
    ("opinion", "opinion/a.md", False),
    ("opinion/*", "opinion/a.md", True),
    ("opinion/*", "opinion/deep/a.md", False),
    ("opinion/*.md", "opinion/a.txt", False),
    ("**/opinion/**", "news/opinion/a.md", True),
    ("**/opinion/**", "opinion/a.md", True),
    ("a/**/z.md", "a/z.md", True),
    ("a/**/z.md", "a/b/c/z.md", True),
    ("a/**/z.md", "a/b/cz.md", False),
    ("*.md", "a.md", True),
    ("*.md", "deep/er/a.md", True),
    ("./a.md", "a.md", True),
    ("a?.md", "ab.md", True),
    ("a?.md", "abc.md", False),
    ("a?b.md", "a/b.md", False),
    ("[ab].md", "a.md", False),
    ("[ab].md", "[ab].md", True),
    ("A.md", "a.md", False),
    ("**", "deep/a.md", True),
    ("/opinion/*", "opinion/a.md", True),
]


@pytest.mark.parametrize(("pattern", "path", "fit"), FITS)
def test_a_pattern_fits(tmp_path: Path, pattern: str, path: str, fit: bool) -> None:
    config = Config(path=str(tmp_path / "quotecheck.toml"))
    assert fits(config, [pattern], str(tmp_path / path)) is fit


def test_nothing_fits_what_is_no_file_or_stands_elsewhere(tmp_path: Path) -> None:
    config = Config(path=str(tmp_path / "house/quotecheck.toml"))
    assert not fits(config, ["**"], None)
    here = Config(path="quotecheck.toml")
    assert fits(here, ["**"], "a.md") and not fits(here, ["**"], "-") and not fits(here, ["**"], "<stdin>")
    assert not fits(config, ["**"], str(tmp_path / "a.md"))
    assert not fits(Config(), ["**"], "a.md")
    assert not fits(config, [], str(tmp_path / "house/a.md"))


def test_paths_count_from_the_file_and_not_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "opinion").mkdir()
    monkeypatch.chdir(tmp_path / "opinion")
    config = Config(path=str(tmp_path / "quotecheck.toml"))
    assert fits(config, ["opinion/*"], "a.md") and fits(config, ["opinion/*"], "../opinion/a.md")


CONFIG = """\
policy = "ap"
[severities]
QC107 = "none"
QC304 = "error"
[[override]]
paths = ["opinion/**"]
policy = "literary"
severities = { QC304 = "note" }
[[override]]
paths = ["opinion/strict/**"]
severities = { QC107 = "error" }
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A house with two overrides."""
    path = tmp_path / "quotecheck.toml"
    path.write_text(CONFIG, encoding="utf-8")
    return load_config(path)


@pytest.mark.parametrize(
    ("path", "named", "policy", "qc107", "qc304"),
    [
        ("a.md", None, "ap+own", "none", "error"),
        (None, None, "ap+own", "none", "error"),
        ("opinion/a.md", None, "literary+own", "none", "note"),
        ("opinion/strict/a.md", None, "ap+own", "error", "error"),  # the last that fits decides
        ("opinion/a.md", "news", "news+own", "none", "note"),  # who asks for a policy gets it
        ("a.md", "news", "news+own", "none", "error"),
    ],
)
def test_the_policy_of_a_draft(
    config: Config, tmp_path: Path, path: str | None, named: str | None, policy: str, qc107: str, qc304: str
) -> None:
    found = scoped(config, str(tmp_path / path) if path else None, named).policy
    assert found.name == policy
    assert found.severity(Code.INNER_PUNCTUATION) is Severity(qc107)
    assert found.severity(Code.SPEAKER_UNCONFIRMED) is Severity(qc304)


def test_without_a_file_it_is_news() -> None:
    assert scoped(Config(), "a.md").policy == policy_of(Config()) == policy_named("news")
    assert scoped(Config(overrides=(Override(paths=("**",), policy="ap"),)), "a.md").policy.name == "news"


def test_foldings_are_the_houses(tmp_path: Path) -> None:
    """In place of the policy's, under every policy."""
    config = Config(path=str(tmp_path / "quotecheck.toml"), policy="news-tidy", foldings=("accents",))
    assert policy_of(config).foldings == {"accents"} and policy_of(config, "ap").foldings == {"accents"}
    assert policy_of(config).fingerprint != policy_named("news-tidy").fingerprint
    assert policy_of(Config(policy="news-tidy")).foldings == {"fillers"}


def test_several_policies_have_one_name_and_one_fingerprint() -> None:
    news, strict = policy_named("news"), policy_named("ap")
    assert as_one([news, news]) == ("news", news.fingerprint)
    name, fingerprint = as_one([news, strict, news])
    assert name == "news, ap" and len(fingerprint) == 16
    assert fingerprint == as_one([strict, news])[1] not in (news.fingerprint, strict.fingerprint)


def test_zones_fidelities_and_what_could_not_be_checked_are_a_policys_settings(tmp_path: Path) -> None:
    path = tmp_path / "quotecheck.toml"
    path.write_text(
        'policy = "ap"\nlenient = ["edited"]\nunchecked = "none"\n[zones.caption]\nQC107 = "none"\n'
        '[fidelities.machine]\nQC205 = "error"\n',
        encoding="utf-8",
    )
    policy = policy_of(load_config(path))
    assert policy.severity(Code.INNER_PUNCTUATION, zone=Zone.CAPTION) is Severity.NONE
    assert policy.severity(Code.INNER_PUNCTUATION) is Severity.WARNING
    assert policy.severity(Code.TYPO_CORRECTED, fidelity=Fidelity.MACHINE) is Severity.ERROR
    assert (policy.name, policy.lenient, policy.unchecked) == ("ap+own", {Fidelity.EDITED}, Severity.NONE)
    assert policy.fingerprint != policy_named("ap").fingerprint


def test_which_claims_are_checked_is_the_houses(tmp_path: Path) -> None:
    """A policy whose own it is anyway stays what it is."""
    path = tmp_path / "quotecheck.toml"
    path.write_text('claims = "all"\n', encoding="utf-8")
    config = load_config(path)
    assert policy_of(config).claims is Claims.ALL
    assert policy_of(config).name == "news+own"
    assert policy_of(config, "grounding") == policy_named("grounding")
