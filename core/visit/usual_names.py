# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What forms of different authors mean by the name of a question: terms of the Core Person Vocabulary and its kin.

The names are those that forms really have: of XLSForm's and ODK's examples (`first_name`), Form.io and Open Forms
(`firstName`, `voornaam`), JSON Schemas and schema.org (`givenName`), HTML's autocomplete (`given-name`, WCAG 1.3.5).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_NAMES: Final = {
    "fullName": "full_name your_name your_full_name applicant_name applicant_full_name volledige_naam",
    "givenName": "given_name first_name firstname forename givenname voornaam voornamen vorname prenom",
    "familyName": "family_name last_name lastname surname familyname achternaam geslachtsnaam nachname",
    "birthDate": "date_of_birth birth_date birthdate dob bday birthday geboortedatum geburtsdatum",
    "hasEmail": "email email_address emailaddress e_mail your_email mail_address emailadres e_mailadres",
    "hasTelephone": "phone phone_number phonenumber telephone telephone_number tel mobile mobile_number "
    "mobile_phone telefoon telefoonnummer telefon telefonnummer",
    "fullAddress": "address home_address your_address full_address",
    "thoroughfare": "street street_name straat straatnaam strasse",
    "locatorDesignator": "house_number housenumber huisnummer hausnummer",
    "postCode": "postcode post_code postal_code postalcode zip zip_code zipcode plz",
    "postName": "city town city_name woonplaats wohnort",
    "identifier": "identity_number national_id national_id_number id_number citizen_id bsn",
    "iban": "iban iban_number your_iban",
}
_TERMS: Final[Mapping[str, str]] = MappingProxyType(
    {name: term for term, names in _NAMES.items() for name in names.split()}
)
_ONESELF: Final = frozenset(
    [
        "data",
        "form",
        "root",
        "model",
        "applicant",
        "you",
        "yourself",
        "your_details",
        "about_you",
        "me",
        "person",
        "personal",
        "personal_details",
        "personal_data",
        "personal_information",
        "contact",
        "contact_details",
        "your_contact_details",
        "address",
        "home_address",
        "your_address",
        "details",
        "page",
        "page_1",
        "page1",
        "panel",
        "persoonsgegevens",
        "contactgegevens",
    ]
)
"""Groups that are about who fills the form; in any other (`child`, `partner`, `employer`) it may be somebody else."""

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def term_of(path: str) -> str | None:
    """The term that a question's path stands for, where it asks about who fills the form; None for every other."""
    *groups, name = (_plain(step) for step in path.strip("/").split("/"))
    # The outermost element is the form itself, whatever its author has called it.
    if any(group not in _ONESELF for group in groups[1:]):
        return None
    return _TERMS.get(name)


def _plain(name: str) -> str:
    return _HUMP.sub("_", name.rpartition(":")[2]).replace("-", "_").casefold()
