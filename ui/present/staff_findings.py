# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a machine found out about itself, for a technician: what is amiss, or each device as it is."""

from core.staff.finding import DEVICES, Found, Gravity
from core.visit import pages as p
from core.visit.staff_events import StaffButton
from core.visit.state import Visit
from i18n.formats import number
from i18n.messages import Messages
from ui.present import finding_words
from ui.present.self_test import test_rows
from ui.present.service_facts import Fact
from ui.present.setting import Setting
from ui.present.staff_contents import StaffContents
from ui.present.staff_rows import StaffRow, back_row, pressed_row
from ui.present.staff_walks import walk_facts


def present_findings(visit: Visit, page: p.StaffFindings, texts: Messages, setting: Setting) -> StaffContents:
    """The page; while the machine looks, only that it does."""
    found = _told(page)
    facts = tuple(
        Fact(_picture(one), finding_words.title(one, texts), finding_words.words(one, texts)) for one in found
    )
    return StaffContents(
        language=visit.language,
        heading=texts.text("staff.devices" if page.devices else "staff.findings"),
        text=_text(page, found, texts),
        told=texts.text(f"staff.done.{page.done}") if page.done else "",
        problem=texts.text(page.trouble.key, **page.trouble.values) if page.trouble is not None else "",
        facts=facts if page.devices else (*facts, *walk_facts(visit, page.walks, texts)),
        rows=_rows(page, texts, setting),
        foot=back_row(texts),
    )


def _told(page: p.StaffFindings) -> tuple[Found, ...]:
    """Of devices each one, those that are missing first; of everything else only what is not fine."""
    found = page.found or ()
    if not page.devices:
        return tuple(one for one in found if one.gravity is not Gravity.FINE)
    of_devices = [one for one in found if one.said is not None and one.said.topic in DEVICES]
    now = [one for one in of_devices if one.said is not None and not one.said.at_start]
    places = {topic: place for place, topic in enumerate(DEVICES)}
    return tuple(
        sorted(
            now,
            key=lambda one: (
                one.gravity is Gravity.FINE,
                places[one.said.topic] if one.said is not None else len(places),
            ),
        )
    )


def _text(page: p.StaffFindings, found: tuple[Found, ...], texts: Messages) -> str:
    if page.found is None:
        return texts.text("staff.findings_wait")
    if page.devices:
        return texts.text("staff.devices_text")
    bad = sum(one.gravity is Gravity.BAD for one in found)
    counts = {"bad": number(bad, texts.language), "notes": number(len(found) - bad, texts.language)}
    return texts.text("staff.findings_text", **counts)


def _rows(page: p.StaffFindings, texts: Messages, setting: Setting) -> tuple[StaffRow, ...]:
    waits = page.found is None
    again = () if waits else (pressed_row(StaffButton.AGAIN, "search", texts),)
    can_print = setting.can_print and not waits
    printing = (pressed_row(StaffButton.PRINT_FOUND, "print", texts),) if can_print else ()
    return (*again, *printing, *test_rows(setting, texts))


def _picture(found: Found) -> str:
    match found.gravity:
        case Gravity.BAD:
            return "problem"
        case Gravity.NOTE:
            return "search"
        case Gravity.FINE:
            return "check"
