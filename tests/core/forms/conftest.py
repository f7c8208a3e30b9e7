# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of forms with programs share."""

from collections.abc import Iterator

import pytest

from kiosk.scripting.process import ScriptProcess
from tests.support.form_scripts import running_engine


@pytest.fixture(scope="module")
def engine() -> Iterator[ScriptProcess]:
    """A real engine, for all tests of a module."""
    with running_engine() as one:
        yield one
