# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Only the profile's origins are ever contacted, however an address is written."""

import pytest

from services.access import Keys
from services.boundary import Failed, Failure
from services.http import Http
from services.origins import Origins, origin_of
from tests.support import chaos_server as c

ALLOWED = Origins.of(["https://registry.example", "http://127.0.0.1:8311"])

TRICKS = [
    "http://registry.example/",
    "https://registry.example:444/",
    "https://registry.example@evil.example/",
    "https://evil.example#registry.example",
    "https://registry.example.evil.example/",
    "https://registry.example\\@evil.example/",
    "https:\\\\registry.example/",
    "https:registry.example/",
    "//registry.example/",
    "https://registry.example\t.evil.example/",
    "https://registry.example\n/",
    " https://registry.example/",
    "https://registry.example /",
    "https://REGISTRY.example\u3002evil.example/",
    "https://ｒegistry.example/",
    "https://registry.example%2eevil.example/",
    "https://registry.example:/",
    "https://registry.example:0/",
    "https://registry.example:99999/",
    "https://registry.example:443:443/",
    "https://[::1/",
    "https://registry..example/",
    "ftp://registry.example/",
    "file:///etc/hostname",
    "javascript:alert(1)",
    "gopher://127.0.0.1:8311/",
    "http://127.0.0.1/",
    "http://127.1:8311/",
    "http://0x7f000001:8311/",
    "http://2130706433:8311/",
    "http://017700000001:8311/",
    "http://localhost:8311/",
    "http://0.0.0.0:8311/",
    "http://[::1]:8311/",
    "http://[::ffff:127.0.0.1]:8311/",
    "http://[64:ff9b::7f00:1]:8311/",
    "http://127.0.0.1:8312/",
    "http://127.0.0.1:8311@evil.example/",
    "http://user:word@127.0.0.1:8311/",
    "",
    "https://",
    "https:///path",
]


@pytest.mark.parametrize("address", TRICKS)
def test_a_tricky_address_is_not_allowed(address: str) -> None:
    assert ALLOWED.check(address) is None


@pytest.mark.parametrize("address", TRICKS)
def test_a_tricky_address_is_never_contacted(address: str) -> None:
    with c.chaos(c.replies(200, b"{}")) as server:
        allowed = Origins.of([server.origin])
        result = Http(allowed).get(address.replace("8311", "1"))
    assert result == Failed(Failure.NOT_ALLOWED, sent=False)
    assert server.requests == []


@pytest.mark.parametrize(
    "address",
    [
        "https://registry.example",
        "https://registry.example:443/a/b?c=d#e",
        "HTTPS://Registry.Example/%2e%2e/",
        "http://127.0.0.1:8311/v1/key/abc!$/projects/1",
    ],
)
def test_an_address_within_an_origin_is_allowed(address: str) -> None:
    assert ALLOWED.check(address) == origin_of(address)


@pytest.mark.parametrize(
    "word", ["http://registry.example", "registry.example", "https://a b", "ws://127.0.0.1"]
)
def test_a_profile_cannot_allow_plain_http_off_this_machine(word: str) -> None:
    with pytest.raises(ValueError, match="not an origin"):
        Origins.of([word])


def test_the_key_stands_where_app_users_have_it_and_shows_nowhere() -> None:
    keys = Keys.of([("https://a.example/v1/projects/1/", "SECRET"), ("https://b.example/x", "OTHER")])
    endpoint = "https://a.example/v1/projects/1"
    address = keys.with_key_in_path(endpoint + "/formList", endpoint)
    assert address == "https://a.example/v1/key/SECRET/projects/1/formList"
    assert (
        keys.with_key_in_path("https://b.example/x/formList", "https://b.example/x")
        == "https://b.example/x/formList"
    )
    assert keys.with_key_in_path(
        "https://c.example/v1/projects/2", "https://c.example/v1/projects/2"
    ).endswith("/2")
    assert "SECRET" not in repr(keys)
    odd = Keys.of([("https://a.example/v1/projects/1", "a!$/?b")])
    assert odd.with_key_in_path(endpoint, endpoint) == "https://a.example/v1/key/a!$%2F%3Fb/projects/1"
    argued = Keys.of([("https://city.example/v2/?jurisdiction_id=city", "KEY")])
    assert argued.key("https://city.example/v2?jurisdiction_id=city") == "KEY"
