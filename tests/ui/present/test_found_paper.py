# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of the self-test, in every language: machine, date, versions, each thing, and how to mend it."""

import pytest

from core.ids import Language
from core.staff.roles import Role
from core.visit.effects import StaffPrintFound
from core.visit.self_test_pages import StaffTested
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present import finding_words
from ui.present.found_paper import present_found_paper
from ui.registry_finding import AS_OF
from ui.registry_setting import a_kiosk
from ui.registry_staff import FOUND

TESTED = (
    StaffTested(touch=True, asked=55, squares=((3, 2),)),
    StaffTested(touch=False, asked=5),
)


def lines(language: str) -> tuple[str, ...]:
    effect = StaffPrintFound(Role.TECHNICIAN, FOUND, TESTED, AS_OF, Language(language))
    return present_found_paper(effect, Messages.load(language), a_kiosk()).lines


def test_an_english_sheet_says_what_to_do() -> None:
    said = lines("en")

    assert a_kiosk().machine in said[0]
    assert any(line.startswith("Program: ") and a_kiosk().version in line for line in said)
    assert "List of services: 23 November 2026 at 10:26" in said
    assert "Printer: " + finding_words.words(FOUND[0], Messages.load("en")).text in said
    assert any("timedatectl set-timezone ZONE" in line for line in said)
    assert said[-2].startswith("Test the touch screen: Answered: 54 of 55.")
    assert "square 3 of row 2" in said[-2]
    assert said[-1] == "Test the keys: All 5 have answered."


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_each_thing_stands_on_it_in_every_language(language: str) -> None:
    said, texts = lines(language), Messages.load(language)
    for one in FOUND:
        line = f"{finding_words.title(one, texts)}: {finding_words.words(one, texts).text}"
        assert line in said
