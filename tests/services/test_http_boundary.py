# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every way in which a server or a network can fail gets its name, in time and in bounded memory."""

import asyncio
import gzip
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from services.boundary import Answer, Failure, Limits
from services.http import Http
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.boundary_calls import QUICK, failure, http

HTML = b"<!DOCTYPE html><html><body>Accept our terms</body></html>"
HEAD_OF_1000 = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"


def test_a_good_answer_comes_whole_with_lower_case_headers() -> None:
    with c.chaos(c.replies(200, b'{"a":1}', ("Content-Type", "Application/JSON; charset=utf-8"))) as server:
        result = http(server).get(server.url + "/x")
    assert isinstance(result, Answer)
    assert (result.status, result.body, result.media_type) == (200, b'{"a":1}', "application/json")
    assert result.elapsed > 0


def test_gzip_is_unpacked_and_nothing_else_is_asked_for() -> None:
    packed = gzip.compress(b"words " * 1000)
    with c.chaos(c.replies(200, packed, ("Content-Encoding", "gzip"))) as server:
        result = http(server).get(server.url + "/x")
    assert isinstance(result, Answer)
    assert result.body == b"words " * 1000
    assert b"accept-encoding: gzip\r\n" in server.requests[0].lower()


def test_nothing_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with c.chaos(c.replies(204)) as server:
        result = http(server).head(server.url + "/x")
    assert isinstance(result, Answer)
    assert result.status == 204


@pytest.mark.parametrize(
    ("behaviour", "expected"),
    [
        (c.close_at_once(), Failure.CUT),
        (c.reset_in_request(20), Failure.CUT),
        (c.reset_in_answer(b""), Failure.CUT),
        (c.reset_in_answer(b"HTTP/1.1 200 OK\r\nContent-"), Failure.CUT),
        (c.reset_in_answer(HEAD_OF_1000 + b"{"), Failure.CUT),
        (c.raw(b"HTTP/1.1 200 OK\r\nContent-"), Failure.CUT),
        (c.raw(HEAD_OF_1000 + b"{"), Failure.CUT),
        (c.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"), Failure.CUT),
        (c.silent(), Failure.TIMEOUT),
        (c.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99, 0.05), Failure.TIMEOUT),
        (c.drip(HEAD_OF_1000 + b"{" * 1000, 0.02), Failure.TIMEOUT),
        (c.endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9999), Failure.TOO_LARGE),
        (c.endless(b"HTTP/1.1 200 OK\r\n", b"X-More: yes\r\n"), Failure.BAD_ANSWER),
        (c.endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 99), Failure.TIMEOUT),
        (c.raw(c.answer(200, b"x" * 100_001)), Failure.TOO_LARGE),
        (c.raw(c.gzip_bomb(8 * 1024 * 1024)), Failure.TOO_LARGE),
        (c.raw(c.answer(200, b"plainly not gzip", ("Content-Encoding", "gzip"))), Failure.BAD_ANSWER),
        (c.raw(c.answer(200, b"x\x9c", ("Content-Encoding", "deflate"))), Failure.BAD_ANSWER),
        (c.raw(c.answer(200, b"\x1f\x8b\x08\x00", ("Content-Encoding", "gzip"))), Failure.CUT),
        (c.raw(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), Failure.BAD_ANSWER),
        (c.raw(b"HTTP/1.1 9999 no\r\n\r\n"), Failure.BAD_ANSWER),
        (c.raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), Failure.BAD_ANSWER),
        (c.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"), Failure.BAD_ANSWER),
    ],
)
def test_a_spoiled_answer_is_named_and_may_have_been_processed(
    behaviour: c.Behaviour, expected: Failure
) -> None:
    with c.chaos(behaviour) as server:
        begun = time.monotonic()
        result = http(server).post(server.url + "/x", [("Content-Type", "text/plain")], b"words" * 10)
        took = time.monotonic() - begun
    assert failure(result) == (expected, True)
    assert took < 4 * QUICK.total


def test_a_reset_at_the_door_says_truly_whether_words_may_have_left() -> None:
    with c.chaos(c.reset_at_once()) as server:
        results = {failure(http(server).post(server.url + "/x", [], b"words")) for _ in range(20)}
    # Which of the two it is depends on who is faster; each must be told with the right consequence.
    assert results <= {(Failure.CUT, True), (Failure.NO_CONNECTION, False)}


def test_a_slow_head_ends_at_the_common_deadline() -> None:
    with c.chaos(c.drip(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99, 0.05)) as server:
        begun = time.monotonic()
        result = http(server, Limits(0.5, 0.4, 0.7, 1000)).get(server.url + "/x")
        took = time.monotonic() - begun
    assert failure(result) == (Failure.TIMEOUT, True)
    assert 0.6 < took < 3.0


def test_a_server_that_reads_slowly_ends_at_the_common_deadline() -> None:
    async def sip(exchange: c.Exchange) -> None:
        exchange.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        while await exchange.reader.read(1024):
            await asyncio.sleep(0.02)

    with c.chaos(sip) as server:
        begun = time.monotonic()
        result = http(server, Limits(0.5, 0.6, 1.0, 1000)).post(server.url + "/x", [], b"words" * 2_000_000)
        took = time.monotonic() - begun
    assert failure(result) == (Failure.TIMEOUT, True)
    assert took < 4.0


def test_a_closed_port_is_no_connection_and_nothing_was_sent() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
    result = Http(Origins.of([url]), QUICK).post(url + "/x", [], b"words")
    assert failure(result) == (Failure.NO_CONNECTION, False)


def test_an_unknown_name_is_named_and_nothing_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    origin = "https://registry.port-amity.example"
    result = Http(Origins.of([origin]), QUICK).post(origin + "/x", [], b"words")
    assert failure(result) == (Failure.NO_NAME, False)


def test_a_full_backlog_times_out_while_connecting() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        waiting = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
            waiting.append(one)
        url = f"http://127.0.0.1:{port}"
        result = Http(Origins.of([url]), QUICK).get(url + "/x")
        for one in waiting:
            one.close()
    assert failure(result) == (Failure.TIMEOUT_CONNECTING, False)


def test_an_empty_post_says_that_it_is_empty() -> None:
    with c.chaos(c.replies(200, b"{}")) as server:
        result = http(server).post(server.url + "/x", [], b"")
    assert isinstance(result, Answer)
    assert server.requests[0].lower().count(b"content-length: 0\r\n") == 1


def test_a_bomb_takes_no_more_memory_than_the_cap() -> None:
    bomb = c.gzip_bomb(256 * 1024 * 1024)
    with c.chaos(c.raw(bomb)) as server:
        Path("/proc/self/clear_refs").write_text("5")
        before = _peak()
        result = http(server, Limits()).get(server.url + "/x")
        grown = _peak() - before
    assert failure(result)[0] is Failure.TOO_LARGE
    assert grown < 40 * 1024, f"{grown} KiB"


def test_several_lanes_share_one_boundary_without_mixing_answers() -> None:
    async def echo(exchange: c.Exchange) -> None:
        request = await exchange.request()
        await exchange.say(c.answer(200, request.split(b" ")[1]))

    with c.chaos(echo) as server, ThreadPoolExecutor(4) as lanes:
        ours = http(server)
        paths = [f"/{number}" for number in range(200)]
        answers = list(lanes.map(lambda path: ours.get(server.url + path), paths))
    assert [one.body.decode() if isinstance(one, Answer) else one for one in answers] == paths


def test_keys_in_paths_and_words_in_bodies_stay_out_of_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="services")
    with c.chaos(c.replies(200, b"{}"), c.close_at_once(), c.raw(b"nonsense SECRETWORDS\r\n\r\n")) as server:
        ours = http(server)
        results = [
            ours.post(server.url + "/v1/key/SECRETKEY/x", [("X", "SECRETHEAD")], b"SECRETBODY")
            for _ in range(3)
        ]
        ours.get("http://elsewhere.example/SECRETKEY")
    assert "SECRET" not in caplog.text + repr(results)
    assert server.origin in caplog.text


def _peak() -> int:
    """The highest resident memory since the last reset, in KiB."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
