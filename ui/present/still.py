# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Are you still there? The time left is told by lamps and by words, never by a number that runs down."""

import math
from dataclasses import dataclass

from core.ids import Language
from core.visit.begun import unsent
from core.visit.pages import StillThere
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.emphasis import Runs, plain, runs
from ui.present.reading import Item, button, heading, sentence, shown

LAMPS = 6


@dataclass(frozen=True, slots=True)
class StillContents:
    """`lit` of six lamps burn. Any input at all means yes. `take` where something was printed that may lie there."""

    language: Language
    heading: str
    press: str
    take: str
    consequence: Runs
    lit: int
    yes: str
    finish: str

    def items(self) -> tuple[Item, ...]:
        """In reading order."""
        return shown(
            heading(self.heading, self.language),
            sentence(self.press, self.language),
            sentence(self.take, self.language),
            sentence(plain(self.consequence), self.language),
            button(self.yes, self.language),
            button(self.finish, self.language),
        )


def present_still(visit: Visit, over: StillThere, texts: Messages) -> StillContents:
    """What is asked, and how much light is left."""
    key = "still.consequence_answers" if unsent(visit) else "still.consequence"
    time = texts.text(_time_left(over.left))
    return StillContents(
        language=visit.language,
        heading=texts.text("still.heading"),
        press=texts.text("still.press"),
        take=texts.text("still.take") if visit.papers else "",
        consequence=runs(texts.text(key, time=time), (time,)),
        lit=lamps_lit(over.left, over.of),
        yes=texts.text("still.yes"),
        finish=texts.text("still.finish"),
    )


def lamps_lit(left: float, of: float) -> int:
    """How many lamps burn: all at first, one less after each sixth of the time, none when it is over."""
    if of <= 0:
        return 0
    return max(0, min(LAMPS, math.ceil(LAMPS * left / of)))


def _time_left(left: float) -> str:
    if left > 90:
        return "still.about_two_minutes"
    if left > 40:
        return "still.about_one_minute"
    if left > 12:
        return "still.about_half_a_minute"
    return "still.a_few_seconds"
