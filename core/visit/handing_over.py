# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question that is answered with a file: looking for files, taking one, and what was made on the page."""

from dataclasses import replace

from core.ids import QuestionPath
from core.visit import events as e
from core.visit import making, undoing
from core.visit import pages as p
from core.visit.effects import LookForFiles, TakeFile
from core.visit.files import Device, FileHeld, Offered, Stage, sent_name
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay


def step(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    """What a press means on the page of such a question; None when it means nothing there."""
    path = page.path
    match event:
        case e.FilesPressed():
            takes = filling.entry.question(path).media_type
            looking = replace(filling, offered=Offered(path, looking=True))
            return Step(replace(visit, filling=looking), (LookForFiles(path, takes),))
        case e.FileChosen(place=place):
            offered = filling.offered
            if offered is None or offered.path != path or place not in {one.place for one in offered.files}:
                return stay(visit)
            question = filling.entry.question(path)
            return Step(visit, (TakeFile(path, place, question.media_type, question.largest),))
        case e.UsePressed():
            return _use(visit, filling, path)
        case e.ContinuePressed() if filling.making is not None and filling.making.stage is Stage.DONE:
            # Whoever goes on with a photo on the page means it; the page then says that it is in the form.
            return _use(visit, filling, path)
        case e.FileMade(name=name, said=said, content=content):
            if not content:
                return Step(replace(visit, filling=undoing.answered(filling, path, "")))
            return Step(replace(visit, filling=_made(filling, path, FileHeld(name, said, content))))
        case _:
            return None


Answer = e.FilesFound | e.FileTaken | e.FileRefused | e.Seen | e.Made | e.MakingEnded


def answered(visit: Visit, event: Answer) -> Step:
    """What the outside answers, unless the citizen has gone elsewhere meanwhile."""
    if isinstance(event, e.Seen | e.Made | e.MakingEnded):
        return making.answered(visit, event)
    filling, page = visit.filling, visit.page
    if filling is None or not isinstance(page, p.Question) or page.path != event.path:
        return stay(visit)
    match event:
        case e.FilesFound(path=path, files=files):
            filling = replace(filling, offered=Offered(path, files))
        case e.FileTaken(path=path, name=name, content=content):
            filling = _taken(filling, path, name, content)
            if filling.offered is not None:
                filling = replace(filling, offered=replace(filling.offered, trouble=None))
        case e.FileRefused(path=path, trouble=trouble):
            before = filling.offered or Offered(path)
            filling = replace(filling, offered=replace(before, looking=False, trouble=trouble))
    return Step(replace(visit, filling=filling))


def _use(visit: Visit, filling: Filling, path: QuestionPath) -> Step:
    """What was made at the machine becomes the answer."""
    made = filling.making
    if made is None or made.stage is not Stage.DONE or made.path != path:
        return stay(visit)
    left = replace(filling, making=None, offered=None)
    if made.device is Device.CODES:
        return Step(replace(visit, filling=undoing.answered(left, path, making.code_in(made.content))))
    used = _taken(left, path, making.NAMES[made.device], made.content)
    return Step(replace(visit, filling=used))


def _taken(filling: Filling, path: QuestionPath, name: str, content: bytes) -> Filling:
    """The answer is the file's name. The file that it was before stays, so that Undo has it."""
    same = next((one for one in filling.files if (one.said, one.content) == (name, content)), None)
    held = same or FileHeld(sent_name(name, (one.name for one in filling.files)), name, content)
    files = filling.files if same is not None else (*filling.files, held)
    return undoing.answered(replace(filling, files=files), path, held.name)


def _made(filling: Filling, path: QuestionPath, made: FileHeld) -> Filling:
    """What is still being made keeps its name from stroke to stroke and from letter to letter."""
    raw, others = filling.entry.raw(path), filling.files
    if raw and any(one.name == raw for one in others):
        others = tuple(one for one in others if one.name != raw)
        name = raw
    else:
        name = sent_name(made.name, (one.name for one in others))
    files = (*others, replace(made, name=name))
    return undoing.answered(replace(filling, files=files), path, name)
