# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small XForms for tests out of their instance, binds and controls."""

from core.forms.definition import Form
from core.forms.entry import Entry
from core.forms.xforms import load
from core.ids import QuestionPath
from tests.support.form_filling import begun

SPACES = (
    'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms" '
    'xmlns:odk="http://www.opendatakit.org/xforms"'
)


def source(instance: str, binds: str = "", body: str = "", extra: str = "") -> bytes:
    """The bytes of a form whose primary instance is `/data` with these children."""
    return (
        f"<h:html {SPACES}><h:head><h:title>A small form</h:title><model>{extra}"
        f'<instance><data id="small" version="7">{instance}</data></instance>{binds}</model></h:head>'
        f"<h:body>{body}</h:body></h:html>"
    ).encode()


def form(instance: str, binds: str = "", body: str = "", extra: str = "") -> Form:
    """The form, which has to open."""
    made = load(source(instance, binds, body, extra))
    assert isinstance(made, Form), made
    return made


def entry(instance: str, binds: str = "", body: str = "", extra: str = "") -> Entry:
    """The form, begun."""
    return begun(form(instance, binds, body, extra))


def begun_from(written: bytes) -> Entry:
    """A form in these bytes, which has to open, begun."""
    made = load(written)
    assert isinstance(made, Form), made
    return begun(made)


def inputs(*names: str) -> str:
    """A text control for each name."""
    return "".join(f'<input ref="/data/{name}"><label>{name}?</label></input>' for name in names)


def at(name: str) -> QuestionPath:
    """The path of a child of the primary instance."""
    return QuestionPath(f"/data/{name}")
