# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The number and its code: whole, readable, and the same for eyes, ears and readers."""

from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.tokens import tokens
from ui.parts.code_sheet import QUIET_ZONE
from ui.parts.number_card import NumberCard
from ui.parts.text import PlainText
from ui.present.code_modules import Modules, code_modules

K2 = ScreenMeasure(1920, 1080, 102)
GROUPS = ("PA", "26", "4T7", "K2M", "9XQ")
NOTE = "Scan it at any kiosk, or say the number at the counter, to see how it is going."
CODE = code_modules("urn:civic-kiosk:number:PA264T7K2M9XQ")


def card(
    qtbot: QtBot,
    width: int,
    *,
    step: int = 1,
    language: str = "en",
    theme: str = "standard",
    modules: Modules = CODE,
    note: str = NOTE,
) -> NumberCard:
    look = Look(Preferences(text_step=step, theme=theme), K2, language)
    made = NumberCard(
        look, "Your number", GROUPS, modules, note, accessible_name="P A, 2 6, 4 T 7, K 2 M, 9 X Q"
    )
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    made.show()
    return made


def read_back(made: NumberCard) -> list[list[bool]]:
    """The modules as they are on the screen, found from the edges of what is dark in the code's place."""
    image = made.grab().toImage()
    _, _, place, _ = made._places(made.width())
    place = made.look.place(place, made.width())
    dark = [
        (x, y)
        for x in range(place.left(), place.right() + 1)
        for y in range(place.top(), place.bottom() + 1)
        if image.pixelColor(x, y).lightness() < 100
    ]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    right = max(x for x, _ in dark)
    count = len(CODE)
    side = (right + 1 - left) / count
    quiet = QUIET_ZONE * side
    assert left - quiet >= place.left() - 1
    assert right + quiet <= place.right() + 1
    assert top - quiet >= place.top() - 1
    return [
        [
            image.pixelColor(round(left + (column + 0.5) * side), round(top + (row + 0.5) * side)).lightness()
            < 100
            for column in range(count)
        ]
        for row in range(count)
    ]


@pytest.mark.parametrize("theme", sorted(tokens().themes))
@pytest.mark.parametrize(("language", "width"), [("en", 720), ("ar", 720), ("en", 420)])
def test_code_on_the_screen_is_the_code(qtbot: QtBot, theme: str, language: str, width: int) -> None:
    made = card(qtbot, width, theme=theme, language=language)
    assert read_back(made) == [list(row) for row in CODE]


@pytest.mark.parametrize("theme", sorted(tokens().themes))
def test_code_is_dark_on_light_in_every_theme(qtbot: QtBot, theme: str) -> None:
    look = card(qtbot, 720, theme=theme).look
    assert look.color("paper").lightness() - look.color("paper_ink").lightness() > 120


@pytest.mark.parametrize(
    ("step", "language", "width"),
    list(product(range(1, STEPS + 1), ("en", "ar", "zh-Hans"), (480, 720, 1200))),
)
def test_everything_on_the_card_is_whole(qtbot: QtBot, step: int, language: str, width: int) -> None:
    made = card(qtbot, width, step=step, language=language)
    labels = [label for label in made.findChildren(PlainText) if label.isVisible()]
    assert len(labels) == 3
    _, _, place, _ = made._places(made.width())
    code = made.look.place(place, made.width())
    for label in labels:
        assert made.rect().contains(label.geometry())
        assert label.heightForWidth(label.width()) <= label.height()
        assert not label.geometry().intersects(code)
    assert made.rect().contains(code)


def test_number_is_said_sign_by_sign_and_shown_in_groups(qtbot: QtBot) -> None:
    made = card(qtbot, 720)
    number = made.findChildren(PlainText)[1]
    assert number.accessibleName() == "P A, 2 6, 4 T 7, K 2 M, 9 X Q"
    assert number.text() == "PA 26 4T7 K2M 9XQ"


def test_card_without_code_is_lower(qtbot: QtBot) -> None:
    assert card(qtbot, 720, modules=()).height() < card(qtbot, 720).height()


def test_card_without_note_has_no_dashed_line(qtbot: QtBot) -> None:
    made = card(qtbot, 720, modules=(), note="")
    image = made.grab().toImage()
    _, number, _, _ = made._places(made.width())
    row = [image.pixelColor(x, number.bottom() + 4) for x in range(20, made.width() - 20)]
    assert len(set(map(str, (color.name() for color in row)))) == 1


def test_the_note_stands_beside_the_code_where_it_fits_and_under_it_elsewhere(qtbot: QtBot) -> None:
    for width, beside in ((1200, True), (420, False)):
        _, _, code, note = card(qtbot, width)._places(width)
        assert (note.bottom() <= code.bottom()) is beside


def test_on_a_low_glass_the_note_stands_beside_the_code_where_the_card_is_lower_so(qtbot: QtBot) -> None:
    heights = {}
    for kind, measure in (("narrow", ScreenMeasure(1366, 768, 100)), ("wide", K2)):
        look = Look(Preferences(text_step=2), measure, "en")
        assert look.layout.kind == kind
        made = NumberCard(look, "Your number", GROUPS, CODE, NOTE, accessible_name="P A")
        qtbot.addWidget(made)
        _, number, code, note = made._places(look.px(250))
        heights[kind] = made.heightForWidth(look.px(250)) / look.px(100)
        assert (note.left(), note.top() > number.bottom()) == (number.left(), True)
        assert not note.intersects(code)
        assert (note.top() < code.bottom()) is (kind == "narrow")
    assert heights["narrow"] < heights["wide"]
