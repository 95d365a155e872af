"""Italian words round reported speech. Verbs and nouns of saying stand in ``saying``."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = """
lui=m lei=f egli=m ella=f loro=p essi=p esse=p noi=1 io=1 tu=2 voi=2 questi=m costui=m costei=f chi=c
"""
DETERMINERS: Final = """
il lo la i gli le l' un uno una un' questo questa questi queste quest' quello quella quel quei quegli quelle quell' suo
sua suoi sue loro nostro nostra vostro mio mia alcuni alcune molti molte altri altre due tre quattro cinque ogni tutti
tutte vari varie
"""
GENITIVES: Final = "di del dello della dell' dei degli delle d'"
INNER_PREPOSITIONS: Final = "di del dello della dell' dei degli delle d' a al allo alla all' ai agli alle per"
PREPOSITIONS: Final = """
in con su da tra fra nel nello nella nell' nei negli nelle dal dallo dalla dall' dai dagli dalle sul sullo sulla sull'
sui sugli sulle contro verso senza durante dopo prima presso secondo sotto sopra oltre entro
"""
CONJUNCTIONS: Final = (
    "e ed o od ma però che ch' chi quando dove se come perché poiché mentre quindi dunque né cui quale"
)
AUXILIARIES: Final = """
ha hanno aveva avevano ho abbia avrebbe avrà è sono era erano sarà sarebbe stato stata fu furono può possono deve devono
non si ci gli le lo la ne mi va
"""
PASSIVES: Final = "è sono era erano fu furono viene vengono venne stato stata sarà"
ADVERBS: Final = """
anche ancora già ieri oggi domani poi quindi inoltre però tuttavia così sempre mai infine intanto allora qui là subito
lunedì martedì mercoledì giovedì venerdì sabato domenica
"""
ADVERB_ENDINGS: Final = "mente"
THAT: Final = "che ch' se perché"
DROPPED: Final = "che ch'"
AS_WORDS: Final = "come"
SOURCES: Final = "secondo; stando a; a detta di; a giudizio di; a parere di; nelle parole di; per bocca di"
PARTICLES: Final = "di de del della dei degli da dal la lo van von der e y & d' dell'"
ADDRESSING: Final = "informa informò avverte avvertì chiede chiese"
ABBREVIATIONS: Final = "sig sigg dott dr prof avv ing on sen gen ss st s art ecc pag n no mons ten col cap es"
TITLES: Final = """
sig signor signora signorina dott dottor dottoressa prof professor professoressa avv avvocato ing presidente ministro
ministra sindaco sindaca papa re regina generale onorevole senatore senatrice monsignor don
"""
CLITICS: Final = r"(?:[cdlmnstvCDLMNSTV]|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull|[Uu]n|[Qq]uest|[Qq]uell|[Cc]h)['’]"
JOINING: Final = "e ed o"
LINKS: Final = "e ed ma mentre"
RELATIVES: Final = "che chi"
LOOSE_SOURCES: Final = "secondo"
NAMING: Final = "definisce definì definito definiva parla parlò parlato parlava"
QUOTING: Final = "cita citò citato"
WITH_WORDS: Final = "con parole; con frase"
CALLING: Final = "come un una uno di un'"
BY: Final = "da dal dallo dalla dall' dai dagli dalle"
GENDERED_TITLES: Final = """
sig=m signor=m don=m signora=f signorina=f re=m regina=f papa=m dottoressa=f professoressa=f
"""
PERSON_NOUNS: Final = """
uomo=m donna=f ragazzo=m ragazza=f padre=m madre=f fratello=m sorella=f figlio=m figlia=f
"""
TITLE_FORMS: Final = "dott=dottor prof=professor avv=avvocato sig=signor"
