# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes in millimetres on real glass: letters by the height of their capitals, targets, lines, headings."""

from dataclasses import replace
from typing import get_args

import pytest

from accessibility.layout import ScreenMeasure, layout_for
from accessibility.sizes import Sizes
from accessibility.tokens import Role, tokens
from i18n.languages import Script

GLASS = {"K1": 141, "K2": 102, "H1": 100}
STEPS = range(1, 6)
SIZES = {
    "K1": ScreenMeasure(1080, 1920, 141),
    "K2": ScreenMeasure(1920, 1080, 102),
    "H1": ScreenMeasure(1366, 768, 100),
}


def sizes(ppi: float = 102, step: int = 1, *, assisted: bool = False) -> Sizes:
    return Sizes(tokens(), ppi, step, assisted)


@pytest.mark.requirement("SEE-01", part="proved on parts, not yet on every screen")
@pytest.mark.requirement("SEE-02", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("ppi", GLASS.values(), ids=list(GLASS))
@pytest.mark.parametrize("step", STEPS)
def test_no_text_is_smaller_than_the_step_says(ppi: int, step: int) -> None:
    made = sizes(ppi, step)
    for role in get_args(Role):
        capitals = made.em(role, Script.LATIN) * tokens().cap_to_em * 25.4 / ppi
        assert capitals >= tokens().steps[step - 1].cap - 0.001


@pytest.mark.parametrize(("step", "body"), list(zip(STEPS, (29, 38, 50, 59, 88), strict=True)))
def test_body_text_on_the_landscape_kiosk_has_the_size_of_the_look(step: int, body: int) -> None:
    assert abs(sizes(102, step).em("body", Script.LATIN) - body) <= 1


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("script", Script)
def test_headings_are_a_quarter_larger_at_every_step(step: int, script: Script) -> None:
    made = sizes(step=step)
    assert made.em("title", script) / made.em("body", script) == pytest.approx(1.25)
    assert made.em("heading", script) / made.em("body", script) == pytest.approx(1.25)


def test_arabic_letters_are_set_larger_and_its_lines_further_apart() -> None:
    made = sizes()
    assert made.em("body", Script.ARABIC) == pytest.approx(made.em("body", Script.LATIN) * 1.08)
    assert made.line("body", Script.ARABIC) / made.em("body", Script.ARABIC) == pytest.approx(1.65, abs=0.02)
    assert made.line("body", Script.CJK) / made.em("body", Script.CJK) == pytest.approx(1.55, abs=0.02)
    assert made.line("body", Script.LATIN) / made.em("body", Script.LATIN) == pytest.approx(1.4, abs=0.02)


@pytest.mark.parametrize("script", Script)
@pytest.mark.parametrize(("assisted", "least", "most"), [(False, 1.3, 1.45), (True, 1.5, 1.5)])
def test_the_largest_lines_of_a_small_glass_are_as_close_as_they_may_be(
    script: Script, assisted: bool, least: float, most: float
) -> None:
    usual = sizes(step=5, assisted=assisted)
    close = replace(usual, close=True)
    apart = close.line("body", script) / close.em("body", script)
    assert least - 0.01 <= apart <= most + 0.01
    assert close.line("body", script) <= usual.line("body", script)
    assert close.line("title", script) == usual.line("title", script)
    # Who wants lines further apart has them all the same.
    wide = replace(close, wide=True)
    assert wide.line("body", script) / wide.em("body", script) >= 1.5 - 0.01


@pytest.mark.parametrize(
    ("glass", "step", "few"), [("H1", 5, True), ("K1", 5, True), ("K2", 5, False), ("H1", 4, False)]
)
def test_lines_are_few_where_the_largest_letters_stand_on_a_small_glass(
    glass: str, step: int, few: bool
) -> None:
    made = layout_for(tokens(), SIZES[glass], step, assisted=False)
    assert made.few_lines is few
    assert (made.margin < layout_for(tokens(), SIZES[glass], 1, assisted=False).margin) is few


@pytest.mark.requirement("OPR-01", part="proved on parts, not yet on every screen")
@pytest.mark.parametrize("ppi", GLASS.values(), ids=list(GLASS))
def test_targets_have_their_millimetres_on_every_glass(ppi: int) -> None:
    assert sizes(ppi).target("min") * 25.4 / ppi >= 12.5
    assert sizes(ppi).target("primary") * 25.4 / ppi >= 20.3
    assert sizes(ppi, assisted=True).target("min") * 25.4 / ppi >= 19.8
    assert sizes(ppi, assisted=True).target("gap") * 25.4 / ppi >= 6.2


def test_space_grows_by_half_while_text_triples() -> None:
    small, large = sizes(step=1), sizes(step=5)
    assert large.em("body", Script.LATIN) / small.em("body", Script.LATIN) == pytest.approx(3)
    assert large.space("s5") / small.space("s5") == pytest.approx(1.5, abs=0.03)


def test_a_length_that_is_something_is_never_nothing() -> None:
    assert sizes(ppi=20).px(0.3) == 1
    assert sizes().px(0) == 0


def test_the_bar_stands_at_the_side_of_wide_glass_and_at_the_foot_of_upright_glass() -> None:
    wide = layout_for(tokens(), ScreenMeasure(1920, 1080, 102), 1, assisted=False)
    narrow = layout_for(tokens(), ScreenMeasure(1366, 768, 100), 1, assisted=False)
    upright = layout_for(tokens(), ScreenMeasure(1080, 1920, 141), 1, assisted=False)
    assert (wide.bar, narrow.bar, upright.bar) == ("rail", "rail", "foot")
    assert (wide.kind, narrow.kind, upright.kind) == ("wide", "narrow", "portrait")
    assert wide.rail == 53
    assert upright.rail == 0
    assert upright.bar_rows * upright.bar_columns == 6


@pytest.mark.parametrize(
    ("width", "height", "ppi", "columns"),
    [
        (1920, 1080, 102, (3, 3, 2, 2, 1)),
        (1366, 768, 100, (3, 2, 2, 1, 1)),
        (1080, 1920, 141, (2, 1, 1, 1, 1)),
    ],
)
def test_doors_stand_in_fewer_columns_as_text_grows(
    width: int, height: int, ppi: int, columns: tuple[int, ...]
) -> None:
    screen = ScreenMeasure(width, height, ppi)
    found = tuple(layout_for(tokens(), screen, step, assisted=False).columns for step in STEPS)
    assert found == columns


def test_things_leave_the_page_in_the_order_of_the_look() -> None:
    screen = ScreenMeasure(1920, 1080, 102)
    made = [layout_for(tokens(), screen, step, assisted=False) for step in STEPS]
    assert [layout.aside for layout in made] == ["beside", "beside", "hidden", "hidden", "hidden"]
    assert [layout.short_words for layout in made] == [False, False, True, True, True]
    assert [layout.masthead for layout in made] == [True, True, True, True, False]
