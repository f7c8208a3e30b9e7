# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the largest letters on a small glass few sentences go on in the next part of a page, and few headings are alone.

Every screen is counted, so that a sentence that grows, or a page that holds less, is seen here.
"""

from dataclasses import dataclass

import pytest

from core.ids import Language
from tests.support.checks.screen import Case, screen
from ui.page_frame_paging import Pages
from ui.page_frame_room import ends_within_a_clause, ends_within_a_sentence
from ui.parts.text import Heading, LaidText
from ui.registry import screens


@dataclass(frozen=True, slots=True)
class Counted:
    """Parts of pages that end within a sentence: `torn` between two of its words, or after a `comma`; and parts that
    hold a heading `alone`."""

    torn: int
    comma: int
    alone: int


MOST = {"en": Counted(5, 25, 6), "ar": Counted(20, 20, 5), "zh-Hans": Counted(4, 12, 3)}
"""What is left of them: sentences with more words than a part holds, and headings of settings for staff."""


def _counted(pages: Pages) -> Counted:
    within = [
        page for page in pages if isinstance(page[-1].widgets[0], LaidText) and ends_within_a_sentence(page)
    ]
    torn = sum(ends_within_a_clause(page) for page in within)
    alone = sum(all(isinstance(unit.widgets[0], Heading) for unit in page) for page in pages)
    return Counted(torn, len(within) - torn, alone)


@pytest.mark.parametrize("language", MOST)
def test_few_parts_end_within_a_sentence_or_hold_a_heading_alone(language: str) -> None:
    found: dict[str, Counted] = {}
    for name in screens(Language("en")):
        with screen(name, Case(step=5, glass="H1", language=language)) as shown:
            found[name] = _counted(shown.page._frame_pages)
    most = MOST[language]
    for kind in ("torn", "comma", "alone"):
        where = {name: getattr(one, kind) for name, one in found.items() if getattr(one, kind)}
        assert sum(where.values()) <= getattr(most, kind), f"{kind}: {where}"
