# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests each ordered fault at the wire: the bytes that come, how the connection ends, and what is stored."""

import http.client
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.one_submission import AGENCY, XML, stored
from tests.support.sandbox_town import RunningTown
from tests.support.town_keys import OPEN311_KEY
from tests.support.town_wire import ask, ask_openrosa, instance, raw, raw_submission, send

BEFORE = {"close-before-commit": False, "reset-before-commit": True, "reset-before-body": True}
AFTER = {"close-after-commit": False, "reset-after-commit": True}


def _ask_on(connection: http.client.HTTPConnection) -> bytes:
    connection.request("GET", "/catalogue.jsonld")
    return connection.getresponse().read()


def head_and_body(received: bytes) -> tuple[bytes, bytes]:
    head, _, body = received.partition(b"\r\n\r\n")
    return head, body


@pytest.mark.parametrize(("kind", "reset"), BEFORE.items())
def test_connection_ends_without_an_answer_and_nothing_is_stored(
    town: RunningTown, kind: str, reset: bool
) -> None:
    town.order(kind, agency=AGENCY, endpoint="submission", count=1)
    end = raw(town, raw_submission(town, AGENCY, XML))
    assert end.received == b""
    assert end.reset is reset
    assert stored(town) == 0


@pytest.mark.parametrize(("kind", "reset"), AFTER.items())
def test_connection_ends_without_an_answer_although_it_is_stored(
    town: RunningTown, kind: str, reset: bool
) -> None:
    town.order(kind, agency=AGENCY, endpoint="submission", count=1)
    end = raw(town, raw_submission(town, AGENCY, XML))
    assert end.received == b""
    assert end.reset is reset
    assert stored(town) == 1
    assert send(town, AGENCY, XML).status == 201
    assert stored(town) == 1


def test_reset_before_body_needs_no_body(town: RunningTown) -> None:
    town.order("reset-before-body", endpoint="submission", count=1)
    head = raw_submission(town, AGENCY, XML).partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    assert raw(town, head).reset


def test_delay_before_commit_stores_only_after_it(town: RunningTown) -> None:
    town.order("delay-before-commit", endpoint="submission", milliseconds=600, count=1)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        send(town, AGENCY, XML, timeout=0.2)
    assert stored(town) == 0
    while stored(town) == 0 and time.monotonic() < begun + 5:
        time.sleep(0.02)
    assert time.monotonic() - begun >= 0.6
    assert stored(town) == 1


def test_delay_after_commit_has_stored_before_it_answers(town: RunningTown) -> None:
    town.order("delay-after-commit", endpoint="submission", milliseconds=600, count=2)
    with pytest.raises(TimeoutError):
        send(town, AGENCY, XML, timeout=0.2)
    assert stored(town) == 1
    begun = time.monotonic()
    assert send(town, AGENCY, XML).status == 201
    assert time.monotonic() - begun >= 0.6


@pytest.mark.parametrize("keep", [None, 0, 7])
def test_truncated_answer_promises_more_bytes_than_come(town: RunningTown, keep: int | None) -> None:
    whole = ask_openrosa(town, "GET", AGENCY, "forms/register-birth.xml").body
    town.order("truncate", endpoint="form", keep=keep, count=1)
    path = f"{town.openrosa(AGENCY)}/forms/register-birth.xml".removeprefix(town.url)
    end = raw(town, f"GET {path} HTTP/1.1\r\nHost: x\r\nX-OpenRosa-Version: 1.0\r\n\r\n".encode())
    head, body = head_and_body(end.received)
    assert f"content-length: {len(whole)}".encode() in head.lower()
    assert body == whole[: len(whole) // 2 if keep is None else keep]
    assert not end.reset


def test_truncated_receipt_is_noticed_by_an_http_client_and_is_stored(town: RunningTown) -> None:
    town.order("truncate", endpoint="submission", count=1)
    with pytest.raises(http.client.IncompleteRead):
        send(town, AGENCY, XML)
    assert stored(town) == 1


@pytest.mark.parametrize("status", [500, 502, 504])
def test_error_after_commit_comes_although_it_is_stored(town: RunningTown, status: int) -> None:
    town.order("status-after-commit", endpoint="submission", status=status, count=1)
    assert send(town, AGENCY, XML).status == status
    assert stored(town) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_comes_with_the_refusal_and_nothing_is_stored(town: RunningTown, status: int) -> None:
    town.order("status-before-commit", endpoint="submission", status=status, retry_after=7, count=1)
    answer = send(town, AGENCY, XML)
    assert (answer.status, answer.headers["retry-after"]) == (status, "7")
    assert stored(town) == 0


def test_wrong_content_type_stands_on_the_true_body(town: RunningTown) -> None:
    good = ask_openrosa(town, "GET", AGENCY, "formList")
    town.order("wrong-content-type", endpoint="form-list", count=1)
    answer = ask_openrosa(town, "GET", AGENCY, "formList")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.body == good.body


@pytest.mark.parametrize(
    ("kind", "status"), [("portal-page", 200), ("portal-redirect", 302), ("portal-511", 511)]
)
def test_portal_answers_in_the_agencys_place_and_nothing_is_stored(
    town: RunningTown, kind: str, status: int
) -> None:
    town.order(kind, count=2)
    sent, catalogue = send(town, AGENCY, XML), ask(town, "GET", "/catalogue.jsonld")
    assert sent.status == catalogue.status == status
    if status == 302:
        assert sent.headers["location"].startswith("http://127.0.0.1:")
    else:
        assert sent.headers["content-type"].startswith("text/html")
        assert b"Wi-Fi" in sent.body
    assert stored(town) == 0


def test_refused_connections_are_refused_by_the_kernel_and_open_ones_break(town: RunningTown) -> None:
    open_before = http.client.HTTPConnection("127.0.0.1", town.port, timeout=5)
    _ask_on(open_before)
    town.order("refuse")
    with pytest.raises(ConnectionRefusedError):
        raw(town, b"")
    open_before.auto_open = 0
    with pytest.raises((ConnectionResetError, BrokenPipeError, http.client.NotConnected)):
        _ask_on(open_before)
    open_before.close()
    assert town.faults()["refusing"] is True
    town.clear()
    assert ask(town, "GET", "/catalogue.jsonld").status == 200


def test_connection_is_reset_as_soon_as_it_is_accepted(town: RunningTown) -> None:
    town.order("reset-on-connect", count=2)
    for _ in range(2):
        end = raw(town, b"")
        assert end.reset
        assert end.received == b""
    assert ask(town, "GET", "/catalogue.jsonld").status == 200


def test_open311_report_is_stored_although_its_answer_is_lost(town: RunningTown) -> None:
    town.order("close-after-commit", agency="city-works", endpoint="request-post", count=1)
    with pytest.raises(http.client.RemoteDisconnected):
        ask(
            town,
            "POST",
            "/open311/v2/requests.json",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            body=f"api_key={OPEN311_KEY}&service_code=tree&address_string=x".encode(),
        )
    assert town.counts()["requests"] == 1


def test_caller_that_goes_away_half_way_leaves_no_record_and_no_complaint(town: RunningTown) -> None:
    request = raw_submission(town, AGENCY, XML)
    with socket.create_connection(("127.0.0.1", town.port), timeout=5) as tcp:
        tcp.sendall(request[: len(request) - 20])
    assert send(town, AGENCY, instance("register-birth", "uuid:2")).status == 201
    assert stored(town) == 1


def test_bytes_that_are_no_http_get_400_and_no_complaint(town: RunningTown) -> None:
    end = raw(town, b"\x00\x01 this is no HTTP\r\n\r\n")
    assert end.received.startswith(b"HTTP/1.1 400")


def test_same_submission_on_many_connections_at_once_is_one_record(town: RunningTown) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(lambda _: send(town, AGENCY, XML), range(24)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.body for answer in answers}) == 1
    assert stored(town) == 1
    assert town.submission("uuid:1")["times_received"] == 24
