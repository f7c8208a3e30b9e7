# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes UI schemas of JSON Forms: controls, layouts and rules."""

from tests.support.dressed_forms import UI


def control(name: str, **more: object) -> UI:
    return {"type": "Control", "scope": f"#/properties/{name}", **more}


def layout(*elements: UI, kind: str = "VerticalLayout", **more: object) -> UI:
    return {"type": kind, "elements": list(elements), **more}


def rule(effect: str, scope: str, schema: object) -> UI:
    return {"effect": effect, "condition": {"scope": f"#/properties/{scope}", "schema": schema}}
