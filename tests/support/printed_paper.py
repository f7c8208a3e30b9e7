# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper of the made-up submission, and what a reader of its PDF finds in it."""

import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument

from core.submission import DeliveryState
from i18n.messages import Messages
from ui.present.receipt import ReceiptContents, present_receipt
from ui.registry_filling import delivery
from ui.registry_setting import a_kiosk
from ui.registry_town import town


def contents(
    state: DeliveryState, first: str = "en", second: str = "ar", *, step: int = 1
) -> ReceiptContents:
    setting = a_kiosk()
    setting = replace(setting, preferences=setting.preferences.with_text_step(step))
    made = delivery(state, reason="No such street" if state is DeliveryState.REFUSED else "")
    return present_receipt(made, town(), Messages.load(first), Messages.load(second), setting)


def read(pdf: bytes, tmp_path: Path, *options: str) -> str:
    """The text of a PDF, without presentation forms and marks of direction."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", *options, str(file), "-"], capture_output=True, check=True, text=True)
    return "".join(
        one for one in unicodedata.normalize("NFKC", done.stdout) if unicodedata.category(one) != "Cf"
    )


def dark(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 128


def coloured(pdf: bytes, tmp_path: Path) -> int:
    """How many pixels of the first page have a colour, at 100 pixels an inch."""
    file = tmp_path / "coloured.pdf"
    file.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(file))
    points = document.pagePointSize(0)
    seen = document.render(0, QSize(round(points.width() / 72 * 100), round(points.height() / 72 * 100)))
    document.close()
    places = ((x, y) for x in range(seen.width()) for y in range(seen.height()))
    return sum(
        QColor(seen.pixel(x, y)).saturation() > 100 and seen.pixelColor(x, y).alpha() > 0 for x, y in places
    )
