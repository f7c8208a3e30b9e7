# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question shows the pictures of its form, plays its recordings, and says to everybody what there is."""

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication

from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit.pages import Question
from i18n.messages import Messages
from tests.support.checks.screen import Case, screen
from ui.parts.choice import ChoiceCard
from ui.parts.control import Control
from ui.parts.form_picture import FormPicture
from ui.present.answer_words import answer_words
from ui.present.reading import spoken
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import readable

EN = Messages.load("en")
PATH = QuestionPath("/data/broken")
SCREENS = screens(Language("en"))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The one application object of this process."""
    return qapp


def said(name: str) -> list[str]:
    return [part.text for part in spoken(readable(SCREENS[name], EN, a_kiosk()), EN)]


def test_the_picture_stands_there_and_is_called_by_the_question() -> None:
    with screen("question-picture", Case()) as shown:
        picture = shown.page.findChild(FormPicture)
        assert picture is not None
        assert picture.isVisible()
        assert picture.accessibleName() == "Picture: What is wrong with what you see here?"
        interface = QAccessible.queryAccessibleInterface(picture)
        assert interface.role() is QAccessible.Role.Graphic
        seen = picture.grab().toImage()
        middle = seen.pixelColor(seen.width() // 2, seen.height() // 8)
        assert middle == QColor(200, 222, 236)


def test_the_buttons_report_what_is_wanted() -> None:
    with screen("question-recordings", Case()) as shown:
        for name in ("answer.listen.cars", "answer.listen.music"):
            button = shown.page.findChild(Control, name)
            assert button is not None
            button.click()
        assert shown.shown.reported == [e.SoundPressed("cars"), e.SoundPressed("music")]
    with screen("question-picture", Case()) as shown:
        for name in ("question.listen", "question.larger"):
            button = shown.page.findChild(Control, name)
            assert button is not None
            button.click()
        assert shown.shown.reported == [e.SoundPressed(), e.PicturesPressed()]


def test_an_answer_with_a_picture_is_chosen_as_any_other() -> None:
    with screen("question-pictures", Case()) as shown:
        card = shown.page.findChild(ChoiceCard, "answer.choice.lamp")
        assert card is not None
        assert card.accessibleName() == "The street lamp"
        card.click()
        assert shown.shown.reported == [e.AnswerGiven(PATH, "lamp")]


def test_the_voice_says_that_there_is_a_picture_and_what_can_be_pressed() -> None:
    words = said("question-picture")
    assert "Picture: What is wrong with what you see here?" in words
    assert "Play the recording" in words
    assert "See the picture larger" in words
    assert "Play: Cars" in said("question-recordings")


def test_an_answer_without_words_has_a_number_to_be_called_by_everywhere() -> None:
    assert "Picture 2" in said("question-pictures-bare")
    visit = SCREENS["question-pictures-bare"]
    assert visit.filling is not None
    assert isinstance(visit.page, Question)
    path = visit.page.path
    entry = visit.filling.entry.answer(path, "bench")
    assert answer_words(entry, entry.question(path), EN).text == "Picture 2"
