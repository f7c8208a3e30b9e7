# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks through the camera for a code, and writes each text that it reads as one line: `python -m kiosk.camera`.

It is a process of its own because pictures from outside are parsed in it, and because most visits never need what it
loads. It ends when its input closes. With a picture file as its argument it looks at that in place of a camera.
"""

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

READER: Final = "zxingcpp"
"""The optional package that finds codes in pictures (zxing-cpp)."""

DEVICES: Final = Path("/dev")
NAMES: Final = Path("/sys/class/video4linux")
NO_CAMERA: Final = 3
"""Exit status where there is nothing to look through."""

LARGEST: Final = 1_280
"""Pixels of the longer side of what is looked at."""


def eye_there() -> bool:
    """Whether this machine has a camera."""
    return any(DEVICES.glob("video*"))


def eye_names() -> tuple[str, ...]:
    """What the kernel calls the cameras of this machine, as far as that can be read here."""
    found: dict[str, None] = {}
    for file in sorted(NAMES.glob("video*/name")):
        try:
            found[file.read_text("utf-8", "replace").strip()] = None
        except OSError:
            continue
    return tuple(found)


def ear_there() -> bool:
    """Whether this machine has a microphone, or a sound server that may know of one."""
    return "PULSE_SERVER" in os.environ or any(DEVICES.glob("snd/pcm*c"))


def camera_there() -> bool:
    """Whether this machine has a camera, and what finds codes in its pictures."""
    return importlib.util.find_spec(READER) is not None and eye_there()


def texts_in(picture: "QImage") -> Iterator[str]:
    """The texts of the QR codes in a picture, each on one line."""
    import zxingcpp

    seen = grey_of(picture)
    if seen is None:
        return
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for found in zxingcpp.read_barcodes(seen, formats=wanted):
        yield " ".join(found.text.split())


def grey_of(picture: "QImage") -> memoryview | None:
    """The greys of a picture, row by row, no larger than needed; None for a picture without any."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    if max(picture.width(), picture.height()) > LARGEST:
        picture = picture.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    high, wide, stride = grey.height(), grey.width(), grey.bytesPerLine()
    if not high or not wide:
        return None
    lines = bytes(grey.constBits())
    packed = b"".join(lines[row * stride : row * stride + wide] for row in range(high))
    return memoryview(packed).cast("B", (high, wide))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _look_at(path: str) -> int:
    from PySide6.QtGui import QImage

    for text in texts_in(QImage(path)):
        _say(text)
    return 0


def _look_through_camera() -> int:
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoSink

    application = QGuiApplication(sys.argv[:1])
    if not QMediaDevices.videoInputs():
        return NO_CAMERA
    camera, session, sink = QCamera(), QMediaCaptureSession(), QVideoSink()
    session.setCamera(camera)
    session.setVideoSink(sink)

    def on_frame(frame: QVideoFrame) -> None:
        for text in texts_in(frame.toImage()):
            _say(text)

    sink.videoFrameChanged.connect(on_frame)
    camera.errorOccurred.connect(lambda: application.exit(NO_CAMERA))
    over = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    over.activated.connect(application.quit)
    camera.start()
    return application.exec()


def main() -> int:
    """Look, and answer with an exit status."""
    # No picture is ever shown, so no display is needed.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _look_at(sys.argv[1]) if len(sys.argv) > 1 else _look_through_camera()


if __name__ == "__main__":
    sys.exit(main())
