"""English words that speak to the reader and claim nothing: greetings, instructions, answers that do not answer."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

GREETINGS: Final = frozenset(
    words("""
    hello hi hey greetings welcome goodbye bye cheers sorry thanks sure certainly absolutely okay ok yes no great
    understood alright dear
    """)
)
"""Words that alone, or with two more, are a greeting or an assent."""

COURTESIES: Final = (
    "thank you", "thanks for", "thanks again", "of course", "good morning", "good afternoon", "good evening",
    "best regards", "kind regards", "yours sincerely", "i hope this", "hope this", "hope that helps", "let me know",
    "feel free", "happy to help", "i am happy to", "i'm happy to", "i'd be happy", "i would be happy", "glad to help",
    "you're welcome", "you are welcome", "don't hesitate", "do not hesitate", "i can help", "i will summarise",
    "i will summarize", "i'll summarise", "i'll summarize", "is there anything", "if you have any", "if you need",
    "if you would like", "if you'd like", "would you like", "dear reader", "dear readers",
)  # fmt: skip
"""Beginnings of sentences that are words to the reader."""

ANNOUNCEMENTS: Final = (
    "here is", "here's", "here are", "below is", "below are", "the following is", "the following are", "in summary:",
    "to summarise:", "to summarize:", "in short:", "these are the", "this is a summary", "this is the summary",
)  # fmt: skip
"""Beginnings of sentences that announce what comes, where a colon ends them or a word such as "summary" is in them."""

ANNOUNCED: Final = frozenset(
    words("summary overview answer list points takeaways breakdown outline response explanation version draft")
)

INSTRUCTIONS: Final = frozenset(
    words("""
    see note read click check contact visit consult refer remember consider make use try ask tell go keep add mix turn
    press open choose follow ensure be take give select enter install run save write send watch listen look call
    avoid imagine compare download subscribe share explain describe list summarise summarize answer ignore bring put
    """)
)
"""Verbs that open an instruction, where what they act on follows at once."""

POINTING: Final = frozenset(words("see refer consult visit contact check"))
"""Those of them that a name or a noun may follow without an article: "See annex 3"."""

AFTER_INSTRUCTION: Final = frozenset(
    words("""
    the a an this that these those your our my his her its their it them me us yourself sure all any each every both
    here below above also out up again carefully only
    """)
)

NOTING: Final = (
    "note that", "please note that", "it should be noted that", "it is worth noting that", "remember that",
    "keep in mind that", "in conclusion,", "in summary,", "in short,", "to summarise,", "to summarize,", "overall,",
    "in addition,", "additionally,", "furthermore,", "moreover,", "finally,", "lastly,", "firstly,", "secondly,",
    "first,", "second,", "third,", "however,", "therefore,", "also,", "yes,", "no,", "sure,", "certainly,", "indeed,",
    "for example,", "for instance,", "in fact,", "as a result,",
)  # fmt: skip
"""Beginnings of sentences that go before a claim and are none of it."""

DOCUMENTS: Final = frozenset(
    words("context document documents text texts passage passages excerpt excerpts source sources material snippet")
)
"""What an answer calls the text it rests on."""

SILENT: Final = frozenset(
    words("""
    mention mentioned say said state stated specify specified provide provided contain contained include included
    indicate indicated give given tell discuss discussed address addressed explain explained clear available
    """)
)
"""Words of a sentence that says that a text does not tell."""

NO_ANSWER: Final = (
    "i don't know", "i do not know", "i cannot answer", "i can't answer", "i cannot determine", "i can't determine",
    "i could not find", "i couldn't find", "i am not able", "i'm not able", "i am unable", "i'm unable",
    "there is no information", "there is no mention", "there is not enough information", "no information",
    "it is not clear from", "it is unclear from", "not enough information",
)  # fmt: skip
