# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen of questions that share a page, with a form made up for them in four languages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from core.forms.entry import Entry
from core.ids import QuestionPath
from core.visit import pages as p
from core.visit.state import Filling, Visit
from ui.registry_filling import NOW, SUBMISSION, opened
from ui.registry_town import service_id
from ui.registry_words import itext

_TEXTS = {
    "child": ("The child", "El niño o la niña", "الطفل", "孩子"),
    "name": (
        "What is the child's full name?",
        "¿Cómo se llama el niño o la niña?",
        "ما الاسم الكامل للطفل؟",
        "孩子的全名是什么？",
    ),
    "name:hint": (
        "As on the birth certificate.",
        "Como en el certificado de nacimiento.",
        "كما في شهادة الميلاد.",
        "和出生证上一样。",
    ),
    "born": (
        "On which day was the child born?",
        "¿Qué día nació?",
        "في أي يوم وُلد الطفل؟",
        "孩子是哪一天出生的？",
    ),
    "young": (
        "Children go to school here from three years on.",
        "Aquí se va al colegio desde los tres años.",
        "يذهب الأطفال هنا إلى المدرسة من سن الثالثة.",
        "这里的孩子三岁起上学。",
    ),
    "school": (
        "Does the child go to a school now?",
        "¿Va a un colegio ahora?",
        "هل يذهب الطفل إلى مدرسة الآن؟",
        "孩子现在上学吗？",
    ),
    "yes": ("Yes", "Sí", "نعم", "上学"),
    "no": ("No", "No", "لا", "不上学"),
    "which": (
        "What is the name of that school?",
        "¿Cómo se llama ese colegio?",
        "ما اسم تلك المدرسة؟",
        "那所学校叫什么名字？",
    ),
    "you": ("About you", "Sobre usted", "عنك", "关于您"),
    "own": ("What is your own name?", "¿Cómo se llama usted?", "ما اسمك أنت؟", "您本人叫什么名字？"),
    "street": (
        "In which street do you live?",
        "¿En qué calle vive?",
        "في أي شارع تسكن؟",
        "您住在哪条街？",
    ),
    "phone": (
        "On which number can we reach you?",
        "¿A qué número podemos llamarle?",
        "على أي رقم نتصل بك؟",
        "我们打哪个电话找您？",
    ),
    "count": ("How many children do you have?", "¿Cuántos hijos tiene?", "كم طفلًا لديك؟", "您有几个孩子？"),
}
_NAMES = {"en": "Robin Example", "es": "Luz Ejemplo", "ar": "نور سالم", "zh-Hans": "王小美"}
_SCHOOLS = {"en": "Lantern School", "es": "Colegio Farol", "ar": "مدرسة الفنار", "zh-Hans": "灯塔学校"}


def _input(path: str, name: str, hint: str = "") -> str:
    told = f"<hint ref=\"jr:itext('{hint}')\"/>" if hint else ""
    return f'<input ref="/data/{path}/{name}"><label ref="jr:itext(\'{name}\')"/>{told}</input>'


def _group(name: str, controls: str) -> str:
    label = f"<label ref=\"jr:itext('{name}')\"/>"
    return f'<group ref="/data/{name}" appearance="field-list">{label}{controls}</group>'


def _source() -> bytes:
    """A form that wants its questions together, as an XForm (ODK XForms specification)."""
    choices = "".join(
        f"<item><label ref=\"jr:itext('{value}')\"/><value>{value}</value></item>" for value in ("yes", "no")
    )
    school = f'<select1 ref="/data/child/school"><label ref="jr:itext(\'school\')"/>{choices}</select1>'
    child = _input("child", "name", "name:hint") + _input("child", "born") + _input("child", "young")
    you = "".join(_input("you", name) for name in ("own", "street", "phone", "count"))
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>School</h:title><model><itext>'
        f'{itext(_TEXTS)}</itext><instance><data id="school" version="1">'
        "<child><name/><born/><young/><school/><which/></child><you><own/><street/><phone/><count/></you>"
        "<meta><instanceID/></meta></data></instance>"
        '<bind nodeset="/data/child/name" required="true()"/>'
        '<bind nodeset="/data/child/born" type="date" required="true()" constraint=". &lt; today()"/>'
        '<bind nodeset="/data/child/young" readonly="true()" relevant="../born &gt; date(\'2023-11-23\')"/>'
        '<bind nodeset="/data/child/school" required="true()"/>'
        '<bind nodeset="/data/child/which" required="true()" relevant="../school = \'yes\'"/>'
        '<bind nodeset="/data/you/own" required="true()"/><bind nodeset="/data/you/street" required="true()"/>'
        '<bind nodeset="/data/you/count" type="int"/>'
        '<bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>'
        f"{_group('child', child + school + _input('child', 'which'))}{_group('you', you)}</h:body></h:html>"
    ).encode()


def in_field_list(home: Visit, **answers: str) -> Visit:
    """Somebody who fills the form and has given these answers (`child_name`); at no page of it yet."""
    service = home.catalogue.services[service_id("moved")]
    if service.api is None:
        raise ValueError("the made-up service has no form")
    entry = Entry.begin(opened(_source()), SUBMISSION, date(2026, 11, 23), NOW)
    for name, raw in answers.items():
        entry = entry.answer(_path(name), raw)
    begun = home.go(p.AboutService(service.id))
    return replace(begun, filling=Filling(service.id, service.api, entry))


def field_list_screens(home: Visit) -> Mapping[str, Visit]:
    """Name of the screen → the visit that shows it, beginning at a home page in the made-up town."""
    name, born, school, own = (_path(one) for one in ("child_name", "child_born", "child_school", "you_own"))
    named = _NAMES.get(home.language, _NAMES["en"])
    went = _SCHOOLS.get(home.language, _SCHOOLS["en"])
    wrong = p.Question(name, told=True, wrong=(name, born))
    return {
        "several": in_field_list(home, child_name=named, child_born="2020-06-03").go(p.Question(name)),
        "several-told": in_field_list(home, child_name=named, child_born="2025-06-03").go(p.Question(name)),
        "several-problems": in_field_list(home, child_born="2026-6-31").go(wrong),
        "several-choice": in_field_list(home, child_school="no").go(p.Question(school)),
        "several-opened": in_field_list(home, child_school="yes", child_which=went).go(p.Question(school)),
        "several-written": in_field_list(home, you_own=named).go(p.Question(own)),
    }


def _path(name: str) -> QuestionPath:
    group, _, last = name.partition("_")
    return QuestionPath(f"/data/{group}/{last}")
