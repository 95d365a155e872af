"""French, Spanish and Italian: the marks, the words of saying inside them, the dash, and what is only reported."""

from __future__ import annotations

import pytest

from quotecheck.language.guess import guess_language
from quotecheck.model import Text
from quotecheck.speech.statements import extract


def told(content: str, language: str) -> list[tuple[str, str | None, str]]:
    return [
        (one.kind.value, one.speaker, one.text)
        for one in extract(Text(content=content, language=language))
        if not one.term
    ]


FRENCH = {
    "guillemets, then the verb": ("« Nous rebâtirons », a déclaré Ana Ruiz.", "Ana Ruiz", "Nous rebâtirons"),
    "inversion": ("« Nous rebâtirons », a-t-elle dit. Ana Ruiz est maire.", "elle", "Nous rebâtirons"),
    "verb before the name": ("« C'est fini », affirme la maire Ana Ruiz.", "Ana Ruiz", "C'est fini"),
    "colon": ("Ana Ruiz a expliqué : « Nous rebâtirons. »", "Ana Ruiz", "Nous rebâtirons."),
    "selon": ("Selon Ana Ruiz, le pont est « trop vieux pour durer ».", "Ana Ruiz", "trop vieux pour durer"),
    "interrupted": (
        "« Le pont, a déclaré Ana Ruiz, est fermé », et la route aussi.",
        None,
        "Le pont, a déclaré Ana Ruiz, est fermé",
    ),
    "interrupted, marks closed": (
        "« Le pont », a déclaré Ana Ruiz, « est fermé. »",
        "Ana Ruiz",
        "Le pont est fermé.",
    ),
}
SPANISH = {
    "angular marks": ("«Vamos a reconstruir», dijo Ana Ruiz.", "Ana Ruiz", "Vamos a reconstruir"),
    "verb before the name": ("«Se acabó», aseguró la alcaldesa Ana Ruiz.", "Ana Ruiz", "Se acabó"),
    "colon": ("Ana Ruiz afirmó: «Vamos a reconstruir».", "Ana Ruiz", "Vamos a reconstruir"),
    "según": ("Según Ana Ruiz, el puente es «demasiado viejo para durar».", "Ana Ruiz", "demasiado viejo para durar"),
    "interrupted": ("«El puente», dijo Ana Ruiz, «está cerrado».", "Ana Ruiz", "El puente está cerrado"),
}
ITALIAN = {
    "angular marks": ("«Ricostruiremo», ha detto Ana Ruiz.", "Ana Ruiz", "Ricostruiremo"),
    "curly marks": ("“Ricostruiremo”, ha detto Ana Ruiz.", "Ana Ruiz", "Ricostruiremo"),
    "verb before the name": ("«È finita», afferma la sindaca Ana Ruiz.", "Ana Ruiz", "È finita"),
    "article joined to the name's role": ("«È finita», spiega l'assessore Ana Ruiz.", "Ana Ruiz", "È finita"),
    "colon": ("Ana Ruiz ha spiegato: «Ricostruiremo tutto».", "Ana Ruiz", "Ricostruiremo tutto"),
    "subject first": ("Ana Ruiz ha detto che il ponte è «troppo vecchio per reggere».", "Ana Ruiz", None),
    "secondo": ("Secondo Ana Ruiz, il ponte è «troppo vecchio per reggere».", "Ana Ruiz", "troppo vecchio per reggere"),
    "interrupted": ("«Il ponte», ha detto Ana Ruiz, «è chiuso».", "Ana Ruiz", "Il ponte è chiuso"),
    "denial": ("«Non è vero», nega Ana Ruiz.", "Ana Ruiz", "Non è vero"),
}
DIRECT = [
    pytest.param(language, *case, id=f"{language}-{name}")
    for language, table in {"fr": FRENCH, "es": SPANISH, "it": ITALIAN}.items()
    for name, case in table.items()
]


@pytest.mark.parametrize(("language", "content", "speaker", "text"), DIRECT)
def test_who_says_what_stands_in_marks(language: str, content: str, speaker: str | None, text: str | None) -> None:
    found = [(who, words) for kind, who, words in told(content, language) if kind == "direct"]
    assert found and found[0][0] == speaker
    assert text is None or found[0][1] == text


REPORTED = {
    "fr, que": ("fr", "Ana Ruiz a dit que le pont est fermé.", "Ana Ruiz", "le pont est fermé"),
    "es, que": ("es", "Ana Ruiz dijo que el puente está cerrado.", "Ana Ruiz", "el puente está cerrado"),
    "it, che": ("it", "Ana Ruiz ha detto che il ponte è chiuso.", "Ana Ruiz", "il ponte è chiuso"),
    "it, che, present": ("it", "La sindaca Ana Ruiz sostiene che il ponte è sicuro.", "Ana Ruiz", "il ponte è sicuro"),
    "it, secondo": ("it", "Secondo Ana Ruiz, il ponte è chiuso.", "Ana Ruiz", "il ponte è chiuso"),
}


@pytest.mark.parametrize(("language", "content", "speaker", "text"), REPORTED.values(), ids=REPORTED)
def test_what_is_reported(language: str, content: str, speaker: str, text: str) -> None:
    assert ("indirect", speaker, text) in told(content, language)


SILENT = {
    "it, a thing done": ("it", "Ana Ruiz ha chiuso il ponte che porta al mare."),
    "it, second": ("it", "Il ponte fu chiuso per la seconda volta in marzo."),
    "it, a title in marks": ("it", "Il film «La Grande Bellezza» esce oggi."),
    "fr, a thing done": ("fr", "Ana Ruiz a fermé le pont qui mène à la mer."),
    "es, a thing done": ("es", "Ana Ruiz cerró el puente que lleva al mar."),
}


@pytest.mark.parametrize(("language", "content"), SILENT.values(), ids=SILENT)
def test_neighbours_that_nobody_said(language: str, content: str) -> None:
    assert told(content, language) == []


DASHES = {
    "fr": "— Où vas-tu ? demanda Luc.\n\n— À la mer, répondit Ève.\n",
    "es": "—¿Adónde vas? —preguntó Luc.\n\n—Al mar —respondió Eva.\n",
    "it": "— Dove vai? domandò Luca.\n\n— Al mare, rispose Eva.\n",
}


@pytest.mark.parametrize(("language", "content"), DASHES.items())
def test_a_dash_opens_speech(language: str, content: str) -> None:
    found = [(who, words) for kind, who, words in told(content, language) if kind == "direct"]
    assert len(found) == 2
    assert [str(who)[0] for who, _ in found] == ["L", found[1][0][0] if found[1][0] else "E"]
    assert all("rispose" not in words and "respondi" not in words for _, words in found)


def test_italian_is_told_by_its_small_words() -> None:
    assert guess_language("Il ministro ha detto che il ponte non è sicuro e che la città lo chiude.") == "it"
    assert guess_language("El ministro dijo que el puente no es seguro y que la ciudad lo cierra.") == "es"
