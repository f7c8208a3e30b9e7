# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's `landvelger` and `valutavelger`: its lists of countries and currencies, which its own window asks a server for.

What the lists hold is known without that server: codes of ISO 3166-1 and ISO 4217 with their Norwegian names (CLDR).
"""

from typing import Final

from core.forms.formio.documents import Component, listed, table

_LANGUAGE: Final = "nb"
_NO_COUNTRIES: Final = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
"""Codes of CLDR that are groups of countries, made up, or none that is known."""


def countries() -> list[tuple[str, str]]:
    """All countries by their codes, in the order of their names."""
    from babel import Locale

    names = Locale(_LANGUAGE).territories
    found = [(code, name) for code, name in names.items() if len(code) == 2 and code.isalpha()]
    return sorted((one for one in found if one[0] not in _NO_COUNTRIES), key=lambda one: one[1])


def _currencies() -> list[tuple[str, str]]:
    """The currencies that are paid with somewhere today by their codes, in the order of their names."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    names = Locale(_LANGUAGE).currencies
    used = {code for country, _ in countries() for code in get_territory_currencies(country)}
    found = [(code, f"{names[code][:1].upper()}{names[code][1:]} ({code})") for code in used if code in names]
    return sorted(found, key=lambda one: one[1])


def with_countries(component: Component) -> Component:
    """The component with the countries to choose from."""
    return _with(component, countries())


def with_currencies(component: Component) -> Component:
    """The component with the currencies to choose from."""
    return _with(component, _currencies())


def _with(component: Component, found: list[tuple[str, str]]) -> Component:
    """A form's own choices stay."""
    own = listed(component, "values") + listed(table(component, "data"), "values")
    if any(one.get("value") for one in own):
        return component
    choices = [{"value": {"value": code, "label": name}, "label": name} for code, name in found]
    return {**component, "data": {"values": choices}}
