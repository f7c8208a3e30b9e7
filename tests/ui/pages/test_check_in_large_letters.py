# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers to check in the largest letters: no part holds the heading alone, and none a lone button after Send."""

import pytest

from core.ids import Language
from i18n.messages import Messages
from tests.support.checks.screen import Case, screen
from ui.page_frame_paging import controls_in
from ui.parts.control import Control
from ui.present.reading import Role
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import readable


@pytest.mark.parametrize("glass", ["H1", "K1"])
@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
@pytest.mark.parametrize("name", ["check", "check-later", "write-check"])
def test_the_heading_has_hide_beside_it_and_send_ends_the_page(glass: str, language: str, name: str) -> None:
    with screen(name, Case(step=5, glass=glass, language=language)) as shown:
        pages = shown.page._frame_pages
        assert controls_in(pages[0]) == 1
        hide = shown.page.findChild(Control, "foot.hide")
        assert hide is not None
        assert hide.isVisible()
        send = shown.page.findChild(Control, "foot.primary")
        last = [widget for unit in pages[-1] for widget in unit.widgets]
        assert send is not None
        assert any(one is send or one.isAncestorOf(send) for one in last)


def test_what_is_read_aloud_has_the_same_order() -> None:
    visit, texts = screens(Language("en"))["check"], Messages.load("en")
    said = {}
    for step in (1, 5):
        with screen("check", Case(step=step, glass="H1")) as shown:
            setting = a_kiosk().on_glass(shown.look.layout)
        items = readable(visit, texts, setting).items()
        said[step] = [one.phrase.text for one in items if one.role is Role.BUTTON]
    assert said[1][-1] == said[5][0] == "Hide this page"
    assert sorted(said[1]) == sorted(said[5])
