# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the tests of the cache's files a database in which something was written."""

from pathlib import Path

import pytest

from tests.support.opened_database import opened


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A closed database with one note in it."""
    path = tmp_path / "store" / "some.db"
    connection = opened(path)
    connection.execute("insert into note values ('first')")
    connection.close()
    return path
