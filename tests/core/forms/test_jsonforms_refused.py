# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a UI schema of JSON Forms asks for and is not carried out: noted by place and name, or the form is refused."""

import pytest

from tests.support.dressed_forms import PERSON, TEXT, UI, noted, opened, refused
from tests.support.jsonforms_layouts import control, layout, rule


def test_what_is_not_carried_out_is_noted_by_place_and_name() -> None:
    ui = layout(
        control("name", options={"slider": True, "format": "stars"}, i18n="k"),
        control("name"),
        control("born", label=False),
    )
    entry = opened({"name": TEXT, "born": TEXT}, ui)
    assert {(place, construct) for place, construct, _ in noted(entry)} == {
        ("ui/elements/0", "i18n"),
        ("ui/elements/0", "options.slider"),
        ("ui/elements/0", "options.format: stars"),
        ("ui/elements/1", "a second control for #/properties/name"),
        ("ui/elements/2", "label: false"),
    }


@pytest.mark.parametrize(
    ("element", "construct"),
    [
        ({"type": "Map", "scope": "#/properties/name"}, "an element of the type Map"),
        (control("nowhere"), "a control for #/properties/nowhere, which is nowhere"),
        (
            control("name", rule={"effect": "BLINK", "condition": {}}),
            "a rule without a known effect and a condition",
        ),
        (
            control("name", rule=rule("SHOW", "gone", {})),
            "a condition on #/properties/gone, which is nowhere",
        ),
        (
            control("name", rule={"effect": "SHOW", "condition": {"type": "MOON"}}),
            "a condition of the type MOON",
        ),
        (
            control("name", rule=rule("SHOW", "born", {"$ref": "#/x"})),
            "a schema that breaks the rules or refers elsewhere",
        ),
        (control("name", options={"dateSaveFormat": "YYYY"}), "options.dateSaveFormat"),
    ],
)
def test_what_no_form_can_be_shown_with_refuses_it(element: UI, construct: str) -> None:
    assert refused({"name": TEXT, "born": TEXT}, layout(element))[0][1] == construct


@pytest.mark.parametrize("ui", [[], "x", 3, None])
def test_a_ui_schema_that_is_no_object_is_refused(ui: object) -> None:
    assert refused(PERSON, ui) == [("ui", "a UI schema that is no object")]


def test_layouts_without_an_end_are_stopped() -> None:
    ui = layout(control("name"))
    for _ in range(300):
        ui = layout(ui)
    assert refused({"name": TEXT}, ui)[0][1] == "form.too_deep"


def test_a_condition_of_very_many_levels_is_refused() -> None:
    schema: UI = {}
    for _ in range(200):
        schema = {"not": schema}
    ui = layout(control("name", rule=rule("SHOW", "name", schema)))
    assert refused({"name": TEXT}, ui) == [("ui", "form.too_deep")]


def test_a_ui_schema_of_very_many_elements_is_refused() -> None:
    ui = layout(control("name"), *[{"type": "Label", "text": "x"}] * 6_000)
    assert refused({"name": TEXT}, ui)[0][1] == "form.too_large"
