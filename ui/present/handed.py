# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question that is answered with a file: what was found on the stick or the scanner, and what was taken of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from core.ids import Language
from core.text import Phrase
from core.visit.files import Device
from core.visit.making import NAMES, device_for
from i18n.direction import isolate, plain
from i18n.formats import date_day, date_long, file_size
from i18n.messages import Messages
from ui.present.making import MakingContents, present_making
from ui.present.setting import Setting

if TYPE_CHECKING:
    from core.forms.definition import Question
    from core.visit.files import FileFound
    from core.visit.state import Filling

LONGEST_NAME = 60
"""Characters of a file's name that are shown."""

BETWEEN = " · "

_SIGNS = re.compile(r"([-_.])(?=\w)")
_TOO_LONG = re.compile(r"(\w{7})(?=\w)")


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file to take: its name, size and day."""

    place: str
    label: Phrase


@dataclass(frozen=True, slots=True)
class FileContents:
    """`held` says which file is the answer now, and is empty before one is. `told` is what is to be known or done.

    `look` is empty where the machine has no place for files; `back` takes the file back. `wrong` is why the file
    pressed last was not taken.
    `make` opens what the answer can be made with here; what was made is `shown`, and called `shown_name`, or `hear`
    plays it.
    """

    held: str
    told: str
    rows: tuple[FileRow, ...]
    look: str
    back: str
    wrong: str = ""
    make: str = ""
    make_picture: str = "camera"
    shown: bytes = field(default=b"", repr=False)
    shown_name: str = ""
    hear: str = ""


def handed(
    filling: Filling, question: Question, texts: Messages, setting: Setting
) -> FileContents | MakingContents:
    """What the field for a file shows."""
    raw = filling.entry.raw(question.path)
    held = next((one for one in filling.files if one.name == raw), None) if raw else None
    making = filling.making if filling.making and filling.making.path == question.path else None
    if making is not None and making.trouble is None:
        return present_making(making, texts, alone=setting.at_home)
    offered = filling.offered if filling.offered and filling.offered.path == question.path else None
    if held is not None:
        if held.said == NAMES[Device.CAMERA]:
            back, name = texts.text("file.back"), texts.text("photo.yours")
            return FileContents(
                texts.text("photo.held"), "", (), "", back, shown=held.content, shown_name=name
            )
        if held.said == NAMES[Device.MICROPHONE]:
            back, hear = texts.text("file.back"), texts.text("record.hear")
            told = "" if setting.at_home else texts.text("record.others")
            return FileContents(texts.text("record.held"), told, (), "", back, hear=hear)
        said = texts.text("file.held", name=_shown(held.said))
        return FileContents(said, "", (), "", texts.text("file.back"))
    make = _make(question, texts, setting)
    icon = "camera" if device_for(question.media_type) is Device.CAMERA else "microphone"
    gone = making.trouble if making is not None else None
    unmade = texts.text(gone.key, **gone.values) if gone is not None else ""
    if not setting.files:
        told = "" if make or unmade else texts.text("file.nowhere")
        return FileContents("", told, (), "", "", unmade, make, icon)
    if offered is None or offered.looking:
        told = texts.text("file.looking" if offered else "file.how_home" if setting.at_home else "file.how")
        return FileContents("", "" if unmade else told, (), texts.text("file.look"), "", unmade, make, icon)
    rows = tuple(_row(one, texts, setting) for one in offered.files)
    told = texts.text("file.choose" if rows else "file.none")
    trouble = offered.trouble
    wrong = texts.text(trouble.key, **trouble.values) if trouble is not None else unmade
    return FileContents("", "" if wrong else told, rows, texts.text("file.look_again"), "", wrong, make, icon)


def _make(question: Question, texts: Messages, setting: Setting) -> str:
    """The button that opens what the answer can be made with; empty where this machine has none."""
    device = device_for(question.media_type)
    if setting.photo and device is Device.CAMERA:
        return texts.text("photo.open")
    if setting.recording and device is Device.MICROPHONE:
        return texts.text("record.open")
    return ""


def _row(one: FileFound, texts: Messages, setting: Setting) -> FileRow:
    said = (_shown(one.name), _day(one.changed, texts, setting), file_size(one.size, texts.language))
    words = BETWEEN.join(part for part in said if part)
    return FileRow(one.place, Phrase(words, Language(texts.language)))


def _day(changed: float, texts: Messages, setting: Setting) -> str:
    """The day of a file; empty for a moment that no calendar has, which a stranger's stick may hold."""
    try:
        day = datetime.fromtimestamp(changed, setting.now.tzinfo).date()
    except (ValueError, OverflowError, OSError):
        return ""
    return (date_day if day.year == setting.now.year else date_long)(day, texts.language)


def _shown(name: str) -> str:
    """A file's name, which may be one long word: it breaks after its signs, and else after every few letters."""
    short = plain(name, LONGEST_NAME, lines=False)
    return isolate(_TOO_LONG.sub("\\1\u200b", _SIGNS.sub("\\1\u200b", short)))
