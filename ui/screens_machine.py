# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the table of screens that is about the machine, its profile, its receipts, and those who work at it."""

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit.self_test_pages import StaffKeys, StaffTouch
from core.visit.state import Visit
from i18n.messages import Messages
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present.setting import Setting


def build_about_machine(
    visit: Visit,
    page: p.ReceiptCheck | p.AboutMachine | p.ProfilePage | p.StaffPage,
    texts: Messages,
    setting: Setting,
    look: Look,
    send: Send,
    keyboards: Keyboards,
) -> PageFrame:
    """The page for a machine, a receipt, a profile, or those who work here."""
    match page:
        case p.AboutMachine():
            from ui.pages.machine import MachinePage
            from ui.present.machine import present_machine

            return MachinePage(look, present_machine(visit, page, texts, setting), send)
        case p.ReceiptCheck():
            from ui.pages.receipt_check import receipt_check_page
            from ui.present.receipt_check import present_receipt_check

            return receipt_check_page(look, present_receipt_check(visit, page, texts, setting), send)
        case p.ProfileGroups() | p.ProfileGroup() | p.ProfileOrder() | p.ProfileChanges():
            from ui.pages.profile import ProfilePage
            from ui.present.profile import present_profile

            return ProfilePage(look, present_profile(visit, page, texts, setting), send)
        case p.ProfileFind():
            from ui.pages.profile_find import ProfileFindPage
            from ui.present.profile_find import present_find

            return ProfileFindPage(look, present_find(visit, page, texts, setting), send, keyboards)
        case p.SetUp():
            from ui.pages.set_up import SetUpPage
            from ui.present.set_up import present_set_up

            return SetUpPage(look, present_set_up(visit, page, texts, setting), send)
        case _:
            return _build_staff(visit, page, texts, setting, look, send)


def _build_staff(
    visit: Visit, page: p.StaffPage, texts: Messages, setting: Setting, look: Look, send: Send
) -> PageFrame:
    if isinstance(page, p.StaffDoor):
        from ui.pages.staff_door import StaffDoorPage
        from ui.present.staff_door import present_staff_door

        return StaffDoorPage(look, present_staff_door(visit, page, texts, setting), send)
    if isinstance(page, StaffTouch):
        from ui.pages.touch_test import TouchTestPage
        from ui.present.self_test import present_touch

        return TouchTestPage(look, present_touch(visit, page, texts), send)
    if isinstance(page, StaffKeys):
        from ui.pages.keys_test import KeysTestPage
        from ui.present.self_test import present_keys

        return KeysTestPage(look, present_keys(visit, page, texts, setting), send)
    from ui.pages.staff import StaffPage
    from ui.present.staff import present_staff

    return StaffPage(look, present_staff(visit, page, texts, setting), send)
