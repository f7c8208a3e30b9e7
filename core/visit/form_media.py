# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures and sounds of the question that is asked: which there are, seen closely, and heard."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from core.ids import Language, QuestionPath
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import PlaySound
from core.visit.media_pages import LookClosely
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.entry import Entry
    from core.forms.message import Message

MOST: Final = 60
"""Choices whose pictures are looked for; a longer list is searched by letters."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside a text. `large` is to be looked at closely; `place` is that of a choice, -1 for the question."""

    message: "Message"
    told: str
    content: bytes = field(repr=False)
    large: bytes = field(repr=False)
    place: int = -1


def pictures(entry: "Entry", path: QuestionPath, language: Language) -> tuple[Picture, ...]:
    """The pictures of a question and its choices, in order."""
    question = entry.question(path)
    found = [picture(entry, question.label, language)]
    if question.choices and len(question.choices) <= MOST:
        choices = enumerate(entry.choices(question))
        found += [picture(entry, one.label, language, place) for place, one in choices]
    return tuple(one for one in found if one is not None)


def picture(entry: "Entry", message: "Message", language: Language, place: int = -1) -> Picture | None:
    """The picture beside a text; None where there is none, or it cannot be shown."""
    media, files = message.media_in(language), entry.form.files
    content = files.get(media.picture, b"") or files.get(media.large, b"")
    large = files.get(media.large, b"") or content
    return Picture(message, media.told, content, large, place) if content else None


def sound(entry: "Entry", message: "Message", language: Language) -> bytes:
    """The sound beside a text; empty for none."""
    return entry.form.files.get(message.media_in(language).sound, b"")


def step(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    """What a press means on the page of a question; None when it means nothing there."""
    match event:
        case e.PicturesPressed():
            shown = pictures(filling.entry, page.path, visit.language)
            return Step(replace(visit, over=LookClosely())) if shown else stay(visit)
        case e.SoundPressed(value=value):
            content = _sound_of(filling.entry, page.path, value, visit.language)
            if not content:
                return stay(visit)
            heard = replace(visit, speaking=True, paused=False, speech_trouble=None)
            return Step(heard, (PlaySound(content),))
        case _:
            return None


def closely(visit: Visit, over: LookClosely, event: e.ByPerson) -> Step:
    """What a press means while the pictures are looked at closely."""
    match event:
        case e.MorePressed():
            return Step(replace(visit, over=LookClosely(over.number + 1)))
        case e.BackPressed() if over.number:
            return Step(replace(visit, over=LookClosely(over.number - 1)))
        case e.BackPressed() | e.ContinuePressed():
            return Step(replace(visit, over=None))
        case _:
            return stay(visit)


def _sound_of(entry: "Entry", path: QuestionPath, value: str, language: Language) -> bytes:
    question = entry.question(path)
    if not value:
        return sound(entry, question.label, language)
    message = next((one.label for one in entry.choices(question) if one.value == value), None)
    return sound(entry, message, language) if message is not None else b""
