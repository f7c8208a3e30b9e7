# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers with what the camera sees, several times a second, and with the photo once it is told to take it.

It is told by one line on its input, and ends when that closes. Each answer is a sign and a JPEG: `s` for what is seen,
`p` for the photo. Both are painted here from pixels, so no time, place or maker of a camera comes along, and nothing of
them is ever in a file. With `--codes` it takes no photo but reads the first code that it sees, and answers with `c` and
its text; with `--front` it looks through the camera on the person's side, where there are several. With a picture file
as its argument it looks at that in place of a camera.
"""

import os
import sys
from typing import TYPE_CHECKING, Final

from kiosk.hardening import harden
from kiosk.photographing.codes import code_seen
from kiosk.picturing.wire import framed

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QImage

SEEN, PHOTO, CODE = b"s", b"p", b"c"
READS_CODES: Final = "--codes"
FRONT: Final = "--front"
NO_CAMERA: Final = 3
"""Exit status where there is no camera."""
BUSY: Final = 4
"""Exit status where there is one that cannot be used."""

SEEN_SIDE: Final = 640
PHOTO_SIDE: Final = 1_920
"""Pixels of the longer side: what an office needs to see a hole in a street, or to read a page."""
SEEN_QUALITY, PHOTO_QUALITY = 70, 88
EVERY_MS: Final = 150
"""Between two looks."""


def jpeg(image: "QImage", side: int, quality: int) -> bytes:
    """An image, no larger than `side`, as a JPEG of its pixels only."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter

    if max(image.width(), image.height()) > side:
        how = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, how)
    bare = QImage(image.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    return bytes(buffer.data().data()) if writer.write(bare) else b""


class Teller:
    """Tells what is seen, and the photo or the code once. `last` is the newest image of the camera."""

    def __init__(self, *, reads_codes: bool) -> None:
        self.last: QImage | None = None
        self._reads_codes = reads_codes

    def tell(self) -> bool:
        """What is seen now; True when that was a code, after which nothing more is told."""
        if self.last is None:
            return False
        _say(SEEN + jpeg(self.last, SEEN_SIDE, SEEN_QUALITY))
        code = code_seen(self.last) if self._reads_codes else b""
        if code:
            _say(CODE + code)
        return bool(code)

    def take(self) -> bool:
        """The photo; False while nothing was seen yet."""
        if self.last is None or self._reads_codes:
            return False
        _say(PHOTO + jpeg(self.last, PHOTO_SIDE, PHOTO_QUALITY))
        return True


def _say(answer: bytes) -> None:
    sys.stdout.buffer.write(framed([answer]))
    sys.stdout.buffer.flush()


def main() -> int:
    """Look until told to take the photo, and answer with an exit status."""
    harden()
    # What is shown is shown by the window, so no display is needed.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtGui import QGuiApplication, QImage

    told_to = frozenset(sys.argv[1:]) & {READS_CODES, FRONT}
    pictures = [one for one in sys.argv[1:] if one not in told_to]
    application, teller = QGuiApplication(sys.argv[:1]), Teller(reads_codes=READS_CODES in told_to)
    if pictures:
        teller.last = QImage(pictures[0])
        if teller.last.isNull():
            return NO_CAMERA
        camera: object = None
    else:
        camera = _camera(teller, application, front=FRONT in told_to)
        if camera is None:
            return NO_CAMERA
    looks = QTimer()

    def look() -> None:
        if teller.tell():
            looks.stop()
            application.quit()

    looks.timeout.connect(look)
    looks.start(EVERY_MS)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def hear() -> None:
        if not os.read(sys.stdin.fileno(), 1) or teller.take():
            told.setEnabled(False)
            application.quit()

    told.activated.connect(hear)
    return application.exec()


def _camera(teller: Teller, application: "QGuiApplication", *, front: bool) -> object | None:
    """The camera at work, with everything that must outlive this call; None without one."""
    from PySide6.QtMultimedia import (
        QCamera,
        QCameraDevice,
        QMediaCaptureSession,
        QMediaDevices,
        QVideoFrame,
        QVideoSink,
    )

    there = QMediaDevices.videoInputs()
    if not there:
        return None
    facing = [one for one in there if front and one.position() == QCameraDevice.Position.FrontFace]
    camera = QCamera(facing[0]) if facing else QCamera()
    session, sink = QMediaCaptureSession(), QVideoSink()
    session.setCamera(camera)
    session.setVideoSink(sink)

    def on_frame(frame: QVideoFrame) -> None:
        teller.last = frame.toImage()

    sink.videoFrameChanged.connect(on_frame)
    camera.errorOccurred.connect(lambda: application.exit(BUSY))
    # A camera that is unplugged is no error of Qt's: the list of cameras changes.
    devices = QMediaDevices()
    devices.videoInputsChanged.connect(
        lambda: application.exit(BUSY) if camera.cameraDevice() not in QMediaDevices.videoInputs() else None
    )
    camera.start()
    return camera, session, sink, devices
