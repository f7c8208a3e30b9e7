# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""While something is looked for, the letters cover nothing and stay under the finger, whatever has been found."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from accessibility.preferences import Preferences
from core.ids import Language
from core.visit.state import Visit
from tests.support.showing import Shown, show
from ui.keyboard.keyboard import Keyboard
from ui.pages.search import SearchPage
from ui.parts.search import SearchField
from ui.registry import screens
from ui.screens import readable

pytestmark = pytest.mark.usefixtures("qapp")
FOUND = ("search-begin", "search-found", "search-nothing", "search-begin")
LOOKS = [
    (size, step, assisted)
    for size in ("H1", "K2", "K1")
    for step, assisted in ((1, False), (2, False), (3, False), (3, True))
]
MOST_MM = 10.0
"""By how much letters may move when the first one is written: less than half of a key and its gap."""


def searched(
    size: str, step: int, language: str, assisted: bool
) -> Iterator[tuple[SearchPage, Keyboard, SearchField]]:
    made = {name: visit for name, visit in screens(Language(language)).items() if name in FOUND}
    shown = _kiosk(made["search-begin"], size, step, assisted)
    page = shown.shell.page
    assert isinstance(page, SearchPage)
    for name in FOUND:
        assert page.refresh(readable(made[name], shown.texts, shown.setting))
        QApplication.processEvents()
        keyboard, field = page.findChild(Keyboard), page.findChild(SearchField)
        assert keyboard is not None
        assert field is not None
        yield page, keyboard, field
    shown.shell.close()


def _kiosk(visit: Visit, size: str, step: int, assisted: bool) -> Shown:
    return show(visit, size, step, Preferences(assisted=assisted), on_a_kiosk=True)


@pytest.mark.parametrize("language", ["en", "ar", "zh-Hans"])
@pytest.mark.parametrize(("size", "step", "assisted"), LOOKS)
def test_letters_lie_under_the_field_and_stay_there(
    size: str, step: int, assisted: bool, language: str
) -> None:
    places: list[int] = []
    for page, keyboard, field in searched(size, step, language, assisted):
        bottom = field.mapTo(page, field.rect().bottomLeft()).y()
        assert bottom < keyboard.y(), "letters lie over what is written"
        if page.heading.isVisible():
            under = page.heading.mapTo(page, page.heading.rect().bottomLeft()).y()
            assert under < keyboard.y(), "letters lie over what was found"
        places.append(keyboard.y())
    moved = (max(places) - min(places)) / page.look.screen.ppi * 25.4
    assert moved <= MOST_MM, places
