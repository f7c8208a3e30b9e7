# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the thing that keys have come to: its words, what it is, how it stands, which of how many."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from accessibility.speech.transcript import Part
from i18n.messages import Messages, language_of
from ui.hands.stops import Kind, Stop
from ui.present.reading import Item, ours

_CHOICES = frozenset({QAccessible.Role.RadioButton, QAccessible.Role.CheckBox})


def told(stop: Stop, stops: Sequence[Stop], items: Sequence[Item], texts: Messages) -> tuple[Part, ...]:
    """The parts, in the order in which they are heard. `items` are those of the page; they know languages."""
    item, place = _item(stop, items)
    language = language_of(item.phrase.text, item.phrase.language) if item is not None else texts.language
    private = item is not None and item.private
    said = [Part(stop.words, language, place=place, private=private)]
    match stop.kind:
        case Kind.FIELD:
            value = _value(stop)
            said += [Part(value, language, place=place, private=True)] if value else []
            key = "reading.field" if value else "reading.field_empty"
            said.append(ours(texts.text(key), texts, place))
        case Kind.CONTROL | Kind.BAR if _role(stop) in _CHOICES:
            chosen = isinstance(stop.widget, QAbstractButton) and stop.widget.isChecked()
            key = "reading.chosen" if chosen else "reading.choice"
            group = [one for one in stops if one.kind is stop.kind and _role(one) is _role(stop)]
            number = next((at for at, one in enumerate(group, 1) if one.name == stop.name), 1)
            said.append(ours(texts.text(key), texts, place, private=chosen))
            position = texts.text("voice.position", place=number, of=len(group))
            said.append(ours(position, texts, place))
        case Kind.CONTROL | Kind.BAR:
            said.append(ours(texts.text("reading.button"), texts, place))
        case Kind.KEY | Kind.ROW | Kind.TEXT:
            pass
    if hint := stop.widget.accessibleDescription():
        said.append(Part(hint, texts.language, place=place))
    return tuple(said)


def spelled_stop(stop: Stop, items: Sequence[Item]) -> tuple[Part, ...]:
    """Its words letter by letter; of a field, what stands in it, which is the person's own."""
    item, place = _item(stop, items)
    language = item.phrase.language if item is not None else "und"
    value = _value(stop) if stop.kind is Kind.FIELD else ""
    private = bool(value) or (item is not None and item.private)
    words = (value or stop.words).split()
    return tuple(Part(", ".join(word), language, place=place, private=private) for word in words)


def _item(stop: Stop, items: Sequence[Item]) -> tuple[Item | None, int]:
    fitting = [
        (item, at) for at, item in enumerate(items) if item.phrase.text and item.phrase.text in stop.words
    ]
    # The longest of its words is the most telling: a button's name may hold that of another.
    return max(fitting, key=lambda one: len(one[0].phrase.text), default=(None, -1))


def _role(stop: Stop) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(stop.widget).role()


def _value(stop: Stop) -> str:
    return QAccessible.queryAccessibleInterface(stop.widget).text(QAccessible.Text.Value)
