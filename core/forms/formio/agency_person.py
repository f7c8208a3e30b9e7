# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's `identity`, `navAddress` and `addressValidity`: who somebody is, where they live, and how long that holds."""

from collections.abc import Iterator
from typing import Final

from core.forms.formio import agency_words as words
from core.forms.formio.agency_lists import countries
from core.forms.formio.documents import Component, table, word, yes

_YES: Final = "ja"
_NO: Final = "nei"
_STREET: Final = "vegadresse"
_BOX: Final = "postboksadresse"
_HOME: Final = "NO"

_HAS: Final = "harDuFodselsnummer"
_LIVES: Final = "borDuINorge"
_WHICH: Final = "vegadresseEllerPostboksadresse"


def identity(component: Component) -> Component:
    """A number, or a day of birth where somebody has none."""
    needed = _needed(component)
    own = word(table(component, "customLabels"), "doYouHaveIdentityNumber")
    return _container(
        component,
        _yes_or_no(_HAS, own or words.HAS_NUMBER, needed=needed),
        _asked("fnrfield", "identitetsnummer", words.NUMBER, needed=needed, when=(_HAS, _YES)),
        _asked("navDatepicker", "fodselsdato", words.BORN, needed=needed, when=(_HAS, _NO)),
    )


def nav_address(component: Component) -> Component:
    """An address of the kind that the form names, or of the one that somebody chooses."""
    needed = _needed(component)
    fixed = {
        "NORWEGIAN_ADDRESS": _norwegian,
        "POST_OFFICE_BOX": _post_box,
        "FOREIGN_ADDRESS": _foreign,
    }.get(word(component, "addressType"))
    if fixed is not None:
        return _container(component, *fixed(needed=needed))
    own = word(table(component, "customLabels"), "livesInNorway")
    kinds = [(_STREET, words.STREET), (_BOX, words.BOX)]
    return _container(
        component,
        _yes_or_no(_LIVES, own or words.IN_NORWAY, needed=needed),
        _choice(_WHICH, words.WHICH, kinds, needed=needed, when=(_LIVES, _YES)),
        _part("street", (_WHICH, _STREET), *_norwegian(needed=needed)),
        _part("box", (_WHICH, _BOX), *_post_box(needed=needed)),
        _part("abroad", (_LIVES, _NO), *_foreign(needed=needed)),
    )


def address_validity(component: Component) -> Component:
    """From when to when an address holds; the end may be left open."""
    return _container(
        component,
        _asked("navDatepicker", "gyldigFraOgMed", words.VALID_FROM, needed=_needed(component)),
        _asked("navDatepicker", "gyldigTilOgMed", words.VALID_TO),
    )


def _norwegian(*, needed: bool) -> Iterator[Component]:
    yield _asked("textfield", "co", words.CARE_OF)
    yield _asked("textfield", "adresse", words.STREET, needed=needed)
    yield from _in_norway(needed=needed)


def _post_box(*, needed: bool) -> Iterator[Component]:
    yield _asked("textfield", "co", words.CARE_OF)
    yield _asked("textfield", "postboks", words.BOX, needed=needed)
    yield from _in_norway(needed=needed)


def _in_norway(*, needed: bool) -> Iterator[Component]:
    rule = {"validate": {"required": needed, "pattern": "[0-9]{4}"}}
    yield {**_asked("textfield", "postnummer", words.POSTCODE), **rule}
    yield _asked("textfield", "bySted", words.TOWN, needed=needed)


def _foreign(*, needed: bool) -> Iterator[Component]:
    yield _asked("textfield", "co", words.CARE_OF)
    yield _asked("textfield", "adresse", words.STREET_ABROAD, needed=needed)
    yield _asked("textfield", "bygning", words.BUILDING)
    yield _asked("textfield", "postnummer", words.POSTCODE)
    yield _asked("textfield", "bySted", words.TOWN_ABROAD)
    yield _asked("textfield", "region", words.REGION)
    abroad = [
        {"value": {"value": code, "label": name}, "label": name}
        for code, name in countries()
        if code != _HOME
    ]
    yield {**_asked("select", "land", words.COUNTRY, needed=needed), "data": {"values": abroad}}


def _needed(component: Component) -> bool:
    return yes(table(component, "validate"), "required")


def _asked(
    type_: str, key: str, label: str, *, needed: bool = False, when: tuple[str, str] | None = None
) -> Component:
    rule = {} if when is None else {"conditional": _only(*when)}
    return {"type": type_, "key": key, "label": label, "validate": {"required": needed}, **rule}


def _choice(
    key: str, label: str, values: list[tuple[str, str]], *, needed: bool, when: tuple[str, str] | None = None
) -> Component:
    options = [{"value": value, "label": said} for value, said in values]
    return {**_asked("radiopanel", key, label, needed=needed, when=when), "values": options}


def _yes_or_no(key: str, label: str, *, needed: bool) -> Component:
    return _choice(key, label, [(_YES, words.YES), (_NO, words.NO)], needed=needed)


def _part(key: str, when: tuple[str, str], *asked: Component) -> Component:
    return {"type": "fieldset", "key": key, "components": list(asked), "conditional": _only(*when)}


def _only(key: str, value: str) -> Component:
    """Shown beside an answer in the same container."""
    return {"show": True, "when": f"row.{key}", "eq": value}


def _container(component: Component, *asked: Component) -> Component:
    rest = {name: value for name, value in component.items() if name not in ("validate", "multiple")}
    return {**rest, "type": "container", "components": list(asked), "defaultValue": None}
