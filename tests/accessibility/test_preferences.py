# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's preferences: what they can be, and how they change."""

import pytest

from accessibility.preferences import STEPS, Preferences
from accessibility.themes import TWO_COLOURS, system_theme, theme
from accessibility.tokens import tokens


def test_larger_and_slower_brings_text_of_step_three_and_goes_back_to_the_first() -> None:
    assisted = Preferences().with_assisted(True)
    assert (assisted.assisted, assisted.text_step) == (True, 3)
    assert assisted.with_assisted(False) == Preferences()


def test_larger_and_slower_keeps_text_that_is_larger_already() -> None:
    assert Preferences(text_step=5).with_assisted(True).text_step == 5


def test_a_step_beyond_the_ends_stays_at_the_end() -> None:
    assert Preferences().with_text_step(0).text_step == 1
    assert Preferences().with_text_step(99).text_step == STEPS


def test_each_change_leaves_the_rest_alone() -> None:
    start = Preferences(text_step=2, theme="high-dark", spoken=True, speech_rate=-1)
    changed = start.with_theme("low-glare").with_spoken(False).with_keyboard_order("alphabetical")
    assert changed == Preferences(
        text_step=2, theme="low-glare", speech_rate=-1, keyboard_order="alphabetical"
    )


@pytest.mark.parametrize(
    "wrong",
    [{"text_step": 0}, {"text_step": 6}, {"theme": "pink"}, {"speech_rate": 9}, {"keyboard_order": "azerty"}],
)
def test_what_does_not_exist_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"text step|theme|speech rate|keyboard order"):
        Preferences(**wrong)  # type: ignore[arg-type]  # the wrong types are the point


@pytest.mark.requirement("AT-10", part="the theme follows the desktop")
@pytest.mark.parametrize(
    ("dark", "contrast", "expected"),
    [
        (True, True, "high-dark"),
        (False, True, "high-light"),
        (None, True, "high-light"),
        (True, False, "evening"),
        (False, False, "standard"),
        (None, False, "standard"),
    ],
)
def test_the_system_theme_follows_the_computer(dark: bool | None, contrast: bool, expected: str) -> None:
    assert system_theme(dark, contrast) == expected


def test_every_theme_has_every_role() -> None:
    roles = {name: set(theme(name).colours) for name in tokens().themes}
    assert len(set(map(frozenset, roles.values()))) == 1
    assert {"ink", "rail_edge", "lamp", "on_select", "paper"} <= roles["standard"]


@pytest.mark.requirement("SEE-08", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("name", sorted(TWO_COLOURS))
def test_a_theme_of_two_colours_has_two_colours_besides_ring_and_paper(name: str) -> None:
    apart = {"focus_inner", "focus_outer", "paper", "paper_ink"}
    colours = {colour for role, colour in theme(name).colours.items() if role not in apart}
    assert len(colours) == 2
