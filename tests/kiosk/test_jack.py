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

CGET = "numid=22,iface=CARD,name='Headphone Jack'\n  ; type=BOOLEAN,access=r-------,values=1\n  : values={}\n"


@pytest.fixture
def card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder: `values` holds what the control says, and a line in `events` tells that it has changed."""
    (tmp_path / "values").write_text(CGET.format("off"))
    (tmp_path / "events").touch()
    for name, does in (
        ("amixer", f"cat {tmp_path}/values"),
        ("alsactl", f"exec tail -n 0 -s 0.05 -f {tmp_path}/events"),
    ):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


def becomes(jack: Jack, plugged: bool) -> bool:
    for _ in range(500):
        if jack.plugged is plugged:
            return True
        QTest.qWait(20)
    return False


def say(card: Path, values: str) -> None:
    (card / "values").write_text(values)
    with (card / "events").open("a") as events:
        events.write("node hw:0, #22 (0,0,0,Headphone Jack,0) VALUE\n")


def test_plugging_in_and_out_is_noticed(qapp: QApplication, card: Path) -> None:
    jack = Jack("PCH", "Headphone Jack")
    jack.watch()
    QTest.qWait(300)
    assert not jack.plugged
    say(card, CGET.format("on"))
    assert becomes(jack, True)
    say(card, CGET.format("off"))
    assert becomes(jack, False)
    jack.close()


@pytest.mark.requirement("SPK-06", part="what is not known counts as heard by all")
@pytest.mark.parametrize(
    "values", ["", "amixer: Cannot find the given element\n", "  : values=\n", "values=on"]
)
def test_what_the_card_does_not_say_is_not_plugged_in(qapp: QApplication, card: Path, values: str) -> None:
    jack = Jack("PCH", "Headphone Jack")
    say(card, CGET.format("on"))
    jack.watch()
    assert becomes(jack, True)
    QTest.qWait(200)
    say(card, values)
    assert becomes(jack, False)
    jack.close()


def test_without_alsas_programs_nothing_is_plugged_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nothing-here")
    jack = Jack("PCH", "Headphone Jack")
    jack.watch()
    QTest.qWait(100)
    assert not jack.plugged
    jack.close()
