# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every standard that publishes forms can be asked, whichever it is: which forms, and what is new."""

from dataclasses import dataclass
from typing import Protocol

from core.ids import FormId
from core.ports import CachedForm
from services.boundary import Failed, Failure


@dataclass(frozen=True, slots=True)
class FormsNews:
    """How an endpoint's forms stand. `offered`: all it offers now; `changed`: the wanted ones that are new.

    `troubled`: wanted and offered, but not fetched this time; what is kept of them stays right until then.
    """

    offered: tuple[FormId, ...]
    changed: tuple[CachedForm, ...] = ()
    troubled: tuple[tuple[FormId, Failure], ...] = ()


class FormPublisher(Protocol):
    """Fetches forms. Every source is an XForm, whatever the standard's own format is. Never raises."""

    def refresh(
        self, endpoint: str, wanted: frozenset[FormId], known: tuple[CachedForm, ...], at: float
    ) -> FormsNews | Failed:
        """Compare what is kept (`known`) with what the endpoint offers; `at` is seconds since the epoch."""
