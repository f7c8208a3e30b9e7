# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The code on the paper, as a camera reads it and another machine knows it; and what the paper says at home."""

import base64
from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.ids import Language
from core.signed_receipt import Genuine, judged, of_delivery, written
from core.submission import DeliveryState
from i18n.messages import Messages
from kiosk.camera import texts_in
from offline_cache.receipt_keys import MachineReceiptKeys
from tests.support.printed_paper import contents, dark, read
from ui.present.code_modules import code_modules
from ui.present.receipt import present_receipt
from ui.receipt.code_picture import QUIET_ZONE, code_path
from ui.receipt.pdf import receipt_pdf
from ui.receipt.sheets import Paper, sheet
from ui.registry_filling import REFERENCE, delivery, filled
from ui.registry_setting import a_kiosk
from ui.registry_town import town

SMALLEST_MODULE = 0.6
"""mm; hand scanners read 0.25, phones from a hand's breadth away 0.5."""


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.requirement("PRV-06", part="the printed code")
def test_no_personal_word_is_in_the_code() -> None:
    assert contents(DeliveryState.RECEIVED).number.code == f"urn:civic-kiosk:number:{REFERENCE}"


def test_the_painted_code_is_the_code_of_the_number() -> None:
    text = contents(DeliveryState.RECEIVED).number.code
    expected = [[bool(one) for one in row] for row in segno.make(text, error="m", micro=False).matrix]
    modules = code_modules(text)
    assert [list(row) for row in modules] == expected
    side = 4
    size = (len(modules) + 2 * QUIET_ZONE) * side
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillPath(code_path(text, QRectF(0, 0, size, size)), QColor("black"))
    painter.end()
    seen = [
        [
            dark(image, (column + QUIET_ZONE) * side + 2, (row + QUIET_ZONE) * side + 2)
            for column in range(len(modules))
        ]
        for row in range(len(modules))
    ]
    assert seen == expected
    assert not any(dark(image, x, y) for x in range(size) for y in range(QUIET_ZONE * side))


@pytest.mark.parametrize("paper", Paper)
def test_the_code_on_the_paper_is_read_by_a_camera_and_known_by_another_machine(paper: Paper) -> None:
    keys = MachineReceiptKeys(b"k" * 32)
    printed = of_delivery(delivery(DeliveryState.RECEIVED), "town-hall-kiosk", 1_795_771_790.0)
    signed = written(printed, keys)
    made = replace(contents(DeliveryState.RECEIVED), code=signed)
    modules = len(code_modules(made.code)) + 2 * QUIET_ZONE
    assert sheet(paper, large=False).code / modules > SMALLEST_MODULE
    size = modules * 4
    image = QImage(size, size, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillPath(code_path(made.code, QRectF(0, 0, size, size)), QColor("black"))
    painter.end()
    assert list(texts_in(image)) == [signed]
    other = MachineReceiptKeys(b"o" * 32, [base64.b64decode(keys.public)])
    assert judged(signed, other) == Genuine(printed)


def test_the_paper_says_when_and_where_it_was_printed_and_that_the_code_is_signed(tmp_path: Path) -> None:
    setting = a_kiosk()
    made = present_receipt(
        delivery(DeliveryState.SEALED), town(), Messages.load("en"), Messages.load("es"), setting, "$CKR1"
    )
    said = read(receipt_pdf(made, Paper.A4), tmp_path)
    assert "machine town-hall-kiosk" in " ".join(said.split())
    assert made.code == "$CKR1"
    assert all(part.signed for part in made.parts)


@pytest.mark.parametrize("paper", Paper)
def test_paper_at_home_says_each_answer_and_paper_of_a_kiosk_none(paper: Paper, tmp_path: Path) -> None:
    made = delivery(DeliveryState.RECEIVED)
    own, office = Messages.load("en"), Messages.load("en")
    at_home = present_receipt(made, town(), own, office, a_kiosk(), sent=filled(Language("en")))
    said = " ".join(read(receipt_pdf(at_home, paper), tmp_path).split())
    assert "What you sent" in said
    assert "14 Harbour Lane" in said
    assert "A family with children" in said
    kiosk = read(receipt_pdf(present_receipt(made, town(), own, office, a_kiosk()), paper), tmp_path)
    assert "Harbour" not in kiosk
