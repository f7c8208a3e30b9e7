# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signals: every state of a control can be told without colours, its signs stand out, and few colours are used."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tests.support.checks.colours import EDGE, SHARES, contrast, crop, edge, linear
from tests.support.checks.painting import Pixels, Rgb, painted, pixels
from tests.support.checks.screen import ScreenUnderTest
from tests.support.measuring import named
from ui.parts.choice import ChoiceCard
from ui.parts.control import Control

APART = 3.0
SHARE = 0.01
SIGN = 3.0
SIGN_STANDARD = 4.5
OF_EACH = 2
"""Controls of each class whose states are looked at."""

LINEAR_SIGHT: dict[str, tuple[tuple[float, float, float], ...]] = {
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": ((0.1124, 0.8876, 0.0), (0.1124, 0.8876, 0.0), (0.004, -0.004, 1.0)),
    "deuteranopia": ((0.2928, 0.7072, 0.0), (0.2928, 0.7072, 0.0), (-0.0223, 0.0223, 1.0)),
    "tritanopia": ((1.0, 0.1273, -0.1273), (0.0, 0.8739, 0.1261), (0.0, 0.8739, 0.1261)),
}
"""What is left of linear red, green and blue for people without one kind of cone (Viénot, Brettel and Mollon 1999)."""

TINT = 3
"""How far apart red, green and blue of a grey may be, of 255."""


def _states(screen: ScreenUnderTest) -> Iterator[Control]:
    """A few controls of each class."""
    seen: dict[type, int] = {}
    for control in screen.page.findChildren(Control):
        if control.isVisible() and seen.setdefault(type(control), 0) < OF_EACH:
            seen[type(control)] += 1
            yield control


def _drawn(control: Control) -> Pixels:
    return pixels(control, 1)


def _words(control: Control) -> list[str]:
    return [text.text for text in painted(control, "")]


def _seen(drawn: Rgb, matrix: tuple[tuple[float, float, float], ...]) -> NDArray[np.float64]:
    """The luminance of each pixel for such eyes."""
    left = np.clip(linear(drawn) @ np.array(matrix).T, 0, 1)
    found: NDArray[np.float64] = left @ SHARES
    return found


def differ(one: Pixels, other: Pixels) -> str:
    """For which eyes two drawings look the same; empty when for none."""
    for eyes, matrix in LINEAR_SIGHT.items():
        first, second = _seen(one, matrix), _seen(other, matrix)
        apart = (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05) >= APART
        if apart.mean() < SHARE:
            return eyes
    return ""


def told_without_colours(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-09: pressed and chosen controls look different from others, for eyes that miss a colour or all of them."""
    for control in _states(screen):
        rest = _drawn(control)
        control.setDown(True)
        pressed = _drawn(control)
        control.setDown(False)
        if eyes := differ(rest, pressed):
            yield f"pressed looks like at rest ({eyes}): {named(control)}"
        if isinstance(control, ChoiceCard):
            was = control.chosen
            control.set_chosen(not was)
            other, words = _drawn(control), _words(control)
            control.set_chosen(was)
            if words == _words(control) and (eyes := differ(rest, other)):
                yield f"chosen looks like not chosen ({eyes}): {named(control)}"
    screen.changed()


def stay_edged(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-07: pressed, a control still stands out from what is around it."""
    for control in _states(screen):
        control.setDown(True)
        screen.changed()
        found = edge(screen, control)
        control.setDown(False)
        if found < EDGE:
            yield f"pressed, an edge of {found:.1f}:1, not {EDGE:.0f}: {named(control)}"
    screen.changed()


def signs_stand_out(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-07: pictograms beside words have 3:1 with their ground, 4.5:1 in the standard colours."""
    least = SIGN_STANDARD if screen.case.theme == "standard" else SIGN
    for name, owner, where in screen.pictures():
        part = crop(screen, where)
        if part.size and (found := contrast(part)) < least - 0.1:
            yield f"the sign {name!r} has {found:.1f}:1, not {least}: {named(owner)}"


def few_colours(screen: ScreenUnderTest) -> Iterator[str]:
    """SEE-08: black and white are black, white and what lies between; yellow on black has no other hue."""
    drawn = screen.pixels().astype(np.int16)
    red, green, blue = drawn[..., 0], drawn[..., 1], drawn[..., 2]
    match screen.case.theme:
        case "high-dark" | "high-light":
            wrong = (np.abs(red - green) > TINT) | (np.abs(green - blue) > TINT)
        case "yellow-on-black":
            wrong = (np.abs(red - green) > TINT) | (blue > red + TINT)
        case _:
            return
    if wrong.any():
        row, column = (int(side[0]) for side in np.nonzero(wrong))
        yield f"{int(wrong.sum())} pixels of other colours, first {drawn[row, column].tolist()} at {column}, {row}"
