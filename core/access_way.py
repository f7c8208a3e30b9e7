# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an agency's endpoint wants to be told who asks; a profile names it before any connector is loaded."""

from enum import Enum


class AccessWay(Enum):
    """How an endpoint wants to be told who asks: a `KEY` where its standard has a place for one.

    `PASSWORD` answers the server's challenge by Digest or Basic, `SESSION` is ODK Central's, `TOKEN` that of
    KoboToolbox and Ona. The last three are OpenRosa servers' only.
    """

    KEY = "key"
    PASSWORD = "password"  # noqa: S105 - a word for a way in, no secret
    SESSION = "session"
    TOKEN = "token"  # noqa: S105 - the same
