# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen on which a form shows pictures and plays recordings."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.entry import Entry
from core.visit import pages as p
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

    return {
        "question-picture": asked("seen"),
        "question-pictures": asked("broken", "bench"),
        "question-pictures-problem": asked("broken", told=True),
        "question-pictures-bare": asked("bare"),
        "question-recordings": asked("heard", "music"),
        "picture-large": asked("seen", over=p.LookClosely()),
        "picture-large-first": asked("broken", over=p.LookClosely()),
    }
