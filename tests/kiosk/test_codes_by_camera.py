# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of every kind that ODK Collect reads, as pictures before the real process, which tells what they say.

The pictures are made by another program's writer of codes, or here, as in a photograph: turned, with a shadow over it.
"""

import importlib.util
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from core.errors import Trouble
from core.ids import QuestionPath
from core.visit import events as e
from core.visit.effects import BeginMaking, FinishMaking, StopMaking
from core.visit.files import Device
from kiosk import camera
from kiosk.camera import eye_there
from kiosk.children import own_command
from kiosk.photographing.codes import KINDS, code_seen
from kiosk.photographing.process import FRONT, READS_CODES
from kiosk.session.maker import COMMANDS, Maker

PATH = QuestionPath("/data/lamp")
WAIT = 20_000
SAYS = {
    "QRCode": "https://example.org/lamp?n=4417&w=Łódź",
    "DataMatrix": "LAMP-4417",
    "PDF417": "PORT AMITY; LAMP; 4417",
    "Aztec": "Billet nº 4417",
    "EAN13": "4006381333931",
    "EAN8": "96385074",
    "UPCA": "036000291452",
    "UPCE": "01234565",
    "Code39Std": "LAMP-4417",
    "Code93": "LAMP 4417",
    "Code128": "Lamp:4417",
    "ITF": "15400141288763",
    "Codabar": "40156",
}


@pytest.fixture(autouse=True)
def application(qapp: object) -> object:
    """Pictures are drawn."""
    if importlib.util.find_spec(camera.READER) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{camera.READER} is not installed, and this environment must have it")
        pytest.skip(f"{camera.READER} is not installed")
    return qapp


@dataclass
class Told:
    """What the port has answered."""

    events: list[e.Event] = field(default_factory=list)

    def made(self) -> list[bytes]:
        return [one.content for one in self.events if isinstance(one, e.Made)]


def code(kind: str, says: str) -> QImage:
    """A code as it is printed."""
    import zxingcpp

    whole = f"A{says}B" if kind == "Codabar" else says
    made = zxingcpp.create_barcode(whole, zxingcpp.barcode_format_from_str(kind))
    # It offers its greys as a buffer, and does not say so in its types.
    drawn = memoryview(cast("bytes", zxingcpp.write_barcode_to_image(made, scale=4, add_quiet_zones=True)))
    high, wide = drawn.shape or (0, 0)
    return QImage(drawn.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()


def held_up(printed: QImage, turned: float = 4.0) -> QImage:
    """The code on a sheet that somebody holds before a camera of 1,280 by 720: crooked, and half in the shade."""
    photo = QImage(1_280, 720, QImage.Format.Format_RGB32)
    photo.fill(QColor(70, 80, 90))
    painter = QPainter(photo)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(640, 360)
    painter.rotate(turned)
    # As large as it is held before a camera: a third of its height, or most of its width.
    scale = min(900 / printed.width(), 300 / printed.height())
    wide, high = printed.width() * scale, printed.height() * scale
    place = QRectF(-wide / 2, -high / 2, wide, high)
    painter.fillRect(place.adjusted(-40, -40, 40, 40), QColor(246, 244, 238))
    painter.drawImage(place, printed)
    painter.resetTransform()
    painter.fillRect(QRectF(0, 0, 1_280, 330), QColor(0, 0, 0, 70))
    painter.end()
    return photo


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def maker(tmp_path: Path, told: Told) -> Iterator[Callable[[QImage], Maker]]:
    made: list[Maker] = []

    def make(picture: QImage) -> Maker:
        file = tmp_path / "seen.png"
        picture.save(str(file))
        command = (*own_command("kiosk.photographing"), READS_CODES, str(file))
        made.append(Maker(told.events.append, {Device.CODES: command}, WAIT // 2))
        return made[-1]

    yield make
    for one in made:
        one.stop()


Make = Callable[[QImage], Maker]


def test_every_kind_is_tried() -> None:
    assert set(SAYS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_code_that_is_held_up_is_read(kind: str, maker: Make, told: Told, qtbot: QtBot) -> None:
    maker(held_up(code(kind, SAYS[kind]))).carry_out(BeginMaking(PATH, Device.CODES, front=True))
    qtbot.waitUntil(lambda: bool(told.made()), timeout=WAIT)
    assert told.made()[0].decode() == SAYS[kind]
    assert isinstance(told.events[0], e.Seen | e.Made)
    assert not any(isinstance(one, e.MakingEnded) for one in told.events)


@pytest.mark.parametrize("says", ["01234505", "01234514", "01234530", "01234543", "01234558", "11234593"])
def test_a_short_number_of_the_trade_stays_short(says: str) -> None:
    assert code_seen(held_up(code("UPCE", _checked(says)))).decode() == _checked(says)


def _checked(says: str) -> str:
    """The number with its right last digit, which the writer works out."""
    import zxingcpp

    made = zxingcpp.create_barcode(says[:7], zxingcpp.BarcodeFormat.UPCE)
    return f"{says[:7]}{made.text[-1]}"


def test_without_a_code_it_goes_on_looking_and_takes_no_photo(maker: Make, told: Told, qtbot: QtBot) -> None:
    port = maker(held_up(QImage(300, 300, QImage.Format.Format_Grayscale8)))
    port.carry_out(BeginMaking(PATH, Device.CODES))
    qtbot.waitUntil(lambda: len(told.events) > 2, timeout=WAIT)
    port.carry_out(FinishMaking())
    qtbot.wait(600)
    assert told.made() == []
    assert all(isinstance(one, e.Seen) for one in told.events)
    port.carry_out(StopMaking())


def test_nothing_of_it_lies_on_a_disk(
    tmp_path: Path, maker: Make, told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    maker(held_up(code("QRCode", "canary"))).carry_out(BeginMaking(PATH, Device.CODES))
    qtbot.waitUntil(lambda: bool(told.made()), timeout=WAIT)
    assert told.made() == [b"canary"]
    assert list(folder.iterdir()) == []


def test_a_picture_without_any_size_holds_no_code(tmp_path: Path) -> None:
    assert code_seen(QImage()) == b""
    assert code_seen(code("QRCode", "there").scaled(1, 1, Qt.AspectRatioMode.IgnoreAspectRatio)) == b""


@pytest.mark.skipif(eye_there(), reason="this machine has a camera")
@pytest.mark.parametrize("front", [False, True])
def test_without_a_camera_the_real_process_says_so(told: Told, qtbot: QtBot, front: bool) -> None:
    assert READS_CODES in COMMANDS[Device.CODES]
    assert FRONT not in COMMANDS[Device.CODES]
    port = Maker(told.events.append, COMMANDS, WAIT // 2)
    port.carry_out(BeginMaking(PATH, Device.CODES, front))
    qtbot.waitUntil(lambda: bool(told.events), timeout=WAIT)
    port.stop()
    assert told.events == [e.MakingEnded(PATH, Trouble("trouble.no_code_camera"))]
