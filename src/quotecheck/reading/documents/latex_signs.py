"""What LaTeX's commands stand for: letters, signs, and which of them take arguments that nobody reads. Data."""

from __future__ import annotations

from typing import Final

ACCENTS: Final = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "H": "\u030b", "r": "\u030a", "u": "\u0306", "d": "\u0323", "b": "\u0331",
    "k": "\u0328",
}  # fmt: skip
"""Commands that put a mark on the letter that follows."""

SIGNS: Final = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "S": "§", "P": "¶", "dag": "†",
    "ddag": "‡", "copyright": "©", "textcopyright": "©", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "EUR": "€", "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–",
    "textemdash": "—", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "og": "« ", "fg": " »", "textquotesingle": "'", "textquotedbl": '"', "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textbar": "|", "textless": "<", "textgreater": ">",
    "textunderscore": "_", "textdegree": "°", "degree": "°", "textbullet": "•", "quad": " ", "qquad": " ",
    "space": " ", "newline": "\n", "linebreak": "\n", "LaTeX": "LaTeX", "TeX": "TeX", "slash": "/", "lq": "‘",
    "rq": "’", "textperthousand": "‰", "textonehalf": "½", "nobreakspace": "\u00a0",
}  # fmt: skip
"""Commands that stand for characters."""

SYMBOLS: Final = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ",
    ",": "\u2009", ";": " ", ":": " ", "-": "\u00ad", "/": "", "!": "", "@": "", "(": "", ")": "", "[": "", "]": "",
}  # fmt: skip
"""What a backslash and a sign stand for."""

LIGATURES: Final = {
    "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": "\u00a0", "\"`": "„", "\"'": "“",
    "?`": "¿", "!`": "¡", "<<": "«", ">>": "»", ",,": "„",
}  # fmt: skip
"""Signs that are written with others."""

UNREAD: Final = frozenset(
    "label ref pageref eqref autoref cref Cref nameref index glossary includegraphics vspace hspace input include "
    "includeonly subfile import bibliography bibliographystyle addbibresource printbibliography nocite pagestyle "
    "thispagestyle setlength addtolength setcounter addtocounter stepcounter usepackage documentclass hypersetup "
    "newcommand renewcommand providecommand newenvironment renewenvironment DeclareMathOperator color definecolor "
    "pagecolor fontsize selectlanguage SetBlockThreshold SetCiteCommand MakeOuterQuote MakeAutoQuote vskip hskip "
    "rule raisebox phantom vphantom hphantom todo citeauthor citeyear citetitle gls pagenumbering markboth "
    "markright addcontentsline cline multicolumn begin end hyphenation graphicspath lstset tableofcontents".split()
)
"""Commands whose arguments are no words."""

HIDDEN: Final = frozenset(
    "comment verbatim verbatim* lstlisting minted equation equation* align align* gather gather* multline multline* "
    "eqnarray eqnarray* displaymath math tikzpicture picture filecontents filecontents* algorithmic "
    "thebibliography".split()
)
"""Environments that hold no words to be read."""

QUOTING: Final = frozenset("quote quotation verse displayquote displaycquote foreigndisplayquote blockquote".split())
"""Environments that are block quotations."""

HEADINGS: Final = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph frametitle title".split()
)
STRESSING: Final = frozenset("emph textit textsl textbf alert underline".split())
CITES: Final = frozenset(
    "cite Cite parencite Parencite footcite footcitetext autocite Autocite textcite Textcite smartcite supercite "
    "fullcite footfullcite citep citet Citep Citet citealp citealt citeyearpar".split()
)
"""Commands that cite a source: ``\\cite[before][place]{key}``."""
