# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of filling or sending on the screen: its controls by name, a press, its words, and the visit behind it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit.state import Visit
from core.visit.step import step
from tests.support.measuring import said, visible
from tests.support.showing import Shown, turn_to
from ui.registry_filling import filling_screens, path
from ui.registry_finding import visit_in_town
from ui.screens import page_key, readable


def screen(name: str, language: str = "en") -> Visit:
    return filling_screens(visit_in_town(Language(language)))[name]


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.shell.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def field(shown: Shown, name: str) -> QLineEdit:
    found = shown.shell.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(shown: Shown) -> str:
    return "\n".join(said(widget) for widget in visible(shown.shell))


def key(shown: Shown, words: str) -> QAbstractButton:
    keys = [one for one in visible(shown.shell) if isinstance(one, QAbstractButton) and said(one) == words]
    assert keys, words
    return keys[0]


def live(shown: Shown, visit: Visit) -> Visit:
    """Feed what the page reported to the visit, and show what became of it, as the program does."""
    for report in shown.reported:
        assert not isinstance(report, Preferences)
        before, visit = visit, step(visit, report).visit
        page = shown.shell.page
        assert page is not None
        if page_key(before) != page_key(visit) or not page.refresh(
            readable(visit, shown.texts, shown.setting)
        ):
            turn_to(shown, visit)
    shown.reported.clear()
    QApplication.processEvents()
    return visit


def raw(visit: Visit, name: str) -> str:
    assert visit.filling is not None
    return visit.filling.entry.raw(path(name))
