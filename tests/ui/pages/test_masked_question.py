# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret of a form is masked wherever it stands, and seen only while its owner asks for it (PRV-07)."""

from contextlib import ExitStack
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QApplication

from core.ids import Language
from core.visit import events as e
from core.visit import pages as p
from core.visit.step import step
from i18n.messages import Messages
from tests.support.checks.masking import shown_secret
from tests.support.checks.screen import Case, screen
from ui.present import masking
from ui.present.reading import spoken
from ui.registry import screens
from ui.registry_reading import ACCOUNT, PAID_FROM
from ui.registry_setting import a_kiosk
from ui.screens import readable

EN = Messages.load("en")
SCREENS = screens(Language("en"))
MASKED = ("question-masked", "check-masked")
CASES = (Case(), Case(glass="K1", step=3, language="ar", mode="assisted"))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The one application object of this process."""
    return qapp


@pytest.mark.requirement("PRV-07", part="a question of a form is masked, on its page and among the answers")
@pytest.mark.parametrize("name", MASKED)
@pytest.mark.parametrize("case", CASES)
def test_no_letter_of_a_secret_is_painted_or_told_to_a_program(name: str, case: Case) -> None:
    with screen(name, case) as shown:
        assert list(shown_secret(shown, PAID_FROM)) == []


def test_a_page_that_forgets_to_mask_is_found_out() -> None:
    def bare(field: object, *others: object) -> object:
        return field

    with ExitStack() as undo:
        undo.enter_context(patch.object(masking, "masked", bare))
        with screen("question-masked", Case()) as shown:
            assert list(shown_secret(shown, PAID_FROM))


@pytest.mark.requirement("PRV-07", part="its owner sees it with one press, and hides it with another")
def test_one_press_shows_it_and_the_next_hides_it_and_so_does_leaving() -> None:
    visit = SCREENS["question-masked"]
    seen = step(visit, e.SecretPressed()).visit
    assert seen.page == p.Question(ACCOUNT, seen=True)
    assert step(seen, e.SecretPressed()).visit.page == visit.page
    away = step(step(seen, e.ContinuePressed()).visit, e.BackPressed()).visit
    assert away.page == p.Question(ACCOUNT)
    with screen("question-masked-seen", Case()) as shown:
        assert list(shown_secret(shown, PAID_FROM))


def test_what_is_no_secret_has_nothing_to_show() -> None:
    visit = SCREENS["question-text"]
    assert step(visit, e.SecretPressed()).visit.page == visit.page


@pytest.mark.requirement("PRV-07", part="the voice does not say it either, not even into headphones")
@pytest.mark.parametrize("name", MASKED)
def test_the_voice_says_that_it_is_there_and_not_what_it_is(name: str) -> None:
    said = " ".join(part.text for part in spoken(readable(SCREENS[name], EN, a_kiosk()), EN))
    assert EN.text("secret.written") in said
    assert not [piece for piece in PAID_FROM.split() if piece in said]
