# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The paper as a reader of the PDF sees it: real text, both languages, the right sheet, a code with the number."""

import re
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from core.ids import Language
from core.submission import DeliveryState
from tests.support.printed_paper import contents, dark, read
from ui.receipt.pdf import receipt_pdf
from ui.receipt.sheets import Paper
from ui.registry_filling import REFERENCE, SEAL, delivery

LANGUAGES = ("en", "es", "ar", "zh-Hans")


STATES = tuple(DeliveryState)


pytestmark = pytest.mark.usefixtures("qapp")


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


def test_times_are_in_full_because_paper_is_read_another_day() -> None:
    facts = [fact.text for fact in contents(DeliveryState.RECEIVED).parts[0].facts]
    assert facts[1] == "23 November 2026 at 10:29"
    assert contents(DeliveryState.RECEIVED).parts[0].facts[0].language == Language("en")
