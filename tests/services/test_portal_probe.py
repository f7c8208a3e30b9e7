# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an address without words proves of the network: a real server answers as portals do, and as they do not."""

import pytest

from services.portal_probe import Probed, probe
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK

PAGE = b"<!DOCTYPE html><title>Hotel</title>Please sign in."


@pytest.mark.parametrize(
    ("replies", "found"),
    [
        ([c.replies(204, b"")], Probed.OPEN),
        ([c.replies(200, PAGE)], Probed.PORTAL),
        ([c.replies(511, PAGE)], Probed.PORTAL),
        ([c.replies(302, b"", ("Location", "http://portal.example/login"))], Probed.PORTAL),
        ([c.replies(302, b"", ("Location", "/login")), c.replies(200, PAGE)], Probed.PORTAL),
        ([c.replies(302, b"", ("Location", "https://127.0.0.1/generate_204"))], Probed.SILENT),
        ([c.replies(301, b"", ("Location", "/a")), c.replies(301, b"", ("Location", "/b"))], Probed.SILENT),
        ([c.replies(301, b"", ("Location", "/a")), c.replies(204, b"")], Probed.OPEN),
        ([c.replies(404, b"")], Probed.SILENT),
        ([c.replies(503, PAGE)], Probed.SILENT),
        ([c.replies(200, b"")], Probed.SILENT),
        ([c.replies(200, b'{"a": 1}')], Probed.SILENT),
    ],
)
def test_only_a_page_in_the_place_of_nothing_is_called_a_portal(
    replies: list[c.Behaviour], found: Probed
) -> None:
    with c.chaos(*replies) as server:
        assert probe(server.url + "/generate_204", QUICK) is found
    assert server.requests[0].startswith(b"GET /generate_204 HTTP/1.1")
    assert b"Cookie" not in server.requests[0]


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x", "no address", "ftp://127.0.0.1/x", ""])
def test_where_nobody_answers_nothing_is_proven(address: str) -> None:
    assert probe(address, QUICK) is Probed.SILENT
