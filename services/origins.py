# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The allow-list of origins: which addresses may be contacted at all. Opens no connection."""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
_PLAIN_ADDRESS = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host in lower case, port (RFC 6454)."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        standard = PORTS[self.scheme] == self.port
        return f"{self.scheme}://{self.host}" + ("" if standard else f":{self.port}")

    @property
    def is_loopback(self) -> bool:
        """Whether it never leaves this machine: the only place where plain HTTP is spoken."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False


def origin_of(address: str) -> Origin | None:
    """The origin of an http(s) address; None for anything unusual, so that no two parsers can disagree.

    Refused: other schemes, user information, spaces, control characters, backslashes, hosts outside ASCII
    letters, digits, dots and hyphens, and an empty or impossible port (RFC 3986 section 7.6, SSRF tricks).
    """
    if not _PLAIN_ADDRESS.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or "@" in parts.netloc or parts.netloc.endswith(":"):
        return None
    host = (parts.hostname or "").lower()
    host = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(host) or ".." in host or port == 0:
        return None
    return Origin(parts.scheme, host, port or PORTS[parts.scheme])


@dataclass(frozen=True, slots=True)
class Origins:
    """The profile's origins; nothing else is ever contacted (`reliability.md` P23)."""

    allowed: frozenset[Origin]

    @classmethod
    def of(cls, addresses: Iterable[str]) -> "Origins":
        """From the profile. Raises ValueError for what is no origin, and for plain HTTP off this machine."""
        found = set()
        for address in addresses:
            origin = origin_of(address)
            if origin is None or (origin.scheme == "http" and not origin.is_loopback):
                raise ValueError(f"not an origin to trust: {address}")
            found.add(origin)
        return cls(frozenset(found))

    def check(self, address: str) -> Origin | None:
        """The address's origin when it may be contacted, else None."""
        origin = origin_of(address)
        return origin if origin in self.allowed else None
