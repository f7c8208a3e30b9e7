# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the process of the page: with the profile, or without it where that is what is broken."""

import logging
import os
import sys
from dataclasses import replace

from PySide6.QtCore import QObject, QSocketNotifier, Slot

from core.text import LocalisedText
from kiosk import link
from kiosk.language_packs import with_packs
from kiosk.out_of_order.process import OutOfOrder
from kiosk.profile.file import BadProfile, load
from kiosk.profile.model import Profile, Town
from kiosk.session.application import begin
from kiosk.session.speaker import SpeakerSink, sounding_of
from kiosk.session.starting import first_line

log = logging.getLogger("kiosk.out_of_order")

STAND_IN = "town-hall-kiosk"


class Told(QObject):
    """Hears what the supervisor says, and ends the process when it says nothing any more."""

    def __init__(self, process: OutOfOrder) -> None:
        super().__init__()
        self._process, self._buffer = process, b""
        os.set_blocking(sys.stdin.fileno(), False)
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._on_input)

    @Slot()
    def _on_input(self) -> None:
        try:
            raw = os.read(sys.stdin.fileno(), 65_536)
        except BlockingIOError:
            return
        if not raw:
            self._process.close()
            os._exit(0)
        *lines, self._buffer = (self._buffer + raw).split(b"\n")
        for line in lines:
            told = link.decode(line)
            if isinstance(told, link.Show):
                self._process.show(aloud=told.page == link.SHOW_OUT_OF_ORDER)


def main() -> None:
    """Read the order from standard input, and stay until that closes."""
    application = begin()
    raw = first_line()
    if not raw:
        return
    order = link.decode(raw)
    if not isinstance(order, link.Order):
        raise TypeError("the first line to a process is its order")
    profile = profile_of(order.profile)
    sink = SpeakerSink(sounding_of(profile))
    process = OutOfOrder(application, order, profile, lambda line: link.say(sys.stdout.buffer, line), sink)
    told = Told(process)
    status = application.exec()
    del told
    sys.exit(status)


def profile_of(name_or_file: str) -> Profile:
    """The profile, or one without a town: every language, no number that could be another town's."""
    found = load(name_or_file)
    if not isinstance(found, BadProfile):
        return with_packs(found)[0]
    log.error("the profile cannot be used: %s", found.lines()[0])
    shipped = load(STAND_IN)
    if isinstance(shipped, BadProfile):
        raise TypeError(f"the shipped profile is broken: {shipped.lines()[0]}")
    nobody = Town(name="", phone="", counter=LocalisedText.of({}), hours="", emergency="")
    return replace(shipped, town=nobody)
