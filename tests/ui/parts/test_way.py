# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way shows where things are, in words that are never cut and by doors that differ in shape."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.tokens import tokens
from ui.parts.text import PlainText
from ui.parts.way import Way, WayStep, When

K2 = ScreenMeasure(1920, 1080, 102)
STEPS_SHOWN = (
    WayStep("lock", "Sealed", "23 November, 14:32, at the kiosk in Quay Street by the harbour", "past"),
    WayStep("needs-you", "Needs you", "Since 25 November", "now"),
    WayStep("decided", "Decided", "", "later"),
)


def way(qtbot: QtBot, width: int, *, step: int = 1, language: str = "en", theme: str = "standard") -> Way:
    made = Way(Look(Preferences(text_step=step, theme=theme), K2, language), STEPS_SHOWN)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


@pytest.mark.parametrize(
    ("step", "language", "width"), list(product(range(1, STEPS + 1), ("en", "ar"), (600, 1100)))
)
def test_words_are_whole_and_in_reading_order(qtbot: QtBot, step: int, language: str, width: int) -> None:
    made = way(qtbot, width, step=step, language=language)
    texts = [label for label in made.findChildren(PlainText) if label.isVisible()]
    assert [label.accessibleName() for label in texts] == [
        words for one in STEPS_SHOWN for words in (one.title, one.text) if words
    ]
    places = [QRect(label.mapTo(made, QPoint()), label.size()) for label in texts]
    for label, place in zip(texts, places, strict=True):
        assert label.heightForWidth(label.width()) <= place.height()
        assert made.rect().contains(place)
    assert [place.top() for place in places] == sorted(place.top() for place in places)


def test_doors_of_a_mirrored_page_stand_at_the_right(qtbot: QtBot) -> None:
    left, right = way(qtbot, 900), way(qtbot, 900, language="ar")
    assert left.findChildren(PlainText)[0].x() > 0
    door = left.findChildren(PlainText)[0].x()
    assert right.findChildren(PlainText)[0].geometry().right() + 1 + door == right.width()


@pytest.mark.parametrize("theme", sorted(tokens().themes))
def test_past_now_and_later_look_different(qtbot: QtBot, theme: str) -> None:
    look = Look(Preferences(theme=theme), K2, "en")

    def drawn(when: When) -> QImage:
        made = Way(look, [WayStep("lock", "", "", when)])
        qtbot.addWidget(made)
        made.resize(look.px(19), made.heightForWidth(look.px(19)))
        return made.grab().toImage()

    past, now, later = drawn("past"), drawn("now"), drawn("later")
    assert past != now
    assert now != later
    assert past != later


def test_steps_can_be_told_apart_by_who_pages_them(qtbot: QtBot) -> None:
    made = way(qtbot, 900)
    assert len(made.units()) == len(STEPS_SHOWN)
    assert sum(widget.heightForWidth(900) for widget in made.widgets) == made.heightForWidth(900)
