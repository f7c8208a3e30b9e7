# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second start shows the window that is there and begins nothing; after kill -9 the next one begins at once (P33)."""

import errno
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.visit.state import Visit
from kiosk.one_program import NAMED, OneProgram
from kiosk.session.on_screen import come_to_front
from tests.support.disks import make_read_only, small_disk
from tests.support.showing import show
from ui.registry import screens

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


class Running:
    """The program at home, started by its command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        given = folder / "given"
        given.mkdir(mode=0o700, exist_ok=True)
        secret = given / "civic-kiosk"
        if not secret.exists():
            secret.write_bytes(bytes(range(32)))
            secret.chmod(0o400)
        self.profile = folder / "profile.toml"
        text = (ROOT / "kiosk" / "profiles" / "home.toml").read_text("utf-8")
        text = text.replace('key = "keyring"', f'key = "credential"\nfolder = "{folder / "store"}"', 1)
        self.profile.write_text(text, "utf-8")
        self.environment = {
            **os.environ,
            "CREDENTIALS_DIRECTORY": str(given),
            "QT_QPA_PLATFORM": "offscreen",
            "KIOSK_LOG": "INFO",
        }

    @contextmanager
    def begun(self) -> Iterator[tuple["subprocess.Popen[bytes]", Callable[[], str]]]:
        file = self.folder / f"log-{time.monotonic_ns()}"
        with file.open("wb") as log:
            process = subprocess.Popen(self._command(), cwd=ROOT, stderr=log, env=self.environment)
        try:
            yield process, lambda: file.read_text("utf-8")
        finally:
            process.terminate()
            process.wait(PATIENCE)

    def second(self) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self._command(),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def _command(self) -> tuple[str, ...]:
        return (sys.executable, "-m", "kiosk", "run", "--profile", str(self.profile))


def until(said: Callable[[], str], words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in said():
        assert time.monotonic() < deadline, said()[-2000:]
        time.sleep(0.05)


def test_a_second_start_shows_the_first_and_ends(tmp_path: Path) -> None:
    running = Running(tmp_path)
    with running.begun() as (first, said):
        until(said, "a window is shown")

        second = running.second()

        assert second.returncode == 0, second.stderr
        assert "runs already" in second.stderr
        assert "started, pid" not in second.stderr, "it began a program of its own"
        until(said, "asked to come to the front")
        assert first.poll() is None
        assert "unexpectedly" not in said()


def test_after_kill_9_the_next_start_begins_at_once(tmp_path: Path) -> None:
    running = Running(tmp_path)
    with running.begun() as (first, said):
        until(said, "a window is shown")
        sessions = [int(pid) for pid in re.findall(r"session started, pid (\d+)", said())]
        first.send_signal(signal.SIGKILL)
        first.wait()
        with running.begun() as (_, again):
            until(again, "a window is shown")
        deadline = time.monotonic() + PATIENCE
        while any(Path(f"/proc/{pid}").exists() for pid in sessions) and time.monotonic() < deadline:
            time.sleep(0.05)


def test_one_that_ends_lets_the_next_begin_while_its_courier_still_works(tmp_path: Path) -> None:
    first, second = OneProgram(tmp_path), OneProgram(tmp_path)
    assert first.begin()
    assert not second.begin()
    first.end()
    assert second.begin()
    second.end()


@pytest.mark.expects_log
def test_a_full_disk_keeps_nobody_from_starting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it cannot keep, it says itself, on the screen."""

    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("kiosk.one_program.write_whole", full)
    assert OneProgram(tmp_path).begin()
    with small_disk(tmp_path / "disk", "64k") as disk:
        make_read_only(disk)
        assert OneProgram(disk).begin()


@pytest.mark.parametrize("named", [None, "", "no number", "999999999"])
def test_asking_one_that_is_not_there_does_no_harm(tmp_path: Path, named: str | None) -> None:
    if named is not None:
        (tmp_path / NAMED).write_text(named)
    OneProgram(tmp_path).ask_the_other()


def test_whoever_does_not_listen_yet_is_not_ended_by_being_asked(tmp_path: Path) -> None:
    with subprocess.Popen(("sleep", "60")) as beginning:
        (tmp_path / NAMED).write_text(str(beginning.pid))
        OneProgram(tmp_path).ask_the_other()
        with pytest.raises(subprocess.TimeoutExpired):
            beginning.wait(0.3)
        beginning.kill()


def test_a_window_that_was_put_away_comes_back_and_a_hidden_one_stays_hidden(qtbot: QtBot) -> None:
    visit: Visit = screens()["welcome"]
    shell = show(visit, "K2").shell
    qtbot.addWidget(shell)
    shell.showMinimized()
    come_to_front(shell)
    assert not shell.windowState() & Qt.WindowState.WindowMinimized
    shell.hide()
    come_to_front(shell)
    assert not shell.isVisible()
