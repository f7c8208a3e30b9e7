# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers with what the camera sees, several times a second, and with the photo once it is told to take it.

It is told by one line on its input, and ends when that closes. Each answer is a sign and a JPEG: `s` for what is seen,
`p` for the photo. Both are painted here from pixels, so no time, place or maker of a camera comes along, and nothing of
them is ever in a file. With a picture file as its argument it looks at that in place of a camera.
"""

import os
import sys
from typing import TYPE_CHECKING, Final

from kiosk.hardening import harden
from kiosk.picturing.wire import framed

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QImage

SEEN, PHOTO = b"s", b"p"
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
    """Tells what is seen, and the photo once. `last` is the newest image of the camera."""

    def __init__(self) -> None:
        self.last: QImage | None = None

    def tell(self) -> None:
        """What is seen now."""
        if self.last is not None:
            _say(SEEN + jpeg(self.last, SEEN_SIDE, SEEN_QUALITY))

    def take(self) -> bool:
        """The photo; False while nothing was seen yet."""
        if self.last is None:
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

    application, teller = QGuiApplication(sys.argv[:1]), Teller()
    if len(sys.argv) > 1:
        teller.last = QImage(sys.argv[1])
        if teller.last.isNull():
            return NO_CAMERA
        camera: object = None
    else:
        camera = _camera(teller, application)
        if camera is None:
            return NO_CAMERA
    looks = QTimer()
    looks.timeout.connect(teller.tell)
    looks.start(EVERY_MS)
    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def hear() -> None:
        if not os.read(sys.stdin.fileno(), 1) or teller.take():
            told.setEnabled(False)
            application.quit()

    told.activated.connect(hear)
    return application.exec()


def _camera(teller: Teller, application: "QGuiApplication") -> object | None:
    """The camera at work, with everything that must outlive this call; None without one."""
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoSink

    if not QMediaDevices.videoInputs():
        return None
    camera, session, sink = QCamera(), QMediaCaptureSession(), QVideoSink()
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
