# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page with questions has below them: undo, and other ways on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button
from ui.present.question_contents import Way, WayOn

_PICTURES = {
    Way.LATER: "clock",
    Way.PERSON: "help-person",
    Way.LEAVE: "forward",
    Way.UNCOVER: "hide",
    Way.SAID_BEFORE: "you",
    Way.SHOW: "hide",
}
_EVENTS: dict[Way, Callable[[], e.ByPerson]] = {
    Way.LATER: e.LaterPressed,
    Way.PERSON: e.HelpPressed,
    Way.LEAVE: e.SkipPressed,
    Way.UNCOVER: e.UncoverPressed,
    Way.SAID_BEFORE: e.SaidBeforePressed,
    Way.SHOW: e.SecretPressed,
}


def undo_button(look: Look, words: str, send: Send) -> Button:
    """Puts back what the last change took away."""
    undo = Button(look, words, "back")
    reports(undo, "foot.undo", e.UndoPressed(), send)
    return undo


def way_buttons(look: Look, ways: Sequence[WayOn], send: Send) -> list[QWidget]:
    """The other ways on."""
    return [
        reports(Button(look, one.text, _PICTURES[one.way]), f"foot.{one.way.value}", _EVENTS[one.way](), send)
        for one in ways
    ]
