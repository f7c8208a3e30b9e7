# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the record of how each visit was forgotten, for the supervisor: counts and a seal, never an answer."""

from dataclasses import asdict, dataclass

from core.end_record import EndRecord, recorded
from kiosk import link


@dataclass(slots=True)
class Ends:
    """The last record since the program was started; each is sealed behind the one before it."""

    last: EndRecord | None = None

    def note(self, now: float, held: tuple[int, int] | None, took: float) -> link.Wiped:
        """The process of a visit is gone, at a wall-clock moment, `took` seconds after the visit had ended.

        `held` is how many answers and forms it said it had; None when it died and said nothing.
        """
        answers, forms = held or (None, None)
        self.last = recorded(self.last, now, answers=answers, forms=forms, milliseconds=round(took * 1_000))
        return link.Wiped(**asdict(self.last))
