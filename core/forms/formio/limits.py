# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what of a component limits or changes its answer and is carried out by nothing here, so that it is refused."""

from collections.abc import Iterator, Mapping
from typing import Final

from core.forms.formio.agency_days import days_refused
from core.forms.formio.day_limits import NAMES, limit_refused
from core.forms.formio.documents import Component, number, table, word, yes
from core.forms.formio.kinds import ASKED, Asks, asks, plain_type
from core.forms.formio.plugins import unknown_plugins
from core.forms.formio.time_limits import is_honoured

_HONOURED: Final = (
    "required minLength maxLength minWords maxWords pattern min max step integer digitsOnly onlyAvailableItems"
    " minSelectedCount maxSelectedCount minYear maxYear multiple unique custom customPrivate customMessage json"
    " strictDateValidation isUseForCopy plugins"
)
_RULES: Final = frozenset(_HONOURED.split())
"""The members of `validate` that are honoured here, told of by a note, refused as scripts, or only of the window."""

_NOTHING: Final[tuple[object, ...]] = (None, "", False, [], {})

_DAYS_OUT: Final = ("disable", "disabledDates", "disableFunction", "disableWeekends", "disableWeekdays")

_ONE_VALUE: Final[Mapping[str, frozenset[object]]] = {
    "persistent": frozenset({"client-only"}),
    "as": frozenset({"json"}),
    "storeas": frozenset({"array"}),
    "storeAs": frozenset({"array"}),
    "useLocaleSettings": frozenset({True}),
    "disableAddingRemovingRows": frozenset({True}),
    "enableRowGroups": frozenset({True}),
}
"""Values of members that change what is written or how many rows there may be."""


def limits(component: Component) -> Iterator[str]:
    """What of a component would be read past, by name."""
    for name in NAMES:
        if refused := limit_refused(component, name):
            yield refused
    if component.get("allowMultipleMasks") is True and component.get("inputMasks"):
        yield "inputMasks"
    if asks(component) in ASKED:
        yield from _of_answers(component)


def _of_answers(component: Component) -> Iterator[str]:
    for name, value in table(component, "validate").items():
        if name not in _RULES and value not in _NOTHING and not is_honoured(component, name):
            yield f"validate.{name}"[:100]
    yield from (f"validate.plugins: {name[:60]}" for name in unknown_plugins(component))
    yield from _of_days(component)
    for name, values in _ONE_VALUE.items():
        value = component.get(name)
        if isinstance(value, str | bool) and value in values:
            yield name if value is True else f"{name}: {value}"
    if yes(table(component, "openForms"), "requireVerification"):
        # The server takes no address to which it has not sent a code, which this machine cannot read.
        yield "openForms.requireVerification"
    if plain_type(component) == "tags" and number(component, "maxTags"):
        yield "maxTags"
    if asks(component) is Asks.TRUTH and word(component, "inputType") == "radio":
        yield "a checkbox as a radio button"
    if asks(component) is Asks.GRID and word(component, "conditionalAddButton").strip():
        yield "conditionalAddButton"


def _of_days(component: Component) -> Iterator[str]:
    for holder in _holders(component):
        for name in _DAYS_OUT:
            if holder.get(name) not in _NOTHING:
                yield name
    if refused := days_refused(component):
        yield refused


def _holders(component: Component) -> tuple[Component, ...]:
    """The component and its two tables of what a calendar shows: that of Form.io 4 and that of 5."""
    return component, table(component, "datePicker"), table(component, "widget")
