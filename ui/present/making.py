# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer that is made at the machine, while it is made: what the camera sees, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from core.visit import events as e
from core.visit.files import Device, Stage
from core.visit.making import MINUTES

if TYPE_CHECKING:
    from core.visit.files import Making
    from i18n.messages import Messages


@dataclass(frozen=True, slots=True)
class MakingButton:
    """Something to press: what it means, its words, its pictogram, and what it is called by tests."""

    event: e.ByPerson
    text: str
    picture: str
    called: str


@dataclass(frozen=True, slots=True)
class MakingContents:
    """`told` is what happens now, `private` where an answer is in it. `picture` is what the camera sees or took, called
    `name`; empty before it sees."""

    told: str
    buttons: tuple[MakingButton, ...]
    picture: bytes = field(default=b"", repr=False)
    name: str = ""
    private: bool = False


def present_making(making: Making, texts: Messages, *, alone: bool, read: str = "") -> MakingContents:
    """What the field shows while something is made. `alone` where nobody else is near, as at home; `read` is what a
    code says, empty where it is not to be seen."""
    match making.device:
        case Device.CAMERA:
            return _photo(making, texts)
        case Device.MICROPHONE:
            return _recording(making, texts, alone=alone)
        case Device.CODES:
            return _code(making, read, texts)
        case _:
            assert_never(making.device)


def _photo(making: Making, texts: Messages) -> MakingContents:
    stop = MakingButton(e.StopMakingPressed(), texts.text("photo.stop"), "delete", "answer.stop")
    match making.stage:
        case Stage.OPENING:
            return MakingContents(texts.text("photo.opening"), (stop,))
        case Stage.RUNNING:
            take = MakingButton(e.TakePressed(), texts.text("photo.take"), "camera", "answer.take")
            told, name = texts.text("photo.ready"), texts.text("photo.name")
            return MakingContents(told, (take, stop), making.content, name)
        case Stage.DONE:
            use = MakingButton(e.UsePressed(), texts.text("photo.use"), "check", "answer.use")
            again = MakingButton(e.MakePressed(), texts.text("photo.again"), "back", "answer.again")
            told, name = texts.text("photo.taken"), texts.text("photo.yours")
            return MakingContents(told, (use, again), making.content, name)


def _code(making: Making, read: str, texts: Messages) -> MakingContents:
    stop = MakingButton(e.StopMakingPressed(), texts.text("photo.stop"), "delete", "answer.stop")
    match making.stage:
        case Stage.OPENING:
            return MakingContents(texts.text("photo.opening"), (stop,))
        case Stage.RUNNING:
            return MakingContents(texts.text("code.ready"), (stop,), making.content, texts.text("photo.name"))
        case Stage.DONE:
            use = MakingButton(e.UsePressed(), texts.text("code.use"), "check", "answer.use")
            again = MakingButton(e.MakePressed(), texts.text("code.again"), "back", "answer.again")
            leave = MakingButton(e.StopMakingPressed(), texts.text("code.leave"), "delete", "answer.stop")
            told = texts.text("code.read", value=read) if read else texts.text("code.read_hidden")
            return MakingContents(told, (use, again, leave), private=bool(read))


def _recording(making: Making, texts: Messages, *, alone: bool) -> MakingContents:
    leave = MakingButton(e.StopMakingPressed(), texts.text("record.leave"), "delete", "answer.stop")
    match making.stage:
        case Stage.OPENING:
            return MakingContents(texts.text("record.opening"), (leave,))
        case Stage.RUNNING:
            end = MakingButton(e.TakePressed(), texts.text("record.stop"), "check", "answer.take")
            return MakingContents(texts.text("record.running", n=MINUTES), (end, leave))
        case Stage.DONE:
            hear = MakingButton(e.HearPressed(), texts.text("record.hear"), "read-aloud", "answer.hear")
            use = MakingButton(e.UsePressed(), texts.text("record.use"), "check", "answer.use")
            again = MakingButton(e.MakePressed(), texts.text("record.again"), "back", "answer.again")
            told = texts.text("record.full" if making.full else "record.done")
            others = "" if alone else texts.text("record.others")
            return MakingContents("\n".join(part for part in (told, others) if part), (hear, use, again))
