# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an agency's server answered lately, as technicians are told it."""

from dataclasses import dataclass

from core.ids import OrganisationId


@dataclass(frozen=True, slots=True)
class AgencyReach:
    """`agencies` have their services at that `endpoint`. `answers` is None where nobody has asked it yet.

    `since` is when this became so (epoch seconds).
    """

    endpoint: str
    agencies: tuple[OrganisationId, ...]
    answers: bool | None = None
    since: float = 0.0
