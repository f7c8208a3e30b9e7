# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lamps go out one by one, in every theme and at every size."""

import pytest
from pytestqt.qtbot import QtBot

from accessibility.layout import ScreenMeasure
from accessibility.preferences import STEPS, Preferences
from accessibility.qt.look import Look
from accessibility.tokens import tokens
from ui.parts.lamps import Lamps

K2 = ScreenMeasure(1920, 1080, 102)
THEMES = sorted(tokens().themes)


def lamps(qtbot: QtBot, lit: int, *, step: int = 1, theme: str = "standard", language: str = "en") -> Lamps:
    made = Lamps(Look(Preferences(text_step=step, theme=theme), K2, language), lit)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def burning_places(made: Lamps) -> list[bool]:
    """Whether each lamp looks like the first of a row that all burns, from the left."""
    image = made.grab().toImage()
    all_lit = Lamps(made.look, 6)
    all_lit.resize(made.size())
    whole = all_lit.grab().toImage()
    step = made.width() / made.shown
    return [
        image.pixelColor(round(step * n + step / 2.6), made.height() * 3 // 4)
        == whole.pixelColor(round(step * n + step / 2.6), made.height() * 3 // 4)
        for n in range(made.shown)
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lit", range(7))
def test_as_many_burn_as_are_lit(qtbot: QtBot, lit: int, theme: str) -> None:
    assert burning_places(lamps(qtbot, lit, theme=theme)) == [True] * lit + [False] * (6 - lit)


def test_lamps_of_a_mirrored_page_go_out_from_its_end(qtbot: QtBot) -> None:
    assert burning_places(lamps(qtbot, 4, language="ar")) == [False, False, True, True, True, True]


def test_lamps_go_out_in_place(qtbot: QtBot) -> None:
    made = lamps(qtbot, 6)
    size = made.sizeHint()
    made.set_lit(2)
    assert burning_places(made) == [True, True, False, False, False, False]
    assert made.sizeHint() == size


@pytest.mark.parametrize(("lit", "burning"), [(6, 3), (5, 3), (4, 2), (3, 2), (2, 1), (1, 1), (0, 0)])
def test_three_lamps_at_the_largest_text_burn_while_there_is_time(
    qtbot: QtBot, lit: int, burning: int
) -> None:
    made = lamps(qtbot, lit, step=STEPS)
    assert (made.shown, made.burning) == (3, burning)


def test_lamps_are_as_large_as_drawn_and_fit_narrow_places(qtbot: QtBot) -> None:
    made = lamps(qtbot, 6)
    assert made.sizeHint().height() == made.look.px(38)
    assert made.heightForWidth(made.sizeHint().width() // 2) == pytest.approx(made.look.px(38) / 2, abs=1)


@pytest.mark.parametrize(("lit", "total"), [(-1, 6), (7, 6), (0, 0)])
def test_lamps_that_cannot_be_are_refused(qtbot: QtBot, lit: int, total: int) -> None:
    with pytest.raises(ValueError, match="lamps"):
        Lamps(Look(Preferences(), K2, "en"), lit, total)
