"""Units that stand beside figures: their names and signs, one canonical name each, and what they are in a base unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from quotecheck.language.lists import lines

__all__ = ["CURRENCY_SIGNS", "SCALE_SIGNS", "UNIT_AFTER", "in_base", "unit_named"]

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
mile: mile|miles|mi|meile|meilen
foot: foot|feet|ft|ft.
inch: inch|inches
yard: yard|yards|yd|yds
acre: acre|acres
hectare: hectare|hectares|ha|hektar
sq km: square kilometres|square kilometers|square kilometre|square kilometer|sq km|km2|km²
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
°C: °c|° c|degrees celsius|degrees centigrade|grad celsius|c degrees
°F: °f|° f|degrees fahrenheit
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
    )
}  # fmt: skip


def in_base(value: Fraction, unit: str | None) -> tuple[Fraction, str | None]:
    """A value in the base unit of its kind: (5, "km") → (5000, "m"). Only exact factors; others stay as they are."""
    base, factor = _BASE.get(unit or "", (unit, Fraction(1)))
    return value * factor, base


def unit_named(name: str) -> str | None:
    """The canonical unit of a name or sign as it stands ("Per cent" → "%", "mW" → "mW"); None if it is none."""
    return _BY_NAME.get(name) or _BY_NAME.get(" ".join(name.lower().replace("-", " ").split())) or _BY_NAME.get(name.lower())


def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _NAMED:
        canonical, names = line.split(": ")
        for name in names.split("|"):
            table[name] = canonical
            table.setdefault(name.replace("-", " "), canonical)
    return table


_BY_NAME: Final = _by_name()


def _pattern() -> re.Pattern[str]:
    """A unit right after a figure, with a space or hyphen between; longest names first."""
    names = sorted(_BY_NAME, key=lambda name: (-len(name), name))
    spelled = [
        (re.escape(name).replace(r"\ ", r"[\s-]+") if name.islower() or not name.isascii() else f"(?-i:{re.escape(name)})")
        for name in names
        if name not in {"x", "°", "%", "l", "g", "c degrees"}
    ]
    # Letters that are units only right beside the figure ("5x", "3g").
    return re.compile(
        rf"(?:[ \t\u00a0\u202f\u2009]?(?P<sign>%(?!-p)|°(?!\s?[CFcf]\b))|(?P<tight>[xlg](?![\w'])))"
        rf"|[\s\u00a0\u202f-]{{0,3}}(?P<name>{'|'.join(spelled)})(?![\w°])",
        re.IGNORECASE,
    )


UNIT_AFTER: Final = _pattern()
