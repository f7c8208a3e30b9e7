# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a control of JSON Forms says of its answer: its label and its options."""

from collections.abc import Collection, Iterator
from typing import Final

from core.forms.built import Part
from core.forms.definition import Question
from core.forms.json_schema.ui.dressing import UI, Dressing, in_lines, labelled

_MOMENTS: Final = ("date", "time", "date-time")

_READABLE: Final = frozenset({"multi", "detail", "format", "restrict", "showUnfocusedDescription"})
"""Options that are carried out: texts end at `maxLength` here in any case, and descriptions always show."""

_WRITTEN: Final = {
    "dateSaveFormat": "YYYY-MM-DD",
    "timeSaveFormat": "HH:mm:ss",
    "dateTimeSaveFormat": "YYYY-MM-DDTHH:mm:ss.sssZ",
}
"""How moments are written unless an option says otherwise."""


def dressed(part: Part, ui: UI, place: str, dressing: Dressing) -> Part:
    """A part with its control's label and options. What is not carried out is noted or refused by its name."""
    label = ui.get("label")
    if isinstance(label, str):
        part = labelled(part, label)
    elif isinstance(label, dict):
        part = labelled(part, str(label.get("text") or ""))
    if label is False or (isinstance(label, dict) and label.get("show") is False):
        dressing.note(place, "label: false")
    for name in other_options(ui, _READABLE):
        if name in _WRITTEN:
            dressing.unsupported(place, f"options.{name}")
        else:
            dressing.note(place, f"options.{name}")
    options = _options(ui)
    if options.get("multi") is True:
        part = in_lines(part)
    form = options.get("format")
    if form in _MOMENTS and isinstance(part, Question):
        part = dressing.moment(part, str(form))
    elif form not in (None, "radio", *_MOMENTS):
        dressing.note(place, f"options.format: {form}")
    if isinstance(options.get("detail"), str) and options["detail"] not in ("DEFAULT", "GENERATED"):
        dressing.note(place, f"options.detail: {options['detail']}")
    return part


def is_fixed(ui: UI) -> bool:
    """Whether nobody is to change what an element asks for."""
    options = _options(ui)
    return options.get("readonly") is True or options.get("readOnly") is True


def other_options(ui: UI, readable: Collection[str]) -> Iterator[str]:
    """The names of options that are not carried out. Those with which nothing would change are none."""
    for name, value in _options(ui).items():
        if name in ("readonly", "readOnly") or name in readable or value in (None, False, ""):
            continue
        if value != _WRITTEN.get(name):
            yield name


def _options(ui: UI) -> UI:
    found = ui.get("options")
    return found if isinstance(found, dict) else {}
