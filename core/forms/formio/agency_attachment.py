# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""NAV's `attachment`: how a paper reaches the agency, what there is to add, and the paper itself where it comes now."""

from collections.abc import Iterator
from typing import Final

from core.forms.formio.agency_words import WAYS
from core.forms.formio.documents import Component, listed, table, word, yes

_NOW: Final = "leggerVedNaa"


def with_its_paper(component: Component) -> Component:
    """The container that stands for an attachment: `key` is the way, `files` the paper. As it was without any way."""
    ways = list(_ways(component))
    if not ways:
        return component
    label, said = word(component, "label"), word(component, "description")
    needed = {"required": yes(table(component, "validate"), "required")}
    asked: list[Component] = [
        {"type": "radiopanel", "key": "key", "label": said or label, "values": ways, "validate": needed}
    ]
    asked.extend(_told_more(component))
    if any(one["value"] == _NOW for one in ways):
        # Who says 'now' has to have it here: the agency would wait for a paper that nobody sends.
        asked.append(
            {
                "type": "file",
                "key": "files",
                "label": label,
                "storage": "base64",
                "multiple": True,
                "validate": {"required": True},
                "conditional": {"show": True, "when": "row.key", "eq": _NOW},
            }
        )
    rest = {name: value for name, value in component.items() if name not in ("validate", "multiple")}
    return {**rest, "type": "container", "components": asked, "defaultValue": None}


def _ways(component: Component) -> Iterator[Component]:
    """The ways in the order of the form: those that are enabled, or as older forms wrote them, with words."""
    settings = component.get("attachmentValues")
    older = listed(component, "attachmentValues") or listed(component, "values")
    for one in () if isinstance(settings, dict) and settings else older:
        if word(one, "value"):
            yield {"value": word(one, "value"), "label": word(one, "label") or word(one, "value")}
    for name, way in settings.items() if isinstance(settings, dict) else ():
        if isinstance(way, dict) and yes(way, "enabled"):
            yield {"value": str(name), "label": WAYS.get(str(name), str(name))}


def _told_more(component: Component) -> Iterator[Component]:
    """What a way wants to know beside, each asked for with its way alone."""
    for name, way in table(component, "attachmentValues").items():
        more = table(way, "additionalDocumentation") if isinstance(way, dict) and yes(way, "enabled") else {}
        if yes(more, "enabled"):
            yield {
                "type": "textarea",
                "key": "additionalDocumentation",
                "label": word(more, "label"),
                "description": word(more, "description"),
                "validate": {"required": True},
                "conditional": {"show": True, "when": "row.key", "eq": str(name)},
            }
