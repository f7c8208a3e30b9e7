# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand kiosks after a town's outage: when their submissions arrive, beside kiosks with fixed delays."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Final

from bench.charts import Sheet, polyline
from core import sync
from core.catalogue import ChannelKind
from core.ids import FormId, Language, OrganisationId, ServiceId, SubmissionId
from core.submission import Delivery, Envelope, NotSent, Submission
from kiosk.courier.fetching import LEAST, LONGEST, SOON

KIOSKS: Final = 10_000
OUTAGE_SECONDS: Final = 7_200.0
SEED: Final = 20261127
AT: Final = "https://bench.example"
SHOWN_SECONDS: Final = 1_200
WIDE, HIGH, EDGE, RIGHT = 960, 420, 60, 40
SHEET: Final = Sheet(WIDE, HIGH, EDGE, RIGHT)


@dataclass(frozen=True, slots=True)
class Curve:
    """How many arrived in each second after the agency came back, and how many attempts the outage saw."""

    arrived: Mapping[int, int]
    kiosks: int

    @property
    def peak(self) -> int:
        """Arrivals in the worst second."""
        return max(self.arrived.values(), default=0)

    @property
    def last(self) -> int:
        """The second in which the last arrived."""
        return max(self.arrived, default=0)


def simulate(kiosks: int = KIOSKS, outage: float = OUTAGE_SECONDS, *, fixed: bool = False) -> Curve:
    """One submission at each kiosk, sealed at any moment of the outage, carried by the rules of `core.sync`.

    A courier notices that its agency answers again when it asks for its forms, at the moments of
    `kiosk.courier.fetching`. `fixed`: it asks every five seconds, and what waits leaves at once.
    """
    chance = random.Random(SEED)
    arrived = Counter(int(_arrival(number, outage, chance, fixed=fixed) - outage) for number in range(kiosks))
    return Curve(dict(arrived), kiosks)


def _arrival(number: int, outage: float, chance: random.Random, *, fixed: bool) -> float:
    now = chance.uniform(0.0, outage)
    if fixed:
        return outage + chance.uniform(0.0, SOON)
    delivery, noticed = sync.begin(_submission(number, now)), outage + _notices(chance)
    while now < outage:
        delivery = _refused(delivery, now, chance)
        now = delivery.next_at
    return now if now <= noticed else sync.hasten(delivery, noticed, chance.random()).next_at


def _refused(delivery: Delivery, now: float, chance: random.Random) -> Delivery:
    return sync.after(sync.claim(delivery, now), NotSent("no_connection"), now, chance.random())


def _notices(chance: random.Random) -> float:
    """When, after the end of the outage, the next question is asked: somewhere within a wait that is under way."""
    wait = max(LEAST, chance.random() * LONGEST)
    return chance.uniform(0.0, wait)


def chart(ours: Curve, control: Curve) -> str:
    """Both curves as SVG: arrivals a second over the seconds since the agency came back, in powers of ten."""
    title = f"{ours.kiosks:,} kiosks after an outage: submissions that arrive each second"
    parts: list[str] = []
    for power in range(5):
        parts += SHEET.level(_y(10**power), f"{10**power:,}")
    parts += [
        f'<text x="{_x(second):.0f}" y="{HIGH - 22}" text-anchor="middle">{second // 60} min</text>'
        for second in range(0, SHOWN_SECONDS + 1, 300)
    ]
    for curve, colour, name, line in (
        (control, "#b3261e", f"fixed delay: {control.peak:,} in the worst second", 56),
        (
            ours,
            "#0b57a4",
            f"Civic Kiosk: {ours.peak:,} in the worst second, the last after {ours.last:,} s",
            78,
        ),
    ):
        points = ((_x(s), _y(curve.arrived.get(s, 0))) for s in range(SHOWN_SECONDS + 1))
        parts.append(polyline(points, colour))
        parts.append(f'<text x="{WIDE - RIGHT}" y="{line}" fill="{colour}" text-anchor="end">{name}</text>')
    return SHEET.drawn(title, parts)


def write_chart(file: Path, ours: Curve, control: Curve) -> None:
    """Keep the chart."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(chart(ours, control), "utf-8")


def _x(second: float) -> float:
    return EDGE + (WIDE - RIGHT - EDGE) * second / SHOWN_SECONDS


def _y(arrivals: float) -> float:
    """Powers of ten; nobody lies at the bottom, with one."""
    return HIGH - 50 - (HIGH - 150) * log10(max(arrivals, 1.0)) / 4


def _submission(number: int, created: float) -> Submission:
    envelope = Envelope(ChannelKind.OPENROSA, AT, (), b"", repeatable=True)
    return Submission(
        id=SubmissionId(f"uuid:{number:032x}"),
        seal="",
        service=ServiceId(AT),
        form=FormId("form"),
        form_version="1",
        organisation=OrganisationId(AT),
        language=Language("en"),
        created=created,
        envelope=envelope,
    )


if __name__ == "__main__":
    ours, control = simulate(), simulate(fixed=True)
    write_chart(Path("build/arrivals.svg"), ours, control)
    for name, curve in (("ours", ours), ("fixed delay", control)):
        print(
            f"{name:12} {sum(curve.arrived.values())} arrived, {curve.peak} in the worst second, last {curve.last} s"
        )
