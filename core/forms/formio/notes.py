# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds what a component says, is passed over here, and keeps nobody from filling the form: its author is told."""

from collections.abc import Iterator
from typing import Final

from core.forms.formio.address import SEARCHED
from core.forms.formio.documents import Component, table, word, yes
from core.forms.formio.kinds import ASKED, Asks, asks
from core.forms.formio.plugins import looked_up_there
from core.forms.problems import Fate

_FILLED_ELSEWHERE: Final = ("prefillKey", "deriveAddress", "deriveStreetName", "deriveCity")
_WITHOUT_EFFECT: Final = (
    "validateWhenHidden",
    "refreshOn",
    "clearOnRefresh",
)


def notes(component: Component) -> Iterator[tuple[str, Fate]]:
    """What of a component is passed over, by name, with what becomes of it."""
    if asks(component) in ASKED:
        yield from _of_answers(component)
    elif asks(component) is Asks.LAYOUT and component.get("nextPage"):
        yield "nextPage", Fate.NO_EFFECT


def _of_answers(component: Component) -> Iterator[tuple[str, Fate]]:
    if yes(component, "unique") or yes(table(component, "validate"), "unique"):
        yield "unique", Fate.JUDGED_LATER
    if yes(table(component, "kickbox"), "enabled"):
        yield "kickbox", Fate.JUDGED_LATER
    for name in looked_up_there(component):
        yield name, Fate.JUDGED_LATER
    if component.get(SEARCHED) is True:
        yield SEARCHED, Fate.BY_HAND
    if word(table(component, "prefill"), "plugin"):
        yield "prefill", Fate.BY_HAND
    for name in _FILLED_ELSEWHERE:
        if word(component, name) or yes(component, name):
            yield name, Fate.BY_HAND
    for name in _WITHOUT_EFFECT:
        if word(component, name) not in ("", "mixed") or yes(component, name):
            yield name, Fate.NO_EFFECT
    if asks(component) is Asks.DATE_TIME and component.get("enableDate") is False:
        yield "enableDate: false", Fate.NO_EFFECT
    ways = table(component, "attachmentValues").values()
    if any(isinstance(one, dict) and yes(one, "enabled") and yes(one, "showDeadline") for one in ways):
        yield "showDeadline", Fate.NOT_SHOWN
    words = table(component, "translatedErrors").values()
    if any(isinstance(one, dict) and any(one.values()) for one in words):
        yield "translatedErrors", Fate.NOT_SHOWN
