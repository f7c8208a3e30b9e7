# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""One visit's side of the store of a person's own services; runs in the store lane."""

import logging
from typing import assert_never

from core.errors import TroubleError
from core.visit import effects as fx
from core.visit import events as e
from kiosk.drafts import Stores

log = logging.getLogger("kiosk.visit")


def own_services(
    effect: fx.OwnListEffect, stores: Stores, now: float
) -> e.OwnServicesHere | e.OwnServicesNotKept | None:
    """Carry an effect out. A disk that refuses is answered, so that nobody is told what is not so."""
    if stores.own_services is None:
        return None
    try:
        match effect:
            case fx.LoadOwnServices():
                return e.OwnServicesHere(stores.own_services.all(now))
            case fx.KeepOwnServices(services=services):
                stores.own_services.keep(services)
                return None
            case _:
                assert_never(effect)
    except TroubleError as error:
        log.error("own services were not kept: %s %s", error.trouble.key, error.trouble.detail)
        return e.OwnServicesNotKept(error.trouble)
