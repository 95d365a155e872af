"""Whatever a configuration or a manifest holds, it is read or refused with a place: nothing else comes out."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.config import Config
from quotecheck.config.files import KEYS, _Reader
from quotecheck.model.errors import ConfigError
from quotecheck.reading.known import KEYS as SOURCE_KEYS
from quotecheck.reading.manifest import Manifest, manifest_of
from quotecheck.reading.placed import Placed

NAMES = st.sampled_from(
    [
        *KEYS,
        *SOURCE_KEYS,
        "source",
        "paths",
        "code",
        "reason",
        "text",
        "until",
        "aliases",
        "roles",
        "title",
        "from",
        "x",
    ]
)
WORDS = st.sampled_from(["", "QC401", "news", "none", "2026-01-01", "verbatim", "a.txt", "\u202e", "x"])
VALUES = st.recursive(
    WORDS | st.booleans() | st.integers() | st.floats() | st.dates() | st.times() | st.just(datetime.datetime.min),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def holding(data: object) -> Placed:
    """A file that holds some values, as the TOML reader might give them."""
    file = Placed("", "x.toml")
    file.data = data
    return file


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5) | VALUES)
def test_any_configuration(data: object) -> None:
    try:
        assert isinstance(_Reader(holding(data)).config(), Config)
    except ConfigError as error:
        assert error.path == "x.toml" and "\u202e" not in str(error)


@given(st.fixed_dictionaries({"source": VALUES | st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=3)}))
def test_any_manifest(data: object) -> None:
    try:
        assert isinstance(manifest_of(holding(data)), Manifest)
    except ConfigError as error:
        assert error.path == "x.toml" and "\u202e" not in str(error)
