# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A jam at a real CUPS server: staff are told of it, let the printer go on, and nobody gets a stranger's paper."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.errors import Trouble
from core.staff.printer_state import Going, PrinterFault, PrinterState
from kiosk.paper import Printer
from kiosk.print_queue import PrintQueue
from tests.support.print_server import PATIENCE, QUEUE, PrintServer, print_server

SHEET = b"%PDF-1.7\n" + b"Marigold Example, 27 Ropewalk\n" * 200
NEXT = b"%PDF-1.7\nthe day"
JAM = PrinterState(Going.STOPPED, (PrinterFault.JAM,), 2)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    with print_server(tmp_path / "cups") as running:
        monkeypatch.setenv("CUPS_SERVER", running.socket)
        yield running


def jammed(server: PrintServer) -> PrintQueue:
    """Two sheets of somebody stand before stuck paper."""
    queue = PrintQueue(QUEUE)
    assert queue.state() == PrinterState(Going.READY)
    server.jams()
    for _ in range(2):
        assert Printer(QUEUE).put(SHEET, "7K24-MP93-X") is None
    until(lambda: queue.state() == JAM)
    assert server.holding(b"Marigold")
    return queue


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def test_a_jam_is_told_and_freed_and_what_waited_is_nowhere_any_more(server: PrintServer) -> None:
    queue = jammed(server)
    server.is_mended()

    freed = queue.free()

    assert (freed.sheets, freed.trouble) == (2, None)
    assert server.holding(b"Marigold") == []
    assert queue.state().going is Going.READY
    assert queue.state().waiting == 0
    assert Printer(QUEUE).put(NEXT, "day") is None
    assert server.printed() == (NEXT, "day")
    server.at_rest()
    assert queue.state() == PrinterState(Going.READY)


@pytest.mark.expects_log
def test_an_account_that_may_not_free_it_is_told_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_server(tmp_path / "cups", strict=True) as server:
        monkeypatch.setenv("CUPS_SERVER", server.socket)
        queue = jammed(server)

        freed = queue.free()

        command = f"cancel -a {QUEUE}; cupsenable {QUEUE}"
        assert freed.trouble == Trouble("trouble.printer_forbidden", {"command": command})
        assert freed.sheets == 2
        assert queue.state().going is Going.STOPPED
        assert server.holding(b"Marigold") == []


@pytest.mark.expects_log
def test_a_server_that_is_not_there_tells_nothing_and_frees_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nothing.sock"))
    queue = PrintQueue(QUEUE)

    assert queue.state() == PrinterState(Going.UNKNOWN)
    freed = queue.free()
    assert (freed.sheets, freed.trouble) == (0, Trouble("trouble.printer_stuck"))


def test_a_queue_that_nobody_knows_is_not_called_ready(server: PrintServer) -> None:
    assert PrintQueue("elsewhere").state() == PrinterState(Going.UNKNOWN)
