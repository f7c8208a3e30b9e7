# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The modes in which a form is done before it is published: how each person sees, hears, presses and reads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from accessibility.hands.ways import Hands, Way
from accessibility.preferences import STEPS, Preferences
from core.ids import Language
from kiosk.gate.dark import InTheDark
from kiosk.gate.keys import FiveKeys, KeyboardOnly
from kiosk.gate.planner import Hand, Planner
from kiosk.gate.robot import Robot
from kiosk.gate.switches import TwoSwitches


@dataclass(frozen=True, slots=True)
class Mode:
    """One person: how they press, what they have set, and the language that they read."""

    name: str
    person: Callable[[Robot, Hand], Planner]
    hands: Hands = Hands()
    set: Callable[[Preferences], Preferences] = lambda preferences: preferences
    language: Language = Language("en")


MODES: Final = (
    Mode("large text", KeyboardOnly, set=lambda wished: wished.with_text_step(STEPS)),
    Mode(
        "voice", InTheDark, Hands(Way.FIVE_KEYS), lambda wished: wished.with_spoken(True).with_curtain(True)
    ),
    Mode("two switches", TwoSwitches, Hands(Way.TWO_SWITCHES)),
    Mode("easy words", FiveKeys, Hands(Way.FIVE_KEYS), lambda wished: wished.with_easy_words(True)),
    Mode("right to left", KeyboardOnly, language=Language("ar")),
    Mode("Chinese", KeyboardOnly, language=Language("zh-Hans")),
)
"""The last two are one mode: other writing than that of the form's author."""
