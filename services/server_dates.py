# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What time it is by the servers' own word (RFC 9110 section 6.6.1), beside this machine's clock."""

from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from services.boundary import Answer


@dataclass(frozen=True, slots=True)
class Heard:
    """A server named `time` (epoch seconds) when the steady clock stood at `at`."""

    time: float
    at: float


class ServerDates:
    """The last time that a server named over verified TLS. Told by any thread, asked by any thread."""

    def __init__(self) -> None:
        self.last: Heard | None = None

    def hear(self, answer: Answer, at: float) -> None:
        """An answer has just come, at a moment of the steady clock."""
        time = date_of(answer)
        if time:
            # One assignment of a value: no reader ever sees half of it.
            self.last = Heard(time, at)


def date_of(answer: Answer) -> float:
    """The Date of an answer in epoch seconds; 0 where it names none that can be read."""
    try:
        return parsedate_to_datetime(answer.header("date")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return 0.0
