# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""After an outage the kiosks of a town do not come back as one wave."""

from lxml import etree

from bench.arrivals import SHOWN_SECONDS, chart, simulate

KIOSKS = 500


def test_kiosks_come_back_over_minutes_and_all_of_them() -> None:
    ours, control = simulate(KIOSKS), simulate(KIOSKS, fixed=True)

    assert sum(ours.arrived.values()) == sum(control.arrived.values()) == KIOSKS
    assert ours.peak * 10 < control.peak
    assert ours.last < SHOWN_SECONDS


def test_the_chart_shows_both_curves() -> None:
    drawn = etree.fromstring(chart(simulate(KIOSKS), simulate(KIOSKS, fixed=True)).encode())

    lines = drawn.findall(".//{*}polyline")
    assert [len(line.get("points", "").split()) for line in lines] == [SHOWN_SECONDS + 1] * 2
    assert "500 kiosks" in (drawn.findtext(".//{*}title") or "")
