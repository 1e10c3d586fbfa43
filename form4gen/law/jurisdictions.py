"""Countries by the names that people give them: formal and short names, parts of a country, EDGAR's codes.

A name is matched whole, without regard to case, accents, periods, and the usual formal words before it ("Republic of",
"Province of"). Sources: EDGAR's table of state and country codes for the places; formal names as the countries use
them in English.
"""

from __future__ import annotations

from functools import cache

from form4gen.law.places import UNKNOWN_COUNTRY, countries, name_of, states

# Each country by the name that the SEC's orders use, with other names of it and names of its parts.
_NAMES = {
    "Australia": "new south wales;queensland;south australia;tasmania;victoria;western australia",
    "Austria": "austrian republic",
    "Belgium": "",
    "Bulgaria": "",
    "Canada": "canada (federal);canada (federal level);alberta;british columbia;manitoba;new brunswick;newfoundland;"
    "newfoundland and labrador;northwest territories;nova scotia;nunavut;ontario;prince edward island;quebec;"
    "saskatchewan;yukon;yukon territory;ab;bc;mb;nb;ns;on;qc",
    "Chile": "",
    "Croatia": "",
    "Cyprus": "",
    "Czech Republic": "czechia;czech",
    "Denmark": "",
    "Estonia": "",
    "Finland": "",
    "France": "french republic",
    "Germany": "",
    "Greece": "hellenic republic;hellas",
    "Hungary": "",
    "Iceland": "",
    "India": "",
    "Ireland": "eire",
    "Italy": "italian republic",
    "Latvia": "",
    "Liechtenstein": "",
    "Lithuania": "",
    "Luxembourg": "",
    "Malta": "",
    "Netherlands": "holland",
    "Norway": "",
    "Poland": "",
    "Portugal": "portuguese republic",
    "Republic of Korea": "south korea;korea;korea, republic of;korea (south);rok",
    "Romania": "",
    "Singapore": "",
    "Slovakia": "slovak republic",
    "Slovenia": "",
    "Spain": "",
    "Sweden": "",
    "Switzerland": "swiss confederation;canton of zug;canton of geneva;canton of basel-stadt;canton of zurich;"
    "canton of vaud",
    "United Kingdom": "uk;gb;great britain;britain;united kingdom of great britain and northern ireland;england;"
    "england and wales;england & wales;wales;scotland;northern ireland",
}
_FORMAL = (
    "the ", "commonwealth of ", "federal republic of ", "grand duchy of ", "kingdom of ", "principality of ",
    "province of ", "republic of ", "state of ",
)  # fmt: skip
# Names that are not of a country above: some look like a part of one, the others are not those of EDGAR's table.
_OTHERS = (
    "Guernsey;Isle of Man;Jersey;Channel Islands;Hong Kong;Hong Kong SAR;North Korea;Taiwan;United States;USA;US;"
    "British Virgin Islands;BVI;Cayman;Curacao;Côte d'Ivoire;Ivory Coast;Dubai;Eswatini;Iran;Kazakhstan;Laos;"
    "Libya;Macao;Micronesia;Moldova;North Macedonia;Macedonia;People's Republic of China;PRC;Russia;Syria;"
    "Tanzania;Türkiye;UAE;Vietnam"
)


def country_called(name: str) -> str | None:
    """The country that goes by a name, as the SEC's orders call it or as EDGAR's table does; None for a strange name.

    ``Ontario`` and EDGAR's code ``A6`` are ``Canada``; ``Cayman Islands`` is itself.
    """
    typed = _plain(name)
    known = _known()
    while typed not in known:
        formal = next((word for word in _FORMAL if typed.startswith(word)), None)
        if formal is None:
            return _of_a_longer_name(typed)
        typed = typed.removeprefix(formal)
    return known[typed]


def _of_a_longer_name(typed: str) -> str | None:
    """The country after the last comma (``Toronto, Ontario``) or before a parenthesis (``Canada (Ontario)``)."""
    _, comma, last = typed.rpartition(",")
    first, opened, _ = typed.partition("(")
    if opened:
        return country_called(first) if first.strip() else None
    return country_called(last) if comma and last.strip() else None


@cache
def _known() -> dict[str, str]:
    listed = {code: name for code, name in countries().items() if code != UNKNOWN_COUNTRY}
    found = dict.fromkeys(map(_plain, states().values()), "United States")
    found |= {_plain(name.partition(" (")[0]): name.title() for name in listed.values()}
    found |= {_plain(name): name for name in _OTHERS.split(";")}
    for code in listed:
        place = name_of(code) or ""
        found[_plain(code)] = found[_plain(place.partition(" (")[0])]
        if place.endswith(", CANADA") or place.startswith("CANADA"):
            found[_plain(code)] = found[_plain(place)] = "Canada"
    for country, names in _NAMES.items():
        codes = [code for code, place in countries().items() if _plain(place) == _plain(country)]
        for each in (country, *filter(None, names.split(";")), *codes):
            found[_plain(each)] = country
    found[_plain("M5")] = "Republic of Korea"
    return found


def _plain(name: str) -> str:
    from unicodedata import normalize  # noqa: PLC0415  few filings name a country

    bare = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(bare.casefold().replace(".", "").split())
