# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard in a session: by keys alone, page after page, and nothing private where others listen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.hands.ways import Way
from accessibility.speech.sink import Speaking
from core.visit import events as e
from i18n.direction import strip_controls
from i18n.messages import Messages
from kiosk.clock import MachineClock
from kiosk.profile.model import Private, Profile
from kiosk.session.setting import usual_preferences
from tests.support.listener import Listener, listening_session
from ui.parts.text import PlainText

EN = Messages.load("en")
PRIVATE_SCREENS = (
    "check",
    "said-back-written",
    "said-back-chosen",
    "question-fixed",
    "sent-received",
    "status-typed",
)


@pytest.fixture
def listener(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    with listening_session(tmp_path) as found:
        yield found


@pytest.fixture
def with_handset(qapp: QApplication, tmp_path: Path) -> Iterator[Listener]:
    with listening_session(tmp_path, change=always) as found:
        yield found


class StoppedClock(MachineClock):
    """The machine's clock, at one moment."""

    def wall(self) -> float:
        return 1_795_426_000.0


def always(profile: Profile) -> Profile:
    return replace(profile, voice=replace(profile.voice, private=Private.ALWAYS))


@pytest.mark.requirement("SPK-02", part="by a key")
def test_a_key_on_the_welcome_page_begins_the_voice_which_first_says_what_the_keys_do(
    listener: Listener,
) -> None:
    assert not listener.sink.said
    listener.press(Qt.Key.Key_Down)
    for _ in range(200):
        if EN.text("welcome.heading") in listener.heard():
            break
        listener.live()
    assert listener.session.window.preferences.spoken
    assert listener.last()[0].text == EN.text("voice.keys").split(". ")[0] + "."
    assert EN.text("welcome.heading") in listener.heard()


@pytest.mark.requirement("SPK-02", part="by a key")
@pytest.mark.parametrize(
    ("way", "key"), [(Way.TWO_SWITCHES, Qt.Key.Key_Space), (Way.ONE_SWITCH, Qt.Key.Key_Space)]
)
def test_a_switch_begins_the_voice_once_it_has_come_up_and_done_what_it_is_for(
    qapp: QApplication, tmp_path: Path, way: Way, key: Qt.Key
) -> None:
    def scanned(profile: Profile) -> Profile:
        return replace(profile, hands=profile.hands.with_way(way))

    with listening_session(tmp_path, change=scanned) as listener:
        shell = listener.session.window.shell
        assert listener.session.window.hands_now.way is way
        QTest.keyPress(shell, key)
        listener.live(60)
        assert not listener.session.window.preferences.spoken
        QTest.keyRelease(shell, key)
        for _ in range(200):
            if listener.sink.said:
                break
            listener.live()
        assert listener.session.window.preferences.spoken
        assert listener.sink.said[0][0].text == EN.text("voice.keys").split(". ")[0] + "."


@pytest.mark.requirement("SPK-02", part="by headphones")
def test_headphones_begin_the_voice(listener: Listener) -> None:
    listener.session.ears.jack._take(True)
    listener.live()
    assert listener.heard().startswith(EN.text("voice.keys").split(". ")[0])


def test_a_key_at_home_begins_nothing(qapp: QApplication, tmp_path: Path) -> None:
    with listening_session(tmp_path, "home") as listener:
        listener.press(Qt.Key.Key_Down)
        assert not listener.sink.said


def test_each_page_is_read_when_it_comes_and_not_again_when_nothing_is_new(listener: Listener) -> None:
    listener.wish(spoken=True)
    listener.at("home")
    assert EN.text("home.heading") in listener.heard()
    number = len(listener.sink.said)
    listener.at("home")
    assert len(listener.sink.said) == number
    listener.at("sent-sealed")
    listener.at("sent-received")
    assert len(listener.sink.said) == number + 2


@pytest.mark.requirement("SPK-03", part="keys repeat, pause, go on and spell")
def test_keys_repeat_pause_go_on_and_spell(listener: Listener) -> None:
    listener.at("help")
    listener.press(Qt.Key.Key_F2)
    page = listener.last()
    listener.sink.advance()
    listener.live(150)
    listener.press(Qt.Key.Key_F3)
    assert not isinstance(listener.sink.progress(), Speaking)
    listener.press(Qt.Key.Key_F3)
    assert listener.last() == page[1:]
    listener.press(Qt.Key.Key_F2)
    assert listener.last() == page
    listener.press(Qt.Key.Key_F4)
    assert listener.last()[0].text.replace(".", "").split(", ") == list(page[0].text.split()[0].rstrip("."))
    listener.tell(e.Touched())
    assert not isinstance(listener.sink.progress(), Speaking)


@pytest.mark.requirement("SPK-05", part="a key changes it and says how it is")
def test_volume_and_pace_answer_a_key_with_how_they_are_now(listener: Listener) -> None:
    listener.at("home")
    listener.press(Qt.Key.Key_VolumeUp)
    assert listener.session.window.preferences.volume == 1
    assert "4 of 5" in listener.heard()
    assert listener.sink.manners[-1].volume == 1
    listener.press(Qt.Key.Key_F23)
    assert "3 of 7" in listener.heard()
    assert listener.sink.manners[-1].pace == 80


@pytest.mark.requirement("SPK-05", part="back to the usual in the next session")
@pytest.mark.requirement("PRV-05", part="the voice's settings")
def test_the_next_person_begins_with_the_usual_voice(qapp: QApplication, tmp_path: Path) -> None:
    for name in ("first", "second"):
        with listening_session(tmp_path / name) as listener:
            assert listener.session.window.preferences == usual_preferences(listener.session._profile)
            listener.wish(spoken=True, volume=2, speech_rate=3, curtain=True)


@pytest.mark.requirement("SPK-06", part="a person's own words, on a loudspeaker")
@pytest.mark.parametrize("name", PRIVATE_SCREENS)
def test_private_words_are_not_said_on_a_loudspeaker_but_named_as_such(listener: Listener, name: str) -> None:
    listener.at(name)
    own = [item.phrase.text for item in listener.session.window.items if item.private]
    own += [item.value.text for item in listener.session.window.items if item.value is not None]
    listener.press(Qt.Key.Key_F2)
    if any(own):
        assert EN.text("voice.hidden").split(". ")[0] in listener.heard()
    assert not [one for one in listener.last() if one.private]
    assert not [word for word in own if len(word) > 3 and word in listener.heard()]


@pytest.mark.requirement("SPK-06", part="a person's own words, in headphones")
@pytest.mark.parametrize("name", PRIVATE_SCREENS)
def test_private_words_are_said_where_only_this_person_hears_them(with_handset: Listener, name: str) -> None:
    with_handset.at(name)
    with_handset.press(Qt.Key.Key_F2)
    assert EN.text("voice.hidden").split(". ")[0] not in with_handset.heard()


@pytest.mark.requirement("SPK-08")
@pytest.mark.parametrize(
    "name", ["question-text-problem", "question-choice-problem", "question-number-problem"]
)
def test_a_mistake_is_said_at_once_and_first(listener: Listener, name: str) -> None:
    listener.wish(spoken=True)
    listener.at(name.removesuffix("-problem"))
    listener.at(name)
    first = listener.session.window.items[0].phrase.text
    assert listener.last()[0].text.rstrip(".:") == first.rstrip(".:")


@pytest.mark.requirement("SPK-09", part="everything on the page and on the paper")
def test_the_paper_is_heard_whole_with_its_number_sign_by_sign(with_handset: Listener) -> None:
    # The paper names its minute, and must not be heard in one and printed in the next.
    with_handset.session._clock = StoppedClock()
    with_handset.at("sent-received")
    with_handset.press(Qt.Key.Key_F2)
    delivery = with_handset.visit.delivery
    assert delivery is not None
    signs = [sign for sign in delivery.reference if sign.isalnum()]
    said = [[sign for sign in one.text if sign.isalnum()] for one in with_handset.last()]
    assert said.count(signs) == 2
    for line in paper_of(with_handset):
        assert squeezed(line) in squeezed(with_handset.heard()), line


def paper_of(listener: Listener) -> list[str]:
    """The lines of the receipt as it is printed, in the words that a program reads from the PDF."""
    import subprocess

    from core.visit.effects import PrintReceipt

    delivery = listener.visit.delivery
    assert delivery is not None
    pdf = listener.session._receipt(PrintReceipt(delivery, None, listener.visit.language))
    read = subprocess.run(
        ("pdftotext", "-layout", "-", "-"), input=pdf, capture_output=True, check=True
    ).stdout
    return [line for line in read.decode().replace("\f", "\n").splitlines() if squeezed(line)]


def squeezed(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


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


@pytest.mark.requirement("SPK-06", part="a person's own words, on a loudspeaker")
def test_a_touch_does_not_say_aloud_what_is_a_persons_own(listener: Listener) -> None:
    listener.at("said-back-written")
    listener.wish(spoken=True)
    page = listener.session.window.shell.page
    assert page is not None
    own = [item.phrase.text for item in listener.session.window.items if item.private]
    blocks = [one for one in page.findChildren(PlainText) if strip_controls(one.accessibleName()) in own]
    assert blocks
    QTest.mouseClick(blocks[0], Qt.MouseButton.LeftButton)
    listener.live(100)
    assert EN.text("voice.hidden").split(". ")[0] in listener.heard()
    assert own[0] not in listener.heard()


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


@pytest.mark.requirement("SPK-01", part="what keys come to: name, role, state, which of how many")
def test_what_keys_come_to_is_said_with_what_it_is_and_which_of_how_many(with_handset: Listener) -> None:
    with_handset.at("question-choice")
    with_handset.wish(spoken=True)
    told = []
    for _ in range(12):
        with_handset.press(Qt.Key.Key_Down)
        told.append(with_handset.heard())
    assert [
        text
        for text in told
        if EN.text("reading.choice") in text and EN.text("voice.position", place=2, of=3)[:3] in text
    ]
    assert [text for text in told if EN.text("reading.button").rstrip(".") in text]


@pytest.mark.requirement("SPK-10", part="no sound of its own while somebody listens")
def test_the_program_has_no_sound_but_the_voice() -> None:
    """A second sound would have to go past the one sink: nothing else of ours can sound."""
    found = [
        path
        for package in ("ui", "kiosk", "accessibility", "core")
        for path in (Path(__file__).parents[2] / package).rglob("*.py")
        for word in (
            "QSoundEffect",
            "QtMultimedia import QAudio",
            "QMediaPlayer",
            "QApplication.beep",
            "paplay",
            "TextToSpeech",
        )
        if word in path.read_text("utf-8")
    ]
    assert not found
