# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one form was told is offered in another that calls it otherwise, whatever both are written in (UND-07)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.forms.entry import Entry
from core.ids import QuestionPath, ServiceId
from core.visit.said_before import kept, said_before
from core.visit.state import Filling, Visit
from core.visit.usual_names import term_of
from tests.support import formio_forms, json_forms, small_forms
from tests.support.told import MOVE, filling, on_service

Make = Callable[..., Entry]


def xform(*names: str) -> Entry:
    return small_forms.entry("".join(f"<{name}/>" for name in names), body=small_forms.inputs(*names))


def formio(*names: str) -> Entry:
    return formio_forms.opened(*(formio_forms.one("textfield", name) for name in names))


def json_schema(*names: str) -> Entry:
    return json_forms.opened({name: {"type": "string"} for name in names})


def called(entry: Entry, name: str) -> QuestionPath:
    return next(one.path for one in entry.questions() if one.path.endswith(f"/{name}"))


def visit_after(first: Entry, second: Entry) -> Visit:
    channel = filling().visit.filling
    assert channel is not None
    told = Filling(ServiceId("other"), channel.channel, first)
    return replace(on_service().visit, filling=Filling(MOVE, channel.channel, second), aside=(told,))


def offered(first: Entry, told: str, second: Entry, asked: str, raw: str = "Marsh") -> str:
    visit = visit_after(first.answer(called(first, told), raw), second)
    return said_before(visit, called(second, asked))


@pytest.mark.requirement("UND-07", part="what another form asks in other words")
@pytest.mark.parametrize(
    ("first", "told", "second", "asked"),
    [
        (xform, "last_name", formio, "lastName"),
        (formio, "lastName", json_schema, "familyName"),
        (json_schema, "givenName", xform, "first_name"),
        (formio, "voornaam", xform, "firstname"),
        (formio, "achternaam", json_schema, "surname"),
        (xform, "full_name", json_schema, "applicantFullName"),
        (formio, "phoneNumber", xform, "phone"),
        (formio, "telefoonnummer", json_schema, "telephone"),
        (xform, "email", formio, "emailAddress"),
        (formio, "zip", json_schema, "postalCode"),
        (formio, "postcode", xform, "zip_code"),
        (xform, "city", formio, "woonplaats"),
        (json_schema, "street", formio, "straatnaam"),
        (formio, "iban", json_schema, "iban_number"),
        (json_schema, "veteranFirstName", xform, "veterans_first_name"),
        (formio, "spouseDateOfBirth", json_schema, "spouse_birth_date"),
        (formio, "fornavnSoker", json_schema, "claimantFirstName"),
        (formio, "mellomnavn", xform, "middle_name"),
        (formio, "postnr", json_schema, "zipCode"),
        (formio, "nom_de_famille", xform, "apellidos"),
        (json_schema, "applicantSocialSecurityNumber", xform, "ssn"),
        (formio, "fodselsdatoDdMmAaaaSoker", xform, "date_of_birth"),
        (json_schema, "phoneDay", formio, "dayPhone"),
        (json_schema, "nightPhone", xform, "evening_phone"),
        (json_schema, "homeAddressPostalCode", xform, "zip_code"),
        (json_schema, "internationalPhoneNumber", formio, "internationalPhone"),
    ],
)
def test_the_same_under_another_name_is_offered(first: Make, told: str, second: Make, asked: str) -> None:
    assert offered(first("intro", told), told, second(asked, "other"), asked) == "Marsh"


def test_it_is_offered_after_the_first_form_was_sent_too() -> None:
    first, second = xform("last_name"), formio("familyName")
    first = first.answer(called(first, "last_name"), "Marsh")
    visit = visit_after(first, second)
    assert visit.aside
    sent = replace(kept(visit, visit.aside[0]), aside=())
    assert said_before(sent, called(second, "familyName")) == "Marsh"


@pytest.mark.requirement("UND-07", part="what another form asks in other words")
@pytest.mark.parametrize(
    ("path", "term"),
    [
        ("/data/applicant/firstName", "givenName"),
        ("/data/persoonsgegevens/geboortedatum", "birthDate"),
        ("/data/address/postal-code", "postCode"),
        ("/data/veteranInformation/fullName/first", "veteran givenName"),
        ("/data/claimantAddress/postalCode~3", "postCode"),
        ("/data/mailingAddress/city", "mailing postName"),
        ("/data/veteranHomeAddress/countryCodeISO2", "veteran adminUnitL1"),
        ("/data/bankAccount/accountNumber", "accountNumber"),
        ("/data/data/attributes/veteran/phone/phoneNumberExt", "veteran telephoneExtension"),
        ("/data/claimant/address/internationalPostalCode", "internationalPostCode"),
        ("/data/dineOpplysninger/identitet/identitetsnummer", "identifier"),
        ("/data/child/firstName", None),
        ("/data/spouse/mother/lastName", None),
        ("/data/accountNumber", None),
        ("/data/first", None),
        ("/data/country", None),
        ("/data/organizationName", None),
        ("/data/previousSpouse/lastName", None),
        ("/data/childrenToAdd/fullName/first", None),
        ("/data/partner/date_of_birth", None),
        ("/data/employer/phone", None),
        # Of animals as well.
        ("/data/vetPhone", None),
        ("/data/bankPhone", None),
        ("/data/educationProgram/address/postalCode", None),
        ("/data/emergency_contact/telephone", None),
        ("/data/name", None),
        ("/data/amount", None),
    ],
)
def test_what_is_about_somebody_else_means_nothing_elsewhere(path: str, term: str | None) -> None:
    assert term_of(path) == term


def test_two_of_a_kind_in_one_form_are_two_people() -> None:
    assert offered(xform("last_name", "surname"), "last_name", formio("familyName"), "familyName") == ""
    assert offered(formio("familyName"), "familyName", xform("last_name", "surname"), "surname") == ""


def test_a_given_name_is_no_family_name() -> None:
    assert offered(xform("first_name"), "first_name", formio("familyName"), "familyName") == ""


@pytest.mark.parametrize(
    ("told", "asked"),
    [("spouseFirstName", "firstName"), ("veteranCity", "city"), ("mailing__city", "address__city")],
)
def test_what_is_of_another_or_of_another_kind_is_not_offered(told: str, asked: str) -> None:
    first, second = grouped(told), grouped(asked)
    name = told.rpartition("__")[2]
    visit = visit_after(first.answer(called(first, name), "Marsh"), second)
    assert said_before(visit, called(second, asked.rpartition("__")[2])) == ""


def grouped(name: str) -> Entry:
    """A form that asks for this, within a group where there is one before the line, and for something else."""
    group, _, leaf = name.rpartition("__")
    asked = {leaf: {"type": "string", "title": f"This of {name}"}}
    inner = {"mailingAddress" if group == "mailing" else group: {"type": "object", "properties": asked}}
    return json_forms.opened({**(inner if group else asked), "other": {"type": "string"}})


def test_where_a_form_is_about_another_what_says_not_of_whom_may_be_theirs() -> None:
    about = json_schema("veteranFirstName", "placeOfBirth", "claimantEmail")
    born = visit_after(about.answer(called(about, "placeOfBirth"), "Marsh"), formio("birthplace"))
    assert said_before(born, called(formio("birthplace"), "birthplace")) == ""
    mine = visit_after(about.answer(called(about, "claimantEmail"), "m@marsh.example"), xform("emailadres"))
    assert said_before(mine, called(xform("emailadres"), "emailadres")) == "m@marsh.example"


def of_somebody(asked: dict[str, dict[str, str]]) -> Entry:
    return json_forms.opened({**asked, "birthplace": {"type": "string", "title": "Where were you born?"}})


@pytest.mark.parametrize(
    ("asked", "offer"),
    [
        ({}, "Marsh"),
        ({"veteranStatus": {"type": "boolean"}}, "Marsh"),
        ({"areYouAVeteran": {"type": "boolean"}}, "Marsh"),
        ({"veteranIsDeceased": {"type": "boolean"}}, ""),
        ({"veteranWillOperateVehicle": {"type": "boolean"}}, ""),
        ({"veteranStatus": {"type": "string"}}, ""),
    ],
)
def test_a_form_that_asks_what_one_is_is_about_nobody_else(
    asked: dict[str, dict[str, str]], offer: str
) -> None:
    first, second = xform("place_of_birth"), of_somebody(asked)
    assert offered(first, "place_of_birth", second, "birthplace") == offer
