# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A delivery that is sealed, leaving or being looked up, for the rules that decide what follows."""

from dataclasses import replace

from core import sync
from core.submission import Delivery, Outcome, Received, Unsure
from tests.support.submissions import submission

NOW = 1_000_000.0
HOUR = 3_600.0


def sealed(*, repeatable: bool = True) -> Delivery:
    return sync.begin(submission(1, created=NOW - 10, repeatable=repeatable))


def leaving(*, repeatable: bool = True, attempts: int = 1) -> Delivery:
    return sync.claim(replace(sealed(repeatable=repeatable), attempts=attempts - 1), NOW)


def checking(settle: float = 600.0) -> Delivery:
    """Nobody knows whether it arrived; it is looked up after `settle` seconds."""
    return sync.after(leaving(repeatable=False), Unsure("timeout"), NOW, 0.5, settle)


def plain(outcome: Outcome) -> Outcome:
    """The outcome without the address where more is told, which `tests/services/test_told_addresses.py` is about."""
    return replace(outcome, told_at="") if isinstance(outcome, Received | Unsure) else outcome
