# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody is led away: no redirect of a POST, and of a GET only within its origin."""

import pytest

from services.boundary import Answer, Failure
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK, failure, http


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_post_is_never_redirected(status: int) -> None:
    with c.chaos(c.replies(status, b"", ("Location", "/elsewhere"))) as server:
        result = http(server).post(server.url + "/x", [], b"words")
    assert isinstance(result, Answer)
    assert result.status == status
    assert len(server.requests) == 1


def test_a_get_follows_one_redirect_within_its_origin() -> None:
    with c.chaos(c.replies(302, b"", ("Location", "/there?a=b")), c.replies(200, b"{}")) as server:
        result = http(server).get(server.url + "/here/now")
    assert isinstance(result, Answer)
    assert result.status == 200
    assert server.requests[1].startswith(b"GET /there?a=b HTTP/1.1")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("http://portal.example/login", Failure.PORTAL),
        ("http://127.0.0.1:9/login", Failure.PORTAL),
        ("file:///etc/hostname", Failure.PORTAL),
        ("", Failure.REDIRECT),
        ("/again", Failure.REDIRECT),
    ],
)
def test_a_get_is_not_led_away(location: str, expected: Failure) -> None:
    with c.chaos(c.replies(302, b"", ("Location", location))) as server:
        result = http(server).get(server.url + "/x")
    assert failure(result)[0] is expected
    assert len(server.requests) <= 2


def test_a_get_does_not_change_origins_even_between_two_allowed_ones() -> None:
    with (
        c.chaos(c.replies(200, b"{}")) as other,
        c.chaos(c.replies(302, b"", ("Location", other.url))) as server,
    ):
        result = Http(Origins.of([server.origin, other.origin]), QUICK).get(server.url + "/x")
    assert failure(result)[0] is Failure.REDIRECT
    assert other.requests == []
