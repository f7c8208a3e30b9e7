# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the buttons stand can be changed on upright glass only, and goes as low as its pages allow (OPR-02)."""

from dataclasses import replace

import pytest

from accessibility.layout import LARGE_FREE, ScreenMeasure, layout_for
from accessibility.tokens import tokens
from core.visit.settings_pages import ComfortPart
from i18n.messages import Messages
from tests.support.settings import a_kiosk
from ui.present.comfort_rows import rows_of

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
