# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window opens the pictures that our own processes made, and loads no decoder of any other kind for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from accessibility.qt.own_pictures import own_picture

ROOT = Path(__file__).parents[2]


def picture(kind: bytes) -> bytes:
    image = QImage(9, 7, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind).write(image), kind
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", [b"png", b"jpeg"])
def test_what_our_own_processes_make_is_opened(kind: bytes) -> None:
    found = own_picture(picture(kind))
    assert (found.width(), found.height()) == (9, 7)
    assert abs(found.pixelColor(4, 3).blue() - 0x99) < 8


@pytest.mark.parametrize("kind", [b"bmp", b"ppm", b"xpm"])
def test_what_they_never_make_is_not(kind: bytes) -> None:
    content = picture(kind)
    assert not QImage.fromData(content).isNull(), "Qt itself cannot open it: the check finds nothing"
    assert own_picture(content).isNull()
    for other in (b"", b"\x89PN", b"%PDF-1.4\n", b"<svg xmlns='http://www.w3.org/2000/svg'/>"):
        assert own_picture(other).isNull()


OPENED = """
import json, sys
from PySide6.QtGui import QGuiApplication, QImage
from accessibility.qt.own_pictures import own_picture
application = QGuiApplication(["test"])
content = sys.stdin.buffer.read()
image = own_picture(content) if sys.argv[1] == "own" else QImage.fromData(content)
with open("/proc/self/maps") as maps:
    loaded = {line.rsplit("/", 1)[1].strip() for line in maps if "/imageformats/" in line}
print(json.dumps({"wide": image.width(), "loaded": sorted(loaded)}))
"""


@pytest.mark.parametrize(("how", "most"), [("own", 0), ("any", None)])
def test_no_decoder_is_loaded_for_a_picture_of_our_own(how: str, most: int | None) -> None:
    done = subprocess.run(
        (sys.executable, "-c", OPENED, how),
        input=picture(b"png"),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["wide"] == 9
    if most is None:
        assert found["loaded"], "Qt loads none by itself: the check finds nothing"
    else:
        assert found["loaded"] == []
