# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of answers that are put in order, lie on a scale or are handed over as files."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.errors import Trouble
from core.forms.entry import Entry
from core.visit import pages as p
from core.visit.files import Device, FileFound, FileHeld, Making, Offered, Stage
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, opened, path
from ui.registry_form import form_source
from ui.registry_pictures import street_files
from ui.registry_street_form import QUESTIONS
from ui.registry_town import service_id

_FILES = tuple(
    FileFound(f"/media/stick/{name}", name, size, NOW.timestamp() - 86_400 * days)
    for days, (name, size) in enumerate(
        [
            ("corner.jpg", 2_140_000),
            ("plan.pdf", 310_000),
            ("الشارع.png", 845_000),
            ("letter.docx", 24_000),
            ("IMG_2041.jpeg", 3_020_000),
            ("scan0007.pdf", 640_000),
        ]
    )
)

_PHOTO = street_files()["bench.png"]

_DRAWN = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAADwAAAAPAQMAAACC3D4yAAAABlBMVEX///8AAABVwtN+AAAACXBIWXMAAA9hAAAPYQGoP6dpAAAA"
    "OUlEQVQImWNgIAbwNzB+ADMEHJg4GBxALAUgbgDiBAEeNkaQQAOHACMTWBGLAkMLmMF8gKGCKPMZAIp6BbzD++d2AAAAAElFTkSu"
    "QmCC"
)


def answer_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    form = opened(form_source(QUESTIONS, "street"))
    begun = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)

    def asked(name: str, raw: str = "", *, told: bool = False, letters: str = "") -> Visit:
        page = p.Question(path(name), told, letters=letters)
        return _filling(home, begun.answer(path(name), raw)).go(page)

    def handing(offered: Offered | None = None, *held: FileHeld, name: str = "photo") -> Visit:
        entry = begun.answer(path(name), held[0].name) if held else begun
        shown = _filling(home, entry)
        filling = shown.filling
        if filling is None:
            raise ValueError("a file is handed over while a form is filled")
        filling = replace(filling, files=held, offered=offered)
        return replace(shown, filling=filling).go(p.Question(path(name)))

    def making(stage: Stage, trouble: Trouble | None = None) -> Visit:
        shown = handing()
        filling = shown.filling
        if filling is None:
            raise ValueError("a photo is taken while a form is filled")
        content = _PHOTO if stage is not Stage.OPENING else b""
        made = Making(path("photo"), Device.CAMERA, stage, content, trouble=trouble)
        return replace(shown, filling=replace(filling, making=made))

    def coding(stage: Stage, trouble: Trouble | None = None, *, name: str = "lamp") -> Visit:
        shown = asked(name)
        filling = shown.filling
        if filling is None:
            raise ValueError("a code is looked for while a form is filled")
        content = {Stage.OPENING: b"", Stage.RUNNING: _PHOTO, Stage.DONE: b"PORT-AMITY/LAMP/04417"}[stage]
        made = Making(path(name), Device.CODES, stage, content, trouble=trouble)
        return replace(shown, filling=replace(filling, making=made))

    found = Offered(path("photo"), _FILES)
    return {
        "question-file": handing(),
        "question-file-list": handing(found),
        "question-file-none": handing(Offered(path("photo"))),
        "question-file-refused": handing(
            replace(found, trouble=Trouble("trouble.file_large", {"most": "10"}))
        ),
        "question-file-held": handing(None, FileHeld("corner.jpg", "corner.jpg", b"\xff\xd8\xff")),
        "question-photo": making(Stage.RUNNING),
        "question-photo-opening": making(Stage.OPENING),
        "question-photo-taken": making(Stage.DONE),
        "question-photo-gone": making(Stage.OPENING, Trouble("trouble.photo_camera_gone")),
        "question-photo-none": making(Stage.OPENING, Trouble("trouble.no_photo_camera")),
        "question-photo-held": handing(None, FileHeld("photo.jpg", "photo.jpg", _PHOTO)),
        "question-sign": handing(None, FileHeld("signature.png", "Ana Petrova", b"-"), name="sign"),
        "question-sign-drawn": handing(None, FileHeld("signature.png", "", _DRAWN), name="sign"),
        "question-sign-problem": asked("sign", told=True),
        "question-very-long-list": asked("house", "h77"),
        "question-very-long-list-found": asked("house", letters="11"),
        "question-very-long-list-none": asked("house", letters="999"),
        "question-barcode": asked("lamp"),
        "question-code-opening": coding(Stage.OPENING),
        "question-code-looking": coding(Stage.RUNNING),
        "question-code-found": coding(Stage.DONE),
        "question-code-hidden": coding(Stage.DONE, name="card"),
        "question-code-hidden-held": asked("card", "29110004417"),
        "question-code-none": coding(Stage.OPENING, Trouble("trouble.no_code_camera")),
        "question-code-gone": coding(Stage.OPENING, Trouble("trouble.code_camera_gone")),
        "question-rank": asked("matters"),
        "question-rank-problem": asked("matters", "trees walk", told=True),
        "question-range": asked("safe", "4"),
        "question-range-stepped": asked("speed", "30"),
        "question-range-problem": asked("speed", "33", told=True),
    }


def _filling(home: Visit, entry: Entry) -> Visit:
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    return replace(home.go(p.AboutService(service.id)), filling=Filling(service.id, service.api, entry))
