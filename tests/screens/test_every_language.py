# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is cut, covered or broken in any of the fourteen languages: the largest letters, on the smallest glass.

Each run draws a share of the screens in each language that the sample of all looks leaves out. The long run draws every
screen in every language, each on one glass in one mode and then on all of them.
"""

from collections.abc import Iterable

import pytest

from i18n.languages import LANGUAGES as SPOKEN
from tests.support.checks.check import CHECKS, faults
from tests.support.checks.screen import LANGUAGES, MODES, MOST_PAGES, Case, screen
from ui.registry import screens

ALL = tuple(info.tag for info in SPOKEN)
OTHERS = tuple(tag for tag in ALL if tag not in LANGUAGES)
SMALLEST = ("K1", "H1")
LOOKS = tuple((glass, mode) for glass in SMALLEST for mode in MODES)
OF_EACH = 4
"""Screens that every run draws in each of the other languages."""

ELSEWHERE = frozenset(name for name, check in CHECKS.items() if "SEE-04" not in check.requirements)


def share(language: str) -> list[tuple[str, Case]]:
    """Screens that no other language draws, on each glass and in each mode."""
    names, number = sorted(screens()), OTHERS.index(language)
    apart = len(names) // (len(OTHERS) * OF_EACH)
    mine = [names[(number + turn * len(OTHERS)) * apart] for turn in range(OF_EACH)]
    return [
        (name, Case(step=5, language=language, glass=glass, mode=mode))
        for name, (glass, mode) in zip(mine, LOOKS, strict=True)
    ]


def each_once(language: str) -> list[tuple[str, Case]]:
    """Every screen: what one language draws on one glass in one mode, the next one draws in another."""
    first = ALL.index(language)
    turns = [(name, LOOKS[turn % len(LOOKS)]) for turn, name in enumerate(sorted(screens()), first)]
    return [(name, Case(step=5, language=language, glass=glass, mode=mode)) for name, (glass, mode) in turns]


def unfit(rows: Iterable[tuple[str, Case]]) -> list[str]:
    """What is cut, covered or broken."""
    found = []
    for name, case in rows:
        with screen(name, case) as shown:
            wrong = faults(shown, MOST_PAGES, without=ELSEWHERE)
        found += [f"{name} {case}: {fault.check.name}: {fault.what}" for fault in wrong]
    return found


@pytest.mark.requirement("SEE-04", part="screens in every one of the fourteen languages")
@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_cut_in_a_share_of_the_screens(language: str) -> None:
    assert unfit(share(language)) == []


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.requirement("SEE-04", part="every screen in every one of the fourteen languages")
@pytest.mark.parametrize("tag", ALL)
def test_nothing_is_cut_in_any_screen(tag: str) -> None:
    assert unfit(each_once(tag)) == []


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("tag", ALL)
@pytest.mark.parametrize("glass", SMALLEST)
@pytest.mark.parametrize("mode", MODES)
def test_nothing_is_cut_on_any_glass_in_any_mode(tag: str, glass: str, mode: str) -> None:
    case = Case(step=5, language=tag, glass=glass, mode=mode)
    assert unfit((name, case) for name in sorted(screens())) == []
