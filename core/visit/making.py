# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""An answer that is made at the machine, a photo, a recording or a code: it is none before its person says so."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from unicodedata import category

from core.errors import Trouble
from core.visit import events as e
from core.visit import pages as p
from core.visit.effects import BeginMaking, Effect, FinishMaking, PlaySound, StopMaking
from core.visit.files import Device, Making, Stage
from core.visit.state import Filling, Visit
from core.visit.steps import Step, stay

if TYPE_CHECKING:
    # The form engine is loaded when the first form is opened, not before the first window is shown.
    from core.forms.definition import Question

NAMES: Final = {Device.CAMERA: "photo.jpg", Device.MICROPHONE: "recording.wav"}
"""What is made here is sent under these names, and numbered where there are several."""

_PHOTOS: Final = frozenset(["", "*", "*/*", "image/*", "image/jpeg", ".jpg", ".jpeg", "application/*"])
"""What a question takes that a photo answers: a picture, or a document, of which one can be taken."""

_RECORDINGS: Final = frozenset(["audio/*", "audio/wav", ".wav"])

MINUTES: Final = 3
"""How long a recording may be."""

LONGEST_CODE: Final = 7_089
"""Characters of a code: the digits of the largest QR code. What is longer is none."""


def device_for(takes: str) -> Device | None:
    """What can make an answer to a question that takes these files; None for what has to be brought along."""
    parts = {one.strip() for one in takes.lower().split(",")}
    if parts & _RECORDINGS:
        return Device.MICROPHONE
    return Device.CAMERA if parts & _PHOTOS else None


def device_of(question: "Question") -> Device | None:
    """What can make an answer to a question."""
    return Device.CODES if question.type.value == "barcode" else device_for(question.media_type)


def code_in(content: bytes) -> str:
    """The text of a code, as ODK Collect takes it: without the signs that nobody sees, such as those between the parts
    of a GS1 code. Empty for what is too long."""
    text = content.decode("utf-8", "replace")
    seen = "".join([sign for sign in text if not category(sign).startswith("C")])
    return seen if len(seen) <= LONGEST_CODE else ""


def step(visit: Visit, filling: Filling, page: p.Question, event: e.ByPerson) -> Step | None:
    """What a press means on the page of such a question; None when it means nothing there."""
    making = filling.making
    match event:
        case e.MakePressed():
            question = filling.entry.question(page.path)
            device = device_of(question)
            if device is None or filling.entry.readonly(page.path):
                return stay(visit)
            begun = replace(filling, making=Making(page.path, device))
            front = "front" in question.appearance.split()
            return Step(replace(visit, filling=begun), (BeginMaking(page.path, device, front),))
        case e.TakePressed() if (
            making is not None and making.stage is Stage.RUNNING and making.device is not Device.CODES
        ):
            return Step(visit, (FinishMaking(),))
        case e.HearPressed():
            return _hear(visit, filling, page)
        case e.StopMakingPressed() if making is not None:
            return Step(replace(visit, filling=replace(filling, making=None)), (StopMaking(),))
        case _:
            return None


def _hear(visit: Visit, filling: Filling, page: p.Question) -> Step:
    """Play what was recorded: what is not yet the answer, or what is."""
    making, raw = filling.making, filling.entry.raw(page.path)
    content = next((one.content for one in filling.files if raw and one.name == raw), b"")
    if making is not None and making.stage is Stage.DONE and making.device is Device.MICROPHONE:
        content = making.content
    if not content:
        return stay(visit)
    return Step(replace(visit, speaking=True, paused=False, speech_trouble=None), (PlaySound(content),))


def recording(visit: Visit) -> bool:
    """Whether the microphone is open, so that no voice of ours may speak."""
    making = _making(visit)
    return making is not None and making.device is Device.MICROPHONE and making.stage is not Stage.DONE


def answered(visit: Visit, event: e.Seen | e.Made | e.MakingEnded) -> Step:
    """What the device answers, unless nobody waits for it any more."""
    filling = visit.filling
    making = filling.making if filling is not None else None
    if filling is None or making is None or making.path != event.path:
        return stay(visit)
    match event:
        case e.Seen(content=content) if making.stage is not Stage.DONE:
            making = replace(making, stage=Stage.RUNNING, content=content)
        case e.Seen():
            return stay(visit)
        case e.Made(content=content) if making.device is Device.CODES and not code_in(content):
            making = Making(making.path, making.device, trouble=Trouble("trouble.code_camera_gone"))
        case e.Made(content=content, full=full):
            making = replace(making, stage=Stage.DONE, content=content, full=full)
        case e.MakingEnded(trouble=trouble):
            making = Making(making.path, making.device, trouble=trouble)
    return Step(replace(visit, filling=replace(filling, making=making)))


def left(before: Visit, after: Step) -> Step:
    """Whoever goes to another page, or finishes, leaves the device; the page below help or settings stays theirs."""
    making = _making(before)
    if making is None or _making(after.visit) is None:
        return after
    same = after.visit.page
    if isinstance(same, p.Question) and same.path == making.path and after.visit.filling is not None:
        return after
    silent: tuple[Effect, ...] = (StopMaking(),)
    filling = after.visit.filling
    aside = replace(filling, making=None) if filling is not None else None
    return Step(replace(after.visit, filling=aside), (*after.effects, *silent))


def _making(visit: Visit) -> Making | None:
    return visit.filling.making if visit.filling is not None else None
