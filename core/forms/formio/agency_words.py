# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of NAV's own types (the Norwegian labour and welfare agency) and of Open Forms' (Dutch municipalities).

Their forms leave these words to their window.
They are words of the form, in the language of the agency, as those that a form spells out itself.
"""

from collections.abc import Mapping
from typing import Final

YES: Final = "Ja"
NO: Final = "Nei"

WAYS: Final[Mapping[str, str]] = {
    "leggerVedNaa": "Jeg legger det ved nå",
    "ettersender": "Jeg sender det senere",
    "levertTidligere": "Jeg har levert det tidligere",
    "harIkke": "Jeg har det ikke",
    "andre": "Andre sender det inn for meg",
    "nav": "Jeg ønsker at Nav henter det inn",
    "nei": "Nei, jeg har ikke mer å legge ved",
}
"""How a paper reaches the agency, by the names under which the forms' conditions ask for it."""

HAS_NUMBER: Final = "Har du norsk fødselsnummer eller d-nummer?"
NUMBER: Final = "Fødselsnummer eller d-nummer"
BORN: Final = "Fødselsdato"

IN_NORWAY: Final = "Bor du i Norge?"
WHICH: Final = "Hva slags adresse har du?"
STREET: Final = "Vegadresse"
BOX: Final = "Postboks"
CARE_OF: Final = "C/O"
STREET_ABROAD: Final = "Gate og husnummer, eller postboks"
BUILDING: Final = "Bygning"
POSTCODE: Final = "Postnummer"
TOWN: Final = "Poststed"
TOWN_ABROAD: Final = "By eller sted"
REGION: Final = "Region"
COUNTRY: Final = "Land"
VALID_FROM: Final = "Gyldig fra"
VALID_TO: Final = "Gyldig til"

HOUSE_NUMBER: Final = "Huisnummer"
HOUSE_LETTER: Final = "Huisletter"
HOUSE_ADDITION: Final = "Huisnummertoevoeging"
STREET_NAME: Final = "Straatnaam"
CITY: Final = "Woonplaats"
POSTCODE_NL: Final = "Postcode"
BSN: Final = "Burgerservicenummer (BSN)"
INITIALS: Final = "Voorletters"
AFFIXES: Final = "Tussenvoegsel"
LAST_NAME: Final = "Achternaam"
FIRST_NAMES: Final = "Voornamen"
BORN_NL: Final = "Geboortedatum"
HOW_TO_REACH: Final = "Hoe wilt u bereikt worden?"
BY_MAIL: Final = "E-mailadres"
BY_PHONE: Final = "Telefoonnummer"
NEEDED_TOO: Final = "Vul ook dit deel van het adres in."
