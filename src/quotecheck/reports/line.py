"""One line a finding, ``file:line:column: severity code message``, as editors and CI systems read compilers' output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecheck.model.errors import shown
from quotecheck.reports.remarks import Remark


def lines(remarks: Iterable[Remark]) -> Iterator[str]:
    """The lines of all remarks that count.

    Words of drafts and sources can neither start a line nor move a cursor in them.
    """
    for remark in remarks:
        if remark.waived is None:
            yield _line(remark)


def _line(remark: Remark) -> str:
    place = shown(str(remark.spot)) or "-"
    where = f" ({remark.spot.elsewhere})" if remark.spot.elsewhere else ""
    return f"{place}: {remark.severity.value} {remark.code} {shown(remark.message)}{where}"
