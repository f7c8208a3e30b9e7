# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages about a submission share: its way, its number, what one can do, and its paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from accessibility.qt.look import Look
from core.visit import events as e
from i18n.direction import isolate
from i18n.references import reference_line
from ui.pages.large_letters import as_lines, cards_as_lines, notice
from ui.pages.reporting import Send, reports
from ui.parts.buttons import Button, PrimaryButton
from ui.parts.leading import leading, sought
from ui.parts.mark import Mark
from ui.parts.number_card import NumberCard
from ui.parts.pictured import Sentence
from ui.parts.text import PlainText
from ui.parts.way import Way, WayStep
from ui.present.code_modules import code_modules
from ui.present.mending import MendingContents
from ui.present.number import NumberSlip
from ui.present.printing import PrintContents
from ui.present.sent import Advice
from ui.present.way import Passage
from ui.present.way import WayStep as StepContents


def way_parts(look: Look, steps: Sequence[StepContents], title: str = "", closing: str = "") -> list[QWidget]:
    """The way, with words before and after it."""
    before = [leading(PlainText(look, title, "title"))] if title else []
    after = [PlainText(look, closing, "strong")] if closing else []
    if as_lines(look):
        return [*before, *(part for one in steps for part in _step_lines(look, one)), *after]
    way = Way(look, [WayStep(one.picture, one.title, one.text, one.passage.value) for one in steps])
    return [*before, way, *after]


def _step_lines(look: Look, step: StepContents) -> list[QWidget]:
    later = step.passage is Passage.LATER
    mark = Mark(look, step.title, "soft" if later else "done", step.picture)
    return [leading(mark), PlainText(look, step.text, color="ink_soft")] if step.text else [mark]


def advice_notices(look: Look, advice: Sequence[Advice]) -> list[QWidget]:
    """One notice for each; a text in another direction stays together."""
    return [
        part
        for one in advice
        for part in notice(look, one.tone.value, one.picture, one.title, isolate(one.text.text))
    ]


def mending_buttons(look: Look, mending: MendingContents, send: Send) -> list[QWidget]:
    """At home: change it and send it again, or delete it."""
    found: list[QWidget] = []
    if mending.mend:
        found.append(reports(Button(look, mending.mend, "edit"), "delivery.mend", e.MendPressed(), send))
    if mending.discard:
        button = Button(look, mending.discard, "delete")
        found.append(reports(button, "delivery.discard", e.DiscardPressed(), send))
    return found


def number_card(look: Look, number: NumberSlip) -> list[QWidget]:
    """The number to keep; with its code once the agency gave it. Very large letters have it in the head."""
    if cards_as_lines(look):
        return [PlainText(look, number.hint)]
    modules = code_modules(number.code) if number.by_agency else ()
    name = f"{number.title}: {number.spoken}"
    card = NumberCard(look, number.title, number.groups, modules, number.hint, accessible_name=name)
    return [sought(card)]


def number_above(look: Look, number: NumberSlip) -> QWidget | None:
    """The number over the heading, where letters are too large for a card: it is on the first part of the page.

    It has a line of its own, so that it breaks between its groups only where no line holds all of them.
    """
    if not cards_as_lines(look):
        return None
    line = PlainText(
        look, f"{number.title}:\n{reference_line(' '.join(number.groups))}", "strong", measured=False
    )
    line.setAccessibleName(f"{number.title}: {number.spoken}")
    return sought(line)


def print_note(look: Look, printing: PrintContents) -> QWidget:
    """What the printer does."""
    if as_lines(look):
        return PlainText(look, printing.state, "strong", color="error" if printing.troubled else "ink")
    if printing.troubled:
        return Sentence(look, [(printing.state, True)], picture="problem", color="error")
    return Sentence(look, [(printing.state, True)], picture="print")


def print_buttons(look: Look, printing: PrintContents, send: Send, *, primary: bool) -> list[QWidget]:
    """The button for paper, if there is paper."""
    if not printing.text:
        return []
    button = PrimaryButton(look, printing.text, "print") if primary else Button(look, printing.text, "print")
    return [reports(button, "foot.primary" if primary else "foot.print", e.PrintPressed(), send)]
