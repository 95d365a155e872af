"""Words that stand where a speaker's label could and name no speaker: headings, notes, stage directions. Data only."""

from __future__ import annotations

from typing import Final

# Single words and phrases before a colon that head a note, a list or a field, folded; from the formats of house
# style books, letters, recipes, papers and logs.
NOT_SPEAKERS: Final = frozenset(
    line.strip()
    for line in """
    abstract|acknowledgements|acknowledgments|action|address|adults|advantages|advice|aim|aims|also|analysis|and
    answer key|appendix|article|assumptions|attachment|attachments|audio|author|authors|background|benefits
    bibliography|breaking|brief|but|by|byline|caption|cast|category|categories|cause|caution|changes|chapter
    characters|class|code|comment|comments|conclusion|conclusions|contact|contents|context|copyright|correction
    corrections|cost|costs|credit|credits|date|dateline|day|definition|definitions|description|details|dimensions
    directions|disadvantages|disclaimer|discussion|distance|download|draft|due|duration|edit|edited by|editor's note
    editors' note|editor’s note|email|e-mail|end|episode|error|event|example|examples|exercise|exit|experience
    exposition|facts|fact|fax|figure|file|files|file photo|filed|fig|finding|findings|first|focus|follow-up|footnote
    for example|for instance|format|from|further reading|gender|genre|goal|goals|headline|height|here|hint|history
    however|hypothesis|illustration|image|images|important|in addition|in brief|in other words|in short|index|info
    information|ingredients|input|instructions|introduction|interview|issue|issued|item|items|job|key|keywords
    key words|label|language|last|last updated|lead|lecture|legend|length|lesson|level|licence|license|limitations
    link|links|list|location|log|lyrics|map|materials|meaning|means|media|meeting|memo|message|method|methods
    mission|model|more|motto|music|name|names|namely|new|news|next|nota bene|note|note to editors|notes|now|number
    object|objective|objectives|occupation|on the one hand|opinion|option|options|order|origin|outcome|output
    overview|page|pages|paragraph|part|participants|password|permalink|phone|photo|photo by|photograph|photos
    picture|place|plan|plus|point|position|posted|preface|preheat|premise|present|press contact|press release|price
    priority|problem|problems|procedure|profile|project|proof|published|publisher|purpose|ps|p.s
    question for discussion|quote|ratio|rating|re|read|read also|read more|reason|reasons|recipe|recommendation
    recommendations|ref|reference|references|related|related news|release date|remark|remarks|reminder|report
    reported by|result|results|risk|risks|role|room|rule|rules|running time|scene|schedule|score|section|see
    see also|sender|sent|serves|setting|sex|side note|sidebar|sister links|size|solution|solutions|source|sources
    special|spoiler|stage|state|statement|status|step|story|studio|subject|subtitle|summary|synopsis|table|tags|tel
    telephone|temperature|that is|the end|theme|theorem|thesis|thus|time|times|tip|tips|title|to|today|tomorrow
    tools|topic|topics|total|track|transcript|transcript by|transcribed by|translation|translated by|trivia|type
    unit|update|updated|updates|url|usage|use|value|version|video|via|view|volume|warning|watch|website|week|weight
    when|where|width|word|words|written by|year|years|yield|yesterday|monday|tuesday|wednesday|thursday|friday
    saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|morning
    afternoon|evening|night|noon|good|bad|pros|cons|yes|no|true|false|ok|okay|hello|hi|dear|thanks|achtung|anmerkung
    anmerkungen|beispiel|bild|bilder|datum|fazit|foto|hinweis|inhalt|kommentar|link|literatur|montag|nachtrag|ort
    quelle|quellen|siehe auch|sonntag|stand|termin|thema|titel|uhrzeit|update|von|vorlage|zitat|zum beispiel
    zusammenfassung|ejemplo|fecha|foto|fuente|fuentes|hora|lugar|nota|notas|resumen|tema|título|véase también
    exemple|image|lieu|nota|note|objet|photo|remarque|sujet|titre|voir aussi
    """.replace("\n", "|").split("|")
    if line.strip()
)

# First words of stage directions and of notes in brackets.
STAGE_OPENERS: Final = frozenset(
    "enter enters exit exits exeunt re-enter reenter aside alarum alarums flourish sennet curtain manet manent "
    "whereupon end begin".split()
)

# A label of one of these stands for no one person.
SHARED_NAMES: Final = frozenset(
    line.strip()
    for line in """
    all|all together|audience|audience member|audience members|anonymous|attendees|both|caller|callers
    chorus of voices|citizens|commoners|cries|crowd|everybody|everyone|gentlemen|guards|hon. members|hon members
    journalist|journalists|ladies|lords|male voice|female voice|man|many|many voices|member of the public|members
    members of the audience|messengers|multiple speakers|multiple voices|officers|others|panel|panel members
    participant|participants|people|players|plebeians|press|protesters|q|question|questioner|questions|reporter
    reporters|sailors|senators|servants|several|several hon. members|several members|several senators|several voices
    singers|soldiers|some hon. members|some senators|speakers|students|the audience|the press|unidentified
    unidentified female|unidentified male|unidentified man|unidentified woman|unidentified speaker
    unidentified participant|unidentified reporter|unknown|unknown female|unknown male|unknown speaker|various
    various speakers|various voices|voice|voices|witches|woman|attendants|alle|mehrere|mehrere abgeordnete|publikum
    zuruf|zurufe|frage|todos|varios|varios señores diputados|varios diputados|público|pregunta|tous|plusieurs
    plusieurs députés|plusieurs voix|question
    """.replace("\n", "|").split("|")
    if line.strip()
)

# One-line headings after which nothing belongs to the last speaker any more.
CLOSING_HEADINGS: Final = frozenset(
    "sources|source|references|external links|related news|related articles|see also|notes|footnotes|further reading"
    "|sister links|quellen|literatur|weblinks|siehe auch|fuentes|referencias|véase también|enlaces externos"
    "|liens externes|voir aussi".split("|")
)
