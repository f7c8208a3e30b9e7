# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that only a home PC has: what waits there, and what was sent from there."""

from typing import assert_never

from core.visit import pages as p
from core.visit.state import Visit
from i18n.messages import Messages
from ui.present.applications import ApplicationsContents, present_applications
from ui.present.begun_forms import (
    BegunFormsContents,
    FormChangedContents,
    present_begun_forms,
    present_form_changed,
)
from ui.present.own_list import OwnListContents, present_own_list
from ui.present.setting import Setting

AtHome = p.Applications | p.BegunForms | p.OwnList | p.FormChanged
AtHomeContents = ApplicationsContents | BegunFormsContents | OwnListContents | FormChangedContents


def present_at_home(visit: Visit, page: AtHome, texts: Messages, setting: Setting) -> AtHomeContents:
    """What one of these pages says."""
    match page:
        case p.Applications():
            return present_applications(visit, page, texts, setting)
        case p.BegunForms():
            return present_begun_forms(visit, texts, setting)
        case p.OwnList():
            return present_own_list(visit, page, texts, setting)
        case p.FormChanged():
            return present_form_changed(visit, texts)
        case _:
            assert_never(page)
