# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff read of the forms that a machine has to do to their end first, in every language."""

import pytest

from core.staff.form_walk import FormWalk, Stuck
from core.visit.state import Visit
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present.staff_walks import walk_facts
from ui.registry import screens
from ui.registry_staff import WALKS


@pytest.fixture
def visit() -> Visit:
    return screens()["staff-findings"]


def test_services_that_are_not_offered_come_first_each_with_what_was_found(visit: Visit) -> None:
    facts = walk_facts(visit, WALKS, Messages.load("en"))
    assert [fact.picture for fact in facts] == ["problem", "problem", "check"]
    stuck, untried, passed = (fact.text.text for fact in facts)
    assert all(part in stuck for part in ("Two switches", "Arabic"))
    assert untried == "Not offered. No machine has tried the form yet."
    assert passed.startswith("Offered.")
    assert all(fact.title for fact in facts)


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_every_way_in_which_a_machine_tries_a_form_has_a_name_in_every_language(
    visit: Visit, language: str
) -> None:
    texts = Messages.load(language)
    for mode in ("large text", "voice", "two switches", "easy words", "right to left", "Chinese"):
        walk = FormWalk(WALKS[0].service, tried=True, stuck=(Stuck(mode, ""),))
        (fact,) = walk_facts(visit, (walk,), texts)
        own = fact.text.text.removeprefix(texts.text("staff.walk.stuck", ways="")).strip()
        assert own
        assert language == "en" or own != mode
