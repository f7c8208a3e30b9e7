# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""P4: an agency that cannot recognise a repetition is never told twice, though its courier dies around attempts."""

import random
from dataclasses import replace
from typing import Final

from core.catalogue import ChannelKind
from core.ids import FormId
from core.seal_number import make
from proof.verdict import Trial, Verdict
from services.access import Keys
from services.boundary import Limits
from services.http import Http
from services.open311.agency import Open311Agency
from services.open311.envelope import envelope, reference_mark
from services.origins import Origins
from tests.support import chaos_server as c
from tests.support.agency_worlds import submission_of
from tests.support.dying_courier import DyingCourier, SetClock
from tests.support.lagging_city import LaggingCity

SEED: Final = 4
LAG: Final = 300.0
SETTLE: Final = 2 * LAG
"""What the profile must give: twice as long as the city needs until a report can be seen."""

LIMITS: Final = Limits(connect=5.0, read=5.0, total=10.0)


def prove(trial: Trial) -> Verdict:
    """`number` deaths, reports in between, and a city that takes six of ten in silence.

    The seeded fault is a settle time of nothing: a report is looked for before it can be seen, and sent again.
    """
    chance, clock = random.Random(SEED), SetClock()
    city = LaggingCity(clock, random.Random(SEED + 1), LAG)
    with c.chaos(city.meet) as server:
        agency = Open311Agency(Http(Origins.of([server.origin]), LIMITS), Keys.of([]), clock)
        courier = DyingCourier(
            trial.folder,
            {ChannelKind.OPEN311: agency},
            clock,
            chance,
            settle=0.0 if trial.control else SETTLE,
        )
        made, people, left = courier.die(
            trial.number, lambda number: _report(courier, number, f"{server.url}/open311/v2", clock.now)
        )
        courier.close()
    lost = sum(city.times(reference_mark(_seal(number))) == 0 for number in range(made)) - people
    figures = (
        f"kills {courier.kills} reports {made} lost {lost} doubled {city.doubled()} "
        f"left to a person {people} still waiting {left}"
    )
    return Verdict(courier.kills >= trial.number and lost <= 0 and not city.doubled() and not left, figures)


def _seal(number: int) -> str:
    return make(number.to_bytes(5))


def _report(courier: DyingCourier, number: int, endpoint: str, now: float) -> None:
    """Somebody reports a tree."""
    xml = f"<data><report><description>A tree has fallen {number}.</description></report></data>"
    wire = envelope(xml.encode(), endpoint, FormId("tree"), _seal(number))
    courier.seal(replace(submission_of(number, "tree", wire), created=now))
