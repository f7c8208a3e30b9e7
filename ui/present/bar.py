# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The six words of the fixed bar, which stand in the same places on every page."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.ids import Language
from i18n.messages import Messages

if TYPE_CHECKING:
    from core.visit.state import Visit


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


def present_bar(visit: "Visit", texts: Messages) -> BarContents:
    """The words of the bar now."""
    from core.visit.pages import Finished, OutOfOrder, Welcome  # the first picture does without

    nobody = isinstance(visit.page, Welcome | Finished | OutOfOrder)
    words = present_first_bar(visit.language, texts)
    if visit.called:
        words = replace(words, help=texts.text("bar.coming"), help_short=texts.text("bar.coming_short"))
    if visit.speaking:
        read, short = texts.text("bar.stop"), texts.text("bar.stop_short")
        words = replace(words, read=read, read_short=short, reading=True)
    back = "" if nobody and visit.over is None else texts.text("bar.back")
    return replace(words, back=back, finish="" if nobody else texts.text("bar.finish"))


def present_first_bar(language: Language, texts: Messages) -> BarContents:
    """The words of the bar while nobody is here: there is nothing to go back to, and nothing to finish."""
    return BarContents(
        language=language,
        back="",
        help=texts.text("bar.help"),
        help_short=texts.text("bar.help_short"),
        read=texts.text("bar.read"),
        read_short=texts.text("bar.read_short"),
        settings=texts.text("bar.settings"),
        languages=texts.text("bar.language"),
        finish="",
        reading=False,
    )
