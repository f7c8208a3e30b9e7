# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet with what a machine found out about itself: each thing, how it is, and how to mend it."""

from core.ids import Language
from core.staff.finding import Found
from core.visit.self_test_pages import StaffTested
from core.visit.staff_effects import StaffPrintFound
from i18n.direction import isolate
from i18n.messages import Messages
from ui.present import finding_words
from ui.present.day_paper import DayPaper
from ui.present.masthead import PROGRAM
from ui.present.moments import in_full
from ui.present.self_test import came_of_it
from ui.present.setting import Setting


def present_found_paper(effect: StaffPrintFound, texts: Messages, setting: Setting) -> DayPaper:
    """The worst first, and what is fine last; the glass and the keys where somebody has tested them."""
    moment = in_full(setting.now.timestamp(), setting.now, texts)
    program = isolate(f"{PROGRAM} {setting.version}".strip(), "en")
    listed = (
        [f"{texts.text('machine.catalogue')}: {in_full(effect.as_of, setting.now, texts)}"]
        if effect.as_of is not None
        else []
    )
    return DayPaper(
        language=Language(texts.language),
        town=setting.town_in(texts.language),
        title=texts.text("staff.found_paper"),
        lines=(
            f"{isolate(setting.machine, 'en')}, {moment}",
            f"{texts.text('machine.program')}: {program}",
            *listed,
            *(_found(one, texts) for one in effect.found),
            *(_tested(one, texts) for one in effect.tested),
        ),
    )


def _found(found: Found, texts: Messages) -> str:
    return f"{finding_words.title(found, texts)}: {finding_words.words(found, texts).text}"


def _tested(tested: StaffTested, texts: Messages) -> str:
    title = texts.text("staff.touch" if tested.touch else "staff.keys")
    told, problem, facts = came_of_it(tested, texts)
    return "\n".join((f"{title}: {told or problem}", *(f"{one.title}: {one.text.text}" for one in facts)))
