# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign in: who it is, then the PIN. Which of both did not fit is never told, only how long to wait."""

import math
from dataclasses import dataclass

from core.ids import Language
from core.text import Phrase
from core.visit.pages import StaffDoor
from core.visit.state import Visit
from i18n.formats import number
from i18n.messages import Messages
from ui.present.reading import Item, Role, button, heading, sentence, shown
from ui.present.setting import Setting

MINUTE = 60


@dataclass(frozen=True, slots=True)
class StaffDoorContents:
    """The field for a number or a card, or the one for the PIN. `problem` is empty until something did not fit."""

    language: Language
    heading: str
    text: str
    problem: str
    field: str
    typed: str
    secret: bool
    keys: bool
    bring: str
    go_on: str

    def items(self) -> tuple[Item, ...]:
        """In reading order. A PIN is not among what is read."""
        own = self.language
        typed = "" if self.secret else self.typed
        return shown(
            heading(self.heading, own),
            sentence(self.text, own),
            sentence(self.problem, own),
            Item(Phrase(self.field, own), Role.FIELD, value=Phrase(typed, own)),
            button(self.go_on, own),
        )


def present_staff_door(visit: Visit, page: StaffDoor, texts: Messages, setting: Setting) -> StaffDoorContents:
    """The step that the page is at."""
    pin = page.asks_pin
    head = "staff.pin_heading" if pin else "staff.sign_in" if page.second is None else "staff.second"
    text = "staff.pin_text" if pin else _how(page, setting)
    return StaffDoorContents(
        language=visit.language,
        heading=texts.text(head),
        text=texts.text("staff.asking" if page.asking else text),
        problem=_problem(page, texts),
        field=texts.text("staff.pin" if pin else "staff.number"),
        typed=page.typed,
        secret=pin,
        keys=setting.keyboard,
        bring=texts.text("question.numbers"),
        go_on=texts.text("staff.enter" if pin else "question.continue"),
    )


def _how(page: StaffDoor, setting: Setting) -> str:
    if page.second is None:
        return "staff.sign_in_text" if setting.scanner else "staff.sign_in_typed"
    return "staff.second_text" if setting.scanner else "staff.second_typed"


def _problem(page: StaffDoor, texts: Messages) -> str:
    if page.trouble is not None:
        return texts.text(page.trouble.key, **page.trouble.values)
    if not page.told:
        return ""
    return (
        texts.text("staff.wait", time=_time(page.left, texts)) if page.left > 0 else texts.text("staff.wrong")
    )


def _time(left: float, texts: Messages) -> str:
    """In minutes, and in the last one by seconds; never less than there is."""
    if left > MINUTE:
        return texts.minutes(math.ceil(left / MINUTE))
    return texts.text("rhythm.seconds", seconds=number(math.ceil(left), texts.language))
