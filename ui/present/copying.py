# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copying the settings by codes: one after the other on this screen, or what was read of another machine's."""

from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.staff_events import StaffButton
from core.visit.state import Visit
from i18n.formats import list_join, number
from i18n.messages import Messages
from ui.present.setting import Setting
from ui.present.staff_contents import StaffContents, Tick
from ui.present.staff_rows import back_row, pressed_row


def present_codes(visit: Visit, page: StaffShowCodes, texts: Messages) -> StaffContents:
    """One code, which of how many it is, and the way to the next."""
    count = number(len(page.codes), texts.language)
    which = texts.text("staff.codes_which", code=number(page.shown + 1, texts.language), count=count)
    more = len(page.codes) > 1
    return StaffContents(
        language=visit.language,
        heading=which if page.codes else texts.text("staff.show-codes"),
        text=texts.text("staff.codes_text" if page.codes else "staff.asking"),
        told="",
        problem="",
        facts=(),
        rows=(),
        foot=pressed_row(StaffButton.NEXT_CODE, "forward", texts) if more else back_row(texts),
        code=page.codes[page.shown] if page.codes else "",
    )


def present_reading(visit: Visit, page: StaffReadCodes, texts: Messages, setting: Setting) -> StaffContents:
    """How many were read, and which are missing."""
    camera = setting.camera and not page.looking and not page.taking
    problem = ""
    if page.trouble is not None:
        problem = texts.text(page.trouble.key, **page.trouble.values)
    elif page.strange:
        problem = texts.text("staff.codes_strange")
    text = "staff.asking" if page.taking else "staff.codes_looking" if page.looking else "staff.codes_read"
    return StaffContents(
        language=visit.language,
        heading=texts.text("staff.read-codes"),
        text=texts.text(text),
        told=_told(page, texts),
        problem=problem,
        facts=(),
        rows=(pressed_row(StaffButton.LOOK, "camera", texts),) if camera else (),
        foot=back_row(texts),
        ticks=_ticks(page, texts),
    )


def _ticks(page: StaffReadCodes, texts: Messages) -> tuple[Tick, ...]:
    """Which of the codes were read."""
    numbers = range(1, page.gathered.count + 1)
    words = {one: number(one, texts.language) for one in numbers}
    return tuple(Tick(words[one], words[one], done=one not in page.gathered.missing) for one in numbers)


def _told(page: StaffReadCodes, texts: Messages) -> str:
    gathered = page.gathered
    if not gathered.count:
        return ""
    counts = {"read": gathered.read, "count": gathered.count}
    told = {name: number(count, texts.language) for name, count in counts.items()}
    if not gathered.missing:
        return texts.text("staff.codes_all", **told)
    missing = list_join([number(one, texts.language) for one in gathered.missing], texts.language)
    return texts.text("staff.codes_missing", missing=missing, **told)
