# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses that a server gives us for what it keeps of ours: taken only when they are its own. Opens nothing."""

from urllib.parse import urljoin

from services.origins import origin_of

LONGEST = 2_000


def own_address(given: str, asked: str) -> str:
    """The whole address of what a server named in answer to a request to `asked` (RFC 9110 section 10.2.2).

    Empty when it named nothing, or something that lies at another origin: keys and questions go to nobody else.
    """
    if not given or len(given) > LONGEST:
        return ""
    try:
        whole = urljoin(asked, given)
    except ValueError:
        return ""
    origin = origin_of(whole)
    return whole if origin is not None and origin == origin_of(asked) else ""
