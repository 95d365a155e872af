"""Which encoding a page says it is in. How bytes become characters is the module ``encodings``."""

from __future__ import annotations

import codecs
import re
from typing import Final

_HEAD: Final = 4096  # bytes looked at: browsers look at 1024
_META: Final = re.compile(
    rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE
)
_XML: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.+-]{2,40})", re.IGNORECASE)
# What browsers read under a name that says less.
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Only encodings of the web: Python knows others (unicode_escape, utf-7) by which a page could say what it does not.
_KNOWN: Final = frozenset(
    "utf-8 big5 cp866 cp874 cp932 cp949 euc_jp gb18030 iso2022_jp koi8-r koi8-u mac-roman mac-cyrillic ptcp154 "
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-3 iso8859-4 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16".split()
)


def declared_encoding(data: bytes) -> str | None:
    """Python's name of the encoding that a page declares near its beginning; None if none, or an unknown one."""
    head = data[:_HEAD]
    found = _META.search(head) or _XML.search(head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    name = _WIDER.get(name, name)
    return name if name in _KNOWN else None
