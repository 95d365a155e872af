"""Fits the coefficients by which the support of an indirect statement becomes a probability.

    python scripts/fit_confidence.py DATA [--folds-only] [--out FILE]

It needs numpy, which nothing else here does. DATA is a folder of suites, each with a ``cases.jsonl`` of labelled
statements and their sources. Only suites whose licence lets coefficients be shipped are read. The figures printed are
those of five folds by document, each measured with coefficients fitted on the other four. Nothing of the data but the
coefficients is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np

from quotecheck.checking.claims import find_claims, units_of
from quotecheck.checking.known import KnownSource
from quotecheck.matching.query import read_query
from quotecheck.meaning.calibration import calibration_error
from quotecheck.meaning.features import features, together
from quotecheck.model import Kind, Statement, Text

SUITES: Final = {
    "summedits": 1.0,
    "bump": 1.5,
    "fib": 1.0,
    "defacto-xsum": 1.0,
    "wice": 1.5,
    "vitaminc": 1.0,
    "fever-symmetric": 1.0,
    "mnli": 1.0,
    "minimal-pairs": 0.6,
    "halves": 0.8,
}
"""The suites that may be learned from, with the weight of each; true and false weigh the same within a suite.

"halves" are made from the documents of three of them: a sentence of a document, or one cut short at a comma, is borne
out by it; the first half of one joined to the second half of another is not. Few labelled claims are like the latter,
but summaries by machine often are.
"""
HALVED: Final = ("bump", "fib", "wice")
MOST_HALVED: Final = 110
"""Documents of a suite that halves are made from."""
FOLDS: Final = 5
RIDGE: Final = 10.0
"""How strongly coefficients are held to nothing."""
ROUNDS: Final = 8
WEIGHT: Final = 600.0
"""What all cases of one label in one suite weigh together."""
OUT: Final = Path(__file__).parent.parent / "src" / "quotecheck" / "meaning" / "data" / "confidence.json"

Row = list[float]


@attrs.frozen
class Example:
    """One labelled case: its suite, the fold of its document, whether it is true, its numbers."""

    suite: str
    fold: int
    true: bool
    numbers: dict[str, float]


def examples(folder: Path, suite: str) -> Iterator[Example]:
    """The cases of a suite with their numbers."""
    sources: dict[str, list[KnownSource]] = {}
    for line in (folder / suite / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        key = case.get("source_text") or "\n".join(case["sources"])
        if key not in sources:
            sources[key] = [KnownSource(text) for text in _texts(folder / suite, case)]
        numbers = _numbers(case, sources[key])
        if numbers is not None:
            fold = int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS
            yield Example(suite, fold, case["verdict"] in {"exact", "paraphrased"}, numbers)


def halves(folder: Path) -> Iterator[Example]:
    """Sentences of documents, whole and cut, and halves of two joined."""
    for suite in HALVED:
        docs = folder / suite / "docs"
        for path in sorted(docs.iterdir())[:MOST_HALVED] if docs.is_dir() else ():
            source = KnownSource(Text(content=path.read_text(encoding="utf-8"), id=path.name))
            draw = int(hashlib.sha256(path.name.encode()).hexdigest(), 16)
            for text, true in _halves_of(source, draw):
                numbers = _numbers({"text": text, "kind": "indirect", "speaker": None}, [source])
                if numbers is not None:
                    yield Example("halves", draw % FOLDS, true, numbers)


def _halves_of(source: KnownSource, draw: int) -> Iterator[tuple[str, bool]]:
    tokens = source.tokens
    sentences = [(first, past) for first, past in source.sentence_tokens if 10 <= past - first <= 40]
    if len(sentences) < 6:
        return

    def words(first: int, past: int) -> str:
        return tokens.stretch(first, past).of(tokens.content)

    for turn in range(2):
        one = draw // (7 + turn) % len(sentences)
        other = (one + 1 + draw // (11 + turn) % 4) % len(sentences)
        (first, past), (start, end) = sentences[one], sentences[other]
        cut = first + 4 + draw // (13 + turn) % max(1, (past - first) // 2 - 2)
        again = end - 4 - draw // (17 + turn) % max(1, (end - start) // 2 - 2)
        yield f"{words(first, cut)} {words(again, end)}.", False
        first, past = sentences[draw // (19 + turn) % len(sentences)]
        commas = [at for at in range(first + 7, past) if "," in tokens.gap(at).of(tokens.content)]
        yield f"{words(first, commas[0] if commas and not turn else past)}.", True


def _texts(folder: Path, case: dict[str, Any]) -> list[Text]:
    if "source_text" in case:
        return [Text(content=case["source_text"], id="source")]
    return [Text(content=(folder / name).read_text(encoding="utf-8"), id=name) for name in case["sources"]]


def _numbers(case: dict[str, Any], sources: Sequence[KnownSource]) -> dict[str, float] | None:
    """The numbers of a case against the source that has most of it; None if the case has no words."""
    statement = Statement(case["text"], kind=Kind(case["kind"]), speaker=case["speaker"])
    query = read_query(case["text"])
    found = []
    for source in sources:
        claims = find_claims(statement, units_of(query, source.language), source)
        if claims:
            found.append(together([features(one.claim, size=len(source.tokens)) for one in claims]))
    return max(found, key=lambda numbers: numbers["covered"], default=None)


def fit(rows: Sequence[Row], labels: Sequence[bool], weights: Sequence[float]) -> Row:
    """Coefficients of a logistic model by Newton's method, the first one free of the ridge."""
    table, wanted, counts = np.array(rows), np.array(labels, dtype=float), np.array(weights)
    ridge = np.full(table.shape[1], RIDGE)
    ridge[0] = 0.0
    found = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        likely = _likely(found, table)
        slope = table.T @ ((wanted - likely) * counts) - ridge * found
        bend = np.maximum(1e-6, likely * (1 - likely)) * counts
        curve = (table * bend[:, None]).T @ table + np.diag(ridge + 1e-6)
        found = found + np.linalg.solve(curve, slope)
    return [float(one) for one in found]


def _likely(coefficients: Any, rows: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-np.clip(np.array(rows) @ np.array(coefficients), -30.0, 30.0)))


def fitted(cases: Sequence[Example], names: Sequence[str]) -> Row:
    """Coefficients fitted on some cases, the intercept first."""
    count = Counter((case.suite, case.true) for case in cases)
    weights = [SUITES[case.suite] * WEIGHT / count[case.suite, case.true] for case in cases]
    return fit([_row(case, names) for case in cases], [case.true for case in cases], weights)


def _row(case: Example, names: Sequence[str]) -> Row:
    return [1.0, *(case.numbers[name] for name in names)]


def measured(cases: Sequence[Example], names: Sequence[str]) -> None:
    """Prints the balanced accuracy of each suite and the error of calibration, over folds not fitted on."""
    likely: list[tuple[str, bool, float]] = []
    for fold in range(FOLDS):
        coefficients = fitted([case for case in cases if case.fold != fold], names)
        left = [case for case in cases if case.fold == fold]
        found = _likely(coefficients, [_row(case, names) for case in left])
        likely += [(case.suite, case.true, float(one)) for case, one in zip(left, found, strict=True)]
    for suite in SUITES:
        true = [p for name, label, p in likely if name == suite and label]
        false = [p for name, label, p in likely if name == suite and not label]
        if true and false:
            passed, stopped = sum(p >= 0.5 for p in true) / len(true), sum(p < 0.5 for p in false) / len(false)
            print(f"{suite:16} balanced accuracy {(passed + stopped) / 2:.3f} (true {passed:.2f}, false {stopped:.2f})")
    print(f"calibration error {calibration_error([(p, label) for _, label, p in likely]):.3f}")


def main() -> None:
    """Reads the suites, prints the figures of the folds, and writes the coefficients fitted on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds-only", action="store_true")
    given = parser.parse_args()
    cases = [case for suite in SUITES if (given.data / suite).is_dir() for case in examples(given.data, suite)]
    cases += halves(given.data)
    names = sorted(cases[0].numbers)
    measured(cases, names)
    if given.folds_only:
        return
    intercept, *rest = fitted(cases, names)
    model = {
        "intercept": round(intercept, 4),
        "coefficients": {name: round(one, 4) for name, one in zip(names, rest, strict=True)},
    }
    given.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
