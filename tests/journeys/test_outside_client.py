# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that knows only AT-SPI does a whole service by names and actions, on the whole program under X."""

from pathlib import Path

import pytest

from i18n.messages import Messages
from tests.support.beside_a_client import outside_client
from tests.support.engines import need_engine
from tests.support.planners.journey import SERVICES, Town
from tests.support.planners.outside import Outside
from tests.support.planners.sharing import share
from tests.support.sandbox_town import running_town
from tests.support.squeezing import squeezed

PLACE = 6
"""Among those who do a service in every run: the others are in test_hands."""


def trip(tmp_path: Path, service: str, request: pytest.FixtureRequest) -> None:
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        received, person = Town(town), Outside(client)
        received.remember()
        said = person.travel(service)
        (reference,) = received.new()
        # Letters that are said one by one are capitals.
        assert squeezed(reference).upper() in squeezed(said).upper()
        request.node.user_properties.append(("presses", person.presses))
        request.node.user_properties.append(("written", person.written))
        assert person.untold == []


@pytest.mark.requirement("AT-07", part="this run's share of the services")
@pytest.mark.requirement("AT-03", part="every change of an answer in this run's share of the services")
@pytest.mark.requirement("AT-01", part="one service, from outside")
@pytest.mark.requirement("AT-02", part="one service, from outside")
@pytest.mark.timeout(400)
def test_a_service_is_done_by_names_and_actions_alone(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    trip(tmp_path, share(PLACE), request)


@pytest.mark.requirement("AT-07", part="texts to choose from in Chinese")
@pytest.mark.requirement("OPR-17", part="texts to choose from, from outside")
@pytest.mark.timeout(180)
def test_chinese_is_typed_and_chosen_by_names_and_actions_alone(tmp_path: Path) -> None:
    need_engine("zh-Hans")
    texts = Messages.load("zh-Hans")
    with running_town(tmp_path) as town, outside_client(tmp_path, town) as client:
        client.press("简体中文")
        client.press(texts.text("home.search"))
        client.tell(**{"await": texts.text("typing.hint")})
        for letter in "woshi":
            client.press(letter)
        assert client.tell(**{"await": "1 我是"})["name"] == "1 我是"
        names = [name for _, name in client.tell(names=True)["names"]]
        assert texts.text("typing.choices") in names
        assert texts.text("typing.more") in names
        client.press("1 我是")
        client.tell(written=[texts.text("search.field"), "我是"])
        names = [name for _, name in client.tell(names=True)["names"]]
        assert not [name for name in names if name.startswith("1 我")]


_DONE: set[str] = set()


@pytest.mark.long
@pytest.mark.requirement("AT-07", part="one service")
@pytest.mark.requirement("AT-03", part="every change of an answer in one service")
@pytest.mark.timeout(400)
@pytest.mark.parametrize("service", SERVICES)
def test_every_service_is_done_by_who_reads_names_and_tries_answers(
    tmp_path: Path, request: pytest.FixtureRequest, service: str
) -> None:
    trip(tmp_path, service, request)
    _DONE.add(service)


@pytest.mark.long
@pytest.mark.requirement("AT-07", part="every shipped service")
@pytest.mark.requirement("AT-03", part="every change of an answer in every shipped service")
def test_no_service_was_left_out_from_outside() -> None:
    if not _DONE:
        pytest.skip("only after the trips")
    assert set(SERVICES) == _DONE
