# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every letter the program can say is drawn, from the font of its language (accessibility.md SEE-12, P10)."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QTextLayout

from accessibility.preferences import KeyboardOrder
from accessibility.qt.fonts import ARABIC, BY_LANGUAGE, CHINESE, DEVANAGARI, LATIN, families, missing_families
from core.catalogue import Hours
from i18n import formats
from i18n.direction import strip_controls
from i18n.hours import hours
from i18n.languages import LANGUAGES, Script, language_info
from tests.support.catalogues import entries
from ui.keyboard.layouts import letter_sheets, other_sheets
from ui.keyboard.sheets import shown
from ui.present.welcome import GREETINGS, LARGER

TAGS = [info.tag for info in LANGUAGES]
INVISIBLE = set("\u00ad\u200b\u200c\u200d\u2066\u2067\u2068\u2069")
ALLOWED = {
    Script.LATIN: {LATIN},
    Script.ARABIC: {ARABIC, LATIN},
    Script.DEVANAGARI: {DEVANAGARI, LATIN},
    Script.CJK: {LATIN},
}
"""What the sentences of a language may be drawn with; Han, kana and hangul have a family for each language."""

Drawn = tuple[str, str]


def needs_fonts() -> None:
    if missing := missing_families():
        if os.environ.get("CI"):
            pytest.fail(f"fonts not installed: {', '.join(missing)}")
        pytest.skip(f"fonts not installed: {', '.join(missing)}")


def drawn(text: str, language: str, *, bold: bool) -> tuple[bool, set[Drawn]]:
    """Whether a letter has no shape, and which family draws which piece."""
    font = QFont()
    font.setFamilies(families(language))
    font.setBold(bold)
    font.setPixelSize(20)
    visible = "".join(letter for letter in text if letter not in INVISIBLE)
    layout = QTextLayout(visible, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    pieces = set()
    tofu = False
    for run in layout.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        tofu = tofu or 0 in run.glyphIndexes()
        pieces.add((run.rawFont().familyName(), "".join(visible[at] for at in run.stringIndexes())))
    return tofu, pieces


def sentences(language: str) -> Iterator[str]:
    """All that the program itself says in a language, with what CLDR adds to it."""
    for entry in entries(language):
        yield from entry.forms
    yield from (GREETINGS[language], LARGER[language])
    for month in range(1, 13):
        day = date(2026, month, 1) + timedelta(days=month)
        yield formats.date_in_words(day, language)
        yield formats.date_so_far(2026, month, None, language)
    yield formats.number(Decimal("1234567.5"), language)
    yield formats.money(Decimal("12.50"), "EUR", language)
    yield formats.list_join(["a", "b", "c"], language)
    yield hours([Hours((1, 2, 3), "09:00", "16:00"), Hours((6,), "09:00", "12:00")], language)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", TAGS)
def test_no_sentence_has_a_letter_without_a_shape_or_from_a_strange_font(
    language: str, bold: bool, qapp: object
) -> None:
    needs_fonts()
    info = language_info(language)
    allowed = ALLOWED[info.script] | (
        {BY_LANGUAGE.get(language, CHINESE)} if info.script is Script.CJK else set()
    )
    if language == "en":
        allowed = {LATIN}
    without, foreign = [], set()
    for text in set(sentences(language)):
        tofu, pieces = drawn(strip_controls(text), language, bold=bold)
        if tofu:
            without.append(text)
        foreign |= {(family, piece) for family, piece in pieces if family not in allowed}
    assert not without
    assert not foreign


@pytest.mark.parametrize("language", TAGS)
def test_every_language_is_named_in_letters_that_can_be_drawn(language: str, qapp: object) -> None:
    """The languages page shows all of them at once, each in the font of its own language."""
    needs_fonts()
    tofu, _ = drawn(language_info(language).own_name, language, bold=True)
    assert not tofu


@pytest.mark.parametrize("language", TAGS)
def test_every_key_of_the_keyboard_has_a_shape(language: str, qapp: object) -> None:
    needs_fonts()
    orders: tuple[KeyboardOrder, ...] = ("local", "alphabetical")
    sheets = [
        sheet
        for order in orders
        for sheet in (*letter_sheets(language, order, 1), *other_sheets(language, order, numbers=True))
    ]
    signs = {form for sheet in sheets for sign in sheet.signs for form in (shown(sign), sign.upper())}
    assert not [sign for sign in signs if drawn(sign, language, bold=True)[0]]


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh-Hans", "Noto Sans CJK SC"),
        ("zh-CN", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-Hant-HK", "Noto Sans CJK TC"),
        ("ja", "Noto Sans CJK JP"),
        ("ja-JP", "Noto Sans CJK JP"),
        ("ko", "Noto Sans CJK KR"),
        ("en", "Noto Sans CJK SC"),
        ("ar", "Noto Sans CJK SC"),
        ("hi", "Noto Sans CJK SC"),
    ],
)
def test_han_letters_have_the_shapes_that_the_language_s_readers_learned(
    language: str, family: str, qapp: object
) -> None:
    """直, 骨 and 令 are drawn differently in Beijing, Taipei, Tokyo and Seoul."""
    needs_fonts()
    _, pieces = drawn("直骨令今户", language, bold=False)
    assert {name for name, _ in pieces} == {family}


def test_chinese_stays_chinese_where_the_computer_itself_has_no_language() -> None:
    """In a C locale fontconfig gives Han letters to the Japanese family (P10)."""
    needs_fonts()
    code = (
        "from PySide6.QtGui import QFont, QGuiApplication, QTextLayout\n"
        "from accessibility.qt.fonts import families\n"
        "app = QGuiApplication([])\n"
        "font = QFont()\n"
        "font.setFamilies(families('zh-Hans'))\n"
        "layout = QTextLayout('直骨令', font)\n"
        "layout.beginLayout(); layout.createLine().setLineWidth(9999); layout.endLayout()\n"
        "print(*{run.rawFont().familyName() for run in layout.glyphRuns()}, sep='|')\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        env=environment | {"LC_ALL": "C", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "Noto Sans CJK SC"


def test_a_letter_that_no_font_has_is_noticed(qapp: object) -> None:
    """The check itself: no letter has this place. (Those of private use have shapes where a font of icons is.)"""
    needs_fonts()
    assert drawn("a\u0378b", "en", bold=False)[0]
