"""Units that stand beside figures: their names and signs, one canonical name each, and what they are in a base unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from quotecheck.language.lists import lines

__all__ = ["CURRENCY_SIGNS", "SCALE_SIGNS", "in_base", "unit_after", "unit_named"]

# Canonical name: names and signs, parted by "|". Names in small letters match in any case, the others as they stand.
_NAMED: Final = lines("""
%: %|per cent|percent|pct|pct.|p.c.|prozent|pour cent|por ciento
percentage point: percentage point|percentage points|percentage-point|%-point|%-points|pp|prozentpunkt|prozentpunkte
basis point: basis point|basis points|bp|bps
USD: dollar|dollars|us dollars|us dollar|USD|dólares|dólar|bucks
cent: cent|cents|¢
EUR: euro|euros|EUR
pound: pound|pounds|livre|livres|libras
GBP: pounds sterling|sterling|GBP|quid
penny: pence|penny
JPY: yen|JPY
CNY: yuan|renminbi|CNY|RMB
INR: rupee|rupees|INR
RUB: rouble|roubles|ruble|rubles|rubel|RUB
CHF: swiss francs|franken|CHF
km: km|kms|kilometre|kilometres|kilometer|kilometers|kilomètre|kilomètres|kilómetro|kilómetros
m: metre|metres|meter|meters|metern|mètre|mètres|metro|metros
cm: cm|centimetre|centimetres|centimeter|centimeters
mm: mm|millimetre|millimetres|millimeter|millimeters
mile: mile|miles|meile|meilen
foot: foot|feet|ft|ft.
inch: inch|inches
yard: yard|yards|yd|yds
acre: acre|acres
hectare: hectare|hectares|ha|hektar
sq km: square km|square kilometres|square kilometers|square kilometre|square kilometer|sq km|km2|km²
sq m: square metres|square meters|square metre|square meter|sq m|m2|m²
sq mile: square miles|square mile|sq miles
sq foot: square feet|square foot|sq ft
kg: kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm
g: g|gram|grams|gramme|grammes|gramm
mg: mg|milligram|milligrams|milligramme|milligrammes
tonne: tonne|tonnes|tonnen|metric ton|metric tons
ton: ton|tons
lb: lb|lbs|lb.|lbs.
ounce: ounce|ounces|oz|oz.
stone: stone
litre: l|litre|litres|liter|liters
ml: ml|millilitre|millilitres|milliliter|milliliters
gallon: gallon|gallons
pint: pint|pints
barrel: barrel|barrels|bpd
°C: °c|degrees celsius|degrees centigrade|grad celsius|c degrees
°F: °f|degrees fahrenheit
degree: °|degree|degrees|grad
km/h: km/h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|stundenkilometer
mph: mph|miles per hour|miles an hour
knot: knot|knots
second: second|seconds|sec|secs|sekunde|sekunden|segundos
minute: minute|minutes|min|mins|minuten|minutos
hour: hour|hours|hr|hrs|stunde|stunden|heures|horas
day: day|days|tag|tage|tagen|jours|días
week: week|weeks|woche|wochen|semaines|semanas
fortnight: fortnight|fortnights
month: month|months|monat|monate|monaten|mois|meses
year: year|years|yr|yrs|jahr|jahre|jahren|ans|année|années|año|años
decade: decade|decades|jahrzehnt|jahrzehnte
century: century|centuries|jahrhundert|jahrhunderte|siècle|siècles|siglo|siglos
mW: mW|milliwatt|milliwatts
W: W|watt|watts
kW: kW|kilowatt|kilowatts
MW: MW|megawatt|megawatts
GW: GW|gigawatt|gigawatts
kWh: kWh|kilowatt-hours|kilowatt hours
MWh: MWh|megawatt-hours|megawatt hours
TWh: TWh|terawatt-hours|terawatt hours
Hz: Hz|hertz
kHz: kHz|kilohertz
MHz: MHz|megahertz
GHz: GHz|gigahertz
kB: kB|KB|kilobytes
MB: MB|megabyte|megabytes
GB: GB|gigabyte|gigabytes
TB: TB|terabyte|terabytes
volt: V|volt|volts
times: times|-fold|fold|x|×|mal|fois|veces
""")

CURRENCY_SIGNS: Final[Mapping[str, str]] = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₩": "KRW", "₴": "UAH",
    "₪": "ILS", "₺": "TRY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "JPY": "JPY", "AUD": "AUD",
    "CAD": "CAD", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "CNY": "CNY", "RMB": "CNY", "Rs": "INR",
}  # fmt: skip

# Letters at a figure that multiply it. "m" is a million only beside a currency; it is a metre else.
SCALE_SIGNS: Final[Mapping[str, int]] = {
    "k": 10**3, "K": 10**3, "tsd": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6,
    "Mio": 10**6, "mil": 10**6, "bn": 10**9, "Bn": 10**9, "b": 10**9, "B": 10**9, "mrd": 10**9, "Mrd": 10**9,
    "tn": 10**12, "trn": 10**12, "T": 10**12,
}  # fmt: skip

_BASE: Final[Mapping[str, tuple[str, Fraction]]] = {
    name: (base, Fraction(factor))
    for name, base, factor in (
        ("km", "m", "1000"), ("cm", "m", "1/100"), ("mm", "m", "1/1000"),
        ("kg", "g", "1000"), ("mg", "g", "1/1000"), ("tonne", "g", "1000000"),
        ("ml", "litre", "1/1000"), ("kW", "W", "1000"), ("MW", "W", "1000000"), ("GW", "W", "1000000000"),
        ("mW", "W", "1/1000"), ("MWh", "kWh", "1000"), ("TWh", "kWh", "1000000000"),
        ("kHz", "Hz", "1000"), ("MHz", "Hz", "1000000"), ("GHz", "Hz", "1000000000"),
        ("minute", "second", "60"), ("hour", "second", "3600"), ("day", "second", "86400"),
        ("week", "second", "604800"), ("fortnight", "second", "1209600"), ("decade", "year", "10"),
        ("basis point", "percentage point", "1/100"), ("foot", "inch", "12"), ("yard", "inch", "36"),
        ("penny", "GBP", "1/100"),
    )
}  # fmt: skip


def in_base(value: Fraction, unit: str | None) -> tuple[Fraction, str | None]:
    """A value in the base unit of its kind: (5, "km") → (5000, "m"). Only exact factors; others stay as they are."""
    base, factor = _BASE.get(unit or "", (unit, Fraction(1)))
    return value * factor, base


def unit_named(name: str) -> str | None:
    """The canonical unit of a name or sign as it stands ("Per cent" → "%", "mW" → "mW"); None if it is none."""
    return (
        _BY_NAME.get(name)
        or _BY_NAME.get(" ".join(name.lower().replace("-", " ").split()))
        or _BY_NAME.get(name.lower())
    )


def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _NAMED:
        canonical, names = line.split(": ")
        for name in names.split("|"):
            table[name] = canonical
            if name.islower():
                table.setdefault(name.replace("-", " "), canonical)
    return table


_BY_NAME: Final = _by_name()


_FIRST_WORDS: Final = frozenset(re.split(r"[ -]", name)[0].lower() for name in _BY_NAME)
_SIGN: Final = re.compile(
    r"[ \t\u00a0\u202f\u2009]?(%-points?|%(?!-p)|°[ ]?[CFcf](?!\w)|°)|([xlgm])(?![\w'’])|[ ]?(¢|×)"
)
_WORDS: Final = re.compile(
    r"[\s\u00a0\u202f-]{0,3}((?:us )?[^\W\d_]+(?:[/²][^\W\d_]*|2(?!\w))?)"
    r"(?:([ \n\u00a0-]{1,2})([^\W\d_]+))?(?:([ \n\u00a0]{1,2})([^\W\d_]+))?",
    re.IGNORECASE,
)


def unit_after(content: str, end: int) -> tuple[int, str] | None:
    """The unit that stands right after a figure that ends at ``end``: where it ends, and its canonical name.

    A space, a line break or a hyphen may part the two; the longest name wins. None if no unit follows.
    """
    sign = _SIGN.match(content, end)
    if sign:
        return sign.end(), unit_named((sign[1] or sign[2] or sign[3]).replace("° ", "°")) or "m"
    found = _WORDS.match(content, end)
    if not found or found[1].lower().split()[0] not in _FIRST_WORDS:
        return None
    for last in (5, 3, 1):
        if found[last] and not content[found.end(last) : found.end(last) + 1].isalnum():
            name = " ".join(found[part] for part in (1, 3, 5)[: (last + 1) // 2])
            unit = unit_named(name)
            if unit is not None:
                return found.end(last), unit
    return None
