# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own words are heard where only this person listens, and named as such where others do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.speech.saying import sayable
from i18n.direction import strip_controls
from i18n.messages import Messages
from kiosk.clock import MachineClock
from tests.support.listener import Listener, listening_session
from tests.support.sound_card import SoundCard, with_a_socket
from tests.support.squeezing import squeezed
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


class StoppedClock(MachineClock):
    """The machine's clock, at one moment."""

    def wall(self) -> float:
        return 1_795_426_000.0


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


@pytest.mark.requirement("SPK-06", part="headphones go in and out, as the sound card tells")
def test_own_words_are_heard_from_when_headphones_go_in_until_they_come_out(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = SoundCard(tmp_path)
    card.install()
    monkeypatch.setenv("PATH", card.path)
    with listening_session(tmp_path / "store", change=with_a_socket) as listener:
        jack = listener.session.ears.jack
        listener.wish(spoken=True)
        listener.at("check")
        own = strip_controls(next(i.phrase.text for i in listener.session.window.items if i.private))
        hidden = EN.text("voice.hidden").split(". ")[0]
        live_until(listener, lambda: hidden in listener.heard())
        assert own not in strip_controls(listener.heard())
        card.plug(True)
        live_until(listener, lambda: own in strip_controls(listener.heard()))
        assert jack.plugged
        assert listener.sink.manners[-1].private_route
        card.plug(False)
        live_until(listener, lambda: not jack.plugged)
        # What was for headphones does not go on for all to hear.
        live_until(listener, lambda: hidden in listener.heard())
        assert own not in strip_controls(listener.heard())
        assert not listener.sink.manners[-1].private_route


def live_until(listener: Listener, true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        listener.live()
    raise AssertionError("waited in vain")


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
        assert squeezed(sayable(line, "en").casefold()) in squeezed(with_handset.heard().casefold()), line


def paper_of(listener: Listener) -> list[str]:
    """The lines of the receipt as it is printed, in the words that a program reads from the PDF."""
    import subprocess

    from core.visit.effects import PrintReceipt

    delivery = listener.visit.delivery
    assert delivery is not None
    pdf = listener.session._paper(PrintReceipt(delivery, None, listener.visit.language))
    read = subprocess.run(
        ("pdftotext", "-layout", "-", "-"), input=pdf, capture_output=True, check=True
    ).stdout
    return [line for line in read.decode().replace("\f", "\n").splitlines() if squeezed(line)]


def test_a_slip_with_the_numbers_to_call_names_no_one(with_handset: Listener) -> None:
    import subprocess

    from core.visit.effects import PrintNumbers

    with_handset.at("sent-received")
    delivery = with_handset.visit.delivery
    assert delivery is not None
    pdf = with_handset.session._paper(PrintNumbers(with_handset.visit.language))
    words = subprocess.run(
        ("pdftotext", "-", "-"), input=pdf, capture_output=True, check=True
    ).stdout.decode()
    assert "Help from a person" in words.replace("\u00a0", " ")
    assert "112" in words
    assert delivery.reference not in words
