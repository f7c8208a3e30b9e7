# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The place for a number in somebody's hand: how an application is going."""

from dataclasses import dataclass

from core.submission import Delivery


@dataclass(frozen=True, slots=True)
class Status:
    """Check an application by its number. `asked` is the number that `found` answers."""

    typed: str = ""
    asked: str = ""
    found: Delivery | None = None
