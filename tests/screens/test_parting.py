# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is higher than a page is parted: at very large text with long words nothing lies over the button for more."""

import pytest

from tests.support.checks.fitting import all_parts_come, paged, whole
from tests.support.checks.screen import MOST_PAGES, Case, screen
from ui.parts.box import Box

HIGH = [
    ("settings-voice", Case(step=4, language="pseudo-long", glass="H1")),
    ("settings-letters", Case(step=5, language="pseudo-long", glass="H1")),
    ("settings-seeing", Case(step=5, language="pseudo-long", glass="H1", mode="assisted")),
    ("settings", Case(step=5, language="pseudo-long", glass="H1", mode="assisted")),
    ("check-covered", Case(step=4, language="pseudo-long", glass="H1", mode="assisted")),
]


@pytest.mark.requirement("SEE-04", part="rows that are higher than a page")
@pytest.mark.parametrize(("name", "case"), [pytest.param(*row, id=f"{row[0]}-{row[1]}") for row in HIGH])
def test_a_row_that_is_higher_than_a_page_is_parted(name: str, case: Case) -> None:
    with screen(name, case) as shown:
        seen = parted = 0
        for _ in range(MOST_PAGES):
            assert [*whole(shown), *paged(shown)] == []
            seen += 1
            parted += any(box.parted for box in shown.page.findChildren(Box) if box.isVisible())
            if not shown.turn():
                break
        assert parted
        assert seen == shown.page.page_count
        assert list(all_parts_come(shown)) == []


def test_a_parted_row_is_whole_again_where_there_is_room() -> None:
    name, case = HIGH[0]
    with screen(name, case) as shown:
        while not any(box.parted and box.isVisible() for box in shown.page.findChildren(Box)):
            assert shown.turn()
        shown.shell.resize(1366, 2400)
        shown.changed()
        assert not [box for box in shown.page.findChildren(Box) if box.parted]
        assert list(whole(shown)) == []
