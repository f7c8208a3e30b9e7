# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of the end of a visit: when its process had gone, how much it forgot, and nothing that was said.

Each record holds the seal of the one before it: none can be left out or changed without every later one showing it.
"""

import hashlib
import json
from dataclasses import asdict, dataclass

SHOWN_SIGNS = 16
"""Of a seal's 64 signs; enough that nobody finds another record with them."""


@dataclass(frozen=True, slots=True)
class EndRecord:
    """One visit's end.

    `at` is when its process was gone (seconds since the epoch), `milliseconds` how long that took from the end of the
    visit. `answers` and `forms` are what it held then; None when it died and could not say. `before` is the seal of
    the record before it, empty for the first one since the program was started. `seal` is SHA-256 over all the rest.
    """

    number: int
    at: float
    answers: int | None
    forms: int | None
    milliseconds: int
    before: str
    seal: str

    @property
    def whole(self) -> bool:
        """Whether the seal is that of what the record says."""
        return self.seal == _seal(self)

    @property
    def groups(self) -> tuple[str, ...]:
        """The beginning of the seal, to be compared by people."""
        return tuple(self.seal[place : place + 4] for place in range(0, SHOWN_SIGNS, 4))


def recorded(
    before: EndRecord | None, at: float, *, answers: int | None, forms: int | None, milliseconds: int
) -> EndRecord:
    """The record of an end, sealed behind the one before it."""
    number, link = (before.number + 1, before.seal) if before is not None else (1, "")
    bare = EndRecord(number, at, answers, forms, milliseconds, link, "")
    return EndRecord(number, at, answers, forms, milliseconds, link, _seal(bare))


def _seal(record: EndRecord) -> str:
    said = {name: value for name, value in asdict(record).items() if name != "seal"}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
