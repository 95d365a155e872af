"""German: who says what. Every case that fires has a near neighbour beside it that stays silent."""

from __future__ import annotations

import pytest

from quotecheck.model import Text
from quotecheck.speech.statements import extract


def direct(content: str) -> list[tuple[str | None, str]]:
    return [
        (one.speaker, one.text)
        for one in extract(Text(content=content, language="de"))
        if one.kind.value == "direct" and not one.term
    ]


def reported(content: str) -> list[tuple[str | None, str]]:
    return [
        (one.speaker, one.text)
        for one in extract(Text(content=content, language="de"))
        if one.kind.value in ("indirect", "mixed")
    ]


SPEAKERS = {
    "verb, then subject": ("„Wir bauen“, sagte Ida Weber.", "Ida Weber"),
    "so": ("„Wir bauen“, so Bürgermeisterin Ida Weber.", "Ida Weber"),
    "any verb and a person": ("„Wir bauen“, freute sich Ida Weber.", "Ida Weber"),
    "separable verb": ("„Wir bauen“, fügte Ida Weber hinzu.", "Ida Weber"),
    "colon, then a verb after all": ("Die Stadt will handeln: „Wir bauen bald“, erklärte Ida Weber.", "Ida Weber"),
    "colon without a verb": ("Der Sprecher, Jo Frey, versuchte zu beruhigen: „Wir bauen.“", "Jo Frey"),
    "verb before the subject before a colon": ("Hier sparte Ida Weber nicht mit Kritik: „Zu spät.“", "Ida Weber"),
    "second verb of the sentence": ("Als es laut wurde, kam Ida Weber und rief: „Ruhe bitte!“", "Ida Weber"),
    "piece after von": ("Ida Weber sprach von einer „schweren Stunde“.", "Ida Weber"),
    "piece after von, in front": ("Von einer „schweren Stunde“ sprach Ida Weber.", "Ida Weber"),
    "piece after als": ("Ida Weber wies den Vorwurf als „haltlos“ zurück.", "Ida Weber"),
    "object after the subject": ("Als „großes Glück“ bezeichnete die Forscherin Ida Weber den Fund.", "Ida Weber"),
    "two people": ("Wie es hieß, soll Weber zu Frey gesagt haben: „Geh nach Hause.“", "Weber"),
    "clause with dass in marks": ("Ida Weber hofft aber, „dass es gut geht.“", "Ida Weber"),
    "pluperfect after the clause": ("Die Arbeit sei „nicht frei von Fehlern“, hatte Ida Weber gesagt.", "Ida Weber"),
    "after a noun": ("Ida Weber ist der Ansicht, dass der Plan „viel zu teuer“ sei.", "Ida Weber"),
    "goes on in the mood of reported speech": (
        "Ida Weber betonte, die Stadt habe Zeit. Sie sei „gut vorbereitet und ruhig“.",
        "Ida Weber",
    ),
    "view": ("Für den Trainer Jo Frey war das Spiel „eine einzige Qual“.", "Jo Frey"),
    "plan": ("Auch der Sprecher der Partei, Jo Frey, will „in Ruhe noch einmal prüfen“, ob es geht.", "Jo Frey"),
    "participle between article and name": ("„Wir bauen“, schrieb die in Linn geborene Ida Weber.", "Ida Weber"),
    "name with particles in front": ("Von der Heide betonte, es sei „gut so wie es ist“.", "Von der Heide"),
    "quoted by a paper": ("„Wir bauen bald“, zitierte man Ida Weber.", "Ida Weber"),
    "a source in the sentence before": ("Nach Ansicht von Ida Weber ist es zu spät. „Das ist nun so.“", "Ida Weber"),
    "a new sentence after a figure": ("Es gab das Modell 3. Ein Sprecher teilte mit: „Es ist gut.“", "Ein Sprecher"),
}


@pytest.mark.parametrize(("content", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_who_speaks(content: str, speaker: str) -> None:
    found = direct(content)
    assert found and found[-1][0] is not None
    assert found[-1][0].removeprefix("die in Linn geborene ") == speaker


NOBODY = {
    "a source that is an office, not a person": "Nach Polizeiangaben waren es viele. „Das ist eine große Zahl.“",
    "a view that is a thing's": "Für den Winter war es „ungewöhnlich warm und trocken“.",
    "piece of the narrator": "Eine „ernsthafte und lange Spur“ führte nach Linn.",
}


@pytest.mark.parametrize("content", NOBODY.values(), ids=NOBODY)
def test_nobody_is_named(content: str) -> None:
    assert [speaker for speaker, _ in direct(content)] == [None]


TERMS = {
    "newspaper": "Wie die Zeitung „Der Bote“ meldet, ist die Brücke zu.",
    "name in small letters after a word for its kind": "Die Firma „linn energie ag“ baut die Brücke.",
    "the same name again": "Die Firma „linn energie ag“ baut. Die Chefs der „linn energie ag“ freuen sich.",
    "web site": "Die Fotos stehen auf „linn.example“ bereit.",
    "sogenannt": "Das so genannte „kalte Licht“ kam aus dem Meer.",
    "abbreviation": "Die Behörde für Brücken (kurz: „bb“) prüft.",
    "motto": "Sie zogen unter dem Motto „Brücken für alle!“ durch Linn.",
    "initials": "Die „Vereinigung für Brücken und Wege“ (VBW) tagt in Linn.",
    "long title": "Ihr wurde das „Große Kreuz mit dem Stern für Verdienste um die Stadt“ verliehen.",
    "part of a word": "An eine „Eins zu Eins“-Übernahme war nicht gedacht.",
    "paper in which somebody writes": "In der „Post am Sonntag“ schreibt Ida Weber, die Stadt habe Zeit.",
    "one word of the narrator": "Diese „beeinträchtigten“ Tiere wurden gezählt.",
}


@pytest.mark.parametrize("content", TERMS.values(), ids=TERMS)
def test_names_and_terms_are_nobodys_words(content: str) -> None:
    assert direct(content) == []


SAID = {
    "one word after als": ("Der Chef wies die Vorwürfe als „haltlos“ zurück.", "haltlos"),
    "one word in reported speech": ("Jo Frey klagte. Die Klauseln seien „alarmierend“.", "alarmierend"),
    "a clause after a noun of saying": (
        "Auf dem Plakat stand die Parole „Wir warten auf euch“.",
        "Wir warten auf euch",
    ),
    "infinitive": (
        "Sie zogen durch Linn, um auf „Missstände aufmerksam zu machen“.",
        "Missstände aufmerksam zu machen",
    ),
    "sentence after a sentence's verb": (
        "„Ich trete an als freier Kandidat“, strich Frey in Linn heraus.",
        "Ich trete an als freier Kandidat",
    ),
}


@pytest.mark.parametrize(("content", "text"), SAID.values(), ids=SAID)
def test_pieces_that_somebody_said(content: str, text: str) -> None:
    assert text in [one for _, one in direct(content)]


REPORTED = {
    "dass": ("Ida Weber sagte, dass die Brücke sicher ist.", "Ida Weber", "die Brücke sicher ist"),
    "mood": ("Ida Weber sagte, die Brücke sei sicher.", "Ida Weber", "die Brücke sei sicher"),
    "mood by its ending": ("Ida Weber sagte, die Stadt rechne mit Regen.", "Ida Weber", "die Stadt rechne mit Regen"),
    "a clause in the clause": (
        "Ida Weber sagte, sie werde dafür sorgen, dass die Brücke hält.",
        "Ida Weber",
        "sie werde dafür sorgen, dass die Brücke hält",
    ),
    "infinitive": (
        "Jo Frey (Grüne) hat gefordert, die Brücke sofort zu sperren.",
        "Jo Frey",
        "die Brücke sofort zu sperren",
    ),
    "davon aus": ("Die Polizei geht davon aus, dass der Täter floh.", "Die Polizei", "der Täter floh"),
    "davon aus, apposition": (
        "Zunächst ging Ida Weber, die Chefin, davon aus, dass alle kommen.",
        "Ida Weber",
        "alle kommen",
    ),
    "newspaper between": ("Ida Weber sagte dem „Boten“, dass alle kommen.", "Ida Weber", "alle kommen"),
    "noun and its owner": (
        "Die Forderung des Rats, die Brücke zu sperren, blieb.",
        "des Rats",
        "die Brücke zu sperren",
    ),
    "noun and the subject": ("Ida Weber ist der Ansicht, die Stadt habe Zeit.", "Ida Weber", "die Stadt habe Zeit"),
    "nobody": ("Es wird befürchtet, dass die Brücke bricht.", None, "die Brücke bricht"),
    "es heißt": ("Bisher hieß es, die Brücke halte.", None, "die Brücke halte"),
    "laut": ("Laut Ida Weber ist die Brücke sicher.", "Ida Weber", "ist die Brücke sicher"),
    "laut, a newspaper in marks": ("Laut „Boten“ ist die Brücke sicher.", "„Boten“", "ist die Brücke sicher"),
    "nach Angaben, genitive": (
        "Nach Angaben eines Sprechers der Stadt ist die Brücke sicher.",
        "eines Sprechers der Stadt",
        "ist die Brücke sicher",
    ),
    "nach, another noun": ("Nach ersten Erkenntnissen war es ein Unfall.", "ersten Erkenntnissen", "war es ein Unfall"),
    "aus Sicht": ("Aus Sicht der Stadt ist alles sicher.", "der Stadt", "ist alles sicher"),
    "zufolge": ("Der Polizei zufolge war es ein Unfall.", "Der Polizei", "war es ein Unfall"),
    "so": ("Der Plan sei, so Ida Weber, viel zu teuer.", "Ida Weber", "Der Plan sei viel zu teuer"),
    "clause before the verb": ("Die Brücke sei sicher, sagte Ida Weber.", "Ida Weber", "Die Brücke sei sicher"),
    "wie": ("Die Brücke ist sicher, wie Ida Weber mitteilte.", "Ida Weber", "Die Brücke ist sicher"),
    "hearsay": ("Ein Mann soll das Geld gestohlen haben.", None, "Ein Mann soll das Geld gestohlen haben."),
    "reporter goes on": (
        "Sie räumte ein, die Brücke könne brechen, sprach aber von Glück.",
        "Sie",
        "die Brücke könne brechen",
    ),
}


@pytest.mark.parametrize(("content", "speaker", "text"), REPORTED.values(), ids=REPORTED)
def test_what_is_reported(content: str, speaker: str | None, text: str) -> None:
    assert (speaker, text) in reported(content)


GOES_ON = {
    "the same mood": "Ida Weber sagte, die Brücke sei sicher. Sie halte noch lange. Man habe sie geprüft.",
    "in the next paragraph": "Ida Weber sagte, die Brücke sei sicher.\n\nMan habe sie geprüft, sei ruhig. Sie halte.",
}


@pytest.mark.parametrize("content", GOES_ON.values(), ids=GOES_ON)
def test_reported_speech_goes_on_over_sentences(content: str) -> None:
    assert [speaker for speaker, _ in reported(content)] == ["Ida Weber"] * 3


SILENT = {
    "purpose": "Die Menschen forderten den Rücktritt, um den Weg freizumachen.",
    "result": "Die Angebote fanden keine Zustimmung, so dass der Rat das Ende erklärte.",
    "relative clause": "Die Firma hat Filme angekündigt, die mit Musik ausgestattet sind.",
    "apposition before the verb": "Der Kandidat der Grünen, Jo Frey, analysierte die Lage.",
    "introduction before the verb": "Wenn der Mann verurteilt werden sollte, droht ihm Haft.",
    "phrase before the verb": "In einem gestern gedruckten Bericht, der dem Rat vorliegt, fordert Jo Frey Geld.",
    "example": "Viele zogen fort, so auch Ida Weber.",
    "wie, a comparison": "Das Wetter bestätigt Gefahren wie Stürme und Regen in Linn.",
    "indicative goes on with the tale": "Am Tag darauf haben zwei Leute die Brücke geprüft.",
    "obligation": "Die Brücke soll im Mai fertig sein.",
    "time": "Nach der Wahl ist alles gut.",
}


@pytest.mark.parametrize("content", SILENT.values(), ids=SILENT)
def test_neighbours_that_report_nothing(content: str) -> None:
    assert reported(content) == []


def test_the_tale_goes_on_after_reported_speech() -> None:
    content = "Ida Weber sagte, die Brücke sei sicher. Zwei Leute haben sie gestern geprüft."
    assert reported(content) == [("Ida Weber", "die Brücke sei sicher")]
