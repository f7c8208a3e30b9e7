# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a survey, each as a choice of its own."""

from collections.abc import Iterator

from core.forms.formio.documents import Component, listed, table, word


def lines(component: Component) -> Iterator[Component]:
    """A choice for each line. A survey that is required wants every line; its own words are told at each."""
    validate = table(component, "validate")
    rules = {name: validate[name] for name in ("required", "customMessage") if name in validate}
    for one in listed(component, "questions"):
        if word(one, "value"):
            yield {
                "type": "radiopanel",
                "key": word(one, "value").replace(".", " "),
                "label": word(one, "label") or word(one, "value"),
                "values": listed(component, "values"),
                "validate": rules,
                "errors": component.get("errors"),
                "disabled": component.get("disabled"),
            }
