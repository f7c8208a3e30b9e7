# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that only a home PC has."""

from typing import assert_never

from accessibility.qt.look import Look
from ui.page_frame import PageFrame
from ui.pages.applications import ApplicationsPage
from ui.pages.begun_forms import BegunFormsPage, FormChangedPage
from ui.pages.own_list import OwnListPage
from ui.pages.reporting import Send
from ui.present.applications import ApplicationsContents
from ui.present.at_home import AtHomeContents
from ui.present.begun_forms import BegunFormsContents, FormChangedContents
from ui.present.own_list import OwnListContents


def page_at_home(look: Look, contents: AtHomeContents, send: Send) -> PageFrame:
    """The page that says this."""
    match contents:
        case ApplicationsContents():
            return ApplicationsPage(look, contents, send)
        case BegunFormsContents():
            return BegunFormsPage(look, contents, send)
        case OwnListContents():
            return OwnListPage(look, contents, send)
        case FormChangedContents():
            return FormChangedPage(look, contents, send)
        case _:
            assert_never(contents)
