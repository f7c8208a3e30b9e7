# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The self-test says of each device that people meet whether it is there, on stand-ins for lists and sound cards."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from accessibility.hands.ways import Way
from kiosk.command_line.device_findings import look_at_headphones, look_at_keys, look_at_touch
from kiosk.command_line.findings import Verdict
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Kind, Profile
from kiosk.profile.voice_place import Private
from tests.support.sound_card import SoundCard, with_a_socket

SHIPPED = cast(Profile, load("town-hall-kiosk"))
HALL = replace(SHIPPED, key=KeySource.CREDENTIAL)

SCREEN = """I: Bus=0003 Vendor=0eef Product=c000 Version=0110
N: Name="eGalax Inc. Touch"
H: Handlers=mouse1 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
"""
KEYPAD = """I: Bus=0003 Vendor=2047 Product=09d0 Version=0111
N: Name="Storm AudioNav"
H: Handlers=sysrq kbd leds event3
B: PROP=0
B: EV=120013
"""


def listed(folder: Path, *blocks: str) -> Path:
    """The kernel's list with these devices."""
    file = folder / "devices"
    file.write_text("\n".join(blocks), "utf-8")
    return file


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_a_touch_screen_is_known_and_missed_where_people_touch(tmp_path: Path) -> None:
    there = look_at_touch(HALL, listed(tmp_path, KEYPAD, SCREEN))
    assert (there.verdict, there.found) == (Verdict.FINE, "eGalax Inc. Touch")
    gone = look_at_touch(HALL, listed(tmp_path, KEYPAD))
    assert gone.verdict is Verdict.BAD
    assert gone.mend
    assert look_at_touch(SHIPPED, listed(tmp_path, KEYPAD)).verdict is Verdict.NOTE
    by_keys = replace(HALL, hands=replace(HALL.hands, way=Way.FIVE_KEYS))
    assert look_at_touch(by_keys, listed(tmp_path)).verdict is Verdict.FINE
    assert look_at_touch(replace(HALL, kind=Kind.HOME), tmp_path / "none").verdict is Verdict.FINE


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_a_keypad_is_known_and_missed_where_the_profile_names_one(tmp_path: Path) -> None:
    beside = replace(HALL, beside=(Way.NINE_KEYS,))
    there = look_at_keys(beside, listed(tmp_path, SCREEN, KEYPAD))
    assert (there.verdict, there.found) == (Verdict.FINE, "nine-keys: Storm AudioNav")
    gone = look_at_keys(beside, listed(tmp_path, SCREEN))
    assert gone.verdict is Verdict.BAD
    assert "nine-keys" in gone.found
    assert look_at_keys(HALL, listed(tmp_path)).verdict is Verdict.FINE
    without = replace(HALL, on_screen_keyboard=False)
    assert "keyboard" in look_at_keys(without, listed(tmp_path)).found


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_a_socket_that_cannot_be_read_is_told_before_anybody_waits_for_headphones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert look_at_headphones(replace(HALL, voice=replace(HALL.voice, private=Private.NEVER))).verdict is (
        Verdict.FINE
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    hall = with_a_socket(HALL)
    assert look_at_headphones(hall).verdict is Verdict.BAD
    card = SoundCard(tmp_path)
    card.install()
    monkeypatch.setenv("PATH", card.path)
    assert look_at_headphones(hall).found == "the socket is there, and empty"
    card.plug(True)
    assert look_at_headphones(hall).found == "plugged in"
    card.says("amixer: Cannot find the given element")
    assert look_at_headphones(hall).verdict is Verdict.BAD


@pytest.mark.parametrize("content", ["", "N: Name", "N: Name=\nB: PROP=zz\nH: Handlers=", "B: PROP=\n\n\n"])
def test_a_list_that_says_nothing_names_no_device(tmp_path: Path, content: str) -> None:
    assert look_at_touch(HALL, listed(tmp_path, content)).verdict is Verdict.BAD
