# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for a Form.io `address` part by part where its form lets people write it, and in one line where it does not."""

from collections.abc import Mapping
from typing import Final

from core.forms.formio.documents import Component, listed, table, word, yes
from core.forms.formio.kinds import plain_type

_PARTS: Final[Mapping[str, str]] = {
    "address1": "Address 1",
    "address2": "Address 2",
    "city": "City",
    "state": "State",
    "country": "Country",
    "zip": "Zip Code",
}
"""What is asked for where the form names no parts of its own, by Form.io's own words."""

_SHOWN_BY_HAND: Final = "parent.manualMode"
"""What stands in the rule by which Form.io's window shows the parts once somebody writes them: here from the start."""


SEARCHED: Final = "address search"
"""The member of an address whose window searches for it, which nobody does here."""

_SHOWN_AS: Final[Mapping[str, str]] = {
    "nominatim": "display_name",
    "google": "formatted_address",
    "azure": "address.freeformAddress",
}
"""Where an address has its words, by who finds it (`displayValueProperty` of Form.io's providers)."""


def written_by_hand(component: Component) -> Component:
    """An address as the container that Form.io makes of one that is written (`mode`, and the parts in `address`).

    One that its window only searches for is written in one line, and stands where its window shows its words. Any
    other component stays as it is.
    """
    if plain_type(component) != "address":
        return component
    if not yes(component, "enableManualMode"):
        return _in_one_line(component)
    own = listed(component, "components")
    parts = own or [{"type": "textfield", "key": key, "label": label} for key, label in _PARTS.items()]
    needed = yes(table(component, "validate"), "required")
    asked = [_shown(one) for one in parts]
    if needed and not any(yes(table(one, "validate"), "required") for one in asked):
        # Form.io wants any part of it; the first is the street, without which no letter comes.
        asked[0] = {**asked[0], "validate": {**table(asked[0], "validate"), "required": True}}
    mode = {"type": "hidden", "key": "mode", "defaultValue": "manual"}
    inside = {"type": "container", "key": "address", "label": word(component, "label"), "components": asked}
    rest = {name: value for name, value in component.items() if name != "validate"}
    return {**rest, "type": "container", "components": [mode, inside], "defaultValue": None}


def _in_one_line(component: Component) -> Component:
    provider, key = word(component, "provider"), word(component, "key")
    shown = _SHOWN_AS.get(provider) or word(table(component, "providerOptions"), "displayValueProperty")
    if not (key and shown) or yes(component, "multiple"):
        return component
    return {**component, "type": "textfield", "key": f"{key}.{shown}", SEARCHED: True, "defaultValue": None}


def _shown(part: Component) -> Component:
    rule = part.get("customConditional")
    if isinstance(rule, str) and _SHOWN_BY_HAND in rule:
        return {name: value for name, value in part.items() if name != "customConditional"}
    return part
