# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of every screen: each look is drawn in its own colours, letters and size, and a sheet holds all."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.shots_gallery import FORMAT, LANGUAGES, SIZES, THEMES, Exposure, drawn, exposures, photograph
from ui.present.comfort_rows import THEMES as EVERY_THEME
from ui.present.comfort_rows import next_theme


def test_every_theme_that_can_be_chosen_is_drawn() -> None:
    chosen = {next_theme(name, at_home=True) for name in EVERY_THEME}
    assert set(THEMES) == chosen
    assert len(set(exposures())) == len(THEMES) * len(SIZES) * len(LANGUAGES) == 36


@pytest.mark.usefixtures("qapp")
def test_a_theme_a_size_and_a_language_are_seen() -> None:
    english = Exposure("standard", 1, LANGUAGES[0])
    seen = [drawn("home", english)]
    seen += [drawn("home", Exposure(theme, 1, LANGUAGES[0])) for theme in THEMES if theme != "standard"]
    on_the_same_glass = [one for one in seen if one.size() == seen[0].size()]
    assert len(on_the_same_glass) == len(THEMES) - 1
    assert all(one != two for one, two in combinations(on_the_same_glass, 2))
    others = [Exposure("standard", max(SIZES), LANGUAGES[0]), Exposure("standard", 1, LANGUAGES[1])]
    for other in others:
        picture = drawn("home", other)
        assert picture.size() == seen[0].size()
        assert picture != seen[0]


@pytest.mark.usefixtures("qapp")
def test_a_screen_has_a_picture_for_each_look_and_a_sheet(tmp_path: Path) -> None:
    assert photograph(tmp_path, "finished") == 36
    names = {file.stem for file in (tmp_path / "finished").glob(f"*.{FORMAT}")}
    assert names == {how.name for how in exposures()}
    whole = QImage(str(tmp_path / f"finished.{FORMAT}"))
    assert (whole.width(), whole.height()) > (3_000, 2_000)


@pytest.mark.usefixtures("qapp")
def test_a_screen_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        photograph(tmp_path, "no-such-screen")
