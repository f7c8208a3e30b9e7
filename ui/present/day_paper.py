# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day's sheet: counts of one machine, and nothing of anybody."""

from dataclasses import dataclass

from core.ids import Language
from core.staff.machine_state import MachineState
from i18n.direction import isolate
from i18n.messages import Messages
from ui.present.moments import in_full
from ui.present.setting import Setting
from ui.present.staff_home import held_count, left_in_printer, today, waiting


@dataclass(frozen=True, slots=True)
class DayPaper:
    """The sheet in one language."""

    language: Language
    town: str
    title: str
    lines: tuple[str, ...]


def present_day_paper(state: MachineState, texts: Messages, setting: Setting) -> DayPaper:
    """The counts as they were when they were asked for."""
    left = left_in_printer(state, texts, setting)
    moment = in_full(setting.now.timestamp(), setting.now, texts)
    return DayPaper(
        language=Language(texts.language),
        town=setting.town_in(texts.language),
        title=texts.text("staff.today"),
        lines=(
            f"{isolate(setting.machine, 'en')}, {moment}",
            today(state, texts),
            f"{texts.text('machine.holds')}: {waiting(state, texts, setting)}",
            f"{texts.text('machine.person')}: {held_count(state, texts, setting)}",
            *((f"{texts.text('staff.paper')}: {left}",) if left else ()),
        ),
    )
