# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""At home each page has a title of its own, without anybody's words; a kiosk's is its town alone."""

from collections import defaultdict

import pytest

from core.ids import Language
from i18n.messages import Messages
from ui.present.window_title import window_title
from ui.registry import screens
from ui.registry_setting import at_home
from ui.screens import readable

EN = Messages.load("en")
SETTING = at_home()
SCREENS = screens(Language("en"))
AFTER_THE_SERVICE = {"ServiceContents", "FoundContents", "QuestionContents"}
"""A service, a note in its form, and how far a sending to it has come are called after the service."""

QUESTIONS = {"QuestionContents", "EntryListContents", "FieldListContents"}
"""A list is one of the numbered questions, and a page may have several."""

SETTINGS = {"ProfileContents", "QuestionContents", "SetUpContents"}
"""A setting of a machine is called after its group, also where the first set-up leads to it."""


def title(name: str, *, home: bool = True) -> str:
    return window_title(readable(SCREENS[name], EN, SETTING), SETTING.town, at_home=home)


@pytest.mark.requirement("AT-10", part="each page has a title of its own")
def test_each_kind_of_page_has_a_title_of_its_own_at_home() -> None:
    kinds = defaultdict(set)
    for name, visit in SCREENS.items():
        assert title(name).endswith(SETTING.town)
        assert title(name) != SETTING.town
        kinds[title(name)].add(type(readable(visit, EN, SETTING)).__name__)
    shared = [kind for kind in kinds.values() if len(kind) > 1]
    known = (AFTER_THE_SERVICE, QUESTIONS, SETTINGS)
    assert not [kind for kind in shared if not any(kind <= one for one in known)]


@pytest.mark.requirement("PRV-06", part="titles of windows")
def test_nobodys_words_are_in_a_title_and_a_kiosk_says_nothing_but_its_town() -> None:
    assert "husband" not in title("search-found")
    assert title("search-found") == title("search-nothing")
    assert "street" not in title("question-text")
    assert {title(name, home=False) for name in SCREENS} == {SETTING.town}
