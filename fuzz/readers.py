"""Fuzzes one reader with atheris: ``python fuzz/readers.py docx -max_total_time=300``. What is a fault: see README."""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quotecheck.reading"]):
    import quotecheck.reading

    for _found in pkgutil.walk_packages(quotecheck.reading.__path__, "quotecheck.reading."):
        importlib.import_module(_found.name)  # readers are imported late: all of them are to be watched
    from quotecheck.model.errors import ConfigError, ReadingError
    from quotecheck.model.texts import Text
    from quotecheck.reading import guarded, read_bytes, read_candidates
    from quotecheck.reading.bibliography import read_bibliography
    from quotecheck.reading.formats import is_data_by
    from quotecheck.reading.manifest import read_manifest

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
ENDINGS = {
    "html": "html", "pdf": "pdf", "docx": "docx", "odt": "odt", "rtf": "rtf", "epub": "epub", "fb2": "fb2",
    "idml": "idml", "icml": "icml", "latex": "tex", "rst": "rst", "eml": "eml", "mhtml": "mhtml", "zip": "zip",
    "subtitles": "srt", "transcript": "json", "talk": "xml", "passages": "json", "premiere": "txt", "text": "txt",
    "list": "jsonl", "bibliography": "bib", "manifest": "toml",
}  # fmt: skip
LARGEST = 1 << 16


def holds(text: Text) -> None:
    """Every offset that a text brings lies in it."""
    size = len(text.content)
    for block in text.blocks or ():
        span = getattr(block, "span", block)
        assert 0 <= span.start <= span.end <= size
    for at in (0, size // 2, size):
        text.place(at)


def reading(name: str, ending: str):  # type: ignore[no-untyped-def]
    """What is done with each lump of bytes."""
    guarded.CAUGHT = ()  # a fault is to be seen

    def one(data: bytes) -> None:
        try:
            if name == "list":
                for _ in read_candidates(io.BytesIO(data), "a.jsonl"):
                    pass
            elif name in ("bibliography", "manifest"):
                with tempfile.NamedTemporaryFile(suffix=f".{ending}") as file:
                    file.write(data)
                    file.flush()
                    (read_bibliography if name == "bibliography" else read_manifest)(file.name)
            else:
                is_data_by(data, f"a.{ending}")
                holds(read_bytes(data, f"a.{ending}"))
        except (ReadingError, ConfigError) as error:
            str(error)

    return one


def main() -> None:
    """Fuzz the reader that is named."""
    name = sys.argv.pop(1)
    ending = ENDINGS[name]
    with tempfile.TemporaryDirectory() as corpus:
        for path in FIXTURES.rglob(f"*.{ending}"):
            if path.stat().st_size <= LARGEST:
                (Path(corpus) / path.name).write_bytes(path.read_bytes())
        atheris.Setup([*sys.argv, f"-max_len={LARGEST}", corpus], reading(name, ending))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
