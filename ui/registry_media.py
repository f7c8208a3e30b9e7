# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen on which a form shows pictures and plays recordings."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.errors import Trouble
from core.forms.entry import Entry
from core.visit import pages as p
from core.visit.files import Device, FileHeld, Making, Stage
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, opened, path
from ui.registry_form import form_source
from ui.registry_media_form import QUESTIONS
from ui.registry_pictures import street_files
from ui.registry_town import service_id


def media_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    form = opened(form_source(QUESTIONS, "things"), street_files())
    begun = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    channel = service.api

    def asked(name: str, raw: str = "", over: p.Over | None = None, *, told: bool = False) -> Visit:
        entry = begun.answer(path(name), raw) if raw else begun
        filling = Filling(service.id, channel, entry)
        shown = replace(home.go(p.AboutService(service.id)), filling=filling, over=over)
        return shown.go(p.Question(path(name), told))

    def spoken(stage: Stage, trouble: Trouble | None = None, *, full: bool = False) -> Visit:
        shown = asked("spoken")
        filling = shown.filling
        if filling is None:
            raise ValueError("an answer is spoken while a form is filled")
        content = street_files()["told.wav"] if stage is Stage.DONE else b""
        making = Making(path("spoken"), Device.MICROPHONE, stage, content, full, trouble)
        return replace(shown, filling=replace(filling, making=making))

    def held() -> Visit:
        shown, name = asked("spoken", "recording.wav"), "recording.wav"
        filling = shown.filling
        if filling is None:
            raise ValueError("an answer is spoken while a form is filled")
        file = FileHeld(name, name, street_files()["told.wav"])
        return replace(shown, filling=replace(filling, files=(file,)))

    return {
        "question-spoken": asked("spoken"),
        "question-spoken-opening": spoken(Stage.OPENING),
        "question-spoken-running": spoken(Stage.RUNNING),
        "question-spoken-done": spoken(Stage.DONE),
        "question-spoken-full": spoken(Stage.DONE, full=True),
        "question-spoken-none": spoken(Stage.OPENING, Trouble("trouble.no_microphone")),
        "question-spoken-gone": spoken(Stage.OPENING, Trouble("trouble.microphone_gone")),
        "question-spoken-held": held(),
        "question-picture": asked("seen"),
        "question-pictures": asked("broken", "bench"),
        "question-pictures-problem": asked("broken", told=True),
        "question-pictures-bare": asked("bare"),
        "question-recordings": asked("heard", "music"),
        "picture-large": asked("seen", over=p.LookClosely()),
        "picture-large-first": asked("broken", over=p.LookClosely()),
    }
