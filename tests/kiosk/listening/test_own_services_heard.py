# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding a service to one's own, or emptying the list, changes words on the page: who listens hears them."""

from dataclasses import replace

from core.own_services import OwnServices
from core.visit.state import Visit
from kiosk.session.audible import audible
from ui.registry_finding import finding_screens
from ui.registry_own import own_screens


def screen(name: str) -> Visit:
    return own_screens(finding_screens()["home"])[name]


def test_who_listens_hears_what_a_press_has_done() -> None:
    to_add = screen("your-service-to-add")
    assert audible(to_add) != audible(replace(to_add, own=screen("your-service").own))
    full = screen("your-services")
    assert audible(full) != audible(replace(full, own=OwnServices()))
    assert audible(full) == audible(replace(full, own=full.own))
