# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""UI schemas of react-jsonschema-form: a table that follows the data, with `ui:` members at each place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from core.forms.built import TRUE, Part
from core.forms.definition import Choice, Group, Question, Repeat
from core.forms.json_schema.building import WHICH
from core.forms.json_schema.ui.dressing import (
    UI,
    Dressing,
    hinted,
    in_lines,
    labelled,
    masked,
    only,
    taking,
    words_of,
)
from core.forms.json_schema.values import text
from core.forms.problems import Fate

_UI: Final = "ui:"

_SAME: Final = frozenset(
    {"text", "select", "radio", "checkbox", "checkboxes", "updown", "email", "uri", "url"}
)
"""Widgets for what every field here is anyway."""

_MOMENTS: Final = {
    "date": "date",
    "alt-date": "date",
    "time": "time",
    "alt-time": "time",
    "datetime": "date-time",
    "date-time": "date-time",
    "alt-datetime": "date-time",
}

_FILES: Final = ("file", "files")
"""Widgets of a file, and of a list of them, which a `data-url` is here anyway."""

_SHOWN_OTHERWISE: Final = frozenset({"range", "color"})

_READ: Final = frozenset(
    ("order", "title", "description", "help", "widget", "readonly", "disabled", "enumNames", "enumDisabled")
) | {"addable", "field", "accept"}


class Walk:
    """Follows the parts of a form and its UI schema together."""

    def __init__(self, dressing: Dressing) -> None:
        self._dressing = dressing

    def root(self, parts: Sequence[Part], ui: UI, place: str) -> tuple[Part, ...]:
        """The parts of a form as the UI schema wants them. How the form is called is not for it to say here."""
        self._whole(parts, ui, place)
        return self._members(parts, ui, place)

    def _whole(self, parts: Sequence[Part], ui: UI, place: str) -> None:
        """What is said of the form, or of each row of a list, as a whole: only whether it may be changed counts."""
        options = options_of(ui)
        if options.get("field"):
            self._dressing.unsupported(place, f"{_UI}field: {options['field']}")
        for part in parts:
            self._fix(part, options)
        for name in sorted(options.keys() - {"order", "readonly", "disabled", "field"}):
            if options[name] not in (None, False, ""):
                self._dressing.note(place, f"{_UI}{name}")

    def _members(self, parts: Sequence[Part], ui: UI, place: str) -> tuple[Part, ...]:
        """The members of an object, in the order of the UI schema."""
        self._dressing.enter(place)
        names = {self._dressing.name(part) for part in parts}
        self._nowhere(sorted(ui.keys() - names), place)
        found = [self._part(part, ui, place) for part in self._ordered(parts, ui, place)]
        return tuple([part for part in found if part is not None])

    def _nowhere(self, names: Iterable[str], place: str) -> None:
        for name in names:
            if not name.startswith(_UI):
                self._dressing.note(f"{place}/{name}", "a place that the form does not have")

    def _part(self, part: Part, ui: UI, place: str) -> Part | None:
        inside = ui.get(self._dressing.name(part))
        if not isinstance(inside, dict):
            return part
        place = f"{place}/{self._dressing.name(part)}"
        self._dressing.enter(place)
        options = options_of(inside)
        if options.get("widget") == "hidden":
            self._hide(part, place)
            return None
        dressed = self._dressed(part, options, place)
        match dressed:
            case Question():
                self._nowhere(sorted(inside), place)
                return dressed
            case Group(children=children):
                return only(dressed, self._members(children, inside, place))
            case Repeat():
                return self._list(dressed, inside, place)

    def _list(self, part: Repeat, ui: UI, place: str) -> Part | None:
        if options_of(ui).get("addable") is False:
            if not part.least:
                self._dressing.note(place, "a list to which nothing can be added", Fate.LEFT_OUT)
                return None
            part = replace(part, most=part.least)
        self._nowhere(sorted(ui.keys() - {"items"}), place)
        items = ui.get("items")
        if not isinstance(items, dict):
            return part
        if any(child.path == part.path for child in part.children):
            name = self._dressing.name(part)
            children = [self._part(child, {name: items}, place) for child in part.children]
            return only(part, tuple([child for child in children if child is not None]))
        self._whole(part.children, items, f"{place}/items")
        return only(part, self._members(part.children, items, f"{place}/items"))

    def _dressed(self, part: Part, options: UI, place: str) -> Part:
        for name in sorted(options.keys() - _READ):
            if options[name] not in (None, ""):
                self._dressing.note(place, f"{_UI}{name}")
        if options.get("field"):
            self._dressing.unsupported(place, f"{_UI}field: {options['field']}")
        self._fix(part, options)
        title, description, helped = (options.get(name) for name in ("title", "description", "help"))
        part = labelled(part, title if isinstance(title, str) else "")
        hints = [one for one in (description, helped) if isinstance(one, str)]
        if hints and isinstance(part, Question):
            own = [] if isinstance(description, str) else [words_of(part.hint)]
            part = hinted(part, *own, *hints)
        elif hints:
            self._dressing.note(place, f"{_UI}description", Fate.NOT_SHOWN)
        part = self._with_choices(part, options, place)
        accept = options.get("accept")
        if isinstance(accept, str):
            part = taking(part, accept)
        return self._with_widget(part, options.get("widget"), place)

    def _fix(self, part: Part, options: UI) -> None:
        if options.get("readonly") is True or options.get("disabled") is True:
            self._dressing.fix(part, TRUE)

    def _with_widget(self, part: Part, widget: object, place: str) -> Part:
        if widget is None or (isinstance(widget, str) and widget in _SAME):
            return part
        if widget in _FILES and self._dressing.is_file(part):
            return part
        if widget == "textarea":
            return in_lines(part)
        if widget == "password":
            return masked(part)
        if isinstance(widget, str) and widget in _MOMENTS and isinstance(part, Question):
            return self._dressing.moment(part, _MOMENTS[widget])
        if isinstance(widget, str) and widget in _SHOWN_OTHERWISE:
            self._dressing.note(place, f"{_UI}widget: {widget}")
        else:
            self._dressing.unsupported(place, f"{_UI}widget: {widget}")
        return part

    def _with_choices(self, part: Part, options: UI, place: str) -> Part:
        """Choices under other names, without those that cannot be chosen."""
        names, disabled = options.get("enumNames"), options.get("enumDisabled")
        if not isinstance(part, Question) or (names is None and disabled is None):
            return part
        choices = part.choices
        if isinstance(names, list) and len(names) == len(choices):
            choices = tuple(
                [Choice(one.value, text(str(name))) for one, name in zip(choices, names, strict=True)]
            )
        elif names is not None:
            self._dressing.note(place, f"{_UI}enumNames")
        if isinstance(disabled, list):
            values = self._dressing.built.shapes[part.node].values
            choices = tuple([one for one in choices if values.get(one.value) not in disabled])
        return replace(part, choices=choices)

    def _hide(self, part: Part, place: str) -> None:
        """What is not shown keeps what it begins with. A needed answer without that refuses the form."""
        built, node = self._dressing.built, self._dressing.node(part)
        bind = built.binds.get(node)
        needed = (isinstance(part, Repeat) and part.least) or (bind is not None and bind.required is not None)
        if needed and not built.nodes[node].default:
            self._dressing.unsupported(place, "a needed answer that is hidden")

    def _ordered(self, parts: Sequence[Part], ui: UI, place: str) -> Sequence[Part]:
        order = options_of(ui).get("order")
        if not isinstance(order, list):
            return parts
        ranks = {str(name): rank for rank, name in reversed(list(enumerate(order)))}
        rest = ranks.get("*")
        names = {self._dressing.name(part) for part in parts}
        asked_first = {name for name in names if name.startswith(WHICH)}
        missing = sorted(names - ranks.keys() - asked_first)
        if rest is None and missing:
            # React-jsonschema-form draws nothing at all then.
            self._dressing.unsupported(place, f"{_UI}order without {', '.join(missing)}")
            return parts
        # Which of several objects is meant is asked before its members.
        ranks |= dict.fromkeys(asked_first, -1)
        return sorted(parts, key=lambda part: ranks.get(self._dressing.name(part), rest or 0))


def options_of(ui: UI) -> UI:
    """What is said at a place, as `ui:name` or inside `ui:options`; the former counts."""
    several = ui.get(f"{_UI}options")
    found = dict(several) if isinstance(several, dict) else {}
    found |= {
        name.removeprefix(_UI): value
        for name, value in ui.items()
        if name.startswith(_UI) and name != f"{_UI}options"
    }
    return found
