"""Hypothesis strategies for results of every shape. No test is in here."""

from __future__ import annotations

from hypothesis import strategies as st

from quotecheck.model import (
    Alternative,
    ClaimNumber,
    Code,
    Consulted,
    CueKind,
    Edit,
    Evidence,
    Finding,
    Kind,
    NoClaim,
    Op,
    Outcome,
    Passage,
    Place,
    Problem,
    Report,
    Result,
    Sequel,
    Severity,
    SourceSpan,
    Span,
    Statement,
    Tie,
    Verdict,
    VoiceKind,
    Words,
    Zone,
)

words = st.text(max_size=20)
some_words = st.none() | words
offsets = st.integers(0, 10**6)
lines = st.none() | st.integers(1, 10**6)
shares = st.floats(0, 1)
spans = st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))
few_spans = st.lists(spans, max_size=2).map(tuple)
digests = st.none() | st.text("0123456789abcdef", min_size=64, max_size=64)
found_words = st.builds(Words, words, offsets, offsets)

places = st.builds(
    Place,
    line=lines,
    column=lines,
    page=lines,
    paragraph=lines,
    time=st.none() | st.floats(0, 1e6),
)
passages = st.builds(
    Passage,
    source=words,
    start=offsets,
    end=offsets,
    exact=words,
    prefix=words,
    suffix=words,
    place=places,
    file=st.none() | few_spans,
    speaker=some_words,
    voice=st.none() | st.sampled_from(VoiceKind),
)
edits = st.builds(Edit, op=st.sampled_from(Op), statement=spans, passage=st.integers(0, 3), source=spans)
evidences = st.builds(
    Evidence,
    passages=st.lists(passages, min_size=1, max_size=2).map(tuple),
    score=shares,
    edits=st.lists(edits, max_size=3).map(tuple),
)
findings = st.builds(
    Finding,
    code=st.sampled_from(Code),
    severity=st.sampled_from(Severity),
    message=words,
    statement=few_spans,
    source=st.lists(st.builds(SourceSpan, st.integers(0, 3), offsets, offsets), max_size=2).map(tuple),
    waived=some_words,
)
problems = st.builds(Problem, message=words, code=words, path=some_words, line=lines, column=lines, fatal=st.booleans())
alternatives = st.builds(
    Alternative,
    verdict=st.sampled_from(Verdict),
    passages=st.lists(passages, max_size=2).map(tuple),
    score=shares,
)


def _statements(children: st.SearchStrategy[tuple[Statement, ...]]) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        words,
        kind=st.sampled_from(Kind),
        speaker=some_words,
        mention=st.none() | found_words,
        cue=st.none() | found_words,
        source=some_words,
        parts=few_spans,
        children=children,
        id=some_words,
        draft=some_words,
        line=lines,
        column=lines,
        unclosed=st.booleans(),
        term=st.booleans(),
        zone=st.sampled_from(Zone),
        declares=st.lists(found_words, max_size=2).map(tuple),
        emphasis=few_spans,
        referents=st.lists(found_words, max_size=2).map(tuple),
        cue_kind=st.none() | st.sampled_from(CueKind),
        follows=st.none() | st.builds(Sequel, st.sampled_from(Tie), words),
        no_claim=st.none() | st.sampled_from(NoClaim),
    )


statements = _statements(st.lists(_statements(st.just(())), max_size=2).map(tuple))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
results = st.builds(
    Result,
    statement=statements,
    verdict=st.none() | st.sampled_from(Verdict),
    outcome=st.sampled_from(Outcome),
    confidence=st.none() | shares,
    findings=st.lists(findings, max_size=2).map(tuple),
    evidence=st.none() | evidences,
    alternatives=st.lists(alternatives, max_size=2).map(tuple),
    problems=st.lists(problems, max_size=2).map(tuple),
    id=some_words,
    extra=st.dictionaries(words, json_values, max_size=2),
    claim=st.none() | st.builds(ClaimNumber, st.integers(1, 9), st.integers(1, 9)),
)
consulted = st.lists(st.builds(Consulted, path=words, sha256=digests), max_size=2).map(tuple)
reports = st.builds(
    Report,
    policy=words,
    fingerprint=st.text("0123456789abcdef", min_size=16, max_size=16),
    drafts=consulted,
    sources=consulted,
    results=st.lists(results, max_size=2).map(tuple),
    problems=st.lists(problems, max_size=2).map(tuple),
)
