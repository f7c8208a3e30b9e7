# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check is: a function from a shown screen to the faults that it finds there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from tests.support.checks.screen import ScreenUnderTest

Looking = Callable[[ScreenUnderTest], Iterable[str]]
"""Answers each fault in words: what was measured, what it should be, and on which widget."""

When = Literal["every part", "first part", "at the end"]
"""On every part of a paged screen; on its first part; or once, last, because it presses and types."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check and the requirements that it owns. `part` says what it covers of them, when it is not all."""

    name: str
    requirements: tuple[str, ...]
    look: Looking
    when: When = "every part"
    part: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong with a screen."""

    check: Check
    what: str
