# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Screens of a service and a form that are not in the language of the page: in French alone, whatever was chosen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import Language, QuestionPath
from core.text import LocalisedText
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION
from ui.registry_town import service_id

FRENCH = Language("fr")

_FORM = """\
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"><h:head>
<h:title>Changement d’adresse</h:title><model><itext><translation lang="fr">
<text id="who"><value>Qui déménage ?</value></text>
<text id="hint"><value>Choisissez tous ceux qui partent avec vous.</value></text>
<text id="me"><value>Moi seulement</value></text><text id="all"><value>Toute ma famille</value></text>
<text id="street"><value>Quelle est votre nouvelle rue ?</value></text>
</translation></itext>
<instance><data id="moved" version="1"><who/><street/><orx:meta><orx:instanceID/></orx:meta></data></instance>
<bind nodeset="/data/who" type="string"/><bind nodeset="/data/street" type="string" required="true()"/>
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>
<select1 ref="/data/who"><label ref="jr:itext('who')"/><hint ref="jr:itext('hint')"/>
<item><label ref="jr:itext('me')"/><value>me</value></item>
<item><label ref="jr:itext('all')"/><value>all</value></item></select1>
<input ref="/data/street"><label ref="jr:itext('street')"/></input></h:body></h:html>
"""


def french_form() -> Form:
    """The form, opened. ValueError when it cannot be, which is a mistake in it."""
    form = load(_FORM.encode())
    if isinstance(form, Form):
        return form
    raise ValueError("; ".join(str(problem) for problem in form.problems))


def language_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    moved = home.catalogue.services[service_id("moved")]
    french = replace(
        moved,
        name=LocalisedText.of({"fr": "Changement d’adresse"}),
        description=LocalisedText.of({"fr": "Un seul formulaire prévient toutes les administrations."}),
        languages=(FRENCH,),
    )
    catalogue = replace(home.catalogue, services={**home.catalogue.services, moved.id: french})
    there = replace(home, catalogue=catalogue).go(p.AboutService(moved.id))
    if moved.api is None:
        raise ValueError("the made-up service has no form")
    entry = Entry.begin(french_form(), SUBMISSION, date(2026, 11, 23), NOW)
    filling = replace(there, filling=Filling(moved.id, moved.api, entry))
    return {
        "service-other-language": there,
        "question-other-language": filling.go(p.Question(QuestionPath("/data/who"))),
        "question-text-other-language": filling.go(p.Question(QuestionPath("/data/street"))),
    }
