# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes from a hand scanner what the profile lets it be used for."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from core import signed_receipt
from core.code_set import BEGINS, NAME
from kiosk.profile.hand_scanner import HandScanner, Scanned
from ui.hands.card_scanner import CardScanner


def listened(
    application: QApplication, steady: Callable[[], float], scanner: HandScanner, take: Callable[[str], None]
) -> CardScanner:
    """What reads it. It keeps its letters from every widget also where none stands here: nobody types so fast."""
    ear = CardScanner(application, steady)
    ear.read.connect(lambda text: take(text) if is_taken(text, scanner) else None)
    return ear


def is_taken(text: str, scanner: HandScanner) -> bool:
    """Whether what was read is of a kind that this machine takes from its scanner."""
    return scanner.takes(kind_of(text))


def kind_of(text: str) -> Scanned:
    """What it begins as. Whether it is one is looked at where it is used."""
    if text.startswith(BEGINS + NAME):
        return Scanned.SET_UPS
    return Scanned.RECEIPTS if text.startswith(signed_receipt.BEGINS) else Scanned.SETTINGS
