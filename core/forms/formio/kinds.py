# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the component types of Form.io and its relatives ask for."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from core.forms.formio.documents import Component, word


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
    NOTE = "note"
    NOTHING = "nothing"
    OTHER = "other"


_NAMES: Final[Mapping[Asks, str]] = {
    Asks.TEXT: "textfield textarea email url phonenumber password tags fnrfield orgnr iban bankaccount firstname"
    " surname bsn postcode licenseplate year monthpicker",
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
    Asks.NOTHING: "button buttonsubmit buttonreset",
}
TYPES: Final[Mapping[str, Asks]] = {name: kind for kind, names in _NAMES.items() for name in names.split()}

ASKED: Final = frozenset(Asks) - {Asks.LAYOUT, Asks.NOTE, Asks.NOTHING, Asks.OTHER}
"""What holds an answer or what there is of them."""

_CHEFS = re.compile(r"simple(\w+?)(?:advanced)?$")


def plain_type(component: Component) -> str:
    """The type in small letters; CHEFS' `simpletextfieldadvanced` is a `textfield`."""
    name = word(component, "type")
    return _CHEFS.sub(r"\1", name).lower()


def asks(component: Component) -> Asks:
    """What a component is for."""
    found = TYPES.get(plain_type(component), Asks.OTHER)
    # A file that goes to another place than the submission itself needs that place's own protocol.
    elsewhere = found is Asks.FILE and word(component, "storage") != "base64"
    return Asks.OTHER if elsewhere else found
