# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The line on top tells that the network is gone without moving the page below it (TIM-05)."""

from dataclasses import replace
from itertools import product

import pytest
from pytestqt.qtbot import QtBot

from accessibility.preferences import Preferences
from accessibility.qt.look import Look
from core.ids import Language
from i18n.messages import Messages
from tests.support.showing import GLASSES
from ui.present.masthead import present_masthead
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.shell_masthead import Masthead


@pytest.mark.requirement("TIM-05", part="what is on this machine changes no page by itself")
@pytest.mark.parametrize("language", ["en", "ru", "ar"])
def test_the_line_on_top_keeps_its_height_whatever_it_says_of_the_network(
    qtbot: QtBot, language: str
) -> None:
    texts, home = Messages.load(language), screens(Language(language))["home"]
    moved = []
    for glass, step, trial in product(GLASSES, range(1, 6), (False, True)):
        look = Look(Preferences(text_step=step), GLASSES[glass], language, texts)
        setting = replace(a_kiosk(), trial_mode=trial)
        lines = [
            Masthead(look, present_masthead(replace(home, connected=connected), texts, setting))
            for connected in (True, False)
        ]
        for line in lines:
            qtbot.addWidget(line)
        here, gone = lines
        assert here.contents != gone.contents
        if here.height_px(look.screen.width_px) != gone.height_px(look.screen.width_px):
            moved.append((glass, step, trial))
    assert moved == []
