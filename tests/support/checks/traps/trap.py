# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trap is: a screen that is good for a check, and the fault that the check has to find in it."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from tests.support.checks.screen import Case, ScreenUnderTest

Spoil = Callable[[ScreenUnderTest, ExitStack], None]
"""Puts one fault into a shown screen; what has to be undone afterwards goes onto the stack."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A screen that is good for the check, and the fault that it has to find."""

    spoil: Spoil
    screen: str = "service"
    case: Case = Case()
