# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every registered screen for who goes slowly: at most five things to press and sixty words on any part of a page."""

import pytest

from tests.support.checks.hands import large_targets
from tests.support.checks.meaning import few_words, one_thing
from tests.support.checks.screen import MOST_PAGES, Case, screen
from ui.registry import screens

LANGUAGES = ("en", "zh-Hans", "ar")
GLASS = ("K2", "K1", "H1")
NAMES = sorted(screens())
ROWS = [(name, GLASS[place % 3], LANGUAGES[place // 3 % 3]) for place, name in enumerate(NAMES)][::2]
CHECKS = (one_thing, few_words, large_targets)


def check(name: str, case: Case) -> None:
    found = []
    with screen(name, case) as shown:
        for part in range(MOST_PAGES):
            found += [f"part {part + 1}: {fault}" for one in CHECKS for fault in one(shown)]
            if not shown.turn():
                break
    assert found == []


@pytest.mark.requirement("UND-01", "UND-02", "OPR-01", part="assisted: 5 to press, 60 words, 20 mm")
@pytest.mark.parametrize(("name", "glass", "language"), ROWS)
def test_every_screen_is_short_for_who_goes_slowly(name: str, glass: str, language: str) -> None:
    check(name, Case(step=3, mode="assisted", glass=glass, language=language))


@pytest.mark.long
@pytest.mark.requirement("UND-01", "UND-02", "OPR-01", part="assisted: 5 to press, 60 words, 20 mm")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", [3, 4, 5])
@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("name", NAMES)
def test_every_screen_is_short_on_every_glass(name: str, glass: str, step: int, language: str) -> None:
    check(name, Case(step=step, mode="assisted", glass=glass, language=language))
