# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the table of screens that is about the machine, its profile, its receipts, and those who work at it."""

from accessibility.qt.look import Look
from core.visit import pages as p
from core.visit.self_test_pages import StaffKeys, StaffTouch
from ui.keyboard.keyboards import Keyboards
from ui.page_frame import PageFrame
from ui.pages.reporting import Send
from ui.present.reading import Readable


def build_about_machine(
    page: p.ReceiptCheck | p.AboutMachine | p.ProfilePage | p.StaffPage,
    contents: Readable,
    look: Look,
    send: Send,
    keyboards: Keyboards,
) -> PageFrame:
    """The page for a machine, a receipt, a profile, or those who work here."""
    match page:
        case p.AboutMachine():
            from ui.pages.machine import MachinePage
            from ui.present.machine import MachineContents

            assert isinstance(contents, MachineContents)
            return MachinePage(look, contents, send)
        case p.ReceiptCheck():
            from ui.pages.receipt_check import receipt_check_page
            from ui.present.receipt_check import ReceiptCheckContents

            assert isinstance(contents, ReceiptCheckContents)
            return receipt_check_page(look, contents, send)
        case p.ProfileGroups() | p.ProfileGroup() | p.ProfileOrder() | p.ProfileChanges():
            from ui.pages.profile import ProfilePage
            from ui.present.profile import ProfileContents

            assert isinstance(contents, ProfileContents)
            return ProfilePage(look, contents, send)
        case p.ProfileFind():
            from ui.pages.profile_find import ProfileFindPage
            from ui.present.profile_find import FindContents

            assert isinstance(contents, FindContents)
            return ProfileFindPage(look, contents, send, keyboards)
        case p.SetUp():
            from ui.pages.set_up import SetUpPage
            from ui.present.set_up import SetUpContents

            assert isinstance(contents, SetUpContents)
            return SetUpPage(look, contents, send)
        case _:
            return _build_staff(page, contents, look, send)


def _build_staff(page: p.StaffPage, contents: Readable, look: Look, send: Send) -> PageFrame:
    if isinstance(page, p.StaffDoor):
        from ui.pages.staff_door import StaffDoorPage
        from ui.present.staff_door import StaffDoorContents

        assert isinstance(contents, StaffDoorContents)
        return StaffDoorPage(look, contents, send)
    if isinstance(page, StaffTouch):
        from ui.pages.touch_test import TouchTestPage
        from ui.present.self_test import TouchContents

        assert isinstance(contents, TouchContents)
        return TouchTestPage(look, contents, send)
    if isinstance(page, StaffKeys):
        from ui.pages.keys_test import KeysTestPage
        from ui.present.self_test import KeysContents

        assert isinstance(contents, KeysContents)
        return KeysTestPage(look, contents, send)
    from ui.pages.staff import StaffPage
    from ui.present.staff_contents import StaffContents

    assert isinstance(contents, StaffContents)
    return StaffPage(look, contents, send)
