# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms made up for the registry of screens, as XForms."""

from xml.sax.saxutils import quoteattr

from ui.registry_form_questions import QUESTIONS, Asked
from ui.registry_words import Four, itext

_CONTROLS = ("select1", "select", "rank", "range", "upload")
_TYPES = {
    "note": "string",
    "select1": "string",
    "select": "string",
    "rank": "odk:rank",
    "range": "int",
    "upload": "binary",
}


def form_source(questions: tuple[Asked, ...] = QUESTIONS, name: str = "moved") -> bytes:
    """The form as an XForm (ODK XForms specification)."""
    instance = "".join(
        f"<{one.name}>{'Port Amity' if one.name == 'town' else ''}</{one.name}>" for one in questions
    )
    return (
        '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
        ' xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">'
        "<h:head><h:title>Tell us you have moved</h:title><model><itext>"
        + itext(_words(questions), _media(questions))
        + f'</itext><instance><data id="{name}" version="1">{instance}'
        + "<orx:meta><orx:instanceID/></orx:meta></data></instance>"
        + "".join(_bind(one) for one in questions)
        + '<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>'
        + "".join(_control(one) for one in questions)
        + "</h:body></h:html>"
    ).encode()


def _words(questions: tuple[Asked, ...]) -> dict[str, Four]:
    texts: list[tuple[str, Four]] = []
    for one in questions:
        texts.append((f"{one.name}:label", one.label))
        texts += [(f"{one.name}:hint", one.hint)] if one.hint is not None else []
        texts += [(f"{one.name}:message", one.message)] if one.message is not None else []
        texts += [(f"{one.name}:{value}", label) for value, label in one.choices]
    return dict(texts)


def _media(questions: tuple[Asked, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in questions:
        for text, form, file in one.media:
            value = f'<value form="{form}">jr://{form}s/{file}</value>'
            found[f"{one.name}:{text}"] = found.get(f"{one.name}:{text}", "") + value
    return found


def _bind(one: Asked) -> str:
    kind = _TYPES.get(one.type, one.type)
    rules = "".join(f" {name}={quoteattr(rule)}" for name, rule in one.rules)
    if one.type == "note":
        rules = ' readonly="true()"'
    if one.message is not None:
        rules += f" jr:constraintMsg=\"jr:itext('{one.name}:message')\""
    return f'<bind nodeset="/data/{one.name}" type="{kind}"{rules}/>'


def _control(one: Asked) -> str:
    tag = one.type if one.type in _CONTROLS else "input"
    label = f"<label ref=\"jr:itext('{one.name}:label')\"/>"
    hint = f"<hint ref=\"jr:itext('{one.name}:hint')\"/>" if one.hint is not None else ""
    items = "".join(
        f"<item><label ref=\"jr:itext('{one.name}:{value}')\"/><value>{value}</value></item>"
        for value, _ in one.choices
    )
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in one.attributes)
    return f'<{tag} ref="/data/{one.name}"{attributes}>{label}{hint}{items}</{tag}>'
