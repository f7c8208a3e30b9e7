# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table is asked one row at a time: its head asks nothing, and each row is told with the table's title."""

from core.forms.definition import Form
from core.forms.xforms import load
from core.ids import Language
from tests.support.form_filling import begun

_SELECT = (
    '<select1 appearance="{mark}" ref="/data/t/{name}"><label>{label}</label>'
    "<item><label>Good</label><value>good</value></item></select1>"
)


def table(head: str, before: str = "") -> Form:
    rows = "".join(
        _SELECT.format(mark="minimal list-nolabel", name=name, label=label)
        for name, label in (("lights", "Street lights"), ("paving", "Paving"))
    )
    group = f"<label>Your street</label>{before}{_SELECT.format(mark='label', name='head', label=head)}{rows}"
    source = (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">'
        '<h:head><h:title>T</h:title><model><instance><data id="t"><t><say/><head/><lights/><paving/></t></data>'
        '</instance><bind nodeset="/data/t/say" readonly="true()"/></model></h:head>'
        f'<h:body><group ref="/data/t" appearance="field-list">{group}</group></h:body></h:html>'
    )
    form = load(source.encode())
    assert isinstance(form, Form)
    return form


def titles(form: Form) -> list[str]:
    entry = begun(form)
    found = [form.tables.titles[one.path] for one in entry.pages() if one.path in form.tables.titles]
    return [entry.text(one, Language("en")).text for one in found]


def test_head_is_a_control_and_no_page() -> None:
    entry = begun(table("How are these?"))
    assert [one.path for one in entry.pages()] == ["/data/t/lights", "/data/t/paving"]
    assert entry.controls()[0].path == "/data/t/head"


def test_rows_are_under_what_the_head_says() -> None:
    assert titles(table("How are these?")) == ["How are these?", "How are these?"]


def test_rows_are_under_the_note_before_an_empty_head() -> None:
    form = table("", '<input ref="/data/t/say"><label>How content are you?</label></input>')
    assert titles(form) == ["How content are you?", "How content are you?"]
    assert [one.path for one in begun(form).pages()] == ["/data/t/lights", "/data/t/paving"]


def test_note_that_tells_more_is_still_a_page() -> None:
    form = table(
        "", '<input ref="/data/t/say"><label>How content?</label><hint>Think of today.</hint></input>'
    )
    assert begun(form).pages()[0].path == "/data/t/say"


def test_rows_are_under_their_group_where_nothing_else_says() -> None:
    assert titles(table("")) == ["Your street", "Your street"]
