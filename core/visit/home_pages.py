# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places that only a visit at home comes to."""

from dataclasses import dataclass, field

from core.own_services import OwnServices
from core.submission import Delivery


@dataclass(frozen=True, slots=True)
class Applications:
    """At home: everything that was sent from here. `found` is None until the outbox has answered."""

    found: tuple[Delivery, ...] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AskDiscard:
    """Deleting this application from the computer cannot be undone: asks first."""

    delivery: Delivery


@dataclass(frozen=True, slots=True)
class BegunForms:
    """The forms begun earlier, to go on with."""


@dataclass(frozen=True, slots=True)
class OwnList:
    """A person's own services. `emptied` is what the list held before it was emptied, for as long as one is there."""

    emptied: OwnServices | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class FormChanged:
    """The office has changed the form since it was begun: what was carried over, and what it does not ask any more."""
