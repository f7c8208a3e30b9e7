# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which addresses a name of the profile may lead to, checked after DNS. Opens no connection."""

import ipaddress
import socket
from collections.abc import Iterator

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_V4_COMPATIBLE = ipaddress.ip_network("::/96")


class ForbiddenAddressError(Exception):
    """DNS leads a name to this machine or to another place where no agency can be."""


def addresses(host: str, port: int) -> tuple[str, ...]:
    """Where a host is, to be connected to as they stand: a second question could be answered in another way.

    What the profile writes as an address, or as this machine, is what it means. OSError when there is no such
    name; ForbiddenAddressError when one address is no agency's (`reliability.md` P23).
    """
    found = tuple(str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    if not _is_meant(host) and not all(map(may_be_an_agency, found)):
        raise ForbiddenAddressError
    return found


def may_be_an_agency(address: str) -> bool:
    """Not this machine, its link, everybody or nobody, in any of the ways in which IPv6 can hold such an address.

    A town's own network is allowed: agencies often have private addresses there, and TLS says who answers.
    """
    return not any(
        one.is_loopback or one.is_link_local or one.is_multicast or one.is_unspecified or _is_nobody(one)
        for one in _meanings(ipaddress.ip_address(address.partition("%")[0]))
    )


def _is_meant(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _is_nobody(one: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(one, ipaddress.IPv4Address):
        # 0.0.0.0/8 reaches this machine on Linux; 240.0.0.0/4 and the broadcast reach nobody.
        return one.packed[0] == 0 or one.is_reserved
    return False


def _meanings(
    one: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The address, and the IPv4 addresses that it stands for (RFC 4291, 3056, 4380, 6052)."""
    yield one
    if isinstance(one, ipaddress.IPv4Address):
        return
    inner = [one.ipv4_mapped, one.sixtofour, *(one.teredo or ())]
    if one in _NAT64 or (one in _V4_COMPATIBLE and int(one) > 1):
        inner.append(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF))
    yield from (found for found in inner if found is not None)
