# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the component types of Form.io and its relatives ask for."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from core.forms.formio.documents import Component, inner, number, table, word, yes


class Asks(Enum):
    """What a component is for. `OTHER` are types that nothing here can fill."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "truth"
    CHOICE = "choice"
    BOXES = "boxes"
    DATE = "date"
    DATE_TIME = "datetime"
    TIME = "time"
    DAY = "day"
    SURVEY = "survey"
    HIDDEN = "hidden"
    GRID = "grid"
    CONTAINER = "container"
    LAYOUT = "layout"
    FILE = "file"
    SIGNATURE = "signature"
    PLACE = "place"
    NOTE = "note"
    NOTHING = "nothing"
    OTHER = "other"


_NAMES: Final[Mapping[Asks, str]] = {
    Asks.TEXT: "textfield textarea email url phonenumber password tags fnrfield orgnr iban bankaccount firstname"
    " surname bsn postcode licenseplate year monthpicker cosign",
    Asks.NUMBER: "number currency",
    Asks.TRUTH: "checkbox navcheckbox",
    Asks.CHOICE: "radio radios radiopanel select navselect landvelger valutavelger",
    Asks.BOXES: "selectboxes checkboxes",
    Asks.DATE: "date navdatepicker",
    Asks.DATE_TIME: "datetime",
    Asks.TIME: "time",
    Asks.DAY: "day",
    Asks.SURVEY: "survey",
    Asks.FILE: "file",
    Asks.SIGNATURE: "signature",
    Asks.HIDDEN: "hidden",
    Asks.GRID: "datagrid editgrid",
    Asks.CONTAINER: "container",
    Asks.LAYOUT: "panel well columns table tabs fieldset cols2 cols3 cols4 navskjemagruppe row",
    Asks.NOTE: "htmlelement content alertstripe heading paragraph image accordion",
    Asks.PLACE: "map",
    Asks.NOTHING: "button buttonsubmit buttonreset softrequirederrors",
}
TYPES: Final[Mapping[str, Asks]] = {name: kind for kind, names in _NAMES.items() for name in names.split()}

PROOFS: Final = frozenset({"recaptcha", "captcha"})
"""Proofs that a person is there, without which a server takes no answers; they are made in a browser alone."""

ASKED: Final = frozenset(Asks) - {Asks.LAYOUT, Asks.NOTE, Asks.NOTHING, Asks.OTHER}
"""What holds an answer or what there is of them."""

_MAP_OF_OPEN_FORMS: Final = ("interactions", "useConfigDefaultMapSettings")
_UPLOAD: Final = re.compile(r"/api/v\d+/(?:formio/fileupload|submissions/files/upload)/?$")
"""Where Open Forms' servers of today and of some years ago take a file."""

_CHEFS = re.compile(r"simple(\w+?)(?:advanced)?$")


def plain_type(component: Component) -> str:
    """The type in small letters; CHEFS' `simpletextfieldadvanced` is a `textfield`."""
    name = word(component, "type")
    return _CHEFS.sub(r"\1", name).lower()


def asks(component: Component) -> Asks:
    """What a component is for."""
    found = TYPES.get(plain_type(component), Asks.OTHER)
    match found:
        # A file that goes to another place than the submission itself needs that place's own protocol.
        case Asks.FILE if word(component, "storage") != "base64" and not uploads_to_open_forms(component):
            return Asks.OTHER
        # CHEFS has a map too, whose answer is another one; Open Forms' first way of signing together needs a login.
        case Asks.PLACE if not any(name in component for name in _MAP_OF_OPEN_FORMS):
            return Asks.OTHER
        case _ if word(component, "type") == "coSign":
            return Asks.OTHER
        case _:
            return found


def is_day_alone(component: Component) -> bool:
    """Whether a component of Form.io's type for moments asks for a day without its time."""
    return asks(component) is Asks.DATE_TIME and component.get("enableTime") in (False, "false")


def called(component: Component) -> str:
    """What an author is told that a component is which nothing here can fill."""
    name = plain_type(component)[:40] or "a component without a type"
    return f"{name} (storage: {word(component, 'storage')[:20] or 'none'})" if name == "file" else name


def needs_answer(component: Component) -> bool:
    """Whether nobody can send without answering a component, or one that is in it and shown."""
    waiting = [component]
    while waiting:
        one = waiting.pop()
        if yes(table(one, "validate"), "required") or plain_type(one) in PROOFS:
            return True
        if not _may_be_empty(one):
            waiting.extend([child for child in inner(one) if not yes(child, "hidden")])
    return False


def _may_be_empty(component: Component) -> bool:
    """Whether a component is a list that has no row before somebody adds one."""
    kind = plain_type(component)
    empty = kind == "editgrid" or (kind == "datagrid" and yes(component, "initEmpty"))
    return empty and not number(table(component, "validate"), "minLength")


def uploads_to_open_forms(component: Component) -> bool:
    """Whether the component's file goes to an Open Forms server, which takes it before the answers of its step."""
    return _UPLOAD.search(word(component, "url").partition("?")[0]) is not None
