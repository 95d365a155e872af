"""German function words by kind, and the persons of pronouns."""

from __future__ import annotations

from typing import Final

from quotecheck.language.lists import words

ARTICLES: Final = frozenset(words("der die das den dem des ein eine einen einem einer eines"))

# "sie", "ihr" and their forms may be she, they or you, so they have no person here.
PERSONS: Final = {
    word: person
    for person, forms in {
        "1s": "ich mich mir mein meine meinen meinem meiner meines",
        "1p": "wir uns unser unsere unseren unserem unserer unseres",
        "2": "du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer eures",
        "3m": "er ihn ihm",
        "3n": "es",
    }.items()
    for word in words(forms)
}

PRONOUNS: Final = frozenset(PERSONS) | frozenset(
    words("""
    sie ihr ihre ihren ihrem ihrer ihres ihnen sein seine seinen seinem seiner seines sich man wer wen wem wessen was
    dies diese dieser diesen diesem dieses jene jener jenen jenem jenes derjenige diejenigen welche welcher welchen
    welchem welches deren dessen denen jemand jemanden niemand niemanden etwas nichts alles jeder jede jedes jeden
    jedem einander selbst selber
    """)
)

AUXILIARIES: Final = frozenset(
    words("""
    sein bin bist ist sind seid war waren warst wart gewesen sei seien wäre wären haben habe hast hat habt hatte
    hatten gehabt hätte hätten werden werde wirst wird werdet wurde wurden worden geworden würde würden können kann
    kannst konnte konnten könnte könnten müssen muss muß musst musste mussten müsste müssten sollen soll sollte
    sollten wollen will wollte wollten dürfen darf durfte durften dürfte dürften mögen mag mochte möchte möchten
    """)
)

CONJUNCTIONS: Final = frozenset(
    words("""
    und oder aber denn sondern doch dass daß weil wenn ob als obwohl während bevor nachdem bis damit falls sobald
    solange sofern sowie sowohl weder noch entweder wie da indem jedoch
    """)
)

PREPOSITIONS: Final = frozenset(
    words("""
    in im ins an am ans auf aus bei beim mit nach von vom zu zum zur für durch gegen ohne um über unter vor hinter
    neben zwischen seit trotz wegen während bis ab außer gegenüber laut entlang statt innerhalb außerhalb per pro
    """)
)

OTHERS: Final = frozenset(
    words("""
    nicht kein keine keinen keinem keiner keines nie niemals ja nein auch nur noch schon sehr so hier da dort dann nun
    jetzt wo wann warum wieso mehr viel viele einige alle allen aller etwa wohl mal eben halt
    """)
)
