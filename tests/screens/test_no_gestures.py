# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A single touch is all that is ever needed: no widget listens for drags, double taps, long presses or hovering."""

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

import ui

LISTENING = {
    "mouseDoubleClickEvent",
    "dragEnterEvent",
    "dragMoveEvent",
    "dropEvent",
    "enterEvent",
    "leaveEvent",
    "tabletEvent",
    "contextMenuEvent",
}
ASKING = (
    "grabGesture",
    "QDrag",
    "QGesture",
    "WA_AcceptTouchEvents",
    "WA_Hover",
    "setMouseTracking",
    "QTapAndHold",
)


def _overridden(one: type) -> set[str]:
    return LISTENING & set(vars(one))


@pytest.mark.requirement("OPR-04", part="no widget listens for anything but a single touch")
def test_no_widget_listens_for_more_than_a_single_touch() -> None:
    found, widgets = set(), 0
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, QWidget) and one.__module__ == module.name:
                widgets += 1
                found |= {f"{one.__name__}.{name}" for name in _overridden(one)}
    assert widgets > 40
    assert found == set()


@pytest.mark.requirement("OPR-04", part="nothing asks for gestures")
def test_nothing_asks_for_gestures() -> None:
    root = Path(ui.__file__).parent
    found = {
        f"{path.relative_to(root)}: {word}"
        for path in root.rglob("*.py")
        for word in ASKING
        if word in path.read_text("utf-8")
    }
    assert found == set()


def test_a_widget_that_listens_for_a_double_tap_is_found() -> None:
    class Twice(QWidget):
        def mouseDoubleClickEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            del event

    assert _overridden(Twice) == {"mouseDoubleClickEvent"}
