# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""'Read aloud' says what is visible, all of it, and nothing else."""

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from core.ids import Language
from tests.support.measuring import is_control, leaves, said
from tests.support.showing import Shown, show
from ui.keyboard.keyboard import Keyboard
from ui.present.reading import Role, spoken
from ui.registry_finding import finding_screens
from ui.screens import readable

LANGUAGES = ("en", "es", "ar", "zh-Hans")
NAMES = sorted(finding_screens())
ONLY_SEEN = {"foot.more"}
"""Turning the page is not part of what a page says: the voice reads all of it at once."""


def words(text: str) -> str:
    """Letters and digits only, so that stops and spaces make no difference."""
    return re.sub(r"[^\w]", "", text).casefold()


def seen(shown: Shown) -> list[str]:
    """The words of everything on the page, and on the pages below it."""
    page = shown.shell.page
    assert page is not None
    found: list[str] = []
    for _ in range(20):
        letters = page.findChild(Keyboard)
        found += [
            said(leaf)
            for leaf in leaves(page)
            if leaf.objectName() not in ONLY_SEEN and not (letters and letters.isAncestorOf(leaf))
        ]
        more = page.findChild(QAbstractButton, "foot.more")
        if more is None or not more.isVisible() or page.page_count < 2:
            break
        more.click()
        QApplication.processEvents()
        if page._frame_page == 0:
            break
    return [text for text in found if words(text)]


@pytest.mark.parametrize("name", NAMES)
def test_everything_seen_is_read_and_everything_read_is_seen(name: str) -> None:
    visit = finding_screens()[name]
    shown = show(visit, "K2")
    items = readable(visit, shown.texts, shown.setting).items()
    on_screen = seen(shown)
    shown.shell.close()
    read = "".join(words(item.phrase.text) + words(item.value.text if item.value else "") for item in items)
    visible = "".join(words(text) for text in on_screen)
    assert [item.phrase.text for item in items if words(item.phrase.text) not in visible] == []
    # The voice of a change also names its row ("Turn on: Voice"); both halves are read.
    halves = [half for text in on_screen for half in re.split(r"[.:：。]\s*", text) if words(half)]
    assert [half for half in halves if words(half) not in read] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_each_page_has_one_heading_and_says_what_its_controls_are(name: str, language: str) -> None:
    visit = finding_screens(Language(language))[name]
    shown = show(visit, "K2")
    items = readable(visit, shown.texts, shown.setting).items()
    parts = spoken(readable(visit, shown.texts, shown.setting), shown.texts)
    page = shown.shell.page
    assert page is not None
    assert page.heading is not None
    assert words(page.heading.accessibleName()) in "".join(
        words(item.phrase.text) for item in items if item.role is Role.HEADING
    )
    pressed = [item for item in items if item.role not in (Role.HEADING, Role.TEXT)]
    roles = {shown.texts.text(key) for key in ("reading.button", "reading.chosen", "reading.choice")}
    fields = {shown.texts.text(key) for key in ("reading.field", "reading.field_empty")}
    assert sum(part.text in roles | fields for part in parts) == len(pressed)
    assert all(part.language in LANGUAGES for part in parts)
    assert any(is_control(leaf) for leaf in leaves(page)) == bool(pressed)
    shown.shell.close()
