"""QC501 to QC511: what stands in the way of a check, or should be known beside it."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Severity
from quotecheck.verdicts.rules.rule import Example, Rule

UNCLOSED_QUOTATION: Final = Rule(
    code=Code.UNCLOSED_QUOTATION,
    as_found=True,
    severity=Severity.WARNING,
    summary="A quotation mark is opened and never closed.",
    doc=(
        "How far the quotation runs had to be guessed: to the end of its paragraph at the latest. Close it in the "
        "draft. It stays silent for a quotation over several paragraphs, which opens each one and closes once."
    ),
    template="The quotation mark is never closed; the quotation was taken to end with “{statement}”.",
    since="0.1",
    fires=Example(
        statement="The orchard will be sold in March",
        speaker="Ada Brook",
        source="“The orchard will be sold in March,” Ada Brook said.",
        unclosed=True,
    ),
    silent=Example(
        statement="The orchard will be sold in March",
        speaker="Ada Brook",
        source="“The orchard will be sold in March,” Ada Brook said.",
    ),
)

NO_SPEAKER: Final = Rule(
    code=Code.NO_SPEAKER,
    as_found=True,
    severity=Severity.NOTE,
    summary="A direct quotation that the draft gives to nobody.",
    doc=(
        "The words are checked, but not who said them. Name the speaker. It stays silent for indirect statements and "
        "for terms (QC507)."
    ),
    template="The draft does not say whose words these are.",
    since="0.1",
    fires=Example(
        statement="The orchard will be sold in March",
        source="“The orchard will be sold in March,” Ada Brook said.",
    ),
    silent=Example(
        statement="The orchard will be sold in March",
        speaker="Ada Brook",
        source="“The orchard will be sold in March,” Ada Brook said.",
    ),
)

TOO_COMMON: Final = Rule(
    code=Code.TOO_COMMON,
    as_found=True,
    severity=Severity.NOTE,
    summary="Too few or too common words to tell one place from another.",
    doc=(
        "“It is” stands everywhere, so finding it proves nothing. Such a quotation is looked for only inside what the "
        "source gives to the speaker. Quote more, or leave the marks away. A single rare word (“reckless”) can be told "
        "from others and stays silent."
    ),
    template="“{statement}” is too little to tell one place from another: looked for in the speaker's words only.",
    since="0.1",
    fires=Example(
        statement="it is",
        speaker="Ada Brook",
        source="“I know that it is late,” Ada Brook said. “But it is worth it,” Ben Cole said.",
    ),
    silent=Example(
        statement="reckless",
        speaker="Ada Brook",
        source="“I know that it is late and reckless,” Ada Brook said. “But it is worth it,” Ben Cole said.",
    ),
)

DISGUISED_CHARACTERS: Final = Rule(
    code=Code.DISGUISED_CHARACTERS,
    as_found=True,
    severity=Severity.WARNING,
    summary="Look-alike letters, bidirectional controls or invisible characters in draft or source.",
    doc=(
        "A Cyrillic letter that looks Latin, a control that turns the writing's direction, a character that cannot be "
        "seen: a reader sees other words than a machine. The message shows the word; type it anew. It stays silent "
        "for what typesetting uses (soft hyphens, spaces that do not break, joiners in scripts that need them)."
    ),
    template="“{statement}” is written with look-alike or hidden characters.",
    template_added="“{statement}” is written with look-alike or hidden characters.",
    template_left_out="The source writes “{source}” with look-alike or hidden characters.",
    since="0.1",
    fires=Example(
        statement="The p\u0430rk stays open",
        speaker="Ada Brook",
        source="“The park stays open,” Ada Brook said.",
    ),
    silent=Example(
        statement="The park\u00a0stays open",
        speaker="Ada Brook",
        source="“The park stays open,” Ada Brook said.",
    ),
)

SOURCE_INCOMPLETE: Final = Rule(
    code=Code.SOURCE_INCOMPLETE,
    as_found=True,
    severity=Severity.WARNING,
    summary="The source seems cut off, or a part of it could not be read.",
    doc=(
        "A pay wall, a page without text, bytes that could not be decoded: what is missing may hold the words. Get the "
        "whole source before you believe that something is not there. It stays silent for sources that were read to "
        "their end."
    ),
    template="The source seems incomplete: {why}.",
    since="0.1",
    fires=Example(
        statement="The mine will close next year",
        speaker="Ada Brook",
        source="“The mine will close next year,” Ada Brook said. Subscribe to read",
        source_problem="incomplete",
    ),
    silent=Example(
        statement="The mine will close next year",
        speaker="Ada Brook",
        source="“The mine will close next year,” Ada Brook said. Nobody asked why.",
    ),
)

TRANSLATED: Final = Rule(
    code=Code.TRANSLATED,
    severity=Severity.WARNING,
    summary="Source and statement are in different languages and were not compared.",
    doc=(
        "A translation cannot be checked word for word, and what is not found in another language is not known to be "
        "absent: there is no verdict. Give the source in the statement's language, or the original. It stays silent "
        "where the words are there, where a source is in the statement's language, and where a language is not known "
        "for sure: a statement of few words or of names, a source of two languages."
    ),
    template="The source is in another language and was not compared: {why}.",
    since="0.1",
    fires=Example(
        statement="We will not sell the harbour to anybody in this town",
        speaker="Ada Brook",
        source="„Wir werden den Hafen an niemanden in dieser Stadt verkaufen“, sagte Ada Brook. Sie ging nach Hause.",
    ),
    silent=Example(
        statement="We will not sell the harbour to anybody in this town",
        speaker="Ada Brook",
        source="“We had a wet summer, and the rain was on the roof of the mill for a week,” Ada Brook said.",
    ),
)

TERM: Final = Rule(
    code=Code.TERM,
    severity=Severity.NOTE,
    summary="Marks round words that nobody is said to have said: skipped.",
    doc=(
        "A title, a term, a word at arm's length: there is no statement to check. If somebody did say it, name the "
        "one, and it will be checked. It stays silent for a quotation with a speaker, however short."
    ),
    template="“{statement}” is a title or a term that nobody is said to have said; it was not checked.",
    since="0.1",
    fires=Example(
        statement="soft landing",
        source="Economists hope for a slow autumn.",
        term=True,
    ),
    silent=Example(
        statement="soft landing",
        speaker="Ada Brook",
        source="Ada Brook, the banker, hopes for a “soft landing”.",
    ),
)

RECORD: Final = Rule(
    code=Code.RECORD,
    as_found=True,
    severity=Severity.NOTE,
    summary="The source is edited, condensed, machine-made or translated, and only small words differ.",
    doc=(
        "What the source is known to be (its fidelity) says how far its small function words are the speaker's. Where "
        "only such words differ, the record may be why: go to the tape where it matters. A policy may weigh such a "
        "difference one step less. It stays silent for a verbatim source, where a word of content differs, and for "
        "what QC402 to QC405 speak of: there the record is no excuse."
    ),
    template="The source is a record that is {why}; small words in it may not be the speaker's.",
    since="0.1",
    fires=Example(
        statement="We will mend the roof of the mill",
        speaker="Ada Brook",
        source="“We will mend a roof of the mill,” Ada Brook said.",
        source_fidelity="machine",
    ),
    silent=Example(
        statement="We will mend the roof of the mill",
        speaker="Ada Brook",
        source="“We will mend the wall of the mill,” Ada Brook said.",
        source_fidelity="machine",
    ),
)

HEADLINE_MARKS: Final = Rule(
    code=Code.HEADLINE_MARKS,
    as_found=True,
    severity=Severity.NOTE,
    summary="Marks in a headline: the content is supported, the words are not the source's.",
    doc=(
        "Headlines shorten, and their marks promise less: in news the content must be supported, the words need not "
        "match. Press councils still punish invented ones, and some houses want the words there too. It stays silent "
        "where the words are the source's, and where the content is not supported: that is as grave as anywhere."
    ),
    template="“{statement}” stands in a headline; the source says “{source}”.",
    since="0.1",
    fires=Example(
        statement="We will never sell our harbour",
        speaker="Ada Brook",
        source="“We will never sell the harbour of ours,” Ada Brook said.",
        zone="headline",
    ),
    silent=Example(
        statement="We will sell our harbour",
        speaker="Ada Brook",
        source="“We will never sell the harbour of ours,” Ada Brook said.",
        zone="headline",
    ),
)

UNSURE: Final = Rule(
    code=Code.UNSURE,
    as_found=True,
    severity=Severity.WARNING,
    summary="Neither clearly supported nor clearly contradicted.",
    doc=(
        "The nearest passage leaves doubt that a person must settle: read it and decide. Doubt alone stops no press, "
        "so this is a warning where QC401 would be an error. It stays silent where a figure, a name or a negation "
        "contradicts: that is an error by itself (QC402 to QC405)."
    ),
    template="The nearest passage leaves doubt: {why}.",
    since="0.1",
)

READINGS_DIFFER: Final = Rule(
    code=Code.READINGS_DIFFER,
    severity=Severity.WARNING,
    summary="Two readings of the source's file do not agree on the passage.",
    doc=(
        "A PDF file says where letters are drawn, and a reader must make words of that. Where the first reading does "
        "not bear a quotation out and the second does, with other words, other figures or in another order, nobody "
        "but a person who looks at the page can say which is right: the statement counts as not checked. It stays "
        "silent where both readings have the same letters, parted otherwise, and only the second makes words of them "
        "(QC113), where neither bears the quotation out, and where the second reader (the extra `pdf-second`) is not "
        "installed."
    ),
    template="Two readings of {found} do not agree: one has “{source}”, the other “{second}”. Look at the page.",
    since="0.1",
)

CIRCUMSTANCES: Final = (
    UNCLOSED_QUOTATION,
    NO_SPEAKER,
    TOO_COMMON,
    DISGUISED_CHARACTERS,
    SOURCE_INCOMPLETE,
    TRANSLATED,
    TERM,
    RECORD,
    HEADLINE_MARKS,
    UNSURE,
    READINGS_DIFFER,
)
