# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of NAV's own types (the Norwegian labour and welfare agency), whose forms leave them to their window.

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
