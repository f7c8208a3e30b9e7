# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives every test of the window its application; what is computed without Qt is tested without it."""

from pathlib import Path

import pytest

WITHOUT_QT = Path(__file__).parent / "present"


@pytest.fixture(autouse=True)
def application(request: pytest.FixtureRequest) -> object:
    """The one application object of this process; None where Qt has no business."""
    if request.path.is_relative_to(WITHOUT_QT):
        return None
    return request.getfixturevalue("qapp")
