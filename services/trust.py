# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom to believe about a server's name: the system's authorities, or an agency's own and nobody besides."""

import ssl
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from services.origins import Origin, origin_of

Trust = Mapping[Origin, ssl.SSLContext]
"""For each origin that has authorities of its own, what decides there."""

USUAL: Final[Trust] = MappingProxyType({})


def trust_of(own: Iterable[tuple[str, str]]) -> Trust:
    """From addresses at agencies and their own authorities, in PEM; what has none keeps the system's.

    Only the named ones count at such an origin: whoever adds an authority to the machine, or is one of the hundred
    that systems bring along, cannot stand between. ValueError where a text holds no certificate.
    """
    found: dict[Origin, ssl.SSLContext] = {}
    for address, authorities in own:
        origin = origin_of(address)
        if origin is None or not authorities:
            continue
        # As `create_default_context` makes it, and nobody trusted yet: the protocol asks for certificate and name.
        context = found.setdefault(origin, ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        try:
            context.load_verify_locations(cadata=authorities)
        except ssl.SSLError as error:
            raise ValueError(f"{origin}: no certificate of an authority") from error
    return MappingProxyType(found)
