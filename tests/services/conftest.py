# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the tests of services a running town and a clock that stands where they put it."""

from collections.abc import Iterator

import pytest

from tests.support.sandbox_town import RunningTown, running_town


@pytest.fixture(scope="session")
def town_of_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningTown]:
    """One town for all tests here; starting one takes half a second."""
    with running_town(tmp_path_factory.mktemp("services-town")) as town:
        yield town


@pytest.fixture
def town(town_of_services: RunningTown) -> Iterator[RunningTown]:
    """The same, empty and without faults."""
    town_of_services.clear()
    town_of_services.forget()
    yield town_of_services
    town_of_services.clear()
