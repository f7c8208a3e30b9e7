# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map works by ear: each view is said in words, and its keys are named after where they go, in every direction."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.town_map import Side
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from ui.present.announcing import of_page
from ui.present.place_map import PlaceMapContents, present_place_map
from ui.present.setting import Setting
from ui.registry import screens
from ui.registry_setting import a_kiosk


def contents(visit: Visit, language: str = "en", setting: Setting | None = None) -> PlaceMapContents:
    assert isinstance(visit.over, p.PlaceMap)
    return present_place_map(visit, visit.over, Messages.load(language), setting or a_kiosk())


def shown(name: str, language: str = "en") -> PlaceMapContents:
    return contents(screens(Language(language))[name], language)


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("where-map-near", "The cross is at: Town Hall."),
        ("where-map", "The cross is 140 metres from Library."),
        (
            "where-map-nothing",
            "Nothing with a name is near the cross. It is at 45.0127° north, 30.0155° west.",
        ),
        ("where-map-opening", "The map is being opened."),
        ("where-map-gone", "The map cannot be shown now. Find the place by its name instead."),
    ],
)
def test_what_is_under_the_cross_is_said_in_words(name: str, where: str) -> None:
    assert shown(name).where == where


def test_a_screen_reader_is_told_what_is_under_the_cross_after_each_press() -> None:
    visit = screens()["where-map-near"]
    before, after = contents(visit), contents(step(visit, e.MapMoved(Side.UP)).visit)
    told = of_page(before, after, stays=True)
    assert told.text == "The cross is 120 metres from Town Hall."
    assert not told.interrupts


def test_where_the_cross_is_is_an_answer_and_only_said_where_no_other_hears() -> None:
    private = [item.phrase.text for item in shown("where-map-near").items() if item.private]
    assert private == ["The cross is at: Town Hall."]


def test_the_makers_of_the_map_are_named() -> None:
    assert "Map: Port Amity" in [item.phrase.text for item in shown("where-map").items()]


def test_the_keys_stand_mirrored_and_the_map_does_not() -> None:
    for language, start, end in (("en", "Left", "Right"), ("ar", "يمين", "يسار")):
        keys = {one.name: one for one in shown("where-map", language).pad}
        assert (keys["left"].text, keys["right"].text) == (start, end)
        sides = [Side.LEFT, Side.RIGHT] if language == "en" else [Side.RIGHT, Side.LEFT]
        assert [keys[name].event for name in ("left", "right")] == [e.MapMoved(side) for side in sides]


def test_a_key_that_would_do_nothing_is_not_there() -> None:
    for name, gone in (("where-map", "farther"), ("where-map-closest", "closer")):
        assert [one.name for one in shown(name).pad if not one.there] == [gone]
        assert len([one for one in shown(name).items() if one.role.value == "button"]) == 6


@pytest.mark.parametrize("change", ["one_button", "assisted"])
def test_who_goes_slowly_or_reads_large_letters_has_five_things_to_press(change: str) -> None:
    setting = a_kiosk()
    if change == "one_button":
        setting = replace(setting, one_button=True)
    else:
        setting = replace(setting, preferences=setting.preferences.with_assisted(True))
    found = contents(screens()["where-map"], setting=setting)
    assert [one.name for one in found.pad] == ["up", "down", "left", "right"]
    assert (found.on, found.event) == ("Look closer here", e.MapZoomed(2))
    last = contents(screens()["where-map-closest"], setting=setting)
    assert (last.on, last.event) == ("The place is here", e.PlaceShown())
