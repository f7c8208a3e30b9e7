# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache on a full disk: what citizens sent leaves all the same."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from core.errors import TroubleError
from offline_cache.failures import DISK_FULL

log = logging.getLogger("kiosk.courier")


@contextmanager
def room_or_later() -> Iterator[None]:
    """What the disk has no room for is not kept now: it is fetched again at its time. Other troubles go on."""
    try:
        yield
    except TroubleError as error:
        if error.trouble.key != DISK_FULL:
            raise
        log.error("nothing new can be kept: %s", error.trouble.detail)
