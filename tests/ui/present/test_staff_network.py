# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A technician reads which agency's server answers since when, in every language; nobody else is told of servers."""

import pytest

from core.ids import Language
from core.staff.roles import Role
from i18n.languages import LANGUAGES
from i18n.messages import Messages
from tests.support.settings import a_kiosk
from ui.present.staff_home import home_facts
from ui.registry import screens
from ui.registry_staff import NETWORK


def facts(role: Role, language: str = "en") -> dict[str, str]:
    visit = screens()["staff-technician-network"]
    found = home_facts(visit, role, NETWORK, Messages.load(language), a_kiosk())
    return {one.title: one.text.text for one in found}


def test_a_technician_reads_of_each_server_and_of_the_set_up() -> None:
    told = {title: text for title, text in facts(Role.TECHNICIAN).items() if "example" in title}
    assert list(told.values()) == [
        "It does not answer. Since: 23 November 2026 at 8:26",
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
