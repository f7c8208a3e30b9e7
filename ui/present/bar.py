# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The six words of the fixed bar, which stand in the same places on every page."""

from dataclasses import dataclass

from core.ids import Language
from core.visit.pages import Finished, Welcome
from core.visit.state import Visit
from i18n.messages import Messages


@dataclass(frozen=True, slots=True)
class BarContents:
    """Short words are for where room is scarce. `back` and `finish` are empty where nothing is to be left.

    `reading` while the voice speaks: the button is inverse and its word stops it.
    """

    language: Language
    back: str
    help: str
    help_short: str
    read: str
    read_short: str
    settings: str
    languages: str
    finish: str
    reading: bool


def present_bar(visit: Visit, texts: Messages) -> BarContents:
    """The words of the bar now."""
    nobody = isinstance(visit.page, Welcome | Finished)
    return BarContents(
        language=visit.language,
        back="" if nobody and visit.over is None else texts.text("bar.back"),
        help=texts.text("bar.coming" if visit.called else "bar.help"),
        help_short=texts.text("bar.coming_short" if visit.called else "bar.help_short"),
        read=texts.text("bar.stop" if visit.speaking else "bar.read"),
        read_short=texts.text("bar.stop_short" if visit.speaking else "bar.read_short"),
        settings=texts.text("bar.settings"),
        languages=texts.text("bar.language"),
        finish="" if nobody else texts.text("bar.finish"),
        reading=visit.speaking,
    )
