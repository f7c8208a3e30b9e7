# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the table of contents that is about the machine, its profile, its receipts, and those who work at it."""

from typing import TYPE_CHECKING

from core.visit import pages as p
from core.visit.self_test_pages import StaffKeys, StaffTouch
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.setting import Setting

if TYPE_CHECKING:
    from ui.present.screen import PageContents


def present_about_machine(
    visit: Visit,
    page: p.ReceiptCheck | p.AboutMachine | p.ProfilePage | p.StaffPage,
    texts: Messages,
    setting: Setting,
) -> "PageContents":
    """The contents for a machine, a receipt, a profile, or those who work here."""
    match page:
        case p.AboutMachine():
            from ui.present.machine import present_machine

            return present_machine(visit, page, texts, setting)
        case p.ReceiptCheck():
            from ui.present.receipt_check import present_receipt_check

            return present_receipt_check(visit, page, texts, setting)
        case p.ProfileGroups() | p.ProfileGroup() | p.ProfileOrder() | p.ProfileChanges():
            from ui.present.profile import present_profile

            return present_profile(visit, page, texts, setting)
        case p.ProfileFind():
            from ui.present.profile_find import present_find

            return present_find(visit, page, texts, setting)
        case p.SetUp():
            from ui.present.set_up import present_set_up

            return present_set_up(visit, page, texts, setting)
        case _:
            return _staff(visit, page, texts, setting)


def _staff(visit: Visit, page: p.StaffPage, texts: Messages, setting: Setting) -> "PageContents":
    if isinstance(page, p.StaffDoor):
        from ui.present.staff_door import present_staff_door

        return present_staff_door(visit, page, texts, setting)
    if isinstance(page, StaffTouch | StaffKeys):
        from ui.present.self_test import present_keys, present_touch

        if isinstance(page, StaffTouch):
            return present_touch(visit, page, texts)
        return present_keys(visit, page, texts, setting)
    from ui.present.staff import present_staff

    return present_staff(visit, page, texts, setting)
