# SPDX-FileCopyrightText: Civic Kiosk contributors
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to visit in the window, in the order of reading: text, fields, controls, rows of keys, the bar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.keyboard.choice_row import CHOICE
from ui.keyboard.key import Key
from ui.page_frame import PageFrame
from ui.parts.control import Control
from ui.shell_bar import Bar

GAP_SHARE = 0.6
"""Keys of one row that are further apart than this share of their height stand in two groups, as letters and pad."""


class Kind(Enum):
    """What a stop is."""

    TEXT = "text"
    FIELD = "field"
    CONTROL = "control"
    KEY = "key"
    ROW = "row"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing to visit. `widgets` has more than one for a row of keys, `keys` are its own stops.

    `name` tells it from the others of the same window, also after the page was drawn anew.
    """

    name: str
    kind: Kind
    widgets: tuple[QWidget, ...]
    words: str
    keys: tuple["Stop", ...] = ()

    @property
    def widget(self) -> QWidget:
        """The thing itself; of a row, its first key."""
        return self.widgets[0]


def stops_in(page: PageFrame, bar: Bar | None) -> list[Stop]:
    """Everything that is shown now. Rows of keys are one stop each, with their keys in it."""
    found = [widget for root in page.in_reading_order() for widget in _walk(root)]
    named = _named([*found, *(_walk(bar) if bar is not None else ())], bar)
    stops: list[Stop] = []
    keys: list[Stop] = []
    for stop in named:
        if stop.kind is Kind.KEY:
            keys.append(stop)
            continue
        stops += _rows(keys, page)
        keys = []
        stops.append(stop)
    return stops + _rows(keys, page)


def _walk(widget: QWidget) -> Iterable[QWidget]:
    if not widget.isVisible() or not widget.width() or not widget.height():
        return
    if isinstance(widget, Control | QLineEdit | QPlainTextEdit):
        if widget.isEnabled():
            yield widget
        return
    if isinstance(widget, QLabel):
        if words_of(widget).strip():
            yield widget
        return
    inner = [
        found
        for child in widget.children()
        if isinstance(child, QWidget) and not child.isWindow()
        for found in _walk(child)
    ]
    if inner:
        yield from inner
    elif widget.accessibleName().strip():
        yield widget


def words_of(widget: QWidget) -> str:
    """What is said for a widget: its name, or the text on it."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else "")


def _named(widgets: Sequence[QWidget], bar: Bar | None) -> list[Stop]:
    stops, used = [], dict[str, int]()
    for widget in widgets:
        base = widget.objectName() or type(widget).__name__
        used[base] = used.get(base, 0) + 1
        name = base if used[base] == 1 else f"{base}#{used[base]}"
        stops.append(Stop(name, _kind(widget, bar), (widget,), words_of(widget)))
    return stops


def _kind(widget: QWidget, bar: Bar | None) -> Kind:
    match widget:
        case Key():
            return Kind.KEY
        case Control():
            return Kind.BAR if bar is not None and bar.isAncestorOf(widget) else Kind.CONTROL
        case QLineEdit() | QPlainTextEdit():
            return Kind.FIELD
        case _:
            return Kind.TEXT


def _rows(keys: Sequence[Stop], page: QWidget) -> list[Stop]:
    """Keys as rows, from the top; each from the side where reading begins."""
    rows: list[list[tuple[QRect, Stop]]] = []
    placed = [(QRect(stop.widget.mapTo(page, QPoint(0, 0)), stop.widget.size()), stop) for stop in keys]
    for place, stop in sorted(placed, key=lambda one: (one[0].center().y(), one[0].x())):
        if rows and abs(rows[-1][0][0].center().y() - place.center().y()) < place.height() // 2:
            rows[-1].append((place, stop))
        else:
            rows.append([(place, stop)])
    right = page.layoutDirection() is Qt.LayoutDirection.RightToLeft
    found: list[Stop] = []
    number = 0
    for row in rows:
        row.sort(key=lambda one: one[0].x(), reverse=right)
        inner = tuple(stop for _, stop in row)
        words = ", ".join(stop.words for stop in inner)
        # Choices come and go: the rows below them keep their names, and whoever is in one stays there.
        choices = all(stop.name.startswith(CHOICE) for stop in inner)
        number += 0 if choices else 1
        name = "row of choices" if choices else f"row {number}"
        found.append(Stop(name, Kind.ROW, tuple(stop.widget for stop in inner), words, inner))
    return found


def clusters(row: Stop, most: int) -> list[tuple[Stop, ...]]:
    """The keys of a row in groups: those that stand apart are apart, and none holds more than `most`."""
    groups: list[list[Stop]] = [[row.keys[0]]]
    for one, other in pairwise(row.keys):
        first, second = _window_rect(one.widget), _window_rect(other.widget)
        apart = max(second.left() - first.right(), first.left() - second.right())
        if apart > first.height() * GAP_SHARE:
            groups.append([])
        groups[-1].append(other)
    found = []
    for group in groups:
        count = -(-len(group) // most)
        size = -(-len(group) // count)
        found += [tuple(group[at : at + size]) for at in range(0, len(group), size)]
    return found


def _window_rect(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
