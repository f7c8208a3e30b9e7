# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests the town as a process: it starts fast, keeps its records, and leaves nothing behind."""

import json
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.sandbox_town import REPOSITORY, running_town
from tests.support.town_wire import ask, ask_openrosa, instance, raw, send

# The goal is 0.7 s on an idle machine. Processor time is counted: others may use the same machine meanwhile.
SLOWEST_START = 4.0
PATIENCE = 60


def start(*words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "sandbox", *words],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def spent_by_children() -> float:
    """Seconds of processor time of all processes that were started here and have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@pytest.mark.parametrize("way", ["stop", "kill"])
def test_records_survive_on_the_same_port(tmp_path: Path, way: str) -> None:
    with running_town(tmp_path) as town:
        url = town.url
        send(town, "civil-registry", instance("register-birth", "uuid:1"))
        town.change_form("complaint", version="2027010101")
        before = town.submissions()
        town.stop() if way == "stop" else town.kill()
        with pytest.raises(ConnectionRefusedError):
            raw(town, b"")
        town.start()
        assert town.url == url
        assert town.submissions() == before
        assert "2027010101" in ask_openrosa(town, "GET", "city-works", "formList").text
        assert send(town, "civil-registry", instance("register-birth", "uuid:1")).status == 201
        assert town.counts()["submissions"] == 1


def test_one_line_of_json_announces_the_town_and_a_signal_ends_it_cleanly(tmp_path: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        begun = spent_by_children()
        process = start("--data", str(tmp_path), "--announce")
        assert process.stdout is not None
        line = json.loads(process.stdout.readline())
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert out == ""
        assert err == f"Port Amity is open at {line['url']}. Press Ctrl+C to close it.\n"
        assert line["control"] is None
        assert 0 < spent_by_children() - begun < SLOWEST_START


def test_town_ends_when_its_starter_closes_standard_input(tmp_path: Path) -> None:
    process = start("--data", str(tmp_path), "--until-stdin-closes")
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["url"]
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert err == ""


def test_port_that_is_taken_gives_one_clear_line(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        process = start("--data", str(tmp_path / "other"), "--port", str(town.port))
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert out == ""
    assert err == f"The sandbox town cannot listen on port {town.port}: Address already in use.\n"


def test_town_listens_on_loopback_only(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        listening = Path(f"/proc/{town.pid}/net/tcp").read_text(encoding="ascii").splitlines()[1:]
        port = f":{town.port:04X}"
        addresses = {
            line.split()[1] for line in listening if line.split()[3] == "0A" and port in line.split()[1]
        }
    assert addresses == {f"0100007F{port}"}


def test_shutdown_does_not_wait_for_a_client_that_keeps_its_connection(tmp_path: Path) -> None:
    with running_town(tmp_path) as town:
        town.order("delay-before-commit", milliseconds=60_000, count=1)
        with pytest.raises(TimeoutError):
            ask(town, "GET", "/catalogue.jsonld", timeout=0.2)
        begun = time.monotonic()
        assert town.stop() == 0
        assert time.monotonic() - begun < 20
        assert town.complaints() == ""


def test_what_was_stored_before_a_power_cut_is_there_after_it(tmp_path: Path) -> None:
    xml = instance("job-lost", "uuid:1")
    with running_town(tmp_path) as town:
        town.order("delay-after-commit", endpoint="submission", milliseconds=60_000)
        with pytest.raises(TimeoutError):
            send(town, "social-security", xml, timeout=0.5)
        town.kill()
        town.start()
        assert town.faults()["faults"] == []
        assert town.counts()["by_instance"] == {"uuid:1": 1}
        answer = send(town, "social-security", xml)
        assert town.submission("uuid:1")["reference"] in answer.text
        assert town.counts()["submissions"] == 1
