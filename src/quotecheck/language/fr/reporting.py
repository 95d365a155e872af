"""French words round reported speech. Verbs and nouns of saying stand in ``saying``."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = """
il=m elle=f ils=p elles=p on=c nous=1 je=1 j'=1 vous=2 tu=2 celui-ci=m celle-ci=f ceux-ci=p ce=n -il=m -elle=f
-ils=p -elles=p -on=c -je=1 -nous=1 -t-il=m -t-elle=f -t-on=c
"""
DETERMINERS: Final = """
le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes plusieurs deux trois
quatre cinq certains certaines quelques chaque tout tous aucun
"""
GENITIVES: Final = "de du d' des"
INNER_PREPOSITIONS: Final = "de du d' des à au aux pour"
PREPOSITIONS: Final = """
en dans sur sous par avec sans chez vers contre entre pendant depuis avant après devant derrière selon malgré lors
envers hors jusque outre parmi suivant d'après face
"""
CONJUNCTIONS: Final = "et ou mais donc or ni car que qu' qui quand lorsque si comme puisque dont où parce tandis alors"
AUXILIARIES: Final = """
a ont avait avaient ai aura auront aurait est sont était étaient sera serait fut furent été va vont peut doit n' ne pas
s' se l' lui leur y
"""
PASSIVES: Final = "est sont était étaient fut furent été sera"
ADVERBS: Final = """
aussi encore déjà hier aujourd'hui demain ensuite puis enfin alors toutefois cependant pourtant ainsi également
d'ailleurs toujours souvent jamais plus lundi mardi mercredi jeudi vendredi samedi dimanche bien par ailleurs ici là
"""
ADVERB_ENDINGS: Final = "ment"
THAT: Final = "que qu' si combien pourquoi"
AS_WORDS: Final = "comme"
SOURCES: Final = "selon; d'après; d' après; suivant; aux yeux de; aux dires de; de l'avis de; à en croire"
SOURCES_AFTER: Final = ""
TAGS: Final = "dixit"
PARTICLES: Final = "de la le du des d' von van der ben bin al el l' di y et &"
ADDRESSING: Final = "informe informé demande demandé prévient prévenu"
ABBREVIATIONS: Final = "m mm mme mmes mlle me dr pr st ste etc cf p pp av apr env art no vol j.-c n° ex mgr"
TITLES: Final = """
m mme mlle monsieur madame maître me dr docteur professeur président présidente ministre premier roi reine général
"""
NOUNS_CAPITAL: Final = False
ORDINAL_DOTS: Final = False
CLITICS: Final = r"(?:[cdjlmnstCDJLMNST]|[Qq]u|[Ll]orsqu|[Pp]uisqu|[Jj]usqu)['’]|-(?:t-)?(?:il|elle|on|je|nous)s?(?!\w)"
VERB_SECOND: Final = False
JOINING: Final = "et ou"
RELATIVES: Final = "qui"
BARE: Final = ""
REPORTIVE: Final = ""
LOOSE_SOURCES: Final = "selon"
OBLIQUE: Final = ""
SEPARATED: Final = ""
NAMING: Final = "qualifie qualifié qualifiait parle parlait évoque évoqué"
QUOTING: Final = "cite citait cité"
STANDING: Final = ""
OPINIONS: Final = ""
# Words before marks round what somebody calls something.
CALLING: Final = "comme un une de d'"
BY: Final = "par"
# Forms of address and ranks that tell the gender.
GENDERED_TITLES: Final = """
m=m monsieur=m mme=f madame=f mlle=f roi=m reine=f
"""
# Nouns for a person, with the gender they tell; "c" for either.
PERSON_NOUNS: Final = """
homme=m femme=f garçon=m fille=f père=m mère=f frère=m sœur=f
"""
ROLE_ENDINGS: Final = ""
TITLE_FORMS: Final = "dr=docteur me=maître"
POSSESSIVES: Final = ""
OBLIQUE_BEFORE: Final = ""
# Determiners that can be a subject of their own.
STANDING_ALONE: Final = ""
# Verb forms that are nouns more often.
NOUNS_TOO: Final = ""
# "que" is no part of what is reported.
DROPPED: Final = "que qu'"
LINKS: Final = "et mais"
INFINITIVES: Final = "à"
WITH_WORDS: Final = "avec mots"
