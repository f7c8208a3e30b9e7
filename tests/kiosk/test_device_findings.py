# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The self-test says of each device that people meet whether it is there, on stand-ins for lists and sound cards."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from accessibility.hands.ways import Way
from kiosk.command_line.device_findings import DEVICES, look_at_headphones, look_at_keys, look_at_touch
from kiosk.command_line.findings import Verdict
from kiosk.profile.file import load
from kiosk.profile.model import KeySource, Kind, Profile
from kiosk.profile.voice_place import Private
from tests.support.input_devices import device, keypad, power_button, touch_screen
from tests.support.sound_card import SoundCard, with_a_socket

SHIPPED = cast(Profile, load("town-hall-kiosk"))
HALL = replace(SHIPPED, key=KeySource.CREDENTIAL)
ROOT = Path(__file__).parents[2]

SCREEN, KEYPAD, BUTTON = "eGalax Inc. Touch", "Storm AudioNav", "Power Button"


def listed(folder: Path, *names: str) -> Path:
    """The kernel's list with these devices; what it says of the first three was read off such devices."""
    made = {SCREEN: touch_screen, KEYPAD: keypad, BUTTON: power_button}
    place = folder / "-".join(("list", *names))
    place.mkdir()
    for name in names:
        made[name](place, name)
    return place


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_a_touch_screen_is_known_and_missed_where_people_touch(tmp_path: Path) -> None:
    there = look_at_touch(HALL, listed(tmp_path, KEYPAD, SCREEN))
    assert (there.verdict, there.found) == (Verdict.FINE, "eGalax Inc. Touch")
    gone = look_at_touch(HALL, listed(tmp_path, KEYPAD))
    assert gone.verdict is Verdict.BAD
    assert gone.mend
    assert look_at_touch(SHIPPED, listed(tmp_path, KEYPAD, BUTTON)).verdict is Verdict.NOTE
    by_keys = replace(HALL, hands=replace(HALL.hands, way=Way.FIVE_KEYS))
    assert look_at_touch(by_keys, tmp_path).verdict is Verdict.FINE
    assert look_at_touch(replace(HALL, kind=Kind.HOME), tmp_path / "none").verdict is Verdict.FINE


@pytest.mark.requirement("K-16", part="touch screens, keys and headphones, each there and missing")
def test_a_keypad_is_known_and_missed_where_the_profile_names_one(tmp_path: Path) -> None:
    beside = replace(HALL, beside=(Way.NINE_KEYS,))
    there = look_at_keys(beside, listed(tmp_path, SCREEN, KEYPAD))
    assert (there.verdict, there.found) == (Verdict.FINE, "nine-keys: Storm AudioNav")
    gone = look_at_keys(beside, listed(tmp_path, SCREEN))
    assert gone.verdict is Verdict.BAD
    assert "nine-keys" in gone.found
    assert look_at_keys(HALL, tmp_path).verdict is Verdict.FINE
    button = look_at_keys(beside, listed(tmp_path, BUTTON))
    assert button.verdict is Verdict.BAD, "nobody fills in a form with the button that starts the machine"
    without = replace(HALL, on_screen_keyboard=False)
    assert "keyboard" in look_at_keys(without, tmp_path).found


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


@pytest.mark.parametrize("content", ["", "\n", "zz", "0 zz", "-", "2 0 x"])
def test_a_list_that_says_nothing_names_no_device(tmp_path: Path, content: str) -> None:
    device(tmp_path, "", properties=content, keys=content)
    (tmp_path / "input9").mkdir()
    assert look_at_touch(HALL, tmp_path).verdict is Verdict.BAD
    assert look_at_keys(replace(HALL, beside=(Way.NINE_KEYS,)), tmp_path).verdict is Verdict.BAD


def test_the_list_can_be_seen_where_the_session_is_confined() -> None:
    """The session's own unit leaves no `/proc/bus`; nothing in it takes `/sys` away."""
    unit = (ROOT / "deploy" / "systemd" / "civic-kiosk-session@.service").read_text("utf-8")
    assert "ProcSubset=pid" in unit
    assert DEVICES.is_relative_to("/sys")
    hidden = [
        line for line in unit.splitlines() if line.startswith(("InaccessiblePaths=", "TemporaryFileSystem="))
    ]
    assert not any("/sys" in line for line in hidden)
