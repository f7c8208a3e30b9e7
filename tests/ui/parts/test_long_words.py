# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A word that is wider than its line goes on after a hyphen; nothing else gets one, and the text stays as it is."""

import pytest
from PySide6.QtGui import QAccessible, QFont

from tests.support.looks import look
from ui.parts.buttons import Button
from ui.parts.long_words import HYPHEN, PLACE
from ui.parts.text import PlainText
from ui.parts.text_block import TextBlock

WIDE = 1_000_000


def lines(block: TextBlock, width: int) -> list[str]:
    """What each line is drawn from, with the signs of the layout."""
    block._lay(width)
    text = block._layout.text()
    laid = (block._layout.lineAt(number) for number in range(block._layout.lineCount()))
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in laid]


def room_for(words: str, language: str) -> int:
    return TextBlock(look(5), words, language=language).natural_width()


@pytest.mark.parametrize(
    ("language", "text", "room", "drawn"),
    [
        ("ru", "Нужно подтверждение", "подтвержде-", ["Нужно под-", "тверждение"]),
        ("fr", "L’administration, déjà", "L’administra", ["L’adminis-", "tration, ", "déjà"]),
        ("uk", "Не використовували?", "використо-", ["Не викори-", "стовували?"]),
        ("en", "«Notifications».", "«Notific-", ["«Notific-", "ations»."]),
        ("pt", "Então: administração", "administraç", ["Então: ad-", "ministração"]),
    ],
)
def test_a_word_wider_than_its_line_is_parted_at_a_syllable_and_no_other(
    language: str, text: str, room: str, drawn: list[str]
) -> None:
    found = lines(TextBlock(look(5), text, language=language), room_for(room, language))
    seen = [f"{line.replace(HYPHEN, '')}{'-' if line.endswith(HYPHEN) else ''}" for line in found]
    assert seen == drawn


def test_a_parted_word_ends_in_a_hyphen_that_is_drawn() -> None:
    block = TextBlock(look(5), "administrations")
    block.lines(room_for("administra", "en"))
    (run,) = block._layout.lineAt(0).glyphRuns()
    assert run.glyphIndexes()[-1] in run.rawFont().glyphIndexesForString("-")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("anna.long@office.example.org", ["anna.long", "@office", ".example.org"]),
        ("https://office.example.org/forms", ["https://office", ".example.org/", "forms"]),
        ("AB-1234567-CDEFGHIJKLMNO", None),
    ],
)
def test_an_address_or_a_reference_goes_on_without_a_hyphen(text: str, drawn: list[str] | None) -> None:
    found = lines(TextBlock(look(5), text), room_for(".example.org/", "en") + 2)
    assert not any(HYPHEN in line for line in found)
    assert "".join(found).replace(PLACE, "") == text
    assert drawn is None or [line.replace(PLACE, "") for line in found] == drawn


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "المستشفياتوالمستوصفات"),
        ("hi", "अन्तर्राष्ट्रीयकरणसम्बन्धी"),
        ("ko", "개인정보보호위원회"),
        ("vi", "Administration"),
    ],
)
def test_a_language_without_hyphens_gets_none_however_narrow_its_place(language: str, text: str) -> None:
    found = lines(TextBlock(look(5), text, language=language), room_for(text, language) // 2)
    assert len(found) > 1
    assert "".join(found) == text


def test_a_space_that_keeps_a_number_with_its_word_gives_way_before_a_word_is_parted() -> None:
    found = lines(
        TextBlock(look(5), "Notifications:\u00a054\u00a0of\u00a055"), room_for("Notifications:", "en") + 2
    )
    assert [line.replace(PLACE, "").strip() for line in found] == ["Notifications:", "54 of 55"]


def test_a_word_is_whole_again_where_it_has_room() -> None:
    block = TextBlock(look(5), "Tell all administrations")
    narrow = room_for("administra", "en")
    parted = lines(block, narrow)
    assert any(HYPHEN in line for line in parted)
    assert lines(block, WIDE) == ["Tell all administrations"]
    assert lines(block, narrow) == parted


def test_what_is_read_and_said_has_no_hyphen_of_a_line() -> None:
    label, button = PlainText(look(5), "Notifications"), Button(look(5), "Notifications")
    for part in (label, button):
        part.resize(room_for("Notific", "en"), 900)
        part.grab()
        name = QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        assert (name, part.block.text) == ("Notifications", "Notifications")
        assert HYPHEN in part.block._layout.text()
    assert label.text() == "Notifications"


def test_words_after_a_parted_one_are_found_where_they_stand() -> None:
    block = TextBlock(look(5), "administrations now")
    width = room_for("administra", "en")
    (place,) = block.where("now", width)
    assert place.y() // block.line_px == block.lines(width) - 1
    assert abs(place.width() - (room_for("now", "en") - 1)) < 3
    assert len(block.where("administrations", width)) == 2


def test_bold_words_are_bold_after_a_parted_one() -> None:
    block = TextBlock(look(5), [("administrations ", False), ("now", True)])
    block.lines(room_for("administra", "en"))
    (run,) = block._layout.formats()
    assert block._layout.text()[run.start : run.start + run.length] == "now"
    assert run.format.fontWeight() == QFont.Weight.Bold


def test_letters_beyond_the_first_plane_do_not_move_the_hyphen() -> None:
    found = lines(TextBlock(look(5), "\U0001d11e\U0001d11e administrations"), room_for("administra", "en"))
    assert [line.replace(HYPHEN, "") for line in found[-2:]] == ["\U0001d11e\U0001d11e adminis", "trations"]
