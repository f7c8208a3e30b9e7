# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an agency's server answered lately, as technicians are told it."""

from dataclasses import dataclass
from enum import Enum

from core.ids import OrganisationId


class Silence(Enum):
    """Why a server does not answer, as far as somebody at the machine can mend it.

    `CLOCK`: its certificate does not hold on this machine's date. `LOGIN`: the network wants a login first.
    `CERTIFICATE`: it has none that is trusted here. `UNKNOWN`: everything else.
    """

    UNKNOWN = "unknown"
    CLOCK = "clock"
    LOGIN = "login"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class AgencyReach:
    """`agencies` have their services at that `endpoint`. `answers` is None where nobody has asked it yet.

    `since` is when this became so (epoch seconds); `silence` says why one does not answer.
    """

    endpoint: str
    agencies: tuple[OrganisationId, ...]
    answers: bool | None = None
    since: float = 0.0
    silence: Silence = Silence.UNKNOWN
