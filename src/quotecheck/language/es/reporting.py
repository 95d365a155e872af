"""Spanish words round reported speech. Verbs and nouns of saying stand in ``saying``."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = """
él=m ella=f ellos=p ellas=p usted=2 nosotros=1 yo=1 tú=2 este=m esta=f éste=m ésta=f quien=c quienes=p
"""
DETERMINERS: Final = """
el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra varios varias dos
tres cuatro cinco algunos algunas muchos otro otra otros otras cada todo todos aquel aquella lo
"""
GENITIVES: Final = "de del"
INNER_PREPOSITIONS: Final = "de del para al a"
PREPOSITIONS: Final = """
en con sin sobre bajo por entre hacia hasta desde durante ante contra según tras mediante salvo excepto
"""
CONJUNCTIONS: Final = "y e o u pero sino que quien cuando donde si como porque pues aunque mientras cuyo cual ni"
AUXILIARIES: Final = """
ha han había habían he haya habrá habría es son era eran fue fueron será sería está están estaba va van puede debe no
se le les lo la nos me
"""
PASSIVES: Final = "es son era eran fue fueron sido será"
ADVERBS: Final = """
también ya aún todavía ayer hoy mañana luego después entonces además asimismo sin embargo así siempre nunca ahora
lunes martes miércoles jueves viernes sábado domingo aquí allí antes finalmente igualmente
"""
ADVERB_ENDINGS: Final = "mente"
THAT: Final = "que si cómo"
AS_WORDS: Final = "como según"
SOURCES: Final = "según; de acuerdo con; a juicio de; en palabras de; en opinión de; al decir de"
SOURCES_AFTER: Final = ""
TAGS: Final = ""
PARTICLES: Final = "de la las los del y von van der al el bin e &"
ADDRESSING: Final = "informa informó avisa avisó pregunta preguntó advierte advirtió pide pidió"
ABBREVIATIONS: Final = "sr sra srta sres d dª dr dra ud uds vd etc pág núm art ee.uu ee uu p.ej gral avda st prof"
TITLES: Final = "sr sra señor señora don doña d dr dra presidente presidenta ministro ministra rey reina general papa"
NOUNS_CAPITAL: Final = False
ORDINAL_DOTS: Final = False
CLITICS: Final = ""
VERB_SECOND: Final = False
JOINING: Final = "y e o"
RELATIVES: Final = "que quien"
BARE: Final = ""
REPORTIVE: Final = ""
LOOSE_SOURCES: Final = "según"
OBLIQUE: Final = ""
SEPARATED: Final = ""
NAMING: Final = "calificó califica tachó tildó habló"
QUOTING: Final = "cita citó"
STANDING: Final = ""
OPINIONS: Final = ""
# Words before marks round what somebody calls something.
CALLING: Final = "como un una de"
BY: Final = "por"
# Forms of address and ranks that tell the gender.
GENDERED_TITLES: Final = """
sr=m señor=m don=m sra=f señora=f doña=f rey=m reina=f
"""
# Nouns for a person, with the gender they tell; "c" for either.
PERSON_NOUNS: Final = """
hombre=m mujer=f niño=m niña=f padre=m madre=f hermano=m hermana=f
"""
ROLE_ENDINGS: Final = ""
TITLE_FORMS: Final = "dr=doctor dra=doctora"
POSSESSIVES: Final = ""
OBLIQUE_BEFORE: Final = ""
# Determiners that can be a subject of their own.
STANDING_ALONE: Final = ""
# Verb forms that are nouns more often.
NOUNS_TOO: Final = ""
# "que" is no part of what is reported.
DROPPED: Final = "que"
LINKS: Final = "y pero"
WITH_WORDS: Final = "con palabras"
