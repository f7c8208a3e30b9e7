# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of those who work here: how many, since when, and what their role may do."""

from dataclasses import replace

from core.staff.machine_state import MachineState
from core.staff.roles import Role, Task, may
from core.text import Phrase
from core.visit.staff_events import StaffButton
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import number
from i18n.messages import Messages
from ui.present.masthead import PROGRAM
from ui.present.moments import in_full
from ui.present.service_facts import Fact
from ui.present.setting import Setting
from ui.present.staff_network import network_facts
from ui.present.staff_printer import printer_words
from ui.present.staff_rows import StaffRow, pressed_row

EDIT = "kiosk profile edit"
"""The command that opens a profile's editor."""


def home_facts(
    visit: Visit, role: Role, state: MachineState | None, texts: Messages, setting: Setting
) -> tuple[Fact, ...]:
    """Counts and ages; nothing of them until the stores have answered."""

    def fact(picture: str, title: str, text: str) -> Fact:
        return Fact(picture, texts.text(title), Phrase(text, visit.language))

    program = isolate(f"{PROGRAM} {setting.version}".strip(), "en")
    facts = (
        [
            *(
                [fact("print", "finding.about.printer", printer_words(state.printer, texts))]
                if state.printer is not None
                else []
            ),
            *(
                [fact("paper", "staff.paper", left_in_printer(state, texts, setting))]
                if state.paper.papers
                else []
            ),
            fact("sealed", "machine.holds", waiting(state, texts, setting)),
            fact("needs-you", "machine.person", held_count(state, texts, setting)),
            fact("calendar", "staff.today", today(state, texts)),
        ]
        if state is not None
        else []
    )
    if visit.as_of is not None:
        facts.append(fact("documents", "machine.catalogue", in_full(visit.as_of, setting.now, texts)))
    facts.append(fact("settings", "machine.program", program))
    if may(role, Task.CHANGE_PROFILE) and not (state is not None and state.set_up.editable):
        command = isolate(EDIT, "en")
        name = isolate(setting.machine, "en")
        facts.append(
            fact("edit", "staff.profile", texts.text("staff.profile_text", name=name, command=command))
        )
    if state is not None and may(role, Task.SEE_NETWORK):
        facts.extend(network_facts(visit, state, texts, setting))
    if may(role, Task.DISCARD_SEALED):
        pressed = {"help": texts.text("bar.help"), "helper": texts.text("helping.helper")}
        facts.append(fact("help-person", "staff.helping", texts.text("staff.helping_text")))
        facts.append(fact("hide", "staff.covering", texts.text("staff.covering_text", **pressed)))
    return tuple(facts)


def home_rows(
    role: Role, state: MachineState | None, texts: Messages, setting: Setting
) -> tuple[StaffRow, ...]:
    """What somebody of that role may do here."""
    rows = [pressed_row(StaffButton.HELD, "sealed", texts)] if state is not None and state.held else []
    if state is not None and state.paper.papers and may(role, Task.RELEASE_JAM):
        rows.append(pressed_row(StaffButton.LOOKED, "check", texts))
    stopped = state is not None and state.printer is not None and state.printer.wants_freeing
    if stopped and may(role, Task.RELEASE_JAM):
        freed = pressed_row(StaffButton.FREE, "check", texts)
        rows.append(replace(freed, note=texts.text("staff.free_note")))
    if may(role, Task.PRINT_DAY) and setting.can_print:
        rows.append(pressed_row(StaffButton.PRINT_DAY, "print", texts))
    if may(role, Task.SEE_FINDINGS):
        rows.append(pressed_row(StaffButton.DEVICES, "print", texts))
        rows.append(pressed_row(StaffButton.FINDINGS, "search", texts))
    if may(role, Task.SEE_NETWORK) and state is not None and state.set_up.asks:
        rows.append(pressed_row(StaffButton.ASK, "register", texts))
    if may(role, Task.EXPORT_LOG):
        rows.append(pressed_row(StaffButton.EXPORT_LOG, "documents", texts))
        rows.append(pressed_row(StaffButton.CHECKPOINT, "check", texts))
    if may(role, Task.CHANGE_PROFILE) and state is not None and state.set_up.editable:
        rows.append(pressed_row(StaffButton.EDIT, "edit", texts))
    if may(role, Task.CHANGE_PROFILE) and state is not None and state.set_up.copies:
        rows.append(pressed_row(StaffButton.SHOW_CODES, "shift", texts))
        rows.append(pressed_row(StaffButton.READ_CODES, "camera", texts))
    rows.append(pressed_row(StaffButton.RESTART, "settings", texts))
    return tuple(rows)


def today(state: MachineState, texts: Messages) -> str:
    """The day's counts in one line."""
    day = state.today
    counts = {"sealed": day.sealed, "received": day.received, "refused": day.refused, "waiting": day.waiting}
    return texts.text(
        "staff.today_text", **{name: number(count, texts.language) for name, count in counts.items()}
    )


def left_in_printer(state: MachineState, texts: Messages, setting: Setting) -> str:
    """How many papers visits may have left in the printer, and since when; empty where there are none."""
    if not state.paper.papers:
        return ""
    count, moment = number(state.paper.papers, texts.language), in_full(state.paper.since, setting.now, texts)
    return texts.text("staff.paper_text", count=count, moment=moment)


def waiting(state: MachineState, texts: Messages, setting: Setting) -> str:
    """How many go their own way, and the oldest."""
    return _some(state.waiting, state.oldest, texts, setting)


def held_count(state: MachineState, texts: Messages, setting: Setting) -> str:
    """How many need a person, and the oldest."""
    oldest = state.held[0].created if state.held else None
    return _some(len(state.held), oldest, texts, setting)


def _some(count: int, oldest: float | None, texts: Messages, setting: Setting) -> str:
    if oldest is None:
        return texts.text("machine.none")
    moment = in_full(oldest, setting.now, texts)
    return texts.text("machine.some", count=number(count, texts.language), moment=moment)
