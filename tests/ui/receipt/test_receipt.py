# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper as a reader of the PDF sees it: real text, both languages, the right sheet, a code with the number."""

import base64
import re
import subprocess
import unicodedata
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
from tests.support.settings import a_kiosk
from ui.present.code_modules import code_modules
from ui.present.receipt import ReceiptContents, present_receipt
from ui.receipt.code_picture import QUIET_ZONE, code_path
from ui.receipt.pdf import receipt_pdf
from ui.receipt.sheets import Paper, sheet
from ui.registry_filling import REFERENCE, SEAL, delivery, filled
from ui.registry_town import town

LANGUAGES = ("en", "es", "ar", "zh-Hans")
STATES = tuple(DeliveryState)
SMALLEST_MODULE = 0.6
"""mm; hand scanners read 0.25, phones from a hand's breadth away 0.5."""


pytestmark = pytest.mark.usefixtures("qapp")


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


def words(text: str) -> str:
    """Everything but blanks, so that line ends do not matter."""
    bare = unicodedata.normalize("NFKC", text)
    return "".join(one for one in bare if not one.isspace() and unicodedata.category(one) != "Cf")


def measures(pdf: bytes, tmp_path: Path) -> list[tuple[float, float]]:
    """The sizes of the pages in millimetres."""
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", "-l", "99", str(file)], capture_output=True, check=True, text=True)
    found = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts", done.stdout)
    return [(float(width) / 72 * 25.4, float(height) / 72 * 25.4) for width, height in found]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("first", LANGUAGES)
def test_every_sentence_of_both_languages_can_be_read_from_the_pdf(
    paper: Paper, first: str, tmp_path: Path
) -> None:
    made = contents(DeliveryState.RECEIVED, first, "en" if first != "en" else "zh-Hans")
    text = words(read(receipt_pdf(made, paper), tmp_path))
    assert len(made.parts) == 2
    for part in made.parts:
        if part.language == "ar":
            continue  # Readers give joined letters in the order of the page; see the Arabic test below.
        for sentence in (part.state, part.number_title, part.next_title, part.next, part.ask_title, part.ask):
            assert words(sentence) in text, sentence
        assert all(words(fact.text) in text for fact in part.facts)
    assert words(REFERENCE) in text


def test_arabic_words_are_read_in_logical_order_and_letters(tmp_path: Path) -> None:
    made = contents(DeliveryState.RECEIVED, "ar", "en")
    text = read(receipt_pdf(made, Paper.A4), tmp_path)
    for word in made.parts[0].state.split():
        assert word in text


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("paper", Paper)
def test_only_an_answer_of_the_agency_is_called_a_receipt(
    state: DeliveryState, paper: Paper, tmp_path: Path
) -> None:
    made = contents(state, "en", "es")
    text = read(receipt_pdf(made, paper), tmp_path)
    answered = bool(delivery(state).reference)
    assert (words(REFERENCE) in words(text)) is answered
    assert (words(SEAL) in words(text)) is not answered
    if not answered:
        assert "receipt" not in text.lower()
        assert "Received by" not in text
        assert made.title == "Sealed note"


def test_a_sealed_note_says_that_it_was_not_received(tmp_path: Path) -> None:
    text = read(receipt_pdf(contents(DeliveryState.SEALED), Paper.ROLL_80), tmp_path)
    assert "Sealed, not received yet" in " ".join(text.split())


def test_the_last_words_say_that_it_is_no_decision(tmp_path: Path) -> None:
    text = read(receipt_pdf(contents(DeliveryState.RECEIVED), Paper.A4), tmp_path)
    assert (
        text.split("\f")[0].strip().endswith("This paper is not a decision. The machine has forgotten you.")
    )


@pytest.mark.parametrize("first", LANGUAGES)
def test_a4_is_a4_and_one_page_in_usual_print(first: str, tmp_path: Path) -> None:
    made = contents(DeliveryState.RECEIVED, first, "en" if first != "en" else "ar")
    assert measures(receipt_pdf(made, Paper.A4), tmp_path) == [pytest.approx((210, 297), abs=0.5)]


def test_a_roll_is_80_mm_wide_and_ends_after_its_last_line(tmp_path: Path) -> None:
    pdf = receipt_pdf(contents(DeliveryState.RECEIVED), Paper.ROLL_80)
    ((width, height),) = measures(pdf, tmp_path)
    assert width == pytest.approx(80, abs=0.5)
    subprocess.run(
        ["pdftoppm", "-r", "72", "-png", str(tmp_path / "paper.pdf"), str(tmp_path / "page")], check=True
    )
    image = QImage(str(next(tmp_path.glob("page*.png"))))
    inked = [row for row in range(image.height()) if any(dark(image, x, row) for x in range(image.width()))]
    below = height - (max(inked) + 1) / 72 * 25.4
    assert 2.5 < below < 8


def test_large_print_has_larger_letters_and_the_code_alone_on_the_last_page(tmp_path: Path) -> None:
    made = contents(DeliveryState.RECEIVED, step=3)
    pages = read(receipt_pdf(made, Paper.A4), tmp_path).split("\f")[:-1]
    assert made.large
    assert len(pages) >= 2
    assert pages[-1].strip() == ""
    assert all(page.strip() for page in pages[:-1])


def test_no_outside_text_becomes_markup_or_runs_off_the_paper(tmp_path: Path) -> None:
    made = contents(DeliveryState.REFUSED, "en", "en")
    part = replace(made.parts[0], reason=replace(made.parts[0].reason, text="<b>bold</b> & " + "x" * 300))
    pdf = receipt_pdf(replace(made, parts=(part,)), Paper.ROLL_80)
    text = words(read(pdf, tmp_path))
    assert "<b>bold</b>&" + "x" * 300 in text
    subprocess.run(
        ["pdftoppm", "-r", "72", "-png", str(tmp_path / "paper.pdf"), str(tmp_path / "page")], check=True
    )
    image = QImage(str(next(tmp_path.glob("page*.png"))))
    edge = round(3 / 25.4 * 72)
    columns = [*range(edge), *range(image.width() - edge, image.width())]
    assert not any(dark(image, x, y) for x in columns for y in range(image.height()))


def test_the_same_language_is_printed_once() -> None:
    assert len(contents(DeliveryState.RECEIVED, "en", "en").parts) == 1


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


def test_times_are_in_full_because_paper_is_read_another_day() -> None:
    facts = [fact.text for fact in contents(DeliveryState.RECEIVED).parts[0].facts]
    assert facts[1] == "23 November 2026 at 10:29"
    assert contents(DeliveryState.RECEIVED).parts[0].facts[0].language == Language("en")


def dark(image: QImage, x: int, y: int) -> bool:
    return QColor(image.pixel(x, y)).lightness() < 128


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
