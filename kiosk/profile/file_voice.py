# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads from a profile where the voice sounds, and how loud and how fast it is as a visit begins."""

from pathlib import Path
from typing import Final

from accessibility.preferences import SPEECH_RATES, VOLUMES
from accessibility.speech.volume import loudest_start
from core.breach import Wrong
from kiosk.profile.file_places import path_of
from kiosk.profile.reading import Table
from kiosk.profile.voice_place import Private, VoicePlace

FIRST: Final = 1
"""What the quietest and the slowest step are called in the file: what stands on the page where people change them."""


def read_voice(table: Table, beside: Path) -> VoicePlace:
    """`[voice]`. A visit may not begin so loud that the loudness measured here goes above what is safe (SPK-05)."""
    usual = VoicePlace()
    voice = VoicePlace(
        device=table.text("device", ""),
        private=table.choice("private", Private, usual.private),
        card=table.text("card", ""),
        jack=table.text("jack", ""),
        loudest_dba=table.number("loudest_dba", 0, 120, 0.0, "dBA"),
        recorded=path_of(table, "recorded", beside),
        neural=path_of(table, "neural", beside),
        volume=_step(table, "volume", VOLUMES, usual.volume),
        speed=_step(table, "speed", SPEECH_RATES, usual.speed),
    )
    if voice.private is Private.JACK and not (voice.card and voice.jack):
        what = 'is "jack" without a card and a jack'
        table.wrong("private", what, "card and jack as `amixer` names them", kind=Wrong.JACK)
    _told_too_loud(table, voice)
    table.leftovers()
    return voice


def _step(table: Table, key: str, ends: tuple[int, int], usual: int) -> int:
    first, last = ends
    return int(table.number(key, FIRST, last - first + FIRST, usual - first + FIRST)) - FIRST + first


def _told_too_loud(table: Table, voice: VoicePlace) -> None:
    most = loudest_start(voice.loudest_dba)
    if voice.volume > most:
        step, safe = voice.volume - VOLUMES[0] + FIRST, most - VOLUMES[0] + FIRST
        table.wrong(
            "volume",
            f"is {step}, with which a visit would begin louder than is safe",
            f"a number from {FIRST} to {safe}; more only with a loudest_dba that allows it",
            f"{safe}",
            kind=Wrong.LOUD,
            most=f"{safe}",
        )
