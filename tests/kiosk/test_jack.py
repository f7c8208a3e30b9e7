# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headphones are noticed by what ALSA's programs say; what they do not say counts as not plugged in.

The programs are stand-ins that speak as alsa-utils do: this machine has no sound card.
"""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.session.jack import Jack
from tests.support.sound_card import CARD, SOCKET, SoundCard


@pytest.fixture
def card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SoundCard:
    card = SoundCard(tmp_path)
    card.install()
    monkeypatch.setenv("PATH", card.path)
    return card


def becomes(jack: Jack, plugged: bool) -> bool:
    for _ in range(500):
        if jack.plugged is plugged:
            return True
        QTest.qWait(20)
    return False


def test_plugging_in_and_out_is_noticed(qapp: QApplication, card: SoundCard) -> None:
    jack = Jack(CARD, SOCKET)
    jack.watch()
    QTest.qWait(300)
    assert not jack.plugged
    card.plug(True)
    assert becomes(jack, True)
    card.plug(False)
    assert becomes(jack, False)
    jack.close()


@pytest.mark.requirement("SPK-06", part="what is not known counts as heard by all")
@pytest.mark.parametrize(
    "values", ["", "amixer: Cannot find the given element\n", "  : values=\n", "values=on"]
)
def test_what_the_card_does_not_say_is_not_plugged_in(
    qapp: QApplication, card: SoundCard, values: str
) -> None:
    jack = Jack(CARD, SOCKET)
    card.plug(True)
    jack.watch()
    assert becomes(jack, True)
    QTest.qWait(200)
    card.says(values)
    assert becomes(jack, False)
    jack.close()


def test_without_alsas_programs_nothing_is_plugged_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nothing-here")
    jack = Jack(CARD, SOCKET)
    jack.watch()
    QTest.qWait(100)
    assert not jack.plugged
    jack.close()
