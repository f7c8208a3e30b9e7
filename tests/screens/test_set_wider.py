# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The largest letters of the assisted layout, set wider apart on a small glass: no word broken, no button covered."""

import pytest

from tests.support.checks.mirroring import wider_apart
from tests.support.checks.screen import Case, screen

TIGHT = Case(step=5, language="ar", mode="assisted", glass="H1")


@pytest.mark.requirement("SEE-10", part="the largest letters on the smallest glass")
@pytest.mark.parametrize("name", ["service-other-language", "offer-pace", "settings", "check"])
def test_nothing_is_lost_when_the_largest_letters_are_set_wider_apart(name: str) -> None:
    with screen(name, TIGHT) as shown:
        assert list(wider_apart(shown)) == []
