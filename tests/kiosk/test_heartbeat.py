# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session gives signs of life only while its window draws; the manager of the service hears them too."""

import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk import service_manager
from kiosk.session.heartbeat import Heartbeat

OFTEN = 0.02


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_window_that_draws_is_alive_again_and_again(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    qtbot.waitExposed(window)
    signs: list[bool] = []
    Heartbeat(window, lambda: signs.append(window.isVisible()), window, OFTEN)
    qtbot.waitUntil(lambda: len(signs) > 5)
    assert all(signs)


def test_a_spare_that_nobody_sees_is_alive_too(qtbot: QtBot, window: QWidget) -> None:
    signs: list[bool] = []
    Heartbeat(window, lambda: signs.append(window.isVisible()), window, OFTEN)
    qtbot.waitUntil(lambda: len(signs) > 5)
    assert not any(signs)


@pytest.mark.requirement("K-09", part="only a window that draws gives signs of life")
def test_a_loop_that_turns_without_drawing_gives_no_sign(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(50)
    window.setUpdatesEnabled(False)
    signs: list[bool] = []
    Heartbeat(window, lambda: signs.append(True), window, OFTEN)
    qtbot.wait(300)
    assert len(signs) == 1, "only the one at its beginning"
    window.setUpdatesEnabled(True)
    qtbot.waitUntil(lambda: len(signs) > 2)


@pytest.mark.parametrize("abstract", [False, True])
def test_the_manager_hears_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, abstract: bool) -> None:
    place = f"@civic-kiosk-{tmp_path.name}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(place.replace("@", "\0", 1) if abstract else place)
        manager.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", place)
        service_manager.tell(service_manager.READY)
        service_manager.tell(service_manager.ALIVE)
        assert [manager.recv(64), manager.recv(64)] == [b"READY=1", b"WATCHDOG=1"]


def test_without_a_manager_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    service_manager.tell(service_manager.ALIVE)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    service_manager.tell(service_manager.ALIVE)
