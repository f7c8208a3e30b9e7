# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile what could shut people out, and refuses it: times, the glass, and languages without a voice."""

from collections.abc import Mapping

from core.breach import Wrong
from core.visit.delays import FLOOR, Delays
from kiosk.profile import thresholds
from kiosk.profile.model import Kind, Profile, Screen
from kiosk.profile.reading import Table


def read_screen(table: Table) -> Screen:
    """`[screen]`. Where its pixels are given, the glass has to be large enough for what is pressed on every page."""
    screen = Screen(
        ppi=table.number("ppi", *thresholds.PPI.asked),
        distance=int(table.number("distance_mm", *thresholds.DISTANCE.asked)),
        width=int(table.number("width", 0, 16_384, 0, "pixels")),
        height=int(table.number("height", 0, 16_384, 0, "pixels")),
        floor=int(table.number("floor_mm", *thresholds.ABOVE_FLOOR.asked)),
        reach=int(table.number("reach_mm", *thresholds.REACH.asked)),
    )
    _told_too_small(table, screen)
    table.leftovers()
    return screen


def _told_too_small(table: Table, screen: Screen) -> None:
    if not (screen.width and screen.height):
        return
    glass = screen.measure(screen.width, screen.height)
    found, least = thresholds.least_target(glass), thresholds.smallest_target()
    if found < least:
        left, most = f"{max(found, 0):.1f}", str(thresholds.densest(glass))
        table.wrong(
            "ppi",
            f"is {screen.ppi:g}, which leaves {left} mm for each button of the bar",
            f"at least {least:g} mm for each on {screen.width} × {screen.height} pixels",
            f"at most {most}, measured on the glass",
            kind=Wrong.GLASS,
            found=left,
            least=f"{least:g}",
            most=most,
        )


def read_delays(table: Table, kind: Kind) -> Delays:
    """`[delays]`. At home nobody is sent away, whatever stands there."""
    usual = Delays()
    idle = table.number("idle", FLOOR.idle or 60, 3_600, usual.idle or 180, "seconds")
    delays = Delays(
        idle=None if kind is Kind.HOME else idle,
        warning=table.number("warning", *thresholds.WARNING.asked),
        farewell=table.number("farewell", FLOOR.farewell, 120, usual.farewell, "seconds"),
        called=table.number("called", FLOOR.called, 7_200, usual.called, "seconds"),
        abandoned=table.number("abandoned", FLOOR.abandoned, 600, usual.abandoned, "seconds"),
    )
    table.leftovers()
    return delays


def told_unheard(table: Table, profile: Profile, voices: Mapping[str, str]) -> None:
    """Refuse a language that nobody who cannot see could use. `voices` are those that language packs bring."""
    neural = profile.voice.neural
    here = {tag: "neural" for tag in voices if neural and (neural / f"{tag}.onnx").is_file()}
    # One of which there are no words either is told already.
    spoken = tuple(tag for tag in profile.languages if tag in voices)
    for tag in thresholds.unheard(spoken, {**voices, **here}):
        table.wrong(
            "languages",
            f"has {tag}, which no voice speaks",
            "languages with a voice",
            "name a voice in the language pack, or put one of Piper's into [voice] neural",
            kind=Wrong.VOICE,
        )
