"""English words that declare what a quotation changes, and that stand for what a house does not print. Data only."""

from __future__ import annotations

_WHAT = r"(?:(?:all|some|internal|inner) )?"
_LEFT = rf"{_WHAT}(?:case )?(?:citations?|references?|cites?)"
_NOTES = rf"{_WHAT}(?:footnotes?|endnotes?|note (?:calls|marks))"
_MARKS = rf"{_WHAT}(?:quotation marks|quotes|marks|brackets|alterations?|ellips[ie]s)"

DECLARING = {
    "emphasis": (
        r"(?:(?:my|our|all|some) )?(?:emphas[ie]s|italics|boldface|underlining)(?: (?:is|are))? "
        r"(?:added|mine|ours|supplied|by [^()\[\]]{1,40})",
        r"(?:my|our) (?:emphasis|italics)",
    ),
    "citations": (rf"{_LEFT}(?: (?:is|are))? omitted",),
    "notes": (rf"{_NOTES}(?: (?:is|are))? omitted",),
    "marks": (rf"{_MARKS}(?: (?:is|are))? omitted",),
    "cleaned-up": (r"cleaned[ -]up", r"quotations? simplified"),
    "original": (
        r"(?:emphas[ie]s|italics|alterations?|ellips[ie]s|brackets|omissions?|footnotes?|spelling|punctuation)"
        r"(?: (?:is|are))? (?:in (?:the )?original|original)",
    ),
}
TOGETHER = (rf"(?P<first>{_LEFT}|{_NOTES}|{_MARKS})(?:,? and |, )(?P<rest>[a-z ,]{{3,60}}omitted)",)

OBSCENE = frozenset(
    "fuck motherfuck shit bullshit horseshit cunt cock dick prick piss bitch bastard whore slut wank twat bollock ass"
    " asshole arse arsehole damn goddamn crap tit turd bugger nigger nigga faggot fag hell bloody pussy douche"
    " douchebag dumbass jackass bollocks tosser sod retard kike spic chink gook paki coon dyke tranny wog".split()
)
MASKS = frozenset(
    "expletive|expletives|obscenity|obscenities|profanity|vulgarity|swearword|swear word|curse word|slur|racial slur|"
    "bleep|beep|expletive deleted|expletives deleted|obscenity deleted".split("|")
)
MASKED_NAMES = frozenset(
    {"name", "name withheld", "name removed", "name deleted", "name redacted", "redacted", "surname", "first name",
     "last name", "victim's name", "name of child", "child's name"}
)  # fmt: skip
