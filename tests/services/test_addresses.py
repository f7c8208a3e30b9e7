# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name of the profile leads to an agency or nowhere, whatever DNS says."""

import socket

import pytest

from services.addresses import ForbiddenAddressError, addresses, may_be_an_agency
from services.boundary import Answer, Failed, Failure, Limits
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c

NOBODY = (
    "127.0.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "169.254.169.254",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1%eth0",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "::127.0.0.1",
)
SOMEBODY = ("192.0.2.1", "10.1.2.3", "192.168.7.7", "2001:db8::1", "fd12::1", "64:ff9b::c000:201")


@pytest.mark.parametrize("address", NOBODY)
def test_an_address_where_no_agency_can_be_is_refused(address: str) -> None:
    assert not may_be_an_agency(address)


@pytest.mark.parametrize("address", SOMEBODY)
def test_an_agency_may_be_anywhere_else_also_in_the_town_s_own_network(address: str) -> None:
    assert may_be_an_agency(address)


def test_one_bad_address_among_good_ones_refuses_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("192.0.2.1", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(ForbiddenAddressError):
        addresses("agency.example", 443)
    result = Http(Origins.of(["https://agency.example"])).post("https://agency.example/x", [], b"words")
    assert isinstance(result, Failed)
    assert (result.kind, result.sent) == (Failure.NOT_ALLOWED, False)


def test_an_address_that_leads_nowhere_gives_way_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    with c.chaos(c.replies(200, b"{}")) as server, socket.socket() as full:
        full.bind(("127.0.0.2", server.port))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.2", server.port))
        places = [("127.0.0.2", server.port), ("127.0.0.1", server.port)]
        answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in places]
        really = socket.getaddrinfo
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, *of, **more: answers if host == "localhost" else really(host, *of, **more),
        )
        url = f"http://localhost:{server.port}"
        result = Http(Origins.of([url]), Limits(connect=0.3, read=2.0, total=4.0)).get(url + "/x")
        for one in waiting:
            one.close()
    assert isinstance(result, Answer)


def test_what_the_profile_writes_as_an_address_is_meant() -> None:
    assert addresses("127.0.0.1", 80) == ("127.0.0.1",)
    assert "127.0.0.1" in addresses("localhost", 80)
