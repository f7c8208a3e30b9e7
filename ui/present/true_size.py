# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a page is with the settings as they are being changed: a sample of it, and its measures in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from accessibility.preferences import ASSISTED_STEP
from accessibility.tokens import tokens
from core.ids import QuestionPath
from i18n.formats import with_unit
from i18n.messages import Messages
from ui.present.comfort import SampleContents, sample

if TYPE_CHECKING:
    from core.forms.entry import Entry

PPI: Final = QuestionPath("/data/screen/ppi")
DISTANCE: Final = QuestionPath("/data/screen/distance_mm")
STEP: Final = QuestionPath("/data/start/text_step")
ASSISTED: Final = QuestionPath("/data/start/assisted")

MILLIMETRE: Final = "length-millimeter"
LEAST_PPI: Final = 50
MOST_PPI: Final = 400


@dataclass(frozen=True, slots=True)
class TrueSize:
    """A page as the settings have it: on this glass, if it has `ppi`, exactly as large as citizens will see it."""

    ppi: float
    text_step: int
    assisted: bool
    sample: SampleContents
    facts: str


def true_size(entry: Entry, texts: Messages) -> TrueSize | None:
    """None while a number is missing or so far off that there would be nothing to see."""
    try:
        ppi, step, distance = (float(entry.raw(path)) for path in (PPI, STEP, DISTANCE))
        assisted = entry.raw(ASSISTED) == "true"
    except (ValueError, KeyError):
        return None
    steps = tokens().steps
    if not (LEAST_PPI <= ppi <= MOST_PPI and step in range(1, len(steps) + 1) and 0 < distance < 10_000):
        return None
    start = max(int(step), ASSISTED_STEP) if assisted else int(step)
    cap = Decimal(str(steps[start - 1].cap))
    least = Decimal(str(tokens().targets[assisted]["min"]))
    facts = texts.text(
        "profile.true_size",
        letter=with_unit(cap, MILLIMETRE, texts.language),
        distance=with_unit(int(distance), MILLIMETRE, texts.language),
        button=with_unit(least, MILLIMETRE, texts.language),
    )
    return TrueSize(ppi, start, assisted, sample(texts), facts)
