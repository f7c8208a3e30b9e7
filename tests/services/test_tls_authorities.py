# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that cannot prove who it is gets not one byte."""

from datetime import timedelta
from pathlib import Path

import pytest

from services.boundary import Answer, Failure
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK, failure
from tests.support.certificates import DAY, Authority


@pytest.mark.parametrize(
    ("host", "begins", "ends", "expected"),
    [
        ("localhost", -2 * DAY, -DAY, Failure.CLOCK),
        ("localhost", DAY, 2 * DAY, Failure.CLOCK),
        ("elsewhere.example", -DAY, DAY, Failure.TLS),
    ],
)
def test_a_wrong_certificate_stops_everything_before_the_first_byte(
    tmp_path: Path, host: str, begins: timedelta, ends: timedelta, expected: Failure
) -> None:
    authority = Authority(tmp_path)
    with c.chaos(c.replies(200, b"{}"), tls=authority.server(host, begins, ends)) as server:
        ours = Http(Origins.of([server.origin]), QUICK, authority.client())
        result = ours.post(server.url + "/x", [], b"words")
    assert failure(result) == (expected, False)
    assert server.requests == []


def test_an_authority_that_is_not_ours_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "evil").mkdir()
    ours, evil = Authority(tmp_path), Authority(tmp_path / "evil")
    with c.chaos(c.replies(200, b"{}"), tls=evil.server()) as server:
        result = Http(Origins.of([server.origin]), QUICK, ours.client()).post(server.url + "/x", [], b"words")
    assert failure(result) == (Failure.TLS, False)
    assert server.requests == []


def test_a_right_certificate_is_accepted(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with c.chaos(c.replies(200, b"{}"), tls=authority.server()) as server:
        result = Http(Origins.of([server.origin]), QUICK, authority.client()).get(server.url + "/x")
    assert isinstance(result, Answer)
    assert result.status == 200
