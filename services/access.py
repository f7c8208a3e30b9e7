# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys with which agencies let this machine in, and where each standard wants its key; never logged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote

SAFE = "!$"
"""Signs of ODK Central's keys that may stand in a path as they are."""

_PROJECTS = "/v1/projects/"


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys by the endpoint's address, as the catalogue gives it (a trailing slash does not matter)."""

    by_endpoint: Mapping[str, str] = field(repr=False, default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "Keys":
        """From pairs of endpoint and key."""
        return cls(MappingProxyType({_plain(endpoint): key for endpoint, key in pairs}))

    def key(self, endpoint: str) -> str:
        """The key for an endpoint; empty when it needs none."""
        return self.by_endpoint.get(_plain(endpoint), "")

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
