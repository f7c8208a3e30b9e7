# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mark that says what this machine can do for a service at this moment (look.md section 8)."""

from dataclasses import dataclass
from typing import Literal, assert_never

from core.visit.state import Availability
from i18n.messages import Messages

MarkKind = Literal["done", "wait", "soft"]
"""What a mark is drawn as: it works, it takes time, or it is only information."""


@dataclass(frozen=True, slots=True)
class MarkContents:
    """A word with its drawing."""

    text: str
    kind: MarkKind
    picture: str


def mark(availability: Availability, texts: Messages) -> MarkContents:
    """The mark for what a service can do here and now."""
    match availability:
        case Availability.WORKS_NOW:
            return MarkContents(texts.text("availability.works_now"), "done", "works-here")
        case Availability.LEAVES_LATER:
            return MarkContents(texts.text("availability.leaves_later"), "wait", "sealed")
        case Availability.NOT_YET_HERE:
            return MarkContents(texts.text("availability.not_yet_here"), "wait", "offline")
        case Availability.COUNTER_ONLY:
            return MarkContents(texts.text("availability.counter_only"), "soft", "counter")
        case _:
            assert_never(availability)
