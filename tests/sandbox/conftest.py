# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the sandbox's tests a running town; one process for the folder, emptied before each test."""

from collections.abc import Iterator

import pytest

from tests.support.sandbox_town import RunningTown, running_town


@pytest.fixture(scope="session")
def shared_town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    """A town that all tests here share, as starting one takes half a second."""
    with running_town(tmp_path_factory.mktemp("port-amity")) as town:
        yield town


@pytest.fixture
def town(shared_town: RunningTown) -> Iterator[RunningTown]:
    """An empty town without faults; a test fails when the town complained on standard error."""
    shared_town.clear()
    shared_town.forget()
    before = shared_town.complaints()
    yield shared_town
    assert shared_town.complaints() == before
