# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where somebody looks at the machine itself, or at a receipt that some machine has printed."""

from dataclasses import dataclass

from core.signed_receipt import Verdict
from core.visit.holding import Holding


@dataclass(frozen=True, slots=True)
class ReceiptCheck:
    """Check a receipt that some machine has printed. `asked` is the code that `verdict` is about."""

    typed: str = ""
    asked: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class AboutMachine:
    """What the machine holds and who runs it. `holding` is None until the stores have answered."""

    holding: Holding | None = None


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """The machine cannot serve anybody now: where else to go. Needs no store (accessibility.md K-10)."""
