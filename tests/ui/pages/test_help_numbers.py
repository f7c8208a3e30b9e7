# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Assisted, the digits of a number to call are at least 12 mm high, measured where they are painted."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.checks.letters import cap_mm
from tests.support.checks.screen import Case, screen

LEAST_MM = 12.0
NUMBERS = ("5550142", "112")
BLANK = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u00a0 ")


@pytest.mark.requirement("UND-10", part="a number in digits of 12 mm, said twice, when assisted")
@pytest.mark.parametrize("glass", ["K1", "K2", "H1"])
@pytest.mark.parametrize("step", [3, 4, 5])
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
def test_the_digits_of_a_number_to_call_are_twelve_millimetres_high(
    glass: str, step: int, language: str, qtbot: QtBot
) -> None:
    with screen("help", Case(glass=glass, step=step, language=language, mode="assisted")) as shown:
        heights: dict[str, float] = {}
        there = True
        while there:
            for text in shown.painted():
                words = text.text.translate(BLANK)
                heights |= {number: cap_mm(shown, text) for number in NUMBERS if number in words}
            there = shown.turn()
        assert heights.keys() == set(NUMBERS)
        assert min(heights.values()) >= LEAST_MM, heights
