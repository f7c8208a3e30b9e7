# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to check a receipt, and what comes of it."""

from dataclasses import dataclass

from core.signed_receipt import Verdict
from core.visit.by_person import ByPerson


@dataclass(frozen=True, slots=True)
class ReceiptCheckOpened(ByPerson):
    """Check a receipt."""


@dataclass(frozen=True, slots=True)
class ReceiptTyped(ByPerson):
    """The whole text of the field now, from fingers or a scanner."""

    typed: str


@dataclass(frozen=True, slots=True)
class ReceiptEntered(ByPerson):
    """Check what stands in the field."""


@dataclass(frozen=True, slots=True)
class ReceiptFollowed(ByPerson):
    """See how the application on a genuine receipt is going."""


@dataclass(frozen=True, slots=True)
class ReceiptJudged:
    """Whether a machine of this authority printed it; answers `CheckReceipt`."""

    text: str
    verdict: Verdict
