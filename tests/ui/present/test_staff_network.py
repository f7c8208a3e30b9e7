# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician reads which agency's server answers since when, in every language; nobody else is told of servers."""

from dataclasses import replace

import pytest

from core.ids import Language
from core.staff.agency_reach import Silence
from core.staff.roles import Role
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from ui.present.staff_home import home_facts
from ui.registry import screens
from ui.registry_setting import a_kiosk
from ui.registry_staff import NETWORK


def facts(role: Role, language: str = "en") -> dict[str, str]:
    visit = screens()["staff-technician-network"]
    found = home_facts(visit, role, NETWORK, Messages.load(language), a_kiosk())
    return {one.title: one.text.text for one in found}


def test_a_technician_reads_of_each_server_and_of_the_set_up() -> None:
    told = {title: text for title, text in facts(Role.TECHNICIAN).items() if "example" in title}
    assert list(told.values()) == [
        (
            "The dates of its certificate do not fit the date of this machine. Look at the date and the clock "
            "first. It does not answer. Since: 23 November 2026 at 8:26"
        ),
        "It has not been asked yet.",
        "It answers. Since: 18 November 2026 at 10:26",
    ]
    assert facts(Role.TECHNICIAN)["Set-ups from elsewhere"] == (
        "Version 7. Looked for last: 23 November 2026 at 9:26"
    )


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.MANAGER])
def test_others_are_not_told_of_servers(role: Role) -> None:
    assert not [title for title in facts(role) if "example" in title]


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_it_is_said_in_every_language(language: str) -> None:
    said, texts = facts(Role.TECHNICIAN, language), Messages.load(Language(language))
    assert texts.text("staff.network.unasked") in said.values()
    assert len([title for title in said if "example" in title]) == 3


def row_of_one_silent_for(silence: Silence, language: str = "en") -> str:
    visit, silent = screens()["staff-technician-network"], replace(NETWORK.reaches[0], silence=silence)
    state = replace(NETWORK, reaches=(silent,))
    facts = home_facts(visit, Role.TECHNICIAN, state, Messages.load(language), a_kiosk())
    return next(one.text.text for one in facts if "example" in one.title)


@pytest.mark.parametrize("language", [one.tag for one in LANGUAGES])
def test_why_a_server_is_silent_is_said_before_since_when(language: str) -> None:
    since = row_of_one_silent_for(Silence.UNKNOWN, language)
    said = [row_of_one_silent_for(one, language) for one in Silence if one is not Silence.UNKNOWN]

    assert len(set(said)) == len(said)
    assert all(text.endswith(f" {since}") for text in said)
