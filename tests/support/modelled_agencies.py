# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agencies of the model of deliveries: how each treats a repetition, and what is really filed."""

from enum import Enum

from core.ids import SubmissionId
from core.submission import Submission

LAG = 250.0
KEY = 3_000.0
"""Seconds after which a key is forgotten by those who do not keep it for ever."""


class Kind(Enum):
    """How an agency treats a repetition, and whether it can be asked. `KEYED_SILENT` is the usual one with keys."""

    REMEMBERS = "remembers"
    NO_KEY = "no key"
    KEYED = "keyed"
    KEYED_SILENT = "keyed, cannot be asked"


class Agencies:
    """What is really filed. A repetition is recognised by its id where the submission says so."""

    def __init__(self) -> None:
        self.filed: list[tuple[SubmissionId, float]] = []

    def file(self, item: Submission, now: float) -> str:
        age = min((now - at for known, at in self.filed if known == item.id), default=None)
        memory = item.envelope.remembered
        known = age is not None and (memory is None or age < memory)
        if not (item.envelope.repeatable and known):
            self.filed.append((item.id, now))
        return f"R-{item.id[-4:]}"

    def shows(self, item: Submission, now: float) -> bool:
        return any(known == item.id and now - at >= LAG for known, at in self.filed)

    def has(self, item: SubmissionId) -> bool:
        return any(known == item for known, _ in self.filed)
