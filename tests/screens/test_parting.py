# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is higher than a page is parted: at very large text with long words nothing lies over the button for more."""

import pytest

from tests.support.checks.fitting import all_parts_come, paged, whole
from tests.support.checks.focus import wholly_visible
from tests.support.checks.screen import MOST_PAGES, Case, screen
from ui.parts.box import Box
from ui.parts.buttons import Button
from ui.parts.field import TextField
from ui.parts.rows import ResultRow
from ui.parts.search import ClearButton

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


@pytest.mark.requirement("SEE-04", part="what is pressed and higher than a page")
@pytest.mark.parametrize(
    ("language", "theme"), [("en", "standard"), ("fa", "standard"), ("pseudo-rtl", "system")]
)
def test_a_found_service_that_is_higher_than_a_page_is_parted_between_its_texts(
    language: str, theme: str
) -> None:
    with screen("search-found", Case(theme=theme, step=5, language=language, glass="H1")) as shown:
        told: dict[str, list[str]] = {}
        signs: dict[str, int] = {}
        assert list(wholly_visible(shown)) == []
        for _ in range(MOST_PAGES):
            assert list(whole(shown)) == []
            for text in shown.painted():
                if isinstance(text.owner, ResultRow):
                    told.setdefault(text.owner.objectName(), []).append(text.text)
            for _sign, owner, _place in shown.pictures():
                if isinstance(owner, ResultRow):
                    signs[owner.objectName()] = signs.get(owner.objectName(), 0) + 1
            if not shown.turn():
                break
        assert [row for part in shown.page._frame_pages for row in part if row.piece is not None]
        for row in shown.page.findChildren(ResultRow):
            assert " ".join(text.strip() for text in told[row.objectName()]) == row.accessibleName().replace(
                f"{row.words}. ", f"{row.words} "
            )
            # The sign stands once, beside the words that it belongs to, and no text is torn.
            assert signs[row.objectName()] == 1
            assert len(told[row.objectName()]) == 2


def test_the_button_that_empties_the_search_stands_under_what_was_found() -> None:
    with screen("search-found", Case(step=5, glass="H1")) as shown:
        assert shown.page.heading.isVisible()
        assert not any(box.isVisible() for box in shown.page.findChildren(ClearButton))
        clear = shown.page.findChild(Button, "search.clear.last")
        assert clear is not None
        shown.page.reveal(clear)
        shown.changed()
        assert clear.isVisible()
        clear.click()
        field = shown.page.findChild(TextField, "search.field")
        assert field is not None
        assert field.text() == ""
