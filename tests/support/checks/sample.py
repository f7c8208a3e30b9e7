# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which screens are shown how: all pairs of looks for every run; pairs with screens, and all, for the long one."""

from itertools import product

from tests.support.checks.dealing import dealt
from tests.support.checks.pairs import all_pairs
from tests.support.checks.screen import GLASS, LANGUAGES, MODES, STEPS, THEMES, Case
from ui.registry import screens

_STEP_NAMES = tuple(f"T{step}" for step in STEPS)
TOO_SMALL = frozenset((["T1", "T2"][number], "assisted") for number in range(2))
"""Larger and slower begins at the third step."""

_LOOKS = {
    "theme": [f"theme {name}" for name in THEMES],
    "step": _STEP_NAMES,
    "language": LANGUAGES,
    "mode": MODES,
    "glass": GLASS,
}


def _case(theme: str, step: str, language: str, mode: str, glass: str) -> Case:
    return Case(theme.removeprefix("theme "), int(step[1:]), language, mode, glass)


def pairs() -> list[tuple[str, Case]]:
    """Every screen with every theme, step, language, mode and glass, and each of those with each other."""
    # 'standard' is a theme and a mode: a theme's name gets a sign in front, so that both are told apart.
    factors = {"screen": sorted(screens()), **_LOOKS}
    rows = all_pairs(factors, TOO_SMALL)
    return [(row[0], _case(*row[1:])) for row in rows]


def sampled() -> list[tuple[str, Case]]:
    """Every screen once, in a look that its name chooses; each value of a look's factors meets each other one."""
    looks = [_case(*row) for row in all_pairs(_LOOKS, TOO_SMALL)]
    return [(name, looks[number]) for name, number in dealt(sorted(screens()), len(looks)).items()]


def whole() -> list[tuple[str, Case]]:
    """Every combination there is."""
    return [
        (name, _case(theme, step, language, mode, glass))
        for name, theme, step, language, mode, glass in product(
            sorted(screens()), THEMES, _STEP_NAMES, LANGUAGES, MODES, GLASS
        )
        if (step, mode) not in TOO_SMALL
    ]
