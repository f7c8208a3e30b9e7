# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Types that are one component to a form's author and several questions to those who fill it: as containers."""

from collections.abc import Callable, Mapping
from typing import Final

from core.forms.formio.address import written_by_hand
from core.forms.formio.agency_attachment import with_its_paper
from core.forms.formio.agency_lists import with_countries, with_currencies
from core.forms.formio.agency_netherlands import address_nl, children, customer_profile, partners
from core.forms.formio.agency_person import address_validity, identity, nav_address
from core.forms.formio.documents import Component, word
from core.forms.formio.kinds import plain_type


def _one_by_one(component: Component) -> Component:
    """Tags that are stored as a list are texts of which there may be several."""
    if "array" not in (word(component, "storeas"), word(component, "storeAs")):
        return component
    rest = {name: value for name, value in component.items() if name.lower() != "storeas"}
    return {**rest, "type": "textfield", "multiple": True}


_OF_TYPE: Final[Mapping[str, Callable[[Component], Component]]] = {
    "address": written_by_hand,
    "attachment": with_its_paper,
    "identity": identity,
    "navaddress": nav_address,
    "addressvalidity": address_validity,
    "tags": _one_by_one,
    "addressnl": address_nl,
    "partners": partners,
    "children": children,
    "customerprofile": customer_profile,
}
COMPOSED: Final = frozenset(_OF_TYPE)

_LISTS: Final[Mapping[str, Callable[[Component], Component]]] = {
    "landvelger": with_countries,
    "valutavelger": with_currencies,
}
"""Types that bring their choices with them."""


def composed(component: Component) -> Component:
    """The container of the questions that a component stands for, or the component with the choices of its type."""
    kind = plain_type(component)
    make = _OF_TYPE.get(kind) or _LISTS.get(kind)
    return component if make is None else make(component)
