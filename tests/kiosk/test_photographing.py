# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The port to the camera: what it sees, the photo, and every way in which there is none.

The same contract is run on a picture that stands for a camera, through the real process, and on a real camera where the
machine has one.
"""

import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import events as e
from core.visit.effects import BeginMaking, FinishMaking, StopMaking
from core.visit.files import Device
from kiosk.camera import eye_there
from kiosk.children import own_command
from kiosk.photographing.process import BUSY, NO_CAMERA, PHOTO_SIDE, SEEN_SIDE
from kiosk.session.maker import COMMANDS, Maker

PATH = QuestionPath("/data/photo")
WAIT = 20_000
NO_EYE = "this machine has no camera (/dev/video*), and none can be made without a kernel module"


@dataclass
class Told:
    """What the port has answered."""

    events: list[e.Event] = field(default_factory=list)

    def of(self, kind: type[e.Event]) -> list[e.Event]:
        return [one for one in self.events if isinstance(one, kind)]


def still(tmp_path: Path) -> tuple[str, ...]:
    """A camera that always sees the same: a large picture with words in it that are nobody's business."""
    image = QImage(4_000, 3_000, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.setText("Comment", "canary")
    file = tmp_path / "seen.png"
    image.save(str(file))
    return (*own_command("kiosk.photographing"), str(file))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def maker(told: Told) -> Iterator[Callable[[tuple[str, ...]], Maker]]:
    made: list[Maker] = []

    def make(command: tuple[str, ...]) -> Maker:
        made.append(Maker(told.events.append, {Device.CAMERA: command}, WAIT // 2))
        return made[-1]

    yield make
    for one in made:
        one.stop()


Make = Callable[[tuple[str, ...]], Maker]


@pytest.fixture(params=["a picture in place of a camera", "a real camera"])
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, ...]:
    if request.param == "a real camera":
        if not eye_there():
            pytest.skip(NO_EYE)
        return COMMANDS[Device.CAMERA]
    return still(tmp_path)


def test_the_contract_seen_again_and_again_then_one_photo(
    camera: tuple[str, ...], maker: Make, told: Told, qtbot: QtBot
) -> None:
    port = maker(camera)
    port.carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: len(told.of(e.Seen)) > 1, timeout=WAIT)
    port.carry_out(FinishMaking())
    qtbot.waitUntil(lambda: bool(told.of(e.Made)), timeout=WAIT)
    seen, photo = told.of(e.Seen)[0], told.of(e.Made)[0]
    assert isinstance(seen, e.Seen)
    assert isinstance(photo, e.Made)
    for content, side in ((seen.content, SEEN_SIDE), (photo.content, PHOTO_SIDE)):
        assert content.startswith(b"\xff\xd8\xff")
        assert 0 < max(QImage.fromData(content).size().toTuple()) <= side
        assert b"Exif" not in content
        assert b"canary" not in content
    assert told.of(e.MakingEnded) == []


def test_nothing_of_it_lies_on_a_disk(
    tmp_path: Path, maker: Make, told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    command, folder = still(tmp_path), tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    port = maker(command)
    port.carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.of(e.Seen)), timeout=WAIT)
    port.carry_out(FinishMaking())
    qtbot.waitUntil(lambda: bool(told.of(e.Made)), timeout=WAIT)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(eye_there(), reason="this machine has a camera")
def test_without_a_camera_the_real_process_says_so(maker: Make, told: Told, qtbot: QtBot) -> None:
    maker(COMMANDS[Device.CAMERA]).carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.events), timeout=WAIT)
    assert told.events == [e.MakingEnded(PATH, Trouble("trouble.no_photo_camera"))]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (f"sys.exit({NO_CAMERA})", "trouble.no_photo_camera"),
        (f"sys.exit({BUSY})", "trouble.photo_camera_gone"),
        ("sys.exit(1)", "trouble.photo_camera_gone"),
        ("sys.stdout.buffer.write(b'\\xff' * 9)", "trouble.photo_camera_gone"),
        ("import os; os.kill(os.getpid(), 9)", "trouble.photo_camera_gone"),
    ],
)
def test_every_end_of_the_process_is_told_in_words(
    code: str, key: str, maker: Make, told: Told, qtbot: QtBot
) -> None:
    maker((sys.executable, "-c", f"import sys; {code}")).carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.events), timeout=WAIT)
    assert told.events == [e.MakingEnded(PATH, Trouble(key))]


def test_a_camera_that_is_unplugged_while_it_looks_is_told(maker: Make, told: Told, qtbot: QtBot) -> None:
    seen = struct.pack(">I", 4) + b"sone"
    code = f"import sys; sys.stdout.buffer.write({seen!r}); sys.stdout.flush(); sys.exit({BUSY})"
    maker((sys.executable, "-c", code)).carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.of(e.MakingEnded)), timeout=WAIT)
    assert told.events[-1] == e.MakingEnded(PATH, Trouble("trouble.photo_camera_gone"))


def test_a_camera_that_never_answers_is_told(told: Told, qtbot: QtBot) -> None:
    silent = (sys.executable, "-c", "import time; time.sleep(60)")
    port = Maker(told.events.append, {Device.CAMERA: silent}, 50)
    port.carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.events), timeout=WAIT)
    assert told.events == [e.MakingEnded(PATH, Trouble("trouble.photo_camera_gone"))]


def test_whoever_stops_hears_nothing_more(tmp_path: Path, maker: Make, told: Told, qtbot: QtBot) -> None:
    port = maker(still(tmp_path))
    port.carry_out(BeginMaking(PATH, Device.CAMERA))
    qtbot.waitUntil(lambda: bool(told.of(e.Seen)), timeout=WAIT)
    port.carry_out(StopMaking())
    before = len(told.events)
    qtbot.wait(400)
    assert len(told.events) == before
