# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives every check of screens its application."""

import pytest


@pytest.fixture(autouse=True)
def application(qapp: object) -> object:
    """The one application object of this process."""
    return qapp
