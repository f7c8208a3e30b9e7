# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what of a component is a program: JavaScript, and rules that change other components."""

from collections.abc import Iterator
from typing import Final

from core.forms.formio.documents import Component, table, word
from core.forms.formio.formula import UnreadableError, formula_of

JAVASCRIPT: Final = "JavaScript"

_MEMBERS: Final = ("calculateValue", "customDefaultValue")


def scripts(component: Component) -> Iterator[str]:
    """What of a component cannot be carried out here, by name."""
    validate = table(component, "validate")
    codes = [*[component.get(name) for name in _MEMBERS], validate.get("custom")]
    # A rule may be JSON logic in the place of a script.
    if any(isinstance(code, dict) or word({"code": code}, "code").strip() for code in codes):
        yield JAVASCRIPT
    elif word(component, "customConditional").strip():
        try:
            formula_of(word(component, "customConditional"), "show")
        except UnreadableError:
            yield JAVASCRIPT
    if isinstance(validate.get("json"), dict) and validate["json"]:
        yield "JSON logic in validate"
    if component.get("logic"):
        yield "logic"
    if any("{{" in word(component, name) for name in ("html", "content", "label")):
        yield "interpolation"
