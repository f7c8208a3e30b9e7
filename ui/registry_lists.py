# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of a list to which people add, with a form made up for them in four languages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from core.visit import pages as p
from core.visit.state import Filling, Helper, Visit
from core.visit.undoing import removed
from ui.registry_filling import NOW, SUBMISSION
from ui.registry_town import service_id
from ui.registry_words import itext

PEOPLE = QuestionPath("/data/person[+]")

_TEXTS = {
    "people": ("Who lives with you?", "¿Quién vive con usted?", "من يسكن معك؟", "谁和您一起住？"),
    "name": (
        "What is the full name of this person?",
        "¿Cuál es el nombre completo de esta persona?",
        "ما الاسم الكامل لهذا الشخص؟",
        "这个人的全名是什么？",
    ),
    "age": ("How old is this person?", "¿Qué edad tiene?", "كم عمر هذا الشخص؟", "这个人几岁？"),
}
_PEOPLE = {
    "en": (("Marigold Example", "41"), ("Robin Example", "7"), ("Basil Example", "72")),
    "es": (("Carmen Ejemplo", "41"), ("Luz Ejemplo", "7"), ("Bruno Ejemplo", "72")),
    "ar": (("ليلى سالم", "41"), ("نور سالم", "7"), ("عمر سالم", "72")),
    "zh-Hans": (("王明", "41"), ("王小美", "7"), ("王大山", "72")),
}


def _source() -> bytes:
    """A form that asks for people, as an XForm (ODK XForms specification)."""
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Household</h:title><model><itext>'
        f'{itext(_TEXTS)}</itext><instance><data id="household" version="1">'
        '<person jr:template=""><name/><age/></person><meta><instanceID/></meta></data></instance>'
        '<bind nodeset="/data/person/name" type="string" required="true()"/>'
        '<bind nodeset="/data/person/age" type="int"/>'
        '<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>'
        '<group ref="/data/person"><label ref="jr:itext(\'people\')"/>'
        '<repeat nodeset="/data/person">'
        '<input ref="/data/person/name"><label ref="jr:itext(\'name\')"/></input>'
        '<input ref="/data/person/age"><label ref="jr:itext(\'age\')"/></input>'
        "</repeat></group></h:body></h:html>"
    ).encode()


def household(language: Language, people: int) -> Entry:
    """The form with so many people in it. ValueError when it cannot be opened, which is a mistake in it."""
    form = load(_source())
    if isinstance(form, Form):
        return _peopled(Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW), language, people)
    raise ValueError("; ".join(str(problem) for problem in form.problems))


def _peopled(entry: Entry, language: Language, people: int) -> Entry:
    for number, (name, age) in enumerate(_PEOPLE.get(language, _PEOPLE["en"])[:people], start=1):
        entry = entry.add(PEOPLE)
        entry = entry.answer(_in(number, "name"), name).answer(_in(number, "age"), age)
    return entry


def list_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    begun = home.go(p.AboutService(service.id))
    channel = service.api

    def filling(people: int) -> Filling:
        return Filling(service.id, channel, household(home.language, people))

    def shown(one: Filling, page: p.Question | p.Check) -> Visit:
        return replace(begun, filling=one).go(page)

    people = p.Question(PEOPLE)
    return {
        "list-empty": shown(filling(0), people),
        "list": shown(filling(2), people),
        "list-longer": shown(filling(3), people),
        "list-removed": shown(removed(filling(3), PEOPLE, 2), people),
        "list-covered": replace(shown(filling(2), people), helper=Helper()),
        "list-question": shown(filling(2), p.Question(_in(2, "name"))),
        "check-list": shown(filling(2), p.Check()),
    }


def _in(number: int, name: str) -> QuestionPath:
    return QuestionPath(f"/data/person[{number}]/{name}")
