# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a question that only asks to be read, and of one that is masked, with a form made up in four languages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION
from ui.registry_town import service_id
from ui.registry_words import itext

RULES = QuestionPath("/data/rules")
ACCOUNT = QuestionPath("/data/account")
READ = "OK"
"""What a form is answered with once its words were read (ODK XForms, `trigger`)."""

PAID_FROM = "PA42 7781 9035 64"

_TEXTS = {
    "rules": (
        "The harbour path closes at ten in the evening.",
        "El camino del puerto cierra a las diez de la noche.",
        "يُغلق ممر الميناء في العاشرة مساءً.",
        "港口小路晚上十点关闭。",
    ),
    "why": (
        "Boats unload there at night. Please move your things before ten.",
        "De noche descargan barcos allí. Traslade sus cosas antes de las diez.",
        "تُفرَّغ القوارب هناك ليلاً. انقل أغراضك قبل العاشرة من فضلك.",
        "夜里有船在那里卸货。请在十点之前搬完东西。",
    ),
    "account": (
        "From which account do you pay for the mooring?",
        "¿Desde qué cuenta paga el amarre?",
        "من أي حساب تدفع أجرة المرسى؟",
        "您从哪个账户付泊位费？",
    ),
}


def _source() -> bytes:
    """A form that shows something to read and asks whether it was read, as an XForm (ODK XForms specification)."""
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Harbour</h:title><model><itext>'
        f'{itext(_TEXTS)}</itext><instance><data id="harbour" version="1"><rules/><account/>'
        "<meta><instanceID/></meta></data></instance>"
        '<bind nodeset="/data/rules" type="string" required="true()"/>'
        '<bind nodeset="/data/account" type="string"/>'
        '<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>'
        '<trigger ref="/data/rules"><label ref="jr:itext(\'rules\')"/><hint ref="jr:itext(\'why\')"/></trigger>'
        '<secret ref="/data/account"><label ref="jr:itext(\'account\')"/></secret>'
        "</h:body></h:html>"
    ).encode()


def reading_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it. ValueError when the form cannot be opened: a mistake in it."""
    form = load(_source())
    moved = home.catalogue.services[service_id("moved")]
    if not isinstance(form, Form) or moved.api is None:
        raise ValueError("the made-up form cannot be opened")
    begun = Entry.begin(form, SUBMISSION, date(2026, 11, 23), NOW)
    asked = replace(home.go(p.AboutService(moved.id)), filling=Filling(moved.id, moved.api, begun))
    read = replace(asked, filling=Filling(moved.id, moved.api, begun.answer(RULES, READ)))
    kept = replace(
        read, filling=Filling(moved.id, moved.api, begun.answer(RULES, READ).answer(ACCOUNT, PAID_FROM))
    )
    return {
        "question-masked": kept.go(p.Question(ACCOUNT)),
        "question-masked-seen": kept.go(p.Question(ACCOUNT, seen=True)),
        "check-masked": kept.go(p.Check()),
        "question-to-read": asked.go(p.Question(RULES)),
        "question-to-read-problem": asked.go(p.Question(RULES, told=True)),
        "question-was-read": read.go(p.Question(RULES)),
    }
