# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the outside world answers: the stores, the form engine, the courier, the printer, the voice and the clock."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from core.catalogue import Catalogue
from core.errors import Trouble
from core.ids import FormId, ServiceId
from core.submission import Delivery

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry
    from core.visit.paper_effects import PaperEffect


class Hindrance(Enum):
    """What was proven to stand between this machine and agencies, as far as somebody on the spot can mend it.

    `LOGIN`: a page of the network's own stands where an answer without words belongs. `CLOCK`: no agency's certificate
    holds on this machine's date, so that one of the two is wrong.
    """

    LOGIN = "login"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class ShelfChanged:
    """What is on this machine now: the catalogue, the forms kept, and the endpoints that do not answer.

    `as_of` is when the catalogue was last confirmed (epoch seconds). `forms` are (endpoint, form) pairs.
    `hindrance` is why agencies do not answer, where that is known.
    """

    catalogue: Catalogue
    as_of: float | None
    forms: frozenset[tuple[str, FormId]]
    unreachable: frozenset[str]
    connected: bool | None
    hindrance: Hindrance | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswered:
    """What the words found, best first."""

    words: str
    hits: tuple[ServiceId, ...]


@dataclass(frozen=True, slots=True)
class FormOpened:
    """The form is ready to be filled, under its submission id."""

    service: ServiceId
    entry: "Entry"


@dataclass(frozen=True, slots=True)
class FormClosed:
    """The form could not be opened."""

    service: ServiceId
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Sealed:
    """The disk has it, synced."""

    delivery: Delivery


@dataclass(frozen=True, slots=True)
class SealFailed:
    """The disk does not have it; the answers stay on the screen."""

    trouble: Trouble


@dataclass(frozen=True, slots=True)
class DeliveryChanged:
    """The outbox says where a submission is now."""

    delivery: Delivery


@dataclass(frozen=True, slots=True)
class AllListed:
    """Everything that was sent from this machine, the latest first."""

    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class NumberLookedUp:
    """What this machine knows of a number; None when nothing."""

    typed: str
    delivery: Delivery | None


@dataclass(frozen=True, slots=True)
class Printed:
    """The printer took it, or why not. `paper` is what was asked for: another may have been asked for since."""

    paper: "PaperEffect"
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The voice has finished, or could not speak."""

    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class PageArrived:
    """Another page is shown, or it says something new, to somebody who wants every page read."""


@dataclass(frozen=True, slots=True)
class PageMeasured:
    """How many seconds it takes to read what is shown, without haste (TIM-04)."""

    reading: float


@dataclass(frozen=True, slots=True)
class Felt:
    """A hand was at the machine, whatever came of it: it pressed, slid off, struck twice, or came to a field."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The steady clock, in seconds; sent once a second."""

    now: float
