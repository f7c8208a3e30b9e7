# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a low glass every door of the home page is seen at once, in each language whose words leave room for that."""

import pytest

from tests.support.checks.screen import Case, screen
from ui.parts.doors import DoorCard


@pytest.mark.parametrize("language", ["en", "es", "ru", "vi", "hi", "ar", "zh-Hans"])
def test_every_door_stands_on_the_first_part_and_says_its_line(language: str) -> None:
    with screen("home", Case(language=language, glass="H1")) as shown:
        doors = shown.page.findChildren(DoorCard)
        assert len(doors) == 6
        assert all(door.isVisible() for door in doors)
        assert shown.page.page_count == 1
