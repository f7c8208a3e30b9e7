# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the screen does while somebody listens: marks what is heard, reads what is touched, or shows nothing at all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from accessibility.speech.sink import Speaking
from core.visit import events as e
from i18n.messages import Messages
from tests.support.listener import Listener
from ui.parts.text import PlainText

EN = Messages.load("en")


@pytest.mark.requirement(
    "SPK-12", part="the sentence being read is marked, and its part of the page is turned to"
)
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_the_sentence_that_is_heard_is_marked_on_the_page(listener: Listener, language: str) -> None:
    listener.at("sent-received", language)
    listener.tell(e.ReadAloudPressed())
    mark = listener.session.window.shell.spoken_mark
    marked = 0
    while isinstance(listener.sink.progress(), Speaking):
        listener.live(80)
        now = listener.sink.progress()
        place = listener.last()[now.at].place if isinstance(now, Speaking) else -1
        marked += bool(mark.bars)
        assert bool(mark.bars) == (0 <= place < len(listener.session.window.items))
        listener.sink.advance()
    listener.live(80)
    assert marked >= 3
    assert not mark.bars


@pytest.mark.requirement("SPK-12", part="one block on a touch, while pages are read")
def test_a_touch_on_words_reads_these_words_and_marks_them(listener: Listener) -> None:
    listener.at("help")
    listener.wish(spoken=True)
    shell = listener.session.window.shell
    page = shell.page
    assert page is not None
    block = max((one for one in page.findChildren(PlainText) if one.isVisible()), key=lambda one: one.y())
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    listener.live(100)
    assert listener.heard() == block.accessibleName()
    assert shell.spoken_mark.bars
    said = len(listener.sink.said)
    listener.wish(spoken=False)
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    listener.live(100)
    assert len(listener.sink.said) == said


@pytest.mark.requirement("SPK-11", part="by choice, uniform, everything works, gone with the voice")
def test_the_dark_screen_shows_nothing_and_keys_work_below_it(listener: Listener) -> None:
    listener.at("home")
    listener.wish(spoken=True)
    assert not listener.session.window.shell.curtain.isVisible()
    listener.session.send(listener.session.window.preferences.with_curtain(True))
    listener.live()
    shell = listener.session.window.shell
    picture = shell.grab().toImage()
    colours = {
        picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(colours) == 1
    listener.press(Qt.Key.Key_F1)
    assert EN.text("help.heading") in listener.heard()
    listener.wish(spoken=False, curtain=False)
    assert not shell.curtain.isVisible()
