# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks one address that has nothing to say (204) whether the network lets through, or shows its own page instead.

A login page can only be put in the place of an answer where nobody has to prove who they are: such an address is
spoken to over plain HTTP, without a body, a key or anything of anybody's (`reliability.md` B9).
"""

from enum import Enum
from typing import Final

from services.boundary import Answer, Failed, Failure, Limits
from services.http import Http
from services.origins import PORTS, Origin, Origins, origin_of

NOTHING: Final = 204
LOGIN: Final = 511
LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0, body=64 * 1024)


class Probed(Enum):
    """What was proven. `SILENT`: nothing, since nobody answered, or somebody with an answer of another kind."""

    OPEN = "open"
    PORTAL = "portal"
    SILENT = "silent"


def probe(address: str, limits: Limits = LIMITS) -> Probed:
    """Ask once. A web page, a way to elsewhere or 511 (RFC 6585, section 6) in the place of 204 are a network's own.

    A way to the same host, such as from http to https, is the address's own doing and proves nothing.
    """
    origin = origin_of(address)
    if origin is None:
        return Probed.SILENT
    # Apart from the profile's origins: what is allowed here without TLS is allowed for nothing else.
    # The others of its host are never asked: `Http` keeps to one origin, and tells them from elsewhere.
    same = {Origin(scheme, origin.host, port) for scheme, port in PORTS.items()}
    answer = Http(Origins(frozenset({origin, *same})), limits).get(address)
    match answer:
        case Answer(status=status, body=body) if status == NOTHING and not body:
            return Probed.OPEN
        case Answer(status=status) if status == LOGIN or (status == 200 and answer.is_page):
            return Probed.PORTAL
        case Failed(kind=Failure.PORTAL):
            return Probed.PORTAL
        case _:
            return Probed.SILENT
