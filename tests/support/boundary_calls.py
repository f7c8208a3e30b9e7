# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks a misbehaving server through the boundary, with little patience."""

from services.boundary import Answer, Failed, Failure, Limits
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c

QUICK = Limits(connect=0.5, read=0.4, total=1.0, body=100_000)


def http(server: c.ChaosServer, limits: Limits = QUICK) -> Http:
    """A boundary that knows this server only."""
    return Http(Origins.of([server.origin]), limits)


def failure(result: Answer | Failed) -> tuple[Failure, bool]:
    """What failed, which something has to have; and whether words may have left."""
    assert isinstance(result, Failed), result
    return result.kind, result.sent
