"""Countries, their peoples and some cities: words with a capital that are nobody's name. Data only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_NATIONS: Final = """
    afghanistan afghan|albania albanian|algeria algerian|angola angolan|argentina argentine argentinian
    armenia armenian|australia australian|austria austrian|azerbaijan azerbaijani|bahrain bahraini
    bangladesh bangladeshi|belarus belarusian|belgium belgian|bolivia bolivian|bosnia bosnian|brazil brazilian
    britain british uk|bulgaria bulgarian|cambodia cambodian|cameroon cameroonian|canada canadian|chad chadian
    chile chilean|china chinese|colombia colombian|congo congolese|croatia croatian|cuba cuban|cyprus cypriot
    czechia czech|denmark danish|ecuador ecuadorian|egypt egyptian|england english|eritrea eritrean|estonia estonian
    ethiopia ethiopian|finland finnish|france french|georgia georgian|germany german|ghana ghanaian|greece greek
    guatemala guatemalan|haiti haitian|hungary hungarian|iceland icelandic|india indian|indonesia indonesian
    iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian|jamaica jamaican|japan japanese
    jordan jordanian|kazakhstan kazakh|kenya kenyan|korea korean|kosovo kosovar|kuwait kuwaiti|latvia latvian
    lebanon lebanese|liberia liberian|libya libyan|lithuania lithuanian|luxembourg luxembourgish|malaysia malaysian
    mali malian|malta maltese|mexico mexican|moldova moldovan|mongolia mongolian|montenegro montenegrin
    morocco moroccan|myanmar burmese|namibia namibian|nepal nepalese|netherlands dutch|nicaragua nicaraguan
    nigeria nigerian|norway norwegian|oman omani|pakistan pakistani|palestine palestinian|panama panamanian
    peru peruvian|philippines filipino philippine|poland polish|portugal portuguese|qatar qatari|romania romanian
    russia russian|rwanda rwandan|scotland scottish|senegal senegalese|serbia serbian|singapore singaporean
    slovakia slovak|slovenia slovenian|somalia somali|spain spanish|sudan sudanese|sweden swedish|switzerland swiss
    syria syrian|taiwan taiwanese|tanzania tanzanian|thailand thai|tunisia tunisian|turkey turkish|uganda ugandan
    ukraine ukrainian|uruguay uruguayan|venezuela venezuelan|vietnam vietnamese|wales welsh|yemen yemeni
    zambia zambian|zimbabwe zimbabwean|america american us usa|europe european eu|africa african|asia asian
    california californian|texas texan|bavaria bavarian|catalonia catalan
    """

# A people's adjective and its country, one for the other: "Spanish" is "spain".
COUNTRY_OF: Final[Mapping[str, str]] = {
    word: row.split()[0] for row in _NATIONS.replace("\n", "|").split("|") if row.strip() for word in row.split()
}

_CITIES: Final = """
    london paris berlin madrid rome moscow beijing tokyo washington brussels vienna geneva kyiv kiev warsaw prague
    budapest athens lisbon dublin oslo stockholm copenhagen helsinki amsterdam hamburg munich frankfurt cologne
    barcelona milan istanbul ankara cairo tehran baghdad jerusalem gaza damascus beirut riyadh dubai delhi mumbai
    shanghai seoul sydney melbourne toronto ottawa montreal chicago boston houston dallas philadelphia seattle
    denver miami atlanta detroit cleveland venice elsinore alaska arizona arkansas colorado connecticut delaware
    florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee utah vermont
    virginia wisconsin wyoming atlantic pacific mediterranean
    """
CITIES: Final = frozenset(_CITIES.split())

_TIMES: Final = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan spring summer autumn winter montag dienstag
    mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember lunes martes
    miércoles jueves viernes sábado domingo
    """
# Short forms that are nobody's name: "Jan", "Mar" and "Sun" can be.
SHORT_TIMES: Final = frozenset("feb apr jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat".split())
TIMES: Final = frozenset(_TIMES.split())


def is_place(word: str) -> bool:
    """True if a folded word is a country, a people's adjective or a well-known city.

    Args:
        word: One word, lower-cased.
    """
    return word in COUNTRY_OF or word in CITIES


def is_peoples(words: Sequence[str]) -> bool:
    """True for one word that is a people's adjective and no land's name: "irish".

    Args:
        words: A name's words, lower-cased.
    """
    return len(words) == 1 and len(words[0]) > 3 and COUNTRY_OF.get(words[0], words[0]) != words[0]
