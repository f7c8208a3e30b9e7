# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the printer is, in plain words for those who work here."""

from core.staff.printer_state import Going, PrinterState
from i18n.formats import number
from i18n.messages import Messages


def printer_words(printer: PrinterState, texts: Messages) -> str:
    """What somebody can mend first; that it is ready only where nothing is wrong."""
    faults = [texts.text(f"staff.printer.{fault.value}") for fault in printer.faults]
    going = [texts.text(f"staff.printer.{printer.going.value}")]
    if printer.going in (Going.READY, Going.PRINTING) and faults:
        going = []
    waiting = texts.text("staff.printer.waiting", count=number(printer.waiting, texts.language))
    return " ".join((*faults, *going, *([waiting] if printer.waiting else [])))
