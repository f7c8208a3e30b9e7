# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The key maps are whole, and a person's own switches take the places of the usual ones."""

import pytest

from accessibility.hands.actions import Action
from accessibility.hands.calibration import Asked, Calibration
from accessibility.hands.keymaps import key_maps, map_for, read_key_maps
from accessibility.hands.ways import Hands, Way

FIVE = (Action.UP, Action.DOWN, Action.SELECT, Action.BACK, Action.HELP)


@pytest.mark.parametrize("way", [Way.KEYBOARD, Way.FIVE_KEYS, Way.NINE_KEYS])
def test_every_keypad_has_the_five_keys(way: Way) -> None:
    assert all(key_maps()[way].keys_for(action) for action in FIVE)


@pytest.mark.parametrize(
    ("key", "action"),
    [
        ("Up", Action.UP), ("Down", Action.DOWN), ("Left", Action.LEFT), ("Right", Action.RIGHT),
        ("Return", Action.SELECT), ("F1", Action.HELP), ("VolumeUp", Action.LOUDER),
        ("VolumeDown", Action.SOFTER), ("F23", Action.SLOWER), ("F24", Action.FASTER), ("R", Action.HELP),
        ("Comma", Action.SLOWER), ("Period", Action.FASTER), ("Minus", Action.SOFTER), ("Equal", Action.LOUDER),
    ],
)  # fmt: skip
def test_the_nine_key_pad_works_as_it_comes(key: str, action: Action) -> None:
    assert key_maps()[Way.NINE_KEYS].action(key) is action


def test_what_writes_is_left_to_the_field_on_a_whole_keyboard_only() -> None:
    assert key_maps()[Way.KEYBOARD].action("Space", writing=True) is None
    assert key_maps()[Way.KEYBOARD].action("Down", writing=True) is Action.DOWN
    assert key_maps()[Way.FIVE_KEYS].action("Space", writing=True) is Action.SELECT


def test_a_key_with_two_meanings_is_refused() -> None:
    with pytest.raises(ValueError, match="means up and down"):
        read_key_maps(b'[keyboard]\nup = ["Up"]\ndown = ["Up"]')


def test_a_way_without_a_map_is_refused() -> None:
    with pytest.raises(ValueError, match="no key map"):
        read_key_maps(b'[keyboard]\nup = ["Up"]')


def test_calibration_asks_for_move_and_then_for_select() -> None:
    heard = Calibration(Way.TWO_SWITCHES)
    assert heard.asked is Asked.MOVE
    heard = heard.pressed("F13")
    assert heard.asked is Asked.SELECT
    assert heard.pressed("F13").same
    heard = heard.pressed("F13").pressed("Space")
    assert heard.asked is Asked.NOTHING
    hands = heard.taken_by(Hands())
    own = map_for(hands)
    assert own.action("F13") is Action.SWITCH_1
    assert own.action("Space") is Action.SWITCH_2
    assert own.action("Return") is None
    assert own.action("Escape") is Action.BACK


def test_one_switch_is_asked_for_once() -> None:
    heard = Calibration(Way.ONE_SWITCH).pressed("A").pressed("B")
    assert heard.taken_by(Hands()).switches == ("A",)


def test_half_a_calibration_changes_nothing() -> None:
    with pytest.raises(ValueError, match="select was not pressed"):
        Calibration(Way.TWO_SWITCHES).pressed("A").taken_by(Hands())


def test_another_way_forgets_switches() -> None:
    hands = Hands(Way.TWO_SWITCHES, switches=("A", "B"))
    assert hands.with_way(Way.ONE_SWITCH).switches == ()
    assert hands.with_way(Way.TWO_SWITCHES).switches == ("A", "B")
