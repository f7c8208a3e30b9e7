# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the process of the page: with the profile, or without it where that is what is broken."""

import logging
import os
import sys
from dataclasses import replace

from core.text import LocalisedText
from kiosk import link
from kiosk.language_packs import with_packs
from kiosk.out_of_order.process import OutOfOrder
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile, Town
from kiosk.session.application import begin
from kiosk.session.hearing import Hearing
from kiosk.session.speaker import SpeakerSink, sounding_of
from kiosk.session.starting import first_order

log = logging.getLogger("kiosk.out_of_order")

STAND_IN = "town-hall-kiosk"


def main() -> None:
    """Read the order from standard input, and stay until that closes."""
    application = begin()
    order = first_order()
    if order is None:
        return
    profile = profile_of(order.profile)
    sink = SpeakerSink(sounding_of(profile))
    process = OutOfOrder(application, order, profile, lambda line: link.say(sys.stdout.buffer, line), sink)

    def hear(line: link.Line) -> None:
        if isinstance(line, link.Show):
            process.show(aloud=line.page == link.SHOW_OUT_OF_ORDER)

    def end() -> None:
        process.close()
        os._exit(0)

    Hearing(hear, end, process)
    sys.exit(application.exec())


def profile_of(name_or_file: str) -> Profile:
    """The profile, or one without a town: every language, no number that could be another town's."""
    found = load(name_or_file)
    if not isinstance(found, BadProfile):
        return with_packs(found)[0]
    log.error("the profile cannot be used: %s", found.lines()[0])
    shipped = load(STAND_IN)
    if isinstance(shipped, BadProfile):
        raise TypeError(f"the shipped profile is broken: {shipped.lines()[0]}")
    nothing = LocalisedText()
    nobody = Town(name="", names=nothing, phone="", counter=nothing, hours="", emergency="")
    return replace(shipped, town=nobody)
