# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages about a submission share: its way, its number, what one can do, and its paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from i18n.direction import isolate
from ui.pages.reporting import Send, reports
from ui.parts.boxes import Column
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.mark import Notice
from ui.parts.number_card import NumberCard
from ui.parts.text import PlainText, Sentence
from ui.parts.way import Way, WayStep
from ui.present.code_modules import code_modules
from ui.present.number import NumberSlip
from ui.present.sent import Advice, PrintContents
from ui.present.way import WayStep as StepContents


def way_column(look: Look, steps: Sequence[StepContents], title: str = "", closing: str = "") -> QWidget:
    """The way, with words before and after it."""
    way = Way(look, [WayStep(one.picture, one.title, one.text, one.passage.value) for one in steps])
    before = [PlainText(look, title, "title")] if title else []
    after = [PlainText(look, closing, "strong")] if closing else []
    return Column(look, [*before, way, *after], gap="s4")


def advice_notices(look: Look, advice: Sequence[Advice]) -> list[QWidget]:
    """One notice for each; a text in another direction stays together."""
    return [Notice(look, one.tone.value, one.picture, one.title, isolate(one.text.text)) for one in advice]


def number_card(look: Look, number: NumberSlip) -> QWidget:
    """The number to keep; with its code once the agency gave it."""
    modules = code_modules(number.code) if number.by_agency else ()
    return NumberCard(
        look,
        number.title,
        number.groups,
        modules,
        number.hint,
        accessible_name=f"{number.title}: {number.spoken}",
    )


def print_note(look: Look, printing: PrintContents) -> QWidget:
    """What the printer does."""
    if printing.troubled:
        return Sentence(look, [(printing.state, True)], picture="problem", color="error")
    return Sentence(look, [(printing.state, True)], picture="print")


def print_buttons(look: Look, printing: PrintContents, send: Send, *, primary: bool) -> list[QWidget]:
    """The button for paper, if there is paper."""
    if not printing.text:
        return []
    button = PrimaryButton(look, printing.text, "print") if primary else Button(look, printing.text, "print")
    return [reports(button, "foot.primary" if primary else "foot.print", e.PrintPressed(), send)]
