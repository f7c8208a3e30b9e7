# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A first set-up as a value: which step staff are at, what the machine saw there, and what they said they heard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from core.catalogue import Catalogue
from core.staff.finding import Found, Gravity

if TYPE_CHECKING:
    from core.forms.entry import Entry

CARD_MM: Final = 85.6
"""How long a bank card is, in millimetres (ISO/IEC 7810, ID-1)."""

MM_PER_INCH: Final = 25.4
WIDEST_STRIDE: Final = 32


class SetUpStep(Enum):
    """The pages of a first set-up, in their order."""

    LANGUAGES = "languages"
    PLACE = "place"
    SCREEN = "screen"
    SOUND = "voice"
    PAPER = "paper"
    NETWORK = "network"
    AGENCIES = "agencies"
    SERVICES = "services"
    FORMS = "forms"
    DONE = "done"

    @property
    def number(self) -> int:
        """Which page it is, from 1."""
        return STEPS.index(self) + 1

    @property
    def after(self) -> "SetUpStep":
        """The next one; the last is its own."""
        return STEPS[min(self.number, len(STEPS) - 1)]

    @property
    def before(self) -> "SetUpStep | None":
        """The one before; None for the first."""
        return STEPS[self.number - 2] if self.number > 1 else None


STEPS: Final = tuple(SetUpStep)

LOOKS_BY_ITSELF: Final = frozenset({SetUpStep.NETWORK, SetUpStep.SERVICES, SetUpStep.FORMS})
"""Steps at which the machine looks as soon as they are come to."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that was looked at. `name` comes from outside; `key` and `values` say in words how it is.

    `also` are names of what was found there. `endpoint` is set where a key may be what is missing. `found` is what the
    machine's test of itself says, with words of its own.
    """

    name: str
    gravity: Gravity
    key: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    endpoint: str = ""
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class FoundAgency:
    """What answers at an address: where, and whether that is the town's list of services."""

    origin: str
    endpoint: str
    is_catalogue: bool


@dataclass(frozen=True, slots=True)
class Stride:
    """By how many pixels the bar grows or shrinks next: as far as one goes, and half as far once one has turned."""

    pixels: int = WIDEST_STRIDE
    longer: bool | None = None

    def turned(self, *, longer: bool) -> "Stride":
        """The stride of a press that makes it longer, or shorter."""
        back = self.longer is not None and self.longer is not longer
        return Stride(max(self.pixels // 2, 1) if back else self.pixels, longer)


@dataclass(frozen=True, slots=True)
class Guided:
    """`address` is a form that asks for an address; `held` the profile's answers while it is being filled.

    `looking` are the steps at which the machine is looking. `said` is what staff answered where only they can tell.
    """

    address: "Entry" = field(repr=False)
    step: SetUpStep = SetUpStep.LANGUAGES
    stride: Stride = Stride()
    seen: Mapping[SetUpStep, tuple[Seen, ...]] = field(default_factory=dict)
    looking: frozenset[SetUpStep] = frozenset()
    said: Mapping[SetUpStep, bool] = field(default_factory=dict)
    catalogue: Catalogue = Catalogue()
    held: "Entry | None" = field(default=None, repr=False)


def card_pixels(ppi: float) -> float:
    """How long a bank card is on a glass with so many pixels per inch."""
    return ppi * CARD_MM / MM_PER_INCH


def ppi_of_card(pixels: float) -> float:
    """The other way round, to a tenth."""
    return round(pixels * MM_PER_INCH / CARD_MM, 1)
