# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page class and every top-level widget is reached by an entry of the registry, or the checks miss it."""

import importlib
import inspect
import pkgutil

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

import ui
import ui.pages
from tests.support.checks.screen import Case, screen
from ui.page_frame import PageFrame
from ui.registry import screens

WINDOWS = {"Shell"}
"""The classes that may stand on a desktop by themselves: the window that holds every page."""


def _classes(package: str, path: list[str], kind: type) -> set[type]:
    found = set()
    for module in pkgutil.walk_packages(path, f"{package}."):
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if issubclass(one, kind) and one.__module__ == module.name:
                found.add(one)
    return found


def test_every_page_class_is_shown_by_a_registered_screen() -> None:
    pages = _classes("ui.pages", list(ui.pages.__path__), PageFrame)
    reached: set[type] = set()
    for name in screens():
        with screen(name, Case()) as shown:
            reached |= {base for base in type(shown.page).__mro__ if base in pages}
            alone = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
            assert set(alone) <= WINDOWS, name
        # Windows wait for the event loop to be deleted, and each has a picture of the whole glass.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {page.__name__ for page in pages - reached} == set()


def test_no_other_class_is_a_window_of_its_own() -> None:
    windows = {one.__name__ for one in _classes("ui", list(ui.__path__), QMainWindow)}
    assert windows <= WINDOWS
    assert all(issubclass(one, QWidget) for one in _classes("ui", list(ui.__path__), QMainWindow))
