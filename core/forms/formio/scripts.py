# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what of a component is a program: JavaScript, and rules that change other components."""

from collections.abc import Iterator
from typing import Final

from core.forms.formio.documents import Component, table, word

JAVASCRIPT: Final = "JavaScript"

_MEMBERS: Final = ("customConditional", "calculateValue", "customDefaultValue")


def scripts(component: Component) -> Iterator[str]:
    """What of a component cannot be carried out here, by name."""
    validate = table(component, "validate")
    codes = [component.get(name) for name in _MEMBERS] + [validate.get("custom")]
    if any(isinstance(code, dict) or word({"code": code}, "code").strip() for code in codes):
        yield JAVASCRIPT
    if isinstance(validate.get("json"), dict) and validate["json"]:
        yield "JSON logic in validate"
    if component.get("logic"):
        yield "logic"
    if any("{{" in word(component, name) for name in ("html", "content", "label")):
        yield "interpolation"
