# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of questions for an amount of money and for one of a few whole numbers, as Form.io asks for them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.formio.loading import load
from core.ids import FormId, Language
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, path
from ui.registry_town import service_id
from ui.registry_words import LANGUAGES, Four

_RENT: Final[Four] = (
    "How much is your rent each month?",
    "¿Cuánto paga de alquiler al mes?",
    "كم تدفع إيجارًا كل شهر؟",
    "您每月的房租是多少？",
)
_ROOMS: Final[Four] = (
    "How many rooms does your home have?",
    "¿Cuántas habitaciones tiene su casa?",
    "كم غرفة في بيتك؟",
    "您家有几个房间？",
)


def amount_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    begun = Entry.begin(_form(home.language), SUBMISSION, date(2026, 11, 23), NOW)

    def asked(name: str, raw: str = "", *, told: bool = False) -> Visit:
        return _filling(home, begun.answer(path(name), raw)).go(p.Question(path(name), told))

    filled = begun.answer(path("rent"), "1250.5").answer(path("rooms"), "3")
    return {
        "write-amount": asked("rent"),
        "write-amount-given": asked("rent", "1250.5"),
        "write-amount-problem": asked("rent", "12.345", told=True),
        "write-few-numbers": asked("rooms", "3"),
        "write-check": _filling(home, filled).go(p.Check()),
    }


def _form(language: Language) -> Form:
    """The form in one of the town's languages, else in English. ValueError when it cannot be opened."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    source = {
        "display": "form",
        "title": "Home",
        "components": [
            {
                "type": "currency",
                "key": "rent",
                "input": True,
                "label": _RENT[place],
                "currency": "EUR",
                "validate": {"required": True},
            },
            {
                "type": "number",
                "key": "rooms",
                "input": True,
                "label": _ROOMS[place],
                "validate": {"required": True, "min": 1, "max": 5, "integer": True},
            },
        ],
    }
    form = load(json.dumps(source).encode(), FormId("home"))
    if isinstance(form, Form):
        return form
    raise ValueError("; ".join(str(problem) for problem in form.problems))


def _filling(home: Visit, entry: Entry) -> Visit:
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    return replace(home.go(p.AboutService(service.id)), filling=Filling(service.id, service.api, entry))
