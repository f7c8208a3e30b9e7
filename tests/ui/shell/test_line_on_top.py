# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line on top of the window: that a trial is told in it, and that nothing on it lies over anything else."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.looks import GLASS, look
from tests.support.shown_shell import LANGUAGES, masthead_of, shown
from ui.shell import Shell


def test_the_trial_is_told_in_the_line_on_top(shells: list[Shell]) -> None:
    made = look()
    shell = shown(shells, made)
    shell.update_masthead(masthead_of(made, trial=True))
    QApplication.processEvents()
    masthead = shell.findChildren(QWidget, "masthead")[-1]
    said = [child.accessibleName() for child in masthead.findChildren(QWidget) if child.isVisible()]
    assert made.texts.text("masthead.trial") in said


@pytest.mark.parametrize("glass", GLASS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "step", [1, pytest.param(2, marks=pytest.mark.long), 3, pytest.param(4, marks=pytest.mark.long)]
)
def test_nothing_on_the_line_on_top_lies_over_anything_else(
    shells: list[Shell], glass: str, language: str, step: int
) -> None:
    made = look(step, language, glass=glass)
    shell = shown(shells, made, glass)
    shell.update_masthead(masthead_of(made, trial=True))
    QApplication.processEvents()
    masthead = shell.findChildren(QWidget, "masthead")[-1]
    if not masthead.isVisible():
        assert step == 5
        return
    texts = [child.geometry() for child in masthead.findChildren(QWidget) if child.isVisible()]
    for number, first in enumerate(texts):
        assert masthead.rect().contains(first)
        assert not any(first.intersects(second) for second in texts[number + 1 :])
