# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what of a component is a program: JavaScript, and JSON logic that works something out or judges it."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.formula import UnreadableError, formula_of
from core.forms.formio.kinds import Asks, asks, plain_type
from core.forms.formio.reasoning import refused_in
from core.forms.formio.script_reading import Script, script_of
from core.forms.formio.script_tokens import UnreadableScriptError

JAVASCRIPT: Final = "JavaScript"

SHOW: Final = "customConditional"
CALCULATE: Final = "calculateValue"
BEGIN: Final = "customDefaultValue"
JUDGE: Final = "custom"
RESULTS: Final[Mapping[str, str]] = {SHOW: "show", CALCULATE: "value", BEGIN: "value", JUDGE: "valid"}
"""The variable that the script of a member puts its result into."""

_NO_ANSWER: Final = frozenset(
    {Asks.LAYOUT, Asks.NOTE, Asks.OTHER, Asks.GRID, Asks.CONTAINER, Asks.SURVEY, Asks.NOTHING}
)

_JUDGED_HERE: Final[Mapping[str, str]] = {
    "fnrfield": "valid=instance.validateFnrNew(input)",
    "orgnr": "valid=instance.validateOrganizationNumber(input)",
    "iban": "valid=instance.validateIban(input)",
    "bankaccount": "valid=instance.validateAccountNumber(input)",
    "navdatepicker": "valid=instance.validateDatePickerV2(input,data,component,row)",
}
"""What NAV writes at each component of a type: a call of the type's own rule, which is judged here without a script."""


def code_of(component: Component, member: str) -> object:
    """What a member has for a script; empty for nothing, and for what calls the rule of the component's own type."""
    code = table(component, "validate").get(member) if member == JUDGE else component.get(member)
    if not isinstance(code, str):
        return code if isinstance(code, dict) else ""
    if member == JUDGE and re.sub(r"[\s;]", "", code) == _JUDGED_HERE.get(plain_type(component)):
        return ""
    return code if code.strip() else ""


def script(component: Component, member: str) -> Script | None:
    """The script of a member; None for none, and for a condition that is a plain formula.

    Raises `UnreadableScriptError` for one that cannot be run here.
    """
    code = code_of(component, member)
    if not code:
        return None
    if not isinstance(code, str):
        if member in (CALCULATE, BEGIN):
            return None
        raise UnreadableScriptError(f"JSON logic in {member}")
    if member == SHOW and _is_formula(code):
        return None
    return script_of(code, RESULTS[member])


def logic_of(component: Component, member: str) -> Component | None:
    """The JSON logic of a member; None for none. `JUDGE` stands for `validate.json`."""
    found = table(table(component, "validate"), "json") if member == JUDGE else table(component, member)
    return found or None


def has_script(component: Component) -> bool:
    """Whether a component has a script that is to be run."""
    try:
        return any(script(component, member) is not None for member in RESULTS)
    except UnreadableScriptError:
        return False


def scripts(component: Component, *, run: bool) -> Iterator[str]:
    """What of a component cannot be carried out here, by name. Scripts can where they may `run`."""
    for member in RESULTS:
        found = _refused(component, member, run=run)
        if found:
            yield found
            if not run:
                break
    yield from _logic_refused(component)
    if any("{{" in word(component, name) for name in ("html", "content", "label")):
        yield "interpolation"


def _refused(component: Component, member: str, *, run: bool) -> str:
    """Why the script of a member cannot run; empty when it can, or when there is none."""
    try:
        found = script(component, member)
    except UnreadableScriptError as error:
        return f"{JAVASCRIPT}: {error}" if run else JAVASCRIPT
    if found is None:
        return ""
    if not run:
        return JAVASCRIPT
    if member != SHOW and _answers_several(component):
        return f"{JAVASCRIPT} for more than one answer"
    return ""


def _logic_refused(component: Component) -> Iterator[str]:
    for member in (CALCULATE, BEGIN, JUDGE):
        rule = logic_of(component, member)
        if rule is None:
            continue
        for construct in refused_in(rule, calculates=member == CALCULATE):
            yield f"JSON logic: {construct}"
        if _answers_several(component):
            yield "JSON logic for more than one answer"


def _answers_several(component: Component) -> bool:
    return asks(component) in _NO_ANSWER or yes(component, "multiple")


def _is_formula(code: str) -> bool:
    try:
        formula_of(code, "show")
    except UnreadableError:
        return False
    return True
