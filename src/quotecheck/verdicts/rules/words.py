"""QC100 to QC113: the conventions, differences that leave a quotation exact."""

from __future__ import annotations

from typing import Final

from quotecheck.model import Code, Severity, Verdict
from quotecheck.verdicts.rules.rule import Example, Rule

VERBATIM: Final = Rule(
    code=Code.VERBATIM,
    verdict=Verdict.EXACT,
    severity=Severity.NONE,
    summary="The source has these words, character for character.",
    doc=(
        "Nothing differs, not even a quotation mark or a space. There is nothing to do. The words may still be someone "
        "else's (QC301) or cut short (QC407); those are findings of their own. A quotation that differs only in its "
        "typography has QC101 instead."
    ),
    template="The source has exactly these characters.",
    since="0.1",
    fires=Example(
        statement="The bridge opens in May",
        speaker="Ada Brook",
        source="“The bridge opens in May,” Ada Brook said.",
    ),
    silent=Example(
        statement="The city's bridge opens in May",
        speaker="Ada Brook",
        source="“The city’s bridge opens in May,” Ada Brook said.",
    ),
)

TYPOGRAPHY: Final = Rule(
    code=Code.TYPOGRAPHY,
    verdict=Verdict.EXACT,
    severity=Severity.NONE,
    summary="Only typography differs: marks, apostrophes, dashes, spaces, ligatures, line breaks.",
    doc=(
        "Quotation marks and apostrophes may be curly or straight, dashes long or short, spaces plain or not to be "
        "broken; ligatures, soft hyphens, invisible characters, the Unicode form, a hyphen at a line's end, a slash "
        "for a line of verse and the plain-text marks of italics make no other words. Nor does what stands between "
        "the words without being of them: note numbers, page marks, running heads, times, stage notes. There is "
        "nothing to do. Where such a sign carries a value ($10.0 and $100, 1½ and 11/2), it is compared, not folded."
    ),
    template="The source writes “{source}”, the statement “{statement}”: typography only.",
    template_added="“{statement}” is typography only; the source has the same words.",
    template_left_out="“{source}” stands between the source's words and is not of them.",
    since="0.1",
    fires=Example(
        statement="We won't raise fares",
        speaker="Ada Brook",
        source="“We won’t raise fares,” Ada Brook said.",
    ),
    silent=Example(
        statement="The fare is $100 a month",
        speaker="Ada Brook",
        source="“The fare is $10.0 a month,” Ada Brook said.",
    ),
)

EDGE_CASE: Final = Rule(
    code=Code.EDGE_CASE,
    verdict=Verdict.EXACT,
    severity=Severity.NONE,
    summary="Only closing punctuation or capital letters differ.",
    doc=(
        "A comma stands before the closing mark where the source has a full stop; the source sets a line in capitals; "
        "a house writes Government and the source government. All style guides allow this and there is nothing to do. "
        "A closing question mark in place of a full stop is more than an edge (QC107, QC410), and where the case is "
        "all that tells two things apart (mW and MW) it is compared."
    ),
    template="The source ends or capitalises this otherwise: “{source}” for “{statement}”.",
    template_added="The source does not have the closing “{statement}”.",
    template_left_out="The source closes with “{source}”.",
    since="0.1",
    fires=Example(
        statement="The ferry runs on Sundays,",
        speaker="Ada Brook",
        source="Ada Brook said: “The ferry runs on Sundays.”",
    ),
    silent=Example(
        statement="The ferry runs, on Sundays",
        speaker="Ada Brook",
        source="Ada Brook said: “The ferry runs on Sundays”",
    ),
)

MARKED_OMISSION: Final = Rule(
    code=Code.MARKED_OMISSION,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="Words are left out where an ellipsis stands.",
    doc=(
        "Dots, with or without brackets, say that words of the same speaker are left out, and they are: the message "
        "shows which. Read them once, and ask whether a reader who knew them would be surprised. If they negate or "
        "limit what is left it is QC408; if they hide a change of speaker it is QC406. It stays silent for dots "
        "that the source has too; no dots are needed at either end of a fragment."
    ),
    template="The ellipsis leaves out “{source}”.",
    since="0.1",
    fires=Example(
        statement="The harbour … will be dredged in spring",
        speaker="Ada Brook",
        source="“The harbour, which was built by my grandfather, will be dredged in spring,” Ada Brook said.",
    ),
    silent=Example(
        statement="The harbour … well, it will be dredged",
        speaker="Ada Brook",
        source="“The harbour ... well, it will be dredged,” Ada Brook said.",
    ),
)

BRACKETED: Final = Rule(
    code=Code.BRACKETED,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="Words in brackets are added to the speaker's or stand in place of them.",
    doc=(
        "The bracket tells the reader that these words are the writer's; the message shows what the source has there. "
        "Round brackets count where the source lacks them, and letters in brackets belong to their word: [T]he, "
        "question[s]. See that the bracket explains and does not change. One whose own words negate, quantify or "
        "bring in a figure or a name that the source does not have there is QC402 to QC405. It stays silent for "
        "brackets that the source itself has."
    ),
    template="“{statement}” stands for the source's “{source}”.",
    template_added="“{statement}” is the writer's; the source has nothing there.",
    template_left_out="The brackets leave out “{source}”.",
    since="0.1",
    fires=Example(
        statement="They [the drivers] will be paid on Friday",
        speaker="Ada Brook",
        source="“They will be paid on Friday,” Ada Brook said of the drivers.",
    ),
    silent=Example(
        statement="They (most of them) will be paid",
        speaker="Ada Brook",
        source="“They (most of them) will be paid,” Ada Brook said.",
    ),
)

INTERRUPTED: Final = Rule(
    code=Code.INTERRUPTED,
    verdict=Verdict.EXACT,
    severity=Severity.NONE,
    summary="One utterance, which the source interrupts with an attribution or runs over paragraphs.",
    doc=(
        "The source writes “A,” she said. “B.” and the statement quotes A and B as one, or the other way round. "
        "Whoever quotes them joined or apart quotes one utterance, and there is nothing to do. If words of another "
        "speaker or a separate statement stand between the two, it is QC406."
    ),
    template="The source interrupts these words with “{source}”.",
    since="0.1",
    fires=Example(
        statement="The well is deep. It has never run dry.",
        speaker="Ada Brook",
        source="“The well is deep,” Ada Brook said. “It has never run dry.”",
    ),
    silent=Example(
        statement="The well is deep. It has never run dry.",
        speaker="Ada Brook",
        source="Ada Brook said: “The well is deep. It has never run dry.”",
    ),
)

CLEANED_UP: Final = Rule(
    code=Code.CLEANED_UP,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="Fillers and false starts of a transcript are left out.",
    doc=(
        "“Um”, “you know” and a word said twice are gone, and nothing else. Only policies that have the folding "
        "“fillers” allow it (transcript, news-tidy); under the others the same is QC202, because a house that prints "
        "exact words prints these too. What carries meaning is no "
        "filler: “like” in “like a thief”, the second “had” of “had had”."
    ),
    template="“{source}” is left out: a filler, a repeat or a false start.",
    since="0.1",
    fires=Example(
        statement="We will open the gates on Monday",
        speaker="Ada Brook",
        source="ADA BROOK: We will, um, open the the gates on Monday.\n\nBEN COLE: Good.",
        policy="transcript",
    ),
    silent=Example(
        statement="We will open the gates on Monday",
        speaker="Ada Brook",
        source="ADA BROOK: We will hardly open the gates on Monday.\n\nBEN COLE: Good.",
        policy="transcript",
    ),
)

INNER_PUNCTUATION: Final = Rule(
    code=Code.INNER_PUNCTUATION,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="A punctuation mark inside the words differs.",
    doc=(
        "A comma, semicolon, colon, dash, full stop, exclamation or question mark inside the quotation differs from "
        "the source's. Speech has no commas, so this is rarely a fault; for a written source, put the source's mark. "
        "It stays silent, and a graver code speaks, where the mark belongs to a figure ($10.0 and $100) or turns the "
        "scope of a “no”, “not” or “yes” beside it (“No more troops” and “No, more troops”)."
    ),
    template="The source has “{source}” where the statement has “{statement}”.",
    template_added="The source has no “{statement}” here.",
    template_left_out="The source has “{source}” here.",
    since="0.1",
    fires=Example(
        statement="The roof leaks, the walls are damp",
        speaker="Ada Brook",
        source="“The roof leaks; the walls are damp,” Ada Brook said.",
    ),
    silent=Example(
        statement="No, more troops will come",
        speaker="Ada Brook",
        source="“No more troops will come,” Ada Brook said.",
    ),
)

SPELLING: Final = Rule(
    code=Code.SPELLING,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="One word in two spellings: honour and honor, to-morrow, Zelenskiy and Zelensky.",
    doc=(
        "British and American forms, old forms, and transliterations of one name are one word. Houses respell in "
        "quotations; written sources are better left as they stand. It "
        "stays silent for words that merely look alike (affect and effect): those are QC201."
    ),
    template="The source spells “{source}”, the statement “{statement}”.",
    since="0.1",
    fires=Example(
        statement="It is an honor to open this theater",
        speaker="Ada Brook",
        source="“It is an honour to open this theatre,” Ada Brook said.",
    ),
    silent=Example(
        statement="The floods will effect every village",
        speaker="Ada Brook",
        source="“The floods will affect every village,” Ada Brook said.",
    ),
)

INITIAL_CASE: Final = Rule(
    code=Code.INITIAL_CASE,
    verdict=Verdict.EXACT,
    severity=Severity.NONE,
    summary="The first letter's case differs.",
    doc=(
        "A fragment is quoted as a sentence, or a sentence's beginning as a fragment, and its first letter is large "
        "or small accordingly. News style lets this pass; MLA style and courts want the letter in brackets: [T]he. "
        "It stays silent inside "
        "the quotation, where capitals are QC102."
    ),
    template="The source begins with “{source}”, the statement with “{statement}”.",
    since="0.1",
    fires=Example(
        statement="The orchard will be sold",
        speaker="Ada Brook",
        source="“I am afraid that the orchard will be sold,” Ada Brook said.",
    ),
    silent=Example(
        statement="the orchard will be sold",
        speaker="Ada Brook",
        source="“I am afraid that the orchard will be sold,” Ada Brook said.",
    ),
)

RENDERING: Final = Rule(
    code=Code.RENDERING,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="The same spoken words, written otherwise: three dollars and $3, Governor and Gov.",
    doc=(
        "A transcript writes what was said in one way, the draft in another, and read aloud they are the same. "
        "There is nothing to do. It stays silent for a written source, where the form is part of the words (QC201), "
        "and for another value (QC403)."
    ),
    template="The source writes “{source}” where the statement has “{statement}”: the same when spoken.",
    since="0.1",
    fires=Example(
        statement="The bridge will cost seven million dollars",
        speaker="Ada Brook",
        source="The bridge will cost 7 million dollars. We shall need a loan.",
        source_speaker="Ada Brook",
    ),
    silent=Example(
        statement="The bridge will cost eight million dollars",
        speaker="Ada Brook",
        source="The bridge will cost 7 million dollars. We shall need a loan.",
        source_speaker="Ada Brook",
    ),
)

DECLARED: Final = Rule(
    code=Code.DECLARED,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="The draft declares a kind of change, and no other is found.",
    doc=(
        "(emphasis added), (citations omitted), (footnote omitted) and (cleaned up) each promise one kind of change, "
        "behind the quotation or in brackets inside it, and the words are proved one by one: with (cleaned up), inner "
        "marks, brackets, dots, references and note marks may go; every word stays. It stays silent where other words "
        "changed as well: the promise is false, QC207."
    ),
    template="The draft declares “{statement}”, and nothing else differs.",
    since="0.1",
    fires=Example(
        statement="The duty is plain and it binds every guild",
        speaker="Ada Brook",
        source="The duty is plain, Brook v. Cole, 12 U.S. 3, 4 (1999), and it binds every guild.",
        source_speaker="Ada Brook",
        declares="(cleaned up)",
    ),
    silent=Example(
        statement="The duty is plain and it binds each guild",
        speaker="Ada Brook",
        source="The duty is plain, Brook v. Cole, 12 U.S. 3, 4 (1999), and it binds every guild.",
        source_speaker="Ada Brook",
        declares="(cleaned up)",
    ),
)

MASKED: Final = Rule(
    code=Code.MASKED,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="An obscenity or a name is masked.",
    doc=(
        "Dashes, stars or a bracket stand for a word that the house does not print: f---, [expletive], [name]. The "
        "letters that are left agree with the source's word. See that the mask does not hide who is meant. It stays "
        "silent where the letters do not agree, and where the word is neither an obscenity nor a name: that is QC201."
    ),
    template="“{statement}” masks the source's “{source}”.",
    since="0.1",
    fires=Example(
        statement="We fixed the d--- pump ourselves",
        speaker="Ada Brook",
        source="“We fixed the damn pump ourselves,” Ada Brook said.",
    ),
    silent=Example(
        statement="We fixed the d--- pump ourselves",
        speaker="Ada Brook",
        source="“We fixed the diesel pump ourselves,” Ada Brook said.",
    ),
)

EXTRACTION_NOISE: Final = Rule(
    code=Code.EXTRACTION_NOISE,
    verdict=Verdict.EXACT,
    severity=Severity.NOTE,
    summary="The difference looks like the reading of the file, not like other words.",
    doc=(
        "Files that come from scans, page layouts and captions join words, split them, lose a letter or say a caption "
        "twice. Where the reading explains the difference and leaves no other word, or a second reading of a PDF file "
        "makes words of the same letters, it is put down to the file; look at the page if the passage matters. It "
        "stays silent where both readings are words: “now here” is not “nowhere”, a county is no country."
    ),
    template="The file reads “{source}” for “{statement}”: joined, split or lost letters.",
    template_left_out="The file has “{source}” besides: it looks like a doubled caption.",
    since="0.1",
    fires=Example(
        statement="The government will pay for the flood",
        speaker="Ada Brook",
        source="“The govern ment will pay for the flood,” Ada Brook said.",
    ),
    silent=Example(
        statement="The minister is nowhere",
        speaker="Ada Brook",
        source="“The minister is now here,” Ada Brook said.",
    ),
)

WORDS: Final = (
    VERBATIM,
    TYPOGRAPHY,
    EDGE_CASE,
    MARKED_OMISSION,
    BRACKETED,
    INTERRUPTED,
    CLEANED_UP,
    INNER_PUNCTUATION,
    SPELLING,
    INITIAL_CASE,
    RENDERING,
    DECLARED,
    MASKED,
    EXTRACTION_NOISE,
)
