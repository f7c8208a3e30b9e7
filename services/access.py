# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys with which agencies let this machine in, and where each standard wants its key; never logged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

from core.access_way import AccessWay

SAFE = "!$"
"""Signs of ODK Central's keys that may stand in a path as they are."""

_PROJECTS = "/v1/projects/"


@dataclass(frozen=True, slots=True)
class Access:
    """What lets this machine in; `user` is empty where the way needs none."""

    key: str = field(repr=False, default="")
    user: str = ""
    way: AccessWay = AccessWay.KEY


NO_ACCESS = Access()


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys by the endpoint's address, as the catalogue gives it (a trailing slash does not matter)."""

    by_endpoint: Mapping[str, Access] = field(repr=False, default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str | Access]]) -> "Keys":
        """From pairs of endpoint and key, or of endpoint and all that lets in there."""
        made = ((endpoint, Access(key) if isinstance(key, str) else key) for endpoint, key in pairs)
        return cls(MappingProxyType({_plain(endpoint): access for endpoint, access in made}))

    def access(self, endpoint: str) -> Access:
        """What lets in at an endpoint."""
        return self.by_endpoint.get(_plain(endpoint), NO_ACCESS)

    def key(self, endpoint: str) -> str:
        """The key for an endpoint; empty when it needs none, or another way in."""
        access = self.access(endpoint)
        return access.key if access.way is AccessWay.KEY else ""

    def nearest(self, address: str) -> str:
        """The key of the longest endpoint that an address lies below; empty where there is none."""
        above = _plain(address)
        while "/" in above.partition("://")[2]:
            above = above.rpartition("/")[0]
            if key := self.key(above):
                return key
        return ""

    def with_key_in_path(self, address: str, endpoint: str) -> str:
        """An OpenRosa address below `endpoint` as ODK Central's app users write it: `/v1/key/KEY/projects/N`.

        An endpoint without a key, or of another server, stays as it is.
        """
        key = self.key(endpoint)
        if not key or _PROJECTS not in address:
            return address
        return address.replace(_PROJECTS, f"/v1/key/{quote(key, safe=SAFE)}/projects/", 1)


def bearer(key: str) -> list[tuple[str, str]]:
    """A key as RFC 6750 section 2.1 writes it; no header without a key."""
    return [("Authorization", f"Bearer {key}")] if key else []


def _plain(endpoint: str) -> str:
    base, mark, arguments = endpoint.partition("?")
    return base.rstrip("/") + mark + arguments
