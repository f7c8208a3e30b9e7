# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody who knows no form may answer on a page, by the names that show there."""

from collections.abc import Sequence
from typing import Final

from i18n.messages import Messages
from kiosk.gate.likely import NUMBERS, TEXTS

ANSWERS: Final = (*TEXTS, *NUMBERS)
DATES: Final = (("14", "12", "2026"), ("1", "11", "2026"), ("1", "1", "2020"), ("15", "6", "1980"))
TIME: Final = ("12", "30")
CHOICES: Final = frozenset({"radio button", "check box"})
WRITTEN: Final = frozenset({"text", "entry"})

Try = list[tuple[str, str]]
"""Names with what is written into them, or with nothing where they are chosen."""


def tries(names: Sequence[tuple[str, str]], texts: Messages) -> list[Try]:
    """What may be answered here, likeliest first; `names` come with their roles."""
    chosen = [name for role, name in names if role in CHOICES]
    fields = [name for role, name in names if role in WRITTEN]
    dates = [texts.text(f"field.{part}") for part in ("day", "month", "year")]
    times = [texts.text(f"field.{part}") for part in ("hour", "minute")]
    boxes = [name for name in fields if name.startswith((*dates, *times))]
    written = [name for name in fields if name not in boxes]
    # The field that shortens a list asks nothing.
    words = [name for name in written if not (chosen and name.startswith(texts.text("field.search")))]
    days = [[*zip(dates, date, strict=True), *zip(times, TIME, strict=True)] for date in DATES]
    moments = [
        [(name, text) for name, text in day if any(box.startswith(name) for box in boxes)] for day in days
    ]
    if bool(words) + bool(boxes) + bool(chosen) > 1 or len(words) > 1:
        # Several questions: the same text in each field, and of what is chosen the first, once.
        return [
            [
                *((name, text) for name in words),
                *moments[place % len(moments)],
                *((one, "") for one in chosen[:1] if not place),
            ]
            for place, text in enumerate(ANSWERS)
        ]
    if boxes:
        return moments
    if words:
        return [[(words[0], text)] for text in ANSWERS]
    return [[(choice, "")] for choice in chosen]
