# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of a page that its person has hidden is painted, said or told, in any way of pressing and by any button."""

import pytest
from PySide6.QtWidgets import QApplication

from accessibility.hands.actions import Action
from accessibility.hands.keymaps import key_maps
from accessibility.hands.ways import Way
from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit.state import Visit
from core.visit.step import step
from i18n.messages import Messages
from tests.support.checks.screen import Case, ScreenUnderTest, screen
from ui.parts.control import Control
from ui.present.help import present_help
from ui.present.reading import spoken
from ui.present.window_title import window_title
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.screens import readable

CASES = (
    Case(),
    Case(glass="K1", step=3, language="ar", mode="assisted"),
    Case(glass="H1", language="zh-Hans"),
)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The one application object of this process."""
    return qapp


def answers(visit: Visit) -> set[str]:
    """What was answered on the page below, and which service it is; the town stands on every page."""
    assert visit.filling is not None
    entry = visit.filling.entry
    given = {entry.answer_text(one, visit.language).text for one in entry.pages() if entry.raw(one.path)}
    service = visit.service(visit.filling.service)
    assert service is not None
    return {one for one in given if len(one) > 2 and one != a_kiosk().town} | {
        service.name.best(visit.language).text
    }


def seen_of(shown: ScreenUnderTest, words: set[str]) -> set[str]:
    painted = " ".join(text.text for text in shown.painted())
    return {one for one in words if one in painted}


@pytest.mark.requirement("PRV-07", part="one press hides the whole page, and one shows it again")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_that_was_answered_is_painted(case: Case) -> None:
    secret = answers(screens(Language(case.language))["your-page-hidden"])
    assert len(secret) > 2
    with screen("your-page-hidden", case) as shown:
        while True:
            assert seen_of(shown, secret) == set()
            if not shown.turn():
                break
    with screen("check", case) as shown:
        assert seen_of(shown, secret), "the same look sees it where it is not hidden"


@pytest.mark.requirement("PRV-07", part="one press hides the whole page, and one shows it again")
def test_nothing_that_was_answered_is_said_or_stands_in_the_windows_title() -> None:
    visit, texts = screens()["your-page-hidden"], Messages.load("en")
    contents = readable(visit, texts, a_kiosk())
    said = " ".join(part.text for part in spoken(contents, texts))
    assert "Your page is hidden" in said
    told = f"{said} {window_title(contents, 'Port Amity', at_home=True)}"
    assert not [one for one in answers(visit) if one in told]


@pytest.mark.requirement("PRV-07", part="one press hides the whole page, and one shows it again")
@pytest.mark.parametrize("way", [way for way in Way if way is not Way.TOUCH])
def test_a_key_hides_it_in_every_way_of_pressing(way: Way) -> None:
    assert key_maps()[way].keys_for(Action.HIDE)


@pytest.mark.parametrize(
    ("name", "button"), [("check", "foot.hide"), ("help", "help.hide"), ("your-page-hidden", "foot.primary")]
)
def test_a_button_hides_it_and_a_button_shows_it(name: str, button: str) -> None:
    with screen(name, Case()) as shown:
        control = shown.page.findChild(Control, button)
        assert isinstance(control, Control)
        control.click()
        (event,) = shown.shown.reported
    assert isinstance(event, e.ByPerson)
    over = step(screens()[name], event).visit.over
    assert over == (None if name == "your-page-hidden" else p.Hidden())


def test_help_on_the_welcome_page_hides_nothing() -> None:
    welcome = screens()["welcome"]
    assert present_help(welcome, Messages.load("en"), a_kiosk()).hide == ""
