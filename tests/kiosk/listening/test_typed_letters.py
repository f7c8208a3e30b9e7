# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each letter typed is heard by its person alone, in every language; others hear only that something was written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from i18n.languages import LANGUAGES
from i18n.messages import Messages
from tests.support.listener import Listener
from ui.keyboard.key import Key
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.sign_names import spoken_name
from ui.parts.control import Control
from ui.parts.field import TextField

TAGS = tuple(one.tag for one in LANGUAGES)
EN = Messages.load("en")
WRITTEN = EN.text("keyboard.echo.written")


def field(listener: Listener) -> TextField:
    page = listener.session.window.shell.page
    assert page is not None
    found = page.findChild(TextField, "answer.text")
    assert isinstance(found, TextField)
    return found


def heard(listener: Listener) -> str:
    """The words of the last thing said, without the stop that ends each."""
    return " ".join(one.written for one in listener.last())


def letters(listener: Listener) -> list[Key]:
    """The keys with letters on the screen; they are brought where they are not there yet."""
    page = listener.session.window.shell.page
    assert page is not None
    if not (found := page.findChildren(Keyboard)):
        bring = page.findChild(Control, "foot.letters")
        assert isinstance(bring, Control)
        bring.click()
        found = page.findChildren(Keyboard)
    return [
        key
        for key in found[0].findChildren(Key)
        if key.objectName().startswith("key.") and len(key.words) == 1 and key.words.isalpha()
    ]


def touch_the_first(listener: Listener) -> str:
    """Touch the first letter on the screen, which is given back."""
    key = letters(listener)[0]
    words = key.words
    key.click()
    listener.live()
    return words


def writing(listener: Listener, language: str = "en", name: str = "question-text") -> Listener:
    listener.at(name, language)
    listener.wish(spoken=True)
    listener.live(100)
    return listener


@pytest.mark.requirement("SPK-06", part="each letter typed, in every language")
def test_a_letter_on_the_screen_is_said_into_headphones(with_handset: Listener) -> None:
    for language in TAGS:
        writing(with_handset, language)
        letter = touch_the_first(with_handset)

        assert heard(with_handset) == spoken_name(letter, Messages.load(language).text)
        assert [one.private for one in with_handset.last()] == [True]


@pytest.mark.requirement("SPK-06", part="each letter typed, in every language")
def test_a_loudspeaker_says_only_that_something_was_written(listener: Listener) -> None:
    for language in TAGS:
        writing(listener, language)
        touch_the_first(listener)

        assert heard(listener) == Messages.load(language).text("keyboard.echo.written")


def test_a_keyboard_that_is_plugged_in_is_heard_as_well(with_handset: Listener) -> None:
    writing(with_handset)
    QTest.keyClick(field(with_handset), Qt.Key.Key_B)
    with_handset.live()
    assert heard(with_handset) == "b"
    QTest.keyClick(field(with_handset), Qt.Key.Key_Backspace)
    with_handset.live()
    assert heard(with_handset) == "Deleted b"


@pytest.mark.requirement("PRV-07", part="the voice does not say it either, not even into headphones")
@pytest.mark.parametrize("which", ["listener", "with_handset"])
def test_a_secret_is_not_said_letter_by_letter_either(request: pytest.FixtureRequest, which: str) -> None:
    listener: Listener = request.getfixturevalue(which)
    writing(listener, name="question-masked")
    before = len(listener.sink.said)
    field(listener).clear()
    QTest.keyClick(field(listener), Qt.Key.Key_Q)
    listener.live()

    assert heard(listener) == WRITTEN
    said = [one.text.casefold() for words in listener.sink.said[before:] for one in words]
    assert "q" not in said


def test_the_same_secret_is_said_while_its_owner_looks_at_it(with_handset: Listener) -> None:
    writing(with_handset, name="question-masked-seen")
    QTest.keyClick(field(with_handset), Qt.Key.Key_Q)
    with_handset.live()

    assert heard(with_handset) == "q"


def test_nothing_is_said_where_no_pages_are_read(with_handset: Listener) -> None:
    with_handset.at("question-text")
    before = len(with_handset.sink.said)
    QTest.keyClick(field(with_handset), Qt.Key.Key_B)
    with_handset.live()

    assert with_handset.sink.said[before:] == []
