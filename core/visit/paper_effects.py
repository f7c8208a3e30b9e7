# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit asks of the printer. All are answered by `Printed`."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.catalogue import PublicService
from core.ids import Language
from core.submission import Delivery

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """What was sent; with the answers where they are `sent`."""

    delivery: Delivery
    service: PublicService | None
    language: Language
    sent: "Entry | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class PrintLeaflet:
    """What a service is and what to bring: nothing of the person."""

    service: PublicService
    language: Language


@dataclass(frozen=True, slots=True)
class PrintForm:
    """A form to go on with by pen, with the answers that there are."""

    service: PublicService | None
    language: Language
    entry: "Entry" = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintNumbers:
    """The numbers to call and where a person is to be found: nothing of the person who asks."""

    language: Language


PaperEffect = PrintReceipt | PrintLeaflet | PrintForm | PrintNumbers
