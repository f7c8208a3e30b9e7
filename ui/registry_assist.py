# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of forms that wait, of asking before anything is lost, and of help, with made-up answers."""

from collections.abc import Mapping
from dataclasses import replace

from core.ids import ServiceId
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import filled
from ui.registry_town import service_id


def assist_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    return dict(_begun_screens(home))


def _begun(home: Visit, service: ServiceId) -> Filling:
    offered = home.catalogue.services[service]
    if offered.api is None:
        raise ValueError("the made-up service has no form")
    return Filling(service, offered.api, filled(home.language))


def _begun_screens(home: Visit) -> Mapping[str, Visit]:
    moved, pension = service_id("moved"), service_id("pension")
    one = replace(home, filling=_begun(home, moved))
    two = replace(one, aside=(_begun(home, pension),))
    page = p.AboutService(moved)
    return {
        "service-begun": one.go(page),
        "service-another-begun": one.go(p.AboutService(service_id("death"))),
        "service-both-begun": two.go(page),
        "ask-afresh": replace(one.go(page), over=p.AskAfresh()),
        "ask-finish-named": replace(one, over=p.AskFinish()),
        "ask-finish-several": replace(two, over=p.AskFinish()),
    }
