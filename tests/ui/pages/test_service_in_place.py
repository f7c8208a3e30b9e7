# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a service says in place that its form is being opened: as if it had been built so."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from core.ids import Language
from tests.support.showing import Shown, show
from ui.registry_finding import finding_screens
from ui.screens import readable

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_in_place_is_the_page_built_anew(language: Language) -> None:
    visits = finding_screens(language)
    built = show(visits["service-opening"])
    wanted = _seen(built)
    built.shell.close()
    shown = show(visits["service"])
    page = shown.shell.page
    assert page is not None
    assert _seen(shown) != wanted
    assert page.refresh(readable(visits["service-opening"], shown.texts, shown.setting))
    QApplication.processEvents()
    assert shown.shell.page is page
    assert _seen(shown) == wanted
    shown.shell.close()


def test_another_service_needs_another_page() -> None:
    visits = finding_screens()
    shown = show(visits["service"])
    page = shown.shell.page
    assert page is not None
    assert not page.refresh(readable(visits["service-counter"], shown.texts, shown.setting))
    shown.shell.close()


def _seen(shown: Shown) -> tuple[QImage, list[tuple[str, str, QRect]]]:
    """The picture, and what there is in the order in which assistive technology reads it."""
    page = shown.shell.page
    assert page is not None
    parts = [
        (part.objectName(), part.accessibleName(), part.geometry())
        for part in page.findChildren(QWidget)
        if part.isVisible()
    ]
    return shown.shell.grab().toImage(), parts
