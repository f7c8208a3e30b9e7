# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard in a session: what begins the voice, page after page, what keys say, and nothing beside it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.hands.ways import Hands, Way
from accessibility.speech.sink import Speaking
from core.visit import events as e
from i18n.messages import Messages
from kiosk.profile.model import Profile
from kiosk.session.setting import usual_preferences
from tests.support.listener import Listener, listening_session

EN = Messages.load("en")


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


@pytest.mark.requirement("OPR-10", part="the ends are told to who listens")
def test_an_arrow_that_leads_no_further_says_so_and_the_next_one_goes_round(listener: Listener) -> None:
    listener.wish(spoken=True)
    listener.at("home")
    hands = listener.session.window.hands
    listener.session.send(listener.session.window.preferences.with_hands(Hands(Way.FIVE_KEYS)))
    stops = hands.stops()
    hands.highlight.come_to(stops[-1])
    for key, key_of_words, here, there in (
        (Qt.Key.Key_Down, "voice.at_end", stops[-1], stops[0]),
        (Qt.Key.Key_Up, "voice.at_beginning", stops[0], stops[-1]),
    ):
        listener.press(key)
        assert hands.highlight.stop is not None
        assert hands.highlight.stop.name == here.name
        assert listener.heard() == EN.text(key_of_words)
        listener.press(key)
        assert hands.highlight.stop.name == there.name
        assert listener.heard() != EN.text(key_of_words)
        hands.highlight.come_to(stops[0])


def test_an_end_says_nothing_to_who_does_not_listen(listener: Listener) -> None:
    listener.at("home")
    listener.session.window.hands.highlight.stuck.emit(True)
    listener.live()
    assert not listener.sink.said


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
        for path in (Path(__file__).parents[3] / package).rglob("*.py")
        for word in (
            "QSoundEffect",
            # What takes sound in or takes it apart makes none.
            "QAudioOutput",
            "QAudioSink",
            "QMediaPlayer",
            "QApplication.beep",
            "paplay",
            "TextToSpeech",
        )
        if word in path.read_text("utf-8")
    ]
    assert not found
