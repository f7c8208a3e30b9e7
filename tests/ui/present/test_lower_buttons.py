# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the buttons stand can be changed on upright glass only, and goes as low as its pages allow (OPR-02)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.layout import LARGE_FREE, ScreenMeasure, layout_for
from accessibility.tokens import tokens
from core.visit.settings_pages import ComfortPart
from i18n.messages import Messages
from kiosk.profile.reachable import reach_of
from ui.present.comfort_rows import rows_of
from ui.registry_setting import a_kiosk

UPRIGHT_32 = ScreenMeasure(1440, 2560, 91.7)
UPRIGHT_15 = ScreenMeasure(1080, 1920, 141)
LYING_21 = ScreenMeasure(1920, 1080, 102)
LYING_43 = ScreenMeasure(3840, 2160, 103)


def lowered(screen: ScreenMeasure, step: int, *, low: bool) -> float:
    return layout_for(tokens(), screen, step, assisted=False, low_reach=low).lowered


def test_the_row_is_there_on_an_upright_screen_only() -> None:
    texts, lying = Messages.load("en"), a_kiosk()
    names = [
        [change.name for row in rows_of(ComfortPart.PACE, texts, setting) for change in row.changes]
        for setting in (lying, replace(lying, upright=True))
    ]
    assert "settings.reach" not in names[0]
    assert names[1] == [*names[0], "settings.reach"]


@pytest.mark.requirement("OPR-02")
@pytest.mark.parametrize("step", range(1, 6))
def test_a_tall_screen_is_used_from_its_middle_down_at_every_text_size(step: int) -> None:
    assert lowered(UPRIGHT_32, step, low=True) == UPRIGHT_32.height_mm / 2


def test_a_smaller_one_as_far_as_its_letters_leave() -> None:
    free = [lowered(UPRIGHT_15, step, low=True) for step in range(1, 6)]
    assert free == sorted(free, reverse=True)
    assert 90 < free[0] < UPRIGHT_15.height_mm / 2
    assert free[-1] < 1


def test_one_that_lies_is_used_as_it_is() -> None:
    assert lowered(LYING_21, 1, low=True) == lowered(LYING_21, 1, low=False) == 0


@pytest.mark.requirement("OPR-02")
@pytest.mark.parametrize("screen", [UPRIGHT_32, LYING_43])
def test_the_uppermost_part_of_a_large_screen_is_never_pressed(screen: ScreenMeasure) -> None:
    assert lowered(screen, 1, low=False) == screen.height_mm * LARGE_FREE


def hung(screen: ScreenMeasure, floor: float, reach: float = 1220) -> ScreenMeasure:
    return replace(screen, floor_mm=floor, reach_mm=reach)


@pytest.mark.requirement(
    "OPR-02", part="what is out of reach of a screen that hangs high is free for everybody"
)
@given(
    screen=st.sampled_from([UPRIGHT_32, UPRIGHT_15, LYING_43]),
    floor=st.floats(100, 1_100),
    reach=st.floats(900, 1_220),
    step=st.integers(1, 5),
    low=st.booleans(),
)
def test_what_is_out_of_reach_is_free_for_everybody_as_far_as_pages_go(
    screen: ScreenMeasure, floor: float, reach: float, step: int, low: bool
) -> None:
    glass = hung(screen, floor, reach)
    free, found = lowered(glass, step, low=low), reach_of(glass)
    assert found is not None
    highest = floor + glass.height_mm - free
    if step not in found.too_high:
        assert highest <= reach + 0.5
    else:
        assert glass.height_mm - free <= 345.1, "there was still room for the page to go lower"
    assert free >= lowered(screen, step, low=low)


@pytest.mark.requirement("OPR-02")
def test_a_screen_that_hangs_too_high_is_told_with_how_much_lower_it_has_to_hang() -> None:
    high, well = reach_of(hung(UPRIGHT_32, 950)), reach_of(hung(UPRIGHT_32, 800))
    assert high is not None
    assert well is not None
    assert high.too_high
    assert reach_of(UPRIGHT_32) is None
    assert (well.too_high, well.lower_by, well.too_low) == ((), 0, False)
    mended = reach_of(hung(UPRIGHT_32, 950 - high.lower_by))
    assert mended is not None
    assert mended.too_high == ()
