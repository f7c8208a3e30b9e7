# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One visit's side of the store of a person's own services; runs in the store lane."""

import logging
from typing import TYPE_CHECKING, assert_never

from core.errors import TroubleError
from core.visit import effects as fx
from core.visit import events as e
from kiosk.drafts import Stores

if TYPE_CHECKING:
    from core.passed_time import Instant

log = logging.getLogger("kiosk.visit")


def own_services(
    effect: fx.OwnListEffect, stores: Stores, now: "Instant"
) -> e.OwnServicesHere | e.OwnServicesNotKept | None:
    """Carry an effect out. A disk that refuses is answered, so that nobody is told what is not so."""
    if stores.own_services is None:
        return None
    try:
        match effect:
            case fx.LoadOwnServices():
                # By an agency's time only: a year by this machine's clock may be a press of a button.
                shown = stores.cache.shown_time()
                return e.OwnServicesHere(
                    stores.own_services.all(shown.at(now) if shown is not None else None)
                )
            case fx.KeepOwnServices(services=services):
                stores.own_services.keep(services)
                return None
            case _:
                assert_never(effect)
    except TroubleError as error:
        log.error("own services were not kept: %s %s", error.trouble.key, error.trouble.detail)
        return e.OwnServicesNotKept(error.trouble)
