# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where Form.io's engine has no opinion: told by the types in a form and what its scripts fill, never by how we did.

Nothing of this is lost: it is counted in a column of its own and listed with the differences.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

NOT_WORKED_OUT: Final = "the recordings were made without working anything out: what was put in came out"
NOT_KNOWN: Final = (
    "the core does not know the type, so it has no rule for what is written, and keeps it as it came"
)

_OF_WINDOW: Final[Mapping[str, str]] = {
    "step": "the rule is the window's, not the core's",
    "decimalLimit": "the rule is the window's, not the core's",
}
"""Rules that the recorded engine does not have for any type."""

_NAMES: Final = (
    "address button captcha checkbox columns container content currency custom datagrid datamap datasource datetime"
    " day editgrid email fieldset file form hidden htmlelement number panel password phoneNumber radio recaptcha"
    " resource reviewpage select selectboxes signature sketchpad survey table tabs tags tagpad textarea textfield"
    " time tree url well"
)
KNOWN: Final = frozenset(_NAMES.split())
"""The types of Form.io itself, which its core has rules for. Of others it only asks whether there is an answer."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What the engine cannot speak of in one form: `types` by the keys of components, and what scripts work out."""

    types: Mapping[str, frozenset[str]]
    worked_out: AbstractSet[str]

    def of_rule(self, rule: str, place: str, *, calculated: bool) -> str:
        """Why the engine has no rule where one of ours speaks and none of its own; empty where it has one."""
        if rule in _OF_WINDOW:
            return _OF_WINDOW[rule]
        if place in self.worked_out and not calculated:
            return NOT_WORKED_OUT
        return NOT_KNOWN if rule not in ("", "problem.required") and self._not_known(place) else ""

    def of_data(self, place: str, wanted: object, found: object, *, calculated: bool) -> str:
        """Why the engine leaves alone what is worked out or written otherwise here; empty where it does not."""
        if calculated:
            return ""
        if place in self.worked_out:
            return NOT_WORKED_OUT
        # A choice that looks like a number is one in Form.io, but only of a type that the core knows.
        return NOT_KNOWN if self._not_known(place) and str(wanted) == str(found) else ""

    def unknown_type(self, place: str) -> str:
        """The one type of the component at a place that the engine does not know; empty for none."""
        types = self._types(place)
        return next(iter(types)) if len(types) == 1 and not types & KNOWN else ""

    def _not_known(self, place: str) -> bool:
        """Whether the component at a place is of no type that the engine knows."""
        types = self._types(place)
        return bool(types) and not types & KNOWN

    def _types(self, place: str) -> frozenset[str]:
        return self.types.get(re.sub(r"\[\d+\]", "", place).rpartition(".")[2], frozenset())
