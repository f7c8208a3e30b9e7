# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for what Open Forms asks in one of its own types: a Dutch address, partners, children, ways to be reached.

Each becomes plain questions whose answers make the value of Open Forms' own types (`AddressData`, `PartnerDetails`,
`ChildDetails`, `DigitalAddress`). What its server knows of people who signed in is written by hand here, as its own
window lets people do who did not.
"""

from collections.abc import Iterator
from typing import Final

from core.forms.formio import agency_words as words
from core.forms.formio.documents import Component, table, word, yes

POSTCODE: Final = "[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}"
_HOUSE: Final = "[0-9]{1,5}"
_LETTER: Final = "[a-zA-Z]"
_ADDITION: Final = "[a-zA-Z0-9]{1,4}"
_WAYS: Final = {"email": words.BY_MAIL, "phoneNumber": words.BY_PHONE}


def address_nl(component: Component) -> Component:
    """Postcode and number, and street and town where the form shows them (`deriveAddress`).

    Postcode and number need each other also where the address as a whole is not needed, as in Open Forms' window.
    """
    needed, own = _needed(component), table(table(component, "openForms"), "components")
    derived = yes(component, "deriveAddress")
    wanted: Component = {"required": needed}
    code = {"pattern": _own_pattern(own, "postcode") or POSTCODE, **_beside("postcode", "houseNumber")}
    house = {"pattern": _HOUSE, **_beside("houseNumber", "postcode")}
    asked = [
        _asked("postcode", words.POSTCODE_NL, {**wanted, **code}),
        _asked("houseNumber", words.HOUSE_NUMBER, {**wanted, **house}),
        _asked("houseLetter", words.HOUSE_LETTER, {"pattern": _LETTER}),
        _asked("houseNumberAddition", words.HOUSE_ADDITION, {"pattern": _ADDITION}),
    ]
    if derived:
        asked.append(_asked("streetName", words.STREET_NAME, wanted))
        asked.append(_asked("city", words.CITY, {**wanted, "pattern": _own_pattern(own, "city")}))
    return _with(component, "container", asked)


def partners(component: Component) -> Component:
    """One partner: more than one cannot be written by hand there either."""
    return _with(component, "editgrid", [*_partner()], maxLength=1)


def children(component: Component) -> Component:
    """The children; where the form lets people choose among them, those that are written are the chosen ones."""
    asked = [
        _asked("bsn", words.BSN, {"required": True}, type_="bsn"),
        _asked("firstNames", words.FIRST_NAMES, {"required": True}),
        _born(),
    ]
    if yes(component, "enableSelection"):
        asked.append({"type": "hidden", "key": "selected", "defaultValue": True})
    return _with(component, "editgrid", asked)


def customer_profile(component: Component) -> Component:
    """The ways in which somebody wants to be reached, of those that the form offers."""
    listed = component.get("digitalAddressTypes")
    offered = [one for one in _WAYS if isinstance(listed, list) and one in listed]
    if not offered:
        return component
    if len(offered) == 1:
        asked: list[Component] = [{"type": "hidden", "key": "type", "defaultValue": offered[0]}]
        asked.append(_asked("address", _WAYS[offered[0]], {"required": True}, type_=offered[0].lower()))
    else:
        values = [{"value": one, "label": _WAYS[one]} for one in offered]
        asked = [{**_asked("type", words.HOW_TO_REACH, {"required": True}, type_="radio"), "values": values}]
        for one in offered:
            way = _asked("address", _WAYS[one], {"required": True}, type_=one.lower())
            asked.append({**way, "conditional": {"show": True, "when": "row.type", "eq": one}})
    return _with(component, "editgrid", asked, maxLength=len(offered))


def _partner() -> Iterator[Component]:
    yield _asked("bsn", words.BSN, {"required": True}, type_="bsn")
    yield _asked("initials", words.INITIALS, {})
    yield _asked("affixes", words.AFFIXES, {})
    yield _asked("lastName", words.LAST_NAME, {"required": True})
    yield _born()


def _born() -> Component:
    """A day before today, as Open Forms' window wants it."""
    past = {"maxDate": {"mode": "past"}}
    return {**_asked("dateOfBirth", words.BORN_NL, {"required": True}, type_="date"), "openForms": past}


def _needed(component: Component) -> bool:
    return yes(table(component, "validate"), "required")


def _beside(key: str, other: str) -> Component:
    """The rule that an answer is needed as soon as the other one is there."""
    lacks = {"and": [{"!!": {"var": f"row.{other}"}}, {"!": {"var": f"row.{key}"}}]}
    return {"json": {"if": [lacks, words.NEEDED_TOO, True]}}


def _own_pattern(own: Component, name: str) -> str:
    return word(table(table(own, name), "validate"), "pattern")


def _asked(key: str, label: str, validate: Component, type_: str = "textfield") -> Component:
    return {"type": type_, "key": key, "label": label, "validate": validate}


def _with(component: Component, type_: str, asked: list[Component], **limits: int) -> Component:
    rest = {name: value for name, value in component.items() if name not in ("validate", "multiple")}
    validate = {"required": _needed(component), **limits} if type_ == "editgrid" else {}
    return {**rest, "type": type_, "components": asked, "validate": validate, "defaultValue": None}
