# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the sandbox's tests a running town, emptied before each test, and the catalogue that a town publishes."""

from collections.abc import Iterator

import pytest
import rdflib

from tests.support.sandbox_town import RunningTown, running_town
from tests.support.town_wire import ask


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


@pytest.fixture(scope="module")
def catalogue_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningTown, str]]:
    """A town, and the catalogue that it publishes."""
    with running_town(tmp_path_factory.mktemp("catalogue")) as town:
        yield town, ask(town, "GET", "/catalogue.jsonld").text


@pytest.fixture(scope="module")
def graph(catalogue_text: tuple[RunningTown, str]) -> rdflib.Graph:
    """That catalogue as RDF."""
    return rdflib.Graph().parse(data=catalogue_text[1], format="json-ld")
