# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What those who work here see once they are signed in: counts and ages, what each role may do, and what waits why."""

from dataclasses import replace
from typing import assert_never

from core.staff.machine_state import GivenUp, Held
from core.staff.roles import Role, Task, may
from core.submission import DeliveryState
from core.text import Phrase
from core.visit import pages as p
from core.visit.copying_pages import StaffReadCodes, StaffShowCodes
from core.visit.duty import Duty
from core.visit.self_test_pages import StaffTested
from core.visit.staff_events import HeldChosen, ReasonChosen, StaffButton
from core.visit.state import Visit
from i18n.direction import isolate
from i18n.formats import number
from i18n.messages import Messages
from i18n.references import reference_groups
from ui.present.copying import present_codes, present_reading
from ui.present.moments import in_full
from ui.present.self_test import present_tested
from ui.present.service_facts import Fact
from ui.present.setting import Setting
from ui.present.staff_contents import StaffContents
from ui.present.staff_findings import present_findings
from ui.present.staff_home import home_facts, home_rows
from ui.present.staff_rows import StaffRow, back_row, pressed_row

StaffListPage = (
    p.StaffHome
    | p.StaffHeld
    | p.StaffItem
    | p.StaffReason
    | p.StaffFindings
    | p.StaffCheckpoint
    | StaffTested
    | StaffShowCodes
    | StaffReadCodes
)


def present_staff(visit: Visit, page: StaffListPage, texts: Messages, setting: Setting) -> StaffContents:
    """What the page says. RuntimeError where nobody is signed in (a bug)."""
    if visit.staff is None:
        raise RuntimeError("a page of the staff's without anybody of them")
    stale = visit.staff.state is not None and visit.staff.state.set_up.stale
    contents = _contents(visit, visit.staff, page, texts, setting)
    return replace(contents, banner=texts.text("staff.stale")) if stale else contents


def _contents(
    visit: Visit, duty: Duty, page: StaffListPage, texts: Messages, setting: Setting
) -> StaffContents:
    role, state = duty.member.role, duty.state
    match page:
        case p.StaffHome(done=done, trouble=trouble):
            return StaffContents(
                language=visit.language,
                heading=texts.text("staff.open"),
                text=texts.text(f"staff.here.{role.value}"),
                told=texts.text(f"staff.done.{done}") if done else "",
                problem=texts.text(trouble.key, **trouble.values) if trouble is not None else "",
                facts=home_facts(visit, role, state, texts, setting),
                rows=home_rows(role, state, texts, setting),
                foot=pressed_row(StaffButton.OUT, "finish", texts),
            )
        case p.StaffHeld():
            held = state.held if state is not None else ()
            return StaffContents(
                language=visit.language,
                heading=texts.text("staff.held"),
                text=texts.text("staff.held_note" if held else "staff.held_none"),
                told="",
                problem="",
                facts=(),
                rows=tuple(_held_row(one, texts, setting) for one in held),
                foot=back_row(texts),
            )
        case p.StaffItem(held=held, done=done, trouble=trouble):
            return StaffContents(
                language=visit.language,
                heading=_number(held),
                text=_why(held, texts),
                told=texts.text(f"staff.done.{done}") if done else "",
                problem=texts.text(trouble.key, **trouble.values) if trouble is not None else "",
                facts=(
                    Fact("clock", texts.text("receipt.sealed"), _phrase(_since(held, texts, setting), visit)),
                ),
                rows=_item_rows(role, held, texts),
                foot=back_row(texts),
            )
        case p.StaffReason():
            return StaffContents(
                language=visit.language,
                heading=texts.text("staff.reason"),
                text=texts.text("staff.reason_text"),
                told="",
                problem="",
                facts=(),
                rows=tuple(_reason_row(reason, texts) for reason in GivenUp),
                foot=back_row(texts),
            )
        case StaffShowCodes():
            return present_codes(visit, page, texts)
        case StaffReadCodes():
            return present_reading(visit, page, texts, setting)
        case StaffTested():
            return present_tested(visit, page, texts)
        case p.StaffFindings():
            return present_findings(visit, page, texts, setting)
        case p.StaffCheckpoint(records=records, code=code):
            count = number(records, texts.language)
            return StaffContents(
                language=visit.language,
                heading=texts.text("staff.checkpoint"),
                text=texts.text("staff.checkpoint_text", count=count) if code else texts.text("staff.asking"),
                told="",
                problem="",
                facts=(),
                rows=(),
                foot=back_row(texts),
                code=code,
            )
        case _:
            assert_never(page)


def _item_rows(role: Role, held: Held, texts: Messages) -> tuple[StaffRow, ...]:
    rows = [pressed_row(StaffButton.EXPORT, "lock", texts)] if may(role, Task.EXPORT_SEALED) else []
    if held.discardable and may(role, Task.DISCARD_SEALED):
        rows.append(pressed_row(StaffButton.DISCARD, "delete", texts))
    return tuple(rows)


def _held_row(held: Held, texts: Messages, setting: Setting) -> StaffRow:
    since = texts.text("staff.since", moment=_since(held, texts, setting))
    note = f"{_why(held, texts)}. {since}"
    return StaffRow(f"held.{held.seal}", HeldChosen(held), "sealed", _number(held), note)


def _reason_row(reason: GivenUp, texts: Messages) -> StaffRow:
    name = f"reason.{reason.value}"
    return StaffRow(name, ReasonChosen(reason), "edit", texts.text(f"staff.{name}"))


def _why(held: Held, texts: Messages) -> str:
    match held.state:
        case DeliveryState.REFUSED | DeliveryState.ATTENTION:
            return texts.text(f"staff.why.{held.state.value}")
        case _:
            return texts.text("staff.why.sealed")


def _since(held: Held, texts: Messages, setting: Setting) -> str:
    return in_full(held.created, setting.now, texts)


def _number(held: Held) -> str:
    return isolate("-".join(reference_groups(held.seal)) or held.seal, "en")


def _phrase(text: str, visit: Visit) -> Phrase:
    return Phrase(text, visit.language)
