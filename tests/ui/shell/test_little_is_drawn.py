# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another page is drawn, and nothing besides; the one before is taken apart when that is done."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.showing import show, turn_to
from ui.registry_finding import finding_screens

pytestmark = pytest.mark.usefixtures("qapp")


class Heard(QObject):
    """Writes down which widgets were painted, and which taken apart, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[tuple[QEvent.Type, QObject]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.Paint, QEvent.Type.User, QEvent.Type.DeferredDelete):
            self.order.append((event.type(), watched))
        return False


def test_the_bar_stays_and_the_page_before_goes_last(qapp: QApplication) -> None:
    visits, heard = finding_screens(), Heard()
    shown = show(visits["home"])
    before, bar = shown.shell.page, shown.shell.bar
    assert before is not None
    assert bar is not None
    qapp.installEventFilter(heard)
    turn_to(shown, visits["event-services"])
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.removeEventFilter(heard)
    painted = [watched for kind, watched in heard.order if kind is QEvent.Type.Paint]
    assert shown.shell.page is not None
    assert shown.shell.page.heading in painted
    assert not {bar, *bar.buttons.values()} & set(painted)
    # All was painted before anything was taken apart.
    kinds = [kind for kind, _ in heard.order]
    assert kinds.index(QEvent.Type.User) == len(painted)
    assert (QEvent.Type.DeferredDelete, before) in heard.order
    shown.shell.close()


def test_ring_and_mark_stay_over_the_bar_and_the_bar_over_the_page() -> None:
    visits = finding_screens()
    shown = show(visits["home"])
    for name in ("event-services", "service", "home"):
        turn_to(shown, visits[name])
        shell, page, bar = shown.shell, shown.shell.page, shown.shell.bar
        assert page is not None
        assert bar is not None
        parts: list[QWidget] = [page, bar, shell.spoken_mark, shell.ring]
        ground = shell.centralWidget()
        assert ground is not None
        children = ground.children()
        places = [children.index(part) for part in parts]
        assert places == sorted(places)
    shown.shell.close()
