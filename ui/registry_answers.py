# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of answers that are put in order, lie on a scale or are handed over as files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.entry import Entry
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, opened, path
from ui.registry_form import form_source
from ui.registry_street_form import QUESTIONS
from ui.registry_town import service_id


def answer_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    form = opened(form_source(QUESTIONS, "street"))
    begun = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)

    def asked(name: str, raw: str = "", *, told: bool = False) -> Visit:
        return _filling(home, begun.answer(path(name), raw)).go(p.Question(path(name), told))

    return {
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
